"""What a picture shows: plain data, in the reader's words; how it looks is decided elsewhere.

Labels come localised. Numbers on axes and bars, and the names of days, are written here, as the
picture's language writes them. Labels may hold people's names: any text is safe, whatever is in it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.days import Span
from bot.core.spans import Almanac
from bot.core.trouble import Outcome


class Theme(StrEnum):
    """Whether the reader's screen is light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Trend(StrEnum):
    """Where a number has gone since the span before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """How a number differs from the span before: «۱۲٪» and an arrow; `is_good` colours it."""

    label: str
    trend: Trend = Trend.SAME
    is_good: bool | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """One big number; `value` is written out: «۴۲», «۳ دقیقه»."""

    value: str
    label: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class DayTalks:
    """A day's conversations: those that stayed calm, those still tense, those that calmed down."""

    day: date
    calm: int = 0
    tense: int = 0
    calmed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.calm + self.tense + self.calmed


@dataclass(frozen=True, slots=True)
class Talks:
    """Conversations by day, stacked; long spans are summed by week or month. Days may be missing.

    `empty` is said where nothing was counted, here as in every panel. `calm_label` is empty where
    calm conversations are not counted.
    """

    title: str
    span: Span
    days: tuple[DayTalks, ...]
    calm_label: str
    tense_label: str
    calmed_label: str
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: a situation, a playbook, a step; `part` of the `count` is drawn stronger."""

    label: str
    count: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Bars below each other, in the order given; `part_label` says what the stronger part is.

    At most `MOST_ROWS` are drawn.
    """

    title: str
    rows: tuple[Row, ...]
    count_label: str = ""
    part_label: str = ""
    empty: str = ""


MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Wait:
    """The first answers of some days: half came within `median` seconds, nine in ten within
    `nine_in_ten`.
    """

    span: Span
    median: float
    nine_in_ten: float


@dataclass(frozen=True, slots=True)
class Units:
    """The names of units on the axis of waits: «۵ دقیقه»."""

    seconds: str
    minutes: str
    hours: str
    days: str


@dataclass(frozen=True, slots=True)
class WaitRange:
    """Waits over time. Medians cannot be summed: give one `Wait` for each of
    `bot.charts.parts.parts_of`, leaving out parts without answers.
    """

    title: str
    span: Span
    waits: tuple[Wait, ...]
    median_label: str
    nine_label: str
    units: Units
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many ended so."""

    outcome: Outcome
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Shares:
    """One bar of all outcomes, with a legend; give them in the order of `Outcome`."""

    title: str
    shares: tuple[Share, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Tension:
    """Mean tension, 0 to 3, at points in order of time; None where nobody wrote."""

    title: str
    points: tuple[float | None, ...]
    first_label: str
    last_label: str
    calm_label: str
    tense_label: str
    empty: str = ""


type Panel = Talks | Rows | WaitRange | Shares | Tension


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture; "fa" runs right to left, time too, with Jalali days.

    `almanac` says where weeks and months begin; that of Iran's shops unless given.
    """

    language: str
    title: str
    subtitle: str
    numbers: tuple[Number, ...] = ()
    panels: tuple[Panel, ...] = ()
    footer: str = ""
    almanac: Almanac | None = None
