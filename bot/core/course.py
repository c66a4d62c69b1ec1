"""What Aram has done in one conversation: the card that is open, and the steps used."""

from dataclasses import dataclass, replace

from bot.core.assessment import Tension
from bot.core.playbook import StepKind


@dataclass(frozen=True, slots=True)
class Showing:
    """What the open card shows: a playbook's step and its kind, counted from 0, at which tension.

    `first_draft` says which of the step's drafts comes first.
    """

    playbook: str
    step: int
    kind: StepKind
    tension: Tension
    first_draft: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """The history that pace and ladder decide by.

    `dismissed` is the tension at which the seller said "not a problem", `dismissed_at` when, in
    seconds since the epoch; `muted` silences the conversation until the seller lifts it.
    """

    showing: Showing | None = None
    used: frozenset[StepKind] = frozenset()
    muted: bool = False
    dismissed: Tension | None = None
    dismissed_at: float = 0.0

    def after_answer(self) -> "Course":
        """The course once the seller has answered: the step shown is used."""
        return self.with_step_used(self.showing.kind) if self.showing else self

    def with_step_used(self, kind: StepKind) -> "Course":
        """The course once a step has been carried out; it is not offered again."""
        return replace(self, used=self.used | {kind})

    def closed(self) -> "Course":
        """The course once the card is closed; steps used stay used."""
        return replace(self, showing=None)

    def dismissed_by_seller(self, tension: Tension, at: float) -> "Course":
        """The course once the seller has said that this is not a problem."""
        return replace(self, showing=None, dismissed=tension, dismissed_at=at)
