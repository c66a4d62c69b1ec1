"""Phrases found in a text: all of them compiled into one automaton, one linear pass over each view.

A phrase is words with two marks: `*` at a word's end stands for any ending («کلاهبردار*» finds
«کلاهبرداری»), `…` between words for up to five words in between («پول* … بده» finds «پولمو همین
امروز بده»).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from bot.core.assessment import Situation
from bot.core.reading import Reading, View
from bot.detection.names import Finding

type Read = Callable[[str], Reading]

WIDEST_GAP = 5
_GAP = re.compile(r"…|\.{3}")


@dataclass(frozen=True, slots=True)
class Label:
    """What a phrase stands for; `situation` where the finding is one of a situation's own."""

    finding: Finding
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase found: tokens `first` to `last`, both inclusive, of one view."""

    label: Label
    first: int
    last: int

    def words(self, view: View, original: str) -> str:
        """The customer's own words that gave the hit."""
        return original[view.spans[self.first][0] : view.spans[self.last][1]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of words; `gap` is how many words may lie between it and the piece before."""

    needle: str
    words: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Use:
    """One phrase's use of a needle: its place among the phrase's pieces."""

    phrase: int
    place: int
    piece: _Piece
    label: Label
    is_last: bool


class Lexicon:
    """Labelled phrases, compiled once; matching takes time linear in the text."""

    def __init__(self, entries: Iterable[tuple[Label, str]], read: Read) -> None:
        """Fold every phrase with `read`; one that has no words left is passed over."""
        uses: dict[str, list[_Use]] = defaultdict(list)
        for number, (label, phrase) in enumerate(dict.fromkeys(entries)):
            pieces = tuple(_pieces(phrase, read))
            for place, piece in enumerate(pieces):
                use = _Use(number, place, piece, label, place == len(pieces) - 1)
                uses[piece.needle].append(use)
        self._automaton = ahocorasick.Automaton()
        for needle, of_needle in uses.items():
            self._automaton.add_word(needle, (len(needle), tuple(of_needle)))
        if uses:
            self._automaton.make_automaton()
        self._is_empty = not uses

    def find(self, tokens: tuple[str, ...]) -> list[Hit]:
        """All phrases in the folded tokens, in the order in which they end."""
        if self._is_empty or not tokens:
            return []
        line = f" {' '.join(tokens)} "
        token_at = _token_starts(tokens)
        open_ends: dict[tuple[int, int, int], int] = {}
        hits: list[Hit] = []
        for end, (length, uses) in self._automaton.iter(line):
            start = token_at.get(end - length + 2)
            if start is None:
                continue
            for use in uses:
                last = start + use.piece.words - 1
                first = start if use.place == 0 else _joined(open_ends, use, start)
                if first is None:
                    continue
                if use.is_last:
                    hits.append(Hit(use.label, first, last))
                else:
                    open_ends[use.phrase, use.place, last] = first
        return hits


def _joined(open_ends: dict[tuple[int, int, int], int], use: _Use, start: int) -> int | None:
    """Where the phrase began, if its piece before ended within the gap left of `start`."""
    for end in range(start - 1, start - 2 - use.piece.gap, -1):
        first = open_ends.get((use.phrase, use.place - 1, end))
        if first is not None:
            return first
    return None


def _token_starts(tokens: tuple[str, ...]) -> dict[int, int]:
    starts, at = {}, 1
    for number, token in enumerate(tokens):
        starts[at] = number
        at += len(token) + 1
    return starts


def _pieces(phrase: str, read: Read) -> Iterator[_Piece]:
    """A phrase cut at its gaps and after each starred word, every run folded."""
    gap = 0
    for stretch in _GAP.split(phrase):
        for run, starred in _runs(stretch):
            tokens = read(run).views[0].tokens
            if not tokens:
                continue
            yield _Piece(f" {' '.join(tokens)}{'' if starred else ' '}", len(tokens), gap)
            gap = 0
        gap = WIDEST_GAP


def _runs(stretch: str) -> Iterator[tuple[str, bool]]:
    words: list[str] = []
    for word in stretch.split():
        bare = word.replace("*", "")
        if bare:
            words.append(bare)
        if word.endswith("*") and words:
            yield " ".join(words), True
            words = []
    if words:
        yield " ".join(words), False
