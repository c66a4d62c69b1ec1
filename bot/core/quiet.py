"""When someone is not to be disturbed, and until when.

What a seller may expect of a time of rest: nothing rings. Cards still come, silently, so that
whoever looks sees them. Where a talk becomes heated, someone else is told: whoever is on duty, or
else a manager, of those who are not resting themselves; where there is nobody, the card waits. When
the time is over, one line says what is still open.

Hours and days are those of the shop's clock, whatever it does in spring and autumn. Everything but
a mute begins and ends at a quarter of an hour, and so do the clocks' own changes everywhere.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.core.pasted.plain import with_latin_digits

QUARTER_SECONDS = 900.0
HORIZON_SECONDS = 14 * 86_400.0
MORNING = 8 * 60
_DAY_MINUTES = 24 * 60
_BEFORE_DAWN = 5
_HOURS = re.compile(
    r"(?:از |from )?(\d{1,2})(?::(\d{2}))? ?(?:تا|to|until|[-–]) ?(\d{1,2})(?::(\d{2}))?"
)


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when, in minutes after midnight; those that end before they begin pass it."""

    begin: int
    end: int

    def cover(self, minute: int) -> bool:
        """Whether a minute of the day is among them."""
        if self.begin <= self.end:
            return self.begin <= minute < self.end
        return minute >= self.begin or minute < self.end


@dataclass(frozen=True, slots=True)
class Rest:
    """When someone rests: every day at these hours, on these weekdays (0 is Monday), these dates.

    `muted_until`, in seconds, and `is_muted`, until they say otherwise, are what they said last.
    """

    hours: Hours | None = None
    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    muted_until: float | None = None
    is_muted: bool = False

    def covers(self, moment: datetime) -> bool:
        """Whether a moment, as the shop's clock shows it, is one of rest, mutes aside."""
        if moment.weekday() in self.weekdays or moment.date() in self.dates:
            return True
        return self.hours is not None and self.hours.cover(moment.hour * 60 + moment.minute)


def quiet_until(rest: Rest, at: float, zone: tzinfo) -> float | None:
    """When the rest ends that goes on at a moment; None where there is none.

    Infinity where only they themselves can end it. Who looks further than `HORIZON_SECONDS` ahead
    asks again then.
    """
    if rest.is_muted:
        return float("inf")
    end = max(at, rest.muted_until or at)
    while rest.covers(datetime.fromtimestamp(end, zone)):
        end = (end // QUARTER_SECONDS + 1) * QUARTER_SECONDS
        if end > at + HORIZON_SECONDS:
            break
    return end if end > at else None


def tomorrow_morning(rest: Rest, at: float, zone: tzinfo) -> float:
    """When «until tomorrow» ends: as their quiet hours do, or at eight; of a short night, today."""
    now = datetime.fromtimestamp(at, zone)
    day = now.date() if now.hour < _BEFORE_DAWN else now.date() + timedelta(days=1)
    ends = rest.hours.end if rest.hours is not None else MORNING
    minute = ends if _BEFORE_DAWN * 60 <= ends < _DAY_MINUTES // 2 else MORNING
    morning = datetime.combine(day, time(minute // 60, minute % 60), zone)
    return morning.timestamp()


def hours_in(words: str) -> Hours | None:
    """The hours of «۲۲ تا ۸» or "22:30 to 7"; None where there are none, or no whole quarters."""
    found = _HOURS.fullmatch(with_latin_digits(words).strip().lower())
    if found is None:
        return None
    begin, end = _minute(found[1], found[2]), _minute(found[3], found[4])
    if begin is None or end is None or begin == end:
        return None
    return Hours(begin, end)


def _minute(hour: str, minute: str | None) -> int | None:
    of_hour, whole = int(minute or 0), int(hour)
    if whole > 24 or of_hour > 59 or of_hour % 15:
        return None
    return (whole * 60 + of_hour) % _DAY_MINUTES
