"""The page's own way in: files of the page, what phones show, and what people do on them."""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web

from bot.sandbox.api import BotApi
from bot.sandbox.events import Events
from bot.sandbox.faults import Fault
from bot.sandbox.methods.profile import menu
from bot.sandbox.phones import message_card
from bot.sandbox.refusals import Impossible
from bot.sandbox.script import Player, checked_pace, new_customer
from bot.sandbox.wire import Json, encode
from bot.sandbox.world import World

PAGE = Path(__file__).with_name("page")
_MIME = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
_PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; frame-src https: http://127.0.0.1:* http://localhost:*; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_NAMES = ("سارا", "امیر", "لیلا", "حسین", "الهام", "پویا", "شیرین", "کاوه")


class Why(Protocol):
    """Tells why the bot speaks or keeps silent in one conversation: whatever the page's panel
    shows.
    """

    async def __call__(self, seller_id: int, customer_id: int) -> Json | None:
        """Return the reasons, None when there are none."""
        ...


type _Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
type _Act = Callable[[Json], Awaitable[Json]]


class Control:
    """Answers the page under / and /sandbox/."""

    def __init__(
        self, world: World, *, api: BotApi, events: Events, player: Player, why: Why | None
    ) -> None:
        self._world = world
        self._api = api
        self._events = events
        self._player = player
        self._why = why

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page and its control API."""
        acts = {
            "say": self._say,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "webapp": self._open_web_app,
            "read": self._read,
            "start": self._start,
            "newcustomer": self._newcustomer,
            "play": self._play,
            "stop": self._stop,
            "faults": self._faults,
        }
        return [
            web.get("/", self._index),
            web.get("/page/{path:.+}", self._page),
            web.get("/sandbox/world", self._show_world),
            web.get("/sandbox/phones/{user:\\d+}", self._show_phone),
            web.get("/sandbox/events", self._events.stream),
            web.get("/sandbox/commands", self._commands),
            web.get("/sandbox/why", self._reasons),
            web.get("/sandbox/file/{path:.+}", self._file),
            *(web.post(f"/sandbox/{name}", _acting(act)) for name, act in acts.items()),
        ]

    # ---- the page's files

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return _page_file("index.html")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return _page_file(request.match_info["path"])

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self._world.files.by_path(request.match_info["path"])
        if stored is None:
            return _failed("there is no such file", 404)
        return web.Response(body=stored.content, content_type=stored.mime, headers=_PAGE_HEADERS)

    # ---- what there is to see

    async def _show_world(self, _request: web.Request) -> web.StreamResponse:
        bot = next(iter(self._world.bots.values())).user
        return _shown(
            {
                "bot": {"id": bot.id, "name": bot.name, "username": bot.username},
                "phones": [
                    {"role": role, "user": {"id": user_id, "name": self._world.user(user_id).name}}
                    for role, user_id in self._world.roles.items()
                ],
                "samples": [sample.card() for sample in self._player.samples.values()],
                "playing": self._player.status(),
            }
        )

    async def _show_phone(self, request: web.Request) -> web.StreamResponse:
        try:
            return _shown(self._world.phone(int(request.match_info["user"])))
        except Impossible as reason:
            return _failed(str(reason), 404)

    async def _commands(self, request: web.Request) -> web.StreamResponse:
        user_id = _query_number(request, "user")
        user = self._world.users.get(user_id)
        bot = next(iter(self._world.bots.values()))
        entries = menu(bot, user_id, user.language_code if user else None)
        names = ("command", "description")
        return _shown([{name: entry[name] for name in names} for entry in entries])

    async def _reasons(self, request: web.Request) -> web.StreamResponse:
        seller, customer = _query_number(request, "seller"), _query_number(request, "customer")
        return _shown({"why": await self._why(seller, customer) if self._why else None})

    # ---- what people do

    async def _say(self, given: Json) -> Json:
        user, chat = _number(given, "user"), _number(given, "chat")
        posted = self._world.send(
            user,
            chat,
            text=str(given.get("text") or ""),
            media=str(given.get("media") or "") or None,
            reply_to=_number(given, "reply_to") if given.get("reply_to") else None,
            file_name=str(given.get("file_name") or "") or None,
            content=_bytes(given, "content"),
        )
        return {"message": message_card(self._world, posted.chat, posted.message, user)}

    async def _edit(self, given: Json) -> Json:
        user, chat, number = (_number(given, name) for name in ("user", "chat", "message"))
        posted = self._world.edit(user, chat, number, str(given.get("text") or ""))
        return {"message": message_card(self._world, posted.chat, posted.message, user)}

    async def _delete(self, given: Json) -> Json:
        user, chat, number = (_number(given, name) for name in ("user", "chat", "message"))
        self._world.delete(user, chat, number)
        return {}

    async def _press(self, given: Json) -> Json:
        user, chat, number = (_number(given, name) for name in ("user", "chat", "message"))
        answer = await self._world.press(user, chat, number, str(given.get("data") or ""))
        return {"text": answer.text, "alert": answer.alert}

    async def _open_web_app(self, given: Json) -> Json:
        user, chat = _number(given, "user"), _number(given, "chat")
        message = _number(given, "message") if given.get("message") else None
        url, dark = str(given.get("url") or ""), given.get("theme") == "dark"
        return {"url": self._world.open_web_app(user, chat, message, url, dark=dark)}

    async def _read(self, given: Json) -> Json:
        self._world.read(_number(given, "user"), _number(given, "chat"))
        return {}

    async def _start(self, given: Json) -> Json:
        bot = next(iter(self._world.bots))
        self._world.start(_number(given, "user"), bot, str(given.get("payload") or ""))
        return {}

    async def _newcustomer(self, given: Json) -> Json:
        await self._player.stop()
        name = str(given.get("name") or "").strip()
        user_id = new_customer(self._world, name or _NAMES[len(self._world.users) % len(_NAMES)])
        return {"user": {"id": user_id, "name": self._world.user(user_id).name}}

    async def _play(self, given: Json) -> Json:
        pace = checked_pace(given.get("pace", "real"))
        user_id = await self._player.play(str(given.get("sample") or ""), pace)
        return {"user": {"id": user_id, "name": self._world.user(user_id).name}}

    async def _stop(self, _given: Json) -> Json:
        await self._player.stop()
        return {}

    async def _faults(self, given: Json) -> Json:
        if given.get("clear"):
            self._api.faults.clear()
            return {}
        try:
            self._api.faults.add(Fault.read(given))
        except (TypeError, ValueError) as reason:
            raise Impossible(str(reason)) from None
        return {}


def _acting(act: _Act) -> _Handler:
    """Return the handler of one thing that people do: JSON in, JSON out, refusals as 400."""

    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            given = await request.json() if request.can_read_body else {}
        except ValueError:
            given = None
        if not isinstance(given, dict):
            return _failed("a JSON object is expected", 400)
        try:
            return _shown(await act(given))
        except Impossible as reason:
            return _failed(str(reason), 400)

    return handler


def _number(given: Json, name: str) -> int:
    value: Any = given.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise Impossible(f"{name} must be a number")
    return value


def _bytes(given: Json, name: str) -> bytes | None:
    """Return what a field holds in base64; None where it is absent."""
    if given.get(name) is None:
        return None
    try:
        return b64decode(str(given[name]), validate=True)
    except ValueError:
        raise Impossible(f"{name} must be base64") from None


def _query_number(request: web.Request, name: str) -> int:
    try:
        return int(request.query.get(name, ""))
    except ValueError:
        return 0


def _shown(content: object) -> web.Response:
    headers = {"Cache-Control": "no-store"}
    return web.Response(text=encode(content), content_type="application/json", headers=headers)


def _failed(reason: str, status: int) -> web.Response:
    return web.Response(
        text=encode({"error": reason}), status=status, content_type="application/json"
    )


def _page_file(name: str) -> web.StreamResponse:
    path = (PAGE / name).resolve()
    mime = _MIME.get(path.suffix)
    if not path.is_relative_to(PAGE.resolve()) or mime is None or not path.is_file():
        return _failed("there is no such file", 404)
    charset = "utf-8" if mime.startswith("text/") or mime.endswith("json") else None
    return web.Response(
        body=path.read_bytes(), content_type=mime, charset=charset, headers=_PAGE_HEADERS
    )
