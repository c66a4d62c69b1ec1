"""Any text made safe for a picture, measured by HarfBuzz, and cut where there is no room."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from unicodedata import category, normalize

from uharfbuzz import Blob, Buffer, Face, Font, shape

FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "Vazirmatn"

_LONGEST = 200
_MOST_MARKS = 2
_ZWNJ, _POP, _DOTS = "\u200c", "\u2069", "…"
_ISOLATES = "\u2066\u2067\u2068"
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_RUNS = re.compile(rf"[{_RTL}\u200c]+|[^{_RTL}\u200c]+")
_HAS_RTL, _HAS_LATIN = re.compile(rf"[{_RTL}]"), re.compile(r"[^\W\d_]")


def font_files() -> list[str]:
    """The files of the two weights, as the renderer wants them."""
    return [str(_file(is_bold)) for is_bold in (False, True)]


@lru_cache(maxsize=2048)
def clean(words: str) -> str:
    """The text as it can be drawn: one line, no controls, no letter that the font does not have.

    Half-spaces stay, isolates are balanced, embeddings and overrides go, so that nobody's name can
    turn the rest of a picture round.
    """
    kept: list[str] = []
    depth = marks = 0
    for letter in normalize("NFC", words[:_LONGEST]):
        marks = marks + 1 if category(letter) == "Mn" else 0
        if letter == _POP:
            kept.append(letter if depth else "")
            depth = max(0, depth - 1)
        elif letter in _ISOLATES:
            kept.append(letter)
            depth += 1
        elif letter == _ZWNJ or (marks <= _MOST_MARKS and _is_drawn(letter)):
            kept.append(letter)
        elif letter.isspace():
            kept.append(" ")
    return " ".join("".join(kept).split()) + _POP * depth


@lru_cache(maxsize=4096)
def width_of(words: str, size: float, is_bold: bool) -> float:
    """How wide a clean text is drawn, in units of `size`; its order does not matter."""
    font = _font(is_bold)
    advance = 0
    for run in _RUNS.findall(re.sub(f"[{_ISOLATES}{_POP}]", "", words)):
        buffer = Buffer()
        buffer.add_str(run)
        buffer.guess_segment_properties()
        shape(font, buffer)
        advance += sum(each.x_advance for each in buffer.glyph_positions)
    return advance * size / float(font.face.upem)


def fitted(words: str, size: float, is_bold: bool, room: float) -> str:
    """The text clean, and cut with «…» to the room there is; nothing where not even that fits."""
    whole = clean(words)
    if width_of(whole, size, is_bold) <= room:
        return whole
    low, high = 0, len(whole)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(_cut(whole, middle), size, is_bold) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(whole, low) if low else ""


def directed(words: str, is_rtl: bool) -> str:
    """A clean text isolated in the picture's direction; one without Persian letters in its own."""
    persian, latin = _HAS_RTL.search(words), _HAS_LATIN.search(words)
    goes_left = is_rtl and (persian is not None or latin is None)
    return f"{'\u2067' if goes_left else '\u2066'}{words}{_POP}"


def _cut(words: str, length: int) -> str:
    start = words[:length].rstrip(f" {_ZWNJ}{_ISOLATES}")
    depth = sum(start.count(each) for each in _ISOLATES) - start.count(_POP)
    return start + _DOTS + _POP * depth


def _is_drawn(letter: str) -> bool:
    return category(letter)[0] != "C" and bool(_font(False).get_nominal_glyph(ord(letter)))


def _file(is_bold: bool) -> Path:
    return FONTS / f"{FAMILY}-{'Bold' if is_bold else 'Regular'}.ttf"


@cache
def _font(is_bold: bool) -> Font:
    return Font(Face(Blob.from_file_path(str(_file(is_bold)))))
