"""What to call somebody: the first name in a name as shown in Telegram, if it is surely one.

Names are known from `given_names.txt`, in Persian and in Latin letters; what is not there, or
stands beside words that no person is called by, is no name.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.core.name_words import ENDEARING, FAMILY, NO_NAME, NO_PERSON, ROLES, TITLES

_READ = 160
_MOST_WORDS = 4

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz", strict=True))
_IN_SHAPES = {  # negative circled and squared letters, and those that make flags
    chr(start + at): chr(ord("a") + at) for start in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)
}
_ONE_WAY = str.maketrans(
    {
        **_SMALL_CAPITALS,
        **_IN_SHAPES,
        **dict(zip("يىكةۀہھأإٱؤ", "ییکههههاااو", strict=True)),
        "ـ": "",
        "\u200c": " ",
    }
)
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:com|ir|me|org|net)\b)\S*", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTER_BY_LETTER = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-_*•·~|]{1,3}[^\W\d_]){2,}(?![^\W_])")
_WORD = re.compile(r"[^\W\d_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")
_JOINS = frozenset(" .-_'’")
_PARTS = re.compile(r"[|/\\()\[\]{}«»\"،,;؛:•·–—]| - ")

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("ck", "k"),
        ("gh|q", "q"),
        ("w", "v"),
        ("ou|oo|u", "o"),
        ("ee", "i"),
        ("[ae][iy]", "ei"),
        ("y", "i"),
        (r"(.)\1+", r"\1"),
        ("eh$", "e"),
    )
]

_SURNAME = re.compile(
    r".*(?:زاده|پور|نیا|فر|وند|یان|نژاد|راد|منش|خواه|تبار|مهر|دوست|لو|چی|..ی)|.",
)
_LATIN_SURNAME = re.compile(
    r"[a-z]*(?:zadeh?|po[ou]r|nia|far|[iy]an|nejad|rad|vand|manesh|..i)|[a-z]"
)


@dataclass(frozen=True, slots=True)
class _Given:
    """A name in Persian and in Latin letters, None for none; `is_word` where it is a word, too."""

    persian: str | None
    latin: str | None
    is_word: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """A shown name: its words, how many belong to its first part, whether it names two people."""

    words: tuple[str, ...]
    first_part: int
    odd_gaps: frozenset[int]


def first_name(shown: str | None, locale: str = "fa") -> str | None:
    """The first name to write in a language: "Maryam A." is «مریم» in Persian; None if unsure.

    Never raises, whatever people put there.
    """
    named = _words_of((shown or "")[:_READ])
    words = _without_titles(named)
    if not words.words or _is_no_person(words):
        return None
    given, count = _given(words.words)
    if given is None or not _is_said_of_a_person(words, given, count):
        return None
    return _written(given, words.words[:count], locale)


def _words_of(shown: str) -> _Words:
    text = unicodedata.normalize("NFKC", shown.translate(_ONE_WAY)).translate(_ONE_WAY)
    text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf"))
    text = _CAMEL.sub(" ", _ADDRESS.sub(" ", text))
    text = _LETTER_BY_LETTER.sub(lambda spelled: "".join(_WORD.findall(spelled.group())), text)
    found = list(_WORD.finditer(text))
    if not found:
        return _Words((), 0, frozenset())
    gaps = [text[one.end() : two.start()] for one, two in pairwise(found)]
    parted = [at for at, gap in enumerate(gaps, start=1) if _PARTS.search(gap)]
    odd = [at for at, gap in enumerate(gaps, start=1) if not _JOINS.issuperset(gap)]
    words = tuple(word.group() for word in found)
    return _Words(words, min(parted, default=len(words)), frozenset(odd))


def _without_titles(named: _Words) -> _Words:
    skipped = 0
    while skipped < len(named.words) and _key(named.words[skipped]) in TITLES:
        skipped += 1
    return _Words(
        named.words[skipped:],
        max(named.first_part - skipped, 0),
        frozenset(at - skipped for at in named.odd_gaps),
    )


def _given(words: Sequence[str]) -> tuple[_Given | None, int]:
    """The name that words begin with, and of how many words it is."""
    known = _known()
    if len(words) > 1:
        both = known.get(_key(words[0]) + _key(words[1]))
        if both is not None:
            return both, 2
    first = _key(words[0])
    for title in ("سید", "seied", "seyed"):
        first = first.removeprefix(title) if first.removeprefix(title) in known else first
    return known.get(first), 1


def _is_no_person(named: _Words) -> bool:
    """Whether it is a shop or an office; what somebody is in one, said apart, does no harm."""
    keys = [_key(word) for word in named.words]
    beside, apart = keys[: named.first_part], keys[named.first_part :]
    return not (NO_PERSON | ROLES).isdisjoint(beside) or not NO_PERSON.isdisjoint(apart)


def _is_said_of_a_person(named: _Words, given: _Given, count: int) -> bool:
    """Whether what follows a name is what follows a person's: no mood, no second person."""
    rest = [_key(word) for word in named.words[count:]]
    beside = rest[: max(named.first_part - count, 0)]
    known = _known()
    if len(beside) + count > _MOST_WORDS or not NO_NAME.isdisjoint(rest):
        return False
    for at, word in enumerate(rest, start=count):
        if at in named.odd_gaps and word in known and word not in ENDEARING:
            return False
        following = rest[at - count + 1 : at - count + 2]
        if word in FAMILY and any(each in known for each in following):
            return False
    return not given.is_word or (len(beside) <= 1 and all(map(_may_follow, beside)))


def _may_follow(word: str) -> bool:
    if word in _known() or word in ENDEARING:
        return True
    pattern = _LATIN_SURNAME if word.isascii() else _SURNAME
    return pattern.fullmatch(word) is not None


def _written(given: _Given, words: Sequence[str], locale: str) -> str | None:
    if locale == "fa":
        return given.persian
    typed = words[0]
    is_own_way = len(words) == 1 and typed.isascii() and not _STRETCHED.search(typed)
    return typed.capitalize() if is_own_way and given.latin else given.latin


def _key(word: str) -> str:
    """What a word is looked up by: its letters, or in Latin letters its sound."""
    word = _STRETCHED.sub(r"\1", word.casefold())
    plain = unicodedata.normalize("NFKD", word)
    bare = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
    if not bare.isascii():
        return word
    return word if word in _FIXED else _sound(bare)


def _sound(latin: str) -> str:
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    return latin


_FIXED = TITLES | ENDEARING | FAMILY | NO_PERSON | NO_NAME


@cache
def _known() -> dict[str, _Given]:
    """Every name by what it is looked up by; of two that sound alike, the first listed."""
    names: dict[str, _Given] = {}
    for given, spellings in _listed():
        if given.persian:
            names.setdefault(_key(given.persian.replace("\u200c", "")), given)
        for spelling in spellings:
            names.setdefault(_sound(spelling.casefold()), given)
    return names


def _listed() -> Iterator[tuple[_Given, list[str]]]:
    listed = files("bot.core").joinpath("given_names.txt").read_text("utf-8")
    for line in listed.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        persian, *latin = line.replace("~", " ").split()
        first = latin[0] if latin else None
        yield _Given(None if persian == "-" else persian, first, "~" in line), latin
