"""Aram inside a shop's own bot, for whoever writes that bot: see docs/hosts.md.

A host on aiogram:

    dispatcher.include_router(aiogram_router(load_settings()))

A host on python-telegram-bot:

    attach_to_ptb(application, load_settings())
"""

import time
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from bot import __version__
from bot.app import build_app, build_locales
from bot.metrics import Metrics
from bot.settings import Settings

if TYPE_CHECKING:
    from aiogram import Bot, Router
    from aiogram.client.session.base import BaseSession
    from prometheus_client import CollectorRegistry
    from telegram.ext import Application

    from bot.serving import App
    from bot.store.ledger import Clock
    from bot.workshop import Workshop
    from handlers.guest import Guest


def aiogram_router(
    settings: Settings,
    *,
    bot: "Bot | None" = None,
    commands: Collection[str] = (),
    registry: "CollectorRegistry | None" = None,
) -> "Router":
    """Aram as a router; it lives as long as the dispatcher that includes it.

    `commands` are those of Aram's that the team may write without /aram before them even where the
    shop's own bot would answer them. `bot` is the one that Aram lives in, where there are several.
    `registry` is Prometheus's, to which Aram adds its metrics.
    """
    from handlers.aiogram_host import host_router

    return host_router(make_guest(settings, commands=commands, registry=registry), bot)


def attach_to_ptb(
    application: "Application[Any, Any, Any, Any, Any, Any]",
    settings: Settings,
    *,
    commands: Collection[str] = (),
    registry: "CollectorRegistry | None" = None,
) -> "AbstractAsyncContextManager[Guest]":
    """Let Aram live in an application that is run by `run_polling` or `run_webhook`.

    Who initialises and starts the application by hand enters what is returned in between.
    `registry` is Prometheus's, to which Aram adds its metrics.
    """
    from handlers.ptb_host import attach, running

    guest = make_guest(settings, commands=commands, registry=registry)
    attach(application, guest)
    return running(application, guest)


def make_guest(
    settings: Settings,
    *,
    commands: Collection[str] = (),
    clock: "Clock" = time.time,
    workshop: "Workshop | None" = None,
    registry: "CollectorRegistry | None" = None,
) -> "Guest":
    """Aram for a host of any kind; it starts when the host does.

    Guests of several bots in one process may share a workshop; see `build_app`. Without one,
    metrics are added to the `registry`.
    """
    from handlers.guest import Guest

    @cache
    def made() -> "Workshop":
        from bot.workshop import Workshop

        metrics = Metrics(__version__, registry)
        return workshop or Workshop.of(build_locales(), settings.model_dir, metrics)

    def make(token: str, session: "BaseSession") -> "App":
        return build_app(
            settings.model_copy(update={"bot_token": SecretStr(token)}),
            session=session,
            clock=clock,
            workshop=made(),
        )

    return Guest(make, commands=commands)
