"""The shop teaches Aram: what is learnt, from whom, and who may take it back."""

from dataclasses import replace

import pytest

from bot.core.assessment import Assessment, Situation, Tension
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn
from bot.core.force import Force
from bot.core.inquiry import KeptTurn, Opinion, Question
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lesson, Lessons
from bot.core.letters import InquiryLetter, Urgency
from bot.core.notebook import learn_from
from bot.core.pace import Move, Pace, Quiet
from bot.core.people import Shop
from bot.core.press import Action, Answer, Press
from bot.core.school import LESSONS_ON_A_PAGE, Page, School, Told
from tests.core.cast import ACKNOWLEDGE, MANAGER, SELLER, PaperBooks, Talk, ToldDetector
from tests.core.cast import small_library as library

OTHER = 12
HOT, COLD = "2 complaint", "0"
LONG, NAGGING = "2 complaint refund_demand insult", "1 nagging complaint refund_demand"
COMPLAINT = frozenset({Situation.COMPLAINT})
SHOP = Shop(owner_id=MANAGER, seller_ids=frozenset({SELLER, OTHER}))


class CalmDetector(ToldDetector):
    """Finds nothing in any words by themselves."""

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """As a detector does."""
        return memory, Assessment(Tension.CALM, (), 0.1)


@pytest.fixture
def books() -> PaperBooks:
    return PaperBooks()


@pytest.fixture
def school() -> School:
    return School(Force(Coach(ToldDetector(), Ladder(library()), Pace())), SHOP)


def lessons(books: PaperBooks) -> list[Lesson]:
    return [kept.lesson for kept in books.notebook.kept]


def page_of(school: School, books: PaperBooks, by: int, number: int = 0) -> Page:
    page = school.page(books, by, number)
    assert page is not None
    return page


def heard(books: PaperBooks, text: str, decision: Move | Quiet, *about: Situation) -> None:
    """The shop has kept this turn."""
    opinion = Opinion(Assessment(Tension.HEATED, about, 0.5), decision)
    books.notebook.turns[7] = KeptTurn(7, text, opinion)


# Not a problem, on a card


def dismiss(talk: Talk) -> object:
    return talk.desk.press(talk.books, Press(talk.card.id, Action.DISMISS, SELLER, talk.now))


def test_a_dismissal_teaches_the_whole_message_with_its_situations() -> None:
    talk = Talk()
    long = "2 complaint " + "refund_demand " * 40
    talk.customer(long)
    assert dismiss(talk) is Answer.LEARNED
    about = frozenset({Situation.COMPLAINT, Situation.REFUND_DEMAND})
    assert lessons(talk.books) == [Lesson(long, alarm=False, situations=about)]
    assert talk.books.notebook.kept[0].by == SELLER
    assert talk.card.face.taught


def test_a_dismissal_teaches_the_message_on_the_card_not_a_later_calm_one() -> None:
    talk = Talk()
    talk.customer(HOT)
    talk.customer(NAGGING)
    talk.customer("0")
    talk.seller()
    dismiss(talk)
    assert [lesson.text for lesson in lessons(talk.books)] == [NAGGING]


DISMISSED = [
    # words enough to say of themselves what they are about
    ("1 complaint nagging insult", Answer.LEARNED),
    # two words that alarm by themselves, as of an insult
    ("3 insult complaint", Answer.LEARNED),
    # one word, however it alarms
    ("3 insult", Answer.DISMISSED),
    # the same word again and again
    ("2 complaint complaint complaint", Answer.DISMISSED),
]


@pytest.mark.parametrize(("text", "answer"), DISMISSED)
def test_a_dismissal_teaches_where_the_words_say_enough(text: str, answer: Answer) -> None:
    talk = Talk()
    talk.customer(text)
    assert dismiss(talk) is answer
    assert talk.card.face.taught is bool(lessons(talk.books)) is (answer is Answer.LEARNED)


@pytest.mark.parametrize("text", ["؟؟؟", "کو؟", "کو کو کو", "پس کو؟"])
def test_words_that_alarmed_after_nagging_teach_nothing(text: str) -> None:
    """Two words, too, are heard without what went before."""
    talk = Talk()
    talk.customer(LONG)
    turn_id = talk.card.face.turn_id
    assert turn_id is not None
    kept = talk.books.notebook.turns[turn_id]
    talk.books.notebook.turns[turn_id] = replace(kept, text=text)
    face = replace(talk.card.face, quote=text)
    coach = Coach(CalmDetector(), Ladder(library()), Pace())
    assert not learn_from(talk.books.notebook, coach, face, by=SELLER)
    assert lessons(talk.books) == []


def test_whoever_may_not_teach_only_dismisses() -> None:
    talk = Talk()
    talk.customer(LONG)
    talk.books.notebook.strangers.add(SELLER)
    assert dismiss(talk) is Answer.DISMISSED
    assert lessons(talk.books) == []
    assert not talk.card.face.taught


def test_dismissing_twice_teaches_once() -> None:
    talk = Talk()
    talk.customer(LONG)
    dismiss(talk)
    assert dismiss(talk) is Answer.CLOSED
    assert len(lessons(talk.books)) == 1


def test_words_that_are_not_those_of_the_card_teach_nothing() -> None:
    talk = Talk()
    talk.customer(LONG)
    turn_id = talk.card.face.turn_id
    assert turn_id is not None
    kept = talk.books.notebook.turns[turn_id]
    talk.books.notebook.turns[turn_id] = replace(kept, text=NAGGING)
    assert dismiss(talk) is Answer.DISMISSED
    assert lessons(talk.books) == []
    assert not talk.card.face.taught


def test_a_card_older_than_lessons_teaches_nothing() -> None:
    talk = Talk()
    talk.customer(LONG)
    old = replace(talk.card.face, turn_id=None)
    talk.books.change_card(talk.card.id, old, anew=False)
    assert dismiss(talk) is Answer.DISMISSED
    assert lessons(talk.books) == []


def test_a_new_conversation_profits_from_the_lesson() -> None:
    talk = Talk()
    talk.customer(LONG)
    dismiss(talk)
    elsewhere = Talk(talk.books, replace(talk.where, key="chat:11:6"))
    elsewhere.customer(LONG)
    assert len(talk.books.cards) == 1


# Asking


def test_an_answer_is_posted_to_whoever_asks(school: School, books: PaperBooks) -> None:
    number = school.inquire(books, Question(SELLER, HOT))
    assert books.letters == [(SELLER, InquiryLetter(number), Urgency.NOW)]
    inquiry = school.open(books, number, SELLER)
    assert inquiry is not None
    assert (inquiry.now.decision, inquiry.there) == (Move.ANEW, None)
    assert inquiry.now.advice is not None
    assert inquiry.now.advice.kind is ACKNOWLEDGE


def test_silence_has_no_advice(school: School, books: PaperBooks) -> None:
    inquiry = school.open(books, school.inquire(books, Question(SELLER, COLD)), SELLER)
    assert inquiry is not None
    assert (inquiry.now.decision, inquiry.now.advice) == (Quiet.CALM, None)


def test_asking_leaves_conversations_alone(school: School, books: PaperBooks) -> None:
    school.inquire(books, Question(SELLER, HOT))
    assert (books.cards, books.conversations, books.assessed) == ({}, {}, [])


def test_a_kept_turn_is_found_and_stays_as_it_was(school: School, books: PaperBooks) -> None:
    heard(books, HOT, Quiet.CALM)
    inquiry = school.open(books, school.inquire(books, Question(SELLER, HOT, 5.0)), SELLER)
    assert inquiry is not None
    assert inquiry.there is not None
    assert (inquiry.there.decision, inquiry.turn_id) == (Quiet.CALM, 7)
    assert inquiry.now.decision is Move.ANEW


def test_a_seller_finds_their_own_turns_and_a_manager_everybodys(
    school: School, books: PaperBooks
) -> None:
    school.inquire(books, Question(SELLER, HOT, 5.0))
    school.inquire(books, Question(MANAGER, HOT))
    assert books.notebook.asked == [(HOT, 5.0, SELLER), (HOT, None, None)]


def test_an_inquiry_is_open_to_nobody_else(school: School, books: PaperBooks) -> None:
    number = school.inquire(books, Question(SELLER, COLD))
    for stranger in (OTHER, MANAGER):
        assert school.open(books, number, stranger) is None
        assert school.correct(books, number, stranger) is Told.GONE
    assert school.open(books, 404, SELLER) is None
    assert lessons(books) == []


# Correcting

CORRECTIONS = [
    # silent: it was missed, and nobody has said yet what it was about
    (COLD, Told.MISSED, Lesson(COLD, alarm=True)),
    # speaking: no problem, and what Aram took it for
    (HOT, Told.NO_PROBLEM, Lesson(HOT, alarm=False, situations=COMPLAINT)),
]


@pytest.mark.parametrize(("text", "told", "lesson"), CORRECTIONS)
def test_a_judgement_is_corrected_once(
    school: School, books: PaperBooks, text: str, told: Told, lesson: Lesson
) -> None:
    number = school.inquire(books, Question(SELLER, text))
    assert [school.correct(books, number, SELLER) for _ in range(2)] == [told, told]
    assert lessons(books) == [lesson]


def test_a_correction_is_of_what_aram_did_in_its_place(school: School, books: PaperBooks) -> None:
    heard(books, HOT, Quiet.CALM)
    number = school.inquire(books, Question(SELLER, HOT))
    assert school.correct(books, number, SELLER) is Told.MISSED
    assert lessons(books) == [Lesson(HOT, alarm=True)]


def test_what_only_the_past_made_alarming_is_not_corrected(
    school: School, books: PaperBooks
) -> None:
    heard(books, COLD, Move.UPDATE, Situation.NAGGING)
    number = school.inquire(books, Question(SELLER, COLD))
    assert school.correct(books, number, SELLER) is Told.SAYS_TOO_LITTLE
    assert lessons(books) == []


def test_whoever_may_not_teach_has_an_answer_and_nothing_else(
    school: School, books: PaperBooks
) -> None:
    books.notebook.strangers.add(OTHER)
    number = school.inquire(books, Question(OTHER, COLD))
    assert books.letters == [(OTHER, InquiryLetter(number), Urgency.NOW)]
    assert school.correct(books, number, OTHER) is Told.MAY_NOT_TEACH
    own = books.notebook.learn(Lesson(COLD, alarm=True), by=OTHER, turn_id=None)
    books.inquiries.attach(number, own)
    named = school.name_situation(books, number, OTHER, Situation.INSULT)
    assert named is Told.MAY_NOT_TEACH
    assert school.take_back(books, number, OTHER) is Told.MAY_NOT_TEACH
    assert school.withdraw(books, own, OTHER) is Told.MAY_NOT_TEACH
    assert school.page(books, OTHER) is None
    assert lessons(books) == [Lesson(COLD, alarm=True)]


def test_a_missed_message_is_named_afterwards(school: School, books: PaperBooks) -> None:
    number = school.inquire(books, Question(SELLER, COLD))
    assert school.name_situation(books, number, SELLER, Situation.INSULT) is Told.GONE
    school.correct(books, number, SELLER)
    assert school.name_situation(books, number, OTHER, Situation.INSULT) is Told.GONE
    assert school.name_situation(books, number, SELLER, Situation.INSULT) is Told.NAMED
    assert lessons(books) == [Lesson(COLD, alarm=True, situations=frozenset({Situation.INSULT}))]


def test_what_is_no_problem_is_not_named(school: School, books: PaperBooks) -> None:
    number = school.inquire(books, Question(SELLER, HOT))
    school.correct(books, number, SELLER)
    assert school.name_situation(books, number, SELLER, Situation.INSULT) is Told.GONE
    assert lessons(books)[0].situations == COMPLAINT


def test_a_correction_taken_back_can_be_given_again(school: School, books: PaperBooks) -> None:
    number = school.inquire(books, Question(SELLER, COLD))
    assert school.take_back(books, number, SELLER) is Told.GONE
    school.correct(books, number, SELLER)
    assert school.take_back(books, number, SELLER) is Told.WITHDRAWN
    assert lessons(books) == []
    school.correct(books, number, SELLER)
    assert lessons(books) == [Lesson(COLD, alarm=True)]


# Withdrawing

RIGHTS = [
    # one's own
    (SELLER, SELLER, Told.WITHDRAWN),
    # a colleague's, or the manager's
    (OTHER, SELLER, Told.NOT_YOURS),
    (MANAGER, SELLER, Told.NOT_YOURS),
    # the manager takes back anybody's
    (SELLER, MANAGER, Told.WITHDRAWN),
    (MANAGER, MANAGER, Told.WITHDRAWN),
]


@pytest.mark.parametrize(("teacher", "by", "told"), RIGHTS)
def test_lessons_are_withdrawn_by_their_teacher_or_the_manager(
    school: School, books: PaperBooks, teacher: int, by: int, told: Told
) -> None:
    number = books.notebook.learn(Lesson(HOT, alarm=False), by=teacher, turn_id=None)
    assert school.withdraw(books, number, by) is told
    assert (lessons(books) == []) is (told is Told.WITHDRAWN)


def test_a_lesson_withdrawn_twice_is_gone(school: School, books: PaperBooks) -> None:
    number = books.notebook.learn(Lesson(HOT, alarm=False), by=SELLER, turn_id=None)
    school.withdraw(books, number, SELLER)
    assert school.withdraw(books, number, SELLER) is Told.GONE


def test_where_nobody_is_named_everyone_has_only_their_own(books: PaperBooks) -> None:
    open_house = School(Force(Coach(ToldDetector(), Ladder(library()), Pace())), Shop())
    number = books.notebook.learn(Lesson(HOT, alarm=False), by=SELLER, turn_id=None)
    assert page_of(open_house, books, OTHER).lessons == ()
    assert open_house.withdraw(books, number, OTHER) is Told.NOT_YOURS
    assert open_house.withdraw(books, number, SELLER) is Told.WITHDRAWN


# Pages


def test_pages_are_newest_first_and_a_page_past_the_end_is_the_last(
    school: School, books: PaperBooks
) -> None:
    for number in range(LESSONS_ON_A_PAGE + 2):
        books.notebook.learn(Lesson(f"{number}", alarm=False), by=SELLER, turn_id=None)
    first, last = page_of(school, books, MANAGER), page_of(school, books, MANAGER, 99)
    assert (first.number, first.pages, first.first) == (0, 2, 1)
    assert first.lessons[0].lesson.text == f"{LESSONS_ON_A_PAGE + 1}"
    assert (last.number, last.first) == (1, LESSONS_ON_A_PAGE + 1)
    assert [kept.lesson.text for kept in last.lessons] == ["1", "0"]
    assert school.page(books, MANAGER, -3) == first


def test_a_page_without_lessons(school: School, books: PaperBooks) -> None:
    page = page_of(school, books, MANAGER, 4)
    assert (page.lessons, page.number, page.pages) == ((), 0, 1)


def test_a_seller_sees_their_own_lessons(school: School, books: PaperBooks) -> None:
    for teacher in (SELLER, OTHER, MANAGER):
        books.notebook.learn(Lesson(f"{teacher}", alarm=False), by=teacher, turn_id=None)
    assert [kept.by for kept in page_of(school, books, SELLER).lessons] == [SELLER]
    assert [kept.by for kept in page_of(school, books, MANAGER).lessons] == [MANAGER, OTHER, SELLER]
