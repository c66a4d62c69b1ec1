"""One customer turn, from words to a decision: assess → pace → ladder."""

from dataclasses import dataclass
from typing import Protocol

from bot.core.assessment import Assessment
from bot.core.conversation import Memory, Turn
from bot.core.course import Course
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lessons
from bot.core.pace import Move, Pace, Quiet


class Detects(Protocol):
    """Hears turns: a customer's is assessed, a seller's only remembered."""

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """What a customer's turn shows to one taught by `lessons`, and the memory after it."""
        ...

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """The memory after a seller's turn."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a customer's turn: the card is in `course`, `decision` says what moves it."""

    memory: Memory
    course: Course
    assessment: Assessment
    decision: Move | Quiet

    @property
    def alert(self) -> bool:
        """Whether the seller is whispered to at this turn."""
        return self.decision in (Move.ANEW, Move.UPDATE)


class Coach:
    """Listens to conversations and decides what to whisper; pure, one instance serves all."""

    def __init__(self, detector: Detects, ladder: Ladder, pace: Pace) -> None:
        """Join the three judgements."""
        self.detector = detector
        self.ladder = ladder
        self.pace = pace

    def hear(
        self, memory: Memory, course: Course, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> Heard:
        """A customer's turn, in a shop that taught `lessons`."""
        memory, assessment = self.detector.assess(memory, turn, lessons)
        decision = self.pace.decide(course, assessment, turn.at)
        match decision:
            case Quiet():
                return Heard(memory, course, assessment, decision)
            case Move.CLOSE:
                return Heard(memory, course.calmed(turn.at), assessment, decision)
            case Move.ANEW | Move.UPDATE:
                course = course.opening(turn.at)
                showing = self.ladder.choose(course, assessment)
        if showing is None:
            return Heard(memory, course, assessment, Quiet.NO_PLAYBOOK)
        return Heard(memory, course.shown(showing), assessment, decision)

    def overhear(self, memory: Memory, course: Course, turn: Turn) -> tuple[Memory, Course]:
        """A seller's turn: remembered, never assessed; the step on an open card is used."""
        return self.detector.observe(memory, turn), course.after_answer()
