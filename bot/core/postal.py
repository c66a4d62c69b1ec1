"""Where in a text somebody's address stands: by the words that only addresses have together.

One word alone, «میدان», says nothing; two near each other, or one after «آدرس», do. Each word of
the text is looked at once.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\s،,؛;:.!?؟()\[\]«»\"|/\\]+|[\n.!?؟]")
_NUMBER = re.compile(r"\d{1,10}")
_ENDINGS = ("", "\u200cی", "ی", "ه", "مون", "م", "ش", "\u200cمون", "\u200cام")
_LONGEST_GAP = 6
_INTRODUCED = 8
_STREETS = (
    *("خیابان", "خیابون", "کوچه", "بلوار", "پلاک", "بزرگراه", "اتوبان", "شهرک", "چهارراه"),
    *("بن\u200cبست", "بنبست", "فلکه", "چهار\u200cراه", "پلاك"),
)
_BARE = ("میدان", "میدون", "کوی")
"""With an ending they are other words: «میدونی»."""
_STRONG = frozenset(
    {
        *_BARE,
        *(word + end for word in _STREETS for end in _ENDINGS),
        *("street", "avenue", "ave", "boulevard", "blvd", "alley", "khiaban", "khiyaban", "kooche"),
        *("kuche", "pelak", "bolvar", "meydan", "meydoon", "postcode", "zip"),
    }
)
_WEAK = frozenset(
    {
        *(
            "واحد",
            "طبقه",
            "ساختمان",
            "ساختمون",
            "مجتمع",
            "بلوک",
            "نبش",
            "جنب",
            "روبروی",
            "روبه\u200cروی",
        ),
        *("کدپستی", "پستی", "محله", "جاده", "انتهای", "ابتدای", "تقاطع", "ضلع", "خ", "ک", "پ"),
        *("unit", "apt", "apartment", "flat", "floor", "road", "lane", "st", "rd", "vahed"),
        *("tabaghe", "plaque", "building", "square", "block", "sakhteman"),
    }
)
_INTRODUCTIONS = ("آدرس", "ادرس", "نشانی", "address", "adres")
_BREAKS = frozenset("!?؟")


def postal_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses begin and end; `text` has Latin digits."""
    words = [(found.group().lower(), *found.span()) for found in _WORD.finditer(text)]
    named, cluster = -_INTRODUCED - 1, list[int]()
    for number, (word, _, _) in enumerate(words):
        if word.startswith(_INTRODUCTIONS):
            named = number
        is_far = bool(cluster) and number - cluster[-1] > _LONGEST_GAP
        if is_far or word in _BREAKS:
            yield from _span(words, cluster, named)
            cluster = []
        if word in _BREAKS:
            named = -_INTRODUCED - 1
        if word in _STRONG or word in _WEAK:
            cluster.append(number)
    yield from _span(words, cluster, named)


def _span(
    words: list[tuple[str, int, int]], cluster: list[int], named: int
) -> Iterator[tuple[int, int]]:
    """The span of words of an address, if that is what stands together."""
    strong = sum(words[number][0] in _STRONG for number in cluster)
    if not strong:
        return
    first = cluster[0]
    is_named = 0 < first - named <= _INTRODUCED
    has_number = any(_NUMBER.fullmatch(word) for word, _, _ in words[first : cluster[-1] + 3])
    if not is_named and (len(cluster) < 2 or (strong < 2 and not has_number)):
        return
    begin = named + 1 if is_named else _house_number(words, first)
    yield words[begin][1], words[_last(words, cluster[-1])][2]


def _house_number(words: list[tuple[str, int, int]], first: int) -> int:
    """«12 Main Street» begins with its number."""
    for number in range(max(0, first - 3), first):
        if words[number][0].isdecimal():
            return number
    return first


def _last(words: list[tuple[str, int, int]], keyword: int) -> int:
    """The number after the last of its words, or else the name there, of two words at most."""
    after = range(keyword + 1, min(len(words), keyword + 4))
    for number in after:
        if words[number][0] in "\n.!?؟":
            break
        if words[number][0].isdecimal():
            return number
    last = keyword
    for number in after[:2]:
        if words[number][0] in "\n.!?؟":
            break
        last = number
    return last
