"""People's words as cells: no spreadsheet calculates them, and they stay in their place."""

import re

from bot.export.sheet import Value

LONGEST_CELL = 32_000
"""Letters; XLSX has an end at 32,767, counted in UTF-16."""
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Controls, and marks that turn the direction of what stands around them."""
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_FORMULA = tuple("=+-@＝＋－＠﹣−")
QUOTE = "'"


def plain(text: str) -> str:
    """A text without controls and marks of direction, of a length that a cell can hold."""
    shown = _UNSEEN.sub("", _BREAKS.sub("\n", text).replace("\t", " ")).strip()
    return _cut(shown) if len(shown) * 2 > LONGEST_CELL else shown


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a plain text for a formula."""
    return text.startswith(_FORMULA)


def guarded(value: Value) -> Value:
    """A value for a file that has no types: a text that looks like a formula gets a quote."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    return QUOTE + text if is_formula(text) else text


def _cut(text: str) -> str:
    """As many UTF-16 units as fit; no letter in halves."""
    raw = text.encode("utf-16-le")
    if len(raw) <= LONGEST_CELL * 2:
        return text
    return raw[: (LONGEST_CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"
