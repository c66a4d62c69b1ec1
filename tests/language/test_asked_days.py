"""Days as managers type them, on 4 Azar 1405 (25 November 2026)."""

from datetime import date

import pytest

from bot.core.spans import Asked, Stretch
from bot.language.asked_days import Misread, Unread, read_days
from bot.language.calendar import almanac

TODAY = date(2026, 11, 25)
PERSIAN, ENGLISH = almanac("fa", "Asia/Tehran"), almanac("en", "Asia/Tehran")
DAY, WEEK, MONTH, DAYS = Stretch.DAY, Stretch.WEEK, Stretch.MONTH, Stretch.DAYS
AZAR = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("امروز", Asked(DAY, TODAY)),
        ("دیروز", Asked(DAY, date(2026, 11, 24))),
        ("هفتهٔ پیش", Asked(WEEK, date(2026, 11, 18))),
        ("هفته‌ي پيش", Asked(WEEK, date(2026, 11, 18))),  # Arabic letters, another ezafe
        ("this week", Asked(WEEK, TODAY)),
        ("ماه پیش", Asked(MONTH, date(2026, 11, 21))),
        ("۷ روز گذشته", Asked(DAYS, date(2026, 11, 19), 7)),
        ("last 30 days", Asked(DAYS, date(2026, 10, 27), 30)),
        ("سه روز گذشته", Asked(DAYS, date(2026, 11, 23), 3)),
        ("دو هفته", Asked(DAYS, date(2026, 11, 12), 14)),
        ("last 2 weeks", Asked(DAYS, date(2026, 11, 12), 14)),
        ("چهارشنبه", Asked(DAY, TODAY)),
        ("چهارشنبهٔ پیش", Asked(DAY, date(2026, 11, 18))),
        ("سه‌شنبه", Asked(DAY, date(2026, 11, 24))),
        ("last Friday", Asked(DAY, date(2026, 11, 20))),
        ("امسال", Asked(DAYS, date(2026, 3, 21), 250)),
        ("پارسال", Asked(DAYS, date(2025, 3, 21), 365)),
        ("۱ آذر", Asked(DAY, AZAR)),
        ("١ آذر", Asked(DAY, AZAR)),  # Arabic digits
        ("۱ اذر", Asked(DAY, AZAR)),
        ("1 azar 1405", Asked(DAY, AZAR)),
        ("از اول آذر", Asked(DAYS, AZAR, 4)),
        ("۱۰ آذر", Asked(DAY, date(2025, 12, 1))),  # is yet to come this year
        ("۳۰ اسفند", Asked(DAY, date(2025, 3, 20))),  # the newest there was: 1403
        ("29 Feb", Asked(DAY, date(2024, 2, 29))),
        ("۱ تا ۱۵ آذر", Asked(DAYS, AZAR, 15)),
        ("۲۵ آبان تا ۵ آذر", Asked(DAYS, date(2026, 11, 16), 11)),
        ("۲۵ اسفند تا ۵ فروردین", Asked(DAYS, date(2026, 3, 16), 10)),  # over New Year
        ("1405/9/1 تا 1405/9/10", Asked(DAYS, AZAR, 10)),
        ("۱۴۰۵/۹/۱", Asked(DAY, AZAR)),
        ("1404/12/25 تا 1405/1/5", Asked(DAYS, date(2026, 3, 16), 10)),
        ("1-15 November", Asked(DAYS, date(2026, 11, 1), 15)),
        ("November 1-15", Asked(DAYS, date(2026, 11, 1), 15)),
        ("1–15 November 2026", Asked(DAYS, date(2026, 11, 1), 15)),
        ("Nov 1, 2026", Asked(DAY, date(2026, 11, 1))),
        ("1st November", Asked(DAY, date(2026, 11, 1))),
        ("2026-11-01", Asked(DAY, date(2026, 11, 1))),
        ("2026-11-01 - 2026-11-05", Asked(DAYS, date(2026, 11, 1), 5)),
        ("2026-11-01..2026-11-05", Asked(DAYS, date(2026, 11, 1), 5)),
        ("آبان", Asked(MONTH, date(2026, 10, 23))),
        ("آبان ۱۴۰۴", Asked(MONTH, date(2025, 10, 23))),
        ("November", Asked(DAYS, date(2026, 11, 1), 30)),  # no month of this reader's
    ],
)
def test_days_are_read(words: str, asked: Asked) -> None:
    assert read_days(words, TODAY, PERSIAN) == asked


def test_a_year_is_one_of_the_readers_calendar() -> None:
    assert read_days("this year", TODAY, ENGLISH) == Asked(DAYS, date(2026, 1, 1), 329)
    assert read_days("last year", TODAY, ENGLISH) == Asked(DAYS, date(2025, 1, 1), 365)


def test_a_month_is_one_of_the_readers_calendar() -> None:
    assert read_days("November", TODAY, ENGLISH) == Asked(MONTH, date(2026, 11, 1))
    assert read_days("2026-11", TODAY, ENGLISH) == Asked(MONTH, date(2026, 11, 1))
    assert read_days("آبان", TODAY, ENGLISH) == Asked(DAYS, date(2026, 10, 23), 30)


@pytest.mark.parametrize(
    ("words", "why", "told"),
    [
        ("فردا", Misread.UNKNOWN, "فردا"),
        ("آذر پارسال", Misread.UNKNOWN, "پارسال"),
        ("۱۵", Misread.UNKNOWN, "۱۵"),
        ("1/9/1405", Misread.UNKNOWN, "9"),
        ("۳۱ آذر", Misread.NO_SUCH_DAY, "31 آذر"),
        ("1404/12/30", Misread.NO_SUCH_DAY, "1404/12/30"),  # no leap year
        ("1405/13/1", Misread.NO_SUCH_DAY, "1405/13/1"),
        ("۱۵ تا ۱ آذر", Misread.BACKWARDS, "15 – 1 آذر"),
        ("1405/8/10 تا 1405/8/1", Misread.BACKWARDS, "1405/8/10 – 1405/8/1"),
        ("۵ دی ۱۴۰۵", Misread.FUTURE, "5 دی 1405"),
        ("1400/1/1 تا 1405/1/1", Misread.TOO_LONG, "1400/1/1 تا 1405/1/1"),
        ("۱ تا ۲ تا ۳ آذر", Misread.UNKNOWN, "۱ تا ۲ تا ۳ آذر"),
        ("<b>؟</b>", Misread.UNKNOWN, "b"),
    ],
)
def test_what_is_not_understood_is_named(words: str, why: Misread, told: str) -> None:
    assert read_days(words, TODAY, PERSIAN) == Unread(why, told)
