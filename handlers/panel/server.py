"""The web server of the managers' page: its files, its API, and what every answer carries."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.errors import SettingsError
from bot.settings import ROOT
from handlers.panel.api import Api

PAGE = Path(__file__).with_name("page")
FONT = ROOT / "bot" / "sandbox" / "page" / "fonts" / "vazirmatn.woff2"
LARGEST_REQUEST = 512 * 1024
FAREWELL_SECONDS = 1.0
TELEGRAM_WEB = "https://web.telegram.org https://*.telegram.org"
SANDBOX = "http://127.0.0.1:* http://localhost:*"
_MIME = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}

SHOP_HEADER = "Aram-Shop"
_NUMBER = re.compile("[0-9]{1,9}")

type ApiOf = Callable[[int], Awaitable[Api | None]]
"""What answers for the shop of a number; None where there is none."""
type _Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PanelServer:
    """Serves the page. Port 0 takes a free one; `port` tells which once it is started."""

    def __init__(
        self,
        api: Api,
        *,
        host: str,
        port: int,
        framed_by: str = TELEGRAM_WEB,
        api_of: ApiOf | None = None,
    ) -> None:
        """`host` and `port` are where it listens; a TLS proxy usually stands before it.

        `framed_by` are the origins whose pages may show it in a frame. `api` answers for the first
        shop, `api_of` gives what answers for another one.
        """
        self._api = api
        self._api_of = api_of
        self._headers = _headers(framed_by)
        self._host = host
        self.port = port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Open the port; raises SettingsError where it is taken."""
        app = web.Application(
            client_max_size=LARGEST_REQUEST, middlewares=[self._with_headers, self._api.answering]
        )
        app.add_routes(
            [
                web.get("/", _index),
                web.get("/page/vazirmatn.woff2", _font),
                web.get("/page/{name}", _page),
                *(web.route(*asked, self._answer) for asked in self._api.asked),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=FAREWELL_SECONDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self.port).start()
        except OSError:
            await self.stop()
            raise SettingsError("error-port-taken", port=self.port) from None
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Close the port."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def run(self) -> None:
        """Serve until cancelled."""
        try:
            await self.start()
            await asyncio.Event().wait()
        finally:
            await self.stop()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        """Let the shop answer whose page it is."""
        named = request.headers.get(SHOP_HEADER, "")
        api: Api | None = self._api
        if named and self._api_of is not None:
            api = await self._api_of(int(named)) if _NUMBER.fullmatch(named) else None
        if api is None:
            raise web.HTTPNotFound
        return await api.answer(request)

    @web.middleware
    async def _with_headers(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        try:
            answer = await handler(request)
        except web.HTTPException as refusal:
            refusal.headers.update(self._headers)
            raise
        answer.headers.update(self._headers)
        return answer


def _headers(framed_by: str) -> dict[str, str]:
    """Nothing from elsewhere runs on the page, and nothing but Telegram's web clients frames it."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": framed_by,
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {said}" for name, said in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cache-Control": "no-store",
    }


async def _index(_request: web.Request) -> web.StreamResponse:
    return _file("index.html")


async def _page(request: web.Request) -> web.StreamResponse:
    return _file(request.match_info["name"])


async def _font(_request: web.Request) -> web.StreamResponse:
    return web.Response(body=FONT.read_bytes(), content_type="font/woff2")


def _file(name: str) -> web.StreamResponse:
    """A file of the page's own folder; none of any other."""
    path = PAGE / Path(name).name
    mime = _MIME.get(path.suffix)
    if mime is None or not path.is_file():
        raise web.HTTPNotFound
    return web.Response(body=path.read_bytes(), content_type=mime, charset="utf-8")
