"""How a phrase is written: words, `*` at a word's end for any ending, `…` between for a gap."""

import re
import unicodedata

_WORD = r"(?:(?!\.\.\.)[^\s*…])+\*?"
_RUN = rf"{_WORD}(?:\s+{_WORD})*"
_GAP = r"\s*(?:…|\.\.\.)\s*"

PHRASE_PATTERN = rf"\s*{_RUN}(?:{_GAP}{_RUN})*\s*"

_CUT = re.compile(r"…|\.\.\.|\s+")


def has_wordless_part(phrase: str) -> bool:
    """Whether a part of a phrase is punctuation alone, which no message can match: «؟؟ چرا»."""
    parts = [part.removesuffix("*") for part in _CUT.split(phrase) if part]
    return not all(map(has_words, parts))


def has_words(text: str) -> bool:
    """Letters, digits and pictures carry meaning; marks and punctuation do not."""
    kinds = map(unicodedata.category, text)
    return any(kind[0] in "LN" or kind == "So" for kind in kinds)
