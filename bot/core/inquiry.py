"""An inquiry: someone of the team asks what Aram makes of a message, and why."""

from dataclasses import dataclass

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.card import REASONS_SHOWN, WORDS_SHOWN, Reason, reasons_of
from bot.core.course import Showing
from bot.core.ladder import Ladder
from bot.core.lesson import WORDS_ENOUGH, KeptLesson, count_words
from bot.core.pace import Move, Quiet
from bot.core.playbook import StepKind

LIKELIEST = 3
COMMONEST = (Situation.COMPLAINT, Situation.INSULT, Situation.REFUND_DEMAND)
"""What a missed message most often is, where nothing in it points anywhere."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What Aram makes of a message; `advice` is the step it would whisper, where it would."""

    assessment: Assessment
    decision: Move | Quiet
    advice: Advice | None = None

    @property
    def speaks(self) -> bool:
        """Whether the seller is whispered to."""
        return self.decision in (Move.ANEW, Move.UPDATE)

    @property
    def finds_nothing(self) -> bool:
        """Whether Aram is silent because it saw no trouble, and not because it was told to be."""
        return self.decision in (Quiet.CALM, Move.CLOSE, Move.NOTE)

    def agrees_with(self, other: "Opinion") -> bool:
        """Whether another opinion comes to the same: to speak or not, how heated, and of what."""
        mine, theirs = self.assessment, other.assessment
        if self.finds_nothing is not other.finds_nothing or self.speaks is not other.speaks:
            return False
        return (mine.tension, mine.situations) == (theirs.tension, theirs.situations)

    def reasons(self) -> tuple[Reason, ...]:
        """The few findings that say most: to speak, or to stay silent where nothing is found."""
        return _calming(self.assessment) if self.finds_nothing else reasons_of(self.assessment)

    def likeliest(self) -> tuple[Situation, ...]:
        """The three situations that the message most likely shows, surest first."""
        weights: dict[Situation, float] = {}
        for signal in self.assessment.signals:
            if signal.situation is not None and signal.weight > 0:
                weights[signal.situation] = weights.get(signal.situation, 0.0) + signal.weight
        hinted = sorted(weights, key=lambda situation: -weights[situation])
        guesses = dict.fromkeys((*self.assessment.situations, *hinted, *COMMONEST))
        return tuple(guesses)[:LIKELIEST]


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A customer's turn as kept, and what Aram made of it in its place."""

    id: int
    text: str
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class Rung:
    """Where an answer stands on the ladder, and for whom its words are."""

    showing: Showing
    used: frozenset[StepKind]
    audience: Audience
    amount: int | None = None
    product: str | None = None

    def advice(self, ladder: Ladder) -> Advice | None:
        """The words; None where the playbook is gone."""
        return ladder.advise(self.showing, self.audience, amount=self.amount, product=self.product)


@dataclass(frozen=True, slots=True)
class Handed:
    """Of the talk that was handed over: how it came, who speaks in it, and what it comes to.

    `customer` and `seller` are names, None where there is none or several; `is_guess` where
    nothing but the order told them apart, `is_swapped` where the guess was turned around. `course`
    is the tension at each customer turn, `point` a long text in a few of its own sentences.
    `unread` messages had no words, `left_out` came before the first that was read, `is_cut` says
    that not all letters were read. `reply_to` is the message that it came by.
    `others` are customers who wrote there, too, and were calm; `untold` those in trouble of whom
    there was no room for an answer.
    """

    way: str
    customer: str | None = None
    seller: str | None = None
    is_guess: bool = False
    is_swapped: bool = False
    customer_turns: int = 1
    seller_turns: int = 0
    unread: int = 0
    left_out: int = 0
    is_cut: bool = False
    subject: str | None = None
    course: tuple[Tension, ...] = ()
    point: tuple[str, ...] = ()
    rung: Rung | None = None
    reply_to: int | None = None
    others: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()

    @property
    def is_message(self) -> bool:
        """Whether it is one forwarded message, and no talk."""
        return self.way == "forward" and self.customer_turns + self.seller_turns == 1


@dataclass(frozen=True, slots=True)
class Question:
    """A message to think over: `by` asks, `said_at` is when it was sent, where that is known.

    `handed` tells of the talk that it is from.
    """

    by: int
    text: str
    said_at: float | None = None
    handed: Handed | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An inquiry as kept: `now` is of the message alone, `there` of the kept turn it was.

    `lesson` is what was taught below it, unless that has been taken back; `may_teach` says whether
    its person may teach now.
    """

    id: int
    by: int
    text: str
    now: Opinion
    there: Opinion | None = None
    turn_id: int | None = None
    lesson: KeptLesson | None = None
    may_teach: bool = True
    handed: Handed | None = None

    @property
    def is_lesson(self) -> bool:
        """Whether a correction says something of the words: not where the past alone alarmed."""
        if self.verdict.finds_nothing or not self.now.finds_nothing:
            return True
        return count_words(self.text) >= WORDS_ENOUGH

    @property
    def verdict(self) -> Opinion:
        """The opinion that can be corrected: in its place, unless the chat was muted there."""
        if self.there is None or self.there.decision is Quiet.MUTED:
            return self.now
        return self.there


def _calming(assessment: Assessment) -> tuple[Reason, ...]:
    """What spoke for silence; a finding against one situation alone says little of that."""
    calming = [
        Reason(signal.name, signal.words[:WORDS_SHOWN])
        for signal in assessment.fired()
        if signal.weight < 0 and signal.telling and signal.situation is None
    ]
    return tuple(calming[:REASONS_SHOWN])
