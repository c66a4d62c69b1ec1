"""A seller's own words: the verdict, what is to be mended, and the gentle word afterwards."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.core.assessment import Tension
from bot.core.breath import HEATED, LastBreaths, heat_of
from bot.core.coach import Coach
from bot.core.conversation import Unread
from bot.core.course import Leave, Showing
from bot.core.force import Force
from bot.core.ladder import Ladder
from bot.core.letters import BreathLetter
from bot.core.listener import Listener
from bot.core.own_words import (
    MOST_CHARACTERS,
    MOST_SENTENCES,
    Case,
    Fault,
    Likeness,
    Trait,
    Verdict,
    Words,
    owes_act,
    owes_feeling,
    review,
)
from bot.core.pace import Pace
from bot.core.playbook import Avoidance, StepKind
from bot.core.shelf import Said
from bot.core.weighing import OwnReply, weigh
from tests.core.cast import REFUND, SELLER, PaperBooks, Talk, ToldDetector, small_library

GOOD = {Trait.FEELING: ("sorry",), Trait.ACT: ("send",)}


class ToldEar:
    """Hears what a text spells out: "insult brush_off feeling", each a trait; sums are told."""

    def __init__(self, words: Words = Words()) -> None:  # noqa: B008 - frozen
        self._words = words

    def glance(self, text: str) -> Words:
        said = {Trait(name): (name,) for name in text.split() if name in set(Trait)}
        return replace(self._words, said={**self._words.said, **said})

    def listen(self, text: str) -> Words:
        return self.glance(text)

    def like(self, text: str, avoided: Iterable[Avoidance], /) -> tuple[Likeness, ...]:
        return tuple(Likeness(each.write, each) for each in avoided if each.write in text)


def faults(text: str, case: Case | None = None, words: Words | None = None) -> list[Fault]:
    found = review(text, case or Case(), ToldEar(words or Words()))
    return [remark.fault for remark in found.remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("feeling act", []),
        ("act", [Fault.COLD]),
        ("feeling", [Fault.IDLE]),
        ("", [Fault.COLD, Fault.IDLE]),
        ("insult", [Fault.INSULTS]),  # who answers in heat is not asked for warmth, too
        ("threat", [Fault.INSULTS]),
        ("mockery blame", [Fault.MOCKS, Fault.BLAMES]),
        ("brush_off feeling act", [Fault.DISMISSES]),
        ("shouting", [Fault.SHOUTS]),
        ("sharp", [Fault.SHARP]),
        ("sharp insult", [Fault.INSULTS]),  # a named fault says more than the sound of the whole
        ("argument", [Fault.ARGUES]),
        ("promise feeling act", [Fault.PROMISES]),
        ("argument insult promise", [Fault.INSULTS, Fault.PROMISES, Fault.ARGUES]),  # gravest first
    ],
)
def test_faults_come_gravest_first(text: str, expected: list[Fault]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("feeling act", Verdict.GOOD),
        ("act", Verdict.ONE),
        ("", Verdict.SEVERAL),
        ("argument promise", Verdict.SEVERAL),
        ("mockery", Verdict.BREATHE),
    ],
)
def test_the_verdict_is_plain(text: str, verdict: Verdict) -> None:
    assert review(text, Case(), ToldEar()).verdict is verdict


@pytest.mark.parametrize(
    ("characters", "sentences", "long"),
    [
        (MOST_CHARACTERS, MOST_SENTENCES, False),
        (MOST_CHARACTERS + 1, 1, True),
        (20, MOST_SENTENCES + 1, True),
    ],
)
def test_a_chat_wants_short_replies(characters: int, sentences: int, long: bool) -> None:
    words = Words(characters=characters, sentences=sentences)
    assert (Fault.TOO_LONG in faults("feeling act", words=words)) is long


@pytest.mark.parametrize(
    ("case", "named", "text", "forbidden"),
    [
        (Case(), None, "refund", True),  # a sum that nobody named
        (Case(refund_limit=500_000), 400_000, "refund", False),
        (Case(refund_limit=500_000), 600_000, "refund", True),
        (Case(refund_limit=500_000, amount=300_000), None, "refund", False),  # named before
        (Case(refund_limit=500_000, amount=300_000), 900_000, "refund", True),
        (Case(refund_limit=500_000, amount=300_000), Unread.SUM, "refund", True),  # who knows
        (Case(may_refund=True), 900_000, "refund", False),  # a manager allowed it
        (Case(), None, "refund asks_manager", False),  # asks first
    ],
)
def test_refunds_need_the_limit_or_the_manager(
    case: Case, named: int | Unread | None, text: str, forbidden: bool
) -> None:
    assert (Fault.REFUNDS in faults(f"feeling act {text}", case, Words(amount=named))) is forbidden


def test_what_the_playbook_avoids_is_told_with_the_managers_reason() -> None:
    case = Case(avoid=(Avoidance("calm down", "it never helps"),))
    (remark,) = review("calm down feeling act", case, ToldEar()).remarks
    assert (remark.fault, remark.words, remark.why) == (
        Fault.AVOIDED,
        ("calm down",),
        "it never helps",
    )


def test_where_nothing_is_known_of_the_customer_what_is_owed_is_a_hint() -> None:
    found = review("hello", Case(is_known=False), ToldEar())
    assert found.verdict is Verdict.GOOD
    assert [hint.fault for hint in found.hints] == [Fault.COLD, Fault.IDLE]


def test_a_question_is_a_deed() -> None:
    assert faults("feeling", words=Words(asks=True)) == []


def test_what_a_step_owes() -> None:
    used = frozenset({StepKind.ACKNOWLEDGE_FEELINGS})
    alternative, boundary = StepKind.OFFER_ALTERNATIVE, StepKind.SET_BOUNDARY
    assert owes_feeling(alternative, frozenset(), Tension.HEATED)
    assert not owes_feeling(alternative, used, Tension.HEATED)
    assert not owes_feeling(alternative, frozenset(), Tension.CALM)
    assert not owes_feeling(boundary, frozenset(), Tension.ABUSIVE)
    assert owes_act(alternative)
    assert not owes_act(boundary)


@pytest.mark.parametrize(
    ("said", "heated"),
    [
        ({Trait.INSULT: ("a",)}, True),
        ({Trait.THREAT: ("a",)}, True),
        ({Trait.CUTTING: ("a",)}, True),
        ({Trait.BRUSH_OFF: ("a",)}, False),  # «کم نمی‌شود» is firm, not heated
        ({Trait.BRUSH_OFF: ("a", "b")}, True),
        ({Trait.ARGUMENT: ("a", "b", "c", "d")}, False),  # arguing is not heat, however long
        ({Trait.BLAME: ("a",), Trait.SHOUTING: ("!!!!",)}, True),
        ({Trait.REFUND: ("a",), Trait.PROMISE: ("b",)}, False),
        (GOOD, False),
    ],
)
def test_heat(said: dict[Trait, tuple[str, ...]], heated: bool) -> None:
    assert (heat_of(Words(said)) >= HEATED) is heated


def test_one_gentle_word_an_hour_and_one_for_a_message() -> None:
    assert LastBreaths().is_time(0.0)
    assert not LastBreaths(here=1_000.0).is_time(4_599.0)
    assert LastBreaths(here=1_000.0).is_time(4_600.0)
    assert not LastBreaths(to_seller=1_000.0).is_time(1_000.0)
    assert LastBreaths(to_seller=1_000.0).is_time(1_060.0)


class OwnTalk(Talk):
    """A talk in which the seller is heard by an ear, and writes with their own hand."""

    def __init__(self) -> None:
        super().__init__()
        force = Force(Coach(ToldDetector(), Ladder(small_library()), Pace(), ToldEar()))
        self.listener = Listener(force)
        self.number = 500

    def own(self, text: str, *, after: float = 60.0, by: int | None = SELLER) -> None:
        said = self.seller("چشم")
        self.now += after
        self.books.breaths.now = self.now
        self.number += 1
        turn = replace(said.turn, text=text, at=self.now)
        self.listener.hear(self.books, Said(self.where, turn, self.number, by))

    def breaths(self) -> list[BreathLetter]:
        return [body for _, body, _ in self.books.letters if isinstance(body, BreathLetter)]


def test_heat_that_was_sent_gets_one_gentle_word_an_hour() -> None:
    talk = OwnTalk()
    talk.customer("2 complaint")
    talk.own("insult")
    talk.own("insult")
    assert [(each.customer, each.words) for each in talk.breaths()] == [("مریم رضایی", ("insult",))]
    assert len(talk.breaths()[0].drafts) == 2  # of the step on the card
    talk.own("insult", after=3_600.0)
    assert len(talk.breaths()) == 2


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("brush_off", SELLER),  # firm
        ("feeling act", SELLER),
        ("insult", None),  # not of their own hand: a draft that Aram sent, a group's voice
    ],
)
def test_calm_words_and_those_of_nobody_get_none(text: str, by: int | None) -> None:
    talk = OwnTalk()
    talk.customer("2 complaint")
    talk.own(text, by=by)
    assert talk.breaths() == []


def test_a_joke_among_calm_people_gets_none() -> None:
    talk = OwnTalk()
    talk.customer("0")
    talk.own("insult laughter")
    assert talk.breaths() == []
    talk.own("insult")
    assert len(talk.breaths()) == 1
    assert talk.breaths()[0].drafts  # no card is open: what calms anybody down


def test_no_gentle_word_to_who_wants_none_or_long_after() -> None:
    talk = OwnTalk()
    talk.customer("2 complaint")
    talk.books.breaths.unwilling.add(SELLER)
    talk.own("insult")
    assert talk.breaths() == []
    talk.books.breaths.unwilling.clear()
    talk.books.breaths.now += 10_000.0
    said = Said(talk.where, replace(talk.seller().turn, text="insult"), 900, SELLER)
    talk.listener.hear(talk.books, said)
    assert talk.breaths() == []


class PaperChoices:
    """The texts that a seller may choose from, on the first card; implements OwnWordsBook."""

    kept: tuple[str, ...] = ()

    def card_at_hand(self, person_id: int) -> int | None:
        return 1

    def keep_choices(self, person_id: int, card_id: int, texts: tuple[str, ...]) -> int:
        self.kept = texts
        return 1

    def choice(self, number: int, place: int, person_id: int) -> tuple[int, str] | None:
        return 1, self.kept[place]


class Scales(PaperBooks):
    """Books beside which replies are weighed."""

    own_words = PaperChoices()


@pytest.mark.parametrize(("amount", "waits"), [(200_000, False), (900_000, True), (None, True)])
def test_better_words_of_a_step_go_by_the_sum_that_leave_was_given_for(
    amount: int | None, waits: bool
) -> None:
    scales = Scales()
    talk = Talk(scales)
    talk.customer("2 complaint")
    course = replace(
        talk.conversation.course,
        showing=Showing("complaint", 2, REFUND, Tension.HEATED),
        leaves=(Leave(REFUND, 200_000, "سارا"),),
    )
    memory = replace(talk.conversation.memory, amount=amount)
    scales.save(replace(talk.conversation, course=course, memory=memory))
    scales.redraw_card(1, replace(talk.card.face, allowed_by="سارا"))  # as it was drawn
    coach = Coach(ToldDetector(), Ladder(small_library()), Pace(), ToldEar())
    weighed = weigh(scales, coach, OwnReply(SELLER, "feeling act"), refund_limit=0)
    assert weighed.needs_manager is waits
    assert (len(weighed.sendable) == 1) is waits  # nothing but the seller's own
