"""`python -m benchmarks.flood`: customers write 1,000 messages a second for a minute.

What happens meanwhile, and how soon it is over: memory, what waits and where, and how long the
cards of a seller wait whose own customer grows heated in the middle of it.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.cast import ARAM
from benchmarks.conversations import FURIOUS
from benchmarks.fleet import Fleet, fleet

RATE, SECONDS = 1000.0, 60.0
TICK_SECONDS = 0.05
PROBE_EVERY_SECONDS = 5.0
PATIENCE_SECONDS, LIFE_SECONDS = 3600.0, 2 * 3600


@dataclass
class Seen:
    """Memory in MB over time, and in how many seconds each heated customer's card came."""

    memory: list[float] = field(default_factory=list)
    cards: list[float] = field(default_factory=list)


async def main() -> None:
    """Print what was seen."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.flood", description=__doc__)
    parser.add_argument("--rate", type=float, default=RATE, help="messages a second")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--polling", action="store_true", help="else by webhook")
    parser.add_argument("--no-limits", action="store_true", help="do not keep Telegram's limits")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder:
        url = f"sqlite:///{folder}/aram.db"
        async with fleet(
            url,
            Path(folder),
            polling=asked.polling,
            limits=not asked.no_limits,
            life=LIFE_SECONDS,
        ) as ships:
            await ships.ready()
            ships.cast.write(ARAM, 200, furious=False)
            await ships.done()
            await _flood(ships, asked)


async def _flood(ships: Fleet, asked: argparse.Namespace) -> None:
    seen, before = Seen(), ships.resident_mb
    watching = [asyncio.create_task(_watch(ships, seen)), asyncio.create_task(_probe(ships, seen))]
    began, written = time.perf_counter(), 0
    while (passed := time.perf_counter() - began) < asked.seconds:
        due = int(passed * asked.rate) - written
        ships.cast.write(ARAM, due, furious=False)
        written += due
        await asyncio.sleep(TICK_SECONDS)
    pushed = time.perf_counter() - began
    way = "polling" if asked.polling else "webhook"
    _tell(f"by {way}: {written:,} messages in {pushed:.0f} s ({written / pushed:.0f} a second)")
    _tell(f"then {ships.waiting:,} wait at Telegram")
    heard = await ships.heard(PATIENCE_SECONDS)
    _tell(f"{heard:.0f} s on all are dealt with ({written / (pushed + heard):.0f}/s)")
    _tell(f"memory so far: {max(seen.memory):.0f} MB at most; cards: {_told(seen.cards)}")
    recovered = heard + await ships.done(PATIENCE_SECONDS)
    _tell(f"after {recovered:.0f} s all letters are out")
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    print(f"memory: {before:.0f} MB before, {max(seen.memory):.0f} MB at most")
    print(f"cards of customers who grew heated meanwhile: {_told(seen.cards)}")


def _tell(line: str) -> None:
    print(line, flush=True)


def _told(seconds: Sequence[float]) -> str:
    if not seconds:
        return "none came while it lasted"
    return f"{len(seconds)}, after {median(seconds):.1f} s (median), {max(seconds):.1f} s at most"


async def _watch(ships: Fleet, seen: Seen) -> None:
    while True:
        seen.memory.append(ships.resident_mb)
        await asyncio.sleep(0.5)


async def _probe(ships: Fleet, seen: Seen) -> None:
    """A customer of whom nobody has heard says something heated to a seller; again and again."""
    world, bot = ships.cast.world, ships.cast.bots[ARAM]
    for number in range(10_000):
        seller = ships.cast.sellers[number % len(ships.cast.sellers)]
        name = f"پرسنده {number}"
        customer = world.add_user(name).id
        began = time.perf_counter()
        world.send(customer, seller, text=FURIOUS[number % len(FURIOUS)][-1])
        dialog = world.dialog(bot, seller)
        while not any(name in each.text for each in dialog.messages.values()):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        seen.cards.append(time.perf_counter() - began)
        await asyncio.sleep(max(0.0, PROBE_EVERY_SECONDS - seen.cards[-1]))


if __name__ == "__main__":
    asyncio.run(main())
