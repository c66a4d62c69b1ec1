"""A seller's own words, before they go to a customer: what they hold, and what is to be mended.

What the words hold is heard elsewhere (`Ear`); what is wrong with it, and in which order it is to
be mended, is said here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from bot.core.assessment import Tension
from bot.core.conversation import Unread, spoken_of
from bot.core.playbook import Avoidance, StepKind

MOST_CHARACTERS = 300
MOST_SENTENCES = 6
WORDS_SHOWN = 2


class Trait(StrEnum):
    """What a seller's words can hold."""

    INSULT = "insult"
    THREAT = "threat"
    MOCKERY = "mockery"
    BLAME = "blame"
    BRUSH_OFF = "brush_off"
    SHOUTING = "shouting"
    SHARP = "sharp"
    CUTTING = "cutting"
    ARGUMENT = "argument"
    PROMISE = "promise"
    REFUND = "refund"
    ASKS_MANAGER = "asks_manager"
    NOT_SO = "not_so"
    FEELING = "feeling"
    ACT = "act"
    VAGUE = "vague"
    LAUGHTER = "laughter"


@dataclass(frozen=True, slots=True)
class Words:
    """A seller's words as heard: each trait with the very words that show it.

    `characters` and `sentences` are counted as a reader would, `amount` is the largest sum named,
    in toman, or that one was not read; `asks` says that the customer is asked something.
    """

    said: Mapping[Trait, tuple[str, ...]] = field(default_factory=dict)
    characters: int = 0
    sentences: int = 0
    amount: int | Unread | None = None
    asks: bool = False

    def of(self, *traits: Trait) -> tuple[str, ...]:
        """The words that show any of the traits."""
        return tuple(dict.fromkeys(word for each in traits for word in self.said.get(each, ())))

    def with_trait(self, trait: Trait, words: str = "") -> "Words":
        """The same words, known to have a trait too; by no words of their own where none are."""
        return replace(self, said={**self.said, trait: (*self.said.get(trait, ()), words)})


class Ear(Protocol):
    """Hears what a seller's words hold."""

    def glance(self, text: str) -> Words:
        """What a seller's words show at first sight, at next to no cost."""
        ...

    def listen(self, text: str) -> Words:
        """All that a seller's words hold."""
        ...

    def like(self, text: str, avoided: Iterable[Avoidance], /) -> tuple["Likeness", ...]:
        """The sentences of a text that are much like words to be avoided."""
        ...


@dataclass(frozen=True, slots=True)
class Likeness:
    """A seller's sentence, and what it is like of the words that a playbook says not to write."""

    words: str
    avoided: Avoidance


class NoEar:
    """Hears nothing, so that nothing is ever said of a seller's words."""

    def glance(self, text: str) -> Words:
        """Nothing but its length."""
        return Words(characters=len(text))

    def listen(self, text: str) -> Words:
        """Nothing but its length."""
        return self.glance(text)

    def like(self, _text: str, _avoided: Iterable[Avoidance]) -> tuple[Likeness, ...]:
        """Nothing."""
        return ()


class Fault(StrEnum):
    """What is to be changed, gravest first; each is a message id of `locales/*/own_words.ftl`."""

    INSULTS = "insults"
    MOCKS = "mocks"
    BLAMES = "blames"
    DISMISSES = "dismisses"
    SHOUTS = "shouts"
    SHARP = "sharp"
    REFUNDS = "refunds"
    PROMISES = "promises"
    AVOIDED = "avoided"
    ARGUES = "argues"
    TOO_LONG = "too_long"
    COLD = "cold"
    IDLE = "idle"


HEAT = frozenset(
    {
        Fault.INSULTS,
        Fault.MOCKS,
        Fault.BLAMES,
        Fault.DISMISSES,
        Fault.SHOUTS,
        Fault.SHARP,
    }
)
"""Answering heat with heat."""

_SHOWN_BY: dict[Fault, tuple[Trait, ...]] = {
    Fault.INSULTS: (Trait.INSULT, Trait.THREAT),
    Fault.MOCKS: (Trait.MOCKERY,),
    Fault.BLAMES: (Trait.BLAME,),
    Fault.DISMISSES: (Trait.BRUSH_OFF,),
    Fault.SHOUTS: (Trait.SHOUTING,),
    Fault.PROMISES: (Trait.PROMISE,),
    Fault.ARGUES: (Trait.ARGUMENT,),
}


class Verdict(StrEnum):
    """The plain answer, first of all."""

    GOOD = "good"
    ONE = "one"
    SEVERAL = "several"
    BREATHE = "breathe"


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault with the seller's words that show it; `why` is the managers' own, where they said."""

    fault: Fault
    words: tuple[str, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What the words are to do: where they would be said.

    `refund_limit` is the sum, in toman, that the seller may refund alone, `amount` the one spoken
    of; `may_refund` says that a manager allowed it. `feeling` and `act` say whether the words owe
    an acknowledgement and a concrete act; `avoid` is what the playbook in force says not to write.
    `is_known` is False where nothing is known of the customer, so that what they are owed is only
    a hint.
    """

    refund_limit: int = 0
    amount: int | None = None
    may_refund: bool = False
    feeling: bool = True
    act: bool = True
    avoid: tuple[Avoidance, ...] = ()
    is_known: bool = True


_NO_FEELING = frozenset(
    {
        StepKind.ANSWER_BRIEFLY,
        StepKind.FOLLOW_UP,
        StepKind.PART_WAYS,
        StepKind.SET_BOUNDARY,
        StepKind.TAKE_CARE,
        StepKind.VERIFY_REVIEWER,
    }
)
_NO_ACT = frozenset(
    {
        StepKind.ACKNOWLEDGE_FEELINGS,
        StepKind.ANSWER_BRIEFLY,
        StepKind.FOLLOW_UP,
        StepKind.PART_WAYS,
        StepKind.SET_BOUNDARY,
        StepKind.SHARE_EXPERIENCE,
        StepKind.TAKE_CARE,
    }
)


def owes_feeling(kind: StepKind, used: frozenset[StepKind], tension: Tension) -> bool:
    """Whether a reply at a step should still acknowledge how the customer feels."""
    if tension is Tension.CALM or kind in _NO_FEELING:
        return False
    return StepKind.ACKNOWLEDGE_FEELINGS not in used


def owes_act(kind: StepKind) -> bool:
    """Whether a reply at a step should say what is being done."""
    return kind not in _NO_ACT


@dataclass(frozen=True, slots=True)
class Review:
    """What is to be said of a seller's words: `remarks` to mend, gravest first; `hints` besides."""

    remarks: tuple[Remark, ...] = ()
    hints: tuple[Remark, ...] = ()
    characters: int = 0
    sentences: int = 0

    @property
    def verdict(self) -> Verdict:
        """Whether to send it."""
        if any(remark.fault in HEAT for remark in self.remarks):
            return Verdict.BREATHE
        if len(self.remarks) > 1:
            return Verdict.SEVERAL
        return Verdict.ONE if self.remarks else Verdict.GOOD


def review(text: str, case: Case, ear: Ear) -> Review:
    """What to say of a seller's words before they are sent."""
    words = ear.listen(text)
    remarks = [*_manner(words), *_promised(words, case), *_avoided(text, case, ear)]
    if is_long(words):
        remarks.append(Remark(Fault.TOO_LONG))
    # Who answers in heat is not asked for warmth in the same breath.
    manner = HEAT | {Fault.ARGUES}
    owed = () if any(remark.fault in manner for remark in remarks) else tuple(_owed(words, case))
    if case.is_known:
        remarks += owed
    order = tuple(Fault)
    remarks.sort(key=lambda remark: order.index(remark.fault))
    return Review(
        remarks=tuple(remarks),
        hints=() if case.is_known else owed,
        characters=words.characters,
        sentences=words.sentences,
    )


def is_long(words: Words) -> bool:
    """Whether a reply is too long for a chat."""
    return words.characters > MOST_CHARACTERS or words.sentences > MOST_SENTENCES


def _manner(words: Words) -> Iterable[Remark]:
    """What the phrases name; where they name nothing, the sharp sound of the whole."""
    named = [
        Remark(fault, said[:WORDS_SHOWN])
        for fault, traits in _SHOWN_BY.items()
        if (said := words.of(*traits))
    ]
    yield from named
    sharp = words.of(Trait.CUTTING, Trait.SHARP)
    if sharp and not any(remark.fault in HEAT for remark in named):
        yield Remark(Fault.SHARP, sharp[:1])


def _promised(words: Words, case: Case) -> Iterable[Remark]:
    """A refund that is the manager's to allow; asking the manager first makes it none."""
    said = words.of(Trait.REFUND)
    if not said or case.may_refund or words.of(Trait.ASKS_MANAGER):
        return
    amount = spoken_of(words.amount, case.amount)
    if amount is None or amount > case.refund_limit:
        yield Remark(Fault.REFUNDS, said[:WORDS_SHOWN])


def _avoided(text: str, case: Case, ear: Ear) -> Iterable[Remark]:
    for each in ear.like(text, case.avoid)[:1]:
        yield Remark(Fault.AVOIDED, (each.words,), each.avoided.why)


def _owed(words: Words, case: Case) -> Iterable[Remark]:
    if case.feeling and Trait.FEELING not in words.said:
        yield Remark(Fault.COLD)
    if case.act and Trait.ACT not in words.said and not words.asks:
        yield Remark(Fault.IDLE, words.of(Trait.VAGUE)[:WORDS_SHOWN])
