"""One customer turn, from words to a decision: assess → pace → ladder."""

from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment
from bot.core.conversation import Channel, Memory, Turn
from bot.core.course import Course, Showing
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lessons
from bot.core.own_words import Ear, NoEar
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
        """Whether the seller is alarmed at this turn; a note alarms nobody."""
        return self.decision in (Move.ANEW, Move.UPDATE)


class Coach:
    """Listens to conversations and decides what to whisper; pure, one instance serves all."""

    def __init__(
        self, detector: Detects, ladder: Ladder, pace: Pace, ear: Ear | None = None
    ) -> None:
        """Join the three judgements; `ear` is for the seller's own words."""
        self.ear: Ear = ear or NoEar()
        self.detector: Detects = detector
        self.ladder = ladder
        self.pace = pace

    def hear(
        self, memory: Memory, course: Course, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> Heard:
        """A customer's turn, in a shop that taught `lessons`."""
        memory, assessment = self.detector.assess(memory, turn, lessons)
        decision = self.pace.decide(course, assessment, turn.at)
        if decision is Quiet.CALM and turn.channel is Channel.COMMENT:
            decision = self.pace.note(course, assessment, turn.at)
        match decision:
            case Quiet():
                return Heard(memory, course, assessment, decision)
            case Move.CLOSE:
                return Heard(memory, course.calmed(turn.at), assessment, decision)
            case Move.ANEW | Move.UPDATE | Move.NOTE:
                course = course.opening(turn.at)
                showing = self.ladder.choose(course, assessment, channel=turn.channel)
        if showing is None:
            return Heard(memory, course, assessment, Quiet.NO_PLAYBOOK)
        showing = replace(showing, is_quiet=decision is Move.NOTE)
        return Heard(memory, course.shown(showing), assessment, decision)

    def overhear(self, memory: Memory, course: Course, turn: Turn) -> tuple[Memory, Course]:
        """A seller's turn: remembered, never assessed; the step on an open card is used."""
        return self.detector.observe(memory, turn), course.after_answer()

    def advise(self, showing: Showing, audience: Audience, memory: Memory) -> Advice | None:
        """The words for a step in a conversation; None where its playbook is gone."""
        product = self.ladder.goods.spoken_of(memory.recent)
        return self.ladder.advise(showing, audience, amount=memory.amount, product=product)
