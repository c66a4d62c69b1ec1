"""The HTTP face of the Bot API: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import inspect
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.methods.call import Call, Upload
from bot.sandbox.methods.lacking import LACKING
from bot.sandbox.methods.table import METHODS, Method
from bot.sandbox.people import Bot
from bot.sandbox.refusals import (
    Refusal,
    lacking,
    not_found,
    too_many_requests,
    unauthorized,
)
from bot.sandbox.state import State
from bot.sandbox.wire import Json, encode

_REMEMBERED = 10_000
_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"
_NOT_IN_REPLIES = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the log keeps it: world's time, bot's id, method as called, parameters and
    answer.
    """

    at: float
    bot: int
    method: str
    params: Mapping[str, Any]
    answer: Json


@dataclass(frozen=True, slots=True)
class _Given:
    """What came with a request, or why it cannot be read."""

    params: Mapping[str, Any]
    files: Mapping[str, Upload]
    refusal: Refusal | None = None


class BotApi:
    """Answers bots. `requests` remembers the last ten thousand calls; `faults` is the weather."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.faults = Faults()
        self.requests: deque[Request] = deque(maxlen=_REMEMBERED)
        state.couriers.on_reply = self.reply
        state.couriers.faults = self.faults

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the API."""
        return [
            web.get("/bot{token:[^/]+}/{method}", self.answer),
            web.post("/bot{token:[^/]+}/{method}", self.answer),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of a method."""
        name = request.match_info["method"].lower()
        given = await _given(request)
        fault = self.faults.take(name, str(given.params.get("chat_id")))
        if fault is not None and fault.kind == "dropped":
            return _broken(request)
        if fault is not None and fault.kind == "bad_gateway":
            return web.Response(text=_GATEWAY_PAGE, status=502, content_type="text/html")
        if fault is not None and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        answer = await self._answer(request, name, given, fault)
        if fault is not None and fault.kind == "lost":
            return _broken(request)
        if fault is not None and fault.kind == "half_sent":
            return await _half_sent(request, answer)
        return _response(answer)

    async def _answer(
        self, request: web.Request, name: str, given: "_Given", fault: Fault | None
    ) -> Json:
        bot = self.state.bots_by_token.get(request.match_info["token"])
        try:
            if bot is None:
                raise unauthorized()
            if fault is not None:
                _befall(fault)
            method = _method(name)
            if given.refusal is not None:
                raise given.refusal
            result = await self._run(method, bot, given.params, given.files)
            answer: Json = {"ok": True, "result": result}
        except Refusal as refusal:
            answer = _refused(refusal)
        if bot is not None:
            at, called = self.state.clock.now(), request.match_info["method"]
            self.requests.append(Request(at, bot.id, called, given.params, answer))
        return answer

    async def _run(
        self, method: Method, bot: Bot, given: Mapping[str, Any], files: Mapping[str, Upload]
    ) -> Any:
        result = method.run(Call(self.state, bot, given, files, method.reads))
        return await result if inspect.isawaitable(result) else result

    async def reply(self, bot_id: int, given: Json) -> None:
        """Do what a bot asked for in its answer to a webhook request; nobody hears of a refusal."""
        name = str(given.pop("method", "")).lower()
        if not name or name.startswith("get") or name in _NOT_IN_REPLIES:
            return
        bot = self.state.bots[bot_id]
        try:
            answer: Json = {"ok": True, "result": await self._run(_method(name), bot, given, {})}
        except Refusal as refusal:
            answer = _refused(refusal)
        self.requests.append(Request(self.state.clock.now(), bot_id, name, given, answer))

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Answer /file/bot<token>/<path>."""
        if request.match_info["token"] not in self.state.bots_by_token:
            return _response(_refused(unauthorized()))
        stored = self.state.files.by_path(request.match_info["path"])
        if stored is None:
            return _response(_refused(not_found()))
        return web.Response(body=stored.content, content_type="application/octet-stream")


def _method(name: str) -> Method:
    method = METHODS.get(name)
    if method is not None:
        return method
    raise lacking(name) if name in LACKING else not_found()


def _befall(fault: Fault) -> None:
    if fault.kind == "too_many_requests":
        raise too_many_requests(fault.retry_after)
    if fault.kind == "server_error":
        raise Refusal(500, "Internal Server Error")


def _refused(refusal: Refusal) -> Json:
    answer: Json = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.retry_after is not None:
        answer["parameters"] = {"retry_after": refusal.retry_after}
    if refusal.migrate_to_chat_id is not None:
        answer["parameters"] = {"migrate_to_chat_id": refusal.migrate_to_chat_id}
    return answer


def _response(answer: Json) -> web.Response:
    return web.Response(
        text=encode(answer),
        status=answer.get("error_code", 200),
        content_type="application/json",
    )


def _broken(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _half_sent(request: web.Request, answer: Json) -> web.StreamResponse:
    body = encode(answer).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


async def _given(request: web.Request) -> _Given:
    try:
        return _Given(*await _parameters(request))
    except Refusal as refusal:
        return _Given({}, {}, refusal)


async def _parameters(request: web.Request) -> tuple[Mapping[str, Any], Mapping[str, Upload]]:
    """Read parameters however they came: query, form, multipart or JSON."""
    given: dict[str, Any] = dict(request.query) if request.query_string else {}
    if request.method == "GET" or not request.can_read_body:
        return given, {}
    if request.content_type == "application/json":
        return given | await _json_body(request), {}
    if request.content_type == "multipart/form-data":
        return await _multipart(request, given)
    body = (await request.read()).decode()
    return given | dict(parse_qsl(body, keep_blank_values=True)), {}


async def _json_body(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "Bad Request: object expected as the request's JSON")
    return body


async def _multipart(
    request: web.Request, given: dict[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Upload]]:
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            given[name] = value
    return given, files
