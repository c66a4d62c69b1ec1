"""What was said, what was found in it, and the cards that came of it."""

from sqlalchemy import BigInteger, Float, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.store.sealing import ShortWords, Words

HAS_WORDS = text("(text <> '' or likeness is not null)")
"""Of a turn whose words are still kept; one that was emptied by an edit has had words."""


class ConversationRow(SQLModel, table=True):
    """One conversation between a customer and a seller.

    In a group, `answered_by` is who of the team last answered the customer, and `answered_at` when.
    `handle` is the likeness of the customer's @username, which itself is not kept.
    """

    __tablename__ = "conversation"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int = Field(index=True)
    key: str = Field(unique=True)
    channel: str
    chat_id: int = Field(sa_type=BigInteger, index=True)
    customer_id: int = Field(sa_type=BigInteger, index=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    customer_name: str | None = Field(default=None, sa_type=ShortWords)
    handle: str | None = Field(default=None, index=True)
    connection_id: str | None = None
    memory: str = Field(sa_type=Words)
    course: str = Field(sa_type=Text)
    card_id: int | None = None
    trouble_id: int | None = None
    last_customer_at: float | None = Field(default=None, sa_type=Float)
    last_at: float | None = Field(default=None, sa_type=Float)
    updated_at: float = Field(sa_type=Float)
    answered_by: int | None = Field(default=None, sa_type=BigInteger)
    answered_at: float | None = Field(default=None, sa_type=Float)


class TurnRow(SQLModel, table=True):
    """One message. `text` is empty for media without words; `deleted_at` says it was withdrawn.

    `likeness`, a digest of the text, is by what the same words are found again; once the words are
    no longer kept, it is None.
    """

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("conversation_id", "message_id"),
        Index("turn_likeness", "likeness", "id"),
        Index("turn_with_words", "at", sqlite_where=HAS_WORDS, postgresql_where=HAS_WORDS),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id")
    message_id: int = Field(sa_type=BigInteger)
    who: str
    at: float = Field(sa_type=Float, index=True)
    text: str = Field(sa_type=Words)
    media: str | None = None
    edited: bool = False
    deleted_at: float | None = Field(default=None, sa_type=Float)
    likeness: str | None = None


class AssessmentRow(SQLModel, table=True):
    """What was found in a customer's turn, and what was decided. An edited turn has several."""

    __tablename__ = "assessment"

    id: int | None = Field(default=None, primary_key=True)
    turn_id: int = Field(foreign_key="turn.id", index=True)
    tension: int
    risk: float = Field(sa_type=Float)
    situations: str
    signals: str = Field(sa_type=Words)
    decision: str


class CardRow(SQLModel, table=True):
    """One card, from the first whisper of a trouble to its end.

    `playbook` is the one whose words it showed last while it was open.
    """

    __tablename__ = "card"

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", index=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    state: str
    face: str = Field(sa_type=Words)
    playbook: str | None = None
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


class WordsSentRow(SQLModel, table=True):
    """When a seller last sent a draft's words to a customer; `draft` is the mark of the draft."""

    __tablename__ = "words_sent"

    seller_id: int = Field(sa_type=BigInteger, primary_key=True)
    draft: str = Field(primary_key=True)
    at: float = Field(sa_type=Float)
