"""How Finglish sounds: many spellings of a word made one key, and how well Persian letters say it.

A sound is one letter: kh X, gh and q Q, ch C, sh S, zh J, aa A, oo and ou u, ei and ey E; others
are themselves.
"""

import re

_GRAPHEMES = {
    "kh": "X", "x": "X", "gh": "Q", "q": "Q", "ch": "C", "sh": "S", "zh": "J", "ph": "f", "th": "t",
    "ck": "k", "c": "k", "w": "v", "oo": "u", "ou": "u", "aa": "A", "ee": "i", "ii": "i",
    "ei": "E", "ey": "E",
}  # fmt: skip
_GRAPHEME = re.compile("|".join(sorted(_GRAPHEMES, key=len, reverse=True)))
_REPEATED = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=e)h$")
_GLIDE = re.compile(r"(?<=i)y(?=[aeo])")

_COARSE = str.maketrans({"A": "a", "u": "o", "E": "ey", "J": "j"})
_NO_VOWELS = str.maketrans({"J": "j"} | dict.fromkeys("aeiouAEyv"))

_LETTERS_OF = {
    "b": "ب", "p": "پ", "t": "تط", "s": "سصث", "j": "جژ", "C": "چ", "h": "هح", "X": "خ", "d": "د",
    "z": "زذضظ", "r": "ر", "J": "ژج", "S": "ش", "Q": "قغ", "f": "ف", "k": "ک", "g": "گ", "l": "ل",
    "m": "م", "n": "ن", "v": "و", "y": "ی",
}  # fmt: skip
_CONSONANT = {letter: sound for sound, letters in _LETTERS_OF.items() for letter in letters}
_SKELETON = str.maketrans({**_CONSONANT, "ژ": "j", "ج": "j"} | dict.fromkeys("اویعءئآ"))

_SAID = {
    (sound, letter): 0.12 * at
    for sound, letters in _LETTERS_OF.items()
    for at, letter in enumerate(letters)
} | {
    ("a", "ا"): 0.0, ("A", "ا"): 0.0, ("u", "و"): 0.0,
    ("o", "و"): 0.25, ("i", "ی"): 0.0, ("E", "ی"): 0.0,
    ("e", "ی"): 0.8, ("e", "ا"): 1.5, ("a", "ع"): 0.3,
    ("e", "ع"): 0.3, ("o", "ع"): 0.4, ("A", "ع"): 0.8,
    ("i", "ع"): 0.9, ("y", "ا"): 1.5, ("o", "ا"): 1.5, ("u", "ا"): 2.0,
}  # fmt: skip
_SAID_FIRST = {("e", "ا"): 0.05, ("o", "ا"): 0.1, ("u", "ا"): 0.4, ("i", "ا"): 0.5, ("E", "ا"): 0.5}
_SAID_LAST = {("e", "ه"): 0.05, ("a", "ه"): 0.4, ("h", "ه"): 0.0}
_UNWRITTEN = {"a": 0.45, "e": 0.15, "o": 0.4, "A": 2.0, "u": 1.5, "i": 1.5, "E": 1.0, "y": 1.0}
_SILENT = {"ا": 1.2, "و": 1.0, "ی": 1.1, "ع": 0.25, "ه": 1.5}
_NEVER = 6.0


def sounds(word: str) -> str:
    """The sounds of a Finglish word: "kheyli" and "xeili" are both "XEli"."""
    heard = _GRAPHEME.sub(lambda found: _GRAPHEMES[found[0]], word.replace("'", ""))
    return _REPEATED.sub(r"\1", _FINAL_H.sub("", heard))


def key(heard: str) -> str:
    """The sounds as looked up: vowels long and short meet, so that "pool" and "pol" share a key."""
    return _REPEATED.sub(r"\1", _GLIDE.sub("", heard.translate(_COARSE)))


def skeleton(heard: str) -> str:
    """The consonants that Persian always writes: "salAm" and "slm" are both "slm"."""
    return _bare(heard.translate(_NO_VOWELS))


def persian_skeleton(word: str) -> str:
    """The skeleton of a Persian word: «سلام» is "slm", «خونه» is "Xn"."""
    return _bare(word.translate(_SKELETON))


def _bare(consonants: str) -> str:
    return _REPEATED.sub(r"\1", consonants).removesuffix("h")


def mismatch(heard: str, persian: str) -> float:
    """How badly Persian letters say the sounds: 0 for "ketAb" and «کتاب», 6 and more for others."""
    row = [0.0]
    for at, letter in enumerate(persian):
        row.append(row[-1] + _silent(persian, at, letter, heard[:1]))
    for place, sound in enumerate(heard):
        first, last = place == 0, place == len(heard) - 1
        previous, row = row, [row[0] + _unwritten(sound, first=first, last=last)]
        unwritten = _unwritten(sound, first=first, last=last)
        following = heard[place + 1 : place + 2]
        for at, letter in enumerate(persian):
            ends = last and at == len(persian) - 1
            row.append(
                min(
                    previous[at] + _said(sound, letter, first=first and at == 0, last=ends),
                    previous[at + 1] + unwritten,
                    row[at] + _silent(persian, at, letter, following),
                )
            )
    return row[-1]


def _said(sound: str, letter: str, *, first: bool, last: bool) -> float:
    pair = (sound, letter)
    if first and pair in _SAID_FIRST:
        return _SAID_FIRST[pair]
    if last and pair in _SAID_LAST:
        return _SAID_LAST[pair]
    return _SAID.get(pair, _NEVER)


def _unwritten(sound: str, *, first: bool, last: bool) -> float:
    cost = _UNWRITTEN.get(sound, _NEVER)
    if first:
        return cost + 2.0
    return cost + 0.7 if last else cost


def _silent(persian: str, at: int, letter: str, following: str) -> float:
    if letter == "و" and persian[at - 1 : at] == "خ":  # «خواهش»: the و is not said
        return 0.1
    if letter == "ا" and at == 0 and following in {"i", "u", "E", "o"}:  # «این», «اون»
        return 0.05
    return _SILENT.get(letter, _NEVER)
