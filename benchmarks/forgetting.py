"""`python -m benchmarks.forgetting`: the words of a year, 1,000,000 messages, sealed, then purged.

How long the first start with a key seals what is there, how long the first purge takes that leaves
thirty days of words, and how long a message that comes meanwhile waits until it can be kept.
"""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median

from cryptography.fernet import Fernet
from sqlalchemy import Engine, make_url, text

from benchmarks.databases import databases
from benchmarks.month import NOW, Size, Staff, staff_of, visits
from benchmarks.month_rows import Numbers, keep_month
from benchmarks.month_tables import settle_numbers
from bot.core.assessment import Signal
from bot.core.letters import NoteLetter
from bot.errors import StoreBusyError
from bot.store.books import Books
from bot.store.codec import signals_to_json
from bot.store.engine import open_engine, sqlite_file
from bot.store.ledger import Ledger
from bot.store.migrate import migrate
from bot.store.purging import Purger
from bot.store.resealing import reseal

TURNS, DAYS = 1_000_000, 365
BETWEEN_SECONDS = 0.05
_FOUND = text(
    "insert into assessment (turn_id, tension, risk, situations, signals, decision)"
    " select id, 0, 0.1, '', :signals, 'calm' from turn where who = 'customer'"
)


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds that each of the writes beside something had to wait, and how long that took."""

    whole: float
    each: list[float]

    def __str__(self) -> str:
        slowest = sorted(self.each)[-3:]
        return (
            f"{self.whole:.1f} s; of {len(self.each)} writes beside it the median waited"
            f" {1e3 * median(self.each):.0f} ms, the slowest {1e3 * slowest[-1]:.0f} ms"
        )


async def main() -> None:
    """Print a line for each thing that is done, for each kind of database."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forgetting", description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    turns = parser.parse_args().turns
    with databases() as places:
        for kind, place in places.items():
            await _forget(kind, place.add("forgetting"), turns)


async def _forget(kind: str, url: str, turns: int) -> None:
    size = Size(turns, DAYS)
    staff = staff_of(1, size)
    kept = _fill(url, staff, size)
    print(f"{kind}: {kept:,} messages of {DAYS} days, {_megabytes(url)}", flush=True)
    engine = open_engine(url, [Fernet.generate_key().decode()])
    ledger = Ledger(engine, staff.shop, lambda: NOW)
    try:
        began = time.perf_counter()
        count = await asyncio.to_thread(reseal, engine)
        print(f"  {count:,} rows sealed in {time.perf_counter() - began:.1f} s, {_megabytes(url)}")
        purged = await _beside(ledger, Purger(ledger).purge((staff.shop,)))
        print(f"  words forgotten in {purged}, {_megabytes(url)}")
        print(f"  {_with_words(engine):,} messages of {staff.shop.words_days} days keep theirs")
        again = await _beside(ledger, Purger(ledger).purge((staff.shop,)))
        print(f"  nothing more to forget: {again}", flush=True)
    finally:
        ledger.close()


def _fill(url: str, staff: Staff, size: Size) -> int:
    engine = open_engine(url)
    migrate(engine)
    ledger = Ledger(engine, staff.shop, lambda: NOW)
    signals = signals_to_json(
        (Signal("where-is-it", fired=True, weight=1.0, words=("سفارش", "کجاست")),)
    )
    try:
        ledger.commit(lambda books: books.roster.follow_settings(staff.shop))
        planned = visits(staff, size)
        kept = ledger.commit(lambda books: keep_month(books, staff, planned, Numbers()))
        ledger.commit(lambda books: books.figures.settle())
        ledger.commit(lambda books: settle_numbers(books._database))
        ledger.commit(lambda books: books._database.execute(_FOUND, {"signals": signals}))
        return kept
    finally:
        ledger.close()


async def _beside(ledger: Ledger, work: Awaitable[object]) -> Waits:
    """Do something while somebody else writes a little, over and over."""
    each: list[float] = []
    writing = asyncio.create_task(_write(ledger, each))
    began = time.perf_counter()
    await work
    whole = time.perf_counter() - began
    await asyncio.sleep(BETWEEN_SECONDS)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    return Waits(whole, each)


async def _write(ledger: Ledger, each: list[float]) -> None:
    owner = ledger.shop.owner_id
    assert owner is not None

    def post(books: Books) -> None:
        books.post(owner, NoteLetter("note-update-set-aside"))

    while True:
        began = time.perf_counter()
        while not await _is_written(ledger, post):  # noqa: ASYNC110 - another's write
            await asyncio.sleep(BETWEEN_SECONDS)
        each.append(time.perf_counter() - began)
        await asyncio.sleep(BETWEEN_SECONDS)


async def _is_written(ledger: Ledger, work: Callable[[Books], None]) -> bool:
    try:
        await ledger.write(work)
    except StoreBusyError:
        return False
    return True


def _with_words(engine: Engine) -> int:
    with engine.connect() as database:
        found = database.execute(text("select count(*) from turn where text <> ''"))
        return int(found.scalar_one())


def _megabytes(url: str) -> str:
    file = sqlite_file(url)
    if file is not None:
        return f"{file.stat().st_size / 1e6:,.0f} MB"
    engine = open_engine(url)
    with engine.connect() as database:
        name = {"name": make_url(url).database}
        found = database.execute(text("select pg_database_size(:name)"), name).scalar_one()
    engine.dispose()
    return f"{int(found) / 1e6:,.0f} MB"


if __name__ == "__main__":
    asyncio.run(main())
