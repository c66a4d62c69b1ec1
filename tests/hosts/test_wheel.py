"""The wheel beside shops that have a bot.py and handlers/ of their own: the same on every host."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.demo import SHOP_NAME
from bot.packing import renamed
from bot.sandbox.clock import RunningClock
from bot.sandbox.demo import DEMO_TOKEN, demo_world
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.settings import ROOT, Settings
from tests.hosts.hosted import requests_by_chat
from tests.stage import Screen, Stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"
START_SECONDS = 240.0  # the first sight waits for the whole start, on a busy machine
STOP_SECONDS = 40.0  # of which most is Python's own farewell, on a busy machine
OF_THE_SHOP = "import handlers\n\nassert handlers.OF_THE_SHOP\n"
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
pytestmark = pytest.mark.timeout(900)


class Onlooker(Stage):
    """Acts in the world and looks at the phones; the bot runs in a process of its own."""

    def __init__(self, world: World, server: SandboxServer) -> None:
        self.world = world
        self.server = server
        self.settings = Settings(_env_file=None)
        self.customer = world.roles["customer"]
        self.seller = world.roles["seller"]
        self.manager = world.roles["manager"]
        self.bot_id = next(iter(world.bots))

    async def settle(self) -> None:
        """Every act is followed by what it waits for."""

    async def sees(self, person: int, words: str) -> None:
        async with asyncio.timeout(START_SECONDS):
            while not any(shows(screen, words) for screen in self.screens(person)):
                await asyncio.sleep(0.02)


def shows(screen: Screen, words: str) -> bool:
    return words in screen.text or screen.has_button(words)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from what lies here, with no network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, timeout=200)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, timeout=200)
    return folder


def examples() -> dict[str, str]:
    """The shops' bots as the documents write them, by framework."""
    page = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8")
    found = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    return {"aiogram" if "from aiogram" in each else "ptb": each for each in found}


def lay_out(folder: Path, host: str) -> list[str]:
    """Write a shop's own files; how its bot is started."""
    folder.mkdir()
    if host == "alone":
        return ["-m", "aram.bot", "run"]
    (folder / "handlers").mkdir()
    (folder / "handlers" / "__init__.py").write_text("OF_THE_SHOP = True\n")
    (folder / "bot.py").write_text(OF_THE_SHOP + examples()[host], encoding="utf-8")
    return ["bot.py"]


@asynccontextmanager
async def running(installed: Path, folder: Path, host: str, **settings: str) -> AsyncIterator[None]:
    """A shop's bot with Aram inside, or Aram alone; at the end it has to stop in order.

    Python starts without the repository on its path: `bot` and `handlers` are the shop's.
    """
    start = lay_out(folder, host)
    path = os.pathsep.join([str(installed), sysconfig.get_path("purelib")])
    mine = {name: value for name, value in os.environ.items() if name.lower() in {"path", "home"}}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-S", *start, cwd=folder, env=mine | settings | {"PYTHONPATH": path}
    )
    try:
        yield
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(STOP_SECONDS):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def played(installed: Path, folder: Path, host: str) -> dict[str, list[Any]]:
    """What reached the Bot API while the same people did the same things."""
    world = demo_world(RunningClock())
    async with SandboxServer(world) as server:
        acting = Onlooker(world, server)
        settings = {
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{folder}/aram.db",
            "OWNER_ID": str(acting.manager),
            "SELLER_IDS": str(acting.seller),
            "SHOP_NAME": SHOP_NAME,
            "BOT_TOKEN" if host == "alone" else "SHOP_TOKEN": DEMO_TOKEN,
        }
        async with running(installed, folder, host, **settings):
            await play(acting)
            if host != "alone":
                await acting.tells_bot(acting.customer, "/price")
                await acting.wait_until(lambda: bool(acting.screens(acting.customer)))
        found = requests_by_chat(server.api.requests)
    if host != "alone":
        method, shop_s = found[str(acting.customer)].pop()  # the rest is what the seller sent
        assert (method, shop_s["text"]) == ("sendmessage", "قیمت: ۵۰ هزار تومان")
    return found


async def play(acting: Onlooker) -> None:
    seller, manager = acting.seller, acting.manager
    await acting.sees(seller, "وصل شدیم")  # so that all begin with the same
    await acting.customer_says(HEATED)
    await acting.sees(seller, "از طرف من ۱")
    await acting.presses(seller, "گام بعد")
    await acting.sees(seller, "گام ۲ از")
    await acting.presses(seller, "از طرف من ۱")
    await acting.sees(seller, "بله، بفرست")
    await acting.presses(seller, "بله، بفرست")
    await acting.sees(seller, "از طرف شما فرستاده شد")
    await acting.tells_bot(seller, "/help")
    await acting.sees(seller, "/check")
    await acting.tells_bot(manager, "/playbooks")
    await acting.sees(manager, "شکایت")


async def test_the_same_requests_reach_telegram(installed: Path, tmp_path: Path) -> None:
    alone = await played(installed, tmp_path / "alone", "alone")
    assert {"sendmessage", "editmessagetext"} <= {
        method for each in alone.values() for method, _ in each
    }
    for host in ("aiogram", "ptb"):
        assert await played(installed, tmp_path / host, host) == alone, host


def test_the_wheel_is_one_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        entry = packed.read(next(name for name in names if name.endswith("entry_points.txt")))
        sources = {name: packed.read(name).decode() for name in names if name.endswith(".py")}
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"aram"}
    assert b"aram = aram.bot.__main__:main" in entry
    for needed in ("playbooks/fa/complaint.yaml", "locales/fa/card.ftl", "handlers/ptb_host.py"):
        assert f"aram/{needed}" in names
    assert [name for name in names if "__pycache__" in name or "packing" in name] == []
    left = re.compile(
        r"""^(?:from|import) (?:bot|handlers)\\b|["'](?:bot|handlers)\.\w+[:"']""", re.M
    )
    assert [name for name, source in sources.items() if left.search(source)] == []


@pytest.mark.parametrize(
    ("written", "packed"),
    [
        ("from bot.core import x\n", "from aram.bot.core import x\n"),
        ("if y:\n    from handlers import x\n", "if y:\n    from aram.handlers import x\n"),
        ('a = "ش"; b = "bot.store:migrations"\n', 'a = "ش"; b = "aram.bot.store:migrations"\n'),
        ('x = data["bot"]  # the bot\n', 'x = data["bot"]  # the bot\n'),
        ('x = "bot.nowhere"\n', 'x = "bot.nowhere"\n'),
        ("from robots import bot\n", "from robots import bot\n"),
    ],
)
def test_only_what_names_a_module_of_ours_is_renamed(written: str, packed: str) -> None:
    assert renamed(written, ROOT) == packed


def test_an_import_that_cannot_be_renamed_stops_the_build() -> None:
    with pytest.raises(ValueError, match="line 2"):
        renamed("x = 1\nimport bot.app\n", ROOT)
