"""Negative words in public, in outline, and the addresses that the shop itself uses."""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class CommentRow(SQLModel, table=True):
    """A customer's negative message in a group; `sketch` holds numbers, from which no words come.

    `sketch` is empty where the text is too short to be compared.
    """

    __tablename__ = "comment"
    __table_args__ = (
        UniqueConstraint("shop_id", "chat_id", "message_id"),
        Index("comment_of_shop", "shop_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    author_id: int = Field(sa_type=BigInteger)
    at: float = Field(sa_type=Float)
    sketch: str = Field(sa_type=Text)


class CommentMarkRow(SQLModel, table=True):
    """One of the numbers by which comments of like words find each other."""

    __tablename__ = "comment_mark"
    __table_args__ = (Index("comment_by_mark", "mark"),)

    comment_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("comment.id"), primary_key=True, autoincrement=False
        )
    )
    mark: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))


class OwnAddressRow(SQLModel, table=True):
    """A link or name of the shop's own: one that its team or its channel has written or bears."""

    __tablename__ = "own_address"

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    address: str = Field(primary_key=True)


class CommentRequestRow(SQLModel, table=True):
    """A comment that managers were last asked about, and when."""

    __tablename__ = "comment_request"

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    asked_at: float = Field(sa_type=Float)


class PublicAnswerRow(SQLModel, table=True):
    """Words of the shop for all to see in a group, as a manager was shown them; `stage` says
    whether they were confirmed and sent, `at` since when.
    """

    __tablename__ = "public_answer"
    __table_args__ = (Index("public_answer_of_card", "card_id"),)

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int
    card_id: int = Field(foreign_key="card.id")
    person_id: int = Field(sa_type=BigInteger)
    reply_to: int = Field(sa_type=BigInteger)
    text: str = Field(sa_type=Words)
    stage: str
    at: float = Field(sa_type=Float)
