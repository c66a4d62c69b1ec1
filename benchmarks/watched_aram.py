"""`python -m benchmarks.watched_aram FILE [--without-encoder]`: `aram run`, its event loop watched.

A task sleeps a few milliseconds over and over; by how much each sleep was too long is how long the
loop was held up. On SIGTERM all of that is written to FILE.
"""

import asyncio
import json
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

SLEEP_SECONDS = 0.005


class Watch:
    """When each sleep ended, in seconds since the epoch, and by how many it was too long."""

    def __init__(self) -> None:
        self.sleeps: list[tuple[float, float]] = []

    async def keep(self) -> None:
        """Watch until cancelled."""
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(SLEEP_SECONDS)
            over = time.perf_counter() - begun - SLEEP_SECONDS
            self.sleeps.append((time.time(), over))


async def main() -> Watch:
    """Serve as `aram run` does until SIGTERM; what the watch has seen."""
    from bot.app import run
    from bot.settings import load_settings

    watch = Watch()
    serving = asyncio.create_task(run(load_settings()))
    watching = asyncio.create_task(watch.keep())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving
    watching.cancel()
    return watch


def without_encoder() -> None:
    """Be as on a machine that onnxruntime does not serve: Aram then goes on without its encoder."""
    sys.modules["onnxruntime"] = None  # type: ignore[assignment]


if __name__ == "__main__":
    if "--without-encoder" in sys.argv:
        without_encoder()
    Path(sys.argv[1]).write_text(json.dumps(asyncio.run(main()).sleeps))
