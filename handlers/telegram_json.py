"""JSON as Telegram writes it, made harmless before the framework reads it.

Rich messages become plain text. They may be nested without end, and the framework tries every kind
of formatting at every level: five levels take seconds, seven an hour, and one message would keep
Aram from all others. Their words are what Aram is interested in.

Halves of letters are replaced, and numbers longer than Telegram's are none: no database keeps them,
and an update with one could not even be set aside.
"""

import json
import re
from typing import Any

LONGEST = 4096
"""Letters; no other message has more."""
MOST_DIGITS = 16
"""Of a number, and a sign; Telegram's have 52 bits at most."""
_NAME = "rich_message"
_HALVES = re.compile(
    r"(?P<kept>\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})|\\ud[89a-f][0-9a-f]{2}",
    re.IGNORECASE,
)
"""Halves of letters; what is `kept` stands for itself: a backslash, and a letter of two halves."""
_WHOLE = r"\ufffd"
_PARTS = ("blocks", "items", "cells")
_WORDS = ("label", "summary", "text", "expression", "alternative_text", "button", "buttons")
_AFTERWARDS = ("caption", "credit")


def loads(written: str) -> Any:
    """What is written, rich messages in it as plain text, letters whole."""
    whole = _HALVES.sub(lambda found: found["kept"] or _WHOLE, written)
    hook = _plain if _NAME in whole else None
    return json.loads(whole, object_hook=hook, parse_int=_number)


def harmless(raw: object) -> object:
    """The same of JSON that has been read; raises as `json.dumps` does for what is none."""
    return loads(json.dumps(raw))


def words_of(rich: object) -> str:
    """What a rich message says, each of its parts on a line of its own."""
    said: list[str] = []
    left = [rich]
    while left:
        each = left.pop()
        if isinstance(each, str):
            said.append(each)
        elif isinstance(each, list):
            left.extend(reversed(each))
        elif isinstance(each, dict):
            left.extend(reversed(_in_order(each)))
    lines = "".join(said).splitlines()
    return "\n".join(line for line in lines if line.strip())[:LONGEST]


def _in_order(part: dict[str, object]) -> list[object]:
    """What a part says, in the order in which it is read."""
    found = [part[name] for name in _WORDS if name in part]
    for inner in (part[name] for name in _PARTS if name in part):
        for each in inner if isinstance(inner, list) else ():
            found += ["\n", each]
    for name in _AFTERWARDS:
        found += ["\n", part[name]] if name in part else []
    return found


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) <= MOST_DIGITS + 1 else None


def _plain(message: dict[str, Any]) -> dict[str, Any]:
    if _NAME not in message:
        return message
    said = words_of(message.pop(_NAME))
    if said and "text" not in message and "caption" not in message:
        message["text"] = said
    return message
