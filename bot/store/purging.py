"""Forgets by itself what a shop's words-days say: a little at a time, then for good."""

from collections.abc import Sequence

from bot.core.people import Shop
from bot.core.privacy import DAY_SECONDS
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.retention import AT_ONCE


class Purger:
    """Knows when the files were last written anew: once a day is enough for what was purged."""

    def __init__(self, ledger: Ledger) -> None:
        """Keep the ledger."""
        self._ledger = ledger
        self._is_dirty = False
        self._whole_at: float | None = None

    async def purge(self, shops: Sequence[Shop]) -> int:
        """Forget what is due in each shop; how much was forgotten."""
        days = min((shop.words_days for shop in shops), default=0)
        count = await self._ledger.write(lambda books: books.privacy.forget_asides(days))
        for shop in shops:
            ledger = self._ledger.of(shop)
            while forgotten := await ledger.write(_forget_talk):
                count += forgotten
                if forgotten < AT_ONCE:
                    break
            count += await ledger.write(_forget_rest)
        now = await self._ledger.write(lambda books: books.now)
        self._is_dirty |= count > 0
        is_time = self._whole_at is None or now - self._whole_at >= DAY_SECONDS
        await self._ledger.scrub(whole=self._is_dirty and is_time)
        if self._is_dirty and is_time:
            self._whole_at, self._is_dirty = now, False
        return count


def _forget_talk(books: Books) -> int:
    return books.privacy.retention.forget_talk()


def _forget_rest(books: Books) -> int:
    return books.privacy.retention.forget_rest()
