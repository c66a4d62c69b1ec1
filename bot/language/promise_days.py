"""Which day words name: «۱۵ آذر», «شنبه», «هفتهٔ بعد دوشنبه», "6th", "Tuesday of next week".

The end of the week is Thursday, and weeks begin on Saturday.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import jdatetime

from bot.language.calendar import MONTHS, jalali_day
from bot.language.promise_moments import Found, speaking_day
from bot.language.promise_words import ENGLISH_MONTHS, NUMBERS, ORDINALS, WEEKDAYS

END_OF_WEEK, BEGIN_OF_WEEK = 3, 5
_JALALI = {name.replace("آ", "ا"): name for name in MONTHS}
_DATE = re.compile(r"1[34]\d\d/\d{1,2}/\d{1,2}")
_NEXT = frozenset({"بعد", "اینده", "دیگه", "دیگر", "بعدی", "بد"})
_ENDS = frozenset({"th", "st", "nd", "rd", "ام", "م"})
_COUNTED = {"یک": 6, "دو": 0, "سه": 1, "چهار": 2, "پنج": 3, "1": 6, "2": 0, "3": 1, "4": 2, "5": 3}
"""Weekdays of two words, as «سه شنبه» and "3 shanbe"."""
_MOST_BETWEEN = 2
"""So many words may stand between a week and its day: «هفتهٔ بعد حتماً روز دوشنبه»."""


def day_of_month(words: Sequence[str], at: int, now: datetime, found: Found) -> int:
    """«۱۵ آذر», «پونزدهم», «۱۴۰۵/۹/۱۵», "the 6th", "March 6": how many words of a place."""
    word, today = words[at], speaking_day(now)
    if _DATE.fullmatch(word):
        return keep_day(found, jalali_day(word, today), 1)
    number, taken = _day_number(words, at)
    after = word_at(words, at + taken)
    if number is None:
        month = ENGLISH_MONTHS.get(word)
        number, taken = _day_number(words, at + 1) if month else (None, 0)
        return keep_day(found, _gregorian(month, number, today), 1 + taken)
    if after in _JALALI:
        return keep_day(found, jalali_day(f"{number} {_JALALI[after]}", today), taken + 1)
    if after == "of":
        taken, after = taken + 1, word_at(words, at + taken + 1)
    if after in ENGLISH_MONTHS:
        day = _gregorian(ENGLISH_MONTHS[after], number, today)
        return keep_day(found, day, taken + 1)
    is_ordinal = word in ORDINALS or (taken > 1 and words[at + taken - 1] in _ENDS)
    if is_ordinal and (number > 3 or after in ("ماه", "برج")):
        return keep_day(found, _of_month(number, today), taken)
    return 0


def _day_number(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """A day of a month, and of how many words: «۱۵», «پونزدهم», «بیست و یکم», "6th"."""
    word = word_at(words, at)
    if word == "بیست" and word_at(words, at + 1) == "و" and word_at(words, at + 2) in ORDINALS:
        return 20 + ORDINALS[words[at + 2]], 3
    if word in ORDINALS:
        return ORDINALS[word], 1
    if word.isascii() and word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        return int(word), 1 + (word_at(words, at + 1) in _ENDS)
    number = NUMBERS.get(word)
    return (int(number), 1) if number is not None and number >= 1 else (None, 0)


def _gregorian(month: int | None, day: int | None, today: date) -> date | None:
    if month is None or day is None:
        return None
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    return None


def _of_month(number: int, today: date) -> date | None:
    """The next day of such a number of a Jalali month."""
    here = jdatetime.date.fromgregorian(date=today)
    names = (MONTHS[here.month - 1], MONTHS[here.month % 12])
    days = (jalali_day(f"{number} {name}", today) for name in names)
    return min((day for day in days if day is not None), default=None)


def weekday(words: Sequence[str], at: int, now: datetime, found: Found) -> int:
    """«دوشنبه», «سه شنبه هفتهٔ بعد», "Tuesday of next week": how many words of a place."""
    number, taken = _weekday_number(words, at)
    if number is None:
        return 0
    today, end = speaking_day(now), at + taken
    week = end + (word_at(words, end) == "of")
    if _is_next_week(words, week):
        return keep_day(found, _in_next_week(number, today), week + 2 - at)
    day = today + timedelta(days=(number - today.weekday()) % 7 or 7)
    return keep_day(found, day, taken)


def next_week_with_day(words: Sequence[str], at: int, now: datetime, found: Found) -> int:
    """«هفتهٔ بعد دوشنبه», "next week on Tuesday": how many words of a place name the week."""
    if not _is_next_week(words, at):
        return 0
    for place in range(at + 2, at + 3 + _MOST_BETWEEN):
        number, _ = _weekday_number(words, place)
        if number is not None:
            return keep_day(found, _in_next_week(number, speaking_day(now)), 2)
    return 0


def _weekday_number(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """A weekday from Monday, and of how many words: «سهشنبه», «سه شنبه», "tuesday"."""
    if word_at(words, at + 1) == "شنبه":
        return _COUNTED.get(word_at(words, at)), 2
    return WEEKDAYS.get(word_at(words, at)), 1


def _is_next_week(words: Sequence[str], at: int) -> bool:
    first, second = word_at(words, at), word_at(words, at + 1)
    return (first == "هفته" and second in _NEXT) or (first, second) == ("next", "week")


def _in_next_week(number: int, today: date) -> date:
    return _next_week(today) + timedelta(days=(number - BEGIN_OF_WEEK) % 7)


def _next_week(today: date) -> date:
    return today + timedelta(days=(BEGIN_OF_WEEK - today.weekday()) % 7 or 7)


def named_day(name: str, today: date) -> date:
    """The day that a name of `promise_words.DAYS` stands for."""
    here = jdatetime.date.fromgregorian(date=today)
    match name:
        case "end of week":
            return today + timedelta(days=(END_OF_WEEK - today.weekday()) % 7)
        case "next week":
            return _next_week(today)
        case "end of next week":
            return _in_next_week(END_OF_WEEK, today)
        case "next month":
            return _first_of_next(here)
        case "end of month":
            return _first_of_next(here) - timedelta(days=1)
    return today + timedelta(days=int(name))


def _first_of_next(here: jdatetime.date) -> date:
    year, month = (here.year + 1, 1) if here.month == 12 else (here.year, here.month + 1)
    first: date = jdatetime.date(year, month, 1).togregorian()
    return first


def keep_day(found: Found, day: date | None, taken: int) -> int:
    """Keep a day, unless one is kept already; gives the words it took, 0 for no day."""
    if day is None:
        return 0
    found.day = found.day or day
    return taken


def word_at(words: Sequence[str], place: int) -> str:
    """The word at a place; "" beside the row."""
    return words[place] if 0 <= place < len(words) else ""
