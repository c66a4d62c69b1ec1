"""Writes that wait together: kept in order, each whole or not at all, one's fault no one else's."""

import asyncio
from threading import Event

import pytest
from sqlalchemy import Engine, func, select

from bot.store.books import Books
from bot.store.groups import TOGETHER_SECONDS
from bot.store.ledger import Ledger
from bot.store.tables import PersonRow

MANY = 200


class SpilledError(Exception):
    """Something unforeseen in the middle of the work."""


class Work:
    """Keeps a person, and notes in which order the works were begun."""

    def __init__(self, number: int, order: list[int], *, fails: bool = False) -> None:
        self._number = number
        self._order = order
        self._fails = fails

    def __call__(self, books: Books) -> int:
        self._order.append(self._number)
        books.remember_person(self._number, f"نفر {self._number}")
        if self._fails:
            raise SpilledError
        return self._number


def people(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(PersonRow)).scalar_one()


@pytest.mark.parametrize("together", [TOGETHER_SECONDS, 0.0], ids=["together", "one_by_one"])
async def test_works_that_gather_are_kept_in_the_order_of_the_calls(
    together: float, ledger: Ledger, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is kept once, also where every one of them takes all the time that there is."""
    monkeypatch.setattr("bot.store.groups.TOGETHER_SECONDS", together)
    order: list[int] = []
    results = await asyncio.gather(*(ledger.write(Work(n, order)) for n in range(1, MANY)))
    assert results == list(range(1, MANY))
    assert people(engine) == MANY - 1
    if engine.dialect.name == "sqlite":
        assert order == list(range(1, MANY))


async def test_what_is_urgent_goes_first(ledger: Ledger, engine: Engine) -> None:
    order: list[int] = []
    begins, gate = Event(), Event()

    def hold(_: Books) -> bool:
        begins.set()
        return gate.wait(20)

    begun = asyncio.create_task(ledger.write(hold))
    await asyncio.to_thread(begins.wait, 20)
    calm = [asyncio.create_task(ledger.write(Work(n, order))) for n in range(1, 100)]
    urgent = [
        asyncio.create_task(ledger.write(Work(n, order), urgent=True)) for n in range(900, 910)
    ]
    await asyncio.sleep(0)
    gate.set()
    assert await begun
    assert len(await asyncio.gather(*calm, *urgent)) == 109
    assert people(engine) == 109
    if engine.dialect.name == "sqlite":
        assert order == [*range(900, 910), *range(1, 100)]


async def test_one_that_fails_takes_nobody_with_it(ledger: Ledger, engine: Engine) -> None:
    order: list[int] = []
    works = [ledger.write(Work(n, order, fails=n == 50)) for n in range(1, 100)]
    results = await asyncio.gather(*works, return_exceptions=True)
    assert [type(each) for each in results if isinstance(each, Exception)] == [SpilledError]
    assert people(engine) == 98


async def test_whoever_gave_up_waiting_holds_nobody_up(ledger: Ledger, engine: Engine) -> None:
    order: list[int] = []
    waiting = [asyncio.create_task(ledger.write(Work(n, order))) for n in range(1, 50)]
    await asyncio.sleep(0)
    waiting[20].cancel()
    done = await asyncio.gather(*waiting, return_exceptions=True)
    assert isinstance(done[20], asyncio.CancelledError)
    assert [each for each in done if isinstance(each, int)] == [
        number for number in range(1, 50) if number != 21
    ]
    assert people(engine) in (48, 49)  # the one given up may have been on its way already


async def test_closing_finishes_what_was_begun(ledger: Ledger, engine: Engine) -> None:
    order: list[int] = []
    waiting = [asyncio.create_task(ledger.write(Work(n, order))) for n in range(1, 30)]
    await asyncio.sleep(0)
    ledger.close()
    assert sorted(await asyncio.gather(*waiting)) == list(range(1, 30))
    assert people(engine) == 29


async def test_a_failing_work_alone_tells_its_caller(ledger: Ledger, engine: Engine) -> None:
    with pytest.raises(SpilledError):
        await ledger.write(Work(1, [], fails=True))
    assert people(engine) == 0
