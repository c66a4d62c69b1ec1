"""Nearly the same words, in linear time: a sketch is a few numbers that like texts share.

A text is cut into all its runs of five letters, spaces left out; each run becomes a number that
looks random, and the smallest of them are kept (a "bottom-k sketch"). Like texts have mostly the
same runs, hence mostly the same smallest numbers, whatever their length.
"""

from dataclasses import dataclass
from zlib import crc32

RUN = 5
KEPT, MARKS = 96, 12
LEAST_LETTERS, LEAST_WORDS = 24, 5
ALIKE = 0.5
_SPREAD, _SIZE = 2_654_435_761, 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class Sketch:
    """The smallest numbers of a text's runs, ascending; of a short text, all of them."""

    numbers: tuple[int, ...]

    @property
    def marks(self) -> tuple[int, ...]:
        """The very smallest: nearly every pair of like texts has several of them in common."""
        return self.numbers[:MARKS]

    def likeness(self, other: "Sketch") -> float:
        """The share of runs that two texts have in common, 0 to 1; of long texts, an estimate."""
        mine, theirs = set(self.numbers), set(other.numbers)
        smallest = sorted(mine | theirs)[:KEPT]
        return sum(each in mine and each in theirs for each in smallest) / len(smallest)

    def is_like(self, other: "Sketch") -> bool:
        """Whether two texts are the same but for a few words."""
        return self.likeness(other) >= ALIKE


def sketch_of(folded: str) -> Sketch | None:
    """The sketch of a folded text; None where it is so short that many would write the same."""
    letters = "".join(filter(str.isalnum, folded))
    if len(letters) < LEAST_LETTERS or len(folded.split()) < LEAST_WORDS:
        return None
    runs = {letters[start : start + RUN] for start in range(len(letters) - RUN + 1)}
    return Sketch(tuple(sorted({_number(run) for run in runs})[:KEPT]))


def _number(run: str) -> int:
    """Multiplied once more, because neighbouring letters give a checksum of neighbouring bits."""
    return crc32(run.encode()) * _SPREAD & _SIZE
