"""What a shop taught, and what was asked."""

from sqlalchemy import BigInteger, Float
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class LessonRow(SQLModel, table=True):
    """What someone of the team taught: `text` are a customer's words, `alarm` whether they alarm.

    `turn_id` is the turn it was taught at, None for words brought from elsewhere. A lesson is in
    force until it is withdrawn.
    """

    __tablename__ = "lesson"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int = Field(index=True)
    text: str = Field(sa_type=Words)
    alarm: bool
    situations: str
    person_id: int = Field(sa_type=BigInteger, index=True)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)
    created_at: float = Field(sa_type=Float)
    withdrawn_at: float | None = Field(default=None, sa_type=Float)
    withdrawn_by: int | None = Field(default=None, sa_type=BigInteger)


class InquiryRow(SQLModel, table=True):
    """What someone asked Aram about, and its answer: `opinion_there` is of the kept turn it was.

    `handed` tells of the talk that the text is from, where a whole one was handed over.
    """

    __tablename__ = "inquiry"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    person_id: int = Field(sa_type=BigInteger)
    text: str = Field(sa_type=Words)
    opinion: str = Field(sa_type=Words)
    opinion_there: str | None = Field(default=None, sa_type=Words)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)
    lesson_id: int | None = Field(default=None, foreign_key="lesson.id", index=True)
    created_at: float = Field(sa_type=Float, index=True)
    handed: str | None = Field(default=None, sa_type=Words)
