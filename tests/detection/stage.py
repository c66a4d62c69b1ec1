"""A detector on the shipped playbooks, and a short way to play a dialogue to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.core.assessment import Assessment, Situation
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.playbook import Library, Phrases, Playbook
from bot.detection.detector import Detector
from bot.detection.models import Models
from bot.detection.observer import Observer
from bot.language.reader import Reader

PLAYBOOKS = Path(__file__).parents[2] / "playbooks"

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


@cache
def reader() -> Reader:
    """One reader for all tests: its word lists take a while to load."""
    return Reader()


@cache
def detector() -> Detector:
    """The detector as shipped: the playbooks' phrases, the fitted weights."""
    return Detector(observer(), models())


@cache
def observer() -> Observer:
    """What sees for the detector."""
    return Observer(library(), reader().read, models().tables.phrases)


@cache
def models() -> Models:
    """The trained files as shipped."""
    return Models.load()


@cache
def library() -> Library:
    """Signals of the shipped playbooks; the rest of a playbook is not detection's business."""
    locales = sorted(path.name for path in PLAYBOOKS.iterdir() if path.is_dir())
    return Library({locale: dict(_books(locale)) for locale in locales})


def _books(locale: str) -> Iterable[tuple[str, Playbook]]:
    for path in sorted((PLAYBOOKS / locale).glob("*.yaml")):
        book: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        signals = book.get("signals") or {}
        situations = frozenset(map(Situation, book["when"].get("situations", ())))
        lists = (tuple(signals.get(name, ())) for name in ("phrases", "hints", "unless"))
        phrases = Phrases(*lists)
        yield book["id"], Playbook(book["id"], "", situations, (), phrases=phrases)


def one_book(
    *, sure: tuple[str, ...] = (), hints: tuple[str, ...] = (), unless: tuple[str, ...] = ()
) -> Library:
    """A library of one playbook for complaints."""
    phrases = Phrases(sure, hints, unless)
    book = Playbook("own", "", frozenset({Situation.COMPLAINT}), (), phrases=phrases)
    return Library({"fa": {"own": book}})


@dataclass
class Dialogue:
    """Plays turns, a minute apart unless told otherwise, and keeps what was made of each."""

    channel: Channel = Channel.CHAT
    with_detector: Detector = field(default_factory=detector)
    memory: Memory = field(default_factory=Memory)
    at: float = 0.0
    seen: list[Assessment] = field(default_factory=list)

    def says(self, text: str, *, after: float = MINUTE, **turn: Any) -> Assessment:
        """A customer's turn."""
        self.at += after
        said = Turn(Who.CUSTOMER, text, self.at, self.channel, **turn)
        self.memory, assessment = self.with_detector.assess(self.memory, said)
        self.seen.append(assessment)
        return assessment

    def seller(self, text: str, *, after: float = MINUTE) -> None:
        """A seller's turn."""
        self.at += after
        said = Turn(Who.SELLER, text, self.at, self.channel)
        self.memory = self.with_detector.observe(self.memory, said)


def assess(text: str, channel: Channel = Channel.CHAT) -> Assessment:
    """What one first message shows."""
    return Dialogue(channel).says(text)


def found(assessment: Assessment) -> set[str]:
    """The names of the signals that fired."""
    return {signal.name for signal in assessment.signals if signal.fired}
