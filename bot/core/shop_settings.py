"""What managers change of their shop in the chat, and how it is read as they type it."""

from dataclasses import replace
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.pasted.plain import with_latin_digits
from bot.core.people import TEHRAN, Shop

LONGEST_NAME = 64
LARGEST_LIMIT = 10_000_000_000
LONGEST_MINUTES = 1440
LANGUAGES = ("fa", "en")
ZONES = (TEHRAN, "Asia/Kabul", "Asia/Dubai", "Europe/Istanbul", "Europe/Berlin", "Europe/London")
"""Those that a button offers; any other can be typed."""


class Setting(StrEnum):
    """One thing about a shop; the values travel in callback data."""

    NAME = "name"
    LANGUAGE = "language"
    ZONE = "zone"
    REFUND_LIMIT = "limit"
    MINUTES = "minutes"


def said_of(shop: Shop, setting: Setting) -> str:
    """What a shop has there, as it would be typed."""
    match setting:
        case Setting.NAME:
            return shop.name or ""
        case Setting.LANGUAGE:
            return shop.locale
        case Setting.ZONE:
            return shop.timezone
        case Setting.REFUND_LIMIT:
            return str(shop.refund_limit)
        case Setting.MINUTES:
            return str(shop.handover_minutes)


def changed(shop: Shop, setting: Setting, words: str) -> Shop | None:
    """The shop with something else there; None where the words do not say what."""
    words = " ".join(words.split())
    match setting:
        case Setting.NAME:
            return replace(shop, name=words) if is_name(words) else None
        case Setting.LANGUAGE:
            return replace(shop, locale=words) if words in LANGUAGES else None
        case Setting.ZONE:
            zone = zone_named(words)
            return replace(shop, timezone=zone) if zone is not None else None
        case Setting.REFUND_LIMIT:
            limit = _number(words, 0, LARGEST_LIMIT)
            return replace(shop, refund_limit=limit) if limit is not None else None
        case Setting.MINUTES:
            minutes = _number(words, 1, LONGEST_MINUTES)
            return replace(shop, handover_minutes=minutes) if minutes is not None else None


def is_name(words: str) -> bool:
    """Whether a shop can be called so: in letters that can be seen, and not too many."""
    return 0 < len(words) <= LONGEST_NAME and words.replace("\u200c", "").isprintable()


def zone_named(words: str) -> str | None:
    """A zone as the world names it, "Europe/Berlin"; None where there is none such."""
    if words == TEHRAN:
        return words
    try:
        return ZoneInfo(words).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _number(words: str, least: int, most: int) -> int | None:
    """«۵۰۰٬۰۰۰» or "500,000"; a word of currency beside it is passed over."""
    for mark in ("٬", ",", "،", "_", "تومان", "دقیقه", "toman", "minutes"):
        words = words.replace(mark, "")
    plain = with_latin_digits(words).replace(" ", "")
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 12):
        return None
    return int(plain) if least <= int(plain) <= most else None
