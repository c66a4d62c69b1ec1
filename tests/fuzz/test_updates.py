"""Random updates of every kind through the running bot: it never breaks, and no customer sees it.

`FUZZ_SEED=7 FUZZ_UPDATES=20000 pytest tests/fuzz/test_updates.py` makes another, longer run; what
fails says its seed.
"""

import asyncio
import contextlib
import json
import logging
import os
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from aiogram.types import Update

from bot.core.people import Role
from handlers.telegram_json import harmless
from tests.fuzz.audit import Mishaps, seen_by_customers
from tests.fuzz.cast import Cast, cast_of
from tests.fuzz.schema import kinds
from tests.fuzz.updates import Maker
from tests.handlers.crew import HEATED, appoint, hire, open_group, open_shop
from tests.handlers.presses import without_limits
from tests.stage import Stage, stage

SEED = int(os.environ.get("FUZZ_SEED", "20261122"))
UPDATES = int(os.environ.get("FUZZ_UPDATES", "500"))
AT_ONCE = 40
PATIENCE_SECONDS = 60.0
LONGEST_SHOWN = 2_000
USUAL = ("message", "business_message", "callback_query", "edited_business_message")
"""Half of all updates are of these kinds; the others are of any."""
HEARD = 0.95
"""So many of the updates that the schema allows can be read, at least: else little is tried."""


class Fuzz:
    """A shop with something of everything in it, and what befell it."""

    def __init__(self, acting: Stage, cast: Cast, second: int, mishaps: Mishaps) -> None:
        self.acting = acting
        self.cast = cast
        self.mishaps = mishaps
        self._second = second
        self._number = 300_000_000
        self.told: list[str] = []

    async def play(self, random: Random, *, broken: bool) -> None:
        """Random updates, a few at once, some by way of the inbox; the team stays what it is."""
        maker, left = Maker(random, self.cast), UPDATES
        while left > 0:
            made = [self._made(maker, random, broken=broken) for _ in range(min(left, AT_ONCE))]
            left -= len(made)
            await self._deal_with(made, random)
            await self._look_after_team()

    def _made(self, maker: Maker, random: Random, *, broken: bool) -> dict[str, Any]:
        self._number += 1
        kind = random.choice(USUAL if random.random() < 0.5 else tuple(kinds()))
        make = maker.broken if broken else maker.update
        return make(self._number, kind)

    async def _deal_with(self, made: Sequence[dict[str, Any]], random: Random) -> None:
        dealing, expected = self.acting.app.dealing, []
        for raw in made:
            update = dealing.read(json.loads(json.dumps(raw)))
            if update is None:
                continue
            if random.random() < 0.5:
                expected.append(dealing.enter(update))
            else:
                await dealing.keep(update)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await asyncio.gather(*expected)
            while dealing.waiting:
                await asyncio.sleep(0.005)

    async def _look_after_team(self) -> None:
        acting = self.acting
        await appoint(acting, acting.seller)
        await appoint(acting, self._second, Role.MANAGER)
        requests = acting.server.api.requests
        self.told += seen_by_customers(requests, self.cast.team)
        requests.clear()

    async def assert_unharmed(self) -> None:
        """No error, no update that was set aside, nothing that a customer saw."""
        found = await self.acting.app.ledger.write(lambda books: books.inbox().asides())
        asides = [f"set aside, {each.trouble}: {each.body}" for each in found]
        told = [f"seen by a customer: {each}" for each in self.told]
        harm = [*self.mishaps.met, *asides, *told]
        if harm:
            shown = "\n".join(each[:LONGEST_SHOWN] for each in harm)
            pytest.fail(f"FUZZ_SEED={SEED} FUZZ_UPDATES={UPDATES}\n{shown}", pytrace=False)


@contextlib.asynccontextmanager
async def fuzzed(folder: Path) -> AsyncIterator[Fuzz]:
    """A stage on which nobody may write in the seller's name: else that would be no mistake."""
    mishaps = Mishaps()
    async with stage(folder) as acting:
        without_limits(acting)
        second = await hire(acting, "الهام", Role.MANAGER)
        acting.colleagues.add(second)
        await open_shop(acting, "گلفروشی")
        group = open_group(acting, second)
        hostile = acting.world.add_user("</b><a href='http://evil.example'>\u202eevil").id
        for person in (acting.customer, hostile):  # they have written to Aram, and may be told off
            acting.world.start(person, acting.bot_id)
        await acting.customer_says(HEATED)
        acting.world.change_rights(acting.seller, [])
        acting.world.send(acting.customer, group, text=HEATED)
        await acting.settle()
        logging.getLogger().addHandler(mishaps)
        acting.server.api.requests.clear()
        try:
            yield Fuzz(acting, cast_of(acting, (group,)), second, mishaps)
        finally:
            logging.getLogger().removeHandler(mishaps)


async def lives_on(acting: Stage) -> None:
    """Aram goes on as before: a new customer's anger is a card."""
    stranger = acting.world.add_user("لیلا").id
    acting.world.connect(acting.seller, acting.bot_id)  # a random update may have taken it away
    await acting.settle()
    before = len(acting.cards())
    await acting.customer_says(HEATED, who=stranger)
    assert len(acting.cards()) > before


async def test_updates_as_published_never_break_the_bot(tmp_path: Path) -> None:
    async with fuzzed(tmp_path) as fuzz:
        await fuzz.play(Random(SEED), broken=False)
        await fuzz.assert_unharmed()
        assert fuzz.mishaps.unreadable <= UPDATES * (1 - HEARD)
        await lives_on(fuzz.acting)


async def test_broken_updates_never_break_the_bot(tmp_path: Path) -> None:
    async with fuzzed(tmp_path) as fuzz:
        await fuzz.play(Random(SEED), broken=True)
        await fuzz.assert_unharmed()
        await lives_on(fuzz.acting)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_framework_reads_what_the_schema_allows(kind: str) -> None:
    """Else the tests above would prove nothing."""
    random = Random(SEED)
    maker, read = Maker(random, NOBODY), 0
    for number in range(40):
        with contextlib.suppress(ValueError):
            Update.model_validate(harmless(maker.update(number, kind)))
            read += 1
    assert read >= 40 * HEARD


PERSON = {"id": 5, "is_bot": False, "first_name": "مریم"}
NOBODY = Cast((PERSON,), (5,), (6,), (-100,), 7, ("سلام",), ("1~lang:fa",), 1_800_000_000)
