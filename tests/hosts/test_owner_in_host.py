"""Inside a host nothing is printed: the shop's owner comes by a link from the terminal."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.hosts.hosted import hosted
from tests.hosts.shops import AiogramShop


@pytest.mark.timeout(180)
async def test_the_link_of_the_terminal_makes_the_owner(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with hosted(tmp_path, AiogramShop, owner_id=None) as acting:
        assert "aram shop owner 1" in caplog.text
        token = acting.settings.bot_token
        assert token
        said = {
            "BOT_TOKEN": token.get_secret_value(),
            "TELEGRAM_API_URL": acting.settings.telegram_api_url,
            "DATABASE_URL": acting.settings.database_url,
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "shop", "owner", "1"),
            cwd=ROOT,
            env=os.environ | said,
            stdout=asyncio.subprocess.PIPE,
        )
        printed, _ = await process.communicate()
        assert process.returncode == 0
        link = re.search(r"start=(\S+)", printed.decode())
        assert link
        acting.host.seen.clear()
        owner = acting.world.add_user("نرگس").id
        acting.colleagues.add(owner)
        acting.world.start(owner, acting.bot_id, link[1])
        await acting.settle()
        await acting.wait_until(lambda: acting.app.branches.shops.first.owner_id == owner)
        assert acting.screens(owner)
        assert acting.host.seen == []
        assert link[1] not in caplog.text
