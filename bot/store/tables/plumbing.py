"""The outbox, and what keeps several processes in step."""

from sqlalchemy import BigInteger, Column, Float, Index, Text
from sqlmodel import Field, SQLModel


class LetterRow(SQLModel, table=True):
    """The outbox. `state` is due, sent or given_up; `due_at` is when it may go."""

    __tablename__ = "letter"
    __table_args__ = (Index("letter_queue", "state", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    to: int = Field(sa_column=Column("to", BigInteger, nullable=False))
    body: str = Field(sa_type=Text)
    card_id: int | None = Field(default=None, index=True)
    urgency: str
    state: str = "due"
    due_at: float = Field(sa_type=Float)
    attempts: int = 0
    revision: int = 0
    trouble: str | None = None
    sent_at: float | None = Field(default=None, sa_type=Float)


class UpdateRow(SQLModel, table=True):
    """An update that has been dealt with; a redelivered one is known by it."""

    __tablename__ = "seen_update"

    id: int = Field(sa_type=BigInteger, primary_key=True)
    at: float = Field(sa_type=Float, index=True)


class RevisionRow(SQLModel, table=True):
    """How often something that every process keeps ready has changed."""

    __tablename__ = "revision"

    name: str = Field(primary_key=True)
    number: int
