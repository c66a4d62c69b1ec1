"""The inbox as the ways in use it: updates in, updates out, each in a quick transaction."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BusinessConnection, Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

from bot.core.letters import NoteLetter
from bot.errors import StoreBusyError, StoreError, trace_of
from bot.store.books import Books
from bot.store.inbox import Inbox, Kept, Placed
from bot.store.ledger import Ledger

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0

log = logging.getLogger(__name__)


class Keeping:
    """One per process and bot: keeps updates under the name of this process."""

    def __init__(self, bot: Bot, ledger: Ledger) -> None:
        """Nothing is read or written yet."""
        self._bot = bot
        self._ledger = ledger
        self._holder = secrets.token_hex(8)
        self._is_first_look = ledger.is_alone

    async def keep(self, updates: Iterable[tuple[Update, bool]]) -> Placed:
        """Keep updates, each with whether it is offered; which this process deals with."""
        kept = [kept_of(update, is_offered=is_offered) for update, is_offered in updates]
        return await self._write(lambda inbox: inbox.keep(kept))

    async def claim(self, update: Update) -> None:
        """An update that was offered, or not even kept, is Aram's."""
        kept = kept_of(update)
        await self._surely(lambda inbox: inbox.claim(kept))

    async def next_of(self, lane: int, most: int) -> tuple[Sequence[Update], bool] | None:
        """The first updates of a chat, and whether there may be more; None where nobody knows."""
        found = await self._surely(lambda inbox: inbox.next_of(lane, most))
        if found is None:
            return None
        return await self._readable(found), len(found) == most

    async def look(self) -> tuple[frozenset[int], Sequence[Update]]:
        """Say that this process lives; the chats of what it takes over, and what is offered there.

        Where nobody else uses the database, all that is left at the start is a dead process's.
        """
        at_once = self._is_first_look
        await self._write(lambda inbox: inbox.renew())
        lanes, offered = await self._write(lambda inbox: inbox.take_over(at_once=at_once))
        self._is_first_look = False
        return lanes, await self._readable(offered)

    async def forget(self, update: Update) -> Collection[int]:
        """An update has been dealt with; the next of its chat that others may have kept for us."""
        number, lane = update.update_id, chat_of(update)
        return await self._surely(lambda inbox: inbox.forget(number, lane)) or ()

    async def set_aside(self, update: Update, *, attempts: int, trouble: str) -> Collection[int]:
        """Keep an update for a person to look at; the next of its chat, as `forget` tells them.

        The owner is told, once until all that was set aside is gone.
        """
        kept, wait = kept_of(update), FIRST_WAIT_SECONDS
        while True:  # what is kept nowhere may not count as dealt with
            left = await self._put_aside(kept, attempts=attempts, trouble=trouble)
            if left is not None:
                return left
            nowhere = StoreError("error-unexpected", kind="nothing was written")
            wait = await rest(nowhere, wait, "an update is kept nowhere")

    async def release(self) -> None:
        """This process ends; the next one goes on at once."""
        try:
            await self._write(lambda inbox: inbox.release())
        except StoreError as error:
            log.warning("what is left is free in a moment only: %s", error)

    async def _readable(self, found: Iterable[Kept]) -> Sequence[Update]:
        """Those that this Aram can read; another may have kept them, which knew more kinds."""
        updates = []
        for kept in found:
            try:
                updates.append(Update.model_validate_json(kept.body, context={"bot": self._bot}))
            except ValidationError as error:
                await self._put_aside(kept, attempts=1, trouble=type(error).__name__)
        return updates

    async def _put_aside(
        self, kept: Kept, *, attempts: int, trouble: str
    ) -> Collection[int] | None:
        def put(books: Books) -> Collection[int]:
            inbox = books.inbox(self._bot.id, self._holder)
            is_first = inbox.set_aside(kept, attempts=attempts, trouble=trouble)
            if is_first and books.shop.owner_id is not None:
                books.post(books.shop.owner_id, NoteLetter("note-update-set-aside"))
            return inbox.left_of(kept.lane)

        return await surely(lambda: self._ledger.write(put))

    async def _write[T](self, work: Callable[[Inbox], T]) -> T:
        return await self._ledger.write(lambda books: work(books.inbox(self._bot.id, self._holder)))

    async def _surely[T](self, work: Callable[[Inbox], T]) -> T | None:
        return await surely(lambda: self._write(work))


async def surely[T](write: Callable[[], Awaitable[T]]) -> T | None:
    """Write, however long the store is busy; None, and a line in the log, where it is unusable."""
    wait = FIRST_WAIT_SECONDS
    while True:
        try:
            return await write()
        except StoreBusyError as error:
            wait = await rest(error, wait, "the store is busy")
        except StoreError as error:
            log.error("the database cannot be written: %s", trace_of(error))
            return None


async def rest(error: Exception, wait: float, why: str) -> float:
    """Wait as long as Telegram asks, else `wait` seconds; how long to wait the next time."""
    seconds = float(error.retry_after) if isinstance(error, TelegramRetryAfter) else wait
    log.warning("%s (%s); again in %.1f s", why, type(error).__name__, seconds)
    await asyncio.sleep(seconds)
    return min(wait * 2, LONGEST_WAIT_SECONDS)


def kept_of(update: Update, *, is_offered: bool = False) -> Kept:
    """An update as the database keeps it: what Telegram gave, and no more."""
    body = update.model_dump_json(exclude_unset=True, exclude_none=True)
    return Kept(update.update_id, chat_of(update), body, is_offered)


def chat_of(update: Update) -> int:
    """The chat whose order an update belongs to, a connection that of its seller; 0 for none."""
    try:
        event = update.event
    except UpdateTypeLookupError:  # a kind that is newer than this program
        return 0
    if isinstance(event, BusinessConnection):
        return event.user_chat_id
    message = getattr(event, "message", None) or event
    chat = getattr(message, "chat", None)
    return chat.id if chat is not None else 0
