"""`aram doctor`: looks at everything a running Aram needs, and says how to mend what is wrong."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.app import build_locales, terminal_language
from bot.core.people import Shop
from bot.errors import AramError, TelegramError
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from aiogram import Bot


class Health(StrEnum):
    """How an examination ended; a WARNING can be lived with."""

    GOOD = "✓"
    WARNING = "!"
    BAD = "✗"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, and the sentence about it: a message id with its arguments."""

    health: Health
    message: str
    args: tuple[tuple[str, str | int], ...] = ()


async def examine() -> bool:
    """Look at everything and print it, one line each; whether nothing is BAD."""
    say = build_locales().get(terminal_language()).plain.say
    findings = await _all_findings()
    for finding in findings:
        sys.stdout.write(f"{finding.health} {say(finding.message, **dict(finding.args))}\n")
    return all(finding.health is not Health.BAD for finding in findings)


async def _all_findings() -> list[Finding]:
    try:
        settings = load_settings()
    except AramError as error:
        return [_bad(error)]
    return [
        _team(settings),
        _try(lambda: _database(settings)),
        _try(lambda: _playbooks(settings)),
        _try(lambda: _encoder(settings)),
        *await _telegram(settings),
    ]


def _bad(error: AramError) -> Finding:
    return Finding(Health.BAD, error.message_id, tuple(error.args_for_message.items()))


def _try(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except AramError as error:
        return _bad(error)


def _team(settings: Settings) -> Finding:
    """Whether every shop has an owner, by the settings and by what the database already knows."""
    shops = _shops(settings)
    if any(shop.owner_id is None for shop in shops):
        return Finding(Health.WARNING, "doctor-no-owner")
    sellers = sum(len(shop.seller_ids) for shop in shops)
    return Finding(Health.GOOD, "doctor-team", (("sellers", sellers),))


def _shops(settings: Settings) -> tuple[Shop, ...]:
    """The shops as they will be after the next start; nothing is written now."""
    told = settings.shop
    try:
        known = _known_shops(settings)
    except AramError:  # `_database` says so
        known = ()
    if not known:
        return (told,)
    first = known[0]
    first.owner_id = told.owner_id or first.owner_id
    first.seller_ids |= told.seller_ids
    return known


def _known_shops(settings: Settings) -> tuple[Shop, ...]:
    from bot.store.engine import open_engine
    from bot.store.ledger import Ledger
    from bot.store.migrate import is_current

    engine = open_engine(settings.database_url, settings.word_keys)
    try:
        if not is_current(engine):
            return ()
        ledger = Ledger(engine, settings.shop, time.time)
        return ledger.commit(lambda books: books.roster.shops())
    finally:
        engine.dispose()


def _database(settings: Settings) -> Finding:
    from bot.store.engine import open_engine
    from bot.store.migrate import is_current

    engine = open_engine(settings.database_url, settings.word_keys)
    try:
        current = is_current(engine)
    finally:
        engine.dispose()
    if not current:
        return Finding(Health.WARNING, "doctor-database-behind")
    return Finding(Health.GOOD, "doctor-database", (("kind", engine.dialect.name),))


def _playbooks(settings: Settings) -> Finding:
    from bot.app import build_library

    library = build_library(settings)
    return Finding(Health.GOOD, "doctor-playbooks", (("count", len(library.all())),))


def _encoder(settings: Settings) -> Finding:
    """Whether the encoder loads; else what detection loses without it, in figures."""
    from bot.detection.models import WHOLE, WITHOUT_ENCODER, Models, figures

    if Models.load(settings.model_dir).encoder is not None:
        return Finding(Health.GOOD, "doctor-encoder")
    measured = figures(settings.model_dir)
    whole, without = measured[WHOLE], measured[WITHOUT_ENCODER]
    return Finding(
        Health.WARNING,
        "doctor-encoder-missing",
        (
            ("found", _percent(whole["alert_recall"])),
            ("found_without", _percent(without["alert_recall"])),
            ("right", _percent(whole["situations_micro_f1"])),
            ("right_without", _percent(without["situations_micro_f1"])),
        ),
    )


def _percent(share: float) -> int:
    return round(100 * share)


async def _telegram(settings: Settings) -> list[Finding]:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.utils.token import TokenValidationError

    from bot.serving import telegram_errors

    if settings.bot_token is None:
        return [Finding(Health.BAD, "error-token-missing")]
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api_url))
    try:
        bot = Bot(settings.bot_token.get_secret_value(), session=session)
        with telegram_errors(settings):
            return await _bot_settings(bot, settings)
    except TokenValidationError:
        return [Finding(Health.BAD, "error-token-wrong")]
    except TelegramError as error:
        return [_bad(error)]
    finally:
        await session.close()


async def _bot_settings(bot: "Bot", settings: Settings) -> list[Finding]:
    me = await bot.get_me()
    found = [Finding(Health.GOOD, "doctor-token", (("username", me.username or ""),))]
    found.append(
        Finding(Health.GOOD, "doctor-business")
        if me.can_connect_to_business
        else Finding(Health.BAD, "doctor-business-off")
    )
    found.append(
        Finding(Health.GOOD, "doctor-privacy")
        if me.can_read_all_group_messages
        else Finding(Health.WARNING, "doctor-privacy-on")
    )
    if settings.relay_secret is None:  # else another bot is brought the updates, in its own way
        told = (await bot.get_webhook_info()).url
        found += _webhook(told, settings.webhook_url)
    return found


def _webhook(told: str, wanted: str | None) -> list[Finding]:
    """Whether Telegram brings updates where they are wanted; now to `told`, or nowhere."""
    if wanted is None:
        return [Finding(Health.BAD, "doctor-webhook-set")] if told else []
    if told.startswith(wanted.rstrip("/")):
        return [Finding(Health.GOOD, "doctor-webhook")]
    return [Finding(Health.WARNING, "doctor-webhook-elsewhere")]
