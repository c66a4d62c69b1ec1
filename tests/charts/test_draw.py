"""Pictures of every kind: their size, their sameness, and that no data breaks them."""

from dataclasses import replace
from datetime import date, timedelta
from struct import unpack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.charts.draw import WIDTH, draw, rendered, svg_of
from bot.charts.parts import labels_of, parts_of
from bot.charts.spec import (
    DayTalks,
    Number,
    Panel,
    Picture,
    Row,
    Rows,
    Share,
    Shares,
    Talks,
    Tension,
    Theme,
    Wait,
    WaitRange,
)
from bot.core.days import Span
from bot.core.trouble import Outcome
from bot.language.calendar import almanac
from tests.charts.sample import LAST, UNITS, picture_of_days

TELEGRAMS_SIDES = 10_000


def size(png: bytes) -> tuple[int, int]:
    width, height = unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("days", [1, 31, 366])
def test_a_picture_fits_a_photo(language: str, days: int) -> None:
    png = draw(picture_of_days(language, days), Theme.LIGHT)
    assert size(png)[0] == 1080
    assert sum(size(png)) < TELEGRAMS_SIDES


def test_the_same_picture_is_the_same_bytes() -> None:
    picture = picture_of_days("fa", 7)
    light = draw(picture, Theme.LIGHT)
    assert light == draw(picture, Theme.LIGHT)
    assert light != draw(picture, Theme.DARK)
    assert light != draw(replace(picture, language="en"), Theme.LIGHT)


def test_nothing_counted_says_so_once_for_each_panel() -> None:
    span = Span(LAST, LAST)
    panels = (
        Talks("", span, (), "", "", "", "هیچ"),
        Rows("", (), empty="هیچ"),
        WaitRange("", span, (), "", "", UNITS, "هیچ"),
        Shares("", (Share(Outcome.LEFT, "رفت", 0),), "هیچ"),
        Tension("", (None,), "", "", "", "", "هیچ"),
    )
    assert svg_of(Picture("fa", "", "", panels=panels), Theme.LIGHT).count("هیچ") == len(panels)


def test_long_spans_are_drawn_in_weeks_and_months_and_lose_no_day() -> None:
    for days, most in ((31, 31), (60, 10), (126, 19), (366, 13)):
        span = Span(LAST - timedelta(days - 1), LAST)
        parts = parts_of(span, almanac("fa", "Asia/Tehran"))
        assert len(parts) <= most
        assert [day for part in parts for day in part] == list(span)


def test_jalali_months_are_named_where_they_begin() -> None:
    span = Span(date(2026, 11, 20), date(2026, 11, 30))
    labels = labels_of(span, parts_of(span, almanac("fa", "Asia/Tehran")), "fa")
    assert [label.name for label in labels[:4]] == ["۲۹", "۳۰", "۱", "۲"]
    assert [label.of for label in labels[:4]] == ["آبان", "", "آذر", ""]


counts = some.integers(0, 10**6)
seconds = some.floats(0, 10**7)
spans = some.builds(
    lambda first, days: Span(first, first + timedelta(days)),
    some.dates(date(2020, 1, 1), date(2030, 1, 1)),
    some.integers(0, 366),
)
words = some.text(max_size=80)
panels = some.one_of(
    some.builds(
        lambda span, numbers, title: Talks(
            title,
            span,
            tuple(DayTalks(span.first + timedelta(at), *each) for at, each in enumerate(numbers)),
            title,
            title,
            title,
            title,
        ),
        spans,
        some.lists(some.tuples(counts, counts, counts), max_size=9),
        words,
    ),
    some.builds(
        Rows, words, some.lists(some.builds(Row, words, counts, counts)).map(tuple), words, words
    ),
    some.builds(
        lambda span, each, title: WaitRange(
            title, span, (Wait(Span(span.first, span.first), *each),), title, title, UNITS, title
        ),
        spans,
        some.tuples(seconds, seconds),
        words,
    ),
    some.builds(
        Shares,
        words,
        some.lists(some.builds(Share, some.sampled_from(Outcome), words, counts)).map(tuple),
        words,
    ),
    some.builds(
        Tension,
        words,
        some.lists(some.none() | some.floats(0, 3), max_size=400).map(tuple),
        *[words] * 5,
    ),
)


@settings(max_examples=25, deadline=None)
@given(
    language=some.sampled_from(["fa", "en"]),
    title=words,
    numbers=some.lists(some.builds(Number, words, words), max_size=4).map(tuple),
    drawn=some.lists(panels, max_size=2).map(tuple),
    theme=some.sampled_from(Theme),
)
def test_any_data_makes_a_picture(
    language: str, title: str, numbers: tuple[Number, ...], drawn: tuple[Panel, ...], theme: Theme
) -> None:
    png = rendered(svg_of(Picture(language, title, title, numbers, drawn, title), theme), WIDTH)
    assert size(png)[0] == WIDTH
    assert 3 * sum(size(png)) < TELEGRAMS_SIDES
