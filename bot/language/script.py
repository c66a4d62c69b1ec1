"""Tells in which script and language a text is written, by its words: «سلام», "salam", "hello"."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from importlib.resources import files

from bot.core.reading import Script
from bot.language.tokens import Token

_FINGLISH_SHAPE = re.compile(
    r"kh(?!z)|gh(?!t)|zh|aa|q(?!u)|^(?:ne?mi|mi|bi|be|na)[a-z]*(?:am|id|in|an|im|i|e|ad)$|(?:etoo?n|emoo?n|eshoo?n|toon)$"
)
_ENGLISH_SHAPE = re.compile(
    r"ing$|tion|ed$|ght|th|^wh|ck|ly$|ness$|ment$|ss$|ould|qu|ous$|ful$|able$|[aeiou]y$"
)
_ENOUGH_ENGLISH = 3
_MATTERS = 0.3


class Tongue(StrEnum):
    """What one Latin word speaks for."""

    ENGLISH = "english"
    FINGLISH = "finglish"
    EITHER = "either"
    UNKNOWN = "unknown"


class ScriptTeller:
    """Tells scripts with a list of English words and whatever knows Finglish ones; keep one."""

    def __init__(self, knows_finglish: Callable[[str], bool]) -> None:
        text = files("bot.language").joinpath("english_words.txt").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        self._either = frozenset(_words(line[1:] for line in lines if line.startswith("?")))
        self._english = frozenset(_words(lines)) - self._either
        self._knows_finglish = knows_finglish

    def tell(self, tokens: Sequence[Token]) -> Script:
        """The script of a text by its words: «سلام iphone دارین؟» is PERSIAN."""
        kinds = [token.kind for token in tokens]
        persian = kinds.count("persian")
        if "western" not in kinds:
            return Script.PERSIAN if persian else Script.NONE
        words = [token.word for token in tokens if token.kind == "western"]
        tongues = Counter(self.tongue(word) for word in words)
        english, finglish = tongues[Tongue.ENGLISH], tongues[Tongue.FINGLISH]
        if persian:
            return _beside_persian(persian, english, finglish)
        if not english and not finglish:
            return self._by_shape(words)
        return _latin(english, finglish)

    def tongue(self, word: str) -> Tongue:
        """What one word speaks for; the lists decide, "key" and "bad" are EITHER."""
        if word in self._either:
            return Tongue.EITHER
        if word in self._english:
            return Tongue.ENGLISH
        if len(word) > 1 and self._knows_finglish(word):
            return Tongue.FINGLISH
        return Tongue.UNKNOWN

    def _by_shape(self, words: Sequence[str]) -> Script:
        """Words that no list decides, by their looks: "mishkanamet"; names stay English."""
        finglish = sum(1 for word in words if _FINGLISH_SHAPE.search(word))
        english = sum(1 for word in words if _ENGLISH_SHAPE.search(word))
        either = sum(1 for word in words if word in self._either and self._knows_finglish(word))
        return Script.FINGLISH if finglish + either / 2 > english else Script.ENGLISH


def _beside_persian(persian: int, english: int, finglish: int) -> Script:
    """Product names leave a Persian text Persian; known Finglish or much English makes it mixed."""
    if finglish or (english >= _ENOUGH_ENGLISH and english >= _MATTERS * persian):
        return Script.MIXED
    return Script.PERSIAN


def _latin(english: int, finglish: int) -> Script:
    fewer, more = sorted((english, finglish))
    if fewer >= 2 and fewer >= _MATTERS * (fewer + more):
        return Script.MIXED
    return Script.FINGLISH if finglish >= english else Script.ENGLISH


def _words(lines: Iterable[str]) -> list[str]:
    return " ".join(lines).split()
