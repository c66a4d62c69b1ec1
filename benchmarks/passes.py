"""A message read by Aram with its encoder, beside a BERT-base pass over 64 tokens: milliseconds.

Everyone has a fresh process; they read by turns, each on one thread.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import fmean, median

from benchmarks.alone import ARAM, FP32, HAZM, INT8
from benchmarks.figures import Aim, Bound, Figure, Section, compare, rounds
from benchmarks.judging import (
    ALWAYS,
    CALM_ASKED,
    CALM_SETTLED,
    LENGTHS,
    TROUBLED_ASKED,
    TROUBLED_SETTLED,
    encoder_alone,
)
from benchmarks.processor import about_eight_bits
from benchmarks.stand import Command, Partner, partner, run_to_end

ROUNDS, FEWEST_ROUNDS, SECONDS = 9, 3, 40.0
MESSAGES_WEIGHED, WEIGHINGS = 200, 3
BUILDING_SECONDS = 300.0
ASKED_AIM, SETTLED_AIM = Aim(Bound.AT_MOST, 1 / 2), Aim(Bound.AT_MOST, 1 / 20)
ABOUT_BERT = (
    "BERT-base has ParsBERT's shape and random weights; its pass begins with numbers of pieces, "
    "while Aram's time holds everything from the text to the decision"
)

type Kinds = tuple[str, ...]
type Middle = Callable[[list[float]], float]

WEIGHED = (HAZM, FP32, INT8)
CALM: Kinds = (CALM_SETTLED, CALM_ASKED)
TROUBLED: Kinds = (TROUBLED_SETTLED, TROUBLED_ASKED)
SETTLED: Kinds = (CALM_SETTLED, TROUBLED_SETTLED)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: the middle of what the messages of some kinds took."""

    name: str
    kinds: Kinds
    middle: Middle = median
    aim: Aim | None = None


UNIT = Row("BERT-base, 64 tokens, int8", (INT8,))
ROWS = (
    Row("hazm: Normalizer().normalize", (HAZM,)),
    Row("BERT-base, 64 tokens, fp32", (FP32,)),
    UNIT,
    Row("Aram, encoder asked every time: median", (ALWAYS,), median, ASKED_AIM),
    Row("Aram, encoder asked every time: mean", (ALWAYS,), fmean),
    Row("Aram, encoder not needed: median", SETTLED, median, SETTLED_AIM),
    Row("Aram as it runs: median", CALM + TROUBLED),
    Row("Aram as it runs: mean", CALM + TROUBLED, fmean),
    *(Row(encoder_alone(tokens), (encoder_alone(tokens),)) for tokens in LENGTHS),
)


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of every message in one round, by kind."""

    clock: Mapping[str, list[float]]
    cpu: Mapping[str, list[float]]


@dataclass(frozen=True, slots=True)
class Weight:
    """Resident memory in megabytes: once loaded, and after MESSAGES_WEIGHED messages."""

    loaded: float
    used: float


@dataclass(frozen=True, slots=True)
class Passes:
    """What was found of time, and what everyone weighs, in one fresh process after another."""

    sections: tuple[Section, ...]
    weights: Mapping[str, list[Weight]]


def measure() -> Passes:
    """Build BERT, weigh everyone but Aram, then let all read by turns."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="aram-bench-"))
        build = Command("benchmarks.bert", ("-m", "benchmarks.bert", folder))
        run_to_end(build, patience=BUILDING_SECONDS)
        weights = {name: _weigh(name, folder) for name in WEIGHED}
        readers = {
            name: stack.enter_context(partner("-m", "benchmarks.alone", name, folder))
            for name in (*WEIGHED, ARAM)
        }
        _read_by_turns(readers.values())  # warms up
        taken = [
            _read_by_turns(readers.values())
            for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS)
        ]
        about_messages = str(readers[ARAM].hello["remark"])
    return Passes(tuple(_sections(taken, about_messages)), weights)


def _weigh(name: str, folder: str) -> list[Weight]:
    weights: list[Weight] = []
    for _ in range(WEIGHINGS):
        with partner("-m", "benchmarks.alone", name, folder) as reader:
            weights.append(Weight(reader.hello["mb"], _resident_in_use(reader)))
    return weights


def _resident_in_use(reader: Partner) -> float:
    messages = 0
    while messages < MESSAGES_WEIGHED:
        answer = reader.ask()
        messages += sum(len(took) for took in answer["took"].values())
    return float(answer["mb"])


def _read_by_turns(readers: Iterable[Partner]) -> Took:
    clock: dict[str, list[float]] = {}
    cpu: dict[str, list[float]] = {}
    for reader in readers:
        for kind, took in reader.ask()["took"].items():
            clock[kind] = [each[0] for each in took]
            cpu[kind] = [each[1] for each in took]
    return Took(clock, cpu)


def _sections(taken: list[Took], about_messages: str) -> Iterator[Section]:
    yield Section(
        "One message beside a BERT-base pass (by the clock)",
        tuple(_figures([took.clock for took in taken])),
        (about_messages, ABOUT_BERT, about_eight_bits()),
    )
    yield Section(
        "One message beside a BERT-base pass (CPU time)",
        tuple(_figures([took.cpu for took in taken])),
    )
    yield Section("Messages settled without the encoder", tuple(_shares(taken[0].clock)))


def _figures(taken: list[Mapping[str, list[float]]]) -> Iterator[Figure]:
    beside = _samples(UNIT, taken)
    for row in ROWS:
        yield compare(row.name, "ms", _samples(row, taken), beside, row.aim)


def _samples(row: Row, taken: list[Mapping[str, list[float]]]) -> list[float]:
    return [row.middle([each for kind in row.kinds for each in took[kind]]) for took in taken]


def _shares(took: Mapping[str, list[float]]) -> Iterator[Figure]:
    for name, kinds in (("all", CALM + TROUBLED), ("calm", CALM), ("troubled", TROUBLED)):
        settled = sum(len(took[kind]) for kind in kinds if kind in SETTLED)
        every = sum(len(took[kind]) for kind in kinds)
        yield compare(name, "messages", [float(settled)], [float(every)])
