"""One message: read, assessed and stored, beside hazm's normaliser with its default options.

CPU time in one process; the share of fsync that only waits shows in `throughput`.
"""

import itertools
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.conversations import CALM, HEATED
from benchmarks.figures import Aim, Bound, Figure, Section, compare, rounds
from bot.app import build_coach, build_ledger
from bot.core.coach import Coach
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.shelf import Place, Said
from bot.language.reader import Reader
from bot.settings import Settings

ROUNDS, FEWEST_ROUNDS, SECONDS = 15, 5, 15.0
PASSES = 2
SECONDS_APART = 40.0
SELLER_ID = 1
AIM = Aim(Bound.AT_MOST, 1.5)

type Pass = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Moment:
    """A customer's turn with all that came before it in the conversation."""

    memory: Memory
    course: Course
    turn: Turn


def measure() -> Section:
    """Every contestant over the same messages, round by round."""
    settings = Settings(_env_file=None, seller_ids=frozenset({SELLER_ID}))
    coach = build_coach(settings)
    moments = [moment for number in range(len(CALM + HEATED)) for moment in _lived(coach, number)]
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as folder:
        database = f"sqlite:///{Path(folder) / 'aram.db'}"
        ledger = build_ledger(settings.model_copy(update={"database_url": database}))
        try:
            passes = {
                "hazm: Normalizer().normalize": _normalising(moments),
                "read": _reading(moments),
                "assess: read, detect, pace, ladder": _assessing(coach, moments),
                "assess and store, to SQLite on disk": _storing(
                    Listener(Force(coach)), ledger.commit
                ),
            }
            samples = _take_turns(passes, len(moments))
        finally:
            ledger.close()
    return Section(
        "One message (CPU time)",
        tuple(_figures(samples)),
        (f"{len(moments)} messages of {_mean_length(moments):.0f} characters on average",),
    )


def _figures(samples: dict[str, list[float]]) -> Iterator[Figure]:
    unit = next(iter(samples.values()))
    for name, taken in samples.items():
        yield compare(name, "µs", taken, unit, AIM if name.startswith("assess:") else None)


def _take_turns(passes: dict[str, Pass], messages: int) -> dict[str, list[float]]:
    """Microseconds a message, for each contestant and round; the first round only warms up."""
    samples: dict[str, list[float]] = {name: [] for name in passes}
    for one_pass in passes.values():
        one_pass()
    for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
        for name, one_pass in passes.items():
            started = time.process_time()
            for _ in range(PASSES):
                one_pass()
            took = time.process_time() - started
            samples[name].append(1e6 * took / (PASSES * messages))
    return samples


def _lived(coach: Coach, number: int) -> Iterator[Moment]:
    """A conversation's customer turns, each with the memory and course before it."""
    memory, course = Memory(), Course()
    for place, text in enumerate((CALM + HEATED)[number]):
        turn = Turn(Who.CUSTOMER, text, at=SECONDS_APART * place)
        yield Moment(memory, course, turn)
        heard = coach.hear(memory, course, turn)
        memory, course = heard.memory, heard.course


def _normalising(moments: list[Moment]) -> Pass:
    from hazm.normalizer import Normalizer

    hazm = Normalizer()

    def normalise_all() -> None:
        for moment in moments:
            hazm.normalize(moment.turn.text)

    return normalise_all


def _reading(moments: list[Moment]) -> Pass:
    reader = Reader()

    def read_all() -> None:
        for moment in moments:
            reader.read(moment.turn.text)

    return read_all


def _assessing(coach: Coach, moments: list[Moment]) -> Pass:
    def assess_all() -> None:
        for moment in moments:
            coach.hear(moment.memory, moment.course, moment.turn)

    return assess_all


def _storing(listener: Listener, commit: Callable[..., object]) -> Pass:
    """Each pass begins conversations of its own; every message is one transaction."""
    passes = itertools.count()

    def store_all() -> None:
        this = next(passes)
        for number, conversation in enumerate(CALM + HEATED):
            for place, text in enumerate(conversation):
                said = _said(this * len(CALM + HEATED) + number, place, text)
                commit(lambda books, said=said: listener.hear(books, said))

    return store_all


def _said(chat_id: int, number: int, text: str) -> Said:
    place = Place(f"bench:{chat_id}", Channel.CHAT, chat_id, chat_id, SELLER_ID, "مریم")
    return Said(place, Turn(Who.CUSTOMER, text, at=SECONDS_APART * number), number)


def _mean_length(moments: list[Moment]) -> float:
    return sum(len(moment.turn.text) for moment in moments) / len(moments)
