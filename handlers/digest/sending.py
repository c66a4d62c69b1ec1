"""Delivers digests: claims the day, looks at how things stand, sends, and keeps that it is done."""

import logging
from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramServerError,
)
from aiohttp import ClientConnectorError

from bot.branches import Branch, Branches
from bot.core.digest import Claim, begin, take
from bot.core.letters import DigestLetter, Letter
from bot.locale import Locale, Locales
from bot.store.books import Books
from handlers.digest.screens import draw_unsure
from handlers.digest.telling import Telling, screen_of, tell_digest, titles_in, voice_for
from handlers.stats.sending import post_ready, ready

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Due:
    """A digest that is ours to send; nothing is told where it may have been sent before."""

    claim: Claim
    locale: Locale
    told: Telling | None
    is_dark: bool = False

    @property
    def findings(self) -> tuple[str, ...]:
        """The keys of the findings in it."""
        return tuple(each.key for each in self.told.findings) if self.told is not None else ()


class Digester:
    """Knows every shop's playbooks, whose titles digests name."""

    def __init__(self, bot: Bot, branches: Branches, locales: Locales) -> None:
        """Keep what drawing and sending need."""
        self._bot = bot
        self._branches = branches
        self._locales = locales
        self._arrived: dict[int, tuple[str, ...]] = {}

    async def deliver(self, letter: Letter, body: DigestLetter) -> None:
        """Send the digest that is due, if it is, at most once.

        What was refused is tried again. Raises what Telegram says, and `StoreError`; a digest of
        which this process knows that it arrived is then only kept as done.
        """
        branch = await self._branches.numbered(letter.shop_id)
        if letter.id not in self._arrived:
            due = await branch.ledger.write(lambda books: self._look(books, letter, body))
            if due is None or not await self._send(branch, letter, body, due):
                return
            self._arrived[letter.id] = due.findings
        keys = self._arrived[letter.id]
        await branch.ledger.write(lambda books: books.digests.finish(letter.to, body.day, keys))
        del self._arrived[letter.id]

    async def _send(self, branch: Branch, letter: Letter, body: DigestLetter, due: _Due) -> bool:
        """Whether it has arrived; False where the claim was lost while it was drawn."""
        if due.told is None:
            log.warning("letter %d: nobody knows whether this digest went", letter.id)
            await self._ask(letter, due.locale)
            return True
        voice = voice_for(due.told, due.locale, titles_in(branch.force, due.locale))
        screen = screen_of(due.told, branch.shop, voice, is_dark=due.is_dark)
        drawn = await ready(screen, due.locale)
        if not await branch.ledger.write(
            lambda books: begin(books, letter.to, body.day, due.claim)
        ):
            return False
        try:
            await post_ready(self._bot, letter.to, drawn, silent=letter.silent)
        except TelegramAPIError as error:
            if has_not_gone(error):
                await branch.ledger.write(lambda books: books.digests.not_sent(letter.to, body.day))
            raise
        return True

    async def _ask(self, letter: Letter, locale: Locale) -> None:
        """It may have gone already: say so, and let them see it with one tap."""
        drawn = draw_unsure(locale)
        await self._bot.send_message(
            letter.to,
            drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            disable_notification=True,
        )

    def _look(self, books: Books, letter: Letter, body: DigestLetter) -> _Due | None:
        claim = take(books, letter.to, body, books.reach.zone)
        if claim is None:
            return None
        locale = self._locales.get(books.locale_of(letter.to))
        if claim.is_unsure:
            return _Due(claim, locale, None)
        told = tell_digest(books, letter.to, claim.wish.told_on(body.day))
        if told.is_empty and not claim.wish.on_empty:
            books.digests.finish(letter.to, body.day)
            return None
        return _Due(claim, locale, told, books.wants_dark(letter.to))


def has_not_gone(error: TelegramAPIError) -> bool:
    """Whether a request has surely come to nothing: it was refused, or never left this machine."""
    if isinstance(error, TelegramNetworkError) and not isinstance(error, TelegramEntityTooLarge):
        return isinstance(error.__cause__, ClientConnectorError)
    return not isinstance(error, TelegramServerError)
