"""The whole bot over HTTP: updates a second, until the last one is dealt with.

Dealt with means confirmed, and for an echo bot echoed, for Aram every due letter delivered.
"""

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.cast import AIOGRAM, ARAM, CUSTOMERS, ONE_HEATED_IN, PTB, SELLERS
from benchmarks.contestants import NAMES, command
from benchmarks.figures import Aim, Bound, Figure, Section, compare, rounds
from benchmarks.stand import Loaded, Running, Sandbox, contestant, sandbox

UPDATES = 500
WARM_UP = 300
ROUNDS, FEWEST_ROUNDS, SECONDS = 5, 3, 45.0
AIM = Aim(Bound.AT_LEAST, 0.5)
MEMORY_AIM = Aim(Bound.AT_MOST, 1.5)


@dataclass(frozen=True, slots=True)
class Heat:
    """One contestant under one load."""

    name: str
    bot: str
    furious: bool = False
    aim: Aim | None = None


HEATS = (
    Heat(NAMES[AIOGRAM], AIOGRAM),
    Heat(NAMES[PTB], PTB),
    Heat(f"{NAMES[ARAM]}, one customer in {ONE_HEATED_IN} heated", ARAM, aim=AIM),
    Heat(f"{NAMES[ARAM]}, worst case: every message moves a card", ARAM, furious=True),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One heat in one round; `cpu` is the contestant's own, in seconds."""

    loaded: Loaded
    cpu: float

    @property
    def updates_a_second(self) -> float:
        """By the clock on the wall."""
        return UPDATES / self.loaded.seconds

    @property
    def cpu_an_update(self) -> float:
        """In milliseconds."""
        return 1e3 * self.cpu / UPDATES


def measure() -> tuple[Section, Section]:
    """Updates a second, CPU time an update; and resident memory after a few hundred updates."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="aram-bench-")))
        server = stack.enter_context(sandbox())
        running = {
            bot: stack.enter_context(contestant(command(bot, server, folder)))
            for bot in (AIOGRAM, PTB, ARAM)
        }
        for bot, process in running.items():
            server.first_poll_at(bot)
            server.load(process.command, WARM_UP)
        memory = {bot: process.resident_mb for bot, process in running.items()}
        taken = _take_turns(server, running)
    return _section(taken), _memory_section(memory)


def _take_turns(server: Sandbox, running: dict[str, Running]) -> dict[Heat, list[Sample]]:
    taken: dict[Heat, list[Sample]] = {heat: [] for heat in HEATS}
    for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
        for heat in HEATS:
            taken[heat].append(_sample(server, running[heat.bot], heat))
    return taken


def _sample(server: Sandbox, process: Running, heat: Heat) -> Sample:
    before = process.cpu_seconds
    loaded = server.load(process.command, UPDATES, furious=heat.furious)
    cpu = process.cpu_seconds - before
    if heat.bot == ARAM:
        server.answer(process.command, furious=heat.furious)
    return Sample(loaded, cpu)


def _section(taken: dict[Heat, list[Sample]]) -> Section:
    speed = {heat: [one.updates_a_second for one in samples] for heat, samples in taken.items()}
    cost = {heat: [one.cpu_an_update for one in samples] for heat, samples in taken.items()}
    unit = HEATS[0]
    return Section(
        "The whole bot, long polling over HTTP",
        (
            *(
                compare(heat.name, "updates/s", speed[heat], speed[unit], heat.aim)
                for heat in HEATS
            ),
            *(
                compare(f"CPU: {heat.name}", "ms an update", cost[heat], cost[unit])
                for heat in HEATS
            ),
        ),
        tuple(_remarks(taken)),
    )


def _remarks(taken: dict[Heat, list[Sample]]) -> list[str]:
    """How far the sandbox itself is from being what was measured, and how much Aram had to say."""
    remarks = [
        f"{UPDATES} updates a round; {CUSTOMERS} customers write to {SELLERS} sellers, "
        "or to the echo bot"
    ]
    for heat, samples in taken.items():
        busy = median(one.loaded.server_cpu / one.loaded.seconds for one in samples)
        ceiling = median(UPDATES / one.loaded.server_cpu for one in samples)
        remarks.append(
            f"{heat.name}: the sandbox was busy {busy:.0%} of the time; "
            f"its own ceiling is {ceiling:.0f} updates/s; calls a round: {_calls(samples[-1])}"
        )
    return remarks


def _calls(sample: Sample) -> str:
    return ", ".join(f"{count} {method}" for method, count in sorted(sample.loaded.calls.items()))


def _memory_section(memory: dict[str, float]) -> Section:
    figures: list[Figure] = []
    for bot in (AIOGRAM, PTB, ARAM):
        aim = MEMORY_AIM if bot == ARAM else None
        figures.append(compare(NAMES[bot], "MB", [memory[bot]], [memory[AIOGRAM]], aim))
    return Section(f"Resident memory after {WARM_UP} updates", tuple(figures))
