"""Situations of the shop's own: a playbook's phrases, or messages like its examples; no training.

A message is like a playbook's `fires` where it is near one of them, nearer than to any `quiet` and
to any example of the other playbooks, and not near everything that calm customers say.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from math import log

from bot.core.assessment import Assessment, Signal
from bot.core.playbook import Library, Playbook
from bot.core.reading import Reading
from bot.detection.lexicon import Lexicon, Read
from bot.detection.names import Finding
from bot.detection.topic import Topic, Topics

LIKE, LIKE_BY_LETTERS = 0.145, 0.3
COMMON = 0.6
THE_SAME = 0.9
SPEAKS_AT = 0.9
WORDS_SHOWN = 3
_SHARED = 0.08

type _Kind = tuple[str, Finding]


@dataclass(frozen=True, slots=True)
class Found:
    """An own situation: the playbook's id, and the customer's words that gave it."""

    playbook: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Examples:
    """What messages a playbook is for, and what only looks like them."""

    fires: tuple[Topic, ...]
    quiet: tuple[Topic, ...]


class OwnSituations:
    """All own situations of a library; what an example is about is worked out once per process."""

    def __init__(self, library: Library, read: Read, topics: Topics) -> None:
        """Fold the phrases and read the examples of every playbook that `is_own`."""
        self._read = read
        self._topics = topics
        books = [book for book in library.all() if book.is_own]
        others = [book for book in library.all() if books and not book.is_own]
        self._phrases = Lexicon(_phrases(books), read)
        self._examples = {book.id: self._examples_of(book.id, books) for book in books}
        self._elsewhere = tuple(map(self._topic, _examples(others)))
        self._has_examples = any(each.fires or each.quiet for each in self._examples.values())

    def find(self, reading: Reading) -> tuple[Found, ...]:
        """The own situations that a message shows."""
        if not self._examples or not reading.plain:
            return ()
        hits = self._hits(reading)
        mine = self._topics.of(reading.plain) if self._has_examples else None
        elsewhere = cache(partial(_nearest, mine, self._elsewhere))
        found = (
            self._judge(playbook, hits, mine, reading, elsewhere) for playbook in self._examples
        )
        return tuple(filter(None, found))

    def _judge(
        self,
        playbook: str,
        hits: Mapping[_Kind, tuple[str, ...]],
        mine: Topic | None,
        reading: Reading,
        elsewhere: Callable[[], tuple[Topic | None, float]],
    ) -> Found | None:
        if (playbook, Finding.TAKEN_BACK) in hits:
            return None
        near, like = _nearest(mine, self._examples[playbook].fires)
        _, unlike = _nearest(mine, self._examples[playbook].quiet)
        if unlike >= THE_SAME:
            return None
        if words := hits.get((playbook, Finding.PHRASE)):
            return Found(playbook, words)
        hinted = hits.get((playbook, Finding.HINT), ())
        if mine is None or near is None or like <= unlike:
            return None
        if not hinted and like <= elsewhere()[1]:
            return None
        if like - COMMON * mine.common < _least(near, hinted=bool(hinted)):
            return None
        return Found(playbook, hinted or self._shared(reading, near))

    def _examples_of(self, playbook: str, books: Iterable[Playbook]) -> _Examples:
        """The examples in all languages: a customer may write in any."""
        mine = [book.examples for book in books if book.id == playbook]
        return _Examples(
            fires=tuple(self._topic(text) for examples in mine for text in examples.fires),
            quiet=tuple(self._topic(text) for examples in mine for text in examples.quiet),
        )

    def _topic(self, text: str) -> Topic:
        return self._topics.kept(self._read(text).plain)

    def _hits(self, reading: Reading) -> Mapping[_Kind, tuple[str, ...]]:
        words: dict[_Kind, dict[str, None]] = {}
        for view in reading.views:
            for hit in self._phrases.find(view.tokens):
                words.setdefault(hit.label, {})[hit.words(view, reading.original)] = None
        return {kind: tuple(found)[:WORDS_SHOWN] for kind, found in words.items()}

    def _shared(self, reading: Reading, example: Topic) -> tuple[str, ...]:
        """The few words of a message that are most like an example's, as typed."""
        view = reading.views[-1]
        typed = [reading.original[start:end] for start, end in view.spans]
        share = cache(partial(self._topics.letters_shared, topic=example))
        shares = [share(token) for token in view.tokens]
        best = sorted(range(len(typed)), key=lambda at: -shares[at])[:WORDS_SHOWN]
        return tuple(dict.fromkeys(typed[at] for at in sorted(best) if shares[at] >= _SHARED))


def with_own(assessment: Assessment, found: Sequence[Found]) -> Assessment:
    """An assessment in which own situations were found: surely enough for Aram to speak.

    The memory knows nothing of it, so that a wedding's date is never taken for a trouble's start.
    """
    if not found:
        return assessment
    weight = round(log(SPEAKS_AT / (1 - SPEAKS_AT)), 2)
    signals = (Signal(Finding.OWN_SITUATION, True, weight, each.words) for each in found)
    return replace(
        assessment,
        risk=max(SPEAKS_AT, assessment.risk),
        own=tuple(each.playbook for each in found),
        signals=(*assessment.signals, *signals),
    )


def _phrases(books: Iterable[Playbook]) -> Iterator[tuple[_Kind, str]]:
    for book in books:
        lists = (
            (Finding.PHRASE, book.phrases.sure),
            (Finding.HINT, book.phrases.hints),
            (Finding.TAKEN_BACK, book.phrases.unless),
        )
        for finding, phrases in lists:
            yield from (((book.id, finding), phrase) for phrase in phrases)


def _examples(books: Iterable[Playbook]) -> Iterator[str]:
    for book in books:
        yield from book.examples.fires
        yield from book.examples.quiet


def _nearest(mine: Topic | None, examples: Iterable[Topic]) -> tuple[Topic | None, float]:
    if mine is None:
        return None, 0.0
    alike = [(mine.likeness(each), number, each) for number, each in enumerate(examples)]
    like, _, nearest = max(alike, default=(0.0, 0, None))
    return nearest, like


def _least(example: Topic, *, hinted: bool) -> float:
    least = LIKE_BY_LETTERS if example.vector is None else LIKE
    return least / 2 if hinted else least
