"""Jalali dates at the edges of the year and of the day."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.language import calendar

TEHRAN = ZoneInfo("Asia/Tehran")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "۲ آذر ۱۴۰۵"),  # an ordinary day
        (datetime(2025, 3, 20, 12, 0, tzinfo=UTC), "۳۰ اسفند ۱۴۰۳"),  # the leap day
        (datetime(2025, 3, 21, 12, 0, tzinfo=UTC), "۱ فروردین ۱۴۰۴"),  # Nowruz after it
        (datetime(2026, 3, 20, 12, 0, tzinfo=UTC), "۲۹ اسفند ۱۴۰۴"),  # the last day of 365
        (datetime(2026, 3, 21, 12, 0, tzinfo=UTC), "۱ فروردین ۱۴۰۵"),  # Nowruz after it
        (datetime(2026, 3, 20, 20, 29, tzinfo=UTC), "۲۹ اسفند ۱۴۰۴"),  # 23:59 in Tehran
        (datetime(2026, 3, 20, 20, 30, tzinfo=UTC), "۱ فروردین ۱۴۰۵"),  # midnight in Tehran
        (datetime(2026, 9, 22, 12, 0, tzinfo=UTC), "۳۱ شهریور ۱۴۰۵"),  # the last of 31 days
        (datetime(2026, 9, 23, 12, 0, tzinfo=UTC), "۱ مهر ۱۴۰۵"),  # the first of 30 days
    ],
)
def test_jalali_days(moment: datetime, day: str) -> None:
    assert calendar.jalali(moment, TEHRAN) == day


def test_one_moment_in_every_form() -> None:
    moment = datetime(2026, 11, 23, 10, 35, tzinfo=UTC)
    assert calendar.jalali_short(moment, TEHRAN) == "۲ آذر"
    assert calendar.jalali_numeric(moment, TEHRAN) == "۱۴۰۵/۰۹/۰۲"
    assert calendar.weekday(moment, TEHRAN) == "دوشنبه"
    assert calendar.clock(moment, TEHRAN) == "۱۴:۰۵"
    assert calendar.clock_english(moment, TEHRAN) == "14:05"
    assert calendar.gregorian(moment, TEHRAN) == "23 November 2026"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar.jalali(datetime(2026, 11, 23), TEHRAN)


def test_numbers() -> None:
    assert calendar.persian_digits("12 تا 3") == "۱۲ تا ۳"
    assert calendar.persian_digits(405) == "۴۰۵"
    assert calendar.persian_number(125000) == "۱۲۵٬۰۰۰"
