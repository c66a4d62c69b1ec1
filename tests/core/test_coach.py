"""One customer turn, from words to a decision."""

import pytest

from bot.core.advice import Audience
from bot.core.assessment import Situation, Tension
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import SAME_TROUBLE_SECONDS, Course, Showing
from bot.core.goods import Goods
from bot.core.ladder import Ladder
from bot.core.pace import Move, Pace, Quiet
from bot.core.playbook import Library
from tests.core.cast import ACKNOWLEDGE, ToldDetector, book, small_library


@pytest.fixture
def coach() -> Coach:
    return Coach(ToldDetector(), Ladder(small_library()), Pace())


def said(text: str, at: float = 0.0) -> Turn:
    return Turn(Who.CUSTOMER, text, at)


ALERTS = [
    # trouble
    ("1 complaint", Move.ANEW, True),
    # none
    ("0", Quiet.CALM, False),
]


@pytest.mark.parametrize(("text", "decision", "alert"), ALERTS)
def test_a_turn_is_remembered_and_decided_on(
    coach: Coach, text: str, decision: Move | Quiet, alert: bool
) -> None:
    heard = coach.hear(Memory(), Course(), said(text))
    assert (heard.decision, heard.alert) == (decision, alert)
    assert heard.memory.heard == 1
    assert (heard.course.showing is not None) is alert


def test_coming_down_closes_the_card_and_is_no_alert(coach: Coach) -> None:
    hot = coach.hear(Memory(), Course(), said("2 complaint"))
    cooled = coach.hear(hot.memory, hot.course, said("0", 60.0))
    assert (cooled.decision, cooled.alert) == (Move.CLOSE, False)
    assert cooled.course.showing is None


def test_trouble_without_a_playbook_is_silent_and_says_why() -> None:
    only = book("insult", ACKNOWLEDGE, situations={Situation.INSULT})
    coach = Coach(ToldDetector(), Ladder(Library({"fa": {"insult": only}})), Pace())
    heard = coach.hear(Memory(), Course(), said("2 complaint"))
    assert (heard.decision, heard.alert) == (Quiet.NO_PLAYBOOK, False)
    assert heard.course == Course()


def test_a_dismissal_is_over_once_aram_speaks_again(coach: Coach) -> None:
    dismissed = Course().dismissed_by_seller(Tension.UNEASY, at=0.0)
    heard = coach.hear(Memory(), dismissed, said("2 complaint", 60.0))
    assert heard.decision is Move.ANEW
    assert heard.course.dismissed is None


def test_the_sellers_answer_uses_the_step_on_the_card(coach: Coach) -> None:
    hot = coach.hear(Memory(), Course(), said("2 complaint"))
    memory, course = coach.overhear(hot.memory, hot.course, Turn(Who.SELLER, "چشم", 30.0))
    assert course.used == {ACKNOWLEDGE}
    assert memory.unanswered == 0
    climbed = coach.hear(memory, course, said("2 complaint", 60.0))
    assert climbed.course.showing is not None
    assert climbed.course.showing.step == 1


def test_an_answer_without_a_card_uses_nothing(coach: Coach) -> None:
    _, course = coach.overhear(Memory(), Course(), Turn(Who.SELLER, "سلام", 0.0))
    assert course == Course()


DAY = SAME_TROUBLE_SECONDS
NEXT_CARDS = [
    # a lull: to the last second of the day it is the same trouble
    (Course().calmed(0.0), DAY, 1),
    # and no longer
    (Course().calmed(0.0), DAY + 1, 0),
    # the seller said that it worked: what comes next is another trouble, however soon
    (Course().closed(), 60.0, 0),
    # and so it is after "not a problem"
    (Course().dismissed_by_seller(Tension.UNEASY, 0.0), 60.0, 0),
]


@pytest.mark.parametrize(("course", "at", "step"), NEXT_CARDS)
def test_only_the_same_trouble_goes_on_where_it_was(
    coach: Coach, course: Course, at: float, step: int
) -> None:
    heard = coach.hear(Memory(), course.with_step_used(ACKNOWLEDGE), said("2 complaint", at))
    assert heard.course.showing is not None
    assert heard.course.showing.step == step
    assert heard.course.closed_at is None


def test_weeks_later_a_worked_trouble_is_not_still_counted_as_calmed(coach: Coach) -> None:
    """Calmed, hot again, then worked: the next one starts at the foot."""
    hot = coach.hear(Memory(), Course().calmed(0.0), said("2 complaint", 60.0))
    worked = hot.course.after_answer().closed()
    assert worked.opening(120.0).used == frozenset()


def test_drafts_name_the_one_thing_that_is_spoken_of(coach: Coach) -> None:
    only = book("complaint", ACKNOWLEDGE, drafts=("[دربارهٔ {product}]",))
    ladder = Ladder(Library({"fa": {"complaint": only}}), goods=Goods([("عطر", ("عطر",))]))
    coach = Coach(ToldDetector(), ladder, Pace())
    showing = Showing("complaint", 0, ACKNOWLEDGE, Tension.HEATED)
    speaking = coach.detector.observe(Memory(), Turn(Who.SELLER, "همون عطر", 0.0))
    told = [coach.advise(showing, Audience(), memory) for memory in (speaking, Memory())]
    assert ["عطر" in advice.drafts[0] for advice in told if advice] == [True, False]
