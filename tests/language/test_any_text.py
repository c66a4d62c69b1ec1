"""Promises that hold for any text whatever."""

import gc
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.language import Reader

ANY = st.text(st.characters(), max_size=80)
CHAT = st.text(
    st.sampled_from("سلاممیهاكيآ وترabkh1۲@.*_-:)$/,\u200c\u200d\u202e\n؟!😂🏽ﻻﷺаο\ud83d\ue000"),
    max_size=60,
)
PERSIAN = st.text(st.sampled_from("سلامیکهوتربخدن 123؟"), max_size=40)
READER = Reader()


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(ANY, CHAT))
def test_reading_never_raises_and_spans_stay_in_the_text(text: str) -> None:
    reading = READER.read(text)
    assert reading.original == text
    for view in reading.views:
        assert len(view.tokens) == len(view.spans)
        assert all(token and " " not in token for token in view.tokens)
        assert all(0 <= start < end <= len(text) for start, end in view.spans)
        assert list(view.spans) == sorted(view.spans)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(ANY, CHAT))
def test_writing_never_raises_and_is_the_same_twice(text: str) -> None:
    assert READER.write(text) == READER.write(text)


@settings(deadline=None)
@given(st.one_of(ANY, CHAT))
def test_a_reading_is_the_same_twice(text: str) -> None:
    assert READER.read(text) == READER.read(text)


@settings(deadline=None)
@given(PERSIAN)
def test_letter_and_digit_forms_do_not_matter(text: str) -> None:
    arabic = text.translate(str.maketrans("یکه123", "يكہ١٢٣"))
    persian = text.translate(str.maketrans("123", "۱۲۳"))
    assert _tokens(arabic) == _tokens(persian) == _tokens(text)


@settings(deadline=None)
@given(PERSIAN, st.data())
def test_marks_inside_do_not_matter(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    mark = data.draw(st.sampled_from("\u200b\u200c\u200f\u202e\u2060\ufeffـ\u064e"))
    assert _tokens(text[:at] + mark + text[at:]) == _tokens(text)


PIECES = (
    "ا", "a", "a.", "a@a.", "ا ح ", "@aaa", "!", '"', "\u200c", "1,", ":", "😀\u200d", "a-",
    "س\u0301", "ه ها ", "https://", "a1b", "می ", "ک*", "\u202e", "\ud800", "Aa ", "ﷺ", "kh", "سa",
    "\n", "x" * 70 + "@", "نمی‌", "ک.ث ", "0a", "&", "a'", "🇮", "=)",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_length_not_faster(piece: str) -> None:
    """Four times the text takes far less than the sixteen times that quadratic work would take."""
    small, large = (_seconds(piece * (size // len(piece))) for size in (6000, 24000))
    assert large < 9 * small + 0.02


def _seconds(text: str) -> float:
    def once() -> float:
        start = process_time()
        READER.write(text)  # which reads it first
        return process_time() - start

    gc.disable()
    try:
        return min(once() for _ in range(3))
    finally:
        gc.enable()


def _tokens(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(view.name, view.tokens) for view in READER.read(text).views]
