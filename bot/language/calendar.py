"""Dates, hours and numbers as people in Iran write them: «۲ آذر ۱۴۰۵», «۱۴:۰۵», «۱۲۵٬۰۰۰»."""

from datetime import datetime, tzinfo

import jdatetime

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

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_GROUPS = str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬")


def persian_digits(text: str | int) -> str:
    """The text with Persian digits: "12" and 12 become «۱۲»; Latin digits only, the rest stays."""
    return str(text).translate(_PERSIAN)


def persian_number(number: int) -> str:
    """A whole number in groups of three: 125000 becomes «۱۲۵٬۰۰۰»."""
    return f"{number:,}".translate(_GROUPS)


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


def weekday(moment: datetime, zone: tzinfo) -> str:
    """The name of the day: «شنبه»."""
    return WEEKDAYS[_local(moment, zone).weekday()]


def clock(moment: datetime, zone: tzinfo) -> str:
    """The hour of an aware moment in a zone, on 24 hours: «۱۴:۰۵»."""
    return persian_digits(clock_english(moment, zone))


def clock_english(moment: datetime, zone: tzinfo) -> str:
    """The same with Latin digits: "14:05"."""
    return f"{_local(moment, zone):%H:%M}"


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


def _day(moment: datetime, zone: tzinfo) -> jdatetime.date:
    return jdatetime.date.fromgregorian(date=_local(moment, zone).date())


def _local(moment: datetime, zone: tzinfo) -> datetime:
    """The moment on the zone's clock; a naive one is refused: nobody could say when it was."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(zone)
