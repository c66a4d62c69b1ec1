"""Until somebody says stop: a service manager's SIGTERM, or Ctrl-C; then an end within ten seconds.

Everything has its own time to finish what it has begun. Where something takes longer even so, such
as a thread that waits for a database which does not answer, the process ends all the same: what
was committed is kept, and the next start goes on from there, as after a crash.
"""

import asyncio
import gc
import logging
import os
import signal
import threading
from collections.abc import Coroutine
from contextlib import suppress

STOP_SECONDS = 9.0
CUT_SHORT = 75
"""The exit code of a process that could not finish in time (EX_TEMPFAIL)."""

log = logging.getLogger(__name__)


def until_interrupted(
    serving: Coroutine[None, None, None], *, seconds: float = STOP_SECONDS
) -> None:
    """Serve until told to stop; from then on at most so many seconds."""
    is_asked = False

    async def serve() -> None:
        task = asyncio.ensure_future(serving)

        def stop() -> None:
            nonlocal is_asked
            if not is_asked:
                is_asked = True
                _end_within(seconds)
            task.cancel()

        for signal_number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(signal_number, stop)
        with suppress(asyncio.CancelledError):
            await task

    asyncio.run(serve())
    gc.freeze()  # the interpreter need not sort out the models' objects before it ends


def _end_within(seconds: float) -> None:
    timer = threading.Timer(seconds, _cut_short)
    timer.daemon = True
    timer.start()


def _cut_short() -> None:
    log.warning("not everything was finished in time: the next start goes on")
    logging.shutdown()
    os._exit(CUT_SHORT)
