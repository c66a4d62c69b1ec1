"""Moving: all or nothing, every row as it was, and the numbers go on from where they were."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, text, update

from bot.errors import StoreBusyError, StoreError
from bot.settings import ROOT
from bot.store.contents import digest_of, first_filled, plain_tables
from bot.store.engine import open_engine
from bot.store.migrate import migrate
from bot.store.moving import move
from bot.store.tables import HolderRow, TurnRow, table_of
from tests.conftest import Postgres
from tests.store.anything import fill

NOW = 1_764_000_000.0
CUT = (
    "create function cut() returns trigger language plpgsql as 'begin new.at = 0; return new; end'"
)
CUTTING = "create trigger cut before insert on turn for each row execute function cut()"
DIES = """
import os, signal, sys
from bot.store.engine import open_engine
from bot.store.moving import move
def tell(table):
    if table == "turn":
        os.kill(os.getpid(), signal.SIGKILL)
move(open_engine(sys.argv[1]), open_engine(sys.argv[2]), now=0.0, tell=tell)
"""


def digests(engine: Engine) -> dict[str, tuple[int, str]]:
    with engine.begin() as database:
        return {table.name: digest_of(database, table) for table in plain_tables()}


@dataclass(frozen=True, slots=True)
class Way:
    """Something in every table of the source; the target is not even made."""

    source: Engine
    target: Engine

    @property
    def urls(self) -> tuple[str, str]:
        source, target = (
            each.url.render_as_string(hide_password=False) for each in (self.source, self.target)
        )
        return source, target


WAYS = [("sqlite", "postgresql"), ("postgresql", "sqlite")]
KINDS = [("sqlite", "sqlite"), ("postgresql", "postgresql")]


@pytest.fixture(params=[*WAYS, *KINDS], ids="-".join)
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Way]:
    """From a database of each kind to one of each kind; parametrize it for fewer."""
    with ExitStack() as stack:
        engines = [_engine(request, kind, tmp_path, stack) for kind in request.param]
        source, target = engines
        migrate(source)
        fill(source)
        with source.begin() as database:
            database.execute(update(table_of(HolderRow)).values(held_until=0.0))
        yield Way(source, target)


def _engine(request: pytest.FixtureRequest, kind: str, folder: Path, stack: ExitStack) -> Engine:
    if kind == "sqlite":
        url = f"sqlite:///{folder}/{len(list(folder.iterdir()))}.db"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        url = postgres.add_schema()
        stack.callback(postgres.drop_schema, url)
    engine = open_engine(url)
    stack.callback(engine.dispose)
    return engine


crosswise = pytest.mark.parametrize("way", WAYS, indirect=True, ids="-".join)
outgrown = pytest.mark.parametrize("way", WAYS[:1], indirect=True, ids=["sqlite-postgresql"])


def test_everything_arrives_as_it_was(way: Way) -> None:
    told: list[str] = []
    moved = move(way.source, way.target, now=NOW, tell=told.append)
    assert not moved.was_there
    assert told == [table.name for table in plain_tables()]
    assert all(count for count in moved.rows.values())
    assert digests(way.target) == digests(way.source)
    again = move(way.source, way.target, now=NOW)
    assert again.was_there
    assert again.rows == moved.rows


LETTER = text(
    'insert into letter (shop_id, "to", body, urgency, state, due_at, attempts, revision)'
    " values (1, 1, '', '', 'due', 0, 0, 0) returning id"
)


def test_numbers_go_on_where_they_were(way: Way) -> None:
    """Also where the newest rows are gone: a number that was given is not given to another."""
    last = 12
    if way.source.dialect.name == "postgresql":
        with way.source.begin() as database:
            database.execute(text("select setval(pg_get_serial_sequence('letter', 'id'), 500)"))
        last = 500 if way.target.dialect.name == "postgresql" else last
    move(way.source, way.target, now=NOW)
    with way.target.begin() as database:
        assert database.execute(LETTER).scalar_one() == last + 1


@crosswise
def test_a_move_that_was_killed_leaves_nothing_and_is_said_again(way: Way) -> None:
    for _ in range(2):
        start = [sys.executable, "-c", DIES, *way.urls]
        ended = subprocess.run(start, cwd=ROOT, check=False, timeout=100)
        assert ended.returncode == -signal.SIGKILL
        with way.target.begin() as database:
            assert first_filled(database) is None
    assert not move(way.source, way.target, now=NOW).was_there
    assert digests(way.target) == digests(way.source)


@outgrown
def test_a_target_that_holds_something_else_is_left_alone(way: Way) -> None:
    move(way.source, way.target, now=NOW)
    with way.target.begin() as database:
        database.execute(update(table_of(TurnRow)).values(at=7.0))
    before = digests(way.target)
    with pytest.raises(StoreError) as caught:
        move(way.source, way.target, now=NOW)
    assert caught.value.message_id == "error-move-not-empty"
    assert digests(way.target) == before


@outgrown
def test_a_row_that_arrives_otherwise_undoes_everything(way: Way) -> None:
    """Such as a column that cuts off: here a trigger of the target changes what is written."""
    migrate(way.target)
    with way.target.begin() as database:
        database.execute(text(CUT))
        database.execute(text(CUTTING))
    with pytest.raises(StoreError) as caught:
        move(way.source, way.target, now=NOW)
    assert caught.value.message_id == "error-move-differs"
    assert caught.value.args_for_message["table"] == "turn"
    with way.target.begin() as database:
        assert first_filled(database) is None


@outgrown
def test_nobody_is_served_meanwhile(way: Way) -> None:
    living = {"bot_id": 7, "holder": "x", "held_until": NOW + 10}
    with way.source.begin() as database:
        database.execute(insert(table_of(HolderRow)).values(living))
    with pytest.raises(StoreBusyError) as caught:
        move(way.source, way.target, now=NOW)
    assert caught.value.message_id == "error-move-served"
    assert not move(way.source, way.target, now=NOW + 11).was_there


def test_a_source_that_is_behind_is_not_touched(sqlite_url: str, tmp_path: Path) -> None:
    behind, target = open_engine(sqlite_url), open_engine(f"sqlite:///{tmp_path}/target.db")
    with pytest.raises(StoreError) as caught:
        move(behind, target, now=NOW)
    assert caught.value.message_id == "error-move-not-current"
    for engine in (behind, target):
        engine.dispose()
