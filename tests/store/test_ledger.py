"""One transaction for one update: all of it or nothing, and once."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import Engine, func, select
from sqlmodel import SQLModel

from bot.core.letters import Urgency
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.tables import CardRow, LetterRow, PersonRow, TurnRow, UpdateRow
from tests.store.conftest import Clock
from tests.store.samples import FACE, PLACE, SELLER, note, said

OPEN = 7


class SpilledError(Exception):
    """Something unforeseen in the middle of the work."""


def rows_in(engine: Engine, table: type[SQLModel]) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def everything(books: Books) -> int:
    """One of each kind of write."""
    conversation = books.conversation(PLACE)
    books.keep_turn(conversation, said())
    books.remember_person(SELLER, "نگار")
    books.post(SELLER, note("hello"), Urgency.NOW)
    return books.open_card(conversation, FACE)


TABLES = (CardRow, LetterRow, PersonRow, TurnRow)


async def test_what_was_done_is_there_afterwards(ledger: Ledger, engine: Engine) -> None:
    assert await ledger.write(everything) == 1
    assert [rows_in(engine, table) for table in TABLES] == [1, 2, 1, 1]


async def test_a_failure_in_the_middle_leaves_nothing(ledger: Ledger, engine: Engine) -> None:
    def fail(books: Books) -> None:
        everything(books)
        raise SpilledError

    with pytest.raises(SpilledError):
        await ledger.write_once(OPEN, fail)
    assert [rows_in(engine, table) for table in TABLES] == [0, 0, 0, 0]
    assert rows_in(engine, UpdateRow) == 0


async def test_an_update_that_failed_may_come_again(ledger: Ledger) -> None:
    def fail(books: Books) -> None:
        raise SpilledError

    with pytest.raises(SpilledError):
        await ledger.write_once(OPEN, fail)
    assert await ledger.write_once(OPEN, everything) == 1


async def test_a_redelivered_update_is_not_dealt_with_again(ledger: Ledger, engine: Engine) -> None:
    assert await ledger.write_once(OPEN, everything) == 1
    assert await ledger.write_once(OPEN, everything) is None
    assert [rows_in(engine, table) for table in TABLES] == [1, 2, 1, 1]
    assert await ledger.write_once(OPEN + 1, lambda books: "other") == "other"


async def test_updates_are_forgotten_once_telegram_has_forgotten_them(
    ledger: Ledger, engine: Engine, clock: Clock
) -> None:
    await ledger.write_once(1, everything)
    clock.now += 100
    await ledger.write_once(2, everything)
    await ledger.write(lambda books: books.forget_updates(clock.now))
    assert rows_in(engine, UpdateRow) == 1
    assert await ledger.write_once(2, everything) is None


async def test_an_update_delivered_twice_at_once_is_dealt_with_once(
    ledger: Ledger, engine: Engine
) -> None:
    results = await asyncio.gather(*(ledger.write_once(OPEN, everything) for _ in range(6)))
    assert sorted(map(str, results)) == ["1", *["None"] * 5]
    assert rows_in(engine, TurnRow) == 1


async def test_many_at_once_are_all_kept(ledger: Ledger, engine: Engine) -> None:
    def keep(number: int) -> None:
        ledger.commit(
            lambda books: books.keep_turn(books.conversation(PLACE), said(message_id=number))
        )

    await asyncio.gather(*(asyncio.to_thread(keep, number) for number in range(40)))
    assert rows_in(engine, TurnRow) == 40


async def test_the_postman_is_called_after_a_commit_with_a_letter(
    ledger: Ledger, engine: Engine
) -> None:
    seen: list[int] = []
    ledger.on_post(lambda: seen.append(rows_in(engine, LetterRow)))
    await ledger.write(lambda books: books.remember_person(SELLER, "نگار"))
    assert seen == []
    await ledger.write(lambda books: books.post(SELLER, note("hello")))
    assert seen == [1], "called before the letter could be seen"


async def test_the_postman_is_not_called_for_what_was_rolled_back(ledger: Ledger) -> None:
    seen: list[str] = []
    ledger.on_post(lambda: seen.append("called"))

    def fail(books: Books) -> None:
        everything(books)
        raise SpilledError

    with pytest.raises(SpilledError):
        await ledger.write(fail)
    assert seen == []


async def test_a_report_keeps_nothing(ledger: Ledger, engine: Engine) -> None:
    await ledger.read(lambda session: session.add(PersonRow(id=1, first_name="نگار")))
    assert rows_in(engine, PersonRow) == 0


async def test_the_time_of_a_transaction_is_one(ledger: Ledger, clock: Clock) -> None:
    def look(books: Books) -> tuple[float, float]:
        first = books.now
        clock.now += 100
        return first, books.now

    first, second = await ledger.write(look)
    assert first == second == clock.now - 100


async def test_what_was_begun_is_finished_before_closing(ledger: Ledger, engine: Engine) -> None:
    writing = [
        asyncio.ensure_future(
            ledger.write(partial(Books.remember_person, person_id=number, first_name="نگار"))
        )
        for number in range(1, 11)
    ]
    await asyncio.sleep(0)
    await asyncio.to_thread(ledger.close)
    await asyncio.gather(*writing)
    assert rows_in(engine, PersonRow) == 10


def test_words_of_customers_lie_only_where_the_tables_say(ledger: Ledger, engine: Engine) -> None:
    def hear(books: Books) -> None:
        conversation = books.conversation(PLACE)
        books.keep_turn(conversation, said("رازِ مشتری"))
        books.open_card(conversation, FACE)

    ledger.commit(hear)
    holding = set()
    with engine.connect() as connection:
        for table in SQLModel.metadata.tables.values():
            for row in connection.execute(select(table)):
                holding |= {f"{table.name}.{k}" for k, v in row._mapping.items() if "راز" in str(v)}
    assert holding == {"turn.text"}
