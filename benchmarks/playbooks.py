"""Playbooks: 200 files loaded and checked, and messages dealt with while such a set is reloaded.

Loading stands beside a plain `yaml.safe_load` of the same files. For the reload, one file is edited
on disk while customers write, then all of them are replaced, as by a `git pull`: one watch sees how
late the event loop wakes, another how long each message takes from its arrival to its commit, as
without a reload.
"""

import asyncio
import gc
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

import yaml

from benchmarks.conversations import CALM, HEATED
from benchmarks.figures import Aim, Bound, Figure, Section, compare, rounds
from bot.app import build_edition, build_ledger, build_locales
from bot.content.files import read_folder
from bot.content.load import load
from bot.core.conversation import Channel, Turn, Who
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.shelf import Place, Said
from bot.detection.models import Models
from bot.publishing.forge import Forge
from bot.publishing.live import Live
from bot.publishing.notes import Bell
from bot.publishing.publisher import Publisher
from bot.settings import Settings
from bot.store.ledger import Ledger

FILES, LOCALES = 200, ("fa", "en")
ROUNDS, FEWEST_ROUNDS, SECONDS = 7, 3, 60.0
LOAD_AIM_SECONDS, DELAY_AIM_MS = 2.0, 100.0
AIM = Aim(Bound.AT_MOST, 1.0)
SECONDS_BETWEEN_MESSAGES, SECONDS_ASLEEP, SECONDS_AT_REST = 0.05, 0.005, 3.0
SELLER_ID = 1
EDITED = "fa/complaint_0.yaml"
OF_A_COPY = ("الف", "ب", "پ", "ت", "ث", "جیم", "چ", "ح", "خ", "دال", "ذال", "ر")


@dataclass
class Watched:
    """In milliseconds: by how much the loop woke late, and how long each message took."""

    stalls: list[float] = field(default_factory=list)
    messages: list[float] = field(default_factory=list)


def measure() -> list[Section]:
    """Loading first, then reloading under load, after one edit and after all files' replacement."""
    with tempfile.TemporaryDirectory(prefix="aram-bench-") as temporary:
        folder = Path(temporary) / "playbooks"
        _write_playbooks(folder)
        texts, numbers = read_folder(folder), count(1)  # a message that is known is not heard again
        return [
            _loading(texts),
            asyncio.run(_reloading(folder, [EDITED], numbers)),
            asyncio.run(_reloading(folder, sorted(texts), numbers)),
        ]


def _loading(texts: Mapping[str, bytes]) -> Section:
    passes: dict[str, Callable[[], object]] = {
        "yaml.safe_load": lambda: [yaml.safe_load(raw) for raw in texts.values()],
        "yaml.load with its loader in C": lambda: [
            yaml.load(raw, Loader=yaml.CSafeLoader) for raw in texts.values()
        ],
        "loaded and checked": lambda: load(texts),
    }
    taken: dict[str, list[float]] = {name: [] for name in passes}
    for _ in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
        for name, one_pass in passes.items():
            began = time.process_time()
            one_pass()
            taken[name].append(time.process_time() - began)
    unit, ours = taken["yaml.safe_load"], taken["loaded and checked"]
    return Section(
        f"{len(texts)} playbooks (CPU time)",
        (
            *(compare(name, "s", samples, unit) for name, samples in taken.items()),
            compare(
                f"loaded and checked, beside {LOAD_AIM_SECONDS:g} s",
                "s",
                ours,
                [LOAD_AIM_SECONDS] * len(ours),
                AIM,
            ),
        ),
        (f"{sum(map(len, texts.values())) / 1024:.0f} KB, made from the shipped playbooks",),
    )


async def _reloading(folder: Path, files: Sequence[str], numbers: Iterator[int]) -> Section:
    books = {file: yaml.safe_load((folder / file).read_bytes()) for file in files}
    quiet: list[Watched] = []
    busy: list[Watched] = []
    taken: list[float] = []
    async with _serving(folder) as (ledger, force):
        listener = Listener(force)
        await _watched(ledger, listener, numbers, asyncio.sleep(0.5))
        for number in rounds(ROUNDS, fewest=FEWEST_ROUNDS, seconds=SECONDS):
            at_rest = asyncio.sleep(taken[-1] if taken else SECONDS_AT_REST)
            quiet.append(await _watched(ledger, listener, numbers, at_rest))
            edited = {file: _edited(book, f"نوبت {number}") for file, book in books.items()}
            began = time.perf_counter()
            edit = _save_and_wait(folder, edited, force)
            busy.append(await _watched(ledger, listener, numbers, edit))
            taken.append(time.perf_counter() - began)
    return Section(
        f"Messages while {FILES} playbooks are reloaded, {len(files)} of them edited",
        tuple(_figures(quiet, busy, taken)),
        (
            f"a message every {1e3 * SECONDS_BETWEEN_MESSAGES:.0f} ms, to SQLite on disk; the edit "
            "of each round is taken in at the second look that finds the same",
            "the delay: slowest message of a reload less the slowest in as long a time at rest",
        ),
    )


def _figures(quiet: list[Watched], busy: list[Watched], taken: list[float]) -> Iterator[Figure]:
    def both(name: str, of: Callable[[Watched], float]) -> Iterator[Figure]:
        unit, ours = [of(each) for each in quiet], [of(each) for each in busy]
        yield compare(f"{name}, at rest", "ms", unit, unit)
        yield compare(f"{name}, at a reload", "ms", ours, unit)

    yield from both("longest stall of the loop", lambda each: max(each.stalls))
    yield from both("message, 99th percentile", lambda each: quantiles(each.messages, n=100)[-1])
    yield from both("slowest message", lambda each: max(each.messages))
    delays = [
        max(0.0, max(reload.messages) - max(rest.messages))
        for rest, reload in zip(quiet, busy, strict=True)
    ]
    aim = [DELAY_AIM_MS] * len(delays)
    yield compare(f"delay by a reload, beside {DELAY_AIM_MS:g} ms", "ms", delays, aim, AIM)
    yield Figure("from the edit on disk to its being in force", "s", tuple(taken))


@asynccontextmanager
async def _serving(folder: Path) -> AsyncIterator[tuple[Ledger, Force]]:
    settings = Settings(
        _env_file=None,
        seller_ids=frozenset({SELLER_ID}),
        playbooks_dir=folder,
        database_url=f"sqlite:///{folder.parent}/aram.db",
    )
    ledger, forge = build_ledger(settings), Forge(Models.load())
    force = Force(forge.coach(build_edition(settings, ledger)))
    publisher = Publisher(forge.problems, settings.shop)
    bell = Bell(settings.shop, build_locales())
    live = Live(ledger, publisher, forge, force=force, bell=bell, folder=folder)
    await live.start()
    gc.freeze()  # as bot.app.run does
    looking = asyncio.create_task(live.run())
    try:
        yield ledger, force
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        ledger.close()


def _edited(book: dict[str, Any], advice: str) -> str:
    book["steps"][0]["advice"] = advice
    return yaml.dump(book, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


async def _save_and_wait(folder: Path, edited: Mapping[str, str], force: Force) -> None:
    before = force.coach
    await asyncio.to_thread(_save, folder, edited)
    while force.coach is before:  # noqa: ASYNC110 - as a customer would notice it
        await asyncio.sleep(SECONDS_ASLEEP)


def _save(folder: Path, edited: Mapping[str, str]) -> None:
    for file, text in edited.items():
        (folder / file).write_text(text, encoding="utf-8")


async def _watched(
    ledger: Ledger, listener: Listener, numbers: Iterator[int], during: Awaitable[None]
) -> Watched:
    """What the watches see until `during` has ended, and the messages that came by then."""
    watched, is_over = Watched(), asyncio.Event()
    watching = asyncio.create_task(_watch(watched.stalls, is_over))
    pouring = asyncio.create_task(_pour(ledger, listener, numbers, watched.messages, is_over))
    await during
    is_over.set()
    await asyncio.gather(watching, pouring)
    return watched


async def _watch(stalls: list[float], is_over: asyncio.Event) -> None:
    while not is_over.is_set():
        began = time.perf_counter()
        await asyncio.sleep(SECONDS_ASLEEP)
        stalls.append(1e3 * (time.perf_counter() - began - SECONDS_ASLEEP))


async def _pour(
    ledger: Ledger,
    listener: Listener,
    numbers: Iterator[int],
    taken: list[float],
    is_over: asyncio.Event,
) -> None:
    """Customers write at a steady pace, whether or not the one before has been dealt with."""
    texts = [text for talk in (*CALM, *HEATED) for text in talk]
    under_way = []
    while not is_over.is_set():
        number = next(numbers)
        text = texts[number % len(texts)]
        under_way.append(asyncio.create_task(_hear(ledger, listener, number, text, taken)))
        await asyncio.sleep(SECONDS_BETWEEN_MESSAGES)
    await asyncio.gather(*under_way)


async def _hear(
    ledger: Ledger, listener: Listener, number: int, text: str, taken: list[float]
) -> None:
    customer = number % 40 + 100
    key = f"chat:{SELLER_ID}:{customer}"
    place = Place(key, Channel.CHAT, customer, customer, SELLER_ID, "مریم")
    said = Said(place, Turn(Who.CUSTOMER, text, 60.0 * number), number)
    began = time.perf_counter()
    await ledger.write(lambda books: listener.hear(books, said))
    taken.append(1e3 * (time.perf_counter() - began))


def _write_playbooks(folder: Path) -> None:
    """Copies of the shipped ones, each with an id and with phrases of its own."""
    shipped = read_folder(Settings(_env_file=None).playbooks_dir)
    for locale in LOCALES:
        (folder / locale).mkdir(parents=True)
        files = sorted(file for file in shipped if file.startswith(f"{locale}/"))
        for number in range(FILES // len(LOCALES)):
            text = yaml.safe_load(shipped[files[number % len(files)]])
            copy = number // len(files)
            text["id"] = f"{text['id']}_{copy}"
            for phrases in text.get("signals", {}).values():
                phrases[:] = [f"{phrase} {OF_A_COPY[copy]}" for phrase in phrases]
            written = yaml.safe_dump(text, allow_unicode=True, sort_keys=False)
            (folder / locale / f"{text['id']}.yaml").write_text(written, encoding="utf-8")
