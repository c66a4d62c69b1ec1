"""Phrases found in a text: all of them compiled into one automaton, one linear pass over each view.

A phrase is words with two marks: `*` at a word's end stands for any ending («کلاهبردار*» finds
«کلاهبرداری»), `…` between words for up to five words in between («پول* … بده» finds «پولمو همین
امروز بده»).
"""

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import ahocorasick

from bot.core.assessment import Situation
from bot.core.reading import Reading, View
from bot.detection.names import Finding

type Read = Callable[[str], Reading]

WIDEST_GAP = 5
_GAP = re.compile(r"…|\.{3}")


class Label(NamedTuple):
    """What a phrase stands for; `situation` where the finding is one of a situation's own."""

    finding: Finding
    situation: Situation | None = None

    @property
    def key(self) -> str:
        """The one word that names the label."""
        return f"{self.finding}.{self.situation}" if self.situation else str(self.finding)


class Hit[L](NamedTuple):
    """One phrase found: tokens `first` to `last`, both inclusive, of one view."""

    label: L
    first: int
    last: int

    def words(self, view: View, original: str) -> str:
        """The customer's own words that gave the hit."""
        return original[view.spans[self.first][0] : view.spans[self.last][1]]


class _Piece(NamedTuple):
    """A run of words; `gap` is how many words may lie between it and the piece before."""

    needle: str
    words: int
    gap: int


class _Use[L](NamedTuple):
    """One phrase's use of a needle: its place among the phrase's pieces."""

    phrase: str
    place: int
    piece: _Piece
    label: L
    is_last: bool


class Sheaf[L: Hashable]:
    """Labelled phrases, folded once: most of the work, and the same in every lexicon."""

    def __init__(self, entries: Iterable[tuple[L, str]], read: Read) -> None:
        """Fold every phrase with `read`; one that has no words left is passed over."""
        distinct = dict.fromkeys(entries)
        tokens_of = _fold_all((run for _, phrase in distinct for run, _, _ in _runs(phrase)), read)
        uses: dict[str, list[_Use[L]]] = defaultdict(list)
        for label, phrase in distinct:
            pieces = tuple(_pieces(phrase, tokens_of))
            for place, piece in enumerate(pieces):
                use = _Use(phrase, place, piece, label, place == len(pieces) - 1)
                uses[piece.needle].append(use)
        self.uses = {needle: tuple(of_needle) for needle, of_needle in uses.items()}
        self.longest = max((use.piece.words for of in uses.values() for use in of), default=0)


class Lexicon[L: Hashable]:
    """Labelled phrases in one automaton; matching takes time linear in the text."""

    def __init__(self, entries: Iterable[tuple[L, str]], read: Read) -> None:
        """Fold every phrase with `read`."""
        self._bind([Sheaf(entries, read)])

    @classmethod
    def of(cls, sheaves: Sequence[Sheaf[L]]) -> "Lexicon[L]":
        """The phrases of all these together."""
        lexicon = cls.__new__(cls)
        lexicon._bind(sheaves)
        return lexicon

    def _bind(self, sheaves: Sequence[Sheaf[L]]) -> None:
        uses: dict[str, tuple[_Use[L], ...]] = {}
        for sheaf in sheaves:
            for needle, of_needle in sheaf.uses.items():
                known = uses.get(needle)
                uses[needle] = tuple(dict.fromkeys(known + of_needle)) if known else of_needle
        self._automaton = ahocorasick.Automaton()
        for needle, of_needle in uses.items():
            self._automaton.add_word(needle, (len(needle), of_needle))
        if uses:
            self._automaton.make_automaton()
        self._is_empty = not uses
        # As far back as a piece can reach: over itself and the widest gap.
        self._window = max((sheaf.longest for sheaf in sheaves), default=0) + WIDEST_GAP + 1

    def find(self, tokens: tuple[str, ...]) -> list[Hit[L]]:
        """All phrases in the folded tokens, in the order in which they end."""
        if self._is_empty or not tokens:
            return []
        line = f" {' '.join(tokens)} "
        token_at = _token_starts(tokens)
        begun: dict[tuple[L, str, int], deque[tuple[int, int]]] = {}
        hits: list[Hit[L]] = []
        for end, (length, uses) in self._automaton.iter(line):
            start = token_at.get(end - length + 2)
            if start is None:
                continue
            for use in uses:
                last = start + use.piece.words - 1
                first = start if use.place == 0 else _joined(begun, use, start)
                if first is None:
                    continue
                if use.is_last:
                    hits.append(Hit(use.label, first, last))
                else:
                    key = use.label, use.phrase, use.place
                    ends = begun.setdefault(key, deque(maxlen=self._window))
                    ends.append((last, first))
        return hits


def _joined[L](
    begun: Mapping[tuple[L, str, int], deque[tuple[int, int]]], use: _Use[L], start: int
) -> int | None:
    """Where the phrase began, if its piece before ended within the gap left of `start`."""
    for end, first in reversed(begun.get((use.label, use.phrase, use.place - 1), ())):
        if start - 1 - use.piece.gap <= end < start:
            return first
    return None


def _token_starts(tokens: tuple[str, ...]) -> dict[int, int]:
    starts = accumulate([len(token) + 1 for token in tokens[:-1]], initial=1)
    return {start: number for number, start in enumerate(starts)}


def _fold_all(runs: Iterable[str], read: Read) -> dict[str, tuple[str, ...]]:
    """The folded tokens of every run, read at once as lines of one text: three times as fast."""
    lines = tuple(dict.fromkeys(runs))
    view = read("\n".join(lines)).views[0]
    ends = list(accumulate(len(line) + 1 for line in lines))
    tokens: list[list[str]] = [[] for _ in lines]
    for token, (start, _) in zip(view.tokens, view.spans, strict=True):
        tokens[bisect_right(ends, start)].append(token)
    return {line: tuple(of_line) for line, of_line in zip(lines, tokens, strict=True)}


def _pieces(phrase: str, tokens_of: Mapping[str, tuple[str, ...]]) -> Iterator[_Piece]:
    """A phrase's runs as folded needles, each with the gap that was left before it."""
    gap = 0
    for run, is_starred, is_first in _runs(phrase):
        gap = WIDEST_GAP if is_first else gap
        tokens = tokens_of[run]
        if tokens:
            needle = f" {' '.join(tokens)}{'' if is_starred else ' '}"
            yield _Piece(needle, len(tokens), gap)
            gap = 0


def _runs(phrase: str) -> Iterator[tuple[str, bool, bool]]:
    """A phrase cut at gaps and after starred words: run, whether starred, whether after a gap."""
    for stretch in _GAP.split(phrase):
        words: list[str] = []
        is_first = True
        for word in stretch.split():
            bare = word.replace("*", "")
            words += [bare] if bare else []
            if word.endswith("*") and words:
                yield " ".join(words), True, is_first
                words, is_first = [], False
        if words:
            yield " ".join(words), False, is_first
