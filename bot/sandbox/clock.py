"""The world's time: every date is read here, so that a script can pass days in seconds."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the Unix time, in seconds."""

    def now(self) -> float:
        """Return the Unix time now."""
        ...

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once."""
        ...


class ManualClock:
    """Stands still until it is moved: for tests.

    >>> clock = ManualClock(1_000.0)
    >>> clock.advance(60)
    >>> clock.now()
    1060.0
    """

    def __init__(self, start: float = 1_760_000_000.0) -> None:
        self._now = start

    def now(self) -> float:
        """Return the Unix time now."""
        return self._now

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once; time never runs backwards."""
        self._now += max(0.0, seconds)


class RunningClock:
    """The computer's clock plus whatever was skipped: for the page, where people and scripts share
    time.
    """

    def __init__(self) -> None:
        self._skipped = 0.0

    def now(self) -> float:
        """Return the Unix time now."""
        return time.time() + self._skipped

    def advance(self, seconds: float) -> None:
        """Let so many seconds pass at once; time never runs backwards."""
        self._skipped += max(0.0, seconds)
