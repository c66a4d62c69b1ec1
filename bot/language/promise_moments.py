"""Which moment is meant by a day, a part of it and an hour, as people mean them.

A day without an hour means its noon: so there is time left to keep the promise. Whoever speaks of
tomorrow after midnight means the day after the night.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.language.promise_words import Part

NOON = 12
NIGHT_ENDS = 4
HOUR = timedelta(hours=1)
SOON = timedelta(minutes=30)
LATEST = time(23, 0)
LATELY = timedelta(hours=3)


class Sort(StrEnum):
    """How sure a time is: named, or just now."""

    NAMED = "named"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class When:
    """A time read from words."""

    moment: datetime
    sort: Sort = Sort.NAMED


@dataclass(slots=True)
class Found:
    """What a row of words names of a time."""

    day: date | None = None
    part: Part | None = None
    clock: tuple[int, int] | None = None
    after: timedelta | None = None
    is_now: bool = False


def speaking_day(now: datetime) -> date:
    """The day that somebody calls today."""
    return now.date() - timedelta(days=int(now.hour < NIGHT_ENDS))


def moment_of(found: Found, now: datetime) -> datetime | None:
    """The moment that is meant, said at another; None where no time is named."""
    if found.after is not None and found.after < timedelta(days=1):
        return now + found.after
    day = found.day
    if found.after is not None and day is None:
        if found.after == timedelta(days=1) and not found.part and not found.clock:
            return now + found.after
        day = speaking_day(now) + found.after
    if found.clock is not None:
        return _at_clock(found.clock, found.part, day, now)
    if found.part is not None:
        return _in_part(found.part, day, now)
    if day is None:
        return None
    if day > speaking_day(now):
        return _on(day, NOON, 0, now)
    return _later_today(now)


def _at_clock(
    clock: tuple[int, int], part: Part | None, day: date | None, now: datetime
) -> datetime:
    """An hour of twelve is meant as people mean it: in the afternoon, unless they open then."""
    hour, minute = clock
    opens_day = part is not None and part.opens_day
    if part is not None and part.is_later and hour < 12 and (hour > 4 or not part.is_night):
        hour += 12
    elif part is not None and part.is_night and hour in (12, 24):
        hour = 24
    elif opens_day and hour == 12:
        hour = 0
    elif part is None and 1 <= hour <= 7:
        hour += 12
    is_past_midnight = hour == 24 or (part is not None and part.is_night and hour <= 4)
    on = day or speaking_day(now)
    moment = _on(on + timedelta(days=int(is_past_midnight)), hour % 24, minute, now)
    if moment > now or (day is not None and not opens_day):
        return moment
    evening = moment + timedelta(hours=12)
    if part is None and 8 <= hour <= 11 and evening > now:
        return evening
    return moment + timedelta(days=1 + (now - moment).days)


def _in_part(part: Part, day: date | None, now: datetime) -> datetime:
    on = day or speaking_day(now)
    moment = _on(on, part.hour, 0, now)
    if moment > now:
        return moment
    lately = now - moment < LATELY
    if day is not None or lately:
        return min(now + HOUR, max(_on(now.date(), LATEST.hour, 0, now), now + SOON))
    return moment + timedelta(days=1)


def _later_today(now: datetime) -> datetime:
    evening = _on(now.date(), 17, 0, now)
    if now <= evening - HOUR:
        return evening
    return max(now + SOON, min(now + 2 * HOUR, _on(now.date(), LATEST.hour, 0, now)))


def _on(day: date, hour: int, minute: int, now: datetime) -> datetime:
    return datetime.combine(day, time(hour, minute), now.tzinfo)
