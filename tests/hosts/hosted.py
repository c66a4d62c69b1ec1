"""The stage with Aram inside a shop's own bot, and what reached the Bot API, to be compared."""

import asyncio
import contextlib
import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import select

from bot.demo import demo_settings
from bot.sandbox.api import Request
from bot.sandbox.demo import demo_world
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.serving import App
from bot.settings import Settings
from bot.store.ledger import Clock
from bot.store.tables import InboxRow, table_of
from tests.clocks import at_night
from tests.hosts.shops import Host
from tests.stage import PATIENCE_SECONDS, Stage, lay_database


class MakeHost(Protocol):
    """Makes a shop's bot; Aram's time in it is the clock's."""

    def __call__(self, settings: Settings, *, clock: Clock) -> Host: ...


OF_THE_HOST = {"getupdates", "getme", "deletewebhook", "setwebhook"} | {
    "setmycommands",
    "deletemycommands",
}
QUIET_LOOKS = 4


class HostedStage(Stage):
    """A stage whose bot is a shop's, with Aram as its guest."""

    def __init__(self, world: World, server: SandboxServer, settings: Settings, make: MakeHost):
        self.world = world
        self.server = server
        self.settings = settings
        self.customer = world.roles["customer"]
        self.seller = world.roles["seller"]
        self.manager = world.roles["manager"]
        self.bot_id = next(iter(world.bots))
        self.colleagues = set()
        self._make = make
        self.host = make(settings, clock=world.clock.now)

    async def start(self) -> None:
        await self.host.start()
        app = self.host.guest.app
        assert isinstance(app, App)
        self.app = app
        await self.settle()

    async def stop(self) -> None:
        await self.host.stop()

    async def restart(self) -> None:
        await self.stop()
        self.host = self._make(self.settings, clock=self.world.clock.now)
        await self.start()

    async def settle(self) -> None:
        """Wait until the host has confirmed everything, and Aram has dealt with its share."""
        queue, quiet = self.world.bots[self.bot_id].queue, 0
        self.app.postman.call()  # the clock may have been moved
        async with asyncio.timeout(PATIENCE_SECONDS):
            while quiet < QUIET_LOOKS:
                await asyncio.sleep(0.004)
                is_busy = bool(len(queue) or self.app.dealing.waiting)
                is_busy = is_busy or bool(await self.app.ledger.due_letters(1))
                is_busy = is_busy or await self._is_left_in_inbox()
                quiet = 0 if is_busy or await self._is_gathering() else quiet + 1

    async def _is_left_in_inbox(self) -> bool:
        """Whether something waits there, such as what a start has not looked at yet."""
        rows = table_of(InboxRow)
        waiting = select(rows.c.update_id).where(rows.c.set_aside_at.is_(None)).limit(1)
        return await self.app.ledger.read(lambda each: each.execute(waiting).first() is not None)


@contextlib.asynccontextmanager
async def hosted(folder: Path, make: MakeHost, **settings: object) -> AsyncIterator[HostedStage]:
    """The demo's world with a shop's bot running in it, and Aram inside."""
    world = demo_world(at_night())
    lay_database(folder)
    async with SandboxServer(world) as server:
        chosen = demo_settings(Settings(_env_file=None), world, server.url, folder)
        acting = HostedStage(world, server, chosen.model_copy(update=settings), make)
        await acting.start()
        try:
            yield acting
            await acting.look_at_customers()
        finally:
            await acting.stop()


EDITS = ("editmessagetext", "editmessagemedia", "editmessagecaption")


def requests_by_chat(requests: Iterable[Request]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """What reached the Bot API: methods and parameters, in their order in each chat.

    Left out is what a host does for itself: asking for updates, and the menu of its commands; files
    bear other names each time, invitations other numbers, and the time of day goes on. Of
    edits of one message with nothing in between the last counts: a card that changes twice within a
    moment may be shown once or twice, on any host.
    """
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    for request in requests:
        method = request.method.lower()
        if method in OF_THE_HOST:
            continue
        parameters = {name: _plain(value) for name, value in request.params.items()}
        if method == "answercallbackquery":
            parameters.pop("callback_query_id")
        chat = found[str(parameters.get("chat_id", method))]
        if chat and method in EDITS and _is_edit_of_same(chat[-1], parameters):
            chat.pop()
        chat.append((method, parameters))
    return dict(found)


def _is_edit_of_same(last: tuple[str, dict[str, Any]], parameters: dict[str, Any]) -> bool:
    return last[0] in EDITS and last[1]["message_id"] == parameters["message_id"]


def _plain(value: Any) -> Any:
    """A parameter as it is meant, however it was written on the way."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, str):
        return value
    with contextlib.suppress(ValueError):
        told = json.loads(value)
        return _plain(told) if isinstance(told, dict | list) else told
    without_files = re.sub(r"attach://\S+", "attach://file", value)
    without_tickets = re.sub(r"start=[\w-]+", "start=ticket", without_files)
    return re.sub(r"[\d۰-۹]{2}:[\d۰-۹]{2}", "00:00", without_tickets)
