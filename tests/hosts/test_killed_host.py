"""kill -9 while a host holds what Telegram counts as confirmed: nothing is lost, nothing twice."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.settings import ROOT, Settings
from bot.store.tables import InboxRow, TurnRow, table_of
from tests.hosts.hosted import HostedStage, MakeHost, hosted
from tests.hosts.shops import AiogramShop, PtbShop
from tests.hosts.stalled import READY

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
CALM = ("سلام", "قیمت این کفش چنده؟", "ممنون")


@asynccontextmanager
async def stalled(kind: str, settings: Settings) -> AsyncIterator[asyncio.subprocess.Process]:
    assert settings.bot_token
    said = {
        "BOT_TOKEN": settings.bot_token.get_secret_value(),
        "TELEGRAM_API_URL": settings.telegram_api_url,
        "DATABASE_URL": settings.database_url,
        "OWNER_ID": str(settings.owner_id),
        "SELLER_IDS": ",".join(map(str, settings.seller_ids)),
    }
    start = (sys.executable, "-m", "tests.hosts.stalled", kind)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *start, cwd=ROOT, env=os.environ | said, stdout=pipe
    )
    try:
        assert process.stdout
        async with asyncio.timeout(120):
            assert (await process.stdout.readline()).decode().strip() == READY
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def texts_of_turns(acting: HostedStage) -> list[str]:
    rows = table_of(TurnRow)
    asked = select(rows.c.text).order_by(rows.c.id)
    return await acting.app.ledger.read(lambda session: list(session.execute(asked).scalars()))


async def left_in_inbox(acting: HostedStage) -> list[int]:
    asked = select(table_of(InboxRow).c.update_id)
    return await acting.app.ledger.read(lambda session: list(session.execute(asked).scalars()))


@pytest.mark.timeout(300)  # three starts, one of them a process of its own
@pytest.mark.parametrize(("kind", "make"), [("aiogram", AiogramShop), ("ptb", PtbShop)])
async def test_what_was_handed_out_survives_the_host(
    kind: str, make: MakeHost, tmp_path: Path
) -> None:
    async with hosted(tmp_path, make) as acting:
        await acting.stop()
        world, queue = acting.world, acting.world.bots[acting.bot_id].queue
        other = world.add_user("مریم").id
        before = len(acting.screens(acting.seller))
        async with stalled(kind, acting.settings) as process:
            for text in CALM:
                world.send(acting.customer, acting.seller, text=text)
            world.send(acting.customer, acting.seller, text=HEATED)
            world.send(other, acting.seller, text=HEATED)
            world.send(acting.seller, acting.bot_id, text="/aram language")
            world.send(acting.seller, acting.bot_id, text="/help")
            world.send(acting.seller, acting.bot_id, text="/price")
            async with asyncio.timeout(20):
                while len(queue):
                    await asyncio.sleep(0.0005)
            process.kill()
        assert len(acting.screens(acting.seller)) == before

        acting.host = make(acting.settings, clock=world.clock.now)
        await acting.start()
        turns = await texts_of_turns(acting)
        assert sorted(turns) == sorted([*CALM, HEATED, HEATED])
        assert [text for text in turns if text in CALM] == list(CALM)
        assert len(acting.cards()) == 2
        told = [screen.text for screen in acting.screens(acting.seller)[before:]]
        assert sum("/check" in text for text in told) == 1  # /help, for which the shop has nothing
        assert len(told) == 4  # two cards, the languages, the help; /price was the shop's own
        assert await left_in_inbox(acting) == []

        await acting.restart()
        assert await texts_of_turns(acting) == turns
        assert len(acting.screens(acting.seller)) == before + 4
