"""The card: what is on the seller's screen, as data; a locale and a handler turn it into text."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.ladder import Advice

QUOTE_LENGTH = 200
REASONS_SHOWN = 3
WORDS_SHOWN = 2


class CardState(StrEnum):
    """What has become of a card."""

    OPEN = "open"
    CALMED = "calmed"
    WORKED = "worked"
    DISMISSED = "dismissed"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why Aram speaks: a signal's name, the words that gave it, the situation it shows."""

    name: str
    words: tuple[str, ...] = ()
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card shows: who and how heated, their words, why Aram speaks, the step now.

    `asking` holds a draft that the seller is asked to confirm, `sending` one on its way, `sent` the
    one that was sent as the seller, until the next is asked about. `manager_called` says
    that a manager has the brief. `turn_id` is the customer's turn that it is about, `taught`
    says that its dismissal has become a lesson.
    """

    customer: str | None
    tension: Tension
    quote: str
    reasons: tuple[Reason, ...]
    advice: Advice | None
    state: CardState = CardState.OPEN
    can_send: bool = False
    manager_called: bool = False
    asking: str | None = None
    sending: str | None = None
    sent: str | None = None
    turn_id: int | None = None
    taught: bool = False


def reasons_of(assessment: Assessment) -> tuple[Reason, ...]:
    """The few reasons to speak that say most: the situations found, then the weightiest signals."""
    positive = [signal for signal in assessment.fired() if signal.weight > 0]
    named = [_situation(situation, positive) for situation in assessment.situations]
    others = [
        Reason(signal.name, signal.words[:WORDS_SHOWN])
        for signal in positive
        if signal.situation is None and signal.telling
    ]
    return (*named, *others)[:REASONS_SHOWN]


def _situation(situation: Situation, signals: list[Signal]) -> Reason:
    """A situation with the customer's words that showed it."""
    mine = [signal for signal in signals if signal.situation is situation]
    words = dict.fromkeys(word for signal in mine for word in signal.words)
    return Reason(situation.value, tuple(words)[:WORDS_SHOWN], situation)


def shorten(text: str, limit: int = QUOTE_LENGTH) -> str:
    """A customer's words in at most `limit` characters, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0][: limit - 1] + "…"
