"""Times in words, as a seller means them: «پس‌فردا عصر», «نیم ساعت دیگه», "on Monday at 5 pm".

The end of the week is Thursday, and weeks begin on Saturday. Every table is of folded words.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import jdatetime

from bot.language.calendar import MONTHS, jalali_day
from bot.language.promise_moments import SOON, Found, Sort, When, moment_of, speaking_day
from bot.language.promise_words import (
    AGO,
    AHEAD,
    CLOCK_WORDS,
    DAYS,
    ENGLISH_MONTHS,
    FUSED,
    GREETINGS,
    NOW,
    NUMBERS,
    ORDINALS,
    PARTS,
    SOME,
    UNITS,
    WEEKDAYS,
    WITHIN,
)

END_OF_WEEK, BEGIN_OF_WEEK = 3, 5
_JALALI = {name.replace("آ", "ا"): name for name in MONTHS}
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DATE = re.compile(r"1[34]\d\d/\d{1,2}/\d{1,2}")
_NEXT = frozenset({"بعد", "اینده", "دیگه", "دیگر", "بعدی"})
_ENDS = frozenset({"th", "st", "nd", "rd", "ام", "م"})
_LONGEST_PHRASE = 4


def loosen(tokens: Sequence[str]) -> list[str]:
    """The words with numbers and units apart: «نیم‌ساعت», which folds to one word, are two."""
    loose: list[str] = []
    for token in tokens:
        found = FUSED.fullmatch(token)
        loose += [found[1], found[2]] if found is not None else [token]
    return loose


def when(tokens: Sequence[str], at: datetime) -> When | None:
    """When words mean that are said at a moment of the shop's clock; None where they name none."""
    words, found, place = loosen(tokens), Found(), 0
    while place < len(words):
        place += _take(words, place, at, found) or 1
    moment = moment_of(found, at)
    if moment is not None:
        return When(max(moment, at + timedelta(minutes=5)))
    return When(at + SOON, Sort.NOW) if found.is_now else None


def _take(words: list[str], at: int, now: datetime, found: Found) -> int:
    """How many words at a place speak of a time; what they say is kept."""
    return (
        _date(words, at, now, found)
        or _clock(words, at, found)
        or _duration(words, at, found)
        or _weekday(words, at, now, found)
        or _phrase(words, at, now, found)
    )


# A date


def _date(words: list[str], at: int, now: datetime, found: Found) -> int:
    word, today = words[at], speaking_day(now)
    if _DATE.fullmatch(word):
        return _keep_day(found, jalali_day(word, today), 1)
    number, taken = _day_number(words, at)
    after = _at(words, at + taken)
    if number is None:
        month = ENGLISH_MONTHS.get(word)
        number, taken = _day_number(words, at + 1) if month else (None, 0)
        return _keep_day(found, _gregorian(month, number, today), 1 + taken)
    if after in _JALALI:
        return _keep_day(found, jalali_day(f"{number} {_JALALI[after]}", today), taken + 1)
    if after == "of":
        taken, after = taken + 1, _at(words, at + taken + 1)
    if after in ENGLISH_MONTHS:
        day = _gregorian(ENGLISH_MONTHS[after], number, today)
        return _keep_day(found, day, taken + 1)
    is_ordinal = word in ORDINALS or (taken > 1 and words[at + taken - 1] in _ENDS)
    if is_ordinal and (number > 3 or after in ("ماه", "برج")):
        return _keep_day(found, _of_month(number, today), taken)
    return 0


def _day_number(words: list[str], at: int) -> tuple[int | None, int]:
    """A day of a month, and of how many words: «۱۵», «پونزدهم», «بیست و یکم», "6th"."""
    word = _at(words, at)
    if word == "بیست" and _at(words, at + 1) == "و" and _at(words, at + 2) in ORDINALS:
        return 20 + ORDINALS[words[at + 2]], 3
    if word in ORDINALS:
        return ORDINALS[word], 1
    if word.isascii() and word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
        return int(word), 1 + (_at(words, at + 1) in _ENDS)
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


def _keep_day(found: Found, day: date | None, taken: int) -> int:
    if day is None:
        return 0
    found.day = found.day or day
    return taken


# An hour


def _clock(words: list[str], at: int, found: Found) -> int:
    """«ساعت ۵», «ساعت پنج و نیم», «۵ عصر», «۵:۳۰», "at 5", "5 pm"; of two hours the later."""
    word, taken = words[at], 0
    if word in CLOCK_WORDS:
        taken = 1
    elif (read := _CLOCK.fullmatch(word)) is not None and int(read[1]) <= 24:
        found.clock = int(read[1]) % 24, int(read[2]) % 60
        return 1
    hour = _hour(_at(words, at + taken))
    if hour is None:
        return 0
    after = at + taken + 1
    if not taken and not _is_part(words, after):
        return 0
    if taken and _at(words, after) in UNITS and _at(words, after) not in CLOCK_WORDS:
        return 0
    if word in ("at", "by", "around", "before") and _at(words, after) in UNITS:
        return 0
    found.clock, taken = hour, taken + 1
    if _at(words, after) == "و" and _at(words, after + 1) in ("نیم", "ربع"):
        found.clock = hour[0], 30 if words[after + 1] == "نیم" else 15
        return taken + 2
    later = _hour(_at(words, after + 1)) if _at(words, after) in ("تا", "الی", "to") else None
    if later is not None and _at(words, after + 2) not in UNITS:
        found.clock = later
        return taken + 2
    return taken


def _hour(word: str) -> tuple[int, int] | None:
    if (read := _CLOCK.fullmatch(word)) is not None and int(read[1]) <= 24:
        return int(read[1]) % 24, int(read[2]) % 60
    if word.isascii() and word.isdecimal() and len(word) <= 2 and int(word) <= 24:
        return int(word), 0
    number = NUMBERS.get(word)
    return (int(number), 0) if number is not None and 1 <= number <= 12 else None


def _is_part(words: list[str], at: int) -> bool:
    """Whether a part of the day follows, as after an hour."""
    said = PARTS.get((_at(words, at),)) or PARTS.get(tuple(words[at : at + 3]))
    return said is not None and said.follows_hours


# A while


def _duration(words: list[str], at: int, found: Found) -> int:
    """«نیم ساعت دیگه», «یکی دو روزه», «ظرف ۲۴ ساعت», "in a few minutes"."""
    number, taken = _number(words, at)
    if number is None:
        return 0
    if _at(words, at + taken) in ("an", "a", "of"):
        taken += 1
    unit = UNITS.get(_at(words, at + taken))
    if unit is None:
        return 0
    end = at + taken + 1
    if words[end : end + 2] == ["و", "نیم"]:
        number, end = number + 0.5, end + 2
    end += _at(words, end) == "کاری"
    before = {_at(words, at - 1), _at(words, at - 2)}
    after = _at(words, end)
    if after in AGO:
        return end - at
    if not (unit.is_due or after in AHEAD or before & WITHIN):
        return 0
    found.after = found.after or timedelta(minutes=number * unit.minutes)
    return end - at + (after in AHEAD)


def _number(words: list[str], at: int) -> tuple[float | None, int]:
    """How many, and of how many words; of «دو سه» and «۲ تا ۳» the larger."""
    first = _count(_at(words, at))
    if first is None:
        return None, 0
    taken = 1
    between = _at(words, at + 1) in ("تا", "الی", "یا", "to", "or")
    second = _count(_at(words, at + 1 + between))
    if second is not None and second > first:
        first, taken = second, 2 + between
    if _at(words, at + taken) == "و" and _at(words, at + taken + 1) == "نیم":
        return first + 0.5, taken + 2
    return first, taken


def _count(word: str) -> float | None:
    if word.isascii() and word.isdecimal() and len(word) <= 3:
        return float(word)
    return NUMBERS.get(word, SOME.get(word))


# A weekday, and phrases


def _weekday(words: list[str], at: int, now: datetime, found: Found) -> int:
    number, taken = WEEKDAYS.get(words[at]), 1
    if number is None or _at(words, at + 1) == "شنبه":
        joined = {"1": 6, "2": 0, "3": 1, "4": 2, "5": 3} | _COUNTED_DAYS
        number, taken = joined.get(words[at]), 2
        if number is None or _at(words, at + 1) != "شنبه":
            return 0
    today = speaking_day(now)
    day = today + timedelta(days=(number - today.weekday()) % 7 or 7)
    after = words[at + taken : at + taken + 2]
    is_next = len(after) == 2 and after[0] == "هفته" and after[1] in _NEXT
    if is_next or ("next", "week") in (tuple(after), tuple(words[max(0, at - 2) : at])):
        start = _next_week(today)
        day, taken = start + timedelta(days=(number - BEGIN_OF_WEEK) % 7), taken + 2 * is_next
    return _keep_day(found, day, taken)


_COUNTED_DAYS = {"یک": 6, "دو": 0, "سه": 1, "چهار": 2, "پنج": 3}


def _next_week(today: date) -> date:
    return today + timedelta(days=(BEGIN_OF_WEEK - today.weekday()) % 7 or 7)


def _phrase(words: list[str], at: int, now: datetime, found: Found) -> int:
    """Days and parts of the day by name, the longest first."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        said = tuple(words[at : at + length])
        if said in NOW:
            found.is_now = True
            return length
        if said in DAYS:
            part = PARTS.get((said[-1],)) if said[0] == "فرداشب" else None
            found.part = found.part or part
            return _keep_day(found, _named_day(DAYS[said], speaking_day(now)), length)
        if said in PARTS and len(said) == length:
            part = PARTS[said]
            if {_at(words, at - 1), _at(words, at + length)} & GREETINGS:
                return length
            found.part = found.part or part
            if part.is_today:
                _keep_day(found, speaking_day(now), 1)
            return length
    return 0


def _named_day(name: str, today: date) -> date:
    here = jdatetime.date.fromgregorian(date=today)
    match name:
        case "end of week":
            return today + timedelta(days=(END_OF_WEEK - today.weekday()) % 7)
        case "next week":
            return _next_week(today)
        case "next month":
            return _first_of_next(here)
        case "end of month":
            return _first_of_next(here) - timedelta(days=1)
    return today + timedelta(days=int(name))


def _first_of_next(here: jdatetime.date) -> date:
    year, month = (here.year + 1, 1) if here.month == 12 else (here.year, here.month + 1)
    first: date = jdatetime.date(year, month, 1).togregorian()
    return first


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""
