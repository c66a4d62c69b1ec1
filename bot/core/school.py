"""The shop teaches Aram: a message thought over, a judgement corrected, a lesson taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.assessment import Situation
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.force import Force
from bot.core.inquiry import Inquiry, KeptTurn, Opinion, Question, Rung
from bot.core.lesson import KeptLesson, Lesson
from bot.core.letters import Body, InquiryLetter, Urgency
from bot.core.notebook import Notebook
from bot.core.people import Shop
from bot.core.wording import Names

LESSONS_ON_A_PAGE = 5


class Told(StrEnum):
    """What someone who teaches is told at once; message ids of `locales/*/lessons.ftl`."""

    MISSED = "told-missed"
    NO_PROBLEM = "told-no-problem"
    NAMED = "told-named"
    WITHDRAWN = "told-withdrawn"
    GONE = "told-gone"
    NOT_YOURS = "told-not-yours"
    SAYS_TOO_LITTLE = "told-says-too-little"
    MAY_NOT_TEACH = "told-may-not-teach"


class Inquiries(Protocol):
    """Inquiries as kept."""

    def keep(self, question: Question, now: Opinion, turn: KeptTurn | None) -> int:
        """Keep an answer; its number."""
        ...

    def find(self, inquiry_id: int) -> Inquiry | None:
        """An inquiry with the lesson taught below it, and whether more may be; or None."""
        ...

    def attach(self, inquiry_id: int, lesson_id: int) -> None:
        """Keep which lesson was taught below an inquiry."""
        ...

    def rewrite(self, inquiry_id: int, question: Question, now: Opinion) -> None:
        """Keep another answer in an inquiry's place."""
        ...


class Classroom(Protocol):
    """What teaching needs of the store, inside one transaction."""

    now: float

    @property
    def notebook(self) -> Notebook:
        """The lessons."""
        ...

    @property
    def inquiries(self) -> Inquiries:
        """The inquiries."""
        ...

    def locale_of(self, person_id: int) -> str:
        """The language a person reads."""
        ...

    def post(self, to: int, body: Body, urgency: Urgency) -> None:
        """Put a letter into the outbox."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """One page of lessons, counted from 0; `first` is the number of its newest, from 1."""

    lessons: tuple[KeptLesson, ...]
    number: int = 0
    pages: int = 1

    @property
    def first(self) -> int:
        """The number of the page's newest lesson in the whole list."""
        return self.number * LESSONS_ON_A_PAGE + 1


class School:
    """Answers what Aram makes of a message, and takes corrections; managers see everybody's."""

    def __init__(self, force: Force, shop: Shop) -> None:
        """Keep what is in force and whose shop it is."""
        self._force = force
        self._shop = shop

    def inquire(self, room: Classroom, question: Question) -> int:
        """Think a message over and post the answer to whoever asks; the inquiry's number."""
        number = self.keep(room, question, self._think(room, question))
        room.post(question.by, InquiryLetter(number), Urgency.NOW)
        return number

    def keep(self, room: Classroom, question: Question, now: Opinion) -> int:
        """Keep an answer, with what Aram did in its place where it heard the message there."""
        handed = question.handed
        turn = None
        if handed is None or handed.is_message:
            own = None if self._shop.is_manager(question.by) else question.by
            turn = room.notebook.turn_like(question.text, said_at=question.said_at, seller_id=own)
        return room.inquiries.keep(question, now, turn)

    def next_step(self, room: Classroom, inquiry_id: int, by: int) -> Told | None:
        """Show the next step below an answer."""
        ladder = self._force.coach.ladder

        def climb(rung: Rung, _advice: Advice) -> Rung:
            return replace(rung, showing=ladder.next_step(rung.showing, rung.used))

        return self._climb(room, inquiry_id, by, climb)

    def other_words(self, room: Classroom, inquiry_id: int, by: int) -> Told | None:
        """Show other words for the same step."""
        ladder = self._force.coach.ladder

        def turn(rung: Rung, advice: Advice) -> Rung:
            return replace(rung, showing=ladder.other_words(rung.showing, advice.marks))

        return self._climb(room, inquiry_id, by, turn)

    def open(self, room: Classroom, inquiry_id: int, by: int) -> Inquiry | None:
        """An inquiry for the person who made it; None for everyone else."""
        inquiry = room.inquiries.find(inquiry_id)
        return inquiry if inquiry is not None and inquiry.by == by else None

    def correct(self, room: Classroom, inquiry_id: int, by: int) -> Told:
        """The judgement was wrong: what Aram passed over it missed, what it saw is no problem."""
        inquiry = self.open(room, inquiry_id, by)
        if inquiry is None:
            return Told.GONE
        if not inquiry.may_teach:
            return Told.MAY_NOT_TEACH
        if not inquiry.is_lesson:
            return Told.SAYS_TOO_LITTLE
        missed = inquiry.verdict.finds_nothing
        if inquiry.lesson is None:
            about = frozenset() if missed else frozenset(inquiry.verdict.assessment.situations)
            lesson = Lesson(inquiry.text, alarm=missed, situations=about)
            taught = room.notebook.learn(lesson, by=by, turn_id=inquiry.turn_id)
            room.inquiries.attach(inquiry.id, taught)
        return Told.MISSED if missed else Told.NO_PROBLEM

    def name_situation(
        self, room: Classroom, inquiry_id: int, by: int, situation: Situation
    ) -> Told:
        """What a missed message was about."""
        inquiry = self.open(room, inquiry_id, by)
        if inquiry is None or inquiry.lesson is None or not inquiry.lesson.lesson.alarm:
            return Told.GONE
        if not inquiry.may_teach:
            return Told.MAY_NOT_TEACH
        room.notebook.name_situations(inquiry.lesson.id, frozenset({situation}))
        return Told.NAMED

    def take_back(self, room: Classroom, inquiry_id: int, by: int) -> Told:
        """The lesson taught below an inquiry shall not hold."""
        inquiry = self.open(room, inquiry_id, by)
        if inquiry is None or inquiry.lesson is None:
            return Told.GONE
        return self.withdraw(room, inquiry.lesson.id, by)

    def withdraw(self, room: Classroom, lesson_id: int, by: int) -> Told:
        """A lesson shall not hold; a manager may say so of every lesson, others of their own."""
        if not room.notebook.may_teach(by):
            return Told.MAY_NOT_TEACH
        kept = room.notebook.find(lesson_id)
        if kept is None:
            return Told.GONE
        if kept.by != by and not self._shop.is_manager(by):
            return Told.NOT_YOURS
        room.notebook.withdraw(lesson_id, by=by)
        return Told.WITHDRAWN

    def page(self, room: Classroom, by: int, number: int = 0) -> Page | None:
        """The lessons that someone may see, newest first; None for who may not teach.

        A page past the end is the last one.
        """
        if not room.notebook.may_teach(by):
            return None
        own = None if self._shop.is_manager(by) else by
        pages = max(1, -(-room.notebook.count(by=own) // LESSONS_ON_A_PAGE))
        number = min(max(number, 0), pages - 1)
        skip = number * LESSONS_ON_A_PAGE
        found = room.notebook.newest(by=own, skip=skip, most=LESSONS_ON_A_PAGE)
        return Page(found, number, pages)

    def _climb(
        self,
        room: Classroom,
        inquiry_id: int,
        by: int,
        climb: Callable[[Rung, Advice], Rung],
    ) -> Told | None:
        """Another rung for an answer; None where that is done without a word."""
        inquiry = self.open(room, inquiry_id, by)
        handed = inquiry.handed if inquiry is not None else None
        if inquiry is None or handed is None or handed.rung is None or inquiry.now.advice is None:
            return Told.GONE
        rung = climb(handed.rung, inquiry.now.advice)
        advice = rung.advice(self._force.coach.ladder)
        if advice is None:
            return Told.GONE
        question = Question(by, inquiry.text, handed=replace(handed, rung=rung))
        room.inquiries.rewrite(inquiry.id, question, replace(inquiry.now, advice=advice))
        return None

    def _think(self, room: Classroom, question: Question) -> Opinion:
        """The message as if it opened a conversation now."""
        turn = Turn(Who.CUSTOMER, question.text, room.now)
        coach = self._force.coach
        heard = coach.hear(Memory(), Course(), turn, room.notebook.lessons())
        showing = heard.course.showing
        if not heard.alert or showing is None:
            return Opinion(heard.assessment, heard.decision)
        audience = Audience(
            seller_locale=room.locale_of(question.by),
            customer_locale=heard.memory.language,
            names=Names(shop=self._shop.name),
            refund_limit=self._shop.refund_limit,
        )
        advice = coach.ladder.advise(showing, audience, amount=heard.memory.amount)
        return Opinion(heard.assessment, heard.decision, advice)
