"""Groups: whose they are, who is on duty, and who has which card on the screen."""

from sqlalchemy import BigInteger, Column, Float, Integer
from sqlmodel import Field, SQLModel


class RoomRow(SQLModel, table=True):
    """A group that Aram was added to; `shop_id` is None while nobody has said whose it is."""

    __tablename__ = "room"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    shop_id: int | None = Field(default=None, index=True)
    title: str
    channel_id: int | None = Field(default=None, sa_type=BigInteger)
    added_by: int | None = Field(default=None, sa_type=BigInteger)
    since: float = Field(sa_type=Float)
    left_at: float | None = Field(default=None, sa_type=Float)


class DutyRow(SQLModel, table=True):
    """What someone of a team has said of their work: on duty since when, and how cards come.

    `in_room` says that they want the cards of groups in the group itself, shown to them alone.
    """

    __tablename__ = "duty"

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    since: float | None = Field(default=None, sa_type=Float)
    in_room: bool = False


class CopyRow(SQLModel, table=True):
    """A group's card as one of those asked has it on the screen; `way` is private or room."""

    __tablename__ = "card_copy"

    card_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    way: str
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    shown_at: float | None = Field(default=None, sa_type=Float)
    missed_at: float | None = Field(default=None, sa_type=Float)
