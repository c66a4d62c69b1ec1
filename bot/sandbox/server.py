"""The sandbox's server: Bot API, page and control on one loopback port."""

from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.api import BotApi
from bot.sandbox.control import Control, Why
from bot.sandbox.events import Events
from bot.sandbox.script import Player, Sample
from bot.sandbox.wire import encode
from bot.sandbox.world import World

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_LARGEST_UPLOAD = 50 * 1024 * 1024
_FAREWELL = 0.5

type _Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SandboxServer:
    """Serves one world on loopback. Port 0 takes a free one; `url` tells which.

    async with SandboxServer(world, load_samples()) as server: ...
    """

    def __init__(
        self,
        world: World,
        samples: Sequence[Sample] = (),
        why: Why | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        if host not in _LOOPBACK:
            raise ValueError(f"the sandbox serves this machine only, not {host}")
        self.world = world
        self.api = BotApi(world)
        self.events = Events(world)
        self.player = Player(world, samples)
        self._control = Control(
            world, api=self.api, events=self.events, player=self.player, why=why
        )
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    async def start(self) -> None:
        """Open the port."""
        app = web.Application(client_max_size=_LARGEST_UPLOAD, middlewares=[_only_this_machine])
        app.add_routes([*self.api.routes(), *self._control.routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_FAREWELL)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.events.start()

    async def stop(self) -> None:
        """Let everyone go and close the port."""
        await self.player.stop()
        await self.world.couriers.stop()
        self.events.stop()
        for bot in self.world.bots.values():
            bot.queue.release_poller()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> "SandboxServer":
        await self.start()
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self.stop()


@web.middleware
async def _only_this_machine(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Refuse names that only seem to be this machine (DNS rebinding), and other sites' pages."""
    host = request.headers.get("Host", "")
    origin = request.headers.get("Origin")
    if _hostname(f"//{host}") not in _LOOPBACK:
        return _refused("the sandbox answers to loopback names only")
    if origin is not None and urlsplit(origin).netloc != host:
        return _refused("the sandbox answers to its own page only")
    return await handler(request)


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _refused(reason: str) -> web.Response:
    return web.Response(text=encode({"error": reason}), status=403, content_type="application/json")
