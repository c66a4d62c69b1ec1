"""Turns Finglish to Persian well enough for phrases: "pas bede poolamo" becomes "پس بده پولمو"."""

from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from math import log

from bot.language.sounds import key, mismatch, persian_skeleton, skeleton, sounds

_REMEMBERED = 4096
_LONGEST = 24
_ENOUGH = 1.3
_PER_SOUND = 0.1
_RARENESS = 0.12

_SUFFIXES = {
    "etoono": "تونو", "etoon": "تون", "eshoon": "شون",
    "emoon": "مون", "atoon": "تون", "amoon": "مون",
    "ashoon": "شون", "hatoon": "هاتون", "hamoon": "هامون",
    "haye": "های", "hash": "هاش", "ham": "هام",
    "hat": "هات", "hay": "های", "ha": "ها", "amo": "مو", "eto": "تو", "esho": "شو", "tarin": "ترین",
    "tar": "تر", "ino": "ینو", "ro": " رو", "ra": " را",
    "am": "م", "et": "ت", "at": "ت", "esh": "ش",
    "ash": "ش", "in": "ین", "im": "یم", "id": "ید", "i": "ی", "a": "ا", "o": "و",
}  # fmt: skip
_SUFFIX_KEYS = {key(sounds(spelled)): written for spelled, written in _SUFFIXES.items()}
_SHORTEST_STEM = 3
_EZAFE = "e"

_LETTER = {
    "b": "ب", "p": "پ", "t": "ت", "s": "س", "j": "ج",
    "C": "چ", "h": "ه", "X": "خ", "d": "د", "z": "ز",
    "r": "ر", "J": "ژ", "S": "ش", "Q": "ق", "f": "ف",
    "k": "ک", "g": "گ", "l": "ل", "m": "م", "n": "ن",
    "v": "و", "y": "ی", "A": "ا", "u": "و", "i": "ی", "E": "ی", "o": "و", "a": "", "e": "",
}  # fmt: skip
_FIRST = {"a": "ا", "e": "ا", "o": "ا", "u": "او", "i": "ای", "E": "ای"}
_LAST = {"a": "ا", "e": "ه"}


class Finglish:
    """A dictionary of chat words, their endings, and rules for the rest; build one and keep it."""

    def __init__(self, words: dict[str, str], persian: list[str]) -> None:
        self._words = words
        self._shelves = _shelve(persian)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._word)
        self._known = lru_cache(maxsize=_REMEMBERED)(self._look_up)

    @classmethod
    def shipped(cls) -> "Finglish":
        """The dictionary that comes with the package."""
        return cls(dictionary(read_rows()), _lines("persian_words.txt"))

    def knows(self, word: str) -> bool:
        """Whether a spelling is in the dictionary, bare or with an ending: "pooletoon"."""
        return len(word) <= _LONGEST and self._known(word) is not None

    def word(self, word: str) -> str:
        """One lower-case word in Persian: "pool" is «پول», a lone "e" nothing."""
        if word == _EZAFE:
            return ""
        return self._remembered(word) if len(word) <= _LONGEST else spell(sounds(word))

    def before_noun(self, word: str) -> str:
        """The same before another word, bound to it by "e": "gheymate in kafsh" has «قیمت»."""
        heard = sounds(word)
        if heard.endswith(_EZAFE) and not self._has(heard) and self._has(heard[:-1]):
            return self.word(word[: word.rindex(_EZAFE)])
        return self.word(word)

    def _has(self, heard: str) -> bool:
        return heard in self._words or key(heard) in self._words

    def _word(self, word: str) -> str:
        heard = sounds(word)
        direct = self._words.get(heard) or self._words.get(key(heard))
        return direct or self._on_shelf(heard) or self._look_up(word) or spell(heard)

    def _look_up(self, word: str) -> str | None:
        heard = sounds(word)
        looked_up = key(heard)
        direct = self._words.get(heard) or self._words.get(looked_up)
        return direct or self._with_ending(looked_up)

    def _with_ending(self, looked_up: str) -> str | None:
        for cut in range(_SHORTEST_STEM, len(looked_up)):
            ending = _SUFFIX_KEYS.get(looked_up[cut:])
            if ending and looked_up[:cut] in self._words:
                return self._words[looked_up[:cut]] + ending
        return None

    def _on_shelf(self, heard: str) -> str | None:
        """The Persian word of the same consonants that says the sounds best and well."""
        enough = _ENOUGH + _PER_SOUND * len(heard)
        best = None
        for rareness, persian in self._shelves.get(skeleton(heard), ()):
            cost = mismatch(heard, persian) + rareness
            if cost < enough:
                best, enough = persian, cost
        return best


def read_rows() -> list[tuple[str, str, str]]:
    """The rows of the shipped list: spelling, Persian, source ("h" by hand, "p" from the pairs)."""
    rows = [line.split("\t") for line in _lines("finglish_words.tsv")]
    return [(spelled, persian, source) for spelled, persian, source in rows]


def dictionary(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    """Rows by their sounds, else by their key: "khob" is «خب», "khoob" and "khub" are «خوب».

    Of two spellings with one sound the first stays, so hand-written rows come first.
    """
    words: dict[str, str] = {}
    for spelled, persian, _ in rows:
        words.setdefault(sounds(spelled), persian)
    for spelled, persian, _ in rows:
        words.setdefault(key(sounds(spelled)), persian)
    return words


def spell(heard: str) -> str:
    """The likeliest Persian letters for sounds that no list knows: "tastaki" becomes "تستکی"."""
    letters = []
    for place, sound in enumerate(heard):
        if place == 0:
            letters.append(_FIRST.get(sound) or _LETTER.get(sound, sound))
        elif place == len(heard) - 1:
            letters.append(_LAST.get(sound) or _LETTER.get(sound, sound))
        elif (
            sound == "a" and place == len(heard) - 2
        ):  # "salam", "kharab": the last a is the long one
            letters.append("ا")
        else:
            letters.append(_LETTER.get(sound, sound))
    return "".join(letters)


def _shelve(persian: list[str]) -> dict[str, list[tuple[float, str]]]:
    """Persian words by their consonants, each with a cost for being rare."""
    shelves: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for rank, word in enumerate(persian):
        shelves[persian_skeleton(word)].append((_RARENESS * log(1 + rank / 100), word))
    return dict(shelves)


def _lines(name: str) -> list[str]:
    text = files("bot.language").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
