"""Tense customers who wait for an answer, and kind words to sellers."""

from sqlalchemy import BigInteger, Column, Float, Integer
from sqlmodel import Field, SQLModel


class SilenceRow(SQLModel, table=True):
    """The newest silence of a conversation, and who was told of it when; times in seconds.

    `since` is when the first of the customer's unanswered messages came that belong together.
    """

    __tablename__ = "silence"

    conversation_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    card_id: int
    since: float = Field(sa_type=Float)
    seller_at: float | None = Field(default=None, sa_type=Float)
    manager_at: float | None = Field(default=None, sa_type=Float)
    closing_at: float | None = Field(default=None, sa_type=Float)
    taken_on_at: float | None = Field(default=None, sa_type=Float)
    again_at: float | None = Field(default=None, sa_type=Float)


class PatienceRow(SQLModel, table=True):
    """After how many minutes of silence a shop wants seller and manager nudged; 0 for never."""

    __tablename__ = "patience"

    shop_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    seller: int
    manager: int


class CareRow(SQLModel, table=True):
    """When a seller of a shop was last told a kind word, and when a manager heard of it."""

    __tablename__ = "care"

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    seller_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: float = Field(sa_type=Float)
    told_at: float | None = Field(default=None, sa_type=Float)


class NoCareRow(SQLModel, table=True):
    """Someone who wants no kind words, since when."""

    __tablename__ = "no_care"

    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    since: float = Field(sa_type=Float)
