"""How a seller's words sound, by the encoder: sharp or not, warm or cold, a deed or none.

The encoder was trained on customers' turns, and the tension that it finds in a seller's says
little. Its picture of a text does: a straight line through that space, drawn by
`bot.training.manner` from labelled replies of sellers, tells what no list of phrases can.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zlib import crc32

import numpy as np

from bot.detection.ngrams import Floats

MANNER, MIDDLE = "manner.npz", "middle.npy"


class Sound(StrEnum):
    """What is told of words by their sound."""

    SHARP = "sharp"
    CUTTING = "cutting"
    REFUND = "refund"
    ARGUING = "arguing"
    PROMISING = "promising"
    COLD = "cold"
    IDLE = "idle"


@dataclass(frozen=True)
class Manner:
    """A line for each sound: `weights` (sounds by 384) and `bias`; above 0 is that sound."""

    weights: Floats
    bias: Floats

    def sounds(self, vector: Floats) -> Mapping[Sound, float]:
        """How far a text's meaning lies on the side of each sound."""
        sums = self.weights @ vector + self.bias
        return {sound: float(value) for sound, value in zip(Sound, sums, strict=True)}

    @classmethod
    def load(cls, folder: Path) -> "Manner | None":
        """The lines of a folder; None where they are missing or of another encoder."""
        try:
            with (
                (folder / MANNER).open("rb") as file,
                np.load(file, allow_pickle=False) as kept,
            ):
                if int(kept["encoder"]) != mark_of_encoder(folder):
                    return None
                return cls(kept["weights"], kept["bias"])
        except (OSError, KeyError, ValueError, EOFError):
            return None

    def write(self, folder: Path) -> None:
        """Keep the lines beside the encoder that they belong to."""
        with (folder / MANNER).open("wb") as file:
            np.savez(
                file,
                weights=self.weights,
                bias=self.bias,
                encoder=np.int64(mark_of_encoder(folder)),
            )


def mark_of_encoder(folder: Path) -> int:
    """A number that stands for a trained encoder: another one sees another middle."""
    return crc32((folder / MIDDLE).read_bytes())
