"""Mini Apps: what a phone hands to a page that a bot's button opens, signed as Telegram signs it.

The recipe: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from bot.sandbox.people import Bot, User
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

VERSION = "9.1"
PLATFORM = "weba"
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SIGNATURE_BYTES = 64

LIGHT = {
    "bg_color": "#ffffff",
    "secondary_bg_color": "#f3f6f7",
    "section_bg_color": "#ffffff",
    "header_bg_color": "#ffffff",
    "bottom_bar_bg_color": "#ffffff",
    "text_color": "#15222a",
    "hint_color": "#556671",
    "subtitle_text_color": "#556671",
    "section_header_text_color": "#0c6b63",
    "section_separator_color": "#dbe3e6",
    "link_color": "#0b63a8",
    "accent_text_color": "#0c6b63",
    "button_color": "#0c6b63",
    "button_text_color": "#ffffff",
    "destructive_text_color": "#b3261e",
}
DARK = {
    "bg_color": "#172227",
    "secondary_bg_color": "#0d1418",
    "section_bg_color": "#172227",
    "header_bg_color": "#172227",
    "bottom_bar_bg_color": "#172227",
    "text_color": "#e8eff1",
    "hint_color": "#9fb1b9",
    "subtitle_text_color": "#9fb1b9",
    "section_header_text_color": "#63cfc0",
    "section_separator_color": "#2a3a41",
    "link_color": "#7cc4f5",
    "accent_text_color": "#63cfc0",
    "button_color": "#63cfc0",
    "button_text_color": "#06231f",
    "destructive_text_color": "#ff8a80",
}
"""The page's own colours, under the names of Telegram's ThemeParams."""


def checked_web_app(value: object, where: str) -> Json:
    """Return a WebAppInfo; a link without TLS is taken from this machine alone, as Telegram's test
    environment takes it.
    """
    url = str(value.get("url") or "") if isinstance(value, dict) else ""
    if not _may_open(url):
        raise bad_request(f"{where} Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return {"url": url}


def _may_open(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://[", for one
        return False
    if parts.scheme == "https":
        return parts.hostname is not None
    return parts.scheme == "http" and parts.hostname in _LOOPBACK


def init_data(bot: Bot, user: User, *, at: float) -> str:
    """Return tgWebAppData: who opens the page and when, with the hash over the bot's token.

    `signature`, Telegram's own for third parties, is made up: only Telegram can make it.
    """
    told = {
        "query_id": f"AAH{secrets.token_urlsafe(12)}",
        "user": json.dumps(_card(user), ensure_ascii=False, separators=(",", ":")),
        "auth_date": str(int(at)),
        "signature": secrets.token_urlsafe(_SIGNATURE_BYTES),
    }
    return urlencode({**told, "hash": signed(bot.token, told)})


def signed(token: str, told: Mapping[str, str]) -> str:
    """Return the hash of what is told, as only the holder of the bot's token can make it."""
    secret = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    lines = "\n".join(f"{name}={told[name]}" for name in sorted(told))
    return hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()


def launch_url(url: str, data: str, *, dark: bool) -> str:
    """Return the address as a client opens it: what it hands over stands behind the #."""
    handed = urlencode(
        {
            "tgWebAppData": data,
            "tgWebAppVersion": VERSION,
            "tgWebAppPlatform": PLATFORM,
            "tgWebAppThemeParams": json.dumps(DARK if dark else LIGHT, separators=(",", ":")),
        }
    )
    return f"{url}{'&' if '#' in url else '#'}{handed}"


def _card(user: User) -> Json:
    """Return the WebAppUser."""
    card: Json = {"id": user.id, "first_name": user.first_name, "last_name": user.last_name or ""}
    if user.username:
        card["username"] = user.username
    card["language_code"] = user.language_code or "fa"
    card["allows_write_to_pm"] = True
    return card
