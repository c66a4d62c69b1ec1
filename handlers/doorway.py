"""The port on which Aram is called: health for who watches over it, and updates, where they come.

Every request is small, answered without a trace of what went wrong, and let go of within seconds.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from aiogram.types import Update
from aiohttp import web
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4 as CONTENT_TYPE

from bot.errors import SettingsError, StoreError, trace_of
from bot.metrics import Metrics
from handlers.dealing import Dealing

LARGEST_REQUEST = 1024 * 1024
PATIENCE_SECONDS = 25.0  # Telegram waits a little longer, and then brings the update again
AGAIN_SECONDS = "5"
LAST_ANSWERS_SECONDS = 1.0
CHECK_SECONDS = 3.0

type Check = Callable[[], Awaitable[bool]]

log = logging.getLogger(__name__)


class Entrance(Protocol):
    """A way in for updates, behind the doorway."""

    dealing: Dealing

    def routes(self) -> Sequence[web.RouteDef]:
        """Where it is called."""
        ...

    async def open(self) -> None:
        """Called once when the port is open."""
        ...

    async def stay_open(self) -> None:
        """Called after that; may go on until cancelled."""
        ...


class Doorway:
    """Serves the port. Port 0 takes a free one; `port` tells which once it is started."""

    def __init__(
        self,
        checks: Mapping[str, Check],
        *,
        host: str,
        port: int,
        entrance: Entrance | None = None,
        metrics: Metrics | None = None,
        is_alive: Callable[[], bool] = lambda: True,
    ) -> None:
        """`checks` are what must hold for Aram to be ready, by name; `is_alive`, to be healthy."""
        self._is_alive = is_alive
        self._measured = metrics
        self._checks = checks
        self._host = host
        self.port = port
        self._entrance = entrance
        self._is_closing = False
        self._runner: web.AppRunner | None = None

    async def run(self) -> None:
        """Serve until cancelled; what has come in by then is still dealt with."""
        try:
            await self.start()
            if self._entrance is not None:
                await self._entrance.open()
                await self._entrance.stay_open()
            await asyncio.Event().wait()
        finally:
            await self.stop()

    async def start(self) -> None:
        """Open the port; raises SettingsError where it is taken."""
        app = web.Application(client_max_size=LARGEST_REQUEST, middlewares=[self._answering])
        app.add_routes([web.get("/healthz", self._healthz), web.get("/readyz", self._readyz)])
        if self._measured is not None:
            app.add_routes([web.get("/metrics", self._metrics)])
        if self._entrance is not None:
            app.add_routes(self._entrance.routes())
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=LAST_ANSWERS_SECONDS, handle_signals=False
        )
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError:
            await self.stop()
            raise SettingsError("error-port-taken", port=self.port) from None
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Turn away who comes now, finish what came before, and close the port."""
        self._is_closing = True
        if self._entrance is not None:
            await self._entrance.dealing.finish()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @web.middleware
    async def _answering(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        if self._is_closing and request.method == "POST":
            return busy()
        try:
            answer = await handler(request)
        except web.HTTPException as refusal:
            answer = told(refusal.status, error=refusal.reason)
        except ConnectionError:
            answer = told(400, error="the request broke off")
        except Exception as error:  # the outermost edge: aiohttp would log the error's own text
            log.error("a request failed: %s", trace_of(error))
            answer = told(500, error="failed")
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    async def _healthz(self, _request: web.Request) -> web.Response:
        """200 as long as the process answers and gets something done, else 503: start it anew."""
        is_alive = self._is_alive()
        return told(200 if is_alive else 503, alive=is_alive)

    async def _readyz(self, _request: web.Request) -> web.Response:
        """200 where everything holds that Aram needs for its work, else 503 and what does not."""
        found = {name: await _holds(check) for name, check in self._checks.items()}
        is_ready = all(found.values()) and not self._is_closing
        return told(200 if is_ready else 503, ready=is_ready, **found)

    async def _metrics(self, _request: web.Request) -> web.Response:
        """As Prometheus reads it."""
        assert self._measured is not None  # noqa: S101 - else there is no such route
        text = await asyncio.to_thread(self._measured.text)
        return web.Response(body=text, headers={"Content-Type": CONTENT_TYPE})


async def _holds(check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check()
    except Exception as error:  # whatever it is, it does not hold; the log says what kind
        log.warning("not ready: %s", type(error).__name__)
        return False


async def body_of(request: web.Request) -> dict[str, object] | None:
    """The update that a request bears, as JSON; None where it bears none."""
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            given = json.loads(await request.read())
    except (TimeoutError, ValueError, RecursionError):
        return None
    is_update = isinstance(given, dict) and type(given.get("update_id")) is int
    return given if is_update else None


def is_secret(given: str | None, expected: str) -> bool:
    """Whether a header bears the secret; it takes as long for a wrong one as for the right one."""
    said = (given or "").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(said, expected.encode())


async def is_kept(dealing: Dealing, update: Update) -> bool:
    """Keep an update in the inbox; False where it must come again."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await dealing.keep(update)
    except (StoreError, TimeoutError) as error:
        log.warning("an update could not be kept: %s", type(error).__name__)
        return False
    return True


def busy() -> web.Response:
    """Come again: the database does not answer, or Aram is stopping."""
    answer = told(503, error="come again")
    answer.headers["Retry-After"] = AGAIN_SECONDS
    return answer


def told(status: int, **said: object) -> web.Response:
    """A small answer."""
    return web.json_response(said, status=status)
