"""When Aram speaks: the course so far and the new assessment decide."""

import pytest

from bot.core.assessment import Assessment, Tension
from bot.core.course import Course, Showing
from bot.core.pace import Move, Pace, Quiet
from tests.core.cast import ACKNOWLEDGE, found

CALM, UNEASY, HEATED, ABUSIVE = Tension
DAY = 24 * 3600.0
NOW = 1_000_000.0


def showing(tension: Tension) -> Course:
    return Course(showing=Showing("complaint", 0, ACKNOWLEDGE, tension))


def dismissed(tension: Tension, *, ago: float) -> Course:
    return Course(dismissed=tension, dismissed_at=NOW - ago)


TABLE: list[tuple[Course, Assessment, Move | Quiet]] = [
    # nothing wrong, no card
    (Course(), found(CALM, risk=0.1), Quiet.CALM),
    # just below the threshold is still nothing
    (Course(), found(UNEASY, risk=0.49), Quiet.CALM),
    # the threshold itself speaks
    (Course(), found(UNEASY, risk=0.5), Move.ANEW),
    # trouble without heat is trouble
    (Course(), found(CALM), Move.ANEW),
    # as heated as the card says
    (showing(HEATED), found(HEATED), Move.UPDATE),
    # less heated, but still trouble
    (showing(HEATED), found(UNEASY), Move.UPDATE),
    # more heated: the phone sounds
    (showing(UNEASY), found(HEATED), Move.ANEW),
    (showing(HEATED), found(ABUSIVE), Move.ANEW),
    # an ordinary turn is no end of the trouble
    (showing(HEATED), found(CALM, risk=0.1), Quiet.CALM),
    # coming down is
    (showing(HEATED), found(CALM, risk=0.1, calmed=True), Move.CLOSE),
    # nothing to close
    (Course(), found(CALM, risk=0.1, calmed=True), Quiet.CALM),
    # alarming words win over a calmer tone
    (showing(HEATED), found(UNEASY, calmed=True), Move.UPDATE),
    # muted is muted, whatever comes
    (Course(muted=True), found(ABUSIVE, risk=1.0), Quiet.MUTED),
    # and does not even close
    (Course(showing(HEATED).showing, muted=True), found(CALM, risk=0, calmed=True), Quiet.MUTED),
    # "not a problem" holds for the same heat
    (dismissed(HEATED, ago=60), found(HEATED), Quiet.DISMISSED),
    # for less
    (dismissed(HEATED, ago=60), found(CALM), Quiet.DISMISSED),
    # to the last second of the day
    (dismissed(HEATED, ago=DAY), found(HEATED), Quiet.DISMISSED),
    # and no longer
    (dismissed(HEATED, ago=DAY + 1), found(HEATED), Move.ANEW),
    # never for more heat
    (dismissed(HEATED, ago=60), found(ABUSIVE), Move.ANEW),
    # a calm turn after a dismissal is just calm
    (dismissed(HEATED, ago=60), found(CALM, risk=0.1), Quiet.CALM),
]


@pytest.mark.parametrize(("course", "assessment", "decision"), TABLE)
def test_the_course_and_the_assessment_decide(
    course: Course, assessment: Assessment, decision: Move | Quiet
) -> None:
    assert Pace().decide(course, assessment, NOW) == decision


def test_a_shop_may_speak_earlier_or_later() -> None:
    turn = found(UNEASY, risk=0.6)
    assert Pace(threshold=0.6).decide(Course(), turn, NOW) is Move.ANEW
    assert Pace(threshold=0.7).decide(Course(), turn, NOW) is Quiet.CALM


def test_while_a_card_is_open_only_what_is_surer_moves_it() -> None:
    pace = Pace(threshold=0.4, steady=0.6)
    turn = found(UNEASY, risk=0.5)
    assert pace.decide(Course(), turn, NOW) is Move.ANEW
    assert pace.decide(showing(HEATED), turn, NOW) is Quiet.CALM
