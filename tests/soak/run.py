"""One run: the plan played in bad weather, then peace until everything is dealt with."""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Literal

from bot.demo import free_port
from bot.sandbox.faults import WEBHOOK
from bot.sandbox.server import SandboxServer
from tests.soak.clocks import SharedClock
from tests.soak.keeper import Hatchery, Keeper
from tests.soak.places import place
from tests.soak.plan import BEGINS_AT, Plan
from tests.soak.record import Record, is_waiting, read_record
from tests.soak.stage import TOKEN, Stage
from tests.soak.verdict import Verdict, judge
from tests.soak.watch import Watch
from tests.soak.weather import Weather

MOST_WAITING = 30
"""So many updates wait at most: what the bot cannot keep up with is said later."""
PEACE_SECONDS = 300.0

type Database = Literal["sqlite", "postgresql"]
type Way = Literal["polling", "webhook"]


@dataclass(frozen=True, slots=True)
class Hardship:
    """How hard a run is: how long a bot computes in its life, and between two faults.

    Both in seconds, in the mean; to start it computes about a quarter of a second. `seconds` is
    how long the storm lasts at most.
    """

    seconds: float = 60.0
    life: float = 0.5
    pause: float = 0.4


@dataclass(frozen=True, slots=True)
class Result:
    """A run, and what came of it; `seconds` is how long it took, `peace` until all was done."""

    database: Database
    way: Way
    seconds: float
    peace: float
    kills: int
    ends: Mapping[int, int]
    faults: Mapping[str, int]
    left_out: tuple[str, ...]
    patiences: int
    too_early_after_kill: int
    served_meanwhile: int
    errors: tuple[str, ...]
    verdict: Verdict


class Calm:
    """What there should be: a plan played without trouble, by one bot, as fast as it goes."""

    def __init__(self, nest: Hatchery, plan: Plan) -> None:
        self._nest = nest
        self._plan = plan
        self._lock = asyncio.Lock()
        self._known: dict[int, Record] = {}

    async def after(self, lines: int) -> Record:
        """What is kept after so many lines of the plan."""
        async with self._lock:
            if lines not in self._known:
                self._known[lines] = await self._play(self._plan.first(lines))
            return self._known[lines]

    async def _play(self, plan: Plan) -> Record:
        with tempfile.TemporaryDirectory(prefix="soak-") as folder:
            url = f"sqlite:///{folder}/aram.db"
            async with _played(self._nest, plan, Path(folder), url, "polling") as scene:
                for line in plan.lines:
                    scene.stage.do(line)
                    scene.clock.stand(scene.stage.clock.now())
                    await _until(lambda: scene.stage.waiting < MOST_WAITING)
                await _until(lambda: not scene.stage.waiting)
            return read_record(url)


async def play_in_storm(
    nest: Hatchery, plan: Plan, calm: Calm, *, database: Database, way: Way, how: Hardship
) -> Result:
    """A run with kills and faults, and its verdict."""
    with (
        tempfile.TemporaryDirectory(prefix="soak-") as folder,
        place(database, Path(folder) / "disk") as where,
    ):
        async with _played(nest, plan, Path(folder), where.url, way) as scene:
            began = time.monotonic()
            weather = Weather(
                chance=Random(f"{plan.seed} weather"),
                faults=scene.server.api.faults,
                place=where,
                keeper=scene.keeper,
                watch=scene.watch,
                clock=scene.clock,
                ahead=BEGINS_AT - time.time(),
                sellers=scene.stage.sellers,
                arrives_by="getUpdates" if way == "polling" else WEBHOOK,
            )
            weather.clear()
            said = await _storm(scene, weather, how, Random(f"{plan.seed} kills"))
            over = time.monotonic()
            await _until(partial(_is_done, scene, where.url), PEACE_SECONDS)
            ended = time.monotonic()
        told = {"disk_full", "read_only"} - set(where.troubles)
        return Result(
            database=database,
            way=way,
            seconds=ended - began,
            peace=ended - over,
            kills=scene.keeper.kills,
            ends=scene.keeper.ends,
            faults=weather.befallen,
            left_out=tuple(sorted(told)),
            patiences=scene.watch.patiences,
            too_early_after_kill=scene.watch.too_early_after_kill,
            served_meanwhile=scene.watch.served_meanwhile,
            errors=_errors_in(Path(folder) / "bot.log"),
            verdict=judge(
                scene.stage,
                scene.watch,
                read_record(where.url),
                await calm.after(said),
                may_repeat=scene.keeper.kills + weather.answers_lost,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Scene:
    stage: Stage
    server: SandboxServer
    watch: Watch
    keeper: Keeper
    clock: SharedClock


@asynccontextmanager
async def _played(
    nest: Hatchery, plan: Plan, folder: Path, database_url: str, way: Way
) -> AsyncIterator[_Scene]:
    """The world with a kept bot; the bot is dead at the end of the block."""
    stage = Stage(plan)
    clock = SharedClock.open(folder / "clock")
    clock.stand(BEGINS_AT)
    async with SandboxServer(stage.world) as server:
        watch = server.api.requests = Watch()
        order = {
            "settings": _settings(stage, server.url, database_url, way),
            "clock": str(folder / "clock"),
            "log": str(folder / "bot.log"),
        }
        keeper = Keeper(nest, order, on_hatch=watch.next_life)
        keeping = asyncio.create_task(keeper.run())
        try:
            await _until(lambda: watch.listens_in == watch.life)
            yield _Scene(stage, server, watch, keeper, clock)
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)


def _settings(stage: Stage, api: str, database_url: str, way: Way) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "bot_token": TOKEN,
        "telegram_api_url": api,
        "database_url": database_url,
        "owner_id": stage.owner,
        "seller_ids": ",".join(map(str, stage.sellers)),
        "shop_name": "فروشگاه آرامش",
    }
    if way == "webhook":
        port = free_port()
        settings |= {"webhook_url": f"http://127.0.0.1:{port}/", "webhook_port": port}
    return settings


async def _storm(scene: _Scene, weather: Weather, how: Hardship, chance: Random) -> int:
    """Say what can be said in time, while the bot dies and the weather is bad; how many lines."""
    troubles = (
        asyncio.create_task(scene.keeper.haunt(chance, life=how.life)),
        asyncio.create_task(weather.blow(pause=how.pause)),
    )
    began = time.monotonic()
    said = 0
    try:
        for line in scene.stage.plan.lines:
            await asyncio.sleep(began + line.after - time.monotonic())
            left = began + how.seconds - time.monotonic()
            await _until(lambda: scene.stage.waiting < MOST_WAITING, left)
            for trouble in troubles:
                if trouble.done():
                    trouble.result()
            if time.monotonic() - began > how.seconds:
                break
            scene.stage.do(line)
            said += 1
    finally:
        for trouble in troubles:
            trouble.cancel()
        await asyncio.gather(*troubles, return_exceptions=True)
        weather.clear()
    return said


async def _is_done(scene: _Scene, database_url: str) -> bool:
    if scene.stage.waiting or scene.watch.listens_in != scene.watch.life:
        return False
    return not await asyncio.to_thread(is_waiting, database_url)


def _errors_in(log: Path) -> tuple[str, ...]:
    """The kinds of errors that bots have logged: each once, without numbers."""
    lines = log.read_text().splitlines() if log.exists() else []
    kinds = (re.sub(r"\d+", "N", line.partition("ERROR ")[2]) for line in lines)
    return tuple(dict.fromkeys(filter(None, kinds)))


async def _until(is_so: Callable[[], Any], seconds: float = 120.0) -> None:
    """Wait until something is so; where it never is, the verdict will show it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = is_so()
        if await found if asyncio.iscoroutine(found) else found:
            return
        await asyncio.sleep(0.01)
