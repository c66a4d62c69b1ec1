"""The words of sums of money, folded as the reader folds them; Finglish is read as Persian."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product, zip_longest


class Part(Enum):
    """What a word does in a sum.

    SOME is a number that nobody can know, REST an unknown remainder, THINGS what is counted and is
    no money, UP_TO either that or the start of a range.
    """

    NUMBER = auto()
    DIGITS = auto()
    ARTICLE = auto()
    HUNDRED = auto()
    HALF = auto()
    SCALE = auto()
    SHORT_SCALE = auto()
    MONEY = auto()
    SHORT_MONEY = auto()
    SOME = auto()
    REST = auto()
    AND = auto()
    OF = auto()
    THINGS = auto()
    UP_TO = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sum: its number, or what one of its unit is worth; of money in toman."""

    part: Part
    worth: float = 0.0


THOUSAND, MILLION = 1e3, 1e6
FOREIGN = 0.0
"""The worth of money whose rate is not known."""

_OTHER, _UNREADABLE = Piece(Part.OTHER), Piece(Part.SOME)
_DIGITS = re.compile(r"\d{1,12}(?:[.,/٫]\d{1,12})?")
_PARTED = re.compile(r"\d{1,3}(?:[.,/٫]\d{3}){1,4}")
_LONGEST_FUSED = 40

_UNDER_TWENTY = (
    "یک/یه/one دو/two سه/three چهار/چار/four پنج/five شش/شیش/six هفت/seven هشت/eight نه/nine "
    "ده/ten یازده/eleven دوازده/twelve سیزده/thirteen چهارده/چارده/fourteen "
    "پانزده/پونزده/پونزداه/fifteen شانزده/شونزده/sixteen هفده/هیفده/هیوده/هیوداه/seventeen "
    "هجده/هیجده/هژده/هیجداه/eighteen نوزده/nineteen"
)
_TENS = (
    "بیست/twenty سی/thirty چهل/چل/forty پنجاه/پنجا/fifty شصت/شست/sixty هفتاد/seventy "
    "هشتاد/eighty نود/نواد/ninety"
)
_HUNDREDS = {
    3: "سی س", 4: "چهار چار چر", 5: "پان پون پن", 6: "شش شیش", 7: "هفت هف", 8: "هشت هش",
    9: "نه نوه ن",
}  # fmt: skip
_HUNDRED_ENDINGS = ("صد", "سد", "ساد")
_SCALES = {
    "هزار/هزاران/thousand/thousands/hezar": THOUSAND,
    "میلیون/ملیون/میلون/million/millions/milion/milyon/milyun/mellion": MILLION,
    "میلیارد/ملیارد/billion/billions/milyard": 1e9,
}
_MONEY = {
    "تومن/تومان/تمن/تمان/طومان/toman/tomans/tooman/irt": 1.0,
    "ریال/ریالس/ریلس/rial/rials/irr": 0.1,
    "دلار/یورو/پوند/درهم/لیر/لیره/دینار/تتر": FOREIGN,
    "dollar/dollars/usd/usdt/euro/euros/eur/pound/pounds/gbp/dirham/dirhams/aed/lira": FOREIGN,
}
_BESIDES: dict[str, Piece] = {
    "a/an": Piece(Part.ARTICLE, 1),
    "صد/سد/یکصد/hundred": Piece(Part.HUNDRED, 100),
    "نیم/نصف/half": Piece(Part.HALF, 0.5),
    "k/کا": Piece(Part.SHORT_SCALE, THOUSAND),
    "m/mil/mln/م/میل": Piece(Part.SHORT_SCALE, MILLION),
    "ت/t": Piece(Part.SHORT_MONEY, 1.0),
    "چند/چن/چندین/شونصد/فلان/few/several/many/couple/some": Piece(Part.SOME),
    "خورده/خرده/خوردهای/خردهای/اندی/odd/change": Piece(Part.REST),
    "و/and": Piece(Part.AND),
    "of": Piece(Part.OF),
    "نفر/نفره/بار/دفعه/مرتبه/دونه/عدد/مشتری/فالوور/فالوئر/دنبالکننده/بازدید/ویو/لایک": (
        Piece(Part.THINGS)
    ),
    "people/times/followers/customers/likes/views/km/کیلومتر": Piece(Part.THINGS),
    "تا": Piece(Part.UP_TO),
}


def pieces_of(tokens: Sequence[str]) -> Iterator[Piece]:
    """The parts that words have in a sum; «دومیلیون» and «هزارتومنی» are several."""
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        if token in _WORDS:
            yield _WORDS[token]
        elif token[:1].isdigit():
            yield _digits(token, following)
        elif len(token) > _LONGEST_FUSED:
            yield _OTHER
        elif unit := _ENDED.fullmatch(token):
            yield _WORDS[unit[1]]
        elif _FUSED.fullmatch(token):
            yield from (_WORDS[each] for each in _FUSIBLE.findall(token))
        else:
            yield _OTHER


def _digits(token: str, following: str) -> Piece:
    """«۲.۵۰۰» is 2,500, but before «میلیون» 2.5; zeros alone are the rest of a number."""
    if token.startswith("00"):
        return _UNREADABLE
    unit = _WORDS.get(following, _OTHER).part
    is_decimal = _DIGITS.fullmatch(token) is not None
    if _PARTED.fullmatch(token) and not (is_decimal and unit in (Part.SCALE, Part.SHORT_SCALE)):
        return Piece(Part.DIGITS, float(re.sub(r"\D", "", token)))
    return Piece(Part.DIGITS, float(re.sub(r"[,/٫]", ".", token))) if is_decimal else _UNREADABLE


def _words() -> Iterator[tuple[str, Piece]]:
    ones = ((names, float(worth)) for worth, names in enumerate(_UNDER_TWENTY.split(), start=1))
    tens = ((names, 10.0 * worth) for worth, names in enumerate(_TENS.split(), start=2))
    hundreds = (
        (first + ending, 100.0 * worth)
        for worth, names in _HUNDREDS.items()
        for first, ending in product(names.split(), _HUNDRED_ENDINGS)
    )
    twos = (("دویست/دیویست/دوویست", 200.0),)
    for names, worth in (*ones, *tens, *hundreds, *twos):
        yield from ((name, Piece(Part.NUMBER, worth)) for name in names.split("/"))
    for part, named in ((Part.SCALE, _SCALES), (Part.MONEY, _MONEY)):
        for names, worth in named.items():
            yield from ((name, Piece(part, worth)) for name in names.split("/"))
    for names, piece in _BESIDES.items():
        yield from ((name, piece) for name in names.split("/"))


def _any_of(parts: Iterable[Part]) -> str:
    """A pattern of the words of some parts that other words may be written on to, longest first."""
    wanted = frozenset(parts)
    words = (word for word, piece in _WORDS.items() if piece.part in wanted)
    units = {Part.SCALE, Part.MONEY}
    fit = (word for word in words if not word.isascii() or _WORDS[word].part in units)
    return "|".join(sorted(fit, key=len, reverse=True))


_WORDS: dict[str, Piece] = dict(_words())
_UNITS = _any_of((Part.SCALE, Part.MONEY))
_ENDING = (
    r"(?:ها|هها|های|هام|هاش|ه|یه|یم|یش|یو|ی|ای|ا|و|اش|ست|رو|نه|[متش](?:ان|ونو?|[وهم])?|[مت]ان)"
)
_ENDED = re.compile(f"({_UNITS}){_ENDING}")
_FUSIBLE = re.compile(
    _any_of((Part.NUMBER, Part.HUNDRED, Part.HALF, Part.SCALE, Part.MONEY, Part.SOME, Part.AND))
)
_FUSED = re.compile(f"(?:{_FUSIBLE.pattern})++{_ENDING}?")
