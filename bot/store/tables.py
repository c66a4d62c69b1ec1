"""The tables. Times are seconds since the epoch; JSON columns hold one dataclass of core each.

A customer's words stand in `turn.text` (and `turn.start`, which follows it), `lesson.text` and
`inquiry.text`; quoted in the `face` of a card, the `signals` of an assessment, the opinions of an
inquiry and, until it is delivered, a brief; and folded in a conversation's `memory`.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Computed,
    Float,
    Index,
    Table,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

START_LETTERS = 64
"""So much of a turn's text is indexed: the whole of it may be too long for that."""


def table_of(row: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a class, for statements that bypass the identity map."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table


class PersonRow(SQLModel, table=True):
    """Someone of the team: seller, manager or owner. `id` is Telegram's user id."""

    __tablename__ = "person"

    id: int = Field(sa_type=BigInteger, primary_key=True)
    first_name: str
    locale: str | None = None
    started_at: float | None = Field(default=None, sa_type=Float)
    unreachable_since: float | None = Field(default=None, sa_type=Float)


class ConnectionRow(SQLModel, table=True):
    """A seller's business connection. `can_reply` says whether Aram may write as the seller."""

    __tablename__ = "connection"

    id: str = Field(primary_key=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    whisper_chat_id: int = Field(sa_type=BigInteger)
    connected_at: float = Field(sa_type=Float)
    can_reply: bool = False
    is_enabled: bool = True


class ConversationRow(SQLModel, table=True):
    """One conversation between a customer and a seller."""

    __tablename__ = "conversation"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    channel: str
    chat_id: int = Field(sa_type=BigInteger, index=True)
    customer_id: int = Field(sa_type=BigInteger, index=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    customer_name: str | None = None
    connection_id: str | None = None
    memory: str = Field(sa_type=Text)
    course: str = Field(sa_type=Text)
    card_id: int | None = None
    last_customer_at: float | None = Field(default=None, sa_type=Float)
    updated_at: float = Field(sa_type=Float)


class TurnRow(SQLModel, table=True):
    """One message. `text` is empty for media without words; `deleted_at` says it was withdrawn.

    `start`, the first letters of the text, is the database's own work; turns are found by it.
    """

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("conversation_id", "message_id"),
        Index("turn_start", "start", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id")
    message_id: int = Field(sa_type=BigInteger)
    who: str
    at: float = Field(sa_type=Float, index=True)
    text: str = Field(sa_type=Text)
    media: str | None = None
    edited: bool = False
    deleted_at: float | None = Field(default=None, sa_type=Float)
    start: str | None = Field(
        default=None, sa_column=Column(Text, Computed(f"substr(text, 1, {START_LETTERS})"))
    )


class AssessmentRow(SQLModel, table=True):
    """What was found in a customer's turn, and what was decided. An edited turn has several."""

    __tablename__ = "assessment"

    id: int | None = Field(default=None, primary_key=True)
    turn_id: int = Field(foreign_key="turn.id", index=True)
    tension: int
    risk: float = Field(sa_type=Float)
    situations: str
    signals: str = Field(sa_type=Text)
    decision: str


class CardRow(SQLModel, table=True):
    """One card, from the first whisper of a trouble to its end."""

    __tablename__ = "card"

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", index=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    state: str
    face: str = Field(sa_type=Text)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    opened_at: float = Field(sa_type=Float)
    changed_at: float = Field(sa_type=Float)


class PressRow(SQLModel, table=True):
    """A button that was pressed on a card, by whom and when."""

    __tablename__ = "press"

    id: int | None = Field(default=None, primary_key=True)
    card_id: int = Field(foreign_key="card.id", index=True)
    person_id: int = Field(sa_type=BigInteger)
    action: str
    step: str | None = None
    at: float = Field(sa_type=Float)


class LessonRow(SQLModel, table=True):
    """What someone of the team taught: `text` are a customer's words, `alarm` whether they alarm.

    `turn_id` is the turn it was taught at, None for words brought from elsewhere. A lesson is in
    force until it is withdrawn.
    """

    __tablename__ = "lesson"

    id: int | None = Field(default=None, primary_key=True)
    text: str = Field(sa_type=Text)
    alarm: bool
    situations: str
    person_id: int = Field(sa_type=BigInteger, index=True)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)
    created_at: float = Field(sa_type=Float)
    withdrawn_at: float | None = Field(default=None, sa_type=Float)
    withdrawn_by: int | None = Field(default=None, sa_type=BigInteger)


class InquiryRow(SQLModel, table=True):
    """What someone asked Aram about, and its answer: `opinion_there` is of the kept turn it was."""

    __tablename__ = "inquiry"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(sa_type=BigInteger)
    text: str = Field(sa_type=Text)
    opinion: str = Field(sa_type=Text)
    opinion_there: str | None = Field(default=None, sa_type=Text)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)
    lesson_id: int | None = Field(default=None, foreign_key="lesson.id", index=True)
    created_at: float = Field(sa_type=Float, index=True)


class RevisionRow(SQLModel, table=True):
    """How often something that every process keeps ready has changed."""

    __tablename__ = "revision"

    name: str = Field(primary_key=True)
    number: int


class LetterRow(SQLModel, table=True):
    """The outbox. `state` is due, sent or given_up; `due_at` is when it may go."""

    __tablename__ = "letter"
    __table_args__ = (Index("letter_queue", "state", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
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
