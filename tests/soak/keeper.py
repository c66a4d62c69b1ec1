"""Keeps one bot alive, as a service manager would, and kills it at random moments."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import psutil

from bot.settings import ROOT

LONGEST_LIFE_SECONDS = 3600
PAUSE_SECONDS = 0.1
LOOK_SECONDS = 0.01
LONGEST_REST = 6


@dataclass(eq=False, slots=True)
class Bot:
    """A process; `ended` is done with its exit status, negative where a signal ended it."""

    pid: int
    ended: asyncio.Future[int]
    killed: bool = False

    def kill(self) -> None:
        """SIGKILL, unless it has ended."""
        if not self.ended.done():
            self.killed = True
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class Hatchery:
    """The nest, as seen from here: a bot is there some milliseconds after it is ordered."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._hatched: asyncio.Queue[Bot] = asyncio.Queue()
        self._bots: dict[int, Bot] = {}

    async def hatch(self, **order: Any) -> Bot:
        """Fork a bot."""
        assert self._process.stdin
        said = order | {"longest_life": LONGEST_LIFE_SECONDS}
        self._process.stdin.write(json.dumps(said).encode() + b"\n")
        return await self._hatched.get()

    async def listen(self) -> None:
        """Hear what the nest says until it ends."""
        assert self._process.stdout
        loop = asyncio.get_running_loop()
        async for line in self._process.stdout:
            said = json.loads(line)
            if "hatched" in said:
                bot = self._bots[said["hatched"]] = Bot(said["hatched"], loop.create_future())
                self._hatched.put_nowait(bot)
            elif "ended" in said:
                self._bots.pop(said["ended"]).ended.set_result(said["status"])


@asynccontextmanager
async def hatchery() -> AsyncIterator[Hatchery]:
    """A nest that is ready, until the end of the block; its bots end with it."""
    alone = {"OPENBLAS_NUM_THREADS": "1"}  # a pool of threads would not survive the fork
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.soak.nest"),
        cwd=ROOT,
        env={**os.environ, **alone},
        stdin=PIPE,
        stdout=PIPE,
        limit=2**20,
    )
    assert process.stdin
    assert process.stdout
    listening: asyncio.Task[None] | None = None
    try:
        async with asyncio.timeout(120):
            assert json.loads(await process.stdout.readline())["ready"]
        nest = Hatchery(process)
        listening = asyncio.create_task(nest.listen())
        yield nest
    finally:
        process.stdin.close()
        await process.wait()
        if listening is not None:
            await listening


@dataclass(eq=False)
class Keeper:
    """Has one bot run, and counts how they ended: killed, or by themselves with a status."""

    nest: Hatchery
    order: dict[str, Any]
    kills: int = 0
    ends: Counter[int] = field(default_factory=Counter)
    bot: Bot | None = None
    spared: asyncio.Lock = field(default_factory=asyncio.Lock)
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)
    on_hatch: Callable[[], None] = lambda: None
    _toiled: dict[int, float] = field(default_factory=dict)
    """`spared` is held by who wants nobody killed at random, `gate` by who wants nobody started."""

    @property
    def living(self) -> int | None:
        """The bot's process number; None where there is none."""
        bot = self.bot
        return bot.pid if bot is not None and not bot.ended.done() else None

    async def run(self) -> None:
        """Start a bot whenever there is none, until cancelled."""
        try:
            while True:
                async with self.gate:
                    self.on_hatch()
                    self.bot = await self.nest.hatch(**self.order)
                status = await asyncio.shield(self.bot.ended)
                if self.bot.killed:
                    self.kills += 1
                else:
                    self.ends[status] += 1
                    await asyncio.sleep(PAUSE_SECONDS)
        finally:
            if self.bot is not None:
                self.bot.kill()
                await self.bot.ended

    async def kill(self) -> None:
        """Kill the bot that is there, if any, and wait until it is dead."""
        if self.bot is not None:
            self.bot.kill()
            await asyncio.shield(self.bot.ended)

    async def haunt(self, chance: Random, *, life: float) -> None:
        """Kill every bot at a random moment of its life, until cancelled.

        By then it has toiled for `life` seconds in the mean. While somebody holds `spared`, nobody
        is killed.
        """
        while True:
            await self.let_toil(chance.expovariate(1 / life))
            async with self.spared:
                await self.kill()

    async def let_toil(self, seconds: float) -> None:
        """Wait until bots have computed so long, or much longer for one that waits itself.

        So a run is as hard on a busy machine as on a quiet one.
        """
        loop = asyncio.get_running_loop()
        enough, at_latest = self._toil() + seconds, loop.time() + LONGEST_REST * (seconds + 0.1)
        while self._toil() < enough and loop.time() < at_latest:
            await asyncio.sleep(LOOK_SECONDS)

    def _toil(self) -> float:
        """How long bots have computed in this run, in seconds."""
        pid = self.living
        if pid is not None:
            with suppress(psutil.Error):
                used = psutil.Process(pid).cpu_times()
                self._toiled[pid] = float(used.user + used.system)
        return sum(self._toiled.values())
