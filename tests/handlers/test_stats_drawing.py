"""What words and pictures of figures tell: two panels at most, and nothing said twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from bot.app import build_locales
from bot.charts.draw import draw
from bot.charts.spec import Panel, Picture, Rows, Talks, Theme, WaitRange
from bot.core.spans import Asked, Period, Stretch, period
from bot.core.stats import Brief, Day, Group, Summary, Talk, waits_of
from bot.core.trouble import Counts, StepCounts
from bot.language.calendar import almanac
from bot.sandbox.pictures import size_of
from handlers.stats.front import front
from handlers.stats.picture import Easel
from handlers.stats.words import Voice

TODAY = date(2026, 11, 19)  # 28 Aban 1405
TALLEST = 2000
ABOUTS = ("complaint", "insult", "accusation", "discount_pressure", "leaving", "review_threat")


def voice_in(language: str) -> Voice:
    return Voice(build_locales().get(language), lambda _: None)


def days_of(stretch: Stretch, language: str, days: int = 1) -> Period:
    first = TODAY - timedelta(days - 1)
    return period(Asked(stretch, first, days), TODAY, almanac(language, "Asia/Tehran"))


def much(when: Period) -> Summary:
    """Every day one of each situation, half of them calmed."""
    each = Counts(troubles=6, answered=6, calmed=3, calm_turns=6, ended_open=3, ended_calmed=3)
    whole = Counts(*(number * when.span.days for number in each.values()))
    answers = tuple((day, 60.0 * number) for day in when.span for number in range(1, 7))
    return Summary(
        now=Brief(whole, waits_of([wait for _, wait in answers])),
        before=Brief(whole),
        talk=Talk(9 * when.span.days),
        abouts=tuple(Group(key, Counts(troubles=when.span.days)) for key in ABOUTS),
        days=tuple(Day(day, each, 9) for day in when.span),
        answers=answers,
    )


def drawn(summary: Summary, when: Period, language: str) -> Picture:
    """What would be drawn."""
    easel = Easel(voice_in(language), when, almanac(language, "Asia/Tehran"), "باغ سیب")
    work = easel.summary(summary)
    assert isinstance(work, partial)
    picture, _ = work.args
    assert isinstance(picture, Picture)
    return picture


def kinds(panels: Sequence[Panel]) -> list[type]:
    return [type(panel) for panel in panels]


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("stretch", [Stretch.DAY, Stretch.WEEK, Stretch.MONTH])
def test_a_full_picture_is_no_taller_than_a_phone_shows(language: str, stretch: Stretch) -> None:
    when = days_of(stretch, language)
    picture = drawn(much(when), when, language)
    assert len(picture.panels) == 2
    size = size_of(draw(picture, Theme.LIGHT))
    assert size is not None
    assert size[1] <= TALLEST


def test_the_panels_are_those_that_matter_for_the_days() -> None:
    week, month = days_of(Stretch.WEEK, "fa"), days_of(Stretch.MONTH, "fa")
    assert kinds(drawn(much(week), week, "fa").panels) == [Talks, Rows]
    assert kinds(drawn(much(month), month, "fa").panels) == [Talks, WaitRange]


@pytest.mark.parametrize(
    ("days", "title"), [(31, "Day by day"), (40, "Week by week"), (200, "Month by month")]
)
def test_a_title_says_what_the_bars_are(days: int, title: str) -> None:
    when = days_of(Stretch.DAYS, "en", days)
    (talks, _) = drawn(much(when), when, "en").panels
    assert talks.title == title


def test_nothing_is_drawn_of_days_on_which_nothing_happened() -> None:
    for stretch in (Stretch.DAY, Stretch.MONTH):
        when = days_of(stretch, "fa")
        none = Summary(Brief(), Brief(), Talk(), days=tuple(Day(day) for day in when.span))
        easel = Easel(voice_in("fa"), when, almanac("fa", "Asia/Tehran"), "")
        assert easel.summary(none) is None


def test_what_did_not_change_has_no_arrow() -> None:
    when = days_of(Stretch.WEEK, "fa")
    same = much(when)
    assert drawn(same, when, "fa").numbers[0].change is None
    more = replace(same, before=Brief(Counts(troubles=1)))
    assert drawn(more, when, "fa").numbers[0].change is not None


def test_a_shop_that_was_not_there_before_is_compared_with_nothing() -> None:
    when, words = days_of(Stretch.WEEK, "fa"), "هفتهٔ پیش تا همین روز"
    first = replace(much(when), before=Brief(), is_compared=False)
    assert drawn(first, when, "fa").numbers[0].change is None
    assert words not in "\n".join(front(first, when, voice_in("fa"), 0.0))
    quiet_before = replace(first, is_compared=True)
    assert drawn(quiet_before, when, "fa").numbers[0].change is not None
    assert words in "\n".join(front(quiet_before, when, voice_in("fa"), 0.0))


def test_calm_talks_have_no_colour_where_they_are_not_counted() -> None:
    when = days_of(Stretch.WEEK, "fa")
    (talks, _) = drawn(replace(much(when), talk=None), when, "fa").panels
    assert isinstance(talks, Talks)
    assert talks.calm_label == ""


def test_a_situations_own_page_does_not_say_again_what_it_is() -> None:
    when, voice = days_of(Stretch.MONTH, "fa"), voice_in("fa")
    whole = much(when)
    one = replace(whole, talk=None, abouts=whole.abouts[:1])
    name = voice.about(ABOUTS[0])
    told = "\n".join(front(one, when, voice, 0.0, part=name))
    assert told.count(name) == 1
    assert "</b>: " in "\n".join(front(whole, when, voice, 0.0))


def test_conversations_that_calmed_after_steps_are_counted_not_steps() -> None:
    when = days_of(Stretch.MONTH, "fa")
    of = replace(much(when), steps=StepCounts(26, 14, 0, 7), calmed_after=3)
    told = "\n".join(front(of, when, voice_in("fa"), 0.0))
    assert "پس از آن ۳ گفت‌وگو آرام شد" in told
    assert "۷" not in told


@pytest.mark.parametrize(
    ("offered", "allowed", "wanted"),
    [(1, 0, "offered once"), (0, 2, "allowed by a manager 2 times")],
)
def test_refunds_tell_nothing_of_none(offered: int, allowed: int, wanted: str) -> None:
    when = days_of(Stretch.WEEK, "en")
    counts = Counts(troubles=1, ended_open=1, offered=offered, allowed=allowed)
    lines = front(Summary(Brief(counts), Brief()), when, voice_in("en"), 0.0)
    (told,) = (line for line in lines if "Refunds" in line)
    assert told.endswith(wanted)
