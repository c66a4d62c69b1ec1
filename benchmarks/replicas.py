"""`python -m benchmarks.replicas`: messages a second with 1, 2 and 4 processes on one PostgreSQL.

All behind one webhook. Sandbox, balancer and PostgreSQL take their part of the same cores, which
the table tells; and Telegram's limits, kept, are beside it.
"""

import argparse
import asyncio
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.databases import Place, databases
from benchmarks.fleet import Fleet, fleet

MESSAGES, WARM_UP = 600, 150
PROCESSES = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Sample:
    """One load: seconds, CPU of the Arams and of this process, which is sandbox and balancer."""

    seconds: float
    aram_cpu: float
    own_cpu: float


async def main() -> None:
    """Print a line for each number of processes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.replicas", description=__doc__)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--processes", type=int, nargs="*", default=PROCESSES)
    asked = parser.parse_args()
    print(f"{asked.messages} messages, one customer in ten heated; {os.cpu_count()} cores")
    print("| processes | limits kept | messages/s | CPU of Aram, ms | CPU of the sandbox, ms |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder, databases() as places:
        place = places["PostgreSQL"]
        for limits, count in [(False, each) for each in asked.processes] + [(True, 2)]:
            sample = await _measure(place, Path(folder), count, asked.messages, limits=limits)
            ms = 1e3 / asked.messages
            print(
                f"| {count} | {'yes' if limits else 'no'} | {asked.messages / sample.seconds:.0f} |"
                f" {ms * sample.aram_cpu:.1f} | {ms * sample.own_cpu:.1f} |",
                flush=True,
            )


async def _measure(
    place: Place, folder: Path, count: int, messages: int, *, limits: bool
) -> Sample:
    url = place.add(f"replicas_{count}_{int(limits)}")
    async with fleet(url, folder, processes=count, limits=limits) as ships:
        await ships.ready()
        await _load(ships, WARM_UP)
        return await _load(ships, messages)


async def _load(ships: Fleet, messages: int) -> Sample:
    began, aram, own = time.perf_counter(), ships.cpu_seconds, time.process_time()
    ships.cast.write("aram", messages, furious=False)
    await ships.done()
    seconds = time.perf_counter() - began
    return Sample(seconds, ships.cpu_seconds - aram, time.process_time() - own)


if __name__ == "__main__":
    asyncio.run(main())
