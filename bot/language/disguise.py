"""Undoes spelling that dodges a filter: "ا ح م ق", "ک*ثافت", "b1shoor", foreign letters."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from bot.language.letters import EMOJI_JOINER, VANISHING
from bot.language.tokens import PERSIAN_LETTERS, Kind, Token, shorten

type Edit = tuple[int, int, str, Kind]
"""`[start, end)` in the folded text, and the word that is meant there."""

_FEWEST_SPREAD = 3
_SIZES = frozenset("smlx")
_DIGRAPHS = frozenset({"sh", "kh", "gh", "ch", "zh"})
_SPREAD_GAP = frozenset(" .*_-~+/,;\n")
_LISTING = frozenset(",;")
_HARD_GLUE = frozenset("*_~|+#")
_SOFT_GLUE = frozenset(".-")
_GLUE = _HARD_GLUE | _SOFT_GLUE
_AND = "و"

_LEET = str.maketrans("01345@$!", "oieasasi")
_LEET_WORD = re.compile(r"(?<![\w@$.+-])[a-z0-9@$!]{3,30}+(?![\w@$])")
_LEET_INSIDE = re.compile(r"(?<=[a-z])[01345@$!]{1,2}(?=[a-z])")
_LEET_FIRST = re.compile(r"[01345@$](?=[a-z]{3})")
_NOT_LEET = re.compile(r"(?!00)[0-9]{2}|[26789]|[0-9]$")

_SIGNS = frozenset("@$03")
_PERSIAN_SIGNS = str.maketrans("@$03", "اسوع")
_WITH_SIGNS = re.compile(
    rf"[{PERSIAN_LETTERS}]++(?:[@$][{PERSIAN_LETTERS}]++|[03][{PERSIAN_LETTERS}](?![{PERSIAN_LETTERS}]))++"
)

_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіјѕһԁԛԝαβεικνορτυχω",
    "abekmhopctyxijshdqwabeikvoptuxw",
)
_PERSIAN_FOR = str.maketrans(
    {
        "a": "ا", "b": "ب", "c": "ک", "d": "د", "e": "",
        "f": "ف", "g": "گ", "h": "ه", "i": "ی", "j": "ج",
        "k": "ک", "l": "ل", "m": "م", "n": "ن", "o": "و",
        "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت",
        "u": "و", "v": "و", "w": "و", "x": "خ", "y": "ی", "z": "ز",
    }
)  # fmt: skip


def undisguise(
    tokens: Sequence[Token], text: str, *, knows: Callable[[str], bool]
) -> list[Token] | None:
    """The tokens as they are meant, or None where nothing is dodged; `knows` is for Finglish."""
    edits = [*_spread(tokens, text), *_glued(tokens, text), *_signs(text)]
    if any(token.kind in {"western", "name"} for token in tokens):
        edits += [*_mixed(tokens), *_leet(text, knows), *_look_alikes(tokens)]
    return _apply(tokens, edits) if edits else None


def _apply(tokens: Sequence[Token], edits: list[Edit]) -> list[Token]:
    """The tokens with each edit in place of what it covers; of two that overlap the first stays."""
    meant: list[Token] = []
    at = 0
    end_of_last = 0
    for start, end, word, kind in sorted(edits):
        if start < end_of_last:
            continue
        while at < len(tokens) and tokens[at].end <= start:
            meant.append(tokens[at])
            at += 1
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        meant.append(Token(shorten(word), start, end, kind))
        end_of_last = end
    return meant + list(tokens[at:])


def _spread(tokens: Sequence[Token], text: str) -> Iterator[Edit]:
    """Single letters in a row: "ا ح م ق", "a.h.m.a.q"; not "M یا L", not sizes, not a lone «و»."""
    if [len(token.word) for token in tokens].count(1) < _FEWEST_SPREAD:
        return
    for run in _runs(tokens, lambda left, right: _spread_on(left, right, text)):
        letters = run
        if len(run) > _FEWEST_SPREAD and run[0].word == _AND:
            letters = run[1:]
        words = [token.word for token in letters]
        if len(words) >= _FEWEST_SPREAD and not set(words) <= _SIZES:
            yield letters[0].start, letters[-1].end, "".join(words), letters[0].kind


def _spread_on(left: Token, right: Token, text: str) -> bool:
    gap = _gap(left, right, text)
    return (
        _is_letter(left)
        and _is_letter(right)
        and left.kind == right.kind
        and 0 < len(gap) <= 3
        and set(gap) <= _SPREAD_GAP
        and not (" " in gap and _LISTING & set(gap))  # «ط، ا، ه»: letters one by one
    )


def _is_letter(token: Token) -> bool:
    if token.kind == "persian":
        return len(token.word) == 1
    return token.kind == "western" and (len(token.word) == 1 or token.word in _DIGRAPHS)


def _glued(tokens: Sequence[Token], text: str) -> Iterator[Edit]:
    """Words cut by signs without a space: "ک*ثافت", "کلاه_بردار", "ک.ثافت"; not "سلام.خوبی"."""
    if _GLUE.isdisjoint(text):
        return
    for run in _runs(tokens, lambda left, right: _glue_on(left, right, text)):
        gaps = {sign for pair in pairwise(run) for sign in _gap(*pair, text)}
        words = [token.word for token in run]
        if gaps & _HARD_GLUE or _cut_small(words):
            yield run[0].start, run[-1].end, "".join(words), run[0].kind


def _glue_on(left: Token, right: Token, text: str) -> bool:
    gap = _gap(left, right, text)
    return (
        left.kind == right.kind
        and left.kind in {"persian", "western"}
        and 0 < len(gap) <= 3
        and set(gap) <= _GLUE
    )


def _cut_small(words: Sequence[str]) -> bool:
    """Whether the pieces between full stops or dashes are too small for words: "ک.ثافت"."""
    single = any(len(word) == 1 and word != _AND for word in words)
    return single or (len(words) >= _FEWEST_SPREAD and max(map(len, words)) <= 2)


def _signs(text: str) -> Iterator[Edit]:
    """Signs for Persian letters: "گوس@له", "بیشع0ر"; not "من3تا", where a word follows."""
    if _SIGNS.isdisjoint(text):
        return
    for found in _WITH_SIGNS.finditer(text):
        if found[0][-1] != _AND:
            yield *found.span(), found[0].translate(_PERSIAN_SIGNS), "persian"


def _mixed(tokens: Sequence[Token]) -> Iterator[Edit]:
    """Latin letters inside a Persian word: "کثaفت", "aحمق"; not "iphoneدارین", not "سایزL"."""
    for run in _runs(tokens, _touch):
        latin = [token.word for token in run if token.kind == "western"]
        persian = sum(len(token.word) for token in run if token.kind == "persian")
        if run[-1].kind == "persian" and max(map(len, latin)) <= 2 <= persian:
            word = "".join(token.word.translate(_LOOK_ALIKES) for token in run)
            yield run[0].start, run[-1].end, word.translate(_PERSIAN_FOR), "persian"


def _touch(left: Token, right: Token) -> bool:
    return left.end == right.start and {left.kind, right.kind} == {"persian", "western"}


def _leet(text: str, knows: Callable[[str], bool]) -> Iterator[Edit]:
    """Digits and signs for Latin letters: "b1shoor", "@hmagh"; not "iphone13", "@my_shop"."""
    for found in _LEET_WORD.finditer(text):
        written = found[0].rstrip("!")
        if written.isalpha() or _NOT_LEET.search(written):
            continue
        meant = written.translate(_LEET)
        starts = _LEET_FIRST.match(written) is not None
        if not meant.isalpha() or not (starts or _LEET_INSIDE.search(written)):
            continue
        if written[0] != "@" or knows(meant):
            yield found.start(), found.start() + len(written), meant, "western"


def _look_alikes(tokens: Sequence[Token]) -> Iterator[Edit]:
    """Cyrillic and Greek letters that pass for Latin ones, in a text without others of theirs."""
    foreign = [token for token in tokens if token.kind == "western" and not token.word.isascii()]
    meant = [token.word.translate(_LOOK_ALIKES) for token in foreign]
    if all(word.isascii() for word in meant):
        for token, word in zip(foreign, meant, strict=True):
            yield token.start, token.end, word, "western"


def _runs(
    tokens: Sequence[Token], goes_on: Callable[[Token, Token], bool]
) -> Iterator[list[Token]]:
    """The longest runs of two and more tokens in which each goes on with the next."""
    run: list[Token] = []
    for left, right in pairwise(tokens):
        if goes_on(left, right):
            run = run or [left]
            run.append(right)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _gap(left: Token, right: Token, text: str) -> str:
    return text[left.end : right.start].strip(VANISHING + EMOJI_JOINER)
