"""`python -m benchmarks.migrating`: an older database of 1,000,000 messages, brought up to date.

Customers write all the while; the new Aram brings the database up to date as it starts. How long
that takes, how long the slowest message waits for it, and whether all of them arrived, once.
"""

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from benchmarks.cast import ARAM, Cast
from benchmarks.databases import databases
from benchmarks.fleet import first_row, fleet
from benchmarks.month import Size, staff_of, visits
from benchmarks.month_rows import Clerk, Numbers, shipped_library
from bot.store.engine import open_engine
from bot.store.migrate import _config, revision

TURNS, DAYS = 1_000_000, 365
OLDER = "0019"
A_SECOND = 10
REST_SECONDS = 5.0
_KEPT = text("select conversation_id, message_id from turn where id > :newest")


@dataclass(frozen=True, slots=True)
class Moved:
    """Seconds until the database was up to date, and until nothing waited; messages and losses."""

    migrated: float
    ready: float
    caught_up: float
    written: int
    lost: int
    twice: int


async def main() -> None:
    """Print a line for each kind of database and number of processes that start at once."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.migrating", description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--only", choices=("SQLite", "PostgreSQL"))
    asked = parser.parse_args()
    print(f"{asked.turns:,} messages of a year, from {OLDER}; {A_SECOND} new ones a second")
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder, databases() as places:
        for kind, place in places.items():
            if asked.only in (None, kind):
                url = place.add(f"older_{asked.turns}")
                await asyncio.to_thread(_fill, url, asked.turns)
                count = 1 if kind == "SQLite" else 2
                print(f"{kind}, {count} at once: {_told(await _move(url, Path(folder), count))}")


def _told(moved: Moved) -> str:
    return (
        f"up to date after {moved.migrated:.0f} s, ready after {moved.ready:.0f} s, nothing waits"
        f" {moved.caught_up:.0f} s later; of {moved.written} messages {moved.lost} were lost,"
        f" {moved.twice} kept twice"
    )


def _fill(url: str, turns: int) -> None:
    """A year as the Aram before this one kept it."""
    engine, size = open_engine(url), Size(turns, DAYS)
    with engine.begin() as database:
        config = _config()
        config.attributes["connection"] = database
        command.upgrade(config, OLDER)
        staff = staff_of(1, size)
        Clerk(database, staff, shipped_library(), Numbers()).keep(visits(staff, size))
        if engine.dialect.name == "postgresql":
            for table in ("conversation", "turn", "card", "press"):
                last = f"(select max(id) from {table})"
                database.execute(text(f"select setval('{table}_id_seq', {last})"))
    engine.dispose()


async def _move(url: str, folder: Path, count: int) -> Moved:
    engine, began = open_engine(url), time.perf_counter()
    assert revision(engine) == OLDER
    newest = await asyncio.to_thread(_newest, engine)
    head = ScriptDirectory.from_config(_config()).get_current_head()
    async with fleet(url, folder, processes=count, limits=False) as ships:
        writing = asyncio.create_task(_write(ships.cast))
        while await asyncio.to_thread(_version, url) != head:  # noqa: ASYNC110 - another process's
            await asyncio.sleep(0.5)
        migrated = time.perf_counter() - began
        await ships.ready()
        ready = time.perf_counter() - began
        await asyncio.sleep(REST_SECONDS)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        written = ships.cast.written
        caught_up = await ships.done()
    with engine.connect() as database:
        kept = database.execute(_KEPT, {"newest": newest}).all()
    total, once = len(kept), len(set(map(tuple, kept)))
    engine.dispose()
    return Moved(migrated, ready, caught_up, written, written - once, total - once)


async def _write(cast: Cast) -> None:
    while True:
        cast.write(ARAM, 1, furious=False)
        await asyncio.sleep(1 / A_SECOND)


def _newest(engine: Engine) -> int:
    with engine.connect() as database:
        return int(database.execute(text("select max(id) from turn")).scalar_one())


def _version(url: str) -> str:
    return str(first_row(url, "select version_num from alembic_version", {})[0])


if __name__ == "__main__":
    asyncio.run(main())
