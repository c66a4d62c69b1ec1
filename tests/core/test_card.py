"""What a card shows: the customer's words, shortened, and the reasons that weigh most."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.card import (
    QUOTE_LENGTH,
    REASONS_SHOWN,
    WORDS_SHOWN,
    Reason,
    draft_sent,
    reasons_of,
    shorten,
)
from bot.core.playbook import StepKind

SHORTENED = [
    # short enough
    ("سلام", 10, "سلام"),
    # exactly as long as allowed
    ("1234567890", 10, "1234567890"),
    # lines and runs of spaces become one line
    ("سلام\n\nخوبید؟   کو؟", 50, "سلام خوبید؟ کو؟"),
    # cut between words
    ("one two three four", 12, "one two…"),
    # an endless word does not take the whole quote with it
    ("سلام ه" + "ا" * 40, 10, "سلام هااا…"),
    # a word longer than the whole is cut inside
    ("abcdefghijkl", 10, "abcdefghi…"),
    # nothing
    ("", 10, ""),
    ("   \n ", 10, ""),
]


@pytest.mark.parametrize(("text", "limit", "shown"), SHORTENED)
def test_words_are_shortened(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


@given(st.text(max_size=600), st.integers(1, 300))
def test_shortened_words_are_never_longer_than_allowed(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert "\n" not in short
    whole = " ".join(text.split())
    assert short == whole or (short.endswith("…") and whole.startswith(short[:-1]))


def test_a_whole_telegram_message_fits_on_a_card() -> None:
    assert len(shorten("آ" * 4096)) == QUOTE_LENGTH


def assessed(*signals: Signal, situations: tuple[Situation, ...] = ()) -> Assessment:
    return Assessment(Tension.HEATED, situations, 0.9, signals)


def test_situations_are_named_first_with_the_words_that_showed_them() -> None:
    complaint, nagging = Situation.COMPLAINT, Situation.NAGGING
    signals = (
        Signal("anger", True, 9.0, ("!!",)),
        Signal("phrase", True, 1.0, ("خرابه", "شکسته"), complaint),
        Signal("hint", True, 0.5, ("خرابه", "نمیاد", "کو"), complaint),
    )
    assert reasons_of(assessed(*signals, situations=(nagging, complaint))) == (
        # shown by the history alone
        Reason("nagging", (), nagging),
        # each word once, and only a few
        Reason("complaint", ("خرابه", "شکسته"), complaint),
        Reason("anger", ("!!",)),
    )
    assert WORDS_SHOWN == 2


def test_the_wording_as_a_whole_is_no_reason_beside_a_situation() -> None:
    whole = Signal("wording", True, 9.0, ("خوردین، ازتون",))
    accusation = Situation.ACCUSATION
    shown = (
        Signal("wording", True, 3.0, ("منو خوردین",), accusation),
        Signal("phrase", True, 1.0, ("کلاه", "کلاهبردار"), accusation),
    )
    # words that end anywhere give way to a phrase's, and a phrase's part to the whole phrase
    reasons = reasons_of(assessed(whole, *shown, situations=(accusation,)))
    assert reasons == (Reason("accusation", ("کلاهبردار",), accusation),)
    # where nothing else is known they are better than nothing
    assert reasons_of(assessed(whole)) == (Reason("wording", ("خوردین، ازتون",)),)
    reasons = reasons_of(assessed(*shown[:1], situations=(accusation,)))
    assert reasons == (Reason("accusation", ("منو خوردین",), accusation),)


def test_a_situation_that_was_not_found_is_no_reason() -> None:
    hint = Signal("hint", True, 1.0, ("خرابه",), Situation.COMPLAINT)
    assert reasons_of(assessed(hint)) == ()


def test_the_weightiest_reasons_come_first_and_only_a_few() -> None:
    signals = [Signal(f"s{weight}", True, float(weight)) for weight in (1, 5, 3, 2, 4)]
    assert [reason.name for reason in reasons_of(assessed(*signals))] == ["s5", "s4", "s3"]
    assert REASONS_SHOWN == 3


def test_what_speaks_against_an_alarm_is_no_reason_for_it() -> None:
    kept = Signal("anger", True, 1.0, ("بسه",))
    others = (
        # laughter weighs against
        Signal("laughter", True, -3.0, ("😂",)),
        # looked for, and not found
        Signal("threat", False, 2.0),
        # found, but it weighs nothing
        Signal("question", True, 0.0),
    )
    reasons = reasons_of(assessed(kept, *others))
    assert reasons == (Reason("anger", ("بسه",)),)


def test_an_assessment_lists_what_was_found_by_its_weight_either_way() -> None:
    found = assessed(Signal("a", True, 1.0), Signal("b", False, 9.0), Signal("c", True, -2.0))
    assert [signal.name for signal in found.fired()] == ["c", "a"]


def test_the_shops_own_situation_is_the_first_reason() -> None:
    signals = (
        Signal("anger", True, 9.0, ("!!",)),
        Signal("phrase", True, 5.0, ("خرابه",), Situation.COMPLAINT),
        Signal("own_situation", True, 2.2, ("برای عروسی",)),
    )
    reasons = reasons_of(assessed(*signals, situations=(Situation.COMPLAINT,)))
    assert [reason.name for reason in reasons] == ["own_situation", "complaint", "anger"]
    assert reasons[0].words == ("برای عروسی",)


def test_a_long_message_is_compared_with_a_draft_in_no_time() -> None:
    advice = Advice(
        "b", "t", 1, 1, StepKind.CLARIFY, "a", ("آ" * 256,), False, False, False, ("m",)
    )
    assert draft_sent(advice, "آب" * 2048) is None
    assert draft_sent(replace(advice, marks=()), "آ" * 256) is None  # a card of an older version
    assert draft_sent(None, "آ") is None
