"""A house for a real `aram run` in a process of its own: sandbox, database and a look inside."""

import asyncio
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.demo import free_port
from bot.sandbox.clock import RunningClock
from bot.sandbox.demo import DEMO_TOKEN, demo_world
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.settings import ROOT
from tests.stage import lay_database

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
PATIENCE_SECONDS = 100.0  # for a start on a busy machine
PYTHON = (sys.executable, "-m", "bot")


@dataclass
class House:
    """The sandbox, a folder with the database, and what a process shall be told."""

    world: World
    server: SandboxServer
    folder: Path
    port: int = field(default_factory=free_port)
    command: Sequence[str] = PYTHON
    told: Mapping[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        roles = self.world.roles
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "BOT_TOKEN": DEMO_TOKEN,
            "TELEGRAM_API_URL": self.server.url,
            "OWNER_ID": str(roles["manager"]),
            "SELLER_IDS": str(roles["seller"]),
            "SHOP_NAME": "فروشگاه آرامش",
            "HEALTH_PORT": str(self.port),
            "LOG_LEVEL": "DEBUG",
            "LOG_FORMAT": "json",
            **self.told,
        } | more

    @asynccontextmanager
    async def running(self, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """`aram run`, which serves; what it writes goes into the file `log`."""
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(*self.command, "run"),
                cwd=self.folder,
                env=self.environment(**more),
                stdout=log,
                stderr=log,
            )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def aram(self, *arguments: str) -> tuple[int, str]:
        """Another command beside it: how it ended, and what it said."""
        ended = await asyncio.to_thread(
            subprocess.run,
            [*self.command, *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )
        return ended.returncode, (ended.stdout + ended.stderr).decode()

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def turns(self) -> Mapping[int, list[str]]:
        """What each customer has said, as it is kept and in that order."""
        found = defaultdict(list)
        address = (self.folder / "aram.db").as_uri() + "?mode=ro"
        asked = (
            "select customer_id, text from turn join conversation on conversation.id ="
            " conversation_id where who = 'customer' order by turn.id"
        )
        with closing(sqlite3.connect(address, uri=True, timeout=10)) as database:
            for customer, text in database.execute(asked):
                found[customer].append(text)
        return found

    def cards(self) -> int:
        """How many cards the seller has on the phone."""
        chats = self.world.phone(self.world.roles["seller"])["chats"]
        messages = [message for chat in chats for message in chat["messages"]]
        return sum(
            bool(re.search("[🟡🟠🔴]", each["text"])) for each in messages if each["from"]["is_bot"]
        )


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():
            await asyncio.sleep(0.02)


def is_open(port: int) -> bool:
    """Whether somebody listens."""
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[House]:
    """A house whose database is empty, and in which nobody lives yet."""
    world = demo_world(RunningClock())
    lay_database(folder)
    async with SandboxServer(world) as server:
        yield House(world, server, folder)
