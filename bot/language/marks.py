"""Counts what a text shows besides its words: questions, shouting, stretched letters, emoji."""

import re
from collections.abc import Iterable

from bot.core.reading import Marks
from bot.language.tokens import Token, count_stretched

_CAPITALS = re.compile(r"[A-Z]{2,}")
_SHOUTED_LETTERS = 6
_SHOUTED_SHARE = 0.75


def mark(original: str, folded: str, tokens: Iterable[Token]) -> Marks:
    """The marks of a text, from its original and folded letters and its tokens."""
    emoji = tuple([token.word for token in tokens if token.kind in {"emoji", "smile"}])
    return Marks(
        questions=folded.count("?"),
        exclamations=folded.count("!"),
        stretched=count_stretched(folded),
        emoji=emoji,
        shouting=_shouts(original),
        length=len(folded),
        lines=folded.count("\n") + 1,
    )


def _shouts(text: str) -> bool:
    """Whether there are many Latin capitals and few other letters: "CHERA JAVAB NEMIDI"."""
    if not _CAPITALS.search(text):
        return False
    capitals = sum(1 for letter in text if "A" <= letter <= "Z")
    letters = sum(1 for letter in text if letter.isalpha())
    return capitals >= _SHOUTED_LETTERS and capitals >= _SHOUTED_SHARE * letters
