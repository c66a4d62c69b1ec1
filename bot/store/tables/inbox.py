"""Updates that were taken over from whoever brought them, until they have been dealt with."""

from sqlalchemy import BigInteger, Column, Float, Index
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class InboxRow(SQLModel, table=True):
    """An update, whole, as Telegram wrote it; `lane` is the chat whose order it belongs to.

    The process `holder` deals with it as long as it lives. While `is_offered`, the bot that Aram
    lives in may still take it for itself. One that failed `attempts` times with `trouble`, the last
    error's kind, has been set aside since `set_aside_at`.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("inbox_lane", "bot_id", "lane", "update_id"),
        Index("inbox_of_holder", "bot_id", "holder"),
    )

    bot_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    lane: int = Field(sa_type=BigInteger)
    body: str = Field(sa_type=Words)
    came_at: float = Field(sa_type=Float)
    is_offered: bool = False
    holder: str
    attempts: int = 0
    trouble: str | None = None
    set_aside_at: float | None = Field(default=None, sa_type=Float)


class HolderRow(SQLModel, table=True):
    """A process that keeps updates; it lives as long as it says so before `held_until`."""

    __tablename__ = "inbox_holder"

    bot_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    holder: str = Field(primary_key=True)
    held_until: float = Field(sa_type=Float)
