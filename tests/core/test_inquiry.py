"""What an opinion says for itself, and which of two is the one to correct."""

import pytest

from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.inquiry import Inquiry, Opinion
from bot.core.pace import Move, Quiet

SIGNALS = (
    Signal("greeting", True, -0.5, ("سلام",)),
    Signal("politeness", True, -1.5, ("لطفا", "ممنون", "مرسی")),
    Signal("manner", True, -3.0, telling=False),
    Signal("out_of_the_blue", True, -2.0, situation=Situation.INSULT),
    Signal("laughter", False, -9.0),
    Signal("anger", True, 1.0, ("بسه",)),
    Signal("phrase", True, 0.4, ("تخفیف",), Situation.DISCOUNT_PRESSURE),
    Signal("hint", False, 0.9, ("پول",), Situation.REFUND_DEMAND),
    Signal("phrase", True, -0.4, ("گرون",), Situation.NAGGING),
)


def opinion(
    decision: Move | Quiet,
    *situations: Situation,
    signals: tuple[Signal, ...] = (),
    tension: Tension = Tension.CALM,
) -> Opinion:
    return Opinion(Assessment(tension, situations, 0.1, signals), decision)


DECISIONS = [
    # decision, speaks, finds nothing
    (Move.ANEW, True, False),
    (Move.UPDATE, True, False),
    (Move.CLOSE, False, True),
    (Quiet.CALM, False, True),
    # silent for another reason than seeing nothing
    (Quiet.DISMISSED, False, False),
    (Quiet.NO_PLAYBOOK, False, False),
    (Quiet.MUTED, False, False),
]


@pytest.mark.parametrize(("decision", "speaks", "nothing"), DECISIONS)
def test_silence_because_nothing_was_found_is_told_from_other_silence(
    decision: Move | Quiet, speaks: bool, nothing: bool
) -> None:
    assert (opinion(decision).speaks, opinion(decision).finds_nothing) == (speaks, nothing)


def test_silence_is_explained_by_what_calms_weightiest_first() -> None:
    reasons = opinion(Quiet.CALM, signals=SIGNALS).reasons()
    assert [reason.name for reason in reasons] == ["politeness", "greeting"]
    assert reasons[0].words == ("لطفا", "ممنون")


def test_speaking_is_explained_as_on_a_card() -> None:
    reasons = opinion(Move.ANEW, Situation.DISCOUNT_PRESSURE, signals=SIGNALS).reasons()
    assert [reason.name for reason in reasons] == ["discount_pressure", "anger"]


LIKELIEST = [
    # what was found, then what was hinted at, then what is common; what speaks against counts not
    (
        (Situation.NAGGING,),
        SIGNALS,
        (Situation.NAGGING, Situation.REFUND_DEMAND, Situation.DISCOUNT_PRESSURE),
    ),
    ((), (), (Situation.COMPLAINT, Situation.INSULT, Situation.REFUND_DEMAND)),
    (
        (Situation.INSULT,),
        (),
        (Situation.INSULT, Situation.COMPLAINT, Situation.REFUND_DEMAND),
    ),
]


@pytest.mark.parametrize(("found", "signals", "likeliest"), LIKELIEST)
def test_three_situations_are_offered(
    found: tuple[Situation, ...],
    signals: tuple[Signal, ...],
    likeliest: tuple[Situation, ...],
) -> None:
    assert opinion(Quiet.CALM, *found, signals=signals).likeliest() == likeliest


NOW = opinion(Move.ANEW)
VERDICTS = [
    # nothing is known of it
    (None, NOW),
    # in its place
    (opinion(Quiet.CALM), opinion(Quiet.CALM)),
    (opinion(Quiet.DISMISSED), opinion(Quiet.DISMISSED)),
    # a muted chat was not judged at all
    (opinion(Quiet.MUTED), NOW),
]


@pytest.mark.parametrize(("there", "verdict"), VERDICTS)
def test_the_opinion_to_correct_is_the_one_in_its_place(
    there: Opinion | None, verdict: Opinion
) -> None:
    assert Inquiry(1, by=11, text="کو؟", now=NOW, there=there).verdict == verdict


SAME = [
    (opinion(Move.ANEW), opinion(Move.UPDATE), True),
    (opinion(Quiet.CALM), opinion(Move.CLOSE), True),
    (opinion(Quiet.CALM), opinion(Move.ANEW), False),
    (opinion(Quiet.MUTED), opinion(Quiet.CALM), False),
    (opinion(Quiet.CALM), opinion(Quiet.CALM, tension=Tension.UNEASY), False),
    (opinion(Quiet.CALM), opinion(Quiet.CALM, Situation.NAGGING), False),
]


@pytest.mark.parametrize(("one", "other", "agree"), SAME)
def test_opinions_agree_when_they_come_to_the_same(
    one: Opinion, other: Opinion, agree: bool
) -> None:
    assert one.agrees_with(other) is agree
    assert other.agrees_with(one) is agree


CORRECTABLE = [
    # missed: whatever it says
    ("؟؟؟", Quiet.CALM, None, True),
    # it alarms by itself, however short
    ("بیشعور", Move.ANEW, None, True),
    # what went before alarmed
    ("کو؟", Quiet.CALM, Move.UPDATE, False),
    # … but the words can be judged by
    ("پس پولم چی شد", Quiet.CALM, Move.UPDATE, True),
]


@pytest.mark.parametrize(("text", "now", "there", "is_lesson"), CORRECTABLE)
def test_a_correction_is_a_lesson_where_it_says_something_of_the_words(
    text: str, now: Move | Quiet, there: Move | None, is_lesson: bool
) -> None:
    before = opinion(there) if there else None
    assert Inquiry(1, 1, text, opinion(now), before).is_lesson is is_lesson
