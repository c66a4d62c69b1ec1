"""The composition root: the one place where the parts meet."""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content.load import load
from bot.core.coach import Coach
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.core.playbook import Library
from bot.detection.detector import Detector
from bot.detection.models import Models
from bot.detection.observer import Observer
from bot.detection.questions import ALARM, STEADY
from bot.errors import AramError, ContentError, SettingsError, StoreError, TelegramError
from bot.language.reader import Reader
from bot.locale import Locales
from bot.settings import ROOT, Settings

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher

    from bot.store.ledger import Ledger
    from handlers.polling import Poller
    from handlers.postman import Postman

LOCALES = ROOT / "locales"
UPDATES_KEPT_SECONDS = 48 * 3600.0  # Telegram keeps them for 24 hours

log = logging.getLogger(__name__)


def build_library(settings: Settings) -> Library:
    """The playbooks in force; raises ContentError where a file among them cannot be used."""
    loaded = load(settings.playbooks_dir)
    errors = [problem for problem in loaded.problems if problem.is_error]
    if errors:
        raise ContentError(
            "error-playbooks-unusable",
            count=len(errors),
            first=f"{errors[0].file}:{errors[0].line}",
        )
    return loaded.library


def build_coach(settings: Settings) -> Coach:
    """Everything between a turn and a decision; needs no Telegram and no database."""
    library, models = build_library(settings), Models.load()
    observer = Observer(library, Reader().read, models.tables.phrases)
    return Coach(
        Detector(observer, models),
        Ladder(library),
        Pace(models.points[ALARM], models.points[STEADY]),
    )


def build_locales() -> Locales:
    """The bot's own words."""
    return Locales.load(LOCALES)


def terminal_language() -> str:
    """The language of the terminal, by the usual variables; English unless it says Persian."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fa" if said.startswith("fa") else "en"


def build_ledger(settings: Settings) -> "Ledger":
    """The database, brought up to date."""
    from bot.store.engine import open_engine
    from bot.store.ledger import Ledger
    from bot.store.migrate import migrate

    engine = open_engine(settings.database_url)
    migrate(engine)
    return Ledger(engine, settings.shop, time.time)


@dataclass(frozen=True, slots=True)
class App:
    """A running Aram: the bot, what it keeps, and the two loops that serve it."""

    bot: "Bot"
    dispatcher: "Dispatcher"
    ledger: "Ledger"
    poller: "Poller"
    postman: "Postman"

    async def serve(self) -> None:
        """Listen and deliver until cancelled, or until Telegram refuses the token."""
        self.ledger.on_post(_from_any_thread(self.postman.call))
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.poller.run())
                tasks.create_task(self.postman.run())
                tasks.create_task(self._tidy())
        except* AramError as group:
            raise group.exceptions[0] from None

    async def close(self) -> None:
        """Give everything back."""
        await self.bot.session.close()
        self.ledger.close()

    async def _tidy(self) -> None:
        """Every hour, forget the updates that Telegram, too, has forgotten."""
        while True:
            with contextlib.suppress(StoreError):  # the next hour will do
                await self.ledger.write(
                    lambda books: books.forget_updates(books.now - UPDATES_KEPT_SECONDS)
                )
            await asyncio.sleep(3600)


def build_app(settings: Settings) -> App:
    """Put the bot together; nothing is sent yet."""
    if settings.bot_token is None:
        raise SettingsError("error-token-missing")
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.utils.token import TokenValidationError

    from bot.core.desk import Desk
    from bot.core.listener import Listener
    from bot.core.school import School
    from handlers import build_router
    from handlers.connections import Connections
    from handlers.polling import Poller
    from handlers.postman import Postman

    locales = build_locales()
    coach = build_coach(settings)
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    try:
        bot = Bot(settings.bot_token.get_secret_value(), session=session)
    except TokenValidationError:
        raise TelegramError("error-token-wrong") from None
    ledger = build_ledger(settings)
    listener = Listener(coach)
    dispatcher = Dispatcher(
        disable_fsm=True,  # what a conversation has come to is kept in the ledger
        ledger=ledger,
        listener=listener,
        desk=Desk(coach, listener),
        school=School(coach, settings.shop),
        connections=Connections(ledger),
        locales=locales,
        shop=settings.shop,
    )
    dispatcher.include_router(build_router())
    return App(
        bot=bot,
        dispatcher=dispatcher,
        ledger=ledger,
        poller=Poller(bot, dispatcher),
        postman=Postman(bot, ledger, locales),
    )


async def greet(app: App, settings: Settings) -> str:
    """Make sure that Telegram knows us, publish the menu, and return the bot's username."""
    from aiogram.exceptions import TelegramAPIError

    from handlers.onboarding import menu

    locales = build_locales()
    with telegram_errors(settings):
        me = await app.bot.get_me()
    try:
        await app.bot.set_my_commands(menu(locales.get(settings.shop_locale)))
        for language in locales.languages:
            await app.bot.set_my_commands(menu(locales.get(language)), language_code=language)
    except TelegramAPIError as error:  # an older menu is no reason to stay away
        log.warning("the menu could not be published: %s", type(error).__name__)
    return me.username or ""


@contextlib.contextmanager
def telegram_errors(settings: Settings) -> Iterator[None]:
    """Make aiogram's errors at the start ours, each with its remedy."""
    from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

    try:
        yield
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise TelegramError("error-token-wrong") from None
    except TelegramAPIError as error:
        reason = type(error.__cause__ or error).__name__
        raise TelegramError(
            "error-telegram-unreachable", url=settings.telegram_api_url, reason=reason
        ) from None


async def run(settings: Settings) -> None:
    """Serve real chats until stopped."""
    app = build_app(settings)
    try:
        log.info("serving as @%s", await greet(app, settings))
        await app.serve()
    finally:
        await app.close()


def _from_any_thread(call: Callable[[], None]) -> Callable[[], None]:
    loop = asyncio.get_running_loop()

    def hand_over() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closing; the next start delivers
            loop.call_soon_threadsafe(call)

    return hand_over
