"""Cuts the source's 250,000 pieces to those that chat needs; what is left out is cut smaller.

Pieces are taken out of the tokenizer, never mapped to unknown, so that texts are cut anew into
pieces that the encoder was taught.
"""

import re
from collections.abc import Iterable

from bot.detection.pieces import Pieces
from bot.training.source import Source

_SPECIAL = 4
_PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_PERSIAN_PIECE = re.compile(f"▁?[{_PERSIAN}]+")
_LATIN_PIECE = re.compile("▁?[a-z']+")
_LATIN_KEPT = 10_000


def choose(source: Source, texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces to keep, in their order.

    Those the training texts are cut into, single letters, marks and emoji, all Persian ones, and
    the likeliest of Latin letters. Texts come folded, so that no other letter forms are needed.
    """
    whole = Pieces(source.pieces, source.scores.tolist())
    kept = set(range(_SPECIAL))
    for text in texts:
        for numbers in whole.encode(["query:", *text.split()]):
            kept.update(numbers)
    latin: list[int] = []
    for number, piece in enumerate(source.pieces[_SPECIAL:], start=_SPECIAL):
        if _is_single(piece) or _PERSIAN_PIECE.fullmatch(piece):
            kept.add(number)
        elif _LATIN_PIECE.fullmatch(piece):
            latin.append(number)
    latin.sort(key=lambda number: (-float(source.scores[number]), number))
    return sorted(kept.union(latin[:_LATIN_KEPT]))


def _is_single(piece: str) -> bool:
    """One letter, mark or emoji that a folded Persian or Latin text may hold."""
    letter = piece.removeprefix("▁")
    if len(letter) > 1:
        return False
    code = ord(letter or "▁")
    return code < 0x250 or letter in _PERSIAN or 0x2000 <= code < 0x3000 or code > 0x1F000
