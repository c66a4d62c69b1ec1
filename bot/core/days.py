"""Days of a shop's own clock: figures are counted by them, whatever that clock does in spring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from bot.core.people import TEHRAN

_TEHRAN = timezone(timedelta(hours=3, minutes=30), TEHRAN)  # not moved since 2022


def zone_of(name: str) -> tzinfo:
    """A zone's clock; that of most shops needs no table of zones on the machine."""
    return _TEHRAN if name == TEHRAN else ZoneInfo(name)


def day_of(at: float, zone: tzinfo) -> date:
    """The day that a moment, in seconds since the epoch, belongs to."""
    return datetime.fromtimestamp(at, zone).date()


def begin_of(day: date, zone: tzinfo) -> float:
    """When a day begins, in seconds since the epoch; where midnight is skipped, just after."""
    midnight = datetime.combine(day, time.min, zone)
    return midnight.astimezone(UTC).timestamp()


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Span":
        """The span of as many days just before."""
        return Span(self.first - timedelta(self.days), self.first - timedelta(1))

    def __iter__(self) -> Iterator[date]:
        """The days, oldest first."""
        return (self.first + timedelta(number) for number in range(self.days))
