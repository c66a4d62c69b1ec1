"""Cuts words into the pieces that the encoder knows: a Unigram model, its best path by Viterbi.

The method is SentencePiece's (Kudo 2018, "Subword Regularization"); words are kept as they are cut.
"""

from collections.abc import Iterable, Sequence

BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
_SPECIAL = 4
_WORD_STARTS = "▁"
_WORD_LENGTH, _WORD_SHOWN = 64, 256
_UNKNOWN_COSTS = 10.0
_REMEMBERED, _REMEMBERED_LENGTH = 20_000, 24


class Pieces:
    """A vocabulary of pieces with their scores (log-probabilities), shared by all threads."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        """Piece `n` has the number `n`; the first four are begin, pad, end and unknown."""
        listed = list(enumerate(zip(pieces, scores, strict=True)))[_SPECIAL:]
        self._numbers = {piece: (number, score) for number, (piece, score) in listed}
        self._longest: dict[str, int] = {}
        for piece in self._numbers:
            self._longest[piece[0]] = max(self._longest.get(piece[0], 0), len(piece))
        self._unknown = min(scores) - _UNKNOWN_COSTS
        self._remembered: dict[str, tuple[int, ...]] = {}

    def encode(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """The piece numbers of each word, an endless one cut, in time linear in their letters."""
        return [self._remember(word) for word in words]

    def _remember(self, word: str) -> tuple[int, ...]:
        known = self._remembered.get(word)
        if known is not None:
            return known
        numbers: list[int] = []
        for at in range(0, min(len(word), _WORD_SHOWN), _WORD_LENGTH):
            part = word[at : at + _WORD_LENGTH]
            numbers += self._best_path(part if at else _WORD_STARTS + part)
        if len(self._remembered) < _REMEMBERED and len(word) < _REMEMBERED_LENGTH:
            self._remembered[word] = tuple(numbers)
        return tuple(numbers)

    def _best_path(self, text: str) -> list[int]:
        """The likeliest pieces: for each end, the best score and the piece that leads there."""
        best = [0.0, *([float("-inf")] * len(text))]
        back = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            if best[start] + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
            reach = min(len(text), start + self._longest.get(text[start], 0))
            for end in range(start + 1, reach + 1):
                number, score = self._numbers.get(text[start:end], (UNKNOWN, None))
                if score is not None and best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, number)
        numbers: list[int] = []
        end = len(text)
        while end > 0:
            end, number = back[end]
            numbers.append(number)
        return numbers[::-1]
