"""Delivers exports: made in a thread, in a folder that is gone afterwards, sent as documents."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import FSInputFile

from bot.branches import Branch, Branches
from bot.core.days import Span
from bot.core.letters import ExportLetter, Letter
from bot.export.order import Order, fulfil
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.digest.telling import titles_in
from handlers.export.screens import caption_of
from handlers.stats.words import Voice
from handlers.writing import one_direction

UPLOAD_SECONDS = 300
LARGEST_FILE = 50_000_000
"""Bytes that Telegram takes from a bot."""


class Exporter:
    """Knows every shop's playbooks, whose titles stand in the files."""

    def __init__(self, bot: Bot, branches: Branches, locales: Locales) -> None:
        """Keep what writing and sending need."""
        self._bot = bot
        self._branches = branches
        self._locales = locales

    async def deliver(self, letter: Letter, body: ExportLetter) -> None:
        """Write the files as things stand now, and send them to whoever asked."""
        branch = await self._branches.numbered(letter.shop_id)
        name, may = await branch.ledger.write(
            lambda books: (books.locale_of(letter.to), books.exports.may_have_words())
        )
        locale = self._locales.get(name)
        order = Order(body.form, Span(body.first, body.last), body.with_words and may)
        with TemporaryDirectory(prefix="aram-export-") as folder:
            path = Path(folder) / order.name(locale.language)
            read = _Reading(branch.ledger, asyncio.get_running_loop())
            files = await asyncio.to_thread(_write, order, path, read, branch, locale)
            await self._send(letter, files, order, locale)

    async def _send(
        self, letter: Letter, files: tuple[Path, ...], order: Order, locale: Locale
    ) -> None:
        """To the private chat alone; one caption serves all files."""
        if any(file.stat().st_size > LARGEST_FILE for file in files):
            text = one_direction(locale.say("export-too-large"), locale)
            await self._bot.send_message(letter.to, text, parse_mode=ParseMode.HTML)
            return
        caption: str | None = caption_of(order.span, locale, has_words=order.with_words)
        for file in files:
            await self._bot.send_document(
                letter.to,
                FSInputFile(file),
                caption=caption,
                parse_mode=ParseMode.HTML,
                disable_notification=letter.silent or None,
                request_timeout=UPLOAD_SECONDS,
            )
            caption = None


def _write(
    order: Order, path: Path, read: "_Reading", branch: Branch, locale: Locale
) -> tuple[Path, ...]:
    voice = Voice(locale, titles_in(branch.force, locale))
    return fulfil(order, path, read, voice, branch.shop.timezone)


class _Reading:
    """Reads through the ledger from another thread, in the order of everyone's calls."""

    def __init__(self, ledger: Ledger, loop: asyncio.AbstractEventLoop) -> None:
        self._ledger = ledger
        self._loop = loop

    def __call__[T](self, work: Callable[[Books], T]) -> T:
        asked = asyncio.run_coroutine_threadsafe(self._ledger.write(work), self._loop)
        return asked.result()
