"""A stage for tests: the sandbox over HTTP, the running bot, and the people in front of it."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from bot.app import build_app, build_locales
from bot.core.pasted.pile import PAUSE_SECONDS
from bot.demo import demo_settings
from bot.sandbox.clock import Clock
from bot.sandbox.demo import demo_world
from bot.sandbox.queries import CallbackAnswer
from bot.sandbox.server import SandboxServer
from bot.sandbox.state import Posted
from bot.sandbox.world import World
from bot.serving import App
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.migrate import migrate
from bot.store.tables import MembershipRow, PileRow, PublicAnswerRow
from bot.workshop import Workshop
from tests.clocks import at_night
from tests.customers import Allowed, shown_to_customers

PATIENCE_SECONDS = 60.0


@cache
def workshop() -> Workshop:
    """The models and words, loaded once for all that a test process puts on a stage."""
    return Workshop.of(build_locales(), Settings(_env_file=None).model_dir)


@dataclass(frozen=True)
class Screen:
    """One message as a phone shows it."""

    id: int
    text: str
    buttons: dict[str, str]
    kinds: dict[str, str]

    def has_button(self, words: str) -> bool:
        """Whether a button says these words."""
        return any(words in label for label in self.buttons)


class Stage:
    """The demo's cast with a running bot; every act waits until the bot has dealt with it."""

    def __init__(self, world: World, server: SandboxServer, settings: Settings) -> None:
        self.world = world
        self.server = server
        self.settings = settings
        self.customer = world.roles["customer"]
        self.seller = world.roles["seller"]
        self.manager = world.roles["manager"]
        self.bot_id = next(iter(world.bots))
        self.colleagues: set[int] = set()  # who speak with Aram by themselves
        self.app: App = build_app(settings, clock=world.clock.now, workshop=workshop())
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Let the bot run."""
        self._serving = asyncio.create_task(self.app.serve())
        await self.settle()

    async def stop(self) -> None:
        """Stop the bot, as a service manager would."""
        if self._serving is not None:
            self._serving.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._serving
            await self.app.close()
            self._serving = None

    @property
    def is_serving(self) -> bool:
        """Whether the bot was started and not stopped since."""
        return self._serving is not None

    async def restart(self) -> None:
        """Stop the bot and start a new one on the same database."""
        await self.stop()
        self.app = build_app(self.settings, clock=self.world.clock.now, workshop=workshop())
        await self.start()

    async def settle(self) -> None:
        """Wait until every update is confirmed and every letter that is due is delivered."""
        queue, dealing = self.world.bots[self.bot_id].queue, self.app.dealing
        self.app.postman.call()  # the clock may have been moved
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (
                len(queue)
                or dealing.waiting
                or await self.app.ledger.due_letters(1)
                or await self._is_gathering()
            ):
                await asyncio.sleep(0.002)

    async def _is_gathering(self) -> bool:
        """Whether somebody's pile has not been read yet; time passes until it will be."""
        unread = select(col(PileRow.id)).where(col(PileRow.read_at).is_(None)).limit(1)
        found = bool(await self.app.ledger.read(lambda session: session.execute(unread).first()))
        if found:
            self.world.clock.advance(PAUSE_SECONDS / 10)
            self.app.postman.call()
        return found

    async def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so on the phones."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not is_so():
                await asyncio.sleep(0.02)

    async def customer_says(self, text: str, *, who: int | None = None, **more: Any) -> Posted:
        """A customer writes to the seller."""
        said = self.world.send(who or self.customer, self.seller, text=text, **more)
        await self.settle()
        return said

    async def seller_says(self, text: str, *, to: int | None = None) -> Posted:
        """The seller answers."""
        said = self.world.send(self.seller, to or self.customer, text=text)
        await self.settle()
        return said

    async def tells_bot(self, person: int, text: str) -> None:
        """Someone writes to Aram."""
        self.world.send(person, self.bot_id, text=text)
        await self.settle()

    async def forwards_to_bot(self, person: int, chat: int, text: str) -> None:
        """Someone forwards the newest message with this text, of their chat, to Aram."""
        messages = reversed(self.messages(person, chat))
        number = next(each["id"] for each in messages if each["text"] == text)
        self.world.forward(person, chat, number, self.bot_id)
        await self.settle()

    async def asks_bot_about(self, person: int, text: str) -> None:
        """Someone writes a text to Aram and replies to it with /check."""
        self.world.send(person, self.bot_id, text=text)
        number = self.messages(person, self.bot_id)[-1]["id"]
        self.world.send(person, self.bot_id, text="/check", reply_to=number)
        await self.settle()

    async def presses(self, person: int, words: str) -> CallbackAnswer:
        """Someone presses the newest button with these words in their chat with Aram."""
        screen = next(each for each in reversed(self.screens(person)) if each.has_button(words))
        data = next(value for label, value in screen.buttons.items() if words in label)
        answer = await self.world.press(person, self.bot_id, screen.id, data)
        await self.settle()
        return answer

    def screens(self, person: int) -> list[Screen]:
        """What Aram has written to someone, as their phone shows it."""
        return [
            _screen(message)
            for message in self.messages(person, self.bot_id)
            if message["from"]["is_bot"]
        ]

    def cards(self, person: int | None = None) -> list[Screen]:
        """The cards on a seller's screen: messages that can be, or could be, pressed."""
        return [
            screen
            for screen in self.screens(person or self.seller)
            if any(mark in screen.text for mark in "🟢🟡🟠🔴")
        ]

    def chat(self, viewer: int, other: int) -> list[str]:
        """The texts of a private chat as one of the two sees it."""
        return [message["text"] for message in self.messages(viewer, other)]

    def written_to_customers(self) -> list[str]:
        """Everything a bot has put before anyone of no shop's team, in groups, too."""
        named = {*self.settings.manager_ids, *self.settings.seller_ids}
        team = {self.seller, self.manager, *self.colleagues, *named}
        return [
            message["text"]
            for user_id, user in self.world.users.items()
            if not user.is_bot and user_id not in team
            if not self.app.branches.shops.is_team(user_id)
            for chat in self.world.phone(user_id)["chats"]
            for message in chat["messages"]
            if message["from"]["is_bot"]
        ]

    async def look_at_customers(self) -> None:
        """Search what customers could see of the bot; raises AssertionError if there is any."""
        members, confirmed = select(col(MembershipRow.person_id)), select(col(PublicAnswerRow.text))
        found = await self.app.ledger.read(
            lambda session: (
                frozenset(session.execute(members).scalars()),
                frozenset(session.execute(confirmed).scalars()),
            )
        )
        team = {self.seller, self.manager, *self.colleagues, *found[0]}
        seen = shown_to_customers(self.world, self.server.api.requests, Allowed(team, found[1]))
        assert not seen, f"a customer saw Aram: {seen}"

    def messages(self, viewer: int, chat_id: int) -> list[dict[str, Any]]:
        """A chat as one of its people sees it, oldest message first."""
        chats = self.world.phone(viewer)["chats"]
        return next((chat["messages"] for chat in chats if chat["id"] == chat_id), [])


@cache
def _empty_database() -> bytes:
    """A SQLite file with every migration, made once for all that a test process puts on a stage."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "aram.db"
        engine = open_engine(f"sqlite:///{file}")
        migrate(engine)
        engine.dispose()
        return file.read_bytes()


def lay_database(folder: Path) -> None:
    """Put an empty database where the demo keeps its own, unless there is one."""
    file = folder / "aram.db"
    if not file.exists():
        file.write_bytes(_empty_database())


@contextlib.asynccontextmanager
async def stage(
    folder: Path, *, clock: Clock | None = None, **settings: object
) -> AsyncIterator[Stage]:
    """The demo's world with the bot running in it."""
    world = demo_world(clock or at_night())
    lay_database(folder)
    async with SandboxServer(world) as server:
        chosen = demo_settings(Settings(_env_file=None), world, server.url, folder)
        acting = Stage(world, server, chosen.model_copy(update=settings))
        await acting.start()
        try:
            yield acting
            if acting.is_serving:
                await acting.look_at_customers()
        finally:
            await acting.stop()


def _screen(message: dict[str, Any]) -> Screen:
    buttons = [button for row in message["buttons"] for button in row]
    return Screen(
        id=message["id"],
        text=read(message["text"]),
        buttons={read(button["text"]): button["value"] for button in buttons},
        kinds={read(button["text"]): button["kind"] for button in buttons},
    )


def read(text: str) -> str:
    """A text as a person reads it: without the marks that keep its direction."""
    return text.translate(dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069")))
