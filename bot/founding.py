"""Shops from the terminal: a new one is begun, and its owner gets a one-time link."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager

from bot.app import build_ledger, build_locales, terminal_locale
from bot.core.days import zone_of
from bot.core.invitation import Seal, Ticket
from bot.core.people import Shop
from bot.errors import SettingsError, TelegramError
from bot.language.calendar import shop_zone
from bot.serving import owner_ticket, owner_told, telegram_errors
from bot.settings import Settings
from bot.store.books import Books
from bot.store.ledger import Ledger


async def add_shop(settings: Settings, shop: Shop) -> None:
    """Begin a shop and print its owner's link; a running bot serves it within a second."""
    await _found(settings, lambda books: begin(books, shop), "shop-added")


async def renew_owner(settings: Settings, number: int) -> None:
    """Print a link that makes whoever opens it a shop's owner; the one before stays a manager."""

    def renew(books: Books) -> tuple[Shop, Ticket]:
        shop = next((each for each in books.roster.shops() if each.id == number), None)
        if shop is None:
            raise SettingsError("error-shop-unknown", number=number)
        return shop, owner_ticket(books.of(shop))

    await _found(settings, renew, "shop-listed-briefly")


@contextmanager
def opened_ledger(settings: Settings, number: int) -> Iterator[Ledger]:
    """The ledger of the shop of a number; SettingsError where there is none."""
    with closing(build_ledger(settings)) as ledger:
        shop = shop_of(ledger, number)
        shop_zone.set(zone_of(shop.timezone))
        yield ledger.of(shop)


def shop_of(ledger: Ledger, number: int) -> Shop:
    """The shop of a number; SettingsError where there is none."""
    shops = ledger.commit(lambda books: books.roster.shops())
    shop = next((each for each in shops if each.id == number), None)
    if shop is None:
        raise SettingsError("error-shop-unknown", number=number)
    return shop


def list_shops(settings: Settings) -> Iterator[str]:
    """Every shop, a line each."""
    locales, locale = build_locales(), terminal_locale()
    with closing(build_ledger(settings)) as ledger:
        shops, names = ledger.commit(_shops_with_owners)
    for shop in shops:
        owner = locale.say("shop-no-owner")
        if shop.owner_id is not None:
            owner = names.get(shop.owner_id, str(shop.owner_id))
        yield locale.say(
            "shop-listed",
            number=shop.id,
            shop=shop.name or locale.say("team-shop-unnamed"),
            language=locales.get(shop.locale).plain.say("language-name"),
            owner=owner,
            managers=len(shop.manager_ids),
            sellers=len(shop.seller_ids),
        )


def begin(books: Books, shop: Shop) -> tuple[Shop, Ticket]:
    """Keep a new shop; as kept, and what its owner comes with."""
    if any(each.name == shop.name for each in books.roster.shops()):
        raise SettingsError("error-shop-known", name=shop.name or "")
    number = books.roster.add_shop(shop)
    made = next(each for each in books.roster.shops() if each.id == number)
    return made, owner_ticket(books.of(made))


async def _found(
    settings: Settings, act: Callable[[Books], tuple[Shop, Ticket]], headline: str
) -> None:
    """Do it, then say which shop it is and show its owner's link."""
    if settings.bot_token is None:
        raise SettingsError("error-token-missing")
    seal, locale = Seal(settings.bot_token.get_secret_value()), terminal_locale()
    username = await _username(settings)
    with closing(build_ledger(settings)) as ledger:
        shop, ticket = ledger.commit(act)
    name = shop.name or locale.say("team-shop-unnamed")
    lines = (
        locale.say(headline, number=shop.id, shop=name),
        owner_told(shop, ticket, seal.link(username, ticket), locale),
    )
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _shops_with_owners(books: Books) -> tuple[tuple[Shop, ...], Mapping[int, str]]:
    shops = books.roster.shops()
    owners = [shop.owner_id for shop in shops if shop.owner_id is not None]
    return shops, books.roster.names(owners)


async def _username(settings: Settings) -> str:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.utils.token import TokenValidationError

    token = settings.bot_token.get_secret_value() if settings.bot_token is not None else ""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    try:
        bot = Bot(token, session=session)
        with telegram_errors(settings):
            return (await bot.get_me()).username or ""
    except TokenValidationError:
        raise TelegramError("error-token-wrong") from None
    finally:
        await session.close()
