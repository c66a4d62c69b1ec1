"""The pulse: does this process still get anything done, on the database that it began with?

A process that hangs on a connection which nobody answers looks alive from outside. So something is
asked of the ledger again and again; where not even an error has come back for long, the process is
not healthy and may be started anew. And a database that was restored from a backup under a running
Aram makes old what it remembers: then it starts over by itself.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.errors import StoreError

BEAT_SECONDS = 5.0
LONGEST_SILENCE_SECONDS = 120.0


class RestoredError(StoreError):
    """The database is another than before: a backup was restored into it."""

    def __init__(self) -> None:
        """It has a sentence of its own."""
        super().__init__("error-database-restored")


class Pulse:
    """Beats as long as the ledger answers, be it with an error."""

    def __init__(
        self,
        look: Callable[[], Awaitable[int]],
        clock: Callable[[], float] = time.monotonic,
        *,
        seconds: float = BEAT_SECONDS,
    ) -> None:
        """`look` asks which restored database this is; `clock` counts seconds, as between beats."""
        self._look = look
        self._seconds = seconds
        self._clock = clock
        self._beat_at = clock()

    @property
    def is_beating(self) -> bool:
        """Whether there was a beat lately."""
        return self._clock() - self._beat_at < LONGEST_SILENCE_SECONDS

    async def run(self) -> None:
        """Beat until cancelled; raises RestoredError where the database was replaced."""
        known: int | None = None
        while True:
            try:
                found = await self._look()
            except StoreError:  # /readyz tells of it
                found = known or 0
            else:
                known = found if known is None else known
            if known is not None and found != known:
                raise RestoredError
            self._beat_at = self._clock()
            await asyncio.sleep(self._seconds)
