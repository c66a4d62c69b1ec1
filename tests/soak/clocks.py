"""The two clocks of a run: the plan's, by which messages are dated, and the bot's, which may jump.

The bot's lies in a file that both sides map into their memory, so that a killed bot's successor
goes on with it.
"""

import mmap
import struct
import time
from pathlib import Path
from typing import Self

from tests.soak.plan import BEGINS_AT

_FORM = struct.Struct("dd")


class PlannedClock:
    """The sandbox's: stands at the date of what was said last."""

    def __init__(self) -> None:
        self._now = BEGINS_AT

    def now(self) -> float:
        """The Unix time."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        self._now += seconds

    def show(self, at: float) -> None:
        """Be at a moment, in seconds; never before the last one."""
        self._now = max(self._now, at)


class SharedClock:
    """The bot's: runs beside the computer's, so far ahead or behind; or stands where it is put."""

    def __init__(self, page: mmap.mmap) -> None:
        self._page = page

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map the file, which is made where there is none."""
        if not path.exists():
            path.write_bytes(_FORM.pack(0.0, 0.0))
        with path.open("r+b") as file:
            return cls(mmap.mmap(file.fileno(), _FORM.size))

    def run(self, *, ahead: float) -> None:
        """Run so many seconds ahead of the computer's clock."""
        self._page[:] = _FORM.pack(ahead, 0.0)

    def stand(self, at: float) -> None:
        """Stand at a moment."""
        self._page[:] = _FORM.pack(0.0, at)

    def __call__(self) -> float:
        """The Unix time."""
        ahead: float
        standing: float
        ahead, standing = _FORM.unpack(self._page[:])
        return standing or time.time() + ahead
