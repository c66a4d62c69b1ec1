"""What sellers hand over to be read: forwarded messages, copied chats, e-mails."""

from sqlalchemy import BigInteger, Float
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class PileRow(SQLModel, table=True):
    """A pile: what one person handed over in one go, until it has been read.

    `pieces` are the customers' words. They are emptied as soon as the answer is kept, unless it is
    still open which of two speakers is the seller; then they go with the row, which is forgotten a
    day later. What stays is the inquiry: the one message that the answer is about, names, and at
    most three sentences of a long text.
    """

    __tablename__ = "pile"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    person_id: int = Field(sa_type=BigInteger, index=True)
    pieces: str = Field(sa_type=Words)
    revision: int = 0
    letter: int | None = None
    inquiry: int | None = Field(default=None, foreign_key="inquiry.id", index=True)
    begun_at: float = Field(sa_type=Float, index=True)
    read_at: float | None = Field(default=None, sa_type=Float)
