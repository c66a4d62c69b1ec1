"""Delivers digests: claims the day, looks at how things stand, sends, and keeps that it is done."""

from dataclasses import dataclass

from aiogram import Bot

from bot.branches import Branches
from bot.core.digest import take
from bot.core.letters import DigestLetter, Letter
from bot.locale import Locale, Locales
from bot.store.books import Books
from handlers.digest.telling import Telling, screen_of, tell_digest, titles_in, voice_for
from handlers.stats.sending import post_screen


@dataclass(frozen=True, slots=True)
class _Due:
    told: Telling
    locale: Locale


class Digester:
    """Knows every shop's playbooks, whose titles digests name."""

    def __init__(self, bot: Bot, branches: Branches, locales: Locales) -> None:
        """Keep what drawing and sending need."""
        self._bot = bot
        self._branches = branches
        self._locales = locales

    async def deliver(self, letter: Letter, body: DigestLetter) -> None:
        """Send the digest that is due, if it is; one that cannot be sent is tried again."""
        shops = self._branches.shops
        branch = await self._branches.of(shops.get(letter.shop_id) or shops.first)
        due = await branch.ledger.write(lambda books: self._look(books, letter, body))
        if due is None:
            return
        voice = voice_for(due.told, due.locale, titles_in(branch.force, due.locale))
        screen = screen_of(due.told, branch.shop, voice)
        await post_screen(self._bot, letter.to, screen, due.locale, silent=letter.silent)
        keys = [each.key for each in due.told.findings]
        await branch.ledger.write(lambda books: books.digests.finish(letter.to, body.day, keys))

    def _look(self, books: Books, letter: Letter, body: DigestLetter) -> _Due | None:
        wish = take(books, letter.to, body, books.reach.zone)
        if wish is None:
            return None
        told = tell_digest(books, letter.to, wish.told_on(body.day))
        if told.is_empty and not wish.on_empty:
            books.digests.finish(letter.to, body.day)
            return None
        return _Due(told, self._locales.get(books.locale_of(letter.to)))
