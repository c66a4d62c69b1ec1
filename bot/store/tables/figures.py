"""What figures are made of: troubles, the steps used in them, and counts by day.

A `day` is a date of the shop's clock, as ISO text.
"""

from sqlalchemy import BigInteger, Column, Float, Index, Integer
from sqlmodel import Field, SQLModel

BY_ITS_KEY = {"sqlite_with_rowid": False}
"""SQLite keeps the rows in the order of their key, and finds those of some days side by side."""


class TroubleRow(SQLModel, table=True):
    """One trouble; `id` is its card's. See `bot.core.trouble.Trouble`.

    `heard_before` counts what the customer had said before it, `leave_before` is the sum for which
    a refund had been allowed by then, 0 for any.
    """

    __tablename__ = "trouble"
    __table_args__ = (
        Index("trouble_of_day", "shop_id", "day"),
        Index("trouble_of_conversation", "conversation_id"),
    )

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    shop_id: int
    day: str
    conversation_id: int
    seller_id: int = Field(sa_type=BigInteger)
    channel: str
    opened_at: float = Field(sa_type=Float)
    playbook: str | None = None
    about: str | None = None
    peak: int
    heard_before: int
    turns: int = 1
    answered_at: float | None = Field(default=None, sa_type=Float)
    calmed_at: float | None = Field(default=None, sa_type=Float)
    calm_turns: int | None = None
    flared_at: float | None = Field(default=None, sa_type=Float)
    offered: bool = False
    promised: bool = False
    refunded: bool = False
    allowed: bool = False
    leave_before: int | None = Field(default=None, sa_type=BigInteger)
    parted: bool = False
    leaving_at: float | None = Field(default=None, sa_type=Float)
    called: bool = False
    taken_over: bool = False
    dismissed: bool = False
    chosen: str | None = None
    chosen_by: int | None = Field(default=None, sa_type=BigInteger)


class StepUseRow(SQLModel, table=True):
    """What became of a step, or of one of its drafts, in one trouble."""

    __tablename__ = "step_use"

    trouble_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    playbook: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    draft: str = Field(primary_key=True)
    shown_at: float = Field(sa_type=Float)
    sent_at: float | None = Field(default=None, sa_type=Float)
    helped_at: float | None = Field(default=None, sa_type=Float)


class TalkDayRow(SQLModel, table=True):
    """What was said in a conversation on one day; `seconds` is the team's time.

    The index holds all that is summed over a shop's days.
    """

    __tablename__ = "talk_day"
    __table_args__ = (
        Index(
            "talk_day_of_shop",
            "shop_id",
            "day",
            "conversation_id",
            "customer_turns",
            "seller_turns",
            "seconds",
        ),
        BY_ITS_KEY,
    )

    conversation_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    day: str = Field(primary_key=True)
    shop_id: int
    customer_turns: int = 0
    seller_turns: int = 0
    seconds: float = Field(default=0.0, sa_type=Float)


class FigureDayRow(SQLModel, table=True):
    """The counts of a day's troubles; see `bot.core.trouble.Cell` and `Counts`."""

    __tablename__ = "figure_day"
    __table_args__ = BY_ITS_KEY

    shop_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    day: str = Field(primary_key=True)
    seller_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    channel: str = Field(primary_key=True)
    playbook: str = Field(primary_key=True)
    about: str = Field(primary_key=True)
    troubles: int
    abusive: int
    answered: int
    calmed: int
    calm_turns: int
    offered: int
    allowed: int
    called: int
    ended_open: int
    ended_calmed: int
    ended_refunded: int
    ended_parted: int
    ended_left: int
    ended_handed_over: int
    ended_false_alarm: int


class StepDayRow(SQLModel, table=True):
    """The counts of the steps and drafts of a day's troubles."""

    __tablename__ = "step_day"
    __table_args__ = BY_ITS_KEY

    shop_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    day: str = Field(primary_key=True)
    playbook: str = Field(primary_key=True)
    step: str = Field(primary_key=True)
    draft: str = Field(primary_key=True)
    shown: int
    sent: int
    helped: int
    calmed: int


class StaleDayRow(SQLModel, table=True):
    """A trouble that has changed since its day was counted.

    A row for each, so that those who write about different ones do not wait for each other.
    """

    __tablename__ = "stale_day"

    shop_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    day: str = Field(primary_key=True)
    trouble_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
