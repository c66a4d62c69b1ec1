"""What a request of the page holds, read strictly."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.content.written import Value
from handlers.numbers import LARGEST_NUMBER
from handlers.playbooks.naming import is_place

DEEPEST = 8
MOST_TEXTS = 4_000


class Malformed(Exception):  # noqa: N818 - what was given, not what went wrong in us
    """A request that the page never sends."""


@dataclass(frozen=True, slots=True)
class Given:
    """A request's fields; each reader raises Malformed where the field is of another kind."""

    fields: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A field of letters."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise Malformed(name)
        return value

    def number(self, name: str) -> int:
        """A whole number, also as a query gives it."""
        value = self.fields.get(name)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:
            value = int(value)
        if (
            isinstance(value, bool)
            or not isinstance(value, int)
            or not 0 <= value <= LARGEST_NUMBER
        ):
            raise Malformed(name)
        return value

    def number_or_none(self, name: str) -> int | None:
        """A whole number, None where it is null or missing."""
        return None if self.fields.get(name) is None else self.number(name)

    def flag(self, name: str) -> bool:
        """Yes or no; no where it is missing."""
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise Malformed(name)
        return value

    def table(self, name: str) -> Mapping[str, Value]:
        """A form's data: tables, lists and texts, of sensible depth and number."""
        value = self.fields.get(name)
        if not isinstance(value, dict) or _count(value, DEEPEST) > MOST_TEXTS:
            raise Malformed(name)
        return value


def _count(value: Any, depth: int) -> int:
    """How many texts there are; raises Malformed for anything else, and for what lies too deep."""
    if depth == 0:
        raise Malformed("depth")
    match value:
        case str():
            return 1
        case list():
            return 1 + sum(_count(each, depth - 1) for each in value)
        case dict():
            return 1 + sum(_count(each, depth - 1) for each in value.values())
    raise Malformed("kind")


async def given(request: web.Request) -> Given:
    """The query of a GET, or the JSON object of a POST."""
    if request.method == "GET":
        return Given(dict(request.query))
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        fields = json.loads(await request.text())
    except (ValueError, RecursionError):
        raise Malformed("json") from None
    if not isinstance(fields, dict):
        raise Malformed("object")
    return Given(fields)


def file_of(fields: Given) -> str:
    """A file that a playbooks folder may hold."""
    file = fields.text("file")
    if not is_place(file):
        raise Malformed("file")
    return file


def credentials(request: web.Request, scheme: str) -> str:
    """What stands after the scheme in the Authorization header; empty for another scheme."""
    kind, _, told = request.headers.get("Authorization", "").partition(" ")
    return told.strip() if kind == scheme else ""
