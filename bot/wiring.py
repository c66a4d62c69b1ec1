"""Parts of the app: how Aram speaks with Telegram, and the managers' page."""

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.locale import Locales
from bot.settings import LOOPBACK, Settings

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.base import BaseSession

    from bot.branches import Branch, Branches
    from bot.publishing.forge import Forge
    from bot.store.ledger import Clock, Ledger
    from bot.store.shops import Shops
    from handlers.dealing import Dealing
    from handlers.delivery import Delivery
    from handlers.panel.server import PanelServer


def build_session(settings: Settings) -> "BaseSession":
    """How requests go to Telegram; its answers are read so that none takes long."""
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    from handlers.telegram_json import loads

    server = TelegramAPIServer.from_base(settings.telegram_api_url)
    return AiohttpSession(api=server, json_loads=loads)


def build_dealing(
    bot: "Bot", dispatcher: "Dispatcher", ledger: "Ledger", shops: "Shops", locales: Locales
) -> "Dealing":
    """The lanes of the bot's updates; where nothing can be kept, the owner hears of it."""
    from handlers.dealing import Dealing
    from handlers.outage import Outage

    dealing = Dealing(bot, dispatcher, ledger)
    dealing.outage = Outage(bot, shops, locales)
    return dealing


def build_delivery(
    bot: "Bot", ledger: "Ledger", branches: "Branches", locales: Locales
) -> "Delivery":
    """What draws and sends each kind of letter."""
    from handlers.delivery import Delivery
    from handlers.digest.sending import Digester
    from handlers.export.sending import Exporter
    from handlers.nudges.telling import Nudger
    from handlers.pasted.reader import PileReader
    from handlers.reminders.telling import Reminding
    from handlers.whispers import Whispers

    return Delivery(
        bot,
        ledger,
        branches.shops,
        locales,
        Whispers(bot, branches, locales),
        PileReader(branches, locales),
        Nudger(branches, locales),
        Reminding(branches, locales),
        Digester(bot, branches, locales),
        Exporter(bot, branches, locales),
    )


def build_panel(
    settings: Settings,
    branches: "Branches",
    forge: "Forge",
    locales: Locales,
    clock: "Clock",
) -> "PanelServer | None":
    """The managers' page, where it has an address."""
    if settings.panel_url is None or settings.bot_token is None:
        return None
    from handlers.panel.api import Api
    from handlers.panel.auth import Gate
    from handlers.panel.bench import Bench
    from handlers.panel.server import SANDBOX, TELEGRAM_WEB, PanelServer

    token = settings.bot_token.get_secret_value()

    @cache
    def made(branch: "Branch") -> Api:
        return Api(
            gate=Gate(token, branch.shop),
            ledger=branch.ledger,
            office=branch.office,
            bench=Bench(forge, branch.shop),
            locales=locales,
            shop=branch.shop,
            clock=clock,
        )

    async def of_shop(shop_id: int) -> Api | None:
        shop = branches.shops.get(shop_id)
        return made(await branches.of(shop)) if shop is not None else None

    at_home = urlsplit(settings.panel_url).hostname in LOOPBACK
    return PanelServer(
        made(branches.first),
        host=settings.panel_host,
        port=settings.panel_port,
        framed_by=f"{TELEGRAM_WEB} {SANDBOX}" if at_home else TELEGRAM_WEB,
        api_of=of_shop,
    )
