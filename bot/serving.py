"""A running Aram: its loops, its greeting to Telegram, and what Telegram's refusals mean."""

import asyncio
import contextlib
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.core.comments import COPIES_SECONDS
from bot.core.days import zone_of
from bot.core.invitation import OWNER_SECONDS, Seal, Ticket
from bot.core.people import Role, Shop
from bot.errors import AramError, StoreError, TelegramError, trace_of
from bot.language.calendar import shop_zone
from bot.locale import Locale, Locales
from bot.settings import Settings

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher

    from bot.branches import Branches
    from bot.metrics import Metrics
    from bot.store.books import Books
    from bot.store.ledger import Ledger
    from handlers.dealing import Dealing
    from handlers.panel.server import PanelServer
    from handlers.postman import Postman

UPDATES_KEPT_SECONDS = 48 * 3600.0  # Telegram keeps them for 24 hours
PROPOSALS_KEPT_SECONDS = 24 * 3600.0  # so long a change of a playbook waits to be confirmed
CLOCK_SECONDS = 10.0  # between two looks at whether the clock was put back
SENDING_SECONDS = 300.0  # longer than Telegram may take to answer
PILES_KEPT_SECONDS = 24 * 3600.0  # of what was handed over, so long can a guess be turned around

log = logging.getLogger(__name__)


class Door(Protocol):
    """A way in: for updates, or for who watches over the process."""

    async def run(self) -> None:
        """Stay open until cancelled; what has come in by then is still dealt with."""
        ...


@dataclass(frozen=True, slots=True)
class App:
    """A running Aram: the bot, what it keeps, and the loops that serve it."""

    bot: "Bot"
    dispatcher: "Dispatcher"
    ledger: "Ledger"
    dealing: "Dealing"
    doors: "tuple[Door, ...]"
    postman: "Postman"
    branches: "Branches"
    metrics: "Metrics"
    panel: "PanelServer | None" = None

    async def serve(self) -> None:
        """Listen and deliver until cancelled, or until Telegram refuses the token."""
        self.ledger.on_post(_from_any_thread(self.postman.call))
        await self.branches.start()
        await self._own_up(0.0 if self.ledger.is_alone else SENDING_SECONDS)
        await self.dealing.resume()
        try:
            async with asyncio.TaskGroup() as tasks:
                for door in self.doors:
                    tasks.create_task(door.run())
                tasks.create_task(self.dealing.run())
                tasks.create_task(self.postman.run())
                tasks.create_task(self.branches.run())
                tasks.create_task(self._tidy())
                tasks.create_task(self._follow_clock())
                if self.panel is not None:
                    tasks.create_task(self.panel.run())
        except* AramError as group:
            raise group.exceptions[0] from None

    async def close(self) -> None:
        """Give everything back."""
        await self.bot.session.close()
        self.ledger.close()

    async def _own_up(self, seconds: float) -> None:
        """Of public answers that have been on their way so long, nobody knows what became."""
        from handlers.public_answers import own_up

        for shop in self.branches.shops.all():
            await self.ledger.of(shop).write(lambda books: own_up(books, books.now - seconds))

    async def _follow_clock(self) -> None:
        """Let nothing wait for a time that came only because the machine's clock was wrong."""
        while True:
            with _next_time("the clock"):
                behind = await self.ledger.write(lambda books: books.follow_clock())
                if behind:
                    log.warning("the clock was put back by %.0f s", behind)
            await asyncio.sleep(CLOCK_SECONDS)

    async def _tidy(self) -> None:
        """Every hour, forget what is not to be kept: old updates, and words whose time is over."""
        from bot.store.purging import Purger

        purger = Purger(self.ledger)
        while True:
            with _next_time("tidying up"):
                await self.ledger.write(
                    lambda books: books.forget_updates(books.now - UPDATES_KEPT_SECONDS)
                )
                await self.ledger.write(lambda books: books.readers.forget())
                await self.ledger.write(
                    lambda books: books.comments.forget(books.now - COPIES_SECONDS)
                )
                await self.ledger.write(
                    lambda books: books.piles.forget(books.now - PILES_KEPT_SECONDS)
                )
                await self.ledger.write(
                    lambda books: books.versions.forget_proposals(
                        books.now - PROPOSALS_KEPT_SECONDS
                    )
                )
                await self._own_up(SENDING_SECONDS)
            with _next_time("forgetting words"):
                await purger.purge(self.branches.shops.all())
            await asyncio.sleep(3600)


@contextlib.contextmanager
def _next_time(what: str) -> Iterator[None]:
    """What cannot be done now is tried the next time; a defect of ours ends nothing else."""
    try:
        yield
    except StoreError:
        log.info("%s: the store is busy", what)
    except Exception as error:
        log.error("%s failed: %s", what, trace_of(error))


async def greet(app: App, settings: Settings, locales: Locales) -> str:
    """Make sure that Telegram knows us, publish the menu, and return the bot's username."""
    from aiogram.exceptions import ClientDecodeError, TelegramAPIError

    from handlers.onboarding import menu

    with telegram_errors(settings):
        me = await app.bot.get_me()
    try:
        await app.bot.set_my_commands(menu(locales.get(settings.shop_locale)))
        for language in locales.languages:
            await app.bot.set_my_commands(menu(locales.get(language)), language_code=language)
    except (TelegramAPIError, ClientDecodeError) as error:  # an older menu does as well
        log.warning("the menu could not be published: %s", type(error).__name__)
    return me.username or ""


async def show_owners_links(app: App, username: str, seal: Seal, locale: Locale) -> None:
    """Print a one-time link for the owner of every shop that has none; it is never logged."""

    def make(books: "Books") -> list[tuple[Shop, Ticket]]:
        without = [shop for shop in books.roster.shops() if shop.owner_id is None]
        return [(shop, owner_ticket(books.of(shop))) for shop in without]

    for shop, ticket in await app.ledger.write(make):
        link = seal.link(username, ticket)
        sys.stdout.write(owner_told(shop, ticket, link, locale) + "\n")
    sys.stdout.flush()


def owner_ticket(books: "Books") -> Ticket:
    """A new invitation for a shop's owner; older ones are worth nothing from now on."""
    books.roster.revoke_all(Role.OWNER)
    expires_at = books.now + OWNER_SECONDS
    return books.roster.invite(Role.OWNER, by=None, expires_at=expires_at).ticket


def owner_told(shop: Shop, ticket: Ticket, link: str, locale: Locale) -> str:
    """What the terminal shows to whoever has set Aram up."""
    from handlers.team.moments import moment_of

    name = shop.name or locale.say("team-shop-unnamed")
    shop_zone.set(zone_of(shop.timezone))
    until = moment_of(ticket.expires_at, locale)
    words = "owner-link" if shop.owner_id is None else "owner-link-anew"
    return locale.say(words, shop=name, link=link, until=until)


@contextlib.contextmanager
def telegram_errors(settings: Settings) -> Iterator[None]:
    """Make aiogram's errors at the start ours, each with its remedy."""
    from aiogram.exceptions import (
        ClientDecodeError,
        TelegramAPIError,
        TelegramNotFound,
        TelegramUnauthorizedError,
    )

    try:
        yield
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise TelegramError("error-token-wrong") from None
    except (TelegramAPIError, ClientDecodeError) as error:  # or a proxy's page
        reason = type(error.__cause__ or error).__name__
        raise TelegramError(
            "error-telegram-unreachable", url=settings.telegram_api_url, reason=reason
        ) from None


def _from_any_thread(call: Callable[[], None]) -> Callable[[], None]:
    loop = asyncio.get_running_loop()

    def hand_over() -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closing; the next start delivers
            loop.call_soon_threadsafe(call)

    return hand_over
