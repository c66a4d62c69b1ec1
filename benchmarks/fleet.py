"""One or several `aram run` behind the sandbox of this process, and what they have still to do."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import text

from benchmarks.balancer import Balancer
from benchmarks.cast import ARAM, TOKENS, Cast
from benchmarks.stand import (
    LONGEST_LIFE_SECONDS,
    BenchmarkError,
    Command,
    Running,
    contestant,
)
from bot.demo import free_port
from bot.sandbox.clock import RunningClock
from bot.sandbox.server import SandboxServer
from bot.store.engine import open_engine

PATIENCE_SECONDS = 280.0
LOOK_EVERY_SECONDS = 0.2
_INBOX = "select count(*) from inbox where set_aside_at is null and came_at <= :now"
_INBOX_AND_LETTERS = (
    "select (select count(*) from inbox where set_aside_at is null),"
    " (select count(*) from letter where state = 'due' and due_at <= :now)"
)


@dataclass(frozen=True, slots=True)
class Fleet:
    """The cast, and who serves it; `ports` are where each process tells of its health."""

    cast: Cast
    processes: tuple[Running, ...]
    ports: tuple[int, ...]
    database_url: str

    @property
    def waiting(self) -> int:
        """Updates that the pretend Telegram still has."""
        return len(self.cast.world.bots[self.cast.bots[ARAM]].queue)

    @property
    def resident_mb(self) -> float:
        """Resident memory of all processes together, in megabytes of 10⁶ bytes."""
        return sum(each.resident_mb for each in self.processes)

    @property
    def cpu_seconds(self) -> float:
        """CPU time of all processes together."""
        return sum(each.cpu_seconds for each in self.processes)

    async def ready(self) -> None:
        """Wait until every process says that it can work."""
        async with aiohttp.ClientSession() as session:
            for port in self.ports:
                while not await _is_ready(session, port):  # noqa: ASYNC110 - a process
                    await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def done(self, patience: float = PATIENCE_SECONDS) -> float:
        """Wait until nothing is left of what was written; how long that took, in seconds."""
        return await self._until_none(_INBOX_AND_LETTERS, patience)

    async def heard(self, patience: float = PATIENCE_SECONDS) -> float:
        """The same but for letters: wait until every update has been dealt with."""
        return await self._until_none(_INBOX, patience)

    async def _until_none(self, asked: str, patience: float) -> float:
        began = time.perf_counter()
        while self.waiting or await asyncio.to_thread(_counts, self.database_url, asked):
            if time.perf_counter() - began > patience:
                raise BenchmarkError(f"not done after {patience:.0f} s")
            if not all(each.is_alive for each in self.processes):
                raise BenchmarkError("a process has ended")
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        return time.perf_counter() - began


@asynccontextmanager
async def fleet(
    database_url: str,
    folder: Path,
    *,
    processes: int = 1,
    polling: bool = False,
    limits: bool,
    life: int = LONGEST_LIFE_SECONDS,
) -> AsyncIterator[Fleet]:
    """So many processes on one database, behind one webhook or polling, until the block ends.

    None lives longer than `life` seconds.
    """
    cast, ports = Cast(RunningClock()), tuple(free_port() for _ in range(processes))
    async with SandboxServer(cast.world) as server, Balancer(list(ports)) as balancer:
        own = [
            {"HEALTH_PORT": f"{port}"}
            if polling
            else {"WEBHOOK_URL": f"http://127.0.0.1:{balancer.port}/", "WEBHOOK_PORT": f"{port}"}
            for port in ports
        ]
        shared = {
            "BOT_TOKEN": TOKENS[ARAM],
            "TELEGRAM_API_URL": server.url,
            "TELEGRAM_LIMITS": "yes" if limits else "no",
            "DATABASE_URL": database_url,
            "SELLER_IDS": ",".join(map(str, cast.sellers)),
            "WEBHOOK_HOST": "127.0.0.1",
        }
        with _running([shared | each for each in own], folder, life) as running:
            yield Fleet(cast, running, ports, database_url)


@contextmanager
def _running(
    settings: list[Mapping[str, str]], folder: Path, life: int
) -> Iterator[tuple[Running, ...]]:
    with ExitStack() as stack:
        commands = [
            Command(ARAM, ("-m", "bot", "run"), folder, tuple(each.items()), life=life)
            for each in settings
        ]
        yield tuple(stack.enter_context(contestant(each)) for each in commands)


async def _is_ready(session: aiohttp.ClientSession, port: int) -> bool:
    try:
        async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


def _counts(database_url: str, asked: str) -> bool:
    return any(first_row(database_url, asked, {"now": time.time()}))


def first_row(database_url: str, asked: str, given: Mapping[str, object]) -> Sequence[Any]:
    """What a database answers; of SQLite read beside whoever writes, so that nobody waits."""
    if database_url.startswith("sqlite"):
        path = database_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            return tuple(file.execute(asked, given).fetchone())
    engine = open_engine(database_url)
    try:
        with engine.connect() as connection:
            return tuple(connection.execute(text(asked), given).one())
    finally:
        engine.dispose()
