"""Several transactions at once, as replicas on PostgreSQL have them: none undoes another's."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Event

import pytest
from sqlalchemy import Engine, text

from bot.core.card import CardState
from bot.core.conversation import Past, Who
from bot.core.desk import Desk
from bot.core.edition import Change, Deed, Version, Way
from bot.core.lesson import Lesson
from bot.core.people import Shop
from bot.core.shelf import Place
from bot.publishing.publisher import Declined, Prepared, Publisher, Refused
from bot.store.books import Books
from bot.store.ledger import Ledger
from tests.core.cast import Talk
from tests.store.conftest import Clock
from tests.store.samples import FACE, PLACE, card_in, due, keep, post_card, said

PATIENCE_SECONDS = 60.0


@pytest.fixture
def ledgers(postgres_engine: Engine, shop: Shop, clock: Clock) -> Iterator[list[Ledger]]:
    """Two replicas on one database."""
    both = [Ledger(postgres_engine, shop, clock) for _ in range(2)]
    yield both
    for ledger in both:
        ledger.close()


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def wait_until_one_waits_for_a_lock(engine: Engine) -> None:
    waiting = text("select count(*) from pg_locks where not granted")
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with engine.connect() as connection:
            if connection.execute(waiting).scalar_one():
                return
        time.sleep(0.01)
    raise AssertionError("nobody waited")


def hear(number: int) -> Callable[[Books], None]:
    """One more customer turn in the memory, as a listener writes it."""

    def work(books: Books) -> None:
        conversation = books.conversation(PLACE)
        books.keep_turn(conversation, said(f"{number}", message_id=number))
        past = Past(Who.CUSTOMER, float(number), f"{number}")
        memory = conversation.memory.after_customer(past, language="fa")
        books.save(replace(conversation, memory=memory))

    return work


def test_turns_heard_at_once_are_all_remembered(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    together = Barrier(2)

    def hear_many(replica: int) -> None:
        together.wait()
        for number in range(20):
            ledgers[replica].commit(hear(100 * replica + number))

    list(threads.map(hear_many, range(2)))
    memory = ledgers[0].commit(lambda books: books.conversation(PLACE)).memory
    assert (memory.heard, memory.unanswered) == (40, 40)


def test_a_conversation_begun_twice_at_once_is_one(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    for attempt in range(10):
        place, together = replace(PLACE, key=f"chat:{attempt}"), Barrier(2)

        def begin(replica: int, place: Place = place, together: Barrier = together) -> int:
            together.wait()
            return ledgers[replica].commit(lambda books: books.conversation(place).id)

        assert len(set(threads.map(begin, range(2)))) == 1


def test_the_same_update_at_two_replicas_is_dealt_with_once(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    for number in range(10):
        together = Barrier(2)

        def once(replica: int, number: int = number, together: Barrier = together) -> bool:
            together.wait()
            return ledgers[replica].commit(lambda books: books.first_time(number))

        assert sorted(threads.map(once, range(2))) == [False, True]


def test_a_press_waits_for_the_customers_turn_and_sees_what_it_did(
    ledgers: list[Ledger], threads: ThreadPoolExecutor, postgres_engine: Engine
) -> None:
    number = card_in(ledgers[0])
    heard, go_on = Event(), Event()

    def customer_calms_down(books: Books) -> None:
        conversation = books.conversation(PLACE)
        books.change_card(number, replace(FACE, state=CardState.CALMED), anew=False)
        heard.set()
        assert go_on.wait(PATIENCE_SECONDS)
        books.save(replace(conversation, card_id=None))

    turn = threads.submit(ledgers[0].commit, customer_calms_down)
    assert heard.wait(PATIENCE_SECONDS)
    press = threads.submit(ledgers[1].commit, lambda books: books.card(number))
    wait_until_one_waits_for_a_lock(postgres_engine)
    go_on.set()
    turn.result(PATIENCE_SECONDS)
    card = press.result(PATIENCE_SECONDS)
    assert card is not None
    assert card.face.state is CardState.CALMED


def test_a_refused_draft_and_a_customers_turn_do_not_lock_each_other_out(
    ledgers: list[Ledger], threads: ThreadPoolExecutor, postgres_engine: Engine
) -> None:
    number = card_in(ledgers[0], replace(FACE, sending="چشم"))
    desk: Desk = Talk().desk
    holding = Event()

    def customer_writes(books: Books) -> None:
        books.conversation(PLACE)
        holding.set()
        wait_until_one_waits_for_a_lock(postgres_engine)
        books.change_card(number, replace(FACE, quote="کو؟", sending="چشم"), anew=True)

    turn = threads.submit(ledgers[0].commit, customer_writes)
    assert holding.wait(PATIENCE_SECONDS)
    refused = threads.submit(
        ledgers[1].commit, lambda books: desk.not_sent(books, number, may_send=True)
    )
    turn.result(PATIENCE_SECONDS)
    refused.result(PATIENCE_SECONDS)
    card = ledgers[0].commit(lambda books: books.card(number))
    assert card is not None
    assert (card.face.quote, card.face.sending) == ("کو؟", None)


def test_the_postman_and_a_change_of_the_card_do_not_lock_each_other_out(
    ledgers: list[Ledger], threads: ThreadPoolExecutor, postgres_engine: Engine
) -> None:
    number = card_in(ledgers[0])
    (letter,) = due(ledgers[0])
    holding = Event()

    def card_changes(books: Books) -> None:
        books.conversation(PLACE)
        books.redraw_card(number, replace(FACE, quote="کو؟"))
        holding.set()
        wait_until_one_waits_for_a_lock(postgres_engine)
        post_card(books, number, anew=False)

    change = threads.submit(ledgers[0].commit, card_changes)
    assert holding.wait(PATIENCE_SECONDS)
    receipt = threads.submit(
        ledgers[1].commit,
        lambda books: books.mark_sent(letter, card_id=number, message_id=70),
    )
    change.result(PATIENCE_SECONDS)
    receipt.result(PATIENCE_SECONDS)
    assert [each.id for each in due(ledgers[0])] == [letter.id], "the change was not delivered"
    card = ledgers[0].commit(lambda books: books.card(number))
    assert card is not None
    assert (card.message_id, card.face.quote) == (70, "کو؟")


def test_letters_of_one_card_posted_at_once_become_one(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    number = card_in(ledgers[0])
    together = Barrier(2)

    def change(replica: int) -> None:
        together.wait()
        for _ in range(10):
            ledgers[replica].commit(lambda books: _touch(books, number))

    list(threads.map(change, range(2)))
    (letter,) = due(ledgers[0])
    assert letter.revision == 20


def _touch(books: Books, number: int) -> None:
    books.conversation(PLACE)
    books.change_card(number, FACE, anew=False)


def test_the_same_lesson_taught_at_once_is_one(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    for attempt in range(10):
        lesson, together = Lesson(f"{attempt}", alarm=False), Barrier(2)

        def teach(replica: int, lesson: Lesson = lesson, together: Barrier = together) -> int:
            together.wait()
            return ledgers[replica].commit(
                lambda books: books.notebook.learn(lesson, by=11, turn_id=None)
            )

        assert len(set(threads.map(teach, range(2)))) == 1


def test_a_lesson_under_way_holds_up_no_conversation(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    taught, go_on = Event(), Event()

    def teach(books: Books) -> None:
        books.notebook.learn(Lesson("کو؟", alarm=False), by=11, turn_id=None)
        taught.set()
        assert go_on.wait(PATIENCE_SECONDS)

    teaching = threads.submit(ledgers[0].commit, teach)
    assert taught.wait(PATIENCE_SECONDS)
    hearing = threads.submit(ledgers[1].commit, lambda books: books.lessons())
    assert not hearing.result(PATIENCE_SECONDS), "what is not committed is not taught"
    go_on.set()
    teaching.result(PATIENCE_SECONDS)
    assert ledgers[1].commit(lambda books: books.lessons())


def test_conversations_do_not_wait_for_each_other(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    go_on = Event()

    def linger(books: Books) -> None:
        books.conversation(PLACE)
        assert go_on.wait(PATIENCE_SECONDS)

    keep(ledgers[0], said())
    lingering = threads.submit(ledgers[0].commit, linger)
    other = replace(said(), place=replace(PLACE, key="chat:11:6"))
    kept = threads.submit(keep, ledgers[1], other)
    assert kept.result(PATIENCE_SECONDS) is not None
    go_on.set()
    lingering.result(PATIENCE_SECONDS)


def test_of_two_that_publish_from_the_same_base_one_wins(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    file, together = "fa/complaint.yaml", Barrier(2)
    for base in range(10):

        def publish(replica: int, base: int = base) -> int | None:
            wanted = Change(file, f"{replica}", True, Deed.EDIT, Way.CHAT, base or None)
            together.wait()
            made = ledgers[replica].commit(lambda books: books.versions.publish(wanted))
            return made.number if made is not None else None

        numbers = list(threads.map(publish, range(2)))
        assert sorted(numbers, key=lambda number: number or 0) == [None, base + 1]


def test_a_number_is_seen_only_after_all_below_it(
    ledgers: list[Ledger], threads: ThreadPoolExecutor, postgres_engine: Engine
) -> None:
    """Else a replica would take version 2 for the newest and never look for version 1."""
    published, may_commit = Event(), Event()

    def publish(file: str) -> Change:
        return Change(file, "یک", True, Deed.ADD, Way.CHAT, None)

    def slowly(books: Books) -> None:
        books.versions.publish(publish("fa/a.yaml"))
        published.set()
        may_commit.wait(PATIENCE_SECONDS)

    first = threads.submit(ledgers[0].commit, slowly)
    assert published.wait(PATIENCE_SECONDS)
    second = threads.submit(
        ledgers[1].commit, lambda books: books.versions.publish(publish("fa/b.yaml"))
    )
    wait_until_one_waits_for_a_lock(postgres_engine)
    assert ledgers[1].commit(lambda books: books.versions.number()) == 0
    may_commit.set()
    first.result(PATIENCE_SECONDS)
    made = second.result(PATIENCE_SECONDS)
    assert made is not None
    assert made.number == 2


def test_a_proposal_confirmed_twice_at_once_is_published_once(
    ledgers: list[Ledger], threads: ThreadPoolExecutor
) -> None:
    publisher = Publisher(lambda edition, changed: (), Shop(owner_id=99))
    wanted = Change("fa/a.yaml", "یک", True, Deed.ADD, Way.CHAT, None, by=99)
    prepared = ledgers[0].commit(lambda books: publisher.prepare(books.versions, wanted))
    assert isinstance(prepared, Prepared)
    together = Barrier(2)

    def confirm(replica: int) -> Version | Declined:
        together.wait()
        return ledgers[replica].commit(
            lambda books: publisher.confirm(books.versions, prepared.proposal, 99)
        )

    done = list(threads.map(confirm, range(2)))
    assert [each.number for each in done if isinstance(each, Version)] == [1]
    assert [each.reason for each in done if isinstance(each, Declined)] == [Refused.NOT_OPEN]
