"""Updates that Telegram brings itself, instead of being asked for them.

The address is known to Telegram alone, and every request bears a secret. An update is confirmed
(200) once it is kept in the inbox; where the database does not answer, Telegram brings it again.
"""

import asyncio
import hmac
import logging
from collections.abc import Sequence
from urllib.parse import urlsplit

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramUnauthorizedError
from aiohttp import web

from bot.errors import TelegramError
from handlers.dealing import Dealing
from handlers.doorway import body_of, busy, is_kept, is_secret, told
from handlers.feeding import PASSING
from handlers.inbox import FIRST_WAIT_SECONDS, rest

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MOST_CONNECTIONS = 40
LOOK_EVERY_SECONDS = 300.0

log = logging.getLogger(__name__)


class Webhook:
    """The way in for Telegram's own requests."""

    def __init__(self, dealing: Dealing, *, url: str, secret: str | None = None) -> None:
        """`url` is the public address; path and, where none is given, secret are derived."""
        token = dealing.bot.token
        self.dealing = dealing
        self._path = derived(token, "webhook path")
        self._secret = secret or derived(token, "webhook secret")
        self.url = f"{url.rstrip('/')}/{self._path}"

    def routes(self) -> Sequence[web.RouteDef]:
        """Anything that is posted: a proxy before it may have added a path of its own."""
        return [web.post("/{path:.*}", self._receive)]

    async def open(self) -> None:
        """Have Telegram bring updates; raises TelegramError where it refuses for good."""
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                await self.dealing.bot.set_webhook(
                    self.url,
                    secret_token=self._secret,
                    max_connections=MOST_CONNECTIONS,
                    allowed_updates=self.dealing.used_update_types,
                )
            except TelegramUnauthorizedError:
                raise TelegramError("error-token-wrong") from None
            except TelegramBadRequest as error:
                host = urlsplit(self.url).hostname or ""
                raise TelegramError(
                    "error-webhook-refused", host=host, reason=error.message
                ) from None
            except (*PASSING, TelegramAPIError) as error:
                wait = await rest(error, wait, "no webhook yet")
            else:
                return

    async def stay_open(self) -> None:
        """Look whether Telegram still brings updates here; raises TelegramError as `open` does."""
        while True:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            try:
                known = await self.dealing.bot.get_webhook_info()
            except TelegramUnauthorizedError:
                raise TelegramError("error-token-wrong") from None
            except (*PASSING, TelegramAPIError) as error:
                log.warning("whether updates come here is not known: %s", type(error).__name__)
                continue
            if known.url != self.url:
                log.warning("another program has taken the webhook away: it is set anew")
                await self.open()

    async def _receive(self, request: web.Request) -> web.Response:
        """One update: 200 once it is kept."""
        path = request.match_info["path"].rpartition("/")[2]
        if not is_secret(path, self._path):
            return told(404, error="not here")
        if not is_secret(request.headers.get(SECRET_HEADER), self._secret):
            return told(401, error="the secret is missing or wrong")
        given = await body_of(request)
        if given is None:
            return told(400, error="not an update")
        update = self.dealing.read(given)
        if update is None:  # it will not get better: brought again, it would keep others away
            return told(200)
        return told(200) if await is_kept(self.dealing, update) else busy()


def derived(token: str, purpose: str) -> str:
    """What nobody can guess who does not know the token: 64 letters and digits."""
    return hmac.digest(token.encode(), f"aram {purpose}".encode(), "sha256").hex()
