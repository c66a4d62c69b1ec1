"""Reads the PNGs that were drawn, with nothing but zlib, so that tests see what a person sees."""

from dataclasses import dataclass
from itertools import pairwise
from struct import unpack
from zlib import decompress


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture's rows of RGBA bytes."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def columns(self, top: int, bottom: int) -> list[bytes]:
        """What stands in each column of some rows."""
        rows = self.rows[top:bottom]
        return [b"".join(row[x * 4 : x * 4 + 4] for row in rows) for x in range(self.width)]

    def blobs(self, top: int, bottom: int) -> int:
        """How many runs of columns are not plain, between plain ones."""
        columns = self.columns(top, bottom)
        inked = [column != columns[0] for column in columns]
        return sum(now and not before for before, now in pairwise(inked))


def read_png(data: bytes) -> Pixels:
    """The pixels of a PNG with 8 bits for each of red, green, blue and alpha."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind = unpack(">IIBB", data[16:26])
    assert (depth, kind) == (8, 6)
    raw, at = b"", 8
    while at < len(data):
        size, name = unpack(">I4s", data[at : at + 8])
        raw += data[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += 12 + size
    flat, stride = decompress(raw), width * 4 + 1
    rows: list[bytes] = []
    above = bytes(width * 4)
    for start in range(0, len(flat), stride):
        above = _unfiltered(flat[start], flat[start + 1 : start + stride], above)
        rows.append(above)
    return Pixels(width, height, tuple(rows))


def _unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    row = bytearray(line)
    for at in range(len(row)):
        left, corner = (row[at - 4], above[at - 4]) if at >= 4 else (0, 0)
        up = above[at]
        row[at] = (row[at] + (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]) % 256
    return bytes(row)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
