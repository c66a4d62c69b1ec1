"""The days that somebody asks figures of, as they type them.

«امروز», «هفتهٔ پیش», «۱ آذر», «۱ تا ۱۵ آذر», «1405/9/1 تا 1405/9/10», "1-15 November",
"2026-11-01", and what `recent_days` reads. A day or month without a year is the newest that has
begun.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import jdatetime

from bot.core.days import Span
from bot.core.spans import Almanac, Asked, Stretch
from bot.language.calendar import gregorian_month, jalali_date, jalali_month
from bot.language.month_names import GREGORIAN_NAMES, JALALI_NAMES, ORDINALS
from bot.language.recent_days import MOST_DAYS, recent_days

YEARS_BACK = 9
"""So far a day without a year may lie back: 29 February comes every four years or eight."""
_JALALI_YEARS, _GREGORIAN_YEARS = range(1300, 1500), range(2000, 2200)
_LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "أ": "ا", "\u200c": " ", "ٔ": "", "ۀ": "ه", ",": " "})
_NUMERIC = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?")
_BETWEEN = re.compile(r" (?:تا|الی|to|until|till|through) | ?[–—] ?| - |\.\.|(?<=[a-zآ-ی])-(?=\d)")
_BETWEEN_DAYS = re.compile(r"(?<![\d/.-])(\d{1,2})-(\d{1,2})(?![\d/.-])")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_EZAFE = "ی"
_SINCE = ("از ", "from ", "since ")
_FILLING = frozenset(
    {"از", "from", "since", "the", "of", "ماه", "سال", "روز", "on", "in", "th", "st", "nd", "rd"}
)


class Misread(StrEnum):
    """Why days could not be read."""

    UNKNOWN = "unknown"
    NO_SUCH_DAY = "no-such-day"
    BACKWARDS = "backwards"
    FUTURE = "future"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Unread:
    """What was not understood, in the words of whoever wrote it."""

    why: Misread
    words: str


@dataclass(frozen=True, slots=True)
class _Named:
    """One end of a span as written; `month` counts from 1 in its calendar."""

    words: str
    is_jalali: bool = True
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def span(self, year: int) -> Span | None:
        """The day, or where none is named the month, in a year."""
        if self.month is None:
            return None
        make = jalali_date if self.is_jalali else _gregorian
        day = make(year, self.month, self.day or 1)
        if day is None or self.day is not None:
            return Span(day, day) if day is not None else None
        return jalali_month(day) if self.is_jalali else gregorian_month(day)

    def year_of(self, day: date) -> int:
        """The year of a day in the calendar of this end."""
        year: int = jdatetime.date.fromgregorian(date=day).year if self.is_jalali else day.year
        return year

    def newest(self, today: date) -> Span | Unread:
        """What is meant: the newest that has begun, where no year is named."""
        this = self.year_of(today)
        years = [self.year] if self.year is not None else range(this, this - YEARS_BACK, -1)
        there = [each for year in years if (each := self.span(year)) is not None]
        if not there:
            return Unread(Misread.NO_SUCH_DAY, self.words)
        begun = (each for each in there if each.first <= today)
        return next(begun, Unread(Misread.FUTURE, self.words))

    def after(self, begin: "_Named", first: date) -> Span | Unread:
        """The end of what begins with another end on a day."""
        this, year = self.year_of(first), self.year
        is_same_month = (begin.is_jalali, begin.month) == (self.is_jalali, self.month)
        years = [year] if year is not None else [this] if is_same_month else [this, this + 1]
        there = [each for year in years if (each := self.span(year)) is not None]
        if not there:
            return Unread(Misread.NO_SUCH_DAY, self.words)
        later = (each for each in there if each.last >= first)
        return next(later, Unread(Misread.BACKWARDS, f"{begin.words} – {self.words}"))


def read_days(words: str, today: date, almanac: Almanac) -> Asked | Unread:
    """The days that are meant, or what of the words was not understood."""
    plain = _plain(words)
    recent = recent_days(plain, today, almanac, _begin_of_year(almanac))
    if recent is not None:
        return recent
    ends = [part.strip() for part in _BETWEEN.split(_BETWEEN_DAYS.sub(r"\1 تا \2", plain))]
    if len(ends) > len(("first", "last")) or not all(ends):
        return Unread(Misread.UNKNOWN, words.strip())
    named = [_named(part) for part in ends]
    unread = next((each for each in named if isinstance(each, Unread)), None)
    if unread is not None:
        return unread
    known = [each for each in named if isinstance(each, _Named)]
    first, last = (known[0], known[-1]) if len(known) == 1 else _shared(*known)
    if first.month is None or last.month is None:
        return Unread(Misread.UNKNOWN, words.strip())
    begin = first.newest(today)
    if isinstance(begin, Unread):
        return begin
    if len(known) == 1 and not plain.startswith(_SINCE):
        return _one(first, begin, almanac)
    is_since = len(known) == 1
    end = Span(today, today) if is_since else last.after(first, begin.first)
    if isinstance(end, Unread):
        return end
    days = (end.last - begin.first).days + 1
    if days > MOST_DAYS:
        return Unread(Misread.TOO_LONG, words.strip())
    return Asked(Stretch.DAYS, begin.first, days)


def _one(named: _Named, span: Span, almanac: Almanac) -> Asked:
    """A day or a month; a month of the other calendar is so many days."""
    if named.day is not None:
        return Asked(Stretch.DAY, span.first)
    if almanac.month_of(span.first) == span:
        return Asked(Stretch.MONTH, span.first)
    return Asked(Stretch.DAYS, span.first, span.days)


def _plain(words: str) -> str:
    digits = "".join(str(int(each)) if each.isdecimal() else each for each in words)
    bare = digits.translate(_LETTERS).casefold().strip(" .؟?!«»\"'،")
    return " ".join(word for word in bare.split() if word != _EZAFE)


def _begin_of_year(almanac: Almanac) -> Callable[[date], date]:
    """Of the calendar whose months the reader counts: the first day of a day's year."""

    def begin(day: date) -> date:
        if almanac.month_of(day) == gregorian_month(day):
            return date(day.year, 1, 1)
        first: date = jdatetime.date.fromgregorian(date=day).replace(month=1, day=1).togregorian()
        return first

    return begin


def _named(part: str) -> _Named | Unread:
    """One end; a number alone is a day whose month the other end tells."""
    numeric = _NUMERIC.fullmatch(part)
    if numeric is not None:
        year, month, day = (int(each) if each else None for each in numeric.groups())
        if year in _JALALI_YEARS or year in _GREGORIAN_YEARS:
            return _Named(part, year in _JALALI_YEARS, year, month, day)
        return Unread(Misread.UNKNOWN, part)
    found = _Named(part)
    for word in _WORD.findall(part):
        taken = _with_word(found, word)
        if taken is None:
            return Unread(Misread.UNKNOWN, word)
        found = taken
    if found.day is None and found.month is None:
        return Unread(Misread.UNKNOWN, part)
    return found


def _with_word(named: _Named, word: str) -> _Named | None:
    """The end with one more word read; None where it says nothing that fits."""
    number = int(word) if word.isdecimal() else ORDINALS.get(word)
    if word in _FILLING:
        return named
    if word in JALALI_NAMES and named.month is None:
        return replace(named, is_jalali=True, month=JALALI_NAMES[word])
    if word in GREGORIAN_NAMES and named.month is None:
        return replace(named, is_jalali=False, month=GREGORIAN_NAMES[word])
    if number in _JALALI_YEARS or number in _GREGORIAN_YEARS:
        return replace(named, year=number) if named.year is None else None
    if number is not None and 0 < number <= 31 and named.day is None:
        return replace(named, day=number)
    return None


def _shared(first: _Named, last: _Named) -> tuple[_Named, _Named]:
    """Both ends with the month and year that only one of them tells."""

    def lent(to: _Named, by: _Named) -> _Named:
        if to.month is not None and by.month is not None:
            same = to.is_jalali == by.is_jalali
            return replace(to, year=to.year or by.year) if same else to
        return (
            to
            if to.month
            else replace(to, is_jalali=by.is_jalali, month=by.month, year=to.year or by.year)
        )

    return lent(first, last), lent(last, first)


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
