"""The wire: the JSON shapes that pass between the sandbox and whoever talks to it."""

import json
from typing import Any

type Json = dict[str, Any]
"""One JSON object, as the Bot API's own documents write it."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(value: object) -> str:
    """Write a value as compact JSON, Persian letters as they are."""
    return _encode(value)


def utf16_length(text: str) -> int:
    """Count UTF-16 code units, which is how Telegram counts offsets and lengths."""
    if text.isascii():
        return len(text)
    return len(text) + sum(1 for letter in text if letter > "\uffff")
