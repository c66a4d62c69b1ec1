"""Sums of money in folded tokens, in toman, as sellers and customers write and spell them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.conversation import Unread
from bot.detection.money_words import FOREIGN, MILLION, THOUSAND, Part, Piece, pieces_of

# «۳ تومن» is 3 million and «۴۸۰ تومن» 480 thousand in every shop: nobody sells for 480 toman.
_SPOKEN_IN_MILLIONS, _SPOKEN_IN_THOUSANDS = 10, 10_000
_A_WAY_OF_SPEAKING = 1_000
"""«هزار تومن هم نمی‌دم» names no sum that anybody paid."""
_MOST = 10**15
_TOMAN = 1.0
_NOTHING = Piece(Part.OTHER)
_NUMBERS = frozenset({Part.DIGITS, Part.NUMBER, Part.HUNDRED, Part.HALF})


@dataclass(frozen=True, slots=True)
class _Term:
    """A number, its unit and its money, each where it was said: «۲», «میلیون», «تومن».

    `is_some` says that the number is one that nobody can know.
    """

    count: float | None = None
    scale: float | None = None
    money: float | None = None
    is_half: bool = False
    is_some: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A sum as far as it has been read; `unit` is what its last number counts.

    `is_bare` says that it began with a «هزار» without a number, `is_open` that it ended with a
    number without a unit, as «هزار و دویست تومن» does.
    """

    amount: float
    unit: float
    money: float | None
    is_bare: bool = False
    is_open: bool = False
    is_unread: bool = False


def money_named(tokens: Sequence[str]) -> int | Unread | None:
    """The largest sum the tokens name, None where they name none; Unread where one is not read.

    A bare «تومن» counts millions after a number below 10, and thousands after one below 10,000.
    """
    largest: int | None = None
    for each in _sums(tuple(pieces_of(tokens))):
        if isinstance(each, Unread):
            return each
        largest = max(each, largest or 0)
    return largest


def _sums(pieces: Sequence[Piece]) -> Iterator[int | Unread]:
    said: _Said | None = None
    is_joined, at = False, 0
    while at < len(pieces):
        if pieces[at].part is Part.AND:
            at += _at(pieces, at + 1).part is Part.ARTICLE  # "a million and a half"
            is_joined, at = True, at + 1
            continue
        term, after = _term(pieces, at)
        more = _gone_on(said, term, _at(pieces, after), is_joined=is_joined) if said else None
        if more is None:
            if said is not None:
                yield from _comes_to(said, pieces[at : at + 2], is_joined=is_joined)
            more = _begun(term, _at(pieces, after))
        said, is_joined, at = more, False, max(after, at + 1)
    if said is not None:
        yield from _comes_to(said, (), is_joined=False)


# A number, its unit, its money


def _term(pieces: Sequence[Piece], at: int) -> tuple[_Term, int]:
    """The term at a place, and where it ends; an empty one where none stands there."""
    is_some = _at(pieces, at).part is Part.SOME
    at += is_some
    at += is_some and _at(pieces, at).part is Part.OF
    start = at
    count, at = _count(pieces, at)
    is_half = at == start + 1 and pieces[start].part is Part.HALF
    if at > start and pieces[at - 1].part is Part.DIGITS:  # «چند؟ ۲ میلیون»
        is_some = False
    scale, at, is_short = _scale(pieces, at)
    money, at = _money(pieces, at)
    is_some |= is_short and scale != THOUSAND and money is None
    return _Term(count, scale, money, is_half, is_some), at


def _count(pieces: Sequence[Piece], at: int) -> tuple[float | None, int]:
    """«سیصد و پنجاه», "two and a half"; what does not fit on the number before begins anew."""
    count: float | None = None
    step = _first(pieces, at)
    while step is not None:
        count, at = step
        step = _next(pieces, at, count)
    return count, at


def _first(pieces: Sequence[Piece], at: int) -> tuple[float, int] | None:
    piece = _at(pieces, at)
    is_one = piece.part is Part.ARTICLE and _at(pieces, at + 1).part in (Part.SCALE, Part.HUNDRED)
    return (piece.worth, at + 1) if is_one or piece.part in _NUMBERS else None


def _next(pieces: Sequence[Piece], at: int, count: float) -> tuple[float, int] | None:
    """The number with what stands at a place, and the place after; None where it has ended."""
    piece = _at(pieces, at)
    if piece.part is Part.ARTICLE:  # "half a million"
        return count, at + 1
    if piece.part is Part.AND:
        at += 2 if _at(pieces, at + 1).part is Part.ARTICLE else 1
        added = _at(pieces, at)
        return (count + added.worth, at + 1) if _fits(added, count) else None
    if piece.part is Part.HUNDRED and 1 <= count < 10:  # «چار صد», "five hundred"
        return count * piece.worth, at + 1
    if piece.part not in _NUMBERS:
        return None
    is_spelled = Part.DIGITS not in (piece.part, pieces[at - 1].part)
    return (count * (is_spelled and _fits(piece, count)) + piece.worth, at + 1)


def _fits(piece: Piece, count: float) -> bool:
    """Whether a number goes on another: «پنجاه» on «سیصد», and not «سیصد» on «پنجاه»."""
    if piece.part not in _NUMBERS or count % 1:
        return False
    if piece.part is Part.HALF:
        return True
    if count % 100 == 0:
        return 0 < piece.worth < min(count, 1_000 if count % 1_000 == 0 else 100)
    return count % 10 == 0 and count % 100 > 10 and 0 < piece.worth < 10


def _scale(pieces: Sequence[Piece], at: int) -> tuple[float | None, int, bool]:
    """The unit at a place, «هزار میلیارد» being one; where it ends; whether it is but a letter."""
    piece = _at(pieces, at)
    if piece.part is Part.SHORT_SCALE and at and pieces[at - 1].part is Part.DIGITS:
        return piece.worth, at + 1, True
    scale: float | None = None
    while _at(pieces, at).part is Part.SCALE:
        scale = min((scale or 1.0) * pieces[at].worth, float(_MOST))
        at += 1
    return scale, at, False


def _money(pieces: Sequence[Piece], at: int) -> tuple[float | None, int]:
    at += _at(pieces, at).part is Part.OF and _at(pieces, at + 1).part is Part.MONEY
    piece, before = _at(pieces, at), _at(pieces, at - 1)
    is_letter = piece.part is Part.SHORT_MONEY and before.part in (*_NUMBERS, Part.SCALE)
    if piece.part is Part.MONEY or is_letter:
        return piece.worth, at + 1
    return None, at


def _at(pieces: Sequence[Piece], at: int) -> Piece:
    return pieces[at] if 0 <= at < len(pieces) else _NOTHING


# A sum


def _begun(term: _Term, following: Piece) -> _Said | None:
    """What a term begins; None where it is no sum, as in «تومنی چند» or «۲ تا»."""
    count, scale, money = term.count, term.scale, term.money
    if (scale is None and money is None) or count == 0:
        return None
    if term.is_some:
        return _Said(0, 1, money, is_unread=True)
    if scale is not None:
        is_bare = count is None
        is_unread = is_bare and scale > THOUSAND
        amount = scale if count is None else count * scale
        return _Said(amount, scale, money, is_bare=is_bare, is_unread=is_unread)
    if count is None:
        is_named = following.part is Part.DIGITS and following.worth >= _SPOKEN_IN_THOUSANDS
        return _Said(0, 1, money, is_unread=True) if is_named else None
    unit = _spoken(count) if money == _TOMAN else 1.0
    return _Said(count * unit, unit, money)


def _spoken(count: float) -> float:
    """What a bare «تومن» counts after a number."""
    if count < _SPOKEN_IN_MILLIONS:
        return MILLION
    return THOUSAND if count < _SPOKEN_IN_THOUSANDS else 1.0


def _gone_on(said: _Said, term: _Term, following: Piece, *, is_joined: bool) -> _Said | None:
    """A sum with a smaller term after it: «۲ میلیون» with «و ۳۰۰ هزار»; None where it has ended."""
    if said.is_unread or term.is_some or term.count is None:
        return None
    if not is_joined and (said.money is not None or (term.scale is None and term.money is None)):
        return None
    unit = _unit(said, term, following)
    if unit is None or not 0 < term.count * unit < said.unit:
        return None
    return replace(
        said,
        amount=said.amount + term.count * unit,
        unit=min(unit, said.unit),
        money=said.money if term.money is None else term.money,
        is_open=term.scale is None,
    )


def _unit(said: _Said, term: _Term, following: Piece) -> float | None:
    """What the number of a further term counts; None where it is not of this sum."""
    if term.scale is not None:
        return term.scale if term.scale < said.unit else None
    if term.is_half:  # «دو میلیون و نیم»
        return said.unit
    if term.money is not None and said.money is not None:
        return None
    if term.money is None and (term.count is None or term.count % 10 or _is_counted(following)):
        return None
    is_short = said.unit >= MILLION and term.count is not None and term.count < 1_000
    return said.unit / 1_000 if is_short else 1.0


def _is_counted(following: Piece) -> bool:
    return following.part in (Part.THINGS, Part.UP_TO)


def _comes_to(said: _Said, ending: Sequence[Piece], *, is_joined: bool) -> Iterator[int | Unread]:
    """The sum, where it is one; `ending` is what stands after it."""
    after = _at(ending, 0)
    is_counted = said.money is None and _is_counted(after) and not is_joined
    if said.money is None and said.is_bare and not said.is_unread:  # «هزار بار»
        return
    if is_counted and after.part is Part.THINGS:
        return
    is_range = _at(ending, 1).part in _NUMBERS
    is_unsure = after.part is Part.REST or (is_counted and not is_range)
    amount = None if said.is_unread or is_unsure else _in_toman(said)
    yield Unread.SUM if amount is None else amount


def _in_toman(said: _Said) -> int | None:
    """What a sum comes to; None where that cannot be told."""
    amount, money = said.amount, said.money
    if money == FOREIGN:
        return None
    if said.is_open and amount < _SPOKEN_IN_THOUSANDS and money == _TOMAN:
        amount *= THOUSAND  # «هزار و دویست تومن» is 1,200 thousand
    in_toman = round(amount * (_TOMAN if money is None else money))
    too_little = _SPOKEN_IN_THOUSANDS - 1 if money is None else _A_WAY_OF_SPEAKING
    return in_toman if too_little < in_toman <= _MOST else None
