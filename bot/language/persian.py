"""Persian as people like it: hazm behind one narrow function and kept from what it breaks."""

import re
import unicodedata
from collections.abc import Sequence

from bot.core.reading import Span

_KEPT = "\ue000"
_HIDDEN = re.compile(
    "[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad\ud800-\udfff]"
)
_PRESENTATION = re.compile("[\ufb50-\ufdf9\ufdfb-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}|ـ+")
_SPACES = re.compile(r"[^\S\n]{2,}|[\t\r\v\f\u00a0]")


class PersianWriter:
    """Writes a text in hazm's spelling; build one and keep it, hazm is imported and built here.

    hazm's spacing, repeat and mi options stay off: they read big word lists, and the repeat pattern
    takes quadratic time; stretched letters are shortened before hazm sees them.
    """

    def __init__(self) -> None:
        from hazm.normalizer import Normalizer

        self._hazm = Normalizer(
            correct_spacing=False, decrease_repeated_chars=False, seperate_mi=False
        )

    def write(self, text: str, *, keep: Sequence[Span] = ()) -> str:
        """«سلاااام كتابﻻ» becomes "سلام کتابلا"; the parts in `keep` stay as they are."""
        if not keep:
            return str(self._hazm.normalize(tidy(text)))
        kept = [text[start:end] for start, end in keep]
        written = str(self._hazm.normalize(tidy(_hide(text, keep))))
        parts = written.split(_KEPT)
        if len(parts) != len(kept) + 1:
            return written
        return "".join(part + piece for part, piece in zip(parts, [*kept, ""], strict=True))


def tidy(text: str) -> str:
    """The text without hidden characters, ligatures, stretched letters and runs of spaces."""
    text = _HIDDEN.sub("", text)
    text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _STRETCHED.sub(r"\1", text)
    return _SPACES.sub(" ", text).strip()


def _hide(text: str, keep: Sequence[Span]) -> str:
    """The text with a private-use letter in place of each kept part."""
    pieces, at = [], 0
    for start, end in keep:
        pieces.append(text[at:start].replace(_KEPT, ""))
        at = end
    return _KEPT.join([*pieces, text[at:].replace(_KEPT, "")])
