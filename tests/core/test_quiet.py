"""Quiet hours: whatever the clocks do, a rest ends when it says, and not a quarter before."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from math import inf
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.quiet import (
    HORIZON_SECONDS,
    QUARTER_SECONDS,
    Hours,
    Rest,
    hours_in,
    quiet_until,
    tomorrow_morning,
)

TEHRAN = ZoneInfo("Asia/Tehran")
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = (TEHRAN, BERLIN, ZoneInfo("Africa/Cairo"), ZoneInfo("Australia/Lord_Howe"), UTC)
NIGHT = Hours(22 * 60, 8 * 60)
FRIDAY = 4

minutes = some.integers(0, 95).map(lambda quarter: quarter * 15)
rests = some.builds(
    Rest,
    hours=some.none() | some.builds(Hours, minutes, minutes),
    weekdays=some.lists(some.integers(0, 6), max_size=3).map(tuple),
    dates=some.lists(some.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=3).map(tuple),
    muted_until=some.none() | some.floats(1.767e9, 1.80e9),
)
moments = some.floats(1.767e9, 1.80e9)
zones = some.sampled_from(ZONES)


def at(text: str, zone: tzinfo = TEHRAN) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=zone).timestamp()


@given(rests, moments, zones)
def test_a_rest_goes_on_until_its_end_and_not_beyond(rest: Rest, now: float, zone: tzinfo) -> None:
    end = quiet_until(rest, now, zone)
    if end is None:
        assert not rest.covers(datetime.fromtimestamp(now, zone))
        return
    assert now < end
    if end <= now + HORIZON_SECONDS:
        assert quiet_until(rest, end, zone) is None
    assert quiet_until(rest, end - QUARTER_SECONDS / 100, zone) is not None or end > now + (
        HORIZON_SECONDS
    )
    between = now + (end - now) / 2
    assert quiet_until(rest, between, zone) is not None


@given(minutes, minutes, moments)
def test_hours_and_the_rest_of_the_day_share_the_day(begin: int, end: int, now: float) -> None:
    minute = int(now) % 1440
    if begin != end:
        assert Hours(begin, end).cover(minute) is not Hours(end, begin).cover(minute)
    else:
        assert not Hours(begin, end).cover(minute)


def test_a_night_passes_midnight() -> None:
    rest = Rest(NIGHT)
    for moment in ("2026-11-22T22:00", "2026-11-22T23:59", "2026-11-23T00:00", "2026-11-23T07:59"):
        assert quiet_until(rest, at(moment), TEHRAN) == at("2026-11-23T08:00")
    for moment in ("2026-11-22T21:59", "2026-11-23T08:00"):
        assert quiet_until(rest, at(moment), TEHRAN) is None


def test_a_day_off_joins_the_nights_around_it() -> None:
    rest = Rest(NIGHT, weekdays=(FRIDAY,))
    assert quiet_until(rest, at("2026-11-26T22:30"), TEHRAN) == at("2026-11-28T08:00")
    assert quiet_until(rest, at("2026-11-27T12:00"), TEHRAN) == at("2026-11-28T08:00")


def test_tehran_has_no_summer_time_and_berlin_has() -> None:
    rest = Rest(Hours(23 * 60, 7 * 60))
    spring = at("2026-03-28T23:00", BERLIN)
    autumn = at("2026-10-24T23:00", BERLIN)
    assert quiet_until(rest, spring, BERLIN) == spring + 7 * 3600
    assert quiet_until(rest, autumn, BERLIN) == autumn + 9 * 3600
    for day in ("2026-03-21T23:00", "2026-03-28T23:00", "2026-09-21T23:00"):
        assert quiet_until(rest, at(day), TEHRAN) == at(day) + 8 * 3600


def test_hours_that_end_in_the_hour_left_out_end_with_it() -> None:
    rest = Rest(Hours(60, 150))
    assert quiet_until(rest, at("2026-03-29T01:30", BERLIN), BERLIN) == at(
        "2026-03-29T03:00", BERLIN
    )


def test_a_mute_ends_at_its_second_or_never() -> None:
    assert quiet_until(Rest(muted_until=1_800_000_000.5), 1.79e9, TEHRAN) == 1_800_000_000.5
    assert quiet_until(Rest(muted_until=1.7e9), 1.79e9, TEHRAN) is None
    assert quiet_until(Rest(is_muted=True), 1.79e9, TEHRAN) == inf


def test_a_mute_that_ends_in_the_night_ends_with_the_night() -> None:
    rest = Rest(NIGHT, muted_until=at("2026-11-22T22:10"))
    assert quiet_until(rest, at("2026-11-22T21:30"), TEHRAN) == at("2026-11-23T08:00")


def test_whoever_never_works_is_looked_at_again_in_two_weeks() -> None:
    now = at("2026-11-22T12:00")
    end = quiet_until(Rest(weekdays=tuple(range(7))), now, TEHRAN)
    assert end is not None
    assert timedelta(days=14) <= timedelta(seconds=end - now) < timedelta(days=15)


@pytest.mark.parametrize(
    ("hours", "now", "morning"),
    [
        (None, "2026-11-22T15:00", "2026-11-23T08:00"),
        (NIGHT, "2026-11-22T23:30", "2026-11-23T08:00"),
        (Hours(23 * 60, 7 * 60), "2026-11-22T15:00", "2026-11-23T07:00"),
        (None, "2026-11-23T01:30", "2026-11-23T08:00"),  # they have not been to bed yet
        (Hours(14 * 60, 17 * 60), "2026-11-22T15:00", "2026-11-23T08:00"),
    ],
)
def test_tomorrow_begins_in_the_morning(hours: Hours | None, now: str, morning: str) -> None:
    assert tomorrow_morning(Rest(hours), at(now), TEHRAN) == at(morning)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("۲۲ تا ۸", Hours(1320, 480)),
        ("از ۲۲:۳۰ تا ۷:۱۵", Hours(1350, 435)),
        ("22 to 8", Hours(1320, 480)),
        ("from 21:00 until 24", Hours(1260, 0)),
        ("۲۳-۷", Hours(1380, 420)),
        ("۲۲ تا ۲۲", None),
        ("۲۵ تا ۸", None),
        ("۲۲:۱۰ تا ۸", None),
        ("۱ فروردین", None),
        ("", None),
    ],
)
def test_hours_are_read_as_people_write_them(words: str, hours: Hours | None) -> None:
    assert hours_in(words) == hours
