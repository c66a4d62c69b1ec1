"""Lessons and inquiries as kept: read at every turn, so the same object while nothing changes."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, select, text
from sqlmodel import col

from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.coach import Heard
from bot.core.conversation import Memory, Who
from bot.core.course import Course
from bot.core.inquiry import KeptTurn, Opinion, Question
from bot.core.lesson import KeptLesson, Lesson, Lessons
from bot.core.pace import Move, Quiet
from bot.core.people import Shop
from bot.core.playbook import StepKind
from bot.core.shelf import Said
from bot.store.books import Books
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.lessons import LessonCache
from bot.store.sealing import plain_likeness
from bot.store.tables import (
    AssessmentRow,
    ConversationRow,
    LessonRow,
    TurnRow,
    table_of,
)
from tests.store.conftest import OWNER, Clock
from tests.store.samples import BIG, CONNECTION, PLACE, SELLER, keep, said

OTHER = 12
FINE = Lesson("کو؟", alarm=False, situations=frozenset({Situation.NAGGING}))
MISSED = Lesson("باشه، ممنون از لطفتون", alarm=True)
MISSED_AFTER_ALL = Lesson(FINE.text, alarm=True)
SIGNALS = (Signal("anger", True, 2.5, ("بسه",), Situation.COMPLAINT), Signal("fun", False))
FOUND = Assessment(Tension.HEATED, (Situation.COMPLAINT, Situation.NAGGING), 0.75, SIGNALS)


@pytest.fixture
def other_process(database_url: str, ledger: Ledger, shop: Shop, clock: Clock) -> Iterator[Ledger]:
    """Another process on the same database; it keeps its own lessons at hand."""
    other = Ledger(open_engine(database_url), shop, clock)
    yield other
    other.close()


def learn(ledger: Ledger, lesson: Lesson, *, by: int = SELLER, turn_id: int | None = None) -> int:
    return ledger.commit(lambda books: books.notebook.learn(lesson, by=by, turn_id=turn_id))


def withdraw(ledger: Ledger, number: int, *, by: int = SELLER) -> None:
    ledger.commit(lambda books: books.notebook.withdraw(number, by=by))


def taught(ledger: Ledger) -> Lessons:
    return ledger.commit(lambda books: books.lessons())


def newest(ledger: Ledger, *, by: int | None = None, skip: int = 0) -> list[str]:
    found = ledger.commit(lambda books: books.notebook.newest(by=by, skip=skip, most=2))
    return [kept.lesson.text for kept in found]


def assessed(
    ledger: Ledger, heard: Said, decision: Move | Quiet = Move.ANEW, found: Assessment = FOUND
) -> int:
    """Keep a customer's turn and what came of it."""
    turn_id = keep(ledger, heard)
    assert turn_id is not None
    again(ledger, turn_id, decision, found)
    return turn_id


def again(ledger: Ledger, turn_id: int, decision: Move | Quiet, found: Assessment) -> None:
    kept = Heard(Memory(), Course(), found, decision)
    ledger.commit(lambda books: books.keep_assessment(turn_id, kept))


# What is in force


def test_a_shop_that_taught_nothing(ledger: Ledger) -> None:
    assert not taught(ledger)
    assert taught(ledger) is taught(ledger)


def test_lessons_come_back_as_they_were_taught(ledger: Ledger) -> None:
    learn(ledger, FINE)
    learn(ledger, MISSED)
    assert taught(ledger).items == (FINE, MISSED)


def test_the_same_object_while_nothing_changes(ledger: Ledger) -> None:
    learn(ledger, FINE)
    before = taught(ledger)
    keep(ledger, said())
    assert taught(ledger) is before
    learn(ledger, MISSED)
    after = taught(ledger)
    assert after is not before
    assert taught(ledger) is after


def test_while_nothing_changes_the_lessons_are_not_read_again(
    ledger: Ledger, engine: Engine
) -> None:
    learn(ledger, FINE)
    taught(ledger)
    run: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        run.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    taught(ledger)
    asked = [statement for statement in run if "select" in statement.lower()]
    assert len(asked) == 1
    assert "revision" in asked[0]


def test_another_process_hears_of_every_change(ledger: Ledger, other_process: Ledger) -> None:
    assert not taught(other_process)
    number = learn(ledger, FINE)
    assert taught(other_process).items == (FINE,)
    assert taught(other_process) is taught(other_process)
    named = replace(FINE, situations=frozenset({Situation.INSULT}))
    ledger.commit(lambda books: books.notebook.name_situations(number, named.situations))
    assert taught(other_process).items == (named,)
    withdraw(ledger, number)
    assert not taught(other_process)


def test_a_lesson_withdrawn_and_another_taught_in_its_place_is_a_change(
    ledger: Ledger, other_process: Ledger
) -> None:
    number = learn(ledger, FINE)
    assert taught(other_process).items == (FINE,)
    withdraw(ledger, number)
    learn(ledger, MISSED)
    assert taught(other_process).items == (MISSED,)


def test_a_transaction_sees_its_own_lesson_at_once(ledger: Ledger) -> None:
    def teach_and_look(books: Books) -> tuple[Lesson, ...]:
        assert not books.lessons()
        books.notebook.learn(FINE, by=SELLER, turn_id=None)
        return books.lessons().items

    assert ledger.commit(teach_and_look) == (FINE,)


def test_what_was_undone_is_not_kept_at_hand(ledger: Ledger) -> None:
    def teach_and_fail(books: Books) -> None:
        books.notebook.learn(FINE, by=SELLER, turn_id=None)
        assert books.lessons().items == (FINE,)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        ledger.commit(teach_and_fail)
    assert not taught(ledger)
    learn(ledger, MISSED)  # the same revision as the one undone
    assert taught(ledger).items == (MISSED,)


async def test_lessons_taught_while_others_are_heard(ledger: Ledger) -> None:
    """Writes that wait together may share a transaction."""
    works = [
        ledger.write(
            lambda books, n=n: books.notebook.learn(  # type: ignore[misc]
                Lesson(f"{n}", alarm=False), by=SELLER, turn_id=None
            )
        )
        for n in range(20)
    ]
    looks = [ledger.write(lambda books: len(books.lessons().items)) for _ in range(20)]
    await asyncio.gather(*works, *looks)
    assert len(taught(ledger).items) == 20


def test_the_cache_keeps_one_object_for_a_revision() -> None:
    cache, first, second = LessonCache(), Lessons((FINE,)), Lessons((FINE,))
    assert cache.keep(1, first, 1) is first
    assert cache.keep(1, second, 1) is first
    assert cache.keep(2, second, 1) is second
    assert cache.keep(1, first, 1) is first, "who read before the change has what was then"
    assert (cache.at(2, 1), cache.at(1, 1)) == (second, None)


# One's words


def test_the_same_words_taught_twice_are_one_lesson(ledger: Ledger) -> None:
    first = learn(ledger, FINE)
    assert learn(ledger, FINE) == first
    assert newest(ledger) == [FINE.text]


def test_who_teaches_the_same_words_again_adds_what_they_are_about(
    ledger: Ledger, other_process: Ledger
) -> None:
    first = learn(ledger, FINE)
    assert taught(other_process).items == (FINE,)
    assert learn(ledger, replace(FINE, situations=frozenset({Situation.INSULT}))) == first
    united = replace(FINE, situations=FINE.situations | {Situation.INSULT})
    assert taught(other_process).items == (united,)
    assert newest(ledger) == [FINE.text]


def test_what_one_said_before_another_said_otherwise_is_added_too(ledger: Ledger) -> None:
    learn(ledger, FINE)
    learn(ledger, replace(FINE, alarm=True), by=OTHER)
    learn(ledger, replace(FINE, situations=frozenset({Situation.INSULT})))
    united = replace(FINE, situations=FINE.situations | {Situation.INSULT})
    assert taught(ledger).items == (united,)


def test_who_changes_their_mind_says_anew_what_it_is_about(ledger: Ledger) -> None:
    learn(ledger, FINE)
    learn(ledger, MISSED_AFTER_ALL)
    assert taught(ledger).items == (MISSED_AFTER_ALL,)


def test_the_newest_word_on_a_text_is_in_force(ledger: Ledger) -> None:
    other_way = replace(FINE, alarm=True)
    learn(ledger, FINE)
    number = learn(ledger, other_way, by=OTHER)
    assert taught(ledger).items == (other_way,)
    withdraw(ledger, number)
    assert taught(ledger).items == (FINE,)


def test_who_changes_their_mind_twice_is_heard_each_time(ledger: Ledger) -> None:
    other_way = replace(FINE, alarm=True)
    for lesson in (FINE, other_way, FINE):
        learn(ledger, lesson)
        assert taught(ledger).items == (lesson,)
    assert newest(ledger) == [FINE.text], "one person has one lesson on a text"


def test_who_repeats_it_after_another_said_otherwise_is_heard(ledger: Ledger) -> None:
    learn(ledger, FINE)
    learn(ledger, replace(FINE, alarm=True), by=OTHER)
    learn(ledger, FINE)
    assert taught(ledger).items == (FINE,)
    assert len(newest(ledger)) == 2


def test_those_who_agree_add_up_what_it_is_about(ledger: Ledger) -> None:
    learn(ledger, FINE)
    learn(ledger, replace(FINE, situations=frozenset({Situation.INSULT})), by=OTHER)
    about = frozenset({Situation.NAGGING, Situation.INSULT})
    assert taught(ledger).items == (replace(FINE, situations=about),)


# Who may teach


def may_teach(ledger: Ledger, person_id: int) -> bool:
    return ledger.commit(lambda books: books.notebook.may_teach(person_id))


def test_where_nobody_is_named_nobody_teaches(engine: Engine, clock: Clock) -> None:
    ledger = Ledger(engine, Shop(), clock)
    ledger.commit(lambda books: books.remember_connection(CONNECTION))
    assert not may_teach(ledger, SELLER)


def test_where_some_are_named_only_they_teach(ledger: Ledger) -> None:
    ledger.commit(lambda books: books.remember_connection(CONNECTION))
    assert may_teach(ledger, OWNER)
    assert not may_teach(ledger, CONNECTION.seller_id)


# The list


def test_a_lesson_is_kept_with_its_teacher_and_its_turn(
    ledger: Ledger, engine: Engine, clock: Clock
) -> None:
    ledger.commit(lambda books: books.remember_person(BIG, "نگار"))
    turn_id = keep(ledger, said("کو؟"))
    number = learn(ledger, FINE, by=BIG, turn_id=turn_id)
    kept = ledger.commit(lambda books: books.notebook.find(number))
    assert kept == KeptLesson(number, FINE, BIG, clock.now, "نگار")
    with engine.connect() as connection:
        assert connection.execute(select(col(LessonRow.turn_id))).scalar_one() == turn_id


def test_withdrawn_lessons_are_gone_and_who_did_it_is_known(
    ledger: Ledger, engine: Engine, clock: Clock
) -> None:
    number = learn(ledger, FINE)
    withdraw(ledger, number, by=OTHER)
    assert ledger.commit(lambda books: books.notebook.find(number)) is None
    assert newest(ledger) == []
    with engine.connect() as connection:
        row = connection.execute(
            select(col(LessonRow.withdrawn_at), col(LessonRow.withdrawn_by))
        ).one()
    assert tuple(row) == (clock.now, OTHER)


def test_the_list_is_newest_first_and_paged_for_all_or_for_one(ledger: Ledger) -> None:
    for number, teacher in enumerate((SELLER, OTHER, SELLER, SELLER)):
        learn(ledger, Lesson(f"{number}", alarm=False), by=teacher)
    assert (newest(ledger), newest(ledger, skip=2)) == (["3", "2"], ["1", "0"])
    assert newest(ledger, by=SELLER, skip=1) == ["2", "0"]
    counts = ledger.commit(
        lambda books: [books.notebook.count(by=each) for each in (None, SELLER, 404)]
    )
    assert counts == [4, 3, 0]


# Kept turns


def like(
    ledger: Ledger, text: str, *, said_at: float | None = None, seller_id: int | None = None
) -> KeptTurn | None:
    return ledger.commit(
        lambda books: books.notebook.turn_like(text, said_at=said_at, seller_id=seller_id)
    )


def test_a_turn_comes_back_with_its_newest_opinion(ledger: Ledger) -> None:
    turn_id = assessed(ledger, said("کو؟"), Quiet.CALM, Assessment(Tension.CALM, (), 0.0))
    again(ledger, turn_id, Move.UPDATE, FOUND)
    kept = KeptTurn(turn_id, "کو؟", Opinion(FOUND, Move.UPDATE))
    assert ledger.commit(lambda books: books.notebook.turn(turn_id)) == kept
    assert like(ledger, "کو؟") == kept


@pytest.mark.parametrize("decision", [*Move, *Quiet])
def test_every_decision_comes_back(ledger: Ledger, decision: Move | Quiet) -> None:
    turn_id = assessed(ledger, said("کو؟"), decision)
    kept = ledger.commit(lambda books: books.notebook.turn(turn_id))
    assert kept is not None
    assert kept.opinion.decision is decision


def test_turns_that_were_not_assessed_are_not_found(ledger: Ledger) -> None:
    turn_id = keep(ledger, said("کو؟", who=Who.SELLER))
    assert turn_id is not None
    assert like(ledger, "کو؟") is None
    assert ledger.commit(lambda books: books.notebook.turn(turn_id)) is None
    assert ledger.commit(lambda books: books.notebook.turn(404)) is None


def test_of_the_same_words_the_newest_or_that_of_the_moment_is_found(ledger: Ledger) -> None:
    first, second = (
        assessed(ledger, said("کو؟", message_id=number, at=float(number))) for number in (1, 2)
    )
    found = [like(ledger, "کو؟", said_at=at) for at in (None, 1.0, 2.0, 77.0)]
    assert [turn.id if turn else None for turn in found] == [second, first, second, second]
    assert like(ledger, "کو") is None


def test_a_seller_finds_the_turns_of_their_own_conversations(ledger: Ledger) -> None:
    elsewhere = replace(PLACE, key="chat:12:5", seller_id=OTHER)
    mine = assessed(ledger, said("کو؟"))
    theirs = assessed(ledger, replace(said("کو؟"), place=elsewhere))
    found = [like(ledger, "کو؟", said_at=10.0, seller_id=who) for who in (SELLER, OTHER, 404, None)]
    assert [turn.id if turn else None for turn in found] == [mine, theirs, None, theirs]


def test_an_edited_turn_is_not_said_to_have_been_judged_in_its_place(ledger: Ledger) -> None:
    """What stands there now may never have been assessed: Aram no longer remembered it."""
    turn_id = assessed(ledger, said("سلام", at=5.0))
    older = assessed(ledger, said("کو؟", message_id=2, at=4.0))
    edited = said("کو؟", at=5.0)
    ledger.commit(lambda books: books.amend_turn(books.conversation(edited.place), edited))
    found = [like(ledger, "کو؟", said_at=at) for at in (None, 5.0)]
    assert [turn.id if turn else None for turn in found] == [older, older]
    assert like(ledger, "سلام", said_at=5.0) is None
    assert ledger.commit(lambda books: books.notebook.turn(turn_id)) is not None


def test_texts_that_begin_alike_are_told_apart(ledger: Ledger) -> None:
    start = "س" * 64
    first, _ = (
        assessed(ledger, said(start + end, message_id=number)) for number, end in enumerate("12")
    )
    found = like(ledger, start + "1")
    assert found is not None
    assert found.id == first
    assert like(ledger, start) is None


LOOKS = [
    # said when, whose, and the index that serves
    (7.0, None, "turn_"),
    (None, None, "turn_likeness"),
    (None, SELLER, "turn_likeness"),
]


@pytest.mark.parametrize(("said_at", "seller_id", "index"), LOOKS)
def test_a_turn_is_found_among_many_without_reading_them_all(
    ledger: Ledger, engine: Engine, said_at: float | None, seller_id: int | None, index: str
) -> None:
    keep(ledger, said("اولین", at=0.0))
    turns, assessments = table_of(TurnRow), table_of(AssessmentRow)
    many = range(2, 3000)
    with engine.begin() as connection:
        conversation = connection.execute(select(col(ConversationRow.id))).scalar_one()
        row = {"conversation_id": conversation, "who": "customer", "edited": False}
        judged = {"tension": 0, "risk": 0.0, "situations": "", "signals": "[]", "decision": "calm"}
        connection.execute(
            insert(turns),
            [
                row
                | {
                    "message_id": n,
                    "at": float(n),
                    "text": f"{n} تا",
                    "id": n,
                    "likeness": plain_likeness(f"{n} تا"),
                }
                for n in many
            ],
        )
        connection.execute(insert(assessments), [judged | {"turn_id": n} for n in many])
        connection.execute(text("analyze"))
    run: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, given: Any, *_: Any) -> None:
        run.append((statement, given))

    event.listen(engine, "before_cursor_execute", note)
    found = like(ledger, "7 تا", said_at=said_at, seller_id=seller_id)
    event.remove(engine, "before_cursor_execute", note)
    assert found is not None
    assert found.id == 7
    statement, given = run[-1]
    explain = "explain query plan" if engine.dialect.name == "sqlite" else "explain"
    with engine.connect() as connection:
        plan = str(connection.exec_driver_sql(f"{explain} {statement}", given).all())
    assert index in plan
    assert "SCAN turn" not in plan
    assert "Seq Scan on turn" not in plan


# Inquiries

ADVICE = Advice(
    playbook="complaint",
    title="شکایت",
    step=1,
    steps=3,
    kind=StepKind.CLARIFY,
    advice="بپرسید",
    drafts=("چشم",),
    needs_manager=False,
    more_words=False,
    more_steps=True,
)
NOW = Opinion(FOUND, Move.ANEW, ADVICE)


def test_an_inquiry_comes_back_as_it_was_answered(ledger: Ledger) -> None:
    number = ledger.commit(lambda books: books.inquiries.keep(Question(BIG, "کو؟"), NOW, None))
    inquiry = ledger.commit(lambda books: books.inquiries.find(number))
    assert inquiry is not None
    assert (inquiry.by, inquiry.text, inquiry.now, inquiry.there) == (BIG, "کو؟", NOW, None)
    assert (inquiry.turn_id, inquiry.lesson, inquiry.may_teach) == (None, None, False)
    assert ledger.commit(lambda books: books.inquiries.find(404)) is None


def test_an_inquiry_keeps_its_turn_and_shows_its_lesson_while_that_holds(ledger: Ledger) -> None:
    turn_id = assessed(ledger, said("کو؟"), Quiet.MUTED)
    turn = ledger.commit(lambda books: books.notebook.turn(turn_id))
    assert turn is not None
    number = ledger.commit(lambda books: books.inquiries.keep(Question(SELLER, "کو؟"), NOW, turn))
    lesson = learn(ledger, FINE, turn_id=turn_id)
    ledger.commit(lambda books: books.inquiries.attach(number, lesson))
    inquiry = ledger.commit(lambda books: books.inquiries.find(number))
    assert inquiry is not None
    assert (inquiry.there, inquiry.turn_id) == (turn.opinion, turn_id)
    assert inquiry.lesson is not None
    assert inquiry.lesson.lesson == FINE
    withdraw(ledger, lesson)
    inquiry = ledger.commit(lambda books: books.inquiries.find(number))
    assert inquiry is not None
    assert inquiry.lesson is None
