"""`aram migrate` twice, and by several processes at once, on a database in use."""

import asyncio
import os
import sqlite3
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.errors import StoreBusyError
from bot.settings import ROOT
from bot.store import engine as engine_module
from bot.store.engine import open_engine
from bot.store.migrate import is_current, migrate
from tests.store.older import bring_to

TURNS = 2_000


def in_use(url: str) -> None:
    """A database as Aram 0013 left it, with people's words in it."""
    engine = open_engine(url)
    with engine.begin() as connection:
        bring_to(connection, "0013")
        connection.execute(
            text(
                "insert into conversation (id, shop_id, key, channel, chat_id, customer_id,"
                " seller_id, memory, course, updated_at)"
                " values (1, 1, 'chat:1:5', 'chat', 5, 5, 1, '{}', '{}', 1.0)"
            )
        )
        turn = "insert into turn (conversation_id, message_id, who, at, text, edited)"
        rows = [{"n": number} for number in range(TURNS)]
        connection.execute(text(f"{turn} values (1, :n, 'customer', 1.0 * :n, 'کو؟', false)"), rows)
        connection.execute(text("insert into seen_update (id, at) values (7, 1.0)"))
    engine.dispose()


async def aram_migrate(url: str) -> tuple[int, str]:
    environment = {**os.environ, "DATABASE_URL": url}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "migrate"),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def test_from_two_places_at_once_and_then_again(database_url: str) -> None:
    in_use(database_url)
    ended = await asyncio.gather(*(aram_migrate(database_url) for _ in range(2)))
    assert [status for status, _ in ended] == [0, 0], ended
    assert (await aram_migrate(database_url))[0] == 0
    engine = open_engine(database_url)
    assert is_current(engine)
    with engine.connect() as connection:
        kept = text("select count(*), count(distinct message_id) from turn where text = 'کو؟'")
        assert tuple(connection.execute(kept).one()) == (TURNS, TURNS)
        revisions = text("select count(*) from alembic_version")
        assert connection.execute(revisions).scalar_one() == 1
    engine.dispose()


def test_an_aram_of_before_goes_on_while_this_one_begins(database_url: str) -> None:
    """What it writes of an update is known to be dealt with, once this one adopts it."""
    in_use(database_url)
    engine = open_engine(database_url)
    migrate(engine)
    with engine.begin() as connection:
        before = "insert into seen_update (id, at) values (:id, 2.0) on conflict do nothing"
        for number in (7, 8):
            connection.execute(text(before), {"id": number})
        kept = connection.execute(text("select bot_id, id from seen_update order by id")).all()
        assert list(map(tuple, kept)) == [(0, 7), (0, 8)]
    engine.dispose()


def test_who_finds_a_sqlite_file_being_migrated_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """And who finds one locked that is up to date does not."""
    path = tmp_path / "aram.db"
    in_use(f"sqlite:///{path}")
    monkeypatch.setattr(engine_module, "SQLITE_WAIT_SECONDS", 0.05)
    engine = open_engine(f"sqlite:///{path}")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(migrate, engine)
            while "this one waits" not in caplog.text:
                assert not waiting.done()
                time.sleep(0.01)
            other.execute("rollback")
            waiting.result()
        assert is_current(engine)
        other.execute("begin immediate")
        with pytest.raises(StoreBusyError):
            migrate(engine)
        other.execute("rollback")
    engine.dispose()
