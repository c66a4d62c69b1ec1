"""Each shop's own parts: what is in force there, who listens, and who publishes.

The trained models are shared; a shop's parts are made when it is first needed, and stay.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.core.coach import Coach
from bot.core.desk import Desk
from bot.core.digest import plan_all
from bot.core.edition import Edition
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.people import Shop
from bot.core.promise import PromiseEar
from bot.core.promises import Promises
from bot.core.school import School
from bot.errors import AramError, StoreError, trace_of
from bot.language.promises import PromiseReader
from bot.locale import Locales
from bot.publishing.forge import Forge
from bot.publishing.live import Live
from bot.publishing.notes import Bell
from bot.publishing.office import Office
from bot.publishing.publisher import Publisher
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops

LOOK_EVERY_SECONDS = 1.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A shop with everything that works for it alone; its fields are handlers' arguments."""

    shop: Shop
    ledger: Ledger
    force: Force
    live: Live
    listener: Listener
    desk: Desk
    promise_ear: PromiseEar
    school: School
    office: Office

    def arguments(self) -> dict[str, object]:
        """What handlers ask for by name."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Makings:
    """What every branch is made of.

    `first_edition` gives the playbooks in force of a shop, the folder's where there are none yet;
    `first_coach` makes of it the coach to begin with. Only the first shop follows the `folder`.
    """

    forge: Forge
    locales: Locales
    folder: Path
    first_edition: Callable[[Ledger], Edition]
    first_coach: Callable[[Edition], Coach]


class Branches:
    """The branches by their shop; made once each, whoever asks first."""

    def __init__(self, shops: Shops, ledger: Ledger, makings: Makings) -> None:
        """Make the first shop's branch now: what is wrong with it is the start's error."""
        self.shops = shops
        self._ledger = ledger
        self._makings = makings
        self._making = asyncio.Lock()
        self._made = {shops.first.id: self._make(shops.first)}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._planned_by: int | None = None

    @property
    def first(self) -> Branch:
        """The branch of the shop that the environment describes."""
        return self._made[self.shops.first.id]

    async def of(self, shop: Shop) -> Branch:
        """A shop's branch; it takes a while where nobody asked before."""
        made = self._made.get(shop.id)
        if made is not None:
            return made
        async with self._making:
            if shop.id not in self._made:
                branch = await asyncio.to_thread(self._make, shop)
                await branch.live.start()
                self._made[shop.id] = branch
        return self._made[shop.id]

    async def numbered(self, shop_id: int) -> Branch:
        """The branch of a shop's number; the first where there is none of it any more."""
        return await self.of(self.shops.numbered(shop_id))

    async def start(self) -> None:
        """Know every shop, and be ready for the first."""
        await self.shops.refresh()
        await self.plan_digests()
        await self.first.live.start()

    async def run(self) -> None:
        """Follow the shops, their teams and their playbooks until cancelled."""
        try:
            while True:
                await self._look()
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _look(self) -> None:
        try:
            await self.shops.refresh()
            await self.plan_digests()
        except StoreError as error:
            log.warning("the shops cannot be read now: %s", error)
        for shop in self.shops.all():
            try:
                await self._follow(shop)
            except AramError:  # told there
                continue
            except Exception as error:  # a defect of ours: the other shops go on
                log.error("shop %d cannot be served: %s", shop.id, trace_of(error))

    async def plan_digests(self) -> None:
        """Where a team or a clock has changed since the last time, as at the start."""
        seen = self.shops.revision
        if seen == self._planned_by:
            return
        for shop in self.shops.all():
            await self._ledger.of(shop).write(_plan_digests)
        self._planned_by = seen

    async def _follow(self, shop: Shop) -> None:
        if shop.id in self._tasks:
            return
        try:
            branch = await self.of(shop)
        except AramError as error:
            log.error("shop %d cannot be served: %s", shop.id, trace_of(error))
            raise
        self._tasks[shop.id] = asyncio.create_task(branch.live.run())

    def _make(self, shop: Shop) -> Branch:
        makings, ledger = self._makings, self._ledger.of(shop)
        force = Force(makings.first_coach(makings.first_edition(ledger)))
        publisher = Publisher(makings.forge.problems, shop)
        live = Live(
            ledger,
            publisher,
            makings.forge,
            force=force,
            bell=Bell(shop, makings.locales),
            folder=makings.folder if shop is self.shops.first else None,
        )
        ear = PromiseReader(makings.forge.read)
        listener = Listener(force, Promises(ear))
        return Branch(
            shop=shop,
            ledger=ledger,
            force=force,
            live=live,
            listener=listener,
            desk=Desk(force, listener),
            promise_ear=ear,
            school=School(force, shop),
            office=Office(ledger, publisher, live),
        )


def _plan_digests(books: Books) -> None:
    plan_all(books, books.shop.managers, books.reach.zone)
