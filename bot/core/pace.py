"""May we speak now: one whisper per change of state, and none where the seller asked for quiet."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.assessment import Assessment, Situation, Tension
from bot.core.course import Course


class Move(StrEnum):
    """What happens to the card; NOTE shows one, or changes it, without a sound: no alarm."""

    ANEW = "anew"
    UPDATE = "update"
    CLOSE = "close"
    NOTE = "note"


class Quiet(StrEnum):
    """Why nothing is said."""

    CALM = "calm"
    MUTED = "muted"
    DISMISSED = "dismissed"
    NO_PLAYBOOK = "no_playbook"


@dataclass(frozen=True, slots=True)
class Pace:
    """The rules of speaking.

    `threshold` is the risk from which Aram speaks, `steady` the one from which it goes on while a
    card is open. A card comes anew only where the customer is
    more heated than ever since it was opened. A dismissal holds for `dismissal_seconds`, or
    until the customer grows more heated than they were.
    """

    threshold: float = 0.5
    steady: float = 0.5
    dismissal_seconds: float = 24 * 3600.0

    def decide(self, course: Course, assessment: Assessment, at: float) -> Move | Quiet:
        """Send the card anew, update it, close it, or stay quiet, at a time in seconds."""
        if course.muted:
            return Quiet.MUTED
        alarm = course.alarm
        if not self.wants(assessment, is_open=alarm is not None):
            return Move.CLOSE if course.showing and assessment.calmed else Quiet.CALM
        if self._dismissed(course, assessment, at):
            return Quiet.DISMISSED
        if alarm is None or assessment.tension > alarm.tension:
            return Move.ANEW
        return Move.UPDATE

    def note(self, course: Course, assessment: Assessment, at: float) -> Move | Quiet:
        """Of a turn that alarms nobody, but that everybody reads: an honest complaint is noted."""
        is_complaint = Situation.COMPLAINT in assessment.situations
        if not is_complaint or assessment.tension < Tension.UNEASY or course.alarm is not None:
            return Quiet.CALM
        return Quiet.DISMISSED if self._dismissed(course, assessment, at) else Move.NOTE

    def wants(self, assessment: Assessment, *, is_open: bool) -> bool:
        """Whether a turn deserves a whisper, all else aside; `is_open` where a card is."""
        return assessment.risk >= (self.steady if is_open else self.threshold)

    def _dismissed(self, course: Course, assessment: Assessment, at: float) -> bool:
        if course.dismissed is None or at - course.dismissed_at > self.dismissal_seconds:
            return False
        return assessment.tension <= course.dismissed
