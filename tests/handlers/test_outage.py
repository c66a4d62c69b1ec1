"""A database that cannot be written, a Telegram that is away: nothing is lost; who must, hears."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlmodel import col

from bot.core.letters import NoteLetter
from bot.errors import StoreBusyError, TelegramError
from bot.sandbox.faults import Fault
from bot.serving import greet
from bot.store.books import Books
from bot.store.tables import LetterRow
from handlers.outage import Outage
from tests.stage import Stage, stage, workshop

FULL = StoreBusyError("error-database-unwritable", path="aram.db")
HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


def told(acting: Stage) -> list[str]:
    return [screen.text for screen in acting.screens(acting.manager) if "نگه دارم" in screen.text]


def outage_of(acting: Stage, **patience: float) -> Outage:
    return Outage(acting.app.bot, acting.app.branches.shops, workshop().locales, **patience)


async def test_the_owner_is_told_once_and_once_that_it_is_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        outage = outage_of(acting, patience=0.0)
        before = len(acting.screens(acting.manager))
        for _ in range(3):
            await outage.failed(FULL)
        await outage.passed()
        await outage.passed()
        first, second = [screen.text for screen in acting.screens(acting.manager)][before:]
        assert "aram.db" in first
        assert "گم نمی‌شود" in first
        assert "دوباره" in second
        assert acting.written_to_customers() == []


async def test_a_moment_without_a_database_is_nobodys_business(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        outage = outage_of(acting)
        before = len(acting.screens(acting.manager))
        await outage.failed(FULL)
        await outage.passed()
        assert len(acting.screens(acting.manager)) == before


async def test_a_database_that_comes_and_goes_is_told_of_once(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        outage = outage_of(acting, patience=0.0)
        for _ in range(3):
            await outage.failed(FULL)
            await outage.passed()
        assert len(told(acting)) == 1


async def test_a_database_that_another_program_holds_is_told_of_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.dealing.LOOK_EVERY_SECONDS", 0.05)
    monkeypatch.setattr("bot.store.engine.SQLITE_WAIT_SECONDS", 0.05)
    async with stage(tmp_path) as acting:
        acting.app.dealing.outage = outage_of(acting, patience=0.0)
        with closing(sqlite3.connect(tmp_path / "aram.db", isolation_level=None)) as other:
            other.execute("begin immediate")
            acting.world.send(acting.customer, acting.seller, text=HEATED)
            await acting.wait_until(lambda: len(told(acting)) == 1)
            assert acting.cards() == []
            other.rollback()
        await acting.wait_until(lambda: len(acting.cards()) == 1)
        await acting.wait_until(lambda: "دوباره" in acting.screens(acting.manager)[-1].text)
        assert len(told(acting)) == 1


async def test_what_can_be_kept_nowhere_does_not_count_as_dealt_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is tried again until it can be set aside: Telegram keeps it meanwhile."""
    for name in ("handlers.feeding.FIRST_WAIT_SECONDS", "handlers.inbox.FIRST_WAIT_SECONDS"):
        monkeypatch.setattr(name, 0.01)
    async with stage(tmp_path) as acting:
        engine, queue = acting.app.ledger._engine, acting.world.bots[acting.bot_id].queue

        def rename(one: str, other: str) -> None:
            with engine.begin() as database:
                database.execute(text(f"alter table {one} rename to {other}"))

        for table in ("conversation", "inbox"):
            rename(table, f"{table}_away")
        acting.world.send(acting.customer, acting.seller, text=HEATED)
        await acting.wait_until(lambda: "an update is kept nowhere" in caplog.text)
        assert len(queue) == 1
        for table in ("inbox", "conversation"):
            rename(f"{table}_away", table)
        await acting.settle()
        asides = await acting.app.ledger.write(lambda books: books.inbox().asides())
        assert len(asides) + len(acting.cards()) == 1


async def test_a_proxys_page_at_the_start_is_told_in_a_sentence(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        acting.server.api.faults.add(Fault("bad_gateway", "getMe"))
        with pytest.raises(TelegramError) as caught:
            await greet(acting.app, acting.settings, workshop().locales)
        assert caught.value.message_id == "error-telegram-unreachable"
        acting.server.api.faults.add(Fault("bad_gateway", "setMyCommands"))
        assert await greet(acting.app, acting.settings, workshop().locales)


async def test_however_long_telegram_was_away_the_letter_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.postman.LONGEST_WAIT_SECONDS", 0.01)
    async with stage(tmp_path) as acting:
        for kind in ("dropped", "too_many_requests"):
            acting.server.api.faults.add(Fault(kind, "sendMessage", retry_after=1))
        old = update(LetterRow).where(col(LetterRow.state) == "due").values(attempts=2000)

        def post_an_old_one(books: Books) -> None:
            books.post(acting.seller, NoteLetter("note-help"))
            books._database.execute(old)

        before = len(acting.screens(acting.seller))
        await acting.app.ledger.write(post_an_old_one)
        await acting.wait_until(lambda: len(acting.screens(acting.seller)) == before + 1)
        assert acting.server.api.faults.befallen.total() == 2
