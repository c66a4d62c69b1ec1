"""The write side: runs a piece of work in one transaction, off the event loop."""

import asyncio
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from typing import Protocol

from sqlalchemy import Engine
from sqlmodel import Session

from bot.core.letters import Letter
from bot.core.people import Shop
from bot.core.standing import Standing
from bot.store.books import Books
from bot.store.engine import store_errors
from bot.store.groups import Groups
from bot.store.lessons import LessonCache
from bot.store.outbox import Taken
from bot.store.scrubbing import scrub


class Clock(Protocol):
    """Tells the time in seconds since the epoch."""

    def __call__(self) -> float:
        """Now."""
        ...


class Watches(Protocol):
    """Is told of what was committed."""

    def committed(self, seconds: float, /) -> None:
        """A transaction took so long."""
        ...

    def opened(self, channel: str, /) -> None:
        """A card was opened in a place."""
        ...


class Ledger:
    """All that Aram keeps. Work runs in a thread of its own, so that the event loop never waits.

    On SQLite one thread writes, in the order of the calls, and commits together what has gathered
    meanwhile; PostgreSQL shares the work among several threads and keeps each conversation's order
    by its row lock.
    """

    def __init__(self, engine: Engine, shop: Shop, clock: Clock) -> None:
        """Keep the engine, and whose ledger it is; `close` gives the engine back."""
        self._on_post: Callable[[], None] = lambda: None
        self._watches: Watches | None = None
        self._engine = engine
        self.shop = shop
        self._clock = clock
        self._lessons = LessonCache()
        alone = engine.dialect.name == "sqlite"
        self._threads = ThreadPoolExecutor(1 if alone else 4, thread_name_prefix="ledger")
        self.is_alone = alone
        """Whether no other process serves from this database."""
        self._groups = Groups(self.commit, self._threads) if alone else None
        self.bot_id = 0
        self._whole = self

    def of(self, shop: Shop) -> "Ledger":
        """The same ledger as another shop's: what is read and written through it is that shop's."""
        other = copy(self._whole)
        other.shop = shop
        return other

    def belong_to(self, bot_id: int) -> None:
        """Tell its updates from those of other bots, whose numbers may be the same."""
        self._whole.bot_id = self.bot_id = bot_id
        self.commit(lambda books: books.adopt_updates(bot_id))

    def on_post(self, call: Callable[[], None]) -> None:
        """After a commit with a letter in it, `call` is called, from whichever thread committed."""
        self._whole._on_post = call

    def watched_by(self, watches: Watches) -> None:
        """Tell of every commit, from whichever thread committed."""
        self._whole._watches = watches

    def standing(self, seconds: float) -> Standing:
        """How things stand; waits for the ledger's thread, so long at most."""
        asked = self._threads.submit(self.commit, Books.standing)
        found: Standing = asked.result(seconds)
        return found

    async def write[T](self, work: Callable[[Books], T], *, urgent: bool = False) -> T:
        """Run `work` in one transaction and commit it; on any error nothing of it stays.

        What is `urgent` does not wait behind what is not, where all wait for one writer.
        """
        if self._groups is not None:
            return await self._groups.write(lambda books: work(books.of(self.shop)), urgent=urgent)
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.commit, work)

    async def write_once[T](self, update_id: int, work: Callable[[Books], T]) -> T | None:
        """Like `write`, unless the update was dealt with before: then None, and nothing changes."""

        def first_time_only(books: Books) -> T | None:
            return work(books) if books.first_time(update_id, self.bot_id) else None

        return await self.write(first_time_only)

    async def write_then_look[T](
        self, update_id: int, work: Callable[[Books], object], look: Callable[[Books], T]
    ) -> T:
        """`work` unless the update was dealt with before, and in any case `look`, at one go.

        For answers that are drawn from what is kept: whoever did not get theirs, because Telegram
        was away, gets it when the update is tried again.
        """

        def both(books: Books) -> T:
            if books.first_time(update_id, self.bot_id):
                work(books)
            return look(books)

        return await self.write(both)

    async def read[T](self, report: Callable[[Session], T]) -> T:
        """Run a report of `bot.store.reports`; nothing it does is kept."""

        def look() -> T:
            with store_errors(self._engine), Session(self._engine) as session:
                return report(session)

        return await asyncio.get_running_loop().run_in_executor(self._threads, look)

    async def due_letters(self, limit: int) -> tuple[Letter, ...]:
        """The letters that are due, most urgent first, whoever brings them."""
        return await self.write(lambda books: books.due_letters(limit), urgent=True)

    async def take_letters(self, holder: str, most: int, busy: Collection[int]) -> Taken:
        """Letters for one process to bring, most urgent first, one for each reader."""
        return await self.write(lambda books: books.take_letters(holder, most, busy), urgent=True)

    async def let_go(self, reader: int, holder: str, rest: float) -> None:
        """Whoever has a letter for this reader may bring it, in `rest` seconds."""
        if not self.is_alone:
            await self.write(lambda books: books.readers.let_go(reader, holder, rest))

    async def let_go_all(self, holder: str) -> None:
        """This process stops; others may bring its letters at once."""
        if not self.is_alone:
            await self.write(lambda books: books.readers.let_go_all(holder))

    async def stay(self, holder: str, readers: Collection[int]) -> int:
        """This process still brings letters to these; how many processes serve the same bot."""
        if self.is_alone:
            return 1

        def renew(books: Books) -> int:
            books.readers.renew(readers, holder)
            return books.inbox(self.bot_id).living()

        return await self.write(renew)

    async def mark_sent(
        self,
        letter: Letter,
        *,
        card_id: int | None = None,
        brief_id: int | None = None,
        message_id: int | None = None,
    ) -> None:
        """Keep the receipt of a letter, and which message a card or a brief has become."""
        await self.write(
            lambda books: books.mark_sent(
                letter, card_id=card_id, brief_id=brief_id, message_id=message_id
            ),
            urgent=True,
        )

    async def put_off(self, letter: Letter, seconds: float, trouble: str) -> None:
        """A letter could not be delivered now; it is due again in so many seconds."""
        await self.write(lambda books: books.put_off(letter, seconds, trouble), urgent=True)

    async def give_up(self, letter: Letter, trouble: str) -> None:
        """A letter can never be delivered."""
        await self.write(lambda books: books.give_up(letter, trouble), urgent=True)

    def commit[T](self, work: Callable[[Books], T]) -> T:
        """Run `work` in one transaction on this thread."""
        began = time.perf_counter()
        with store_errors(self._engine), self._engine.begin() as database:
            books = Books(database, self.shop, self._lessons, self._clock())
            result = work(books)
        if self._whole._watches is not None:
            self._whole._watches.committed(time.perf_counter() - began)
            for channel in books.begun:
                self._whole._watches.opened(channel.value)
        if books.has_posted:
            self._whole._on_post()
        return result

    async def scrub(self, *, whole: bool) -> None:
        """Let nothing of what was forgotten stay in the database's files; see `scrubbing`."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._threads, lambda: self.scrub_now(whole=whole))

    def scrub_now(self, *, whole: bool) -> None:
        """The same on this thread."""
        scrub(self._engine, whole=whole)

    def close(self) -> None:
        """Finish what is under way and give the database back."""
        self._threads.shutdown()
        self._engine.dispose()
