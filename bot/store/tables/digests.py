"""Managers' digests: when each wants theirs, which is next, and which days are done."""

from sqlalchemy import BigInteger, Column, Float, Integer
from sqlmodel import Field, SQLModel


def _shop_column() -> "Column[int]":
    return Column(Integer, primary_key=True, autoincrement=False, nullable=False)


def _person_column() -> "Column[int]":
    return Column(BigInteger, primary_key=True, autoincrement=False, nullable=False)


class DigestWishRow(SQLModel, table=True):
    """When someone wants their digest; `weekdays` are digits from 0 for Monday."""

    __tablename__ = "digest_wish"

    shop_id: int = Field(sa_column=_shop_column())
    person_id: int = Field(sa_column=_person_column())
    minute: int
    weekdays: str
    is_on: bool
    on_empty: bool


class DigestPlanRow(SQLModel, table=True):
    """Someone's next digest: its day, as ISO text, and when it is due, in seconds."""

    __tablename__ = "digest_plan"

    shop_id: int = Field(sa_column=_shop_column())
    person_id: int = Field(sa_column=_person_column())
    day: str
    due_at: float = Field(sa_type=Float)


class DigestRow(SQLModel, table=True):
    """A day's digest of someone: claimed until, on its way since, and done at, in seconds.

    `told` are the keys of the findings in it, a line each.
    """

    __tablename__ = "digest"

    shop_id: int = Field(sa_column=_shop_column())
    person_id: int = Field(sa_column=_person_column())
    day: str = Field(primary_key=True)
    claimed_until: float = Field(sa_type=Float)
    sending_at: float | None = Field(default=None, sa_type=Float)
    done_at: float | None = Field(default=None, sa_type=Float)
    told: str = ""
