"""What every way in shares: dealing with updates, one chat's in order, different chats' together.

An update is either entered, by long polling, which confirms it when it has been dealt with; or
kept, for whoever confirms it at once: then it waits in the inbox, and the next start deals with
what this one could not. Of those kept only a few are in memory, of one chat and of all. What fails
again and again is set aside, and the rest goes on.
"""

import asyncio
import bisect
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Sequence

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError

from bot.errors import StoreError, trace_of
from bot.store.ledger import Ledger
from handlers.feeding import feed
from handlers.inbox import Keeping, chat_of
from handlers.offers import Offers
from handlers.outage import Outage
from handlers.telegram_json import harmless

FAREWELL_SECONDS = 5.0
LOOK_EVERY_SECONDS = 3.0
MOST_WAITING = 500
MOST_OF_LANE = 10
REMEMBERED = 1000

type IsWanted = Callable[[Update], Awaitable[bool]]

log = logging.getLogger(__name__)


class Dealing:
    """The lanes of a bot's updates: each chat has one, and nobody waits for another's."""

    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, ledger: Ledger, *, most: int = MOST_WAITING
    ) -> None:
        """Of the updates that are kept, about `most` are in memory; the others wait in the inbox.

        `is_wanted` says whether an update that was offered to the bot that Aram lives in, and that
        a crash left open, is that bot's. `outage` hears how each look at the inbox went.
        """
        self.bot = bot
        self.dispatcher = dispatcher
        self.is_wanted: IsWanted | None = None
        self.outage: Outage | None = None
        self._keeping = Keeping(bot, ledger)
        self._offers = Offers()
        self._most = most
        self._lanes: dict[int, list[Update]] = {}
        self._followers: set[asyncio.Task[None]] = set()
        self._expected: dict[int, asyncio.Future[None]] = {}
        self._kept: set[int] = set()
        self._behind: dict[int, bool] = {}
        """Chats of which more waits in the inbox, and whether more came since the last look."""
        self._unknown: set[int] = set()
        """Chats of which more may wait in the inbox, which could not be read."""
        self._done: OrderedDict[int, None] = OrderedDict()
        self._is_closing = False

    @property
    def waiting(self) -> int:
        """How many are in memory and not dealt with, and chats of which more is in the inbox."""
        return len(self._expected) + len(self._kept) + len(self._behind) + len(self._unknown)

    @property
    def in_memory(self) -> int:
        """How many updates are held in memory."""
        return sum(map(len, self._lanes.values()))

    @property
    def used_update_types(self) -> list[str]:
        """The kinds of updates that some handler asks for."""
        return self.dispatcher.resolve_used_update_types()

    def read(self, raw: object) -> Update | None:
        """An update as Telegram writes it; None, and a line in the log, where it cannot be read."""
        try:
            update = Update.model_validate(harmless(raw), context={"bot": self.bot})
            return update if update.event_type else None
        except (ValueError, TypeError, RecursionError, UpdateTypeLookupError):
            number = raw.get("update_id") if isinstance(raw, dict) else None
            log.error("update %s cannot be read and was passed over", number)
            return None

    def enter(self, update: Update) -> asyncio.Future[None]:
        """Put an update into its chat's lane; the future is done when it has been dealt with."""
        number = update.update_id
        if number in self._expected:
            return self._expected[number]
        future = asyncio.get_running_loop().create_future()
        if number in self._done:
            future.set_result(None)
            return future
        self._expected[number] = future
        if number not in self._kept:
            self._line_up(update)
        return future

    async def keep(self, update: Update) -> None:
        """Keep an update in the inbox and deal with it soon; StoreError where that cannot be."""
        await self.keep_all([(update, False)])

    async def keep_all(self, updates: Sequence[tuple[Update, bool]]) -> None:
        """Keep updates at once; one that is only offered waits until it is claimed, or left."""
        unknown = [each for each in updates if not self._is_known(each[0].update_id)]
        if not unknown:
            return
        placed = await self._keeping.keep(unknown)
        for lane, left in placed.waiting.items():
            self._has_more(lane, left)
        for update, is_offered in unknown:
            if update.update_id in placed.mine and not self._is_known(update.update_id):
                take = self._offers.make if is_offered else self._line_up_kept
                take(update)

    async def claim(self, update: Update) -> None:
        """What was offered is Aram's after all."""
        await self._keeping.claim(update)
        if not self._is_known(update.update_id):
            self._line_up_kept(update)
        self._offers.close(update)

    async def leave(self, update: Update) -> None:
        """What was offered is not Aram's."""
        self._offers.close(update)
        await self._keeping.forget(update)

    async def resume(self) -> None:
        """Take up what dead processes left, and say that this one lives."""
        lanes, offered = await self._keeping.look()
        for update in offered:
            if self.is_wanted is not None and await self.is_wanted(update):
                await self.leave(update)
            else:
                await self._keeping.claim(update)
        for lane in lanes | self._unknown:
            self._behind[lane] = True
        self._unknown.clear()
        self._begin_lanes()

    async def run(self) -> None:
        """Look after the inbox until cancelled."""
        while True:
            try:
                await self.resume()
            except StoreError as error:
                log.warning("the inbox cannot be read now: %s", error)
                if self.outage is not None:
                    await self.outage.failed(error)
            else:
                if self.outage is not None:
                    await self.outage.passed()
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def finish(self, seconds: float = FAREWELL_SECONDS) -> None:
        """Let what is in memory be dealt with, so long; the next start has the rest."""
        self._is_closing = True
        if self._followers:
            await asyncio.wait(self._followers, timeout=seconds)
        followers = tuple(self._followers)
        for follower in followers:
            follower.cancel()
        await asyncio.gather(*followers, return_exceptions=True)
        for future in self._expected.values():
            future.cancel()
        await self._keeping.release()
        for each in (self._expected, self._lanes, self._kept, self._behind, self._unknown):
            each.clear()

    def _is_known(self, number: int) -> bool:
        return number in self._kept or number in self._done or number in self._expected

    def _line_up_kept(self, update: Update) -> None:
        """Take a kept update into memory, or leave it in the inbox where there is no room."""
        lane = chat_of(update)
        has_room = len(self._lanes.get(lane, ())) < MOST_OF_LANE and len(self._kept) < self._most
        if lane in self._behind or lane in self._unknown or not has_room or self._is_closing:
            self._unknown.discard(lane)
            self._behind[lane] = True
            self._begin_lanes()
            return
        self._kept.add(update.update_id)
        self._line_up(update)

    def _line_up(self, update: Update) -> None:
        lane = chat_of(update)
        if lane not in self._lanes:
            self._begin_lane(lane)
        bisect.insort(self._lanes[lane], update, key=lambda each: each.update_id)

    def _begin_lanes(self) -> None:
        """Go on with chats that wait in the inbox, as many as there is room for."""
        for lane in self._behind:
            if self._is_closing or not self._has_room_for_lanes:
                return
            if lane not in self._lanes:
                self._begin_lane(lane)

    @property
    def _has_room_for_lanes(self) -> bool:
        return len(self._lanes) * MOST_OF_LANE < max(self._most, MOST_OF_LANE)

    def _give_way(self, lane: int) -> bool:
        """Whether a chat goes to the end of those that wait in the inbox, for want of room."""
        if self._has_room_for_lanes or all(each in self._lanes for each in self._behind):
            return False
        self._behind[lane] = self._behind.pop(lane)
        return True

    def _begin_lane(self, lane: int) -> None:
        self._lanes[lane] = []
        follower = asyncio.create_task(self._follow(lane))
        self._followers.add(follower)
        follower.add_done_callback(self._followers.discard)

    async def _follow(self, lane: int) -> None:
        while True:
            try:
                await self._follow_to_its_end(lane)
            except Exception as error:  # the outermost edge: no chat may stand still for a defect
                log.error("a chat's updates are taken up again: %s", trace_of(error))
                await asyncio.sleep(LOOK_EVERY_SECONDS)
            else:
                break
        del self._lanes[lane]
        self._begin_lanes()

    async def _follow_to_its_end(self, lane: int) -> None:
        waiting = self._lanes[lane]
        await self._fetch_for(lane, waiting)
        while waiting:
            await self._offers.decided_before(waiting[0])
            update = waiting.pop(0)
            try:
                await self._see_through(update, lane)
            except Exception:
                waiting.insert(0, update)
                raise
            self._is_over(update.update_id)
            if lane in self._behind and not waiting and self._give_way(lane):
                break
            await self._fetch_for(lane, waiting)

    async def _see_through(self, update: Update, lane: int) -> None:
        """Deal with an update until it is done, or set aside."""
        trouble = await feed(self.dispatcher, self.bot, update)
        if trouble is not None:
            log.error("update %d was set aside", update.update_id)
            kind, attempts = trouble
            left = await self._keeping.set_aside(update, attempts=attempts, trouble=kind)
            self._has_more(lane, left)
            return
        if update.update_id in self._kept:
            self._has_more(lane, await self._keeping.forget(update))
        self._remember(update.update_id)

    async def _fetch_for(self, lane: int, waiting: Iterable[Update]) -> None:
        """Let nothing in memory overtake what waits in the inbox; where there is no more, go on."""
        while lane in self._behind and not self._is_closing:
            if any(each.update_id in self._kept for each in waiting):
                return
            await self._fetch(lane)

    async def _fetch(self, lane: int) -> None:
        """The next few of a chat; none of its own that came meanwhile may overtake them."""
        self._behind[lane] = False
        read = await self._keeping.next_of(lane, MOST_OF_LANE)
        if read is None:  # the next `resume` looks again
            self._behind.pop(lane)
            self._unknown.add(lane)
            return
        found, may_be_more = read
        for update in found:
            if update.update_id in self._done:
                await self._keeping.forget(update)
            elif update.update_id not in self._expected and update.update_id not in self._kept:
                self._kept.add(update.update_id)
                self._line_up(update)
        if not may_be_more and not self._behind.get(lane):
            self._behind.pop(lane, None)

    def _has_more(self, lane: int, left: Iterable[int]) -> None:
        """Another process may have been brought what is this one's: then it is in the inbox."""
        if any(number not in self._kept for number in left):
            self._behind[lane] = True

    def _remember(self, number: int) -> None:
        self._done[number] = None
        while len(self._done) > REMEMBERED:
            self._done.popitem(last=False)

    def _is_over(self, number: int) -> None:
        self._kept.discard(number)
        future = self._expected.pop(number, None)
        if future is not None and not future.done():
            future.set_result(None)
