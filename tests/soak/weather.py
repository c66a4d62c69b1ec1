"""What goes wrong in a run, from a seed: with Telegram, the network, the disk and the clock."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from bot.sandbox.faults import WEBHOOK, Fault, Faults
from tests.soak.clocks import SharedClock
from tests.soak.keeper import Keeper
from tests.soak.places import Place
from tests.soak.watch import Watch

METHODS = (*["sendMessage"] * 6, *["editMessageText"] * 3, "deleteMessage", "getMe")
SENDING = (
    "too_many_requests",
    "server_error",
    "bad_gateway",
    "dropped",
    "lost",
    "half_sent",
    "slow",
)
ARRIVING = ("server_error", "bad_gateway", "dropped", "lost", "half_sent", "slow")
CARRYING = ("dropped", "lost", "half_sent", "slow")
REPEATING = frozenset({"lost", "half_sent"})
"""After these a bot cannot know that what it sent has arrived: it may send it once more."""
CLOCK = "clock_jumps"
LONG_LOCK_SECONDS = 11.0
"""Longer than a bot waits for a lock of SQLite."""


@dataclass(eq=False)
class Weather:
    """Blows until cancelled.

    `ahead` is how far the bot's clock is ahead of the computer's where nothing is wrong with it.
    """

    chance: Random
    faults: Faults
    place: Place
    keeper: Keeper
    watch: Watch
    clock: SharedClock
    ahead: float
    sellers: list[int]
    arrives_by: str
    _troubles: Counter[str] = field(default_factory=Counter)

    @property
    def befallen(self) -> Counter[str]:
        """What has gone wrong, by kind."""
        counted = Counter(self._troubles)
        for (kind, _), count in self.faults.befallen.items():
            counted[kind] += count
        return counted

    @property
    def answers_lost(self) -> int:
        """How often a message was sent, and the bot cannot know it."""
        return sum(self.faults.befallen[kind, "sendmessage"] for kind in REPEATING)

    async def blow(self, *, pause: float) -> None:
        """Network and machine, each with troubles of its own.

        Of the network's there is one in `pause` seconds of a bot's computing, in the mean.
        """
        async with asyncio.TaskGroup() as both:
            both.create_task(self._again(self._network, pause))
            both.create_task(self._again(self._machine, 4 * pause))

    def clear(self) -> None:
        """Fair weather: what has not befallen anything yet does not."""
        self.faults.clear()
        self.clock.run(ahead=self.ahead)

    async def _again(self, once: Callable[[], Awaitable[None]], pause: float) -> None:
        while True:
            await self.keeper.let_toil(self.chance.expovariate(1 / pause))
            await once()

    async def _network(self) -> None:
        """One fault of Telegram's, on the way there or back."""
        chance = self.chance
        if chance.random() < 0.7:
            method, kind = chance.choice(METHODS), chance.choice(SENDING)
        else:
            method, kinds = self.arrives_by, CARRYING if self.arrives_by == WEBHOOK else ARRIVING
            kind = chance.choice(kinds)
        chat = chance.choice(self.sellers) if kind == "too_many_requests" else None
        self.faults.add(
            Fault(
                kind,
                "sendMessage" if chat else method,
                chat_id=chat,
                retry_after=chance.randint(1, 4),
                seconds=chance.uniform(0.1, 2.0),
            )
        )

    async def _machine(self) -> None:
        """One trouble of the machine's, until it is over."""
        kind = self.chance.choice((CLOCK, *self.place.troubles))
        self._troubles[kind] += 1
        seconds = self.chance.uniform(0.1, 2.0)
        match kind:
            case "clock_jumps":
                far = self.chance.choice((-1, 1)) * self.chance.choice((5.0, 90.0, 3600.0))
                self.clock.run(ahead=self.ahead + far)
                await asyncio.sleep(seconds)
                self.clock.run(ahead=self.ahead)
            case "read_only" if "disk_errors" in self.place.troubles:  # no file may be open
                await self._meet_at_the_start(kind, seconds)
            case "vanished" if "disk_errors" in self.place.troubles:
                await self._while_it_lives(kind, seconds)
            case "locked" if self.chance.random() < 0.1:
                await self._befall(kind, LONG_LOCK_SECONDS)
            case _:
                await self._befall(kind, seconds)

    async def _befall(self, kind: str, seconds: float) -> None:
        """Begin a trouble and end it, whatever becomes of the bot meanwhile."""
        pid = self.keeper.living
        try:
            await asyncio.to_thread(self.place.trouble, kind, pid)
            await asyncio.sleep(seconds)
        finally:
            same = pid if pid == self.keeper.living else None
            await asyncio.to_thread(self.place.mend, kind, same)

    async def _meet_at_the_start(self, kind: str, seconds: float) -> None:
        """The bots that are started meanwhile find it so."""
        async with self.keeper.spared:
            async with self.keeper.gate:
                await self.keeper.kill()
                await asyncio.to_thread(self.place.trouble, kind, None)
            await asyncio.sleep(seconds)
            async with self.keeper.gate:
                await self.keeper.kill()
                await asyncio.to_thread(self.place.mend, kind, None)

    async def _while_it_lives(self, kind: str, seconds: float) -> None:
        """Only while a bot has the file open: a new one could not tell it from its first start."""
        async with self.keeper.spared:
            while True:
                async with self.keeper.gate:
                    if self.watch.listens_in == self.watch.life:
                        await self._befall(kind, seconds)
                        return
                await asyncio.sleep(0.01)
