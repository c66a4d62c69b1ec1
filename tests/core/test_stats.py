"""The days that are asked for, ranks of waits, and the coach's voice."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.conversation import Channel
from bot.core.days import Span, zone_of
from bot.core.mentor import Praise, Try, advise
from bot.core.spans import Almanac, Asked, Stretch, period
from bot.core.stats import (
    Brief,
    Group,
    HardCustomer,
    Summary,
    Waiting,
    Waits,
    may_need_help,
    waits_of,
)
from bot.core.trouble import Counts, StepCounts
from bot.language.calendar import almanac

TODAY = date(2026, 11, 25)  # Wednesday, 4 Azar 1405
IRAN, WORLD = almanac("fa", "Asia/Tehran"), almanac("en", "Europe/Berlin")
DAY, WEEK, MONTH, DAYS = Stretch.DAY, Stretch.WEEK, Stretch.MONTH, Stretch.DAYS


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Span:
    return Span(date(*first), date(*last))


@pytest.mark.parametrize(
    ("asked", "almanac_", "span", "before"),
    [
        # an unfinished day is compared with the whole of the day before, until the same hour
        (
            Asked(DAY, TODAY),
            IRAN,
            days((2026, 11, 25), (2026, 11, 25)),
            days((2026, 11, 24), (2026, 11, 24)),
        ),
        # Iran's week begins on Saturday; five days of it are compared with five
        (
            Asked(WEEK, TODAY),
            IRAN,
            days((2026, 11, 21), (2026, 11, 25)),
            days((2026, 11, 14), (2026, 11, 18)),
        ),
        # where clocks are Iran's it does for English readers, too
        (
            Asked(WEEK, TODAY),
            almanac("en", "Asia/Tehran"),
            days((2026, 11, 21), (2026, 11, 25)),
            days((2026, 11, 14), (2026, 11, 18)),
        ),
        # elsewhere it begins on Monday
        (
            Asked(WEEK, TODAY),
            WORLD,
            days((2026, 11, 23), (2026, 11, 25)),
            days((2026, 11, 16), (2026, 11, 18)),
        ),
        # a week that is over is compared with the whole of the one before
        (
            Asked(WEEK, date(2026, 11, 20)),
            IRAN,
            days((2026, 11, 14), (2026, 11, 20)),
            days((2026, 11, 7), (2026, 11, 13)),
        ),
        # Azar 1405 begins on 22 November
        (
            Asked(MONTH, TODAY),
            IRAN,
            days((2026, 11, 22), (2026, 11, 25)),
            days((2026, 10, 23), (2026, 10, 26)),
        ),
        (
            Asked(MONTH, TODAY),
            WORLD,
            days((2026, 11, 1), (2026, 11, 25)),
            days((2026, 10, 1), (2026, 10, 25)),
        ),
        # Farvardin 1404 has 31 days, Esfand 1403, of a leap year, 30
        (
            Asked(MONTH, date(2025, 4, 1)),
            IRAN,
            days((2025, 3, 21), (2025, 4, 20)),
            days((2025, 2, 19), (2025, 3, 20)),
        ),
        # Esfand 1404 has 29
        (
            Asked(MONTH, date(2026, 4, 1)),
            IRAN,
            days((2026, 3, 21), (2026, 4, 20)),
            days((2026, 2, 20), (2026, 3, 20)),
        ),
        (
            Asked(DAYS, date(2026, 11, 1), 10),
            IRAN,
            days((2026, 11, 1), (2026, 11, 10)),
            days((2026, 10, 22), (2026, 10, 31)),
        ),
        # ten days of which four have come are compared with four of the ten before
        (
            Asked(DAYS, date(2026, 11, 22), 10),
            IRAN,
            days((2026, 11, 22), (2026, 11, 25)),
            days((2026, 11, 12), (2026, 11, 15)),
        ),
    ],
)
def test_what_is_counted_and_what_it_is_compared_with(
    asked: Asked, almanac_: Almanac, span: Span, before: Span
) -> None:
    found = period(asked, TODAY, almanac_)
    assert (found.span, found.before) == (span, before)


def test_the_last_of_a_longer_month_is_compared_with_all_of_a_shorter_one() -> None:
    """31 Farvardin: Esfand has no 31st, so nothing of it is cut off."""
    found = period(Asked(MONTH, date(2026, 4, 20)), date(2026, 4, 20), IRAN)
    assert found.before == days((2026, 2, 20), (2026, 3, 20))
    assert (
        found.cut(datetime(2026, 4, 20, 12, tzinfo=UTC).timestamp(), zone_of("Asia/Tehran")) is None
    )


@pytest.mark.parametrize(
    ("zone", "now", "cut"),
    [
        ("Asia/Tehran", datetime(2026, 11, 25, 14, 30), datetime(2026, 11, 24, 14, 30)),
        # the clock was put forward in the night: the same hour by the wall, 23 hours before
        ("Europe/Berlin", datetime(2027, 3, 28, 14, 30), datetime(2027, 3, 27, 14, 30)),
        # the hour that there was not the day before its change is the one after it
        ("Europe/Berlin", datetime(2027, 3, 29, 2, 30), datetime(2027, 3, 28, 3, 30)),
        # midnight itself was skipped there
        ("America/Santiago", datetime(2026, 9, 7, 0, 10), datetime(2026, 9, 6, 1, 0)),
    ],
)
def test_a_day_that_goes_on_is_cut_at_the_same_hour(
    zone: str, now: datetime, cut: datetime
) -> None:
    clock = ZoneInfo(zone)
    at = now.replace(tzinfo=clock)
    found = period(Asked(DAY, at.date()), at.date(), IRAN)
    told = found.cut(at.timestamp(), clock)
    assert told is not None
    assert told == pytest.approx(cut.replace(tzinfo=clock).timestamp(), abs=600)


def test_turning_goes_by_whole_stretches() -> None:
    asked = Asked(MONTH, TODAY)
    earlier = asked.shifted(period(asked, TODAY, IRAN), later=False)
    found = period(earlier, TODAY, IRAN)
    assert found.whole == days((2026, 10, 23), (2026, 11, 21))
    assert period(earlier.shifted(found, later=True), TODAY, IRAN).whole.first == date(2026, 11, 22)


def test_ranks_are_waits_that_there_were() -> None:
    assert waits_of([]) == Waits()
    assert waits_of([7.0]) == Waits(1, 7.0, 7.0)
    assert waits_of([*range(10, 0, -1)]) == Waits(10, 5, 9)
    assert waits_of([1.0, 100.0]) == Waits(2, 1.0, 100.0)


def test_who_has_had_a_heavy_day() -> None:
    groups = (
        Group("1", Counts(troubles=3)),
        Group("2", Counts(troubles=6, ended_false_alarm=3)),
        Group("3", Counts(troubles=4)),
        Group("4", Counts(troubles=2, abusive=2)),
    )
    assert [each.key for each in may_need_help(groups)] == ["3", "4"]


def test_a_customer_who_took_little_is_not_told_of() -> None:
    assert not HardCustomer("مریم", 300.0, 9, 0.5).is_worth_telling
    assert HardCustomer("مریم", 300.0, 61, 0.01).is_worth_telling


def summary(counts: Counts, **more: object) -> Summary:
    given = {"now": Brief(counts), "before": Brief(), **more}
    return Summary(**given)  # type: ignore[arg-type]


WAITS = Waiting(1, "مریم", 11, Channel.CHAT, "", 0.0, is_unanswered=True)


@pytest.mark.parametrize(
    ("own", "praise", "next_one"),
    [
        (summary(Counts()), (Praise.QUIET,), Try.ON),
        (summary(Counts(troubles=1, ended_false_alarm=1)), (Praise.QUIET,), Try.ON),
        (
            summary(Counts(troubles=2, answered=2, calmed=1), steps=StepCounts(9, 2, 1, 1)),
            (Praise.CALMED, Praise.ALL_ANSWERED, Praise.HELPED),
            Try.ASK_AFTER,
        ),
        (
            Summary(
                Brief(Counts(troubles=2, answered=1), Waits(1, 400.0, 2000.0)),
                Brief(Counts(troubles=1), Waits(1, 600.0, 600.0)),
            ),
            (Praise.FASTER,),
            Try.FASTER,
        ),
        # whatever else there is, somebody who waits comes first
        (summary(Counts(troubles=1, abusive=2), waiting=(WAITS,)), (Praise.STAYED,), Try.ANSWER),
        (summary(Counts(troubles=3, abusive=2)), (Praise.STAYED,), Try.REST),
        (summary(Counts(troubles=3), steps=StepCounts(shown=5)), (Praise.STAYED,), Try.DRAFTS),
        (summary(Counts(troubles=3)), (Praise.STAYED,), Try.STEPS),
    ],
)
def test_a_coach_says_what_went_well_and_one_thing_to_try(
    own: Summary, praise: tuple[Praise, ...], next_one: Try
) -> None:
    told = advise(own)
    assert (told.praise, told.next) == (praise, next_one)
