"""What the encoder costs: time beside a BERT-base pass, the event loop's stalls, and memory."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from statistics import median

from benchmarks import passes, stalls
from benchmarks.alone import FP32, HAZM, INT8
from benchmarks.figures import Aim, Bound, Figure, Section, compare
from benchmarks.passes import MESSAGES_WEIGHED, Weight

ALLOWED_MB = 200.0
WITHIN = Aim(Bound.AT_MOST, 1.0)
NAMES = {
    HAZM: "hazm's normaliser",
    FP32: "BERT-base, fp32",
    INT8: "BERT-base, int8",
    stalls.WITHOUT: "Aram without its encoder",
    stalls.WITH: "Aram",
}


def measure() -> tuple[Section, ...]:
    """Passes first, then the whole bot; memory is weighed in both."""
    passed, stalled = passes.measure(), stalls.measure()
    memory = Section(
        "Resident memory, each in a fresh process",
        tuple(_memory({**passed.weights, **stalled.weights})),
        tuple(_remarks()),
    )
    return (*passed.sections, stalled.section, memory)


def _memory(weights: Mapping[str, list[Weight]]) -> Iterator[Figure]:
    loaded = {key: [weight.loaded for weight in taken] for key, taken in weights.items()}
    used = {key: [weight.used for weight in taken] for key, taken in weights.items()}
    yield from _beside_int8("loaded", loaded)
    yield from _beside_int8("in use", used)
    added = median(used[stalls.WITH]) - median(used[stalls.WITHOUT])
    name = f"what the encoder adds, beside {ALLOWED_MB:.0f} MB"
    yield compare(name, "MB", [added], [ALLOWED_MB], WITHIN)


def _beside_int8(when: str, weighed: Mapping[str, list[float]]) -> Iterator[Figure]:
    """Processes are weighed one after another, not by turns: each beside one figure."""
    unit = median(weighed[INT8])
    for key, name in NAMES.items():
        samples = weighed[key]
        yield compare(f"{name}, {when}", "MB", samples, [unit] * len(samples))


def _remarks() -> Iterator[str]:
    yield f"in use: after {MESSAGES_WEIGHED} messages; Aram is weighed as it serves, whole"
    if find_spec("sklearn"):
        yield "scikit-learn is installed here: nltk, and so hazm, imports it and weighs 90 MB more"
