"""What is found in a customer's turn: tension, situations, and the signals that say why."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tension(IntEnum):
    """How heated the customer is."""

    CALM = 0
    UNEASY = 1
    HEATED = 2
    ABUSIVE = 3


class Situation(StrEnum):
    """What the customer does."""

    COMPLAINT = "complaint"
    REFUND_DEMAND = "refund_demand"
    TRIVIAL_FAULT = "trivial_fault"
    DISCOUNT_PRESSURE = "discount_pressure"
    FREE_EXTRA = "free_extra"
    SCOPE_CREEP = "scope_creep"
    ENDLESS_QUESTIONS = "endless_questions"
    NAGGING = "nagging"
    ACCUSATION = "accusation"
    PUBLIC_THREAT = "public_threat"
    INSULT = "insult"
    MISUNDERSTANDING = "misunderstanding"
    LEAVING = "leaving"
    SUSPECT_REVIEW = "suspect_review"


@dataclass(frozen=True, slots=True)
class Signal:
    """One explained finding.

    `name` is a message id of `locales/*/signals.ftl`; `words` are the customer's own words that
    gave it, empty where the history did. A negative signal (laughter, anger at somebody else) has a
    weight below zero; `fired` is False for one that was looked for and not found, so that a test,
    or a manager who asks "why not?", can see it. `weight` is in log-odds of the alarm. A signal
    that says little by itself (a manner of speaking) is not `telling`: no reason on a card.
    """

    name: str
    fired: bool
    weight: float = 0.0
    words: tuple[str, ...] = ()
    situation: Situation | None = None
    telling: bool = True


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings on one customer turn, in its place.

    `risk` is the probability, 0 to 1, that a good manager would want the seller helped now; whether
    Aram speaks is decided apart from it, in `pace`. `heat` is the tension to be expected, 0 to 3,
    which says more than the step it falls into. `situations` are ordered, surest first.
    `calmed` says that the customer has come down from trouble at this turn. `own` are the ids of
    the playbooks whose own situation, one that the shop's managers described, was found.
    """

    tension: Tension
    situations: tuple[Situation, ...]
    risk: float
    signals: tuple[Signal, ...] = ()
    calmed: bool = False
    heat: float = 0.0
    own: tuple[str, ...] = ()

    def fired(self) -> tuple[Signal, ...]:
        """The signals that were found, weightiest first."""
        found = (signal for signal in self.signals if signal.fired)
        return tuple(sorted(found, key=lambda signal: -abs(signal.weight)))
