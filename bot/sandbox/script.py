"""Sample conversations: read from JSON, played as a new customer writing to the seller."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.sandbox.refusals import Impossible
from bot.sandbox.wire import Json
from bot.sandbox.world import World

type Pace = float | Literal["real"]
"""Seconds between turns, or "real": as long as the sample says."""

SAMPLES = Path(__file__).with_name("page") / "samples"
"""Where the page's own samples lie."""


@dataclass(frozen=True, slots=True)
class ScriptTurn:
    """One message of a sample: who writes, when (seconds from the beginning), and what."""

    who: str
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample conversation."""

    id: str
    title: str
    note: str
    customer: str
    turns: tuple[ScriptTurn, ...]

    @classmethod
    def read(cls, given: Json) -> "Sample":
        """Read a sample from its JSON."""
        turns = tuple(
            ScriptTurn(turn["who"], float(turn["at"]), turn["text"]) for turn in given["turns"]
        )
        return cls(given["id"], given["title"], given.get("note", ""), given["customer"], turns)

    def card(self) -> Json:
        """Return the sample as the page lists it."""
        return {
            "id": self.id,
            "title": self.title,
            "note": self.note,
            "turns": len(self.turns),
        }


def load_samples(folder: Path = SAMPLES) -> tuple[Sample, ...]:
    """Read every sample of a folder, by file name."""
    return tuple(
        Sample.read(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.json"))
    )


def checked_pace(given: Any) -> Pace:
    """Return a pace from JSON."""
    if given == "real":
        return "real"
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 3600:
        raise Impossible('a pace is "real" or a number of seconds')
    return float(given)


class Player:
    """Plays one sample at a time; the world's clock moves as far as the sample's turns lie
    apart.
    """

    def __init__(self, world: World, samples: Sequence[Sample]) -> None:
        self.samples = {sample.id: sample for sample in samples}
        self._world = world
        self._task: asyncio.Task[None] | None = None
        self._status: Json | None = None

    def status(self) -> Json | None:
        """Return {"sample", "title", "turn", "turns", "pace"} while one plays."""
        return self._status

    async def play(self, sample_id: str, pace: Pace) -> int:
        """Begin a sample (ending another) with a new customer, who becomes the customer's phone;
        return their id.
        """
        sample = self.samples.get(sample_id)
        if sample is None:
            raise Impossible(f"there is no sample {sample_id}")
        if "seller" not in self._world.roles:
            raise Impossible("nobody plays the seller")
        await self.stop()
        customer = new_customer(self._world, sample.customer)
        self._status = {**sample.card(), "sample": sample.id, "turn": 0, "pace": pace}
        del self._status["id"], self._status["note"]
        self._task = asyncio.create_task(self._play_to_its_end(sample, pace, customer))
        self._world.recast()
        return customer

    async def stop(self) -> None:
        """Stop where it is, so that people go on by hand."""
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def finished(self) -> None:
        """Wait until the sample has been played."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    async def _play_to_its_end(self, sample: Sample, pace: Pace, customer: int) -> None:
        try:
            await self._play(sample, pace, customer)
        finally:
            self._status = None
            self._world.recast()

    async def _play(self, sample: Sample, pace: Pace, customer: int) -> None:
        seller = self._world.roles["seller"]
        began, earlier = self._world.clock.now(), 0.0
        for number, turn in enumerate(sample.turns, start=1):
            gap = max(0.0, turn.at - earlier)
            first = number == 1
            await asyncio.sleep(gap if pace == "real" else 0.0 if first else pace)
            self._world.clock.advance(began + turn.at - self._world.clock.now())
            writer, reader = (customer, seller) if turn.who == "customer" else (seller, customer)
            self._world.send(writer, reader, text=turn.text)
            earlier = turn.at
            if self._status is not None:
                self._status = {**self._status, "turn": number}
            self._world.recast()


def new_customer(world: World, name: str) -> int:
    """Add a customer who becomes the customer's phone, and return their id."""
    user = world.add_user(name)
    world.roles["customer"] = user.id
    world.recast()
    return user.id
