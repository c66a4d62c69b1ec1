"""A talk that was handed over, heard to its end; a long text told in its own sentences."""

import pytest

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.coach import Coach
from bot.core.conversation import Turn, Who
from bot.core.force import Force
from bot.core.inquiry import Inquiry
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS
from bot.core.pace import Move, Pace, Quiet
from bot.core.pasted.pile import Kind
from bot.core.pasted.point import is_long, point_of
from bot.core.pasted.study import Studied, study, study_each
from bot.core.pasted.talk import Talk
from bot.core.people import Shop
from bot.core.playbook import StepKind
from bot.core.school import School, Told
from bot.core.wording import Names
from tests.core.cast import (
    ACKNOWLEDGE,
    ALTERNATIVE,
    SELLER,
    PaperBooks,
    ToldDetector,
    small_library,
)

COACH = Coach(ToldDetector(), Ladder(small_library()), Pace())
AUDIENCE = Audience(names=Names(seller="نگار کریمی"))


def talk(*said: str) -> Talk:
    """Turns as the detector reads them; a seller's begin with a dash."""
    turns = tuple(
        Turn(Who.SELLER if text.startswith("-") else Who.CUSTOMER, text, number * 60.0)
        for number, text in enumerate(said)
    )
    return Talk(turns, Kind.FORWARD, customer="سارا محمدی")


def studied(*said: str) -> Studied:
    found = study(COACH, talk(*said), NO_LESSONS, by=SELLER, audience=AUDIENCE)
    assert found is not None
    return found


TALKS = [
    # the hottest turn that waits for an answer, of two as hot the later
    (("0", "3 insult", "2 complaint"), "3 insult", Move.ANEW),
    (("2 complaint", "2 complaint refund_demand"), "2 complaint refund_demand", Move.UPDATE),
    # what has been answered is over
    (("3 insult", "-", "2 complaint"), "2 complaint", Move.UPDATE),
    (("3 insult", "-", "0"), "0", Move.CLOSE),
    # after calming down it begins anew
    (("3 insult", "0", "2 complaint"), "2 complaint", Move.ANEW),
    (("0", "1"), "0", Quiet.CALM),
]


@pytest.mark.parametrize(("said", "text", "decision"), TALKS)
def test_the_answer_is_about_the_turn_that_needs_it(
    said: tuple[str, ...], text: str, decision: Move | Quiet
) -> None:
    found = studied(*said)
    assert (found.question.text, found.opinion.decision) == (text, decision)
    assert (found.opinion.advice is not None) is found.opinion.speaks


def test_a_step_that_the_seller_has_taken_is_not_offered_again() -> None:
    kinds = [
        studied(*said).opinion.advice
        for said in (("2 complaint",), ("2 complaint", "-", "2 complaint"))
    ]
    assert [each and each.kind for each in kinds] == [ACKNOWLEDGE, ALTERNATIVE]


def test_the_seller_alone_is_not_assessed() -> None:
    assert study(COACH, talk("- 3 insult"), NO_LESSONS, by=SELLER, audience=AUDIENCE) is None


def test_who_spoke_how_often_and_how_heated_is_kept() -> None:
    handed = studied("0", "-", "2 complaint").question.handed
    assert handed is not None
    assert (handed.customer_turns, handed.seller_turns) == (2, 1)
    assert handed.course == (Tension.CALM, Tension.HEATED)
    assert handed.rung is not None
    assert handed.rung.audience.names == Names(customer="سارا", seller="نگار")


def test_of_a_crowd_in_trouble_the_most_tense_are_answered_and_the_rest_named() -> None:
    """Nine write, the last of them most tense; the one who is calm is no trouble."""
    said = ["0", *["2 complaint"] * 6, "1", "3 insult"]
    turns = tuple(
        Turn(Who.CUSTOMER, text, number * 60.0, name=f"مشتری {number}")
        for number, text in enumerate(said)
    )
    crowd = Talk(turns, Kind.TEXT, customer=None)
    answers = study_each(COACH, crowd, NO_LESSONS, by=SELLER, audience=AUDIENCE)
    handed = [each.question.handed for each in answers]
    numbers = [8, 1, 2, 3, 4, 5]
    assert [each and each.customer for each in handed] == [f"مشتری {each}" for each in numbers]
    assert [each and each.untold for each in handed] == [("مشتری 6",), *[()] * 5]
    assert [each and each.others for each in handed] == [("مشتری 0", "مشتری 7"), *[()] * 5]


def school_with(found: Studied) -> tuple[School, PaperBooks, int]:
    school, books = School(Force(COACH), Shop(seller_ids=frozenset({SELLER}))), PaperBooks()
    return school, books, school.keep(books, found.question, found.opinion)


def opened(school: School, books: PaperBooks, number: int) -> Inquiry:
    inquiry = school.open(books, number, SELLER)
    assert inquiry is not None
    return inquiry


def test_the_ladder_is_climbed_and_words_are_changed_below_an_answer() -> None:
    school, books, number = school_with(studied("2 complaint"))
    first = opened(school, books, number).now.advice
    assert school.other_words(books, number, SELLER) is None
    other = opened(school, books, number).now.advice
    assert school.next_step(books, number, SELLER) is None
    second = opened(school, books, number).now.advice
    assert first is not None
    assert other is not None
    assert second is not None
    assert (first.kind, other.kind, second.kind) == (ACKNOWLEDGE, ACKNOWLEDGE, ALTERNATIVE)
    assert first.drafts[0] not in other.drafts[:1]
    assert isinstance(second.kind, StepKind)


def test_nobody_else_climbs_and_silence_has_no_ladder() -> None:
    school, books, number = school_with(studied("2 complaint"))
    assert school.next_step(books, number, SELLER + 1) is Told.GONE
    school, books, number = school_with(studied("0"))
    assert school.next_step(books, number, SELLER) is Told.GONE


# The point of a long text

DEMAND = "پولم را همین امروز به کارتم پس بدهید."
FAULT = "کفش از همان روز اول پاره شده بود."
IDLE = [f"این جملهٔ شمارهٔ {number} دربارهٔ هوا و راه و عروسی خواهرم است." for number in range(14)]
LETTER = " ".join([*IDLE[:6], FAULT, *IDLE[6:], DEMAND, "ممنون از شما."])
WHOLE = Assessment(
    Tension.HEATED,
    (Situation.COMPLAINT, Situation.REFUND_DEMAND),
    0.9,
    (
        Signal("phrase", True, 1.0, ("پاره شده",), Situation.COMPLAINT),
        Signal("phrase", True, 0.8, ("پولم را",), Situation.REFUND_DEMAND),
        Signal("wording", True, 3.0, ("هوا و راه",)),
    ),
)


def quiet(_sentence: str) -> Assessment:
    return Assessment(Tension.CALM, (), 0.01)


def test_the_point_is_the_sentences_that_carry_the_trouble_in_their_order() -> None:
    assert point_of(LETTER, WHOLE, quiet) == (IDLE[0], FAULT, DEMAND)


def test_a_short_text_needs_no_point_and_a_calm_one_has_its_question() -> None:
    assert point_of(f"{FAULT} {DEMAND}", WHOLE, quiet) == ()
    asking = " ".join([*IDLE, "کی برایم می‌فرستید؟"])
    assert is_long(asking)
    assert "کی برایم می‌فرستید؟" in point_of(asking, quiet(""), quiet)
