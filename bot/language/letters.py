"""Folds single letters, so that many ways to type one meet, and remembers where they stood."""

import re
import unicodedata
from dataclasses import dataclass

from bot.core.reading import Span

VANISHING = "\u200c"
"""Stands where a mark was that is no letter: half-space, kashida, vowel sign, skin tone."""

EMOJI_JOINER = "\u200d"
"""Kept apart from `VANISHING`, because it glues several emoji into one."""

_VARIANTS = {
    "ا": "أإآٱٲٳٵ",
    "ه": "ةۃہھەۀۂۿ",
    "و": "ؤۅۆۇۈۉۊۋۏٶٷ",
    "ی": "يىئېےۓۍێؽؾؿۑ",
    "ک": "كڪګڬڭڮ",
    "ر": "ڒړڔڕ",
    "ل": "ڵڶڷڸ",
    "ن": "ںڼ",
    VANISHING: "ءـٴ",
    "?": "؟⸮‽",
    ",": "،٬",
    ";": "؛",
    "%": "٪",
    ".": "…٫۔",
    "-": "–—−‒―‐",
    "*": "•·∙●٭★✱",
    "'": "’‘`´",
    " ": "™",
    EMOJI_JOINER: EMOJI_JOINER,
}
_FOLDED = {variant: letter for letter, variants in _VARIANTS.items() for variant in variants}
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REMEMBERED = 8192

EMOJI = (
    "\u203c\u2049\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
"""The signs that an `EMOJI_JOINER` glues, as a range of a pattern."""

_MEANINGLESS = re.compile(
    rf"{VANISHING}|{EMOJI_JOINER}(?!{VANISHING}*+[{EMOJI}])"
    rf"|(?<![{EMOJI}{VANISHING}]){EMOJI_JOINER}"
)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text with its letters folded; `offsets[i]` is where letter i stood, None if none moved."""

    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> Span:
        """The part of the original text that became `text[start:end]`."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def without_marks(self) -> "FoldedText":
        """The same without what is no letter, as if it had never been typed: «خفه‌شو» is "خفهشو"."""
        gone = {found.start() for found in _MEANINGLESS.finditer(self.text)}
        if not gone:
            return self
        kept = [at for at in range(len(self.text)) if at not in gone]
        offsets = kept if self.offsets is None else [self.offsets[at] for at in kept]
        return FoldedText("".join([self.text[at] for at in kept]), offsets)


class LetterFolder:
    """Folds a text letter by letter: «كتابﻻ ۱۲؟» becomes "کتابلا 12?"."""

    def __init__(self) -> None:
        self._table = _FoldTable()

    def fold(self, text: str) -> FoldedText:
        """Fold every letter; a mark that is no part of a word becomes `VANISHING`."""
        folded = text.translate(self._table)
        if len(folded) == len(text):
            return FoldedText(folded, None)
        pieces = [letter.translate(self._table) for letter in text]
        offsets = [at for at, piece in enumerate(pieces) for _ in piece]
        return FoldedText(folded, offsets)


class _FoldTable(dict[int, str]):
    """A translation table that works a letter out when it first meets it; bounded."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


def _fold(letter: str) -> str:
    if letter in _FOLDED:
        return _FOLDED[letter]
    if ord(letter) in _SKIN_TONES:
        return VANISHING
    parts = [_fold_part(part) for part in unicodedata.normalize("NFKD", letter)]
    return "".join(part for part in parts if part != VANISHING) or VANISHING


def _fold_part(part: str) -> str:
    if part in _FOLDED:
        return _FOLDED[part]
    match unicodedata.category(part):
        case "Mn" | "Me" | "Mc" | "Cf" | "Co":
            return VANISHING
        case "Nd":
            return str(unicodedata.digit(part))
        case "Cc" | "Cs" | "Zs" | "Zl" | "Zp":
            return "\n" if part in "\n\u2028\u2029" else " "
    return part.lower()
