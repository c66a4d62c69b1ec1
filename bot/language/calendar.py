"""Dates, hours and numbers as people in Iran write them: «۲ آذر ۱۴۰۵», «۱۴:۰۵», «۱۲۵٬۰۰۰»."""

import re
from calendar import monthrange
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

import jdatetime

from bot.core.days import Span
from bot.core.people import TEHRAN as IRAN
from bot.core.spans import MONDAY, SATURDAY, Almanac

TEHRAN = timezone(timedelta(hours=3, minutes=30), "Asia/Tehran")
"""Iran's clocks have not been moved since 2022."""

shop_zone: ContextVar[tzinfo] = ContextVar("shop_zone", default=TEHRAN)
"""The clock of the shop for which something is drawn: every screen goes by it."""

MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
WEEKDAYS = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
"""From Monday, as `datetime.weekday` counts."""
WEEK = (5, 6, 0, 1, 2, 3, 4)
"""From Saturday, as weeks go in Iran; Monday is 0."""

OFFICIAL_HOLIDAYS = (
    *((1, day) for day in (1, 2, 3, 4, 12, 13)),
    *((3, 14), (3, 15), (11, 22), (12, 29)),
)
"""Iran's public holidays that stay on one day of the Jalali year: month, day. The others follow
the moon, and are announced.
"""

MOST_DAYS, LONGEST_SPAN = 366, 64
"""Of a span of days, and letters of the words that name one."""

_NUMERIC = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})")
_NAMED = re.compile(r"(\d{1,2}) +(\S+)")
_SPAN = re.compile(r"(.+?) +(?:تا|to|until|–) +(.+)|(\d{1,2}) ?[-–] ?(\d{1,2} +\S+)")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian_digits(text: str | int) -> str:
    """The text with Persian digits: "12" and 12 become «۱۲»; Latin digits only, the rest stays."""
    return str(text).translate(_PERSIAN)


def jalali(moment: datetime, zone: tzinfo) -> str:
    """The day of an aware moment in a zone: «۲ آذر ۱۴۰۵»; midnight is the zone's own."""
    day = _day(moment, zone)
    return persian_digits(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def jalali_short(moment: datetime, zone: tzinfo) -> str:
    """The day without its year: «۲ آذر»."""
    day = _day(moment, zone)
    return persian_digits(f"{day.day} {MONTHS[day.month - 1]}")


def jalali_numeric(moment: datetime, zone: tzinfo) -> str:
    """The day in figures, year first, as tables sort it: «۱۴۰۵/۰۹/۰۲»."""
    day = _day(moment, zone)
    return persian_digits(f"{day.year}/{day.month:02}/{day.day:02}")


def jalali_day(words: str, today: date) -> date | None:
    """The day of «۱ فروردین», the next there is, or of «۱۴۰۵/۱/۱»; None where no day is named."""
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in words.strip())
    numbers, named = _NUMERIC.fullmatch(plain), _NAMED.fullmatch(plain)
    if numbers is not None:
        return jalali_date(*map(int, numbers.groups()))
    if named is None or named[2] not in MONTHS:
        return None
    year, month = jdatetime.date.fromgregorian(date=today).year, MONTHS.index(named[2]) + 1
    days = (jalali_date(each, month, int(named[1])) for each in range(year, year + 5))
    return next((day for day in days if day is not None and day >= today), None)


def jalali_month(day: date) -> Span:
    """The month of Iran's calendar that a day is in."""
    first = _first_of_month(day)
    return Span(first, _first_of_month(first + timedelta(31)) - timedelta(1))


def _first_of_month(day: date) -> date:
    of = jdatetime.date.fromgregorian(date=day)
    first: date = of.replace(day=1).togregorian()
    return first


def gregorian_month(day: date) -> Span:
    """The month of the Gregorian calendar that a day is in."""
    return Span(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def almanac(language: str, zone: str) -> Almanac:
    """How readers of a language count; where clocks are Iran's, weeks begin on Saturday for all."""
    is_persian = language == "fa"
    begins = SATURDAY if is_persian or zone == IRAN else MONDAY
    return Almanac(jalali_month if is_persian else gregorian_month, begins)


@dataclass(frozen=True, slots=True)
class Dates:
    """Days and hours as readers of a language are told them; moments are aware, in a zone."""

    language: str

    def day(self, moment: datetime, zone: tzinfo) -> str:
        """«۲ آذر ۱۴۰۵», "23 November 2026"."""
        return (jalali if self._is_persian else gregorian)(moment, zone)

    def short_day(self, moment: datetime, zone: tzinfo) -> str:
        """«۲ آذر»; a Gregorian day keeps its year."""
        return (jalali_short if self._is_persian else gregorian)(moment, zone)

    def numeric_day(self, moment: datetime, zone: tzinfo) -> str:
        """As tables sort it: «۱۴۰۵/۰۹/۰۲», "2026-11-23"."""
        if self._is_persian:
            return jalali_numeric(moment, zone)
        return f"{_local(moment, zone):%Y-%m-%d}"

    def weekday(self, day: int) -> str:
        """«دوشنبه», "Monday"; `day` counts from Monday."""
        return (WEEKDAYS if self._is_persian else _ENGLISH_WEEKDAYS)[day]

    def short_weekday(self, day: int) -> str:
        """«دوشنبه», "Mon"; `day` counts from Monday."""
        return self.weekday(day) if self._is_persian else self.weekday(day)[:3]

    def clock(self, moment: datetime, zone: tzinfo) -> str:
        """On 24 hours: «۱۴:۰۵», "14:05"."""
        local = _local(moment, zone)
        return self.minute(local.hour * 60 + local.minute)

    def minute(self, minute: int) -> str:
        """The same of a minute of the day."""
        figures = f"{minute // 60:02}:{minute % 60:02}"
        return persian_digits(figures) if self._is_persian else figures

    @property
    def _is_persian(self) -> bool:
        return self.language == "fa"


def jalali_days(words: str, today: date) -> tuple[date, ...]:
    """The days of «۱ تا ۱۳ فروردین» that are not over, or the one of `jalali_day`; () for none.

    A span ends on the next such day; it may begin before today, and pass the end of a year. Of one
    that is longer, only the first `MOST_DAYS` are told.
    """
    plain = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in words)
    plain = " ".join(plain.split())
    span = _SPAN.fullmatch(plain) if len(plain) <= LONGEST_SPAN else None
    last = jalali_day((span[2] or span[4]) if span is not None else plain, today)
    if span is None or last is None:
        return (last,) if last is not None else ()
    first = _begin_of(span[1] or span[3], last)
    if first is None or first > last:
        return ()
    first = max(first, today)
    count = min((last - first).days + 1, MOST_DAYS)
    return tuple(first + timedelta(days=number) for number in range(count))


def official_holidays(today: date) -> tuple[date, ...]:
    """The fixed public holidays of the twelve months ahead, in order."""
    year = jdatetime.date.fromgregorian(date=today).year
    days = (jalali_date(each, *when) for each in (year, year + 1) for when in OFFICIAL_HOLIDAYS)
    ahead = sorted(day for day in days if day is not None and day >= today)
    return tuple(ahead[: len(OFFICIAL_HOLIDAYS)])


def _begin_of(words: str, last: date) -> date | None:
    """A span's first day: «۱» of the month in which it ends, or the latest «۲۸ اسفند» before."""
    end, numbers = jdatetime.date.fromgregorian(date=last), _NUMERIC.fullmatch(words)
    if numbers is not None:
        return jalali_date(*map(int, numbers.groups()))
    if words.isdecimal():
        return jalali_date(end.year, end.month, int(words))
    named = _NAMED.fullmatch(words)
    if named is None or named[2] not in MONTHS:
        return None
    month = MONTHS.index(named[2]) + 1
    days = (jalali_date(each, month, int(named[1])) for each in range(end.year, end.year - 5, -1))
    return next((day for day in days if day is not None and day <= last), None)


def jalali_date(year: int, month: int, day: int) -> date | None:
    """A day of Iran's calendar; None where that month has no such day."""
    try:
        found: date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        return None
    return found


def gregorian(moment: datetime, zone: tzinfo) -> str:
    """The day for English readers: "23 November 2026"."""
    local = _local(moment, zone)
    return f"{local.day} {_ENGLISH_MONTHS[local.month - 1]} {local.year}"


_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def _day(moment: datetime, zone: tzinfo) -> jdatetime.date:
    return jdatetime.date.fromgregorian(date=_local(moment, zone).date())


def _local(moment: datetime, zone: tzinfo) -> datetime:
    """The moment on the zone's clock; a naive one is refused: nobody could say when it was."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(zone)
