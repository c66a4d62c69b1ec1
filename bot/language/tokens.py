"""Cuts a folded text into tokens, and joins what belongs together: «می خوام» becomes "میخوام"."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple, assert_never, cast

from bot.language.letters import EMOJI, EMOJI_JOINER, VANISHING

PERSIAN_LETTERS = (
    "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
)
WESTERN_LETTERS = "a-z\u00df-\u00f6\u00f8-\u0588\u1f00-\u1fff"

_MARKS = VANISHING + EMOJI_JOINER
_TOP_DOMAINS = "ir|com|me|org|net|io|app|shop|co|info|dev|link|ly|xyz|online|store|site"
_FLAG = "\U0001f1e6-\U0001f1ff"

# Every repetition is possessive or bounded, so that no text takes more than linear time.
_TOKEN = re.compile(
    rf"(?P<persian>[{PERSIAN_LETTERS}][{PERSIAN_LETTERS}{_MARKS}]*+)"
    rf"|(?P<url>(?:https?://|www\.)[^\s]++"
    rf"|(?:[a-z0-9-]{{1,63}}+\.){{1,4}}(?:{_TOP_DOMAINS})(?![a-z0-9@])(?:/[!-~]*+)?)"
    r"|(?P<email>[a-z0-9._%+-]{1,64}+@[a-z0-9-]{1,63}+(?:\.[a-z0-9-]{1,63}+){1,4})"
    rf"|(?P<western>[{WESTERN_LETTERS}](?:[{WESTERN_LETTERS}0-9{_MARKS}]|'(?=[a-z]))*+)"
    rf"|(?P<number>[0-9][0-9{_MARKS}]*+(?:[.,/:][0-9][0-9{_MARKS}]*+)*+)"
    r"|(?P<name>@[a-z0-9_]{3,32}+)"
    rf"|(?P<emoji>[{_FLAG}]{{2}}|[{EMOJI}{_FLAG}](?:{VANISHING}*+{EMOJI_JOINER}{VANISHING}*+[{EMOJI}])*+)"
    r"|(?P<smile>[:;=]'?-?(?P<mouth>[)(|/]|[dp](?![a-z]))(?<!://))"
    r"|(?P<other>[^\W\d_]++)"
)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_UNEVEN = re.compile(rf"([^\W\d_])\1{{2,}}|[{_MARKS}]")
_NOT_LETTERS = str.maketrans("", "", _MARKS + "'")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?![0-9]))")

_PREFIXES = frozenset({"می", "نمی"})
_FINGLISH_PREFIXES = frozenset({"mi", "nemi"})
_SUFFIXES = frozenset(
    {
        "های",
        "هام",
        "هات",
        "هاش",
        "هامون",
        "هاتون",
        "هاشون",
        "هایی",
        "هایم",
        "هایت",
        "هایش",
        "هایمان",
        "هایتان",
        "هایشان",
        "هارو",
        "هامو",
        "هاتو",
        "هاشو",
        "تر",
        "تری",
        "ترین",
        "ترینها",
    }
)
_SUFFIXES_AFTER_HE = frozenset({"ام", "ای", "ایم", "اید", "اند", "ات", "اش"})
_PARTS = _PREFIXES | _SUFFIXES | _SUFFIXES_AFTER_HE | {"ها"}
_CALLED = frozenset(
    {"بابا", "خدا", "کاش", "وای", "ول", "جان", "جانم", "داد", "اقا", "خانم", "خانوم"}
)


type Kind = Literal[
    "persian", "western", "other", "number", "emoji", "smile", "url", "email", "name"
]
"""What a token is: the names of the pattern's groups."""

PROTECTED: frozenset[Kind] = frozenset({"url", "email", "name", "smile"})
"""The kinds that a normaliser must leave as they are."""

_SHOWN = {"url": "<url>", "email": "<email>", "name": "<name>"}


class Token(NamedTuple):
    """One token, with its place in the folded text."""

    word: str
    start: int
    end: int
    kind: Kind


def cut(text: str) -> list[Token]:
    """The tokens of a folded text in their order, each written in the one form that phrases use."""
    is_even = not _UNEVEN.search(text)
    return [
        Token(found[0], *found.span(), "persian")
        if found.lastgroup == "persian" and (is_even or not _UNEVEN.search(found[0]))
        else _token(found)
        for found in _TOKEN.finditer(text)
    ]


def shorten(word: str) -> str:
    """A stretched word in its plain form: "سلااااام" becomes "سلام"; a letter typed twice stays."""
    return _STRETCHED.sub(r"\1", word)


def count_stretched(text: str) -> int:
    """How many runs of three or more equal letters a folded text has."""
    return sum(1 for _ in _STRETCHED.finditer(text))


def _token(found: re.Match[str]) -> Token:
    kind = cast(Kind, found.lastgroup)
    start, end = found.span()
    word = found[0]
    match kind:
        case "persian" | "western" | "other":
            word = shorten(word.translate(_NOT_LETTERS))
        case "number":
            word = _THOUSANDS.sub("", word.translate(_NOT_LETTERS))
        case "emoji":
            word = word if _is_flag(word) else word[0]
        case "smile":
            word = ":" + found["mouth"]
        case "url" | "email" | "name":
            word = _SHOWN[kind]
        case _:
            assert_never(kind)
    return Token(word, start, end, kind)


def _is_flag(word: str) -> bool:
    return len(word) == 2 and "\U0001f1e6" <= word[0] <= "\U0001f1ff"


def join(tokens: list[Token], text: str) -> list[Token]:
    """Join what a space has parted: "می خوام", "کتاب های", "بزرگ تر", "خسته ام"."""
    if _PARTS.isdisjoint([token.word for token in tokens]):
        return tokens
    joined: list[Token] = []
    for at, token in enumerate(tokens):
        before = joined[-1] if joined else None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if before is not None and _belongs(before, token, after, text):
            joined[-1] = Token(before.word + token.word, before.start, token.end, token.kind)
        else:
            joined.append(token)
    return joined


def join_finglish(tokens: Sequence[Token], text: str) -> list[Token]:
    """Join a Finglish verb to its prefix: "mi kham" becomes "mikham"."""
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if joined else None
        if before is not None and _is_finglish_verb(before, token, text):
            joined[-1] = Token(before.word + token.word, before.start, token.end, "western")
        else:
            joined.append(token)
    return joined


def _is_finglish_verb(before: Token, token: Token, text: str) -> bool:
    return (
        before.word in _FINGLISH_PREFIXES
        and token.kind == "western"
        and _only_spaces(before, token, text)
    )


def _belongs(before: Token, token: Token, after: Token | None, text: str) -> bool:
    word, previous = token.word, before.word
    if token.kind != "persian" or before.kind != "persian" or len(word) < 2:
        return False
    if previous in _PREFIXES:
        return _only_spaces(before, token, text)
    if len(word) > 7 or len(previous) < 2:
        return False
    if word in _SUFFIXES:
        pair = after is not None and after.word == "و"  # «تر و تمیز»
        return not pair and _only_spaces(before, token, text)
    if word == "ها":  # «گفتم ها!» ends a sentence, «کتاب ها رو» goes on
        return _only_spaces(before, token, text) and _goes_on(token, after, text)
    called = after is not None and after.word in _CALLED  # «همه ای بابا»
    after_he = previous[-1] == "ه" and len(previous) > 2 and word in _SUFFIXES_AFTER_HE
    return after_he and not called and _only_spaces(before, token, text)


def _goes_on(token: Token, after: Token | None, text: str) -> bool:
    return after is not None and after.kind == "persian" and _only_spaces(token, after, text)


def _only_spaces(left: Token, right: Token, text: str) -> bool:
    return not text[left.end : right.start].strip(" " + _MARKS)
