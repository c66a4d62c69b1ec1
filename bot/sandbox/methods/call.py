"""One call of a method: who calls, in which world, with which parameters as Telegram reads them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.people import Bot
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State
from bot.sandbox.wire import Json

_TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a multipart request."""

    name: str
    mime: str
    content: bytes


def number_of(value: Any, default: int = 0) -> int:
    """Read a number that may come as text; what is not a number is the default."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return default


@dataclass(frozen=True, slots=True)
class Call:
    """A bot's request. Reading a parameter that the method's entry in the table does not name is
    our own mistake.
    """

    state: State
    bot: Bot
    given: Mapping[str, Any]
    files: Mapping[str, Upload]
    reads: frozenset[str]

    def raw(self, name: str) -> Any:
        """Return a parameter as it came, None when it did not."""
        if name not in self.reads:
            raise LookupError(f"this method does not list its parameter {name}")
        return self.given.get(name)

    def text(self, name: str) -> str:
        """Return a parameter as text, empty when it did not come."""
        value = self.raw(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a parameter as a number; what is not a number counts as absent, as Telegram has
        it.
        """
        return number_of(self.raw(name), default)

    def flag(self, name: str) -> bool:
        """Return a parameter as true or false."""
        value = self.raw(name)
        return value is True or str(value).lower() in _TRUE

    def json(self, name: str) -> Any:
        """Return a JSON-serialised parameter, None when it did not come."""
        value = self.raw(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> Json | None:
        """Return a JSON-serialised object, None when it did not come."""
        value = self.json(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {name.replace('_', ' ')}")

    def list(self, name: str) -> "list[Any] | None":
        """Return a JSON-serialised list, None when it did not come."""
        value = self.json(name)
        if value is None or isinstance(value, list):
            return value
        raise bad_request(f"expected an Array as {name.replace('_', ' ')}")
