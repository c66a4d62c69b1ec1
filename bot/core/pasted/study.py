"""A talk heard by the coach from its first turn to its last: what a card would say at its end."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Tension
from bot.core.coach import Coach, Heard
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.first_name import first_name
from bot.core.inquiry import Handed, Opinion, Question, Rung
from bot.core.lesson import Lessons
from bot.core.pace import Move
from bot.core.pasted.point import point_of
from bot.core.pasted.talk import Talk, by_customer

MOST_ANSWERS = 6


@dataclass(frozen=True, slots=True)
class Studied:
    """A question as it is kept, and the answer to it."""

    question: Question
    opinion: Opinion


type _Heard = tuple[Turn, Heard]


@dataclass(frozen=True, slots=True)
class _Ear:
    """How far a talk has been heard; `shown` is the turn that the answer would be about."""

    memory: Memory = field(default_factory=Memory)
    course: Course = field(default_factory=Course)
    heard: tuple[_Heard, ...] = ()
    shown: _Heard | None = None

    def about(self, turn: Turn, what: Heard) -> _Heard | None:
        """What the answer is about now: the hottest turn that waits for an answer."""
        shown = self.shown
        if what.decision is Move.CLOSE or shown is None or self.memory.unanswered == 0:
            return (turn, what) if what.alert or what.decision is Move.CLOSE else shown
        hotter = what.assessment.tension >= shown[1].assessment.tension
        calmed = shown[1].decision is Move.CLOSE
        return (turn, what) if what.alert and (hotter or calmed) else shown


def study(
    coach: Coach, talk: Talk, lessons: Lessons, *, by: int, audience: Audience
) -> Studied | None:
    """The answer on a talk, asked by `by`; None where no customer says a word in it.

    The words are for `audience`; names in it are whole, of which drafts say the first.

    It is about the hottest turn since the seller last spoke; where the customer came down, about
    the turn that did; in a calm talk, about the one that came nearest to trouble.
    """
    ear = _listen(coach, talk.turns, lessons)
    if not ear.heard:
        return None
    turn, what = ear.shown or max(ear.heard, key=lambda each: each[1].assessment.risk)
    language = ear.memory.language
    names = replace(
        audience.names,
        customer=first_name(talk.customer, language),
        seller=first_name(audience.names.seller, language),
    )
    audience = replace(audience, customer_locale=language, names=names)
    opinion = Opinion(what.assessment, what.decision)
    rung = None
    showing = what.course.showing
    if showing is not None and opinion.speaks:
        product = coach.ladder.goods.spoken_of(ear.memory.recent)
        rung = Rung(showing, ear.course.used, audience, ear.memory.amount, product)
        opinion = replace(opinion, advice=rung.advice(coach.ladder))
    alone = partial(_alone, coach, lessons, turn)
    handed = Handed(
        way=talk.kind.value,
        customer=talk.customer,
        seller=talk.seller,
        is_guess=talk.is_guess,
        is_swapped=talk.is_swapped,
        customer_turns=len(talk.customers),
        seller_turns=len(talk.turns) - len(talk.customers),
        unread=talk.unread,
        left_out=talk.left_out,
        is_cut=talk.is_cut,
        subject=talk.subject,
        course=tuple(each.assessment.tension for _, each in ear.heard),
        point=point_of(turn.text, what.assessment, alone),
        rung=rung,
        reply_to=talk.reply_to,
    )
    return Studied(Question(by, turn.text, talk.said_at, handed), opinion)


def study_each(
    coach: Coach, talk: Talk, lessons: Lessons, *, by: int, audience: Audience
) -> tuple[Studied, ...]:
    """The answers on a talk in which several customers may write: on each who is in trouble.

    The most tense come first, and no more than there is room for. Where nobody is in trouble, on
    the one nearest to it. The first answer names the others.
    """
    talks = by_customer(talk)
    each = (study(coach, own, lessons, by=by, audience=audience) for own in talks)
    studied = [found for found in each if found is not None]
    calm = [found for found in studied if found.opinion.finds_nothing]
    troubled = [found for found in studied if not found.opinion.finds_nothing]
    if not troubled:
        troubled = sorted(calm, key=lambda found: -found.opinion.assessment.risk)[:1]
        calm = [found for found in calm if found not in troubled]
    troubled.sort(key=_heat, reverse=True)
    told, untold = troubled[:MOST_ANSWERS], troubled[MOST_ANSWERS:]
    return (*(_naming(found, calm, untold) for found in told[:1]), *told[1:])


def _heat(studied: Studied) -> Tension:
    return studied.opinion.assessment.tension


def _customers(studied: Iterable[Studied]) -> tuple[str, ...]:
    handed = (each.question.handed for each in studied)
    return tuple(each.customer for each in handed if each is not None and each.customer)


def _naming(studied: Studied, calm: Iterable[Studied], untold: Iterable[Studied]) -> Studied:
    handed = studied.question.handed
    if handed is None:
        return studied
    handed = replace(handed, others=_customers(calm), untold=_customers(untold))
    return replace(studied, question=replace(studied.question, handed=handed))


def _listen(coach: Coach, turns: Iterable[Turn], lessons: Lessons) -> _Ear:
    ear = _Ear()
    for turn in turns:
        if turn.who is Who.SELLER:
            memory, course = coach.overhear(ear.memory, ear.course, turn)
            ear = replace(ear, memory=memory, course=course)
            continue
        what = coach.hear(ear.memory, ear.course, turn, lessons)
        shown, heard = ear.about(turn, what), (*ear.heard, (turn, what))
        ear = _Ear(what.memory, what.course, heard, shown)
    return ear


def _alone(coach: Coach, lessons: Lessons, turn: Turn, sentence: str) -> Assessment:
    return coach.detector.assess(Memory(), replace(turn, text=sentence), lessons)[1]
