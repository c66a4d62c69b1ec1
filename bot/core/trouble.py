"""A trouble: from the turn that opened a card to how the conversation ended.

Every figure of `/stats` counts troubles or messages; docs/figures.md defines each. A trouble is
counted on the day, by the shop's clock, on which it began, whenever it ends.
"""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from bot.core.assessment import Tension
from bot.core.conversation import Channel

MOST_SECONDS_A_TURN = 300.0
"""A seller who answers after a longer pause has done something else meanwhile."""


class Outcome(StrEnum):
    """How a conversation ended; `OPEN` is one of which that cannot be said (yet)."""

    OPEN = "open"
    CALMED = "calmed"
    REFUNDED = "refunded"
    PARTED = "parted"
    LEFT = "left"
    HANDED_OVER = "handed_over"
    FALSE_ALARM = "false_alarm"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble as kept; `id` is its card's. Times are seconds since the epoch.

    `seller_id` is whose card it is. `about` is the situation that was found first, or the id of
    the playbook of the shop's own situation; None where there was heat alone. `peak` is the highest
    tension. `turns` counts the customer's messages from the opening one on while the card is open,
    `answered_at` is when the seller first wrote afterwards, `calm_turns` how many messages after
    the opening one it took until the customer was calm, at `calmed_at`; the trouble `flared_at`
    again soon after, if that calm did not last. `offered`, `promised`, `refunded` and `allowed`
    speak of a refund. `leaving_at` is when the customer said that they leave, if that was their
    last word. `chosen` is the outcome that someone of the team has set, `chosen_by` who.
    """

    id: int
    conversation_id: int
    seller_id: int
    channel: Channel
    opened_at: float
    playbook: str | None = None
    about: str | None = None
    peak: Tension = Tension.CALM
    turns: int = 1
    answered_at: float | None = None
    calmed_at: float | None = None
    calm_turns: int | None = None
    flared_at: float | None = None
    offered: bool = False
    promised: bool = False
    refunded: bool = False
    allowed: bool = False
    parted: bool = False
    leaving_at: float | None = None
    called: bool = False
    taken_over: bool = False
    dismissed: bool = False
    chosen: Outcome | None = None
    chosen_by: int | None = None

    @property
    def outcome(self) -> Outcome:
        """What someone has set, else what followed shows."""
        return self.chosen or self.seen

    @property
    def seen(self) -> Outcome:
        """What followed shows of the end, whatever anybody has set."""
        if self.dismissed:
            return Outcome.FALSE_ALARM
        if self.refunded or (self.has_calmed and (self.promised or self.allowed)):
            return Outcome.REFUNDED
        if self.parted:
            return Outcome.PARTED
        if self.taken_over:
            return Outcome.HANDED_OVER
        if self.leaving:
            return Outcome.LEFT
        return Outcome.CALMED if self.has_calmed else Outcome.OPEN

    @property
    def wait(self) -> float | None:
        """How long the customer waited for the first answer, in seconds; None without one."""
        if self.answered_at is None:
            return None
        return max(0.0, self.answered_at - self.opened_at)

    @property
    def has_calmed(self) -> bool:
        """Whether the customer calmed down, and stayed so."""
        return self.calmed_at is not None and self.flared_at is None

    @property
    def is_false_alarm(self) -> bool:
        """Whether there was no trouble after all."""
        return self.outcome is Outcome.FALSE_ALARM

    @property
    def is_closing(self) -> bool:
        """Whether the message that calmed the trouble down is yet to be counted."""
        return self.calmed_at is not None and self.calm_turns is None

    @property
    def leaving(self) -> bool:
        """Whether the customer's last word was that they leave."""
        if self.leaving_at is None:
            return False
        return self.calmed_at is None or self.leaving_at >= self.calmed_at


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted of troubles; sums of them are sums of each field."""

    troubles: int = 0
    abusive: int = 0
    answered: int = 0
    calmed: int = 0
    calm_turns: int = 0
    offered: int = 0
    allowed: int = 0
    called: int = 0
    ended_open: int = 0
    ended_calmed: int = 0
    ended_refunded: int = 0
    ended_parted: int = 0
    ended_left: int = 0
    ended_handed_over: int = 0
    ended_false_alarm: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(a + b for a, b in zip(self.values(), other.values(), strict=True)))

    def values(self) -> tuple[int, ...]:
        """The numbers, in the order of the fields."""
        return tuple(getattr(self, name) for name in COUNTED)

    def ended(self, outcome: Outcome) -> int:
        """How many ended so."""
        count: int = getattr(self, f"ended_{outcome.value}")
        return count


COUNTED = tuple(field.name for field in fields(Counts))


def counts_of(trouble: Trouble) -> Counts:
    """What one trouble adds to the counts of its day; a false alarm is no calm and no abuse."""
    is_hard = not trouble.is_false_alarm
    calmed = is_hard and trouble.has_calmed
    return Counts(
        **{
            "troubles": 1,
            "abusive": int(is_hard and trouble.peak is Tension.ABUSIVE),
            "answered": int(trouble.answered_at is not None),
            "calmed": int(calmed),
            "calm_turns": (trouble.calm_turns or 0) if calmed else 0,
            "offered": int(trouble.offered),
            "allowed": int(trouble.allowed),
            "called": int(trouble.called),
            f"ended_{trouble.outcome.value}": 1,
        }
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """Which troubles are counted together: of a day, by whom, where, by what words, about what.

    `playbook` and `about` are empty where there is none.
    """

    day: date
    seller_id: int
    channel: Channel
    playbook: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class StepCounts:
    """How often a step or draft was shown, sent, called helpful, and followed by calm once sent."""

    shown: int = 0
    sent: int = 0
    helped: int = 0
    calmed: int = 0


def effort(at: float, before: float | None) -> float:
    """The team's time, in seconds, that a seller's message at `at` stands for.

    It is the time since the message before it, of either side, but no more than
    `MOST_SECONDS_A_TURN`; nothing for one that comes late, out of order.
    """
    if before is None:
        return 0.0
    return min(MOST_SECONDS_A_TURN, max(0.0, at - before))
