"""Conversations that were handed over to managers."""

from sqlalchemy import BigInteger, Float, Index
from sqlmodel import Field, SQLModel


class HandoverRow(SQLModel, table=True):
    """A seller's call for a manager; `brief_id` is the brief of the manager asked last.

    `wanted` is the step that needs a manager's leave, `amount` the sum in toman then spoken of. No
    words of the customer are kept here: a brief is drawn from the conversation's own rows.
    """

    __tablename__ = "handover"
    __table_args__ = (Index("handover_of_conversation", "conversation_id", "stage"),)

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    conversation_id: int = Field(foreign_key="conversation.id")
    card_id: int = Field(foreign_key="card.id")
    stage: str
    brief_id: int
    wanted: str | None = None
    amount: int | None = Field(default=None, sa_type=BigInteger)
    unanswered: bool = False
    verdict: str | None = None
    begun_at: float = Field(sa_type=Float)
    changed_at: float = Field(sa_type=Float)


class BriefRow(SQLModel, table=True):
    """A manager who was asked, when, and which message on their screen the brief is."""

    __tablename__ = "brief"
    __table_args__ = (Index("brief_on_screen", "manager_id", "message_id"),)

    id: int | None = Field(default=None, primary_key=True)
    handover_id: int = Field(foreign_key="handover.id", index=True)
    manager_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    asked_at: float = Field(sa_type=Float)
