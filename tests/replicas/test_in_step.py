"""Two processes' worth of Aram on one PostgreSQL: each digest once, each playbook everywhere."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import build_app
from bot.branches import Branch
from bot.core.edition import Version
from bot.core.people import TEHRAN
from bot.publishing.publisher import Prepared
from bot.sandbox.clock import ManualClock
from bot.serving import App
from tests.stage import PATIENCE_SECONDS, Stage, stage, workshop

BEFORE = datetime(2026, 11, 19, 20, 58, tzinfo=ZoneInfo(TEHRAN)).timestamp()
PLAYBOOK = "complaint"
HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(BEFORE)


@asynccontextmanager
async def second_process(acting: Stage) -> AsyncIterator[App]:
    """Serves beside the first, but for updates: only one may ask Telegram for them."""
    app = build_app(acting.settings, clock=acting.world.clock.now, workshop=workshop())
    await app.branches.start()
    serving = [asyncio.create_task(each) for each in (app.branches.run(), app.postman.run())]
    yield app
    for task in serving:
        task.cancel()
    await asyncio.gather(*serving, return_exceptions=True)
    await app.close()


async def test_a_digest_comes_once(tmp_path: Path, postgres_url: str, clock: ManualClock) -> None:
    async with stage(tmp_path, clock=clock, database_url=postgres_url) as acting:
        await acting.customer_says(HEATED)
        async with second_process(acting) as other:
            before = len(acting.screens(acting.manager))
            clock.advance(3 * 60)
            for app in (acting.app, other):
                app.postman.call()
            await acting.wait_until(lambda: len(acting.screens(acting.manager)) > before)
            await acting.settle()
            for app in (acting.app, other):
                app.postman.call()
            await acting.settle()
            assert len(acting.screens(acting.manager)) == before + 1


async def test_a_playbook_is_in_force_everywhere_within_seconds(
    tmp_path: Path, postgres_url: str, clock: ManualClock
) -> None:
    async with (
        stage(tmp_path, clock=clock, database_url=postgres_url) as acting,
        second_process(acting) as other,
    ):
        branch = acting.app.branches.first
        branches = (branch, other.branches.first)
        assert all(PLAYBOOK in known(each) for each in branches)
        off = await branch.office.turn(f"fa/{PLAYBOOK}.yaml", False, acting.manager)
        assert isinstance(off, Prepared)
        assert isinstance(await branch.office.confirm(off.proposal, acting.manager), Version)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while any(PLAYBOOK in known(each) for each in branches):
                await asyncio.sleep(0.05)


def known(branch: Branch) -> set[str]:
    """The Persian playbooks in force."""
    return set(branch.force.coach.ladder._library.by_locale["fa"])
