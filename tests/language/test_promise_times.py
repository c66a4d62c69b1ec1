"""Days and hours in promises and in replies, said on Monday 2 Azar 1405 at 15:00."""

from datetime import datetime

import pytest

from bot.core.days import zone_of
from bot.core.people import TEHRAN
from bot.language.promises import PromiseReader
from bot.language.reader import Reader

ZONE = zone_of(TEHRAN)
MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=ZONE)
AFTER_MIDNIGHT = datetime(2026, 11, 24, 1, 30, tzinfo=ZONE)


@pytest.fixture(scope="module")
def ear() -> PromiseReader:
    return PromiseReader(Reader().read)


def promised(ear: PromiseReader, text: str, now: datetime = MONDAY) -> list[str]:
    found = ear.hear(text, now.timestamp(), ZONE).promises
    return [told(each.due_at) for each in found if each.due_at is not None]


def replied(ear: PromiseReader, text: str, now: datetime = MONDAY) -> str:
    at = ear.time_in(text, now.timestamp(), ZONE)
    return told(at) if at is not None else ""


def told(at: float) -> str:
    return f"{datetime.fromtimestamp(at, ZONE):%a %m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("هفته بعد دوشنبه می‌فرستم", "Mon 11-30 12:00"),
        ("هفته آینده سه‌شنبه پول رو برمی‌گردونم", "Tue 12-01 12:00"),
        ("هفته‌ی بعد پنجشنبه ارسال می‌کنم", "Thu 12-03 12:00"),  # the ezafe joined
        ("هفته ی بعد سه شنبه می‌فرستم", "Tue 12-01 12:00"),  # the ezafe apart, a day of two words
        ("هفتهٔ آینده حتما روز سه شنبه می‌فرستم", "Tue 12-01 12:00"),  # words between
        ("هفته بعد ساعت ۵ چهارشنبه می‌فرستم", "Wed 12-02 17:00"),  # an hour between
        ("هفته دیگه شنبه می‌فرستم", "Sat 11-28 12:00"),
        ("hafte bad seshanbe mifrestam", "Tue 12-01 12:00"),
        ("I'll send it next week Tuesday", "Tue 12-01 12:00"),
        ("next week on Tuesday I'll send it", "Tue 12-01 12:00"),
        ("I'll send it Tuesday of next week", "Tue 12-01 12:00"),
        ("دوشنبه‌ی هفته‌ی بعد می‌فرستم", "Mon 11-30 12:00"),
        ("دوشنبه هفته بعد یا سه‌شنبه می‌فرستم", "Mon 11-30 12:00"),  # the week is Monday's
        ("هفته‌ی بعد می‌فرستم", "Sat 11-28 12:00"),  # the week alone
        ("آخر هفته‌ی بعد می‌فرستم", "Thu 12-03 12:00"),
        ("I'll send it by the end of next week", "Thu 12-03 12:00"),
        ("پنجشنبه می‌فرستم", "Thu 11-26 12:00"),  # a day alone is the next
    ],
)
def test_a_weekday_beside_next_week_is_in_that_week(
    ear: PromiseReader, text: str, wanted: str
) -> None:
    assert promised(ear, text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at 8 am", "Tue 11-24 08:00"),
        ("at 7 am", "Tue 11-24 07:00"),
        ("at 12 am", "Tue 11-24 00:00"),
        ("8am", "Tue 11-24 08:00"),
        ("8 a.m.", "Tue 11-24 08:00"),
        ("8:30 am", "Tue 11-24 08:30"),
        ("pas farda 8 am", "Wed 11-25 08:00"),  # a day in Finglish, an hour in English
        ("december 1 at 8 am", "Tue 12-01 08:00"),
        ("12 am tonight", "Tue 11-24 00:00"),
        ("tomorrow at 12 am", "Tue 11-24 00:00"),
        ("at 12 pm", "Tue 11-24 12:00"),
        ("15 am", "Sun 12-06 12:00"),  # «۱۵ام»: no hour
        ("saat 5 jan", "Mon 11-23 17:00"),  # «جان»: no month
    ],
)
def test_an_hour_of_a_reply_in_latin_letters(ear: PromiseReader, text: str, wanted: str) -> None:
    assert replied(ear, text) == wanted


@pytest.mark.parametrize(
    ("now", "text", "wanted"),
    [
        (MONDAY, "ساعت ۲ بامداد می‌فرستم", "Tue 11-24 02:00"),
        (MONDAY, "فردا ساعت ۲ بامداد می‌فرستم", "Tue 11-24 02:00"),  # that day's, unlike «شب»
        (MONDAY, "فردا ساعت ۲ شب می‌فرستم", "Wed 11-25 02:00"),
        (MONDAY, "امشب ساعت ۲ بامداد می‌فرستم", "Tue 11-24 02:00"),
        (MONDAY, "ساعت ۱۲ بامداد می‌فرستم", "Tue 11-24 00:00"),
        (MONDAY, "بامداد فردا می‌فرستم", "Tue 11-24 06:00"),
        (AFTER_MIDNIGHT, "ساعت ۲ بامداد می‌فرستم", "Tue 11-24 02:00"),
        (AFTER_MIDNIGHT, "ساعت ۱۲ بامداد می‌فرستم", "Wed 11-25 00:00"),  # never one that is over
        (MONDAY, "saat 8 am mifrestam", "Tue 11-24 08:00"),
    ],
)
def test_the_first_hours_of_a_day(
    ear: PromiseReader, now: datetime, text: str, wanted: str
) -> None:
    assert promised(ear, text, now) == [wanted]
