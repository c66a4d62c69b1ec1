"""`python -m tests.soak --seconds 600 --seed 7 [--database sqlite] [--way polling]`."""

import argparse
import asyncio
import signal
import sys
from random import SystemRandom
from typing import get_args

from tests.soak.keeper import hatchery
from tests.soak.plan import make_plan
from tests.soak.run import Calm, Database, Hardship, Result, Way, play_in_storm
from tests.soak.table import table

RATE = 12.0


def main() -> None:
    """Soak every pair of database and way, or those asked for; ends with 1 where one fails."""
    asked = _asked()
    results = asyncio.run(_soak(asked))
    sys.stdout.write(f"\nseed {asked.seed}, {asked.seconds:g} s of storm\n\n{table(results)}\n")
    failed = False
    for run in results:
        for failure in run.verdict.failures:
            failed = True
            sys.stdout.write(f"FAILED {run.database}, {run.way}: {failure}\n")
        for error in run.errors:
            sys.stdout.write(f"logged in {run.database}, {run.way}: {error}\n")
        for example in run.verdict.examples:
            sys.stdout.write(f"  {example}\n")
    sys.exit(failed)


async def _soak(asked: argparse.Namespace) -> list[Result]:
    this = asyncio.current_task()
    assert this is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, this.cancel)
    pairs = [(database, way) for database in asked.database for way in asked.way]
    seconds = asked.seconds / len(pairs)
    plan = make_plan(asked.seed, talks=asked.talks, seconds=seconds, rate=asked.rate)
    results = []
    async with hatchery() as nest:
        calm = Calm(nest, plan)
        how = Hardship(seconds=seconds, life=asked.life, pause=asked.pause)
        for database, way in pairs:
            run = await play_in_storm(nest, plan, calm, database=database, way=way, how=how)
            results.append(run)
            sys.stderr.write(f"{table([run])}\n\n")
    return results


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=240, help="of storm, of all runs together")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--database", nargs="*", choices=get_args(Database.__value__))
    parser.add_argument("--way", nargs="*", choices=get_args(Way.__value__))
    parser.add_argument("--talks", type=int, default=200, help="conversations")
    parser.add_argument("--rate", type=float, default=RATE, help="messages a second")
    parser.add_argument(
        "--life", type=float, default=Hardship().life, help="a bot's, in seconds of computing"
    )
    parser.add_argument("--pause", type=float, default=Hardship().pause, help="between faults")
    asked = parser.parse_args()
    asked.database = asked.database or get_args(Database.__value__)
    asked.way = asked.way or get_args(Way.__value__)
    return asked


if __name__ == "__main__":
    main()
