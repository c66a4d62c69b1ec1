"""How much a message holds, and what is left out where there is more."""

from collections.abc import Iterable
from html import escape

from handlers.writing import TURNING, isolated

MESSAGE_HOLDS = 4000
"""UTF-16 units, tags and marks of direction included: Telegram's 4096 with some to spare."""

TITLE_SHOWN = 60
BUTTON_SHOWN = 40


def size(text: str) -> int:
    """Length as Telegram counts it, with a mark of direction at each line."""
    return len(text.encode("utf-16-le")) // 2 + text.count("\n")


def fitting(paragraphs: Iterable[str], room: int, *, between: str = "\n\n") -> list[str]:
    """As many of the first paragraphs as have room together."""
    kept = []
    for paragraph in paragraphs:
        room -= size(between + paragraph)
        if room < 0:
            break
        kept.append(paragraph)
    return kept


def left(paragraphs: Iterable[str]) -> int:
    """The room that a message still has below these paragraphs."""
    return MESSAGE_HOLDS - sum(size(f"\n\n{paragraph}") for paragraph in paragraphs)


def shown(text: str, most: int) -> str:
    """A manager's words for a message, escaped, in their own direction, at most so many letters."""
    return written(cut(text, most))


def written(text: str) -> str:
    """Somebody's words inside a sentence: no tags, and unable to turn the rest around."""
    return escape(isolated(text))


def cut(text: str, most: int) -> str:
    """The beginning of a text, with … where something is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def block(text: str) -> str:
    """Words to be copied with one tap, letter by letter as they are but for turning marks."""
    return f"<code>{escape(text.translate(TURNING))}</code>"
