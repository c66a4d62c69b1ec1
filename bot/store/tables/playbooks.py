"""Playbooks as managers change them."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Text
from sqlmodel import Field, SQLModel


class PlaybookVersionRow(SQLModel, table=True):
    """A published state of a playbook file; `text` is None where the file was removed.

    `number` counts the versions of a shop without a gap, in the order of publishing. `in_folder`
    says that a folder of playbooks has held this text.
    """

    __tablename__ = "playbook_version"
    __table_args__ = (Index("playbook_version_of_file", "shop_id", "file", "number"),)

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    number: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    file: str
    text: str | None = Field(default=None, sa_type=Text)
    is_on: bool
    deed: str
    way: str
    at: float = Field(sa_type=Float)
    person_id: int | None = Field(default=None, sa_type=BigInteger)
    person_name: str | None = None
    before: int | None = None
    in_folder: bool = False


class PlaybookProposalRow(SQLModel, table=True):
    """A change of a playbook file that waits to be confirmed, or was: made from version `base`."""

    __tablename__ = "playbook_proposal"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    file: str
    text: str | None = Field(default=None, sa_type=Text)
    is_on: bool
    deed: str
    way: str
    base: int | None = None
    person_id: int | None = Field(default=None, sa_type=BigInteger)
    person_name: str | None = None
    at: float = Field(sa_type=Float)
    published: int | None = None
    dropped: bool = False


class PlaybookTroubleRow(SQLModel, table=True):
    """What managers have been told of a file that could not be taken in; `trouble` is a digest."""

    __tablename__ = "playbook_trouble"

    shop_id: int = Field(primary_key=True)
    file: str = Field(primary_key=True)
    trouble: str = Field(primary_key=True)
    at: float = Field(sa_type=Float)
