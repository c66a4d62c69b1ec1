"""What sellers are reminded of, and who wants no reminders."""

from sqlalchemy import BigInteger, Column, Float
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class ReminderRow(SQLModel, table=True):
    """A promise of a seller's, or a look back at a trouble that ended well; times in seconds.

    `words` are the seller's own, `message_id` the message they stand in; `draft` is one that the
    seller is asked about, or that is on its way. `told_at` is when they were last reminded.
    """

    __tablename__ = "reminder"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    person_id: int = Field(sa_type=BigInteger, index=True)
    conversation_id: int = Field(foreign_key="conversation.id", index=True)
    kind: str
    state: str
    made_at: float = Field(sa_type=Float)
    due_at: float = Field(sa_type=Float)
    told_at: float | None = Field(default=None, sa_type=Float)
    act: str | None = None
    words: str = Field(default="", sa_type=Words)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    is_soon: bool = False
    is_shared: bool = False
    card_id: int | None = Field(default=None, unique=True)
    draft: str | None = Field(default=None, sa_type=Words)


class NoReminderRow(SQLModel, table=True):
    """Someone who wants no reminders of a kind, since when."""

    __tablename__ = "no_reminder"

    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: str = Field(primary_key=True)
    since: float = Field(sa_type=Float)
