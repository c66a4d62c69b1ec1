"""What the letters say: log-odds of every question by character n-grams, from a plain table.

A text's n-grams (2 to 5 letters within padded words) weigh 1 + log of their count times their
inverse document frequency, made to length 1: scikit-learn's `char_wb` tf-idf with sublinear counts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHORTEST, LONGEST = 2, 5
_LETTERS_READ = 4096

type Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Grams:
    """The known n-grams of one text: their numbers and weights, a vector of length 1."""

    numbers: NDArray[Any]
    weights: Floats

    def likeness(self, other: "Grams") -> float:
        """Cosine of two texts, 0 to 1."""
        _, mine, theirs = np.intersect1d(self.numbers, other.numbers, return_indices=True)
        return float(self.weights[mine] @ other.weights[theirs])


class NGrams:
    """The table: per n-gram its inverse document frequency and a weight for each question."""

    def __init__(self, file: Path) -> None:
        """Read `file`, a NumPy archive of plain arrays: grams, idf, weights, scales, bias."""
        with np.load(file, allow_pickle=False) as table:
            grams = table["grams"].tobytes().decode().split("\n")
            self._idf: Floats = table["idf"]
            self._weights: NDArray[np.int8] = table["weights"]
            self._scales: Floats = table["scales"]
            self._bias: Floats = table["bias"]
        self._numbers = {gram: number for number, gram in enumerate(grams)}

    def read(self, text: str) -> Grams:
        """The n-grams of a plain line."""
        counts = Counter(self._known(text[:_LETTERS_READ]))
        numbers = np.fromiter(counts.keys(), np.int64, len(counts))
        weights: Floats = 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))
        weights *= self._idf[numbers]
        length = float(np.sqrt(weights @ weights))
        return Grams(numbers, weights / np.float32(length or 1.0))

    def score(self, grams: Grams) -> Floats:
        """The log-odds of every question, in the order of QUESTIONS."""
        sums: Floats = grams.weights @ self._weights[grams.numbers]
        return self._bias + sums * self._scales

    def word_shares(self, text: str) -> Floats:
        """What each word of a plain line adds to each question: words by questions."""
        words = text[:_LETTERS_READ].split()
        shares = np.zeros((len(words), len(self._bias)), np.float32)
        for place, word in enumerate(words):
            numbers = list(self._known(word))
            shares[place] = self._idf[numbers] @ self._weights[numbers]
        return shares * self._scales

    def _known(self, text: str) -> Iterator[int]:
        numbers = self._numbers
        for word in text.split():
            padded = f" {word} "
            for size in range(SHORTEST, LONGEST + 1):
                for at in range(max(1, len(padded) - size + 1)):
                    number = numbers.get(padded[at : at + size])
                    if number is not None:
                        yield number
                if size >= len(padded):
                    break
