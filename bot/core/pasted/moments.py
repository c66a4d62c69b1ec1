"""Times as chat programs write them, read as seconds on a line of their own.

Only the distances between them matter, so that a Persian year and a Gregorian one are read alike.
"""

import re
from datetime import date

from bot.core.pasted.plain import with_latin_digits

DAY = 86_400.0
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])\.?[Mm]| ?([بق])\.?ظ)?")
_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_NAMED = re.compile(r"(?:(\d{1,2}) ([^\W\d_]{3,12})|([^\W\d_]{3,12}) (\d{1,2})),? (\d{4})")
_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ژان فور مار آور مه ژوئ ژوئ اوت سپت اکت نوا دسا",
        "فرو ارد خرد تیر مرد شهر مهر آبا آذر دی بهم اسف",
    )
    for number, name in enumerate(names.split(), start=1)
}
_FIRST_GREGORIAN = 1800


def has_clock(words: str) -> bool:
    """Whether a time of day is named."""
    return _CLOCK.search(with_latin_digits(words)) is not None


def moment_of(words: str) -> float | None:
    """The seconds of «12.05.24 14:33» on a line of their own; None where there is no time."""
    plain = with_latin_digits(words)
    clock = _CLOCK.search(plain)
    if clock is None:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    if clock[4] or clock[5]:
        afternoon = (clock[4] or "").lower() == "p" or clock[5] == "ب"
        hour = hour % 12 + 12 * afternoon
    return _day(plain) * DAY + hour * 3600.0 + minute * 60.0 + second


def _day(plain: str) -> float:
    """The number of a day; 0 where none is named, so that a clock alone tells the order."""
    numbers = _NUMBERS.search(plain)
    if numbers is not None:
        return _ordinal(*_year_month_day(*map(int, numbers.groups())))
    named = _NAMED.search(plain)
    if named is None:
        return 0.0
    month = _MONTHS.get((named[2] or named[3])[:3].lower(), 1)
    return _ordinal(int(named[5]), month, int(named[1] or named[4]))


def _year_month_day(first: int, second: int, third: int) -> tuple[int, int, int]:
    """Which number is which: years are long or last, a month is at most 12, days come first."""
    year, one, other = (first, third, second) if first > 31 else (third, first, second)
    day, month = (one, other) if other <= 12 else (other, one)
    return (year + 2000 if year < 100 else year), month, day


def _ordinal(year: int, month: int, day: int) -> float:
    if year < _FIRST_GREGORIAN:  # of the Persian calendar: near enough for distances
        return year * 365.2422 + 31 * (month - 1) - max(0, month - 7) + day
    try:
        return float(date(year, month, day).toordinal())
    except ValueError:
        return 0.0
