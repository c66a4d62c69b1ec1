"""Draws the lines of `bot.detection.manner` from labelled replies of sellers; seconds, no GPU.

    python -m bot.training.manner

To be run whenever the encoder was trained anew: the lines belong to one encoder. A line lies so
that, of what is called by its name in replies that were left out (ten folds), a wanted share is.
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.detection.manner import Manner, Sound
from bot.detection.models import FOLDER, open_encoder
from bot.detection.ngrams import Floats
from bot.language.reader import Reader

REPLIES = Path(__file__).parent / "sellers_replies.txt"
PRECISION = {
    Sound.SHARP: 0.7,
    Sound.CUTTING: 0.9,
    Sound.REFUND: 0.8,
    Sound.ARGUING: 0.8,
    Sound.PROMISING: 0.9,
    Sound.COLD: 0.9,
    Sound.IDLE: 0.85,
}
_HEAT = frozenset({"insults", "mocks", "blames", "dismisses"})
_FAULTS = {Sound.REFUND: "refunds", Sound.ARGUING: "argues", Sound.PROMISING: "promises"}
_OVERHEARD = "overheard"
_RIDGE, _FOLDS = 1.0, 10

log = logging.getLogger(__name__)

type Flags = NDArray[np.bool_]


class Reply(NamedTuple):
    """A seller's reply, and the faults that it has; an overheard one is calm, and no more said."""

    text: str
    faults: frozenset[str]

    def has(self, sound: Sound) -> bool | None:
        """Whether it has a sound; None where that was not labelled."""
        match sound:
            case Sound.SHARP | Sound.CUTTING:
                return not _HEAT.isdisjoint(self.faults)
            case Sound.REFUND | Sound.ARGUING | Sound.PROMISING:
                return None if _OVERHEARD in self.faults else _FAULTS[sound] in self.faults
            case Sound.COLD | Sound.IDLE:
                unknown = _HEAT | {"argues", _OVERHEARD}
                return None if self.faults & unknown else sound.value in self.faults


class Line(NamedTuple):
    """A line, and how much of what lies beyond it was right and was found, in what was left out."""

    weights: Floats
    bias: float
    precision: float
    recall: float


def main() -> None:
    """Draw the lines of the encoder that is shipped, and say how good they are."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    draw_lines(FOLDER)


def draw_lines(folder: Path) -> None:
    """Write the lines of a folder's encoder anew; none where there is no encoder."""
    encoder = open_encoder(folder)
    if encoder is None:
        return
    read = Reader().read
    replies = list(replies_of(REPLIES))
    vectors = np.stack([encoder.meaning(read(reply.text).plain) for reply in replies])
    lines = [line_of(sound, replies, vectors) for sound in Sound]
    for sound, line in zip(Sound, lines, strict=True):
        log.info("%s: precision %.2f, recall %.2f", sound, line.precision, line.recall)
    weights = np.stack([line.weights for line in lines]).astype(np.float32)
    Manner(weights, np.array([line.bias for line in lines], np.float32)).write(folder)


def replies_of(file: Path) -> Iterator[Reply]:
    """The replies of a file: faults, a bar, the text; one a line."""
    for line in file.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            faults, _, text = line.partition("|")
            yield Reply(text.strip(), frozenset(faults.split()))


def line_of(sound: Sound, replies: list[Reply], vectors: Floats) -> Line:
    """The line of one sound, as far out as it must lie to be right often enough."""
    said = [reply.has(sound) for reply in replies]
    known = np.array([each is not None for each in said])
    wanted: Flags = np.array([bool(each) for each in said])[known]
    seen = vectors[known]
    left_out = _scores_left_out(seen, wanted)
    point = _point(left_out, wanted, PRECISION[sound])
    weights, bias = _ridge(seen, wanted)
    beyond: Flags = left_out >= point
    found = int(np.count_nonzero(beyond & wanted))
    return Line(
        weights,
        bias - point,
        precision=found / max(1, int(np.count_nonzero(beyond))),
        recall=found / max(1, int(np.count_nonzero(wanted))),
    )


def _scores_left_out(vectors: Floats, wanted: Flags) -> Floats:
    """Each reply's score by a line that was drawn without it."""
    order = np.random.default_rng(0).permutation(len(wanted))
    scores = np.zeros(len(wanted), np.float32)
    for fold in range(_FOLDS):
        out = order[fold::_FOLDS]
        kept = np.setdiff1d(order, out)
        weights, bias = _ridge(vectors[kept], wanted[kept])
        scores[out] = vectors[out] @ weights + bias
    return scores


def _ridge(vectors: Floats, wanted: Flags) -> tuple[Floats, float]:
    """Least squares towards 1 and -1, both kinds weighing the same, held back by `_RIDGE`."""
    many = max(1, int(np.count_nonzero(wanted)))
    shares = np.where(wanted, 0.5 / many, 0.5 / max(1, len(wanted) - many))
    weights = shares * len(wanted)
    middle = (vectors * weights[:, None]).sum(0) / weights.sum()
    moved = vectors - middle
    towards = np.where(wanted, 1.0, -1.0)
    pull = moved @ moved.T * weights[None, :] + _RIDGE * np.eye(len(wanted))
    line: Floats = (moved.T @ (weights * np.linalg.solve(pull, towards))).astype(np.float32)
    return line, float(-middle @ line)


def _point(scores: Floats, wanted: Flags, precision: float) -> float:
    """The lowest score from which on a line is right often enough."""
    order = np.argsort(-scores)
    right = np.cumsum(wanted[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= precision)
    last = int(enough[-1]) if len(enough) else 0
    return float(scores[order[last]])


if __name__ == "__main__":
    main()
