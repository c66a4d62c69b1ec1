"""Who is looking at the managers' page: Telegram's init data once, then a pass of our own."""

import base64
import binascii
import hmac
import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from urllib.parse import parse_qsl

from aiogram.utils.web_app import safe_parse_webapp_init_data

from bot.core.people import Shop
from handlers.turns import clean

OLDEST_SECONDS = 3600.0
CLOCKS_DIFFER_SECONDS = 60.0
PASS_SECONDS = 12 * 3600.0
LONGEST_INIT_DATA = 4096
LONGEST_NAME = 64


class Turned(StrEnum):
    """Why someone is turned away."""

    UNSIGNED = "unsigned"
    FORGED = "forged"
    EXPIRED = "expired"
    NOT_MANAGER = "not_manager"


@dataclass(frozen=True, slots=True)
class Visitor:
    """A Telegram user whom Telegram vouched for; `locale` is the language of their page."""

    id: int
    name: str
    locale: str


class Gate:
    """Lets managers in: by init data at most an hour old, afterwards by a pass of half a day.

    Both are signed over the bot's token, so any replica knows them; nothing is kept. A pass is good
    for one shop. Whether the visitor is a manager is asked of the shop each time.
    """

    def __init__(self, token: str, shop: Shop) -> None:
        """Keep the bot's token and the shop."""
        self._token = token
        self._shop = shop
        self._key = hmac.digest(f"aram panel pass {shop.id}".encode(), token.encode(), "sha256")

    def sign_in(self, init_data: str, *, now: float) -> Visitor | Turned:
        """Who Telegram says has opened the page; `now` in seconds."""
        if not init_data:
            return Turned.UNSIGNED
        try:
            told = safe_parse_webapp_init_data(self._token, _plain(init_data))
        except (ValueError, TypeError):  # TypeError: a hash of letters that no hash has
            return Turned.FORGED
        if told.user is None:
            return Turned.FORGED
        age = now - told.auth_date.timestamp()
        if not -CLOCKS_DIFFER_SECONDS <= age <= OLDEST_SECONDS:
            return Turned.EXPIRED
        if not self._shop.is_manager(told.user.id):
            return Turned.NOT_MANAGER
        return Visitor(told.user.id, clean(told.user.first_name), self._shop.locale)

    def write_pass(self, visitor: Visitor, *, now: float) -> str:
        """A pass that `read_pass` will take for half a day."""
        told = [visitor.id, visitor.name[:LONGEST_NAME], visitor.locale, now + PASS_SECONDS]
        body = base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
        return f"{body}.{self._seal(body)}"

    def read_pass(self, given: str, *, now: float) -> Visitor | Turned:
        """Whose pass it is, where it is ours, not too old, and the visitor still a manager."""
        if not given:
            return Turned.UNSIGNED
        if not given.isascii():  # hmac compares no other letters
            return Turned.FORGED
        body, _, seal = given.partition(".")
        if not hmac.compare_digest(seal.encode(), self._seal(body).encode()):
            return Turned.FORGED
        try:
            visitor_id, name, locale, until = json.loads(base64.urlsafe_b64decode(body))
        except (ValueError, binascii.Error):
            return Turned.FORGED
        if now > until:
            return Turned.EXPIRED
        if not self._shop.is_manager(visitor_id):
            return Turned.NOT_MANAGER
        return Visitor(visitor_id, name, locale)

    def _seal(self, body: str) -> str:
        return hmac.new(self._key, body.encode(), sha256).hexdigest()


def _plain(init_data: str) -> str:
    """Init data as it may be read; raises ValueError for what Telegram never sends."""
    if len(init_data) > LONGEST_INIT_DATA or not init_data.isascii():
        raise ValueError("no init data")
    names = [name for name, _ in parse_qsl(init_data, strict_parsing=True)]
    if len(names) != len(set(names)):
        raise ValueError("a field twice")
    return init_data
