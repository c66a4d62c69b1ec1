"""Three real processes behind one webhook on one PostgreSQL, killed and restarted at random."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.balancer import Balancer
from bot.demo import free_port
from bot.sandbox.server import SandboxServer
from tests.soak.clocks import SharedClock
from tests.soak.keeper import Hatchery, Keeper, hatchery
from tests.soak.nest import EXPECTED_END
from tests.soak.plan import BEGINS_AT, Plan, make_plan
from tests.soak.record import is_waiting, read_record
from tests.soak.stage import TOKEN, Stage
from tests.soak.verdict import judge
from tests.soak.watch import Watch

PROCESSES = 3
SEED, TALKS, SECONDS, RATE = 11, 24, 6.0, 14.0
LIFE_SECONDS = 0.3
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Scene:
    """The world, and who serves it."""

    stage: Stage
    watch: Watch
    keepers: list[Keeper]

    @property
    def living(self) -> int:
        return sum(keeper.living is not None for keeper in self.keepers)


@asynccontextmanager
async def served(nest: Hatchery, plan: Plan, folder: Path, url: str) -> AsyncIterator[Scene]:
    """The plan's people, and three processes that share their bot."""
    stage, clock = Stage(plan), SharedClock.open(folder / "clock")
    clock.run(ahead=BEGINS_AT - time.time())
    ports = [free_port() for _ in range(PROCESSES)]
    async with SandboxServer(stage.world) as server, Balancer(ports) as balancer:
        watch = server.api.requests = Watch()
        keepers = [
            Keeper(nest, order(stage, server.url, url, folder, balancer.port, port))
            for port in ports
        ]
        keeping = [asyncio.create_task(keeper.run()) for keeper in keepers]
        try:
            await until(lambda: watch.listens_in is not None)
            yield Scene(stage, watch, keepers)
        finally:
            for task in keeping:
                task.cancel()
            await asyncio.gather(*keeping, return_exceptions=True)


def order(
    stage: Stage, api: str, database_url: str, folder: Path, public: int, port: int
) -> dict[str, Any]:
    settings = {
        "bot_token": TOKEN,
        "telegram_api_url": api,
        "telegram_limits": False,
        "database_url": database_url,
        "owner_id": stage.owner,
        "seller_ids": ",".join(map(str, stage.sellers)),
        "shop_name": "فروشگاه آرامش",
        "webhook_url": f"http://127.0.0.1:{public}/",
        "webhook_port": port,
    }
    return {"settings": settings, "clock": str(folder / "clock"), "log": str(folder / f"{port}")}


async def until(is_so: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.01)


async def say_all(scene: Scene, chance: Random) -> None:
    """Everything in its time, while processes are killed at random, and each at least once."""
    haunts = [
        asyncio.create_task(keeper.haunt(chance, life=LIFE_SECONDS)) for keeper in scene.keepers
    ]
    began = time.monotonic()
    try:
        lines = scene.stage.plan.lines
        for index, line in enumerate(lines):
            await asyncio.sleep(began + line.after - time.monotonic())
            scene.stage.do(line)
            which, rest = divmod((PROCESSES + 1) * index, len(lines))
            if which and rest <= PROCESSES:
                await scene.keepers[which - 1].kill()
    finally:
        for haunt in haunts:
            haunt.cancel()
        await asyncio.gather(*haunts, return_exceptions=True)


@pytest.mark.timeout(300)  # on a busy machine; half a minute on a quiet one
async def test_killed_at_random_they_lose_nothing_and_say_nothing_twice(
    tmp_path: Path, postgres_url: str
) -> None:
    plan = make_plan(SEED, talks=TALKS, seconds=SECONDS, rate=RATE)
    async with hatchery() as nest, served(nest, plan, tmp_path, postgres_url) as scene:
        await say_all(scene, Random(SEED))
        kills = sum(keeper.kills for keeper in scene.keepers)
        await until(lambda: not scene.stage.waiting)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await asyncio.to_thread(is_waiting, postgres_url):
                await asyncio.sleep(0.1)
        stage, watch = scene.stage, scene.watch
    record = read_record(postgres_url)
    verdict = judge(stage, watch, record, record, may_repeat=kills)
    assert verdict.failures == [], verdict.examples
    assert verdict.turns > RATE * SECONDS / 2
    assert verdict.alarms
    assert kills >= PROCESSES
    assert {status for keeper in scene.keepers for status in keeper.ends} <= {EXPECTED_END}
