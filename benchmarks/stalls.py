"""The event loop of the whole bot, with the encoder and without: how long is it ever held up?

Messages that need the encoder come all at once, as in `throughput`; a watch on the bot's own loop
sees how late it wakes. What both weigh is seen here, too.
"""

import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles

from benchmarks.cast import ARAM
from benchmarks.contestants import aram
from benchmarks.figures import Figure, Section, compare, rounds
from benchmarks.passes import MESSAGES_WEIGHED, Weight
from benchmarks.stand import Running, Sandbox, contestant, sandbox
from benchmarks.watched_aram import SLEEP_SECONDS

WITH, WITHOUT = "with its encoder", "without"
OPTIONS: Mapping[str, tuple[str, ...]] = {WITHOUT: ("--without-encoder",), WITH: ()}
UPDATES = 300
IDLE_SECONDS = 2.0
ROUNDS, FEWEST_ROUNDS, SECONDS = 5, 3, 60.0

type Span = tuple[float, float]
type Sleeps = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Stalls:
    """What was found of the loop, and what each bot weighs."""

    section: Section
    weights: Mapping[str, list[Weight]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A bot under watch, and the sandbox that is its alone."""

    server: Sandbox
    process: Running

    def pour(self, count: int) -> Span:
        """Let furious customers write; from when to when the bot had to do with it."""
        begun = time.time()
        self.server.load(self.process.command, count, furious=True)
        ended = time.time()
        self.server.answer(self.process.command, furious=True)
        return begun, ended


def measure() -> Stalls:
    """Both bots by turns, then what their watches wrote down."""
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as temporary:
        files = {name: Path(temporary) / name / "sleeps.json" for name in OPTIONS}
        with ExitStack() as stack:
            stages = {name: _stage(stack, name, file) for name, file in files.items()}
            weights = {name: [_weigh(stage)] for name, stage in stages.items()}
            idle = _idle_span()
            spans = _pour_by_turns(stages)
        sleeps = {name: json.loads(file.read_text()) for name, file in files.items()}
    return Stalls(_section(sleeps, spans, idle), weights)


def _stage(stack: ExitStack, name: str, file: Path) -> Stage:
    file.parent.mkdir()
    server = stack.enter_context(sandbox())
    arguments = ("-m", "benchmarks.watched_aram", str(file), *OPTIONS[name])
    command = replace(aram(server, file.parent), arguments=arguments)
    process = stack.enter_context(contestant(command))
    server.first_poll_at(ARAM)
    return Stage(server, process)


def _weigh(stage: Stage) -> Weight:
    loaded = stage.process.resident_mb
    stage.pour(MESSAGES_WEIGHED)
    return Weight(loaded, stage.process.resident_mb)


def _idle_span() -> Span:
    begun = time.time()
    time.sleep(IDLE_SECONDS)
    return begun, time.time()


def _pour_by_turns(stages: Mapping[str, Stage]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {name: [] for name in stages}
    for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
        for name, stage in stages.items():
            spans[name].append(stage.pour(UPDATES))
    return spans


def _section(sleeps: Mapping[str, Sleeps], spans: Mapping[str, list[Span]], idle: Span) -> Section:
    late = {name: [_late(sleeps[name], span) for span in taken] for name, taken in spans.items()}
    quiet = _late(sleeps[WITH], idle)
    speed = {name: [UPDATES / (end - begin) for begin, end in spans[name]] for name in spans}
    return Section(
        "The event loop held up, while messages that need the encoder pour in",
        (
            Figure("longest, nothing to do", "ms", (max(quiet),)),
            *_both("longest", late, max),
            Figure("99th percentile, nothing to do", "ms", (_last_percentile(quiet),)),
            *_both("99th percentile", late, _last_percentile),
            *(
                compare(f"dealt with, {name}", "updates/s", speed[name], speed[WITHOUT])
                for name in spans
            ),
        ),
        (
            f"{UPDATES} messages a round to each bot at once, each of which needs the encoder and "
            f"moves a card; the watch sleeps {1e3 * SLEEP_SECONDS:.0f} ms at a time",
            "with its encoder the bot takes longer over them, so that its late wakings are a "
            "smaller share of more: compare the longest rather than the 99th percentile",
            "the bot without its encoder runs as on a machine that onnxruntime does not serve",
        ),
    )


def _both(
    name: str, late: Mapping[str, list[list[float]]], of: Callable[[list[float]], float]
) -> Iterator[Figure]:
    samples = {option: [of(each) for each in spans] for option, spans in late.items()}
    for option, taken in samples.items():
        yield compare(f"{name}, {option}", "ms", taken, samples[WITHOUT])


def _late(sleeps: Sleeps, span: Span) -> list[float]:
    """By how many milliseconds each sleep was too long that a span has a part in."""
    begin, end = span
    return [1e3 * over for at, over in sleeps if begin <= at and at - over <= end]


def _last_percentile(late: list[float]) -> float:
    return quantiles(late, n=100)[-1]
