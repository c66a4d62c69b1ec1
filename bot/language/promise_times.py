"""Times in words, as a seller means them: «پس‌فردا عصر», «نیم ساعت دیگه», "on Monday at 5 pm".

Days are read in `promise_days`; every table is of folded words.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.language.promise_days import (
    day_of_month,
    keep_day,
    named_day,
    next_week_with_day,
    weekday,
    word_at,
)
from bot.language.promise_moments import SOON, Found, Sort, When, moment_of, speaking_day
from bot.language.promise_words import (
    AGO,
    AHEAD,
    CLOCK_WORDS,
    DAYS,
    FUSED,
    GREETINGS,
    NOW,
    NUMBERS,
    PARTS,
    SOME,
    UNITS,
    WEEKDAYS,
    WITHIN,
)

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_WITH_EZAFE = frozenset({"هفته", *WEEKDAYS})
_LONGEST_PHRASE = 4


def loosen(tokens: Sequence[str]) -> list[str]:
    """The words with numbers and units apart: «نیم‌ساعت», which folds to one word, are two.

    A week and its days lose their ezafe: «هفته‌ی بعد» and «هفته ی بعد» are «هفته بعد».
    """
    loose: list[str] = []
    for token in tokens:
        bare, found = token.removesuffix("ی"), FUSED.fullmatch(token)
        if found is not None:
            loose += [found[1], found[2]]
        elif bare in _WITH_EZAFE:
            loose.append(bare)
        elif bare or not loose or loose[-1] not in _WITH_EZAFE:
            loose.append(token)
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
        day_of_month(words, at, now, found)
        or _clock(words, at, found)
        or _duration(words, at, found)
        or next_week_with_day(words, at, now, found)
        or weekday(words, at, now, found)
        or _phrase(words, at, now, found)
    )


# An hour


def _clock(words: list[str], at: int, found: Found) -> int:
    """«ساعت ۵», «ساعت پنج و نیم», «۵ عصر», «۵:۳۰», "at 5", "5 pm"; of two hours the later."""
    word, taken = words[at], 0
    if word in CLOCK_WORDS:
        taken = 1
    elif (read := _CLOCK.fullmatch(word)) is not None and int(read[1]) <= 24:
        found.clock = int(read[1]) % 24, int(read[2]) % 60
        return 1
    hour = _hour(word_at(words, at + taken))
    if hour is None:
        return 0
    after = at + taken + 1
    if not taken and not _is_part(words, after):
        return 0
    if taken and word_at(words, after) in UNITS and word_at(words, after) not in CLOCK_WORDS:
        return 0
    if word in ("at", "by", "around", "before") and word_at(words, after) in UNITS:
        return 0
    found.clock, taken = hour, taken + 1
    if word_at(words, after) == "و" and word_at(words, after + 1) in ("نیم", "ربع"):
        found.clock = hour[0], 30 if words[after + 1] == "نیم" else 15
        return taken + 2
    later = (
        _hour(word_at(words, after + 1)) if word_at(words, after) in ("تا", "الی", "to") else None
    )
    if later is not None and word_at(words, after + 2) not in UNITS:
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
    said = PARTS.get((word_at(words, at),)) or PARTS.get(tuple(words[at : at + 3]))
    return said is not None and said.follows_hours


# A while


def _duration(words: list[str], at: int, found: Found) -> int:
    """«نیم ساعت دیگه», «یکی دو روزه», «ظرف ۲۴ ساعت», "in a few minutes"."""
    number, taken = _number(words, at)
    if number is None:
        return 0
    if word_at(words, at + taken) in ("an", "a", "of"):
        taken += 1
    unit = UNITS.get(word_at(words, at + taken))
    if unit is None:
        return 0
    end = at + taken + 1
    if words[end : end + 2] == ["و", "نیم"]:
        number, end = number + 0.5, end + 2
    end += word_at(words, end) == "کاری"
    before = {word_at(words, at - 1), word_at(words, at - 2)}
    after = word_at(words, end)
    if after in AGO:
        return end - at
    if not (unit.is_due or after in AHEAD or before & WITHIN):
        return 0
    found.after = found.after or timedelta(minutes=number * unit.minutes)
    return end - at + (after in AHEAD)


def _number(words: list[str], at: int) -> tuple[float | None, int]:
    """How many, and of how many words; of «دو سه» and «۲ تا ۳» the larger."""
    first = _count(word_at(words, at))
    if first is None:
        return None, 0
    taken = 1
    between = word_at(words, at + 1) in ("تا", "الی", "یا", "to", "or")
    second = _count(word_at(words, at + 1 + between))
    if second is not None and second > first:
        first, taken = second, 2 + between
    if word_at(words, at + taken) == "و" and word_at(words, at + taken + 1) == "نیم":
        return first + 0.5, taken + 2
    return first, taken


def _count(word: str) -> float | None:
    if word.isascii() and word.isdecimal() and len(word) <= 3:
        return float(word)
    return NUMBERS.get(word, SOME.get(word))


# Phrases


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
            return keep_day(found, named_day(DAYS[said], speaking_day(now)), length)
        if said in PARTS and len(said) == length:
            part = PARTS[said]
            if {word_at(words, at - 1), word_at(words, at + length)} & GREETINGS:
                return length
            found.part = found.part or part
            if part.is_today:
                keep_day(found, speaking_day(now), 1)
            return length
    return 0
