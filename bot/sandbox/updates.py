"""A bot's queue of updates: kept until confirmed, handed out by long polling or to a webhook."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.sandbox.refusals import conflict
from bot.sandbox.wire import Json

LEFT_OUT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""The updates that a bot receives only when it names them."""

_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True)
class Update:
    """One update: its number, its kind, what it says, and the chat whose order it must keep."""

    id: int
    kind: str
    content: Json
    lane: int

    def card(self) -> Json:
        """Return the Bot API's Update."""
        return {"update_id": self.id, self.kind: self.content}


class UpdateQueue:
    """Updates in order; an update leaves only when a later offset, or a webhook's 2xx,
    confirms it.
    """

    def __init__(self, first_id: int = 100_000_001) -> None:
        self._next_id = first_id
        self._pending: deque[Update] = deque()
        self._poller: asyncio.Future[None] | None = None
        self.allowed: tuple[str, ...] | None = None
        self.webhook_active = False
        self.on_put: Callable[[], None] | None = None

    def __len__(self) -> int:
        return len(self._pending)

    def wants(self, kind: str) -> bool:
        """Whether the bot's allowed_updates let this kind in."""
        if self.allowed is None:
            return kind not in LEFT_OUT_BY_DEFAULT
        return kind in self.allowed

    def offer(self, kind: str, content: Json, lane: int) -> None:
        """Put an update there, if the bot's allowed_updates let this kind in."""
        if self.wants(kind):
            self.put(kind, content, lane=lane)

    def allow(self, kinds: Collection[str] | None) -> None:
        """Remember allowed_updates: None keeps the earlier choice, an empty list means the
        default.
        """
        if kinds is not None:
            self.allowed = tuple(kinds) or None

    def put(self, kind: str, content: Json, *, lane: int = 0) -> None:
        """Append an update and wake whoever waits for one."""
        self._pending.append(Update(self._next_id, kind, content, lane))
        self._next_id += 1
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)
        if self.on_put is not None:
            self.on_put()

    def pending(self) -> tuple[Update, ...]:
        """Return what has not been confirmed, in order."""
        return tuple(self._pending)

    def remove(self, update: Update) -> None:
        """Confirm one update: a webhook answered 2xx."""
        if update in self._pending:
            self._pending.remove(update)

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()

    async def poll(self, offset: int, *, limit: int, patience: float) -> list[Update]:
        """Answer getUpdates: confirm what lies before the offset, then wait for up to timeout
        seconds.
        """
        if self.webhook_active:
            raise conflict(_WEBHOOK_ACTIVE)
        self.stop_poller(_OTHER_POLLER)
        self._confirm(offset)
        if not self._pending and patience > 0:
            await self._wait(patience)
        return [self._pending[index] for index in range(min(limit, len(self._pending)))]

    def stop_poller(self, why: str) -> None:
        """End a waiting getUpdates with 409 and this reason."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(why))

    def release_poller(self) -> None:
        """End a waiting getUpdates with what there is: the server stops."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0].id < offset:
            self._pending.popleft()

    async def _wait(self, patience: float) -> None:
        poller = asyncio.get_running_loop().create_future()
        self._poller = poller
        try:
            async with asyncio.timeout(patience):
                await poller
        except TimeoutError:
            pass
        finally:
            if self._poller is poller:
                self._poller = None
