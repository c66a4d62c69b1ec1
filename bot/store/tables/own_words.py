"""The seller's own words: what may go as them, and the gentle words that they were told."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class OwnChoiceRow(SQLModel, table=True):
    """Texts that a seller may send as themselves below a card; `texts` is JSON."""

    __tablename__ = "own_choice"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    person_id: int = Field(sa_type=BigInteger)
    card_id: int = Field(foreign_key="card.id", index=True)
    texts: str = Field(sa_type=Words)
    created_at: float = Field(sa_type=Float, index=True)


class BreathRow(SQLModel, table=True):
    """The last gentle word about a conversation: about a message of when, and to whom."""

    __tablename__ = "breath"

    conversation_id: int = Field(
        sa_column=Column(ForeignKey("conversation.id"), primary_key=True, autoincrement=False)
    )
    seller_id: int = Field(sa_type=BigInteger, index=True)
    at: float = Field(sa_type=Float)


class NoBreathRow(SQLModel, table=True):
    """Someone who wants no gentle words, since when."""

    __tablename__ = "no_breath"

    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    since: float = Field(sa_type=Float)
