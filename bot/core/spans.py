"""The days that figures are asked for: a day, a week, a month or others; and what came before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from bot.core.days import Span, begin_of

SATURDAY, MONDAY = 5, 0
"""Where a week may begin, as `date.weekday` counts."""


class Stretch(StrEnum):
    """What is asked for; the values travel in callback data."""

    DAY = "d"
    WEEK = "w"
    MONTH = "m"
    DAYS = "r"


@dataclass(frozen=True, slots=True)
class Almanac:
    """How a reader counts: `month_of` gives the month of a day, `week_begins` a weekday."""

    month_of: Callable[[date], Span]
    week_begins: int = SATURDAY

    def week_of(self, day: date) -> Span:
        """The week of a day."""
        first = day - timedelta((day.weekday() - self.week_begins) % 7)
        return Span(first, first + timedelta(6))


@dataclass(frozen=True, slots=True)
class Period:
    """What is asked for, as it stands today.

    `whole` may not be over, or not even have begun to be; `whole_before` is the like span before.
    """

    stretch: Stretch
    whole: Span
    whole_before: Span
    today: date

    @property
    def is_unfinished(self) -> bool:
        """Whether it goes on, today being one of its days."""
        return self.today <= self.whole.last

    @property
    def span(self) -> Span:
        """The days that can be counted: until today."""
        return Span(self.whole.first, max(self.whole.first, min(self.whole.last, self.today)))

    @property
    def before(self) -> Span:
        """What it is compared with: the span before, as many days of it where this goes on."""
        if not self.is_unfinished:
            return self.whole_before
        first, last = self.whole_before.first, self.whole_before.last
        return Span(first, min(last, first + timedelta(self.span.days - 1)))

    def cut(self, now: float, zone: tzinfo) -> float | None:
        """Until when the last day of `before` counts, in seconds; None where it counts whole.

        While today goes on, the day that is compared with it counts until the same hour.
        """
        if not self.is_unfinished or self.before.days < self.span.days:
            return None
        begin = datetime.fromtimestamp(begin_of(self.before.last, zone), zone)
        hour = datetime.fromtimestamp(now, zone).time()
        return max(begin.timestamp(), datetime.combine(begin.date(), hour, zone).timestamp())


def period(asked: "Asked", today: date, almanac: Almanac) -> Period:
    """What is asked for, with the almanac of whoever asks."""
    whole, before = _whole(asked, almanac)
    return Period(asked.stretch, whole, before, today)


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch by any of its days, or by its `first` and how many `days`."""

    stretch: Stretch
    first: date
    days: int = 1

    def shifted(self, by: Period, *, later: bool) -> "Asked":
        """The like stretch just after, or just before, the period that this one is."""
        first = by.whole.last + timedelta(1) if later else by.whole_before.first
        return Asked(self.stretch, first, self.days)


def _whole(asked: Asked, almanac: Almanac) -> tuple[Span, Span]:
    match asked.stretch:
        case Stretch.WEEK:
            whole = almanac.week_of(asked.first)
        case Stretch.MONTH:
            whole = almanac.month_of(asked.first)
            return whole, almanac.month_of(whole.first - timedelta(1))
        case Stretch.DAY:
            whole = Span(asked.first, asked.first)
        case Stretch.DAYS:
            whole = Span(asked.first, asked.first + timedelta(max(1, asked.days) - 1))
    return whole, whole.before
