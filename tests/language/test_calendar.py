"""Jalali dates at the edges of the year and of the day."""

from datetime import UTC, date, datetime, timedelta
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
    assert calendar.gregorian(moment, TEHRAN) == "23 November 2026"


def test_readers_of_each_language_get_their_calendar_and_clock() -> None:
    moment = datetime(2026, 11, 22, 20, 35, tzinfo=UTC)
    persian, english = calendar.Dates("fa"), calendar.Dates("en")
    assert persian.day(moment, TEHRAN) == "۲ آذر ۱۴۰۵"
    assert english.day(moment, TEHRAN) == "23 November 2026"
    assert persian.short_day(moment, TEHRAN) == "۲ آذر"
    assert english.short_day(moment, TEHRAN) == "23 November 2026"
    assert persian.numeric_day(moment, TEHRAN) == "۱۴۰۵/۰۹/۰۲"
    assert english.numeric_day(moment, TEHRAN) == "2026-11-23"
    assert (persian.clock(moment, TEHRAN), english.clock(moment, TEHRAN)) == ("۰۰:۰۵", "00:05")
    assert (persian.minute(21 * 60), english.minute(21 * 60)) == ("۲۱:۰۰", "21:00")


@pytest.mark.parametrize("number", range(7))
def test_weekdays_are_named_as_they_are_counted(number: int) -> None:
    day = date(2026, 11, 23) + timedelta(number)
    english = calendar.Dates("en")
    assert english.weekday(number) == f"{day:%A}"
    assert english.short_weekday(number) == f"{day:%a}"
    assert calendar.Dates("fa").weekday(number) == calendar.WEEKDAYS[number]
    assert calendar.Dates("fa").short_weekday(number) == calendar.WEEKDAYS[number]


def test_a_day_of_a_month_that_has_none_is_none() -> None:
    assert calendar.jalali_date(1405, 9, 2) == date(2026, 11, 23)
    assert calendar.jalali_date(1405, 12, 30) is None


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        calendar.jalali(datetime(2026, 11, 23), TEHRAN)


def test_numbers() -> None:
    assert calendar.persian_digits("12 تا 3") == "۱۲ تا ۳"
    assert calendar.persian_digits(405) == "۴۰۵"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("۱ فروردین", date(2027, 3, 21)),
        ("1 فروردین", date(2027, 3, 21)),
        ("۲ آذر", date(2026, 11, 23)),
        ("۱ آذر", date(2026, 11, 22)),  # today
        ("۳۰ آبان", date(2027, 11, 21)),  # over for this year
        ("۱۴۰۵/۱/۱", date(2026, 3, 21)),
        ("۱۴۰۶-۰۱-۰۱", date(2027, 3, 21)),
        ("۳۱ مهر", None),
        ("۱۴۰۵/۱۳/۱", None),
        ("فردا", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(words: str, day: date | None) -> None:
    assert calendar.jalali_day(words, date(2026, 11, 22)) == day


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("۱ تا ۱۳ فروردین", (date(2027, 3, 21), date(2027, 4, 2), 13)),
        ("1-3 دی", (date(2026, 12, 22), date(2026, 12, 24), 3)),
        ("۲۸ اسفند تا ۵ فروردین", (date(2027, 3, 19), date(2027, 3, 25), 7)),  # over a year's end
        ("۱۴۰۶/۱/۱ تا ۱۴۰۶/۱/۴", (date(2027, 3, 21), date(2027, 3, 24), 4)),
        ("۲۵ آبان تا ۵ آذر", (date(2026, 11, 22), date(2026, 11, 26), 5)),  # goes on today
        ("۱ فروردین", (date(2027, 3, 21), date(2027, 3, 21), 1)),
    ],
)
def test_a_span_of_days_is_read(words: str, days: tuple[date, date, int]) -> None:
    found = calendar.jalali_days(words, date(2026, 11, 22))
    assert (found[0], found[-1], len(found)) == days


@pytest.mark.parametrize("words", ["۱۳ تا ۱ فروردین", "۱ تا ۳۱ مهر", "۲۲ تا ۸", "فردا تا شنبه"])
def test_what_is_no_span_is_none(words: str) -> None:
    assert calendar.jalali_days(words, date(2026, 11, 22)) == ()


def test_a_span_of_ages_is_told_no_further_than_anybody_plans() -> None:
    days = calendar.jalali_days("۱۴۰۵/۱/۱ تا ۹۳۰۰/۱/۱", date(2026, 11, 22))
    assert (days[0], len(days)) == (date(2026, 11, 22), calendar.MOST_DAYS)


def test_the_official_days_are_those_ahead() -> None:
    days = calendar.official_holidays(date(2026, 11, 22))
    assert days[:3] == (date(2027, 2, 11), date(2027, 3, 20), date(2027, 3, 21))
    assert len(days) == len(calendar.OFFICIAL_HOLIDAYS)
    assert days[-1] == date(2027, 6, 5)
