"""What the managers' page may ask, in one table; every answer is JSON in the reader's language."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from aiohttp import web

from bot.content.difference import difference
from bot.core.edition import Way
from bot.core.people import Shop
from bot.errors import AramError, ContentError, trace_of
from bot.locale import Locale, Locales
from bot.publishing.office import Office
from bot.publishing.publisher import Declined, Prepared, Refused
from bot.store.ledger import Clock, Ledger
from handlers.panel import answers
from handlers.panel.answers import Json
from handlers.panel.auth import Gate, Turned, Visitor
from handlers.panel.bench import Bench, Form, Wish, wish_of
from handlers.panel.given import Given, Malformed, credentials, file_of, given
from handlers.panel.limits import Turnstile
from handlers.panel.refusals import STATUS, DeclinedError, refused
from handlers.panel.words import choices, direction, words
from handlers.playbooks.listing import usage_lately
from handlers.playbooks.shelf import Shelves

VERSIONS_SHOWN = 20
SIGN_IN, PASS = "tma", "Bearer"
AT_A_TIME = 1
AT_ONCE, PER_SECOND = 60, 6
"""How many requests one manager may make at once, and how many a second afterwards."""
type _Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a manager: who, what, and the voice to answer with."""

    visitor: Visitor
    fields: Given
    locale: Locale


class Api:
    """Answers the page. Checks run in a thread, one at a time: typing holds up no message."""

    def __init__(
        self,
        *,
        gate: Gate,
        ledger: Ledger,
        office: Office,
        bench: Bench,
        locales: Locales,
        shop: Shop,
        clock: Clock,
    ) -> None:
        self._gate = gate
        self._ledger = ledger
        self._office = office
        self._bench = bench
        self._locales = locales
        self._shop = shop
        self._clock = clock
        self._shelves = Shelves()
        self._turnstile = Turnstile(burst=AT_ONCE, rate=PER_SECOND)
        self._checking = asyncio.Semaphore(AT_A_TIME)
        self._handlers: dict[tuple[str, str], _Handler] = {
            ("POST", "/api/session"): self._sign_in,
            ("GET", "/api/playbooks"): self._asking(self._playbooks),
            ("GET", "/api/file"): self._asking(self._file),
            ("GET", "/api/history"): self._asking(self._history),
            ("GET", "/api/version"): self._asking(self._version),
            ("POST", "/api/check"): self._asking(self._check),
            ("POST", "/api/prepare"): self._asking(self._prepare),
            ("POST", "/api/confirm"): self._asking(self._confirm),
            ("POST", "/api/drop"): self._asking(self._drop),
            ("POST", "/api/roll_back"): self._asking(self._roll_back),
            ("POST", "/api/turn"): self._asking(self._turn),
        }

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Everything that can be asked: methods and paths."""
        return tuple(self._handlers)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one of them."""
        return await self._handlers[request.method, request.path](request)

    # ---- who asks

    async def _sign_in(self, request: web.Request) -> web.StreamResponse:
        """Init data, or a pass that still holds, for a pass and the page's words."""
        now = self._clock()
        held = credentials(request, PASS)
        visitor = (
            self._gate.read_pass(held, now=now)
            if held
            else self._gate.sign_in(credentials(request, SIGN_IN), now=now)
        )
        if isinstance(visitor, Turned):
            return self._turned(visitor)
        if not self._turnstile.admits(visitor.id, now=now):
            raise web.HTTPTooManyRequests
        await given(request)
        person = await self._ledger.write(lambda books: books.person(visitor.id))
        locale = self._locales.get((person and person.locale) or self._shop.locale)
        known = replace(visitor, locale=locale.language)
        return web.json_response(
            {
                "pass": held or self._gate.write_pass(known, now=now),
                "id": visitor.id,
                "name": visitor.name,
                "language": locale.language,
                "direction": direction(locale),
                "timezone": self._shop.timezone,
                "words": words(locale),
                "choices": choices(locale),
            }
        )

    def _asking(self, answer: Callable[[Asked], Awaitable[Json]]) -> _Handler:
        """The handler of one thing that managers ask."""

        async def handler(request: web.Request) -> web.StreamResponse:
            now = self._clock()
            visitor = self._gate.read_pass(credentials(request, PASS), now=now)
            if isinstance(visitor, Turned):
                return self._turned(visitor)
            if not self._turnstile.admits(visitor.id, now=now):
                raise web.HTTPTooManyRequests
            locale = self._locales.get(visitor.locale)
            try:
                asked = Asked(visitor, await given(request), locale)
                return web.json_response(await answer(asked))
            except DeclinedError as declined:
                return web.json_response(declined.told, status=declined.status)
            except AramError as error:
                said = locale.plain.error_sentence(error)
                return refused("error", said, 422 if isinstance(error, ContentError) else 503)

        return handler

    def _turned(self, why: Turned) -> web.Response:
        locale = self._locales.get(self._shop.locale)
        said = locale.plain.say(f"panel-turned-{why.value.replace('_', '-')}")
        more = {"language": locale.language, "direction": direction(locale)}
        return refused(why.value, said, STATUS[why], **more)

    @web.middleware
    async def answering(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refusals as JSON with a sentence, whatever refuses."""
        if not request.path.startswith("/api/"):
            return await handler(request)
        try:
            return await handler(request)
        except Malformed:
            return self._plainly("malformed", 400)
        except web.HTTPException as refusal:
            known = {413: "too-large", 429: "too-often"}
            return self._plainly(known.get(refusal.status, "malformed"), refusal.status)
        except Exception as error:  # the outermost edge: the error's own text may quote somebody
            log.error("a request of the page failed: %s", trace_of(error))
            return self._plainly("failed", 500)

    def _plainly(self, why: str, status: int) -> web.Response:
        said = self._locales.get(self._shop.locale).plain.say(f"panel-refused-{why}")
        return refused(why, said, status)

    # ---- what there is

    async def _playbooks(self, asked: Asked) -> Json:
        shelf = await self._shelves.now(self._ledger)
        return answers.list_json(shelf, await usage_lately(self._ledger), asked.locale)

    async def _file(self, asked: Asked) -> Json:
        file = file_of(asked.fields)
        shelf = await self._shelves.now(self._ledger)
        return answers.file_json(shelf, file, asked.locale)

    async def _history(self, asked: Asked) -> Json:
        file = file_of(asked.fields) if asked.fields.fields.get("file") else None
        skip = asked.fields.number("skip")
        edition, versions = await self._ledger.write(
            lambda books: (
                books.versions.edition(),
                books.versions.history(file, skip=skip, most=VERSIONS_SHOWN + 1),
            )
        )
        return {
            "versions": [answers.version_json(each, edition) for each in versions[:VERSIONS_SHOWN]],
            "more": len(versions) > VERSIONS_SHOWN,
        }

    async def _version(self, asked: Asked) -> Json:
        number = asked.fields.number("number")
        version, before = await self._ledger.write(
            lambda books: (
                found := books.versions.version(number),
                books.versions.version(found.before) if found and found.before else None,
            )
        )
        if version is None:
            raise DeclinedError(Declined(Refused.GONE), asked.locale)
        lines = difference(before.text if before else None, version.text)
        return {**answers.version_json(version), "lines": answers.lines_json(lines)}

    # ---- what may become

    async def _check(self, asked: Asked) -> Json:
        """The text that the form makes, every problem in it, what it changes, and its cards."""
        wish = await self._wish(asked)
        heard = asked.fields.flag("heard")
        async with self._checking:
            return await asyncio.to_thread(self._bench.look, wish, asked.locale, heard=heard)

    async def _wish(self, asked: Asked) -> Wish:
        """The change that the form makes to the version that it was opened from."""
        file, base = file_of(asked.fields), asked.fields.number_or_none("base")
        edition, version = await self._ledger.write(
            lambda books: (
                books.versions.edition(),
                None if base is None else books.versions.version(base),
            )
        )
        form = Form(file, version, asked.fields.table("data"))
        return await asyncio.to_thread(wish_of, form, edition, asked.visitor)

    # ---- what is done

    async def _prepare(self, asked: Asked) -> Json:
        change = (await self._wish(asked)).change
        return await self._prepared(await self._office.prepare(change), asked, change.text)

    async def _roll_back(self, asked: Asked) -> Json:
        visitor, number = asked.visitor, asked.fields.number("number")
        told = await self._office.roll_back(number, visitor.id, visitor.name, way=Way.PAGE)
        return await self._prepared(told, asked)

    async def _turn(self, asked: Asked) -> Json:
        visitor, file, on = asked.visitor, file_of(asked.fields), asked.fields.flag("on")
        told = await self._office.turn(file, on, visitor.id, visitor.name, way=Way.PAGE)
        return await self._prepared(told, asked)

    async def _prepared(
        self, told: Prepared | Declined, asked: Asked, text: str | None = None
    ) -> Json:
        if isinstance(told, Declined):
            raise DeclinedError(told, asked.locale, text)
        change = told.change
        problems = answers.problems_json(told.problems, change.file, change.text, asked.locale)
        return {
            "proposal": told.proposal,
            "file": change.file,
            "lines": answers.lines_json(told.difference),
            "problems": problems,
        }

    async def _confirm(self, asked: Asked) -> Json:
        proposal = asked.fields.number("proposal")
        told = await self._office.confirm(proposal, asked.visitor.id)
        if isinstance(told, Declined):
            raise DeclinedError(told, asked.locale)
        return answers.version_json(told)

    async def _drop(self, asked: Asked) -> Json:
        proposal = asked.fields.number("proposal")
        return {"dropped": await self._office.drop(proposal, asked.visitor.id)}
