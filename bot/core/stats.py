"""What `/stats` tells: figures of some days, of a whole shop or of a part of it.

Every figure has its definition in docs/figures.md, under the name that `Figure` gives it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.core.conversation import Channel
from bot.core.trouble import Counts, Outcome, StepCounts

MANY_IN_A_DAY = 4
ABUSE_IN_A_DAY = 2
"""So many hard conversations, or so many with abuse, in one day: a person may need help."""
NO_COUNTS, NO_STEPS = Counts(), StepCounts()
HARD_SECONDS, HARD_MESSAGES = 600.0, 20
"""A customer who took less of the team's time and fewer messages is not told of."""


class Figure(StrEnum):
    """A figure's name; its definition is in docs/figures.md and in the readers' languages."""

    CONVERSATIONS = "conversations"
    HARD = "hard"
    ABOUT = "about"
    CALMED = "calmed"
    CALM_TURNS = "calm-turns"
    WAIT = "wait"
    STEPS = "steps"
    REFUNDS = "refunds"
    FALSE_ALARMS = "false-alarms"
    EFFORT = "effort"
    ATTENTION = "attention"
    COMPARED = "compared"
    HELP = "help"
    OUTCOMES = "outcomes"


class By(StrEnum):
    """What conversations may be told apart by; the values travel in callback data."""

    SELLER = "s"
    PLACE = "p"
    ABOUT = "a"
    PLAYBOOK = "b"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a shop: what each field names, where it names something.

    A place is a `channel`, or the group `chat_id`; `about` and `playbook` may be empty: where
    there was heat alone, or no playbook.
    """

    seller_id: int | None = None
    channel: Channel | None = None
    chat_id: int | None = None
    about: str | None = None
    playbook: str | None = None


WHOLE = Part()


@dataclass(frozen=True, slots=True)
class Waits:
    """How long customers waited for the first answer after a card, in seconds."""

    answered: int = 0
    median: float | None = None
    nine_in_ten: float | None = None


NO_WAITS = Waits()


def waits_of(seconds: Sequence[float]) -> Waits:
    """The waits of some answers, each rank being an answer that there was (nearest rank)."""
    ordered = sorted(seconds)
    if not ordered:
        return Waits()
    return Waits(len(ordered), _ranked(ordered, 50), _ranked(ordered, 90))


def _ranked(ordered: Sequence[float], percent: int) -> float:
    return ordered[-(-len(ordered) * percent // 100) - 1]


@dataclass(frozen=True, slots=True)
class Talk:
    """How much was said: conversations, messages, and the team's time in seconds."""

    conversations: int = 0
    messages: int = 0
    seconds: float = 0.0


NO_TALK = Talk()


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of what belongs together; `key` is a seller's id, a place, a situation, a playbook."""

    key: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class StepFigures:
    """What became of one step of a playbook; `dismissed` counts false alarms that showed it."""

    playbook: str
    step: str
    counts: StepCounts = NO_STEPS
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class HardCustomer:
    """What one customer took: the team's time in seconds, its part of all, and messages.

    `trouble_id` is their newest trouble of those days, `outcome` how that one ended.
    """

    name: str | None
    seconds: float
    messages: int
    share: float
    trouble_id: int = 0
    outcome: Outcome = Outcome.OPEN

    @property
    def is_worth_telling(self) -> bool:
        """Whether it was much."""
        return self.seconds >= HARD_SECONDS or self.messages >= HARD_MESSAGES


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation that needs a person: unanswered since, or without an outcome.

    `since` is when the customer last wrote, in seconds.
    """

    trouble_id: int
    name: str | None
    seller_id: int
    channel: Channel
    about: str
    since: float
    is_unanswered: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """The counts and waits of some days, to be compared with others."""

    counts: Counts = NO_COUNTS
    waits: Waits = NO_WAITS


@dataclass(frozen=True, slots=True)
class Day:
    """One day's counts and conversations; those are 0 for a part that cuts through them."""

    day: date
    counts: Counts = NO_COUNTS
    conversations: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that the first screen tells; `abouts` are the situations, most first.

    `is_compared` says that anything was said in the shop on the days before: else there is nothing
    to be better or worse than.

    `talk` is None for a part of the shop that cuts through conversations. `answers` are the waits
    of each day, in seconds. `steps.calmed` counts steps, `calmed_after` the troubles they were of.
    """

    now: Brief
    before: Brief
    talk: Talk | None = None
    is_compared: bool = True
    abouts: tuple[Group, ...] = ()
    steps: StepCounts = NO_STEPS
    calmed_after: int = 0
    hardest: tuple[HardCustomer, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    waiting_count: int = 0
    sellers: tuple[Group, ...] = ()
    days: tuple[Day, ...] = field(default=(), repr=False)
    answers: tuple[tuple[date, float], ...] = field(default=(), repr=False)

    @property
    def counts(self) -> Counts:
        """Of the days that are asked for."""
        return self.now.counts


def hard(counts: Counts) -> int:
    """Conversations that grew tense: troubles, but for those reported as false alarms."""
    return counts.troubles - counts.ended_false_alarm


def may_need_help(sellers: Sequence[Group]) -> tuple[Group, ...]:
    """Who has had much to bear on one day, whoever that is; most first."""
    much = [
        each
        for each in sellers
        if hard(each.counts) >= MANY_IN_A_DAY or each.counts.abusive >= ABUSE_IN_A_DAY
    ]
    return tuple(sorted(much, key=lambda each: (-hard(each.counts), -each.counts.abusive)))
