"""Sums of money in folded tokens, in toman, as sellers and customers write them."""

import re
from collections.abc import Mapping

_NUMBER = re.compile(r"\d{1,12}(?:[.,/٫]\d{1,12})?")
_UNITS = {
    "میلیون": 1_000_000, "ملیون": 1_000_000, "million": 1_000_000, "milyun": 1_000_000,
    "هزار": 1_000, "هزارتومن": 1_000, "هزارتومان": 1_000, "تومن": 1, "تومان": 1, "تومنه": 1,
    "تومانه": 1, "toman": 1, "tomans": 1,
}  # fmt: skip
# «۴۸۰ تومن» is 480 thousand in every shop: nobody sells for 480 toman.
_SMALLEST_SPOKEN = 10_000
_AND = "و"


def money_named(tokens: tuple[str, ...]) -> int | None:
    """The largest sum the tokens name, None where they name none."""
    sums = {at: _sum_at(tokens, at) or 0 for at, token in enumerate(tokens) if token in _UNITS}
    wholes = (amount + _rest(tokens, at, amount, sums) for at, amount in sums.items())
    return max(wholes, default=0) or None


def _rest(tokens: tuple[str, ...], unit: int, amount: int, sums: Mapping[int, int]) -> int:
    """What «و ۳۰۰ هزار» adds to the «۲ میلیون» whose unit stands at a place."""
    rest = sums.get(unit + 3, 0) if tokens[unit + 1 : unit + 2] == (_AND,) else 0
    return rest if rest < amount else 0


def _sum_at(tokens: tuple[str, ...], unit: int) -> int | None:
    match = _NUMBER.fullmatch(tokens[unit - 1]) if unit else None
    if match is None:
        return None
    count, worth = float(re.sub(r"[,/٫]", ".", match.group())), _UNITS[tokens[unit]]
    amount = round(count * worth)
    return amount * 1_000 if worth == 1 and 0 < amount < _SMALLEST_SPOKEN else amount
