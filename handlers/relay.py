"""Updates that a bot in any other language hands on: whoever has the secret may bring them.

The answer says whose an update is. `taken` means that it was Aram's alone; everything else is
still the other bot's to answer, whether Aram read along or not.
"""

from collections.abc import Sequence

from aiohttp import web

from handlers.dealing import Dealing
from handlers.doorway import body_of, busy, is_kept, is_secret, told
from handlers.guest import Claims, Share

SECRET_HEADER = "X-Aram-Secret"  # noqa: S105 - a header's name


class Relay:
    """The way in for another bot's updates: POST /relay/<the bot's id>."""

    def __init__(self, dealing: Dealing, claims: Claims, *, secret: str) -> None:
        """Keep what deals with updates, what says whose they are, and the secret."""
        self.dealing = dealing
        self._claims = claims
        self._secret = secret

    def routes(self) -> Sequence[web.RouteDef]:
        """The bot's own address."""
        return [web.post(f"/relay/{self.dealing.bot.id}", self._receive)]

    async def open(self) -> None:
        """Nothing to do: the other bot comes when it has something."""

    async def stay_open(self) -> None:
        """Nor later."""

    async def _receive(self, request: web.Request) -> web.Response:
        """One update: 200 once it is kept; `?rest=1`: the other bot has no use for it."""
        if not is_secret(request.headers.get(SECRET_HEADER), self._secret):
            return told(401, error="the secret is missing or wrong")
        given = await body_of(request)
        if given is None:
            return told(400, error="not an update")
        update = self.dealing.read(given)
        if update is None:
            return told(200, taken=False)
        share = self._claims.share_of(update)
        if share is Share.REST and request.query.get("rest") == "1":
            share = Share.ARAM
        if share in {Share.HOST, Share.REST}:
            return told(200, taken=False)
        if not await is_kept(self.dealing, self._claims.as_written_to_aram(update)):
            return busy()
        return told(200, taken=share is Share.ARAM)
