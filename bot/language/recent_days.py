"""Days as counted from today: «سه روز گذشته», «دو هفته», «دوشنبه», «پارسال», "last Monday".

So many months are so many times thirty days.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.core.spans import Almanac, Asked, Stretch
from bot.language.month_names import RELATIVE

MOST_DAYS = 3 * 366
"""A longer span is a slip of the finger."""
_COUNTS = {
    word: count
    for words in ("یک دو سه چهار پنج شش هفت هشت نه ده", "one two three four five six seven")
    for count, word in enumerate(words.split(), start=1)
}
_UNITS = {
    **dict.fromkeys(("روز", "day", "days"), 1),
    **dict.fromkeys(("هفته", "week", "weeks"), 7),
    **dict.fromkeys(("ماه", "month", "months"), 30),
}
_PAST = "(?: گذشته| پیش| اخیر| قبل)?"
_SO_MANY = re.compile(
    rf"(?:the )?(?:last |past )?(\d{{1,4}}|{'|'.join(_COUNTS)}) ({'|'.join(_UNITS)}){_PAST}"
)
_WEEKDAYS = {
    **dict.fromkeys(("دوشنبه", "دو شنبه", "2شنبه", "2 شنبه", "monday", "mon"), 0),
    **dict.fromkeys(("سه شنبه", "سشنبه", "3شنبه", "3 شنبه", "tuesday", "tue"), 1),
    **dict.fromkeys(("چهارشنبه", "چهار شنبه", "4شنبه", "4 شنبه", "wednesday", "wed"), 2),
    **dict.fromkeys(("پنجشنبه", "پنج شنبه", "5شنبه", "5 شنبه", "thursday", "thu"), 3),
    **dict.fromkeys(("جمعه", "friday", "fri"), 4),
    **dict.fromkeys(("شنبه", "saturday", "sat"), 5),
    **dict.fromkeys(("یکشنبه", "یک شنبه", "1شنبه", "1 شنبه", "sunday", "sun"), 6),
}
_YEARS = {
    **dict.fromkeys(("سال", "امسال", "این سال", "year", "this year"), 0),
    **dict.fromkeys(("پارسال", "سال پیش", "سال گذشته", "سال قبل", "last year"), 1),
}
_LAST_WORDS = re.compile(r"last (\w+)|(.+) (?:پیش|گذشته|قبل)")


def recent_days(
    plain: str, today: date, almanac: Almanac, begin_of_year: Callable[[date], date]
) -> Asked | None:
    """The days that a text in plain letters means; None where it says none of these.

    A weekday is the newest that has begun; with "last", the newest before today. A year is one of
    the reader's, this one until today.
    """
    found = _SO_MANY.fullmatch(plain)
    if found is not None:
        count = _COUNTS.get(found[1]) or int(found[1])
        days = count * _UNITS[found[2]]
        return Asked(Stretch.DAYS, today - timedelta(days - 1), days) if _fits(days) else None
    if plain in _YEARS:
        return _year(_YEARS[plain], today, begin_of_year)
    weekday = _weekday(plain, today)
    if weekday is not None:
        return Asked(Stretch.DAY, weekday)
    if plain not in RELATIVE:
        return None
    stretch, ago = RELATIVE[plain]
    if stretch is Stretch.MONTH:
        return Asked(stretch, almanac.month_of(today).first - timedelta(ago))
    return Asked(stretch, today - timedelta(ago * (7 if stretch is Stretch.WEEK else 1)))


def _fits(days: int) -> bool:
    return 0 < days <= MOST_DAYS


def _year(ago: int, today: date, begin_of_year: Callable[[date], date]) -> Asked:
    first, last = begin_of_year(today), today
    for _ in range(ago):
        last = first - timedelta(1)
        first = begin_of_year(last)
    return Asked(Stretch.DAYS, first, (last - first).days + 1)


def _weekday(plain: str, today: date) -> date | None:
    last = _LAST_WORDS.fullmatch(plain)
    name = plain if last is None else last[1] or last[2]
    if name not in _WEEKDAYS:
        return None
    ago = (today.weekday() - _WEEKDAYS[name]) % 7
    return today - timedelta(ago or (7 if last is not None else 0))
