"""What Aram has done in one conversation: the card that is open, and the steps used."""

from dataclasses import dataclass, replace

from bot.core.assessment import Tension
from bot.core.playbook import StepKind

SAME_TROUBLE_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Showing:
    """What the open card shows: a playbook's step, counted from 0, and the step's kind.

    `tension` is the highest since the card was opened. `passed` are the marks of the drafts in
    whose place the seller asked for other words, the most lately shown last. A card that
    `is_quiet` came without a sound: it is no alarm, and the next alarm is the first.
    """

    playbook: str
    step: int
    kind: StepKind
    tension: Tension
    passed: tuple[str, ...] = ()
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """A manager's leave for a step that needs one, `by` their first name.

    `amount` is the sum, in toman, that was spoken of when it was given: it covers no larger one.
    None where no sum had been named; then it covers whatever the matter costs.
    """

    kind: StepKind
    amount: int | None
    by: str

    def covers(self, kind: StepKind, amount: int | None) -> bool:
        """Whether a step may be taken now that `amount` is spoken of."""
        if kind is not self.kind:
            return False
        return self.amount is None or (amount is not None and amount <= self.amount)


@dataclass(frozen=True, slots=True)
class Course:
    """The history that pace and ladder decide by.

    `dismissed` is the tension at which the seller said "not a problem", `dismissed_at` when, in
    seconds since the epoch; `muted` silences the conversation until the seller lifts it.
    `used` are the steps that the seller has carried out in this trouble, `closed_at` when it
    calmed down: what flares up again within `SAME_TROUBLE_SECONDS` is the same trouble.
    `leaves` are what managers have allowed in it.
    """

    showing: Showing | None = None
    used: frozenset[StepKind] = frozenset()
    muted: bool = False
    dismissed: Tension | None = None
    dismissed_at: float = 0.0
    closed_at: float | None = None
    leaves: tuple[Leave, ...] = ()

    @property
    def alarm(self) -> Showing | None:
        """What the open card shows, where that is an alarm."""
        return self.showing if self.showing is not None and not self.showing.is_quiet else None

    def after_answer(self) -> "Course":
        """The course once the seller has answered: the step shown is used."""
        return self.with_step_used(self.showing.kind) if self.showing else self

    def with_step_used(self, kind: StepKind) -> "Course":
        """The course once a step has been carried out; it is not offered again."""
        return replace(self, used=self.used | {kind})

    def with_leave(self, leave: Leave) -> "Course":
        """The course once a manager has allowed a step, instead of what was allowed before."""
        others = tuple(each for each in self.leaves if each.kind is not leave.kind)
        return replace(self, leaves=(*others, leave))

    def allowed_by(self, kind: StepKind, amount: int | None) -> str | None:
        """Who allowed a step now that `amount` is spoken of; None where nobody did."""
        return next((each.by for each in self.leaves if each.covers(kind, amount)), None)

    def opening(self, at: float) -> "Course":
        """The course as a turn at `at` calls for a card: a new trouble starts with no step used.

        What an open card shows, be it a quiet one, is the trouble that goes on.
        """
        if self.showing is not None or self._is_same_trouble(at):
            return self
        return replace(self, used=frozenset(), leaves=())

    def shown(self, showing: Showing) -> "Course":
        """The course once a card shows a step: neither dismissed nor calmed any more."""
        return replace(self, showing=showing, dismissed=None, closed_at=None)

    def calmed(self, at: float) -> "Course":
        """The course once the customer has calmed down at `at`; it may be a lull."""
        return replace(self, showing=None, closed_at=at)

    def closed(self) -> "Course":
        """The course once the seller has said that the trouble is over."""
        return replace(self, showing=None)

    def dismissed_by_seller(self, tension: Tension, at: float) -> "Course":
        """The course once the seller has said that this is not a problem."""
        return replace(self, showing=None, dismissed=tension, dismissed_at=at)

    def _is_same_trouble(self, at: float) -> bool:
        return self.closed_at is not None and at - self.closed_at <= SAME_TROUBLE_SECONDS
