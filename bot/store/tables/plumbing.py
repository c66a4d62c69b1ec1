"""The outbox, and what keeps several processes in step."""

from typing import Any

from sqlalchemy import BigInteger, Column, Float, Index, Integer, Text, text
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words

_DUE = text("state = 'due'")
WAITING: dict[str, Any] = {"sqlite_where": _DUE, "postgresql_where": _DUE}
"""For an index of the letters that wait alone: the sent are many."""


class LetterRow(SQLModel, table=True):
    """The outbox. `state` is due, sent or given_up; `due_at` is when it may go."""

    __tablename__ = "letter"
    __table_args__ = (
        Index("letter_queue", "state", "due_at"),
        Index("letter_turn", "urgency", "id", "due_at", "to", **WAITING),
    )

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    to: int = Field(sa_column=Column("to", BigInteger, nullable=False))
    body: str = Field(sa_type=Words)
    card_id: int | None = Field(default=None, index=True)
    urgency: str
    state: str = "due"
    due_at: float = Field(sa_type=Float)
    attempts: int = 0
    revision: int = 0
    trouble: str | None = None
    sent_at: float | None = Field(default=None, sa_type=Float)


class ReaderRow(SQLModel, table=True):
    """Whoever gets letters: `holder` brings them until `held_until`, nobody before `shut_until`."""

    __tablename__ = "letter_reader"

    to: int = Field(sa_column=Column("to", BigInteger, primary_key=True, autoincrement=False))
    holder: str
    held_until: float = Field(sa_type=Float)
    shut_until: float = Field(sa_type=Float)


class UpdateRow(SQLModel, table=True):
    """An update of a bot that has been dealt with; a redelivered one is known by it.

    Those of before bots were told apart are of bot 0.
    """

    __tablename__ = "seen_update"

    bot_id: int = Field(
        sa_column=Column(BigInteger, primary_key=True, autoincrement=False, server_default="0")
    )
    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    at: float = Field(sa_type=Float, index=True)


class RevisionRow(SQLModel, table=True):
    """How often something that every process keeps ready has changed."""

    __tablename__ = "revision"

    name: str = Field(primary_key=True)
    number: int


class SealRow(SQLModel, table=True):
    """By what a key for stored words is known: `proof` is sealed with it.

    `is_whole` once every word that was kept in clear, or by an older key, has been sealed anew.
    """

    __tablename__ = "seal"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    proof: str = Field(sa_type=Text)
    is_whole: bool
