"""Lanes: one chat's updates in order, different chats' together, none twice, none half-done."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from dataclasses import replace
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update
from sqlalchemy import create_engine, event, select, text

from bot.core.letters import NoteLetter
from bot.core.people import Shop
from bot.store.engine import open_engine
from bot.store.inbox import HELD_SECONDS
from bot.store.ledger import Clock, Ledger
from bot.store.migrate import migrate
from bot.store.tables import HolderRow, InboxRow, table_of
from handlers import dealing as dealing_module
from handlers import feeding as feeding_module
from handlers.dealing import Dealing
from handlers.inbox import Keeping

TOKEN = "1000000001:SANDBOX-test"


class Desk:
    """Deals with updates when it is let; keeps what it has begun and finished."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.finished: list[str] = []
        self.let = asyncio.Event()
        self.dispatcher = Dispatcher()
        self.dispatcher.message.register(self._on_message)
        self.failing: set[str] = set()

    async def _on_message(self, message: Message) -> None:
        self.begun.append(str(message.text))
        if message.text in self.failing:
            raise ValueError(message.text)
        await self.let.wait()
        self.finished.append(str(message.text))


def written(number: int, text: str, chat_id: int = 7) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "x"}
    message = {"message_id": number, "date": 1, "chat": chat, "text": text}
    return {"update_id": number, "message": message}


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot(TOKEN)
    yield bot
    await bot.session.close()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def ledger(database_url: str) -> Iterator[Ledger]:
    ledger = opened(database_url)
    yield ledger
    ledger.close()


def opened(database_url: str, clock: Clock = time.time) -> Ledger:
    engine = open_engine(database_url)
    migrate(engine)
    ledger = Ledger(engine, Shop(), clock)
    ledger.commit(lambda books: books.roster.follow_settings(ledger.shop))
    return ledger


@pytest.fixture
def dealing(bot: Bot, desk: Desk, ledger: Ledger) -> Dealing:
    return Dealing(bot, desk.dispatcher, ledger, most=3)


@pytest.fixture
def enter(dealing: Dealing) -> Callable[..., asyncio.Future[None]]:
    return lambda *given: dealing.enter(update_of(dealing, *given))


def update_of(dealing: Dealing, *given: Any) -> Update:
    update = dealing.read(written(*given))
    assert update is not None
    return update


def in_inbox(ledger: Ledger) -> list[int]:
    rows = select(table_of(InboxRow).c.update_id).order_by(table_of(InboxRow).c.update_id)
    with ledger._engine.connect() as database:
        return list(database.execute(rows).scalars())


async def quiet() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_chat_keeps_its_order_and_waits_for_no_other(desk: Desk, enter: Any) -> None:
    futures = [enter(1, "یک"), enter(3, "سه"), enter(2, "دو"), enter(4, "دیگری", 8)]
    await quiet()
    assert desk.begun == ["یک", "دیگری"]
    desk.let.set()
    await asyncio.gather(*futures)
    assert [each for each in desk.finished if each != "دیگری"] == ["یک", "دو", "سه"]


async def test_what_comes_again_is_dealt_with_once(desk: Desk, enter: Any) -> None:
    first = enter(1, "یک")
    assert enter(1, "یک") is first
    desk.let.set()
    await first
    assert enter(1, "یک").done()
    assert desk.begun == ["یک"]


async def test_the_end_waits_for_what_has_entered(desk: Desk, dealing: Dealing, enter: Any) -> None:
    future = enter(1, "یک")
    asyncio.get_running_loop().call_later(0.05, desk.let.set)
    await dealing.finish(5)
    assert future.done()
    assert not future.cancelled()
    assert desk.finished == ["یک"]


async def test_the_end_does_not_wait_for_ever(dealing: Dealing, enter: Any) -> None:
    futures = [enter(1, "یک"), enter(2, "دو")]
    await quiet()
    await dealing.finish(0.05)
    assert all(future.cancelled() for future in futures)
    assert dealing.waiting == 0


async def test_what_cannot_be_read_is_none(dealing: Dealing) -> None:
    assert dealing.read({"update_id": 1, "message": {"chat": 7}}) is None
    assert dealing.read({"update_id": 2, "of_next_year": {}}) is None


async def dealt_with(dealing: Dealing) -> None:
    async with asyncio.timeout(20):
        while dealing.waiting:
            await asyncio.sleep(0.005)


async def test_what_is_kept_is_dealt_with_once(
    desk: Desk, dealing: Dealing, ledger: Ledger
) -> None:
    first = update_of(dealing, 1, "یک")
    await asyncio.gather(dealing.keep(first), dealing.keep(first))
    assert in_inbox(ledger) == [1]
    desk.let.set()
    await dealt_with(dealing)
    await dealing.keep(first)
    assert in_inbox(ledger) == []
    assert desk.begun == ["یک"]


async def test_what_a_dead_process_left_is_dealt_with_in_order(
    bot: Bot, desk: Desk, database_url: str
) -> None:
    """The first process keeps and never comes to it; on PostgreSQL it may live for a while."""
    now = [1_000_000.0]
    ledger = opened(database_url, lambda: now[0])
    dead, texts = Dealing(bot, Desk().dispatcher, ledger), list(map(str, range(1, 26)))
    await dead.keep_all([(update_of(dead, int(text), text), False) for text in texts[:-1]])
    await dead.keep_all([(update_of(dead, 25, "25"), True)])
    desk.let.set()
    heir = Dealing(bot, desk.dispatcher, ledger)
    if not ledger.is_alone:
        await heir.resume()
        await dealt_with(heir)
        assert desk.begun == []
        pass_time(ledger, now, HELD_SECONDS + 1)
    await heir.resume()
    await dealt_with(heir)
    assert desk.finished == texts
    await heir.keep(update_of(heir, 7, "7"))
    assert desk.finished == texts
    assert in_inbox(ledger) == []
    await dead.finish(0)
    ledger.close()


async def test_who_says_that_it_lives_writes_little_and_keeps_all(
    bot: Bot, desk: Desk, database_url: str
) -> None:
    """Its updates are old, its word is not; once it has died it is forgotten."""
    now = [1_000_000.0]
    ledger = opened(database_url, lambda: now[0])
    living, heir = (Dealing(bot, desk.dispatcher, ledger) for _ in range(2))
    await heir.resume()
    await living.keep_all([(update_of(living, number, "x"), True) for number in range(1, 31)])
    written: list[int] = []
    event.listen(
        ledger._engine, "after_cursor_execute", lambda *given: written.append(given[1].rowcount)
    )
    for _ in range(3):
        pass_time(ledger, now, HELD_SECONDS - 1)
        await living.resume()
        await heir.resume()
    assert max(written) <= 1
    assert desk.begun == []
    desk.let.set()
    pass_time(ledger, now, HELD_SECONDS + 1)
    await heir.resume()
    await dealt_with(heir)
    assert len(desk.finished) == 30
    assert len(holders(ledger)) == 1
    await heir.finish(0)
    assert holders(ledger) == []
    await living.finish(0)
    ledger.close()


def pass_time(ledger: Ledger, now: list[float], seconds: float) -> None:
    """By the process's clock, and by that of a database that several machines share."""
    now[0] += seconds
    if not ledger.is_alone:
        engine = create_engine(ledger._engine.url)
        with engine.begin() as database:
            passed = "update inbox_holder set held_until = held_until - :seconds"
            database.execute(text(passed), {"seconds": seconds})
        engine.dispose()


def holders(ledger: Ledger) -> list[str]:
    with ledger._engine.connect() as database:
        return list(database.execute(select(table_of(HolderRow).c.holder)).scalars())


async def test_what_the_host_is_still_deciding_on_is_not_asked_about(
    bot: Bot, desk: Desk, database_url: str
) -> None:
    now = [1_000_000.0]
    ledger = opened(database_url, lambda: now[0])
    dead, heir = (Dealing(bot, desk.dispatcher, ledger) for _ in range(2))
    asked: list[int] = []

    async def answer(update: Update) -> bool:
        asked.append(update.update_id)
        return False

    heir.is_wanted = answer
    desk.let.set()
    await dead.keep_all([(update_of(dead, 1, "یک"), False), (update_of(dead, 2, "دو"), True)])
    await heir.keep_all([(update_of(heir, 3, "سه", 8), True)])
    await dealt_with(dead)
    pass_time(ledger, now, HELD_SECONDS + 1)
    await heir.resume()
    await dealt_with(heir)
    assert asked == [2]
    assert desk.finished == ["یک", "دو"]
    assert in_inbox(ledger) == [3]
    ledger.close()


async def test_a_chat_that_could_not_be_read_is_looked_at_again(
    desk: Desk, dealing: Dealing, ledger: Ledger
) -> None:
    """A table that is away stands for a store that is unusable, and not merely busy."""
    for number in range(1, 6):
        await dealing.keep(update_of(dealing, number, str(number)))
    rename(ledger, "inbox", "away")
    desk.let.set()
    async with asyncio.timeout(20):
        while dealing.in_memory or len(desk.finished) < 3:
            await asyncio.sleep(0.005)
    await quiet()
    assert desk.finished == ["1", "2", "3"]
    rename(ledger, "away", "inbox")
    await dealing.resume()
    await dealt_with(dealing)
    assert desk.finished == ["1", "2", "3", "4", "5"]
    assert in_inbox(ledger) == []


def rename(ledger: Ledger, table: str, name: str) -> None:
    with ledger._engine.begin() as database:
        database.execute(text(f"alter table {table} rename to {name}"))


@pytest.mark.parametrize(("is_wanted", "dealt"), [(True, []), (False, ["یک"])])
async def test_what_a_crash_left_open_is_the_hosts_if_it_asks_for_it(
    bot: Bot, desk: Desk, sqlite_url: str, *, is_wanted: bool, dealt: list[str]
) -> None:
    ledger = opened(sqlite_url)
    dead, heir = (Dealing(bot, desk.dispatcher, ledger) for _ in range(2))
    await dead.keep_all([(update_of(dead, 1, "یک"), True)])

    async def answer(update: Update) -> bool:
        assert update.message
        assert update.message.text == "یک"
        return is_wanted

    heir.is_wanted = answer
    desk.let.set()
    await heir.resume()
    await dealt_with(heir)
    assert desk.finished == dealt
    assert in_inbox(ledger) == []
    ledger.close()


async def test_what_fails_is_set_aside_whole_and_the_owner_told_once(
    desk: Desk, dealing: Dealing, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding_module, "FIRST_WAIT_SECONDS", 0.001)
    shop = replace(ledger.shop, owner_id=77)
    ledger.commit(lambda books: books.roster.follow_settings(shop))
    ledger.shop.become(ledger.commit(lambda books: books.roster.shops())[0])
    desk.let.set()
    desk.failing = {"بد", "بدتر"}
    await dealing.keep(update_of(dealing, 1, "بد"))
    await dealing.keep(update_of(dealing, 2, "خوب"))
    await asyncio.wait_for(dealing.enter(update_of(dealing, 3, "بدتر")), 20)
    await dealt_with(dealing)
    assert desk.begun == ["بد"] * 3 + ["خوب"] + ["بدتر"] * 3
    asides = ledger.commit(lambda books: books.inbox().asides())
    assert [(each.update_id, each.attempts, each.trouble) for each in asides] == [
        (1, 3, "ValueError"),
        (3, 3, "ValueError"),
    ]
    assert json.loads(asides[0].body) == written(1, "بد")
    letters = ledger.commit(lambda books: books.due_letters(10))
    assert [(each.to, each.body) for each in letters] == [(77, NoteLetter("note-update-set-aside"))]
    desk.failing.clear()
    assert ledger.commit(lambda books: books.inbox().retry()) == 2
    await dealing.resume()
    await dealt_with(dealing)
    assert desk.finished == ["خوب", "بد", "بدتر"]
    assert in_inbox(ledger) == []


async def test_a_defect_of_aram_itself_holds_a_chat_up_for_a_moment_only(
    desk: Desk, dealing: Dealing, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails beside the handlers, in the keeping of updates, is nobody's to catch but ours."""
    monkeypatch.setattr(dealing_module, "LOOK_EVERY_SECONDS", 0.001)
    forget, failures = Keeping.forget, iter([KeyError("a defect")] * 2)

    async def forgets_badly(keeping: Keeping, update: Update) -> Collection[int]:
        for failure in failures:
            raise failure
        return await forget(keeping, update)

    monkeypatch.setattr(Keeping, "forget", forgets_badly)
    desk.let.set()
    for number, said in enumerate(("یک", "دو", "سه"), start=1):
        await dealing.keep(update_of(dealing, number, said))
    await dealt_with(dealing)
    assert desk.finished == ["یک", "یک", "یک", "دو", "سه"]
    assert in_inbox(ledger) == []


async def test_what_comes_after_an_offer_waits_until_it_is_decided(
    bot: Bot, desk: Desk, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealing = Dealing(bot, desk.dispatcher, ledger)
    desk.let.set()
    offered, later, other = (
        dealing.read(written(*each)) for each in ((1, "a"), (2, "b"), (3, "c", 8))
    )
    assert offered
    assert later
    assert other
    await dealing.keep_all([(offered, True), (later, False), (other, False)])
    monkeypatch.setattr("handlers.offers.DECIDE_SECONDS", 60.0)
    async with asyncio.timeout(20):  # less than a host is waited for
        while not desk.finished:
            await asyncio.sleep(0.005)
        assert desk.finished == ["c"]
        await dealing.claim(offered)
        while len(desk.finished) < 3:
            await asyncio.sleep(0.005)
    assert desk.finished == ["c", "a", "b"]
    await dealing.finish()
