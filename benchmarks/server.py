"""`python -m benchmarks.server`: the sandbox in a process of its own.

Says where it listens, then takes orders, one JSON object a line, and answers each with another;
it ends when its standard input does.
"""

import asyncio
import json
import sqlite3
import sys
import time
from collections import Counter
from typing import Any

from benchmarks.cast import Cast
from bot.sandbox.clock import RunningClock
from bot.sandbox.server import SandboxServer

PATIENCE_SECONDS = 90.0
LOOK_EVERY_SECONDS = 0.004
_STILL_DUE = "select 1 from letter where state = 'due' and (due_at <= ? or attempts > 0)"


class Desk:
    """Carries out the orders."""

    def __init__(self, cast: Cast, server: SandboxServer) -> None:
        """Keep the people and the server they act through."""
        self._cast = cast
        self._server = server

    async def carry_out(self, order: dict[str, Any]) -> dict[str, Any]:
        """`{"do": "await_poll" | "write" | "answer", …}`; what fails gives an `error`."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                match order["do"]:
                    case "await_poll":
                        return await self._await_poll(order["bot"])
                    case "write":
                        self._server.api.requests.clear()
                        self._cast.write(order["bot"], order["count"], furious=order["furious"])
                        return await self._dealt_with(order)
                    case "answer":
                        self._cast.answer(furious=order["furious"])
                        return await self._dealt_with(order)
        except TimeoutError:
            return {"error": f"{order['bot']} was not done after {PATIENCE_SECONDS:.0f} s"}
        return {"error": f"no such order: {order['do']}"}

    async def _await_poll(self, name: str) -> dict[str, Any]:
        """When a bot first asked for updates, in seconds since the epoch."""
        bot_id = self._cast.bots[name]
        while True:
            for request in self._server.api.requests:
                if request.bot == bot_id and request.method.lower() == "getupdates":
                    return {"at": request.at}
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    async def _dealt_with(self, order: dict[str, Any]) -> dict[str, Any]:
        """What has just been written all at once: how long until everything is dealt with."""
        name, count, database = order["bot"], order["count"], order["database"]
        queue = self._cast.world.bots[self._cast.bots[name]].queue
        started, cpu = time.perf_counter(), time.process_time()
        while len(queue) or not self._is_done(name, count, database):  # noqa: ASYNC110 - a file too
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        return {
            "seconds": time.perf_counter() - started,
            "server_cpu": time.process_time() - cpu,
            "calls": self._calls(name),
        }

    def _is_done(self, name: str, count: int, database: str | None) -> bool:
        """Aram has no letter left whose time has come; an echo bot has echoed everything."""
        if database is None:
            return self._calls(name)["sendMessage"] >= count
        kept = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            return kept.execute(_STILL_DUE, (time.time(),)).fetchone() is None
        finally:
            kept.close()

    def _calls(self, name: str) -> Counter[str]:
        bot_id = self._cast.bots[name]
        requests = self._server.api.requests
        return Counter(request.method for request in requests if request.bot == bot_id)


async def serve() -> None:
    """Listen on a free port until standard input ends."""
    cast = Cast(RunningClock())
    async with SandboxServer(cast.world) as server:
        desk = Desk(cast, server)
        _say({"url": server.url, "sellers": cast.sellers})
        while line := await asyncio.to_thread(sys.stdin.readline):
            _say(await desk.carry_out(json.loads(line)))


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve())
