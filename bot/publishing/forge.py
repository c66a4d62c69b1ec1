"""Makes of an edition's texts what is in force: playbooks, the coach that knows them, problems.

All of it takes a while: it belongs in a thread of its own. What was made last is kept, so that what
has just been checked is put in force without being made again; of files that have not changed,
nothing is read, checked or folded anew. Shops with the same playbooks share one coach.
"""

from collections.abc import Collection
from functools import lru_cache
from hashlib import sha256
from weakref import WeakValueDictionary

from bot.content.check import check
from bot.content.load import Loaded, load
from bot.content.problems import Problem
from bot.content.rules import HEARING_RULES
from bot.core.coach import Coach
from bot.core.edition import Edition
from bot.core.goods import Goods
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.detection.detector import Detector
from bot.detection.evidence import folded
from bot.detection.hearing import TrialHearing
from bot.detection.lexicon import Read
from bot.detection.models import Models
from bot.detection.observer import Observer
from bot.detection.own_words import SellerEar
from bot.detection.questions import ALARM, STEADY
from bot.detection.timed import Observe, TimedDetector
from bot.errors import ContentError
from bot.language.reader import Reader

KEPT = 4

type _Content = tuple[tuple[tuple[str, bytes], ...], frozenset[str]]


class Forge:
    """Keeps the trained models, which every coach shares; safe from any thread."""

    def __init__(self, models: Models, observe: Observe | None = None) -> None:
        """`models` are loaded once; `observe` is told how long each assessment took."""
        self._models = models
        self._observe = observe
        self._read = Reader().read
        self._load = lru_cache(KEPT)(self._made_load)
        self._coach = lru_cache(KEPT)(self._made_coach)
        self._coaches: WeakValueDictionary[bytes, Coach] = WeakValueDictionary()
        self._problems = lru_cache(2 * KEPT)(self._found_problems)

    @property
    def read(self) -> Read:
        """What folds texts, for whoever else reads them."""
        return self._read

    def load(self, edition: Edition) -> Loaded:
        """An edition's playbooks; raises ContentError where none can be used."""
        return self._load(_content(edition))

    def coach(self, edition: Edition) -> Coach:
        """The coach of an edition's playbooks; raises ContentError where none can be used."""
        return self._coach(_content(edition))

    def problems(self, edition: Edition, changed: Collection[str]) -> tuple[Problem, ...]:
        """Every problem of an edition; where files `changed`, Aram listens to their examples, too.

        What comes of listening is never an error.
        """
        return self._problems(_content(edition), frozenset(changed))

    def _made_load(self, content: _Content) -> Loaded:
        texts, off = content
        return load(dict(texts), off=off)

    def _made_coach(self, content: _Content) -> Coach:
        key = _mark_of(content)
        coach = self._coaches.get(key)
        if coach is None:
            coach = coach_of(self._load(content), self._models, self._read)
            if self._observe is not None:
                coach.detector = TimedDetector(coach.detector, self._observe)
            self._coaches[key] = coach
        return coach

    def _found_problems(self, content: _Content, changed: frozenset[str]) -> tuple[Problem, ...]:
        try:
            loaded = self._load(content)
        except ContentError as error:
            return (*check(dict(content[0])).problems, problem_of(error))
        if not changed:
            return loaded.problems
        hearing = TrialHearing(self._read, self._coach(content), changed)
        repertoire = loaded.checked.repertoire
        heard = [each for rule in HEARING_RULES for each in rule.find(repertoire, hearing)]
        return (*loaded.problems, *heard)


def coach_of(loaded: Loaded, models: Models, read: Read) -> Coach:
    """Everything between a turn and a decision, for these playbooks."""
    observer = Observer(loaded.library, read, models.tables.phrases)
    goods = Goods((name, tuple(folded(read(name)))) for name in loaded.house.products)
    rivals = Goods((name, tuple(folded(read(name)))) for name in loaded.house.other_shops)
    return Coach(
        Detector(observer, models),
        Ladder(loaded.library, loaded.house, goods, rivals),
        Pace(models.points[ALARM], models.points[STEADY]),
        SellerEar(read, models.sounds),
    )


def as_bytes(text: str) -> bytes:
    """A text as a file holds it; letters that no file can hold become what no check lets pass."""
    return text.encode("utf-8", "surrogatepass")


def as_text(raw: bytes) -> str:
    """A file's content as text, without a byte order mark; what is not UTF-8 stays to be found."""
    return raw.decode("utf-8-sig", "surrogateescape")


def problem_of(error: ContentError) -> Problem:
    """An error that concerns no line of any file, among the problems of files."""
    named = error.args_for_message
    file = str(named.get("file") or named.get("folder") or "playbooks")
    return Problem(file, 1, 1, error.message_id, named)


def _mark_of(content: _Content) -> bytes:
    """What tells contents apart without holding them."""
    texts, off = content
    digest = sha256(repr(sorted(off)).encode())
    for file, raw in texts:
        digest.update(f"{file!r} {len(raw)} ".encode())
        digest.update(raw)
    return digest.digest()


def _content(edition: Edition) -> _Content:
    texts = tuple((file, as_bytes(text)) for file, text in edition.texts().items())
    return texts, edition.turned_off()
