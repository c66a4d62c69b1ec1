"""Sums of money in folded tokens, in toman, as sellers and customers write them."""

import re

_NUMBER = re.compile(r"\d{1,12}(?:[.,/٫]\d{1,12})?")
_UNITS = {
    "میلیون": 1_000_000, "ملیون": 1_000_000, "million": 1_000_000, "milyun": 1_000_000,
    "هزار": 1_000, "هزارتومن": 1_000, "تومن": 1, "تومان": 1, "toman": 1, "tomans": 1,
}  # fmt: skip
# «۴۸۰ تومن» is 480 thousand in every shop: nobody sells for 480 toman.
_SMALLEST_SPOKEN = 10_000


def money_named(tokens: tuple[str, ...]) -> int | None:
    """The largest sum the tokens name, None where they name none."""
    sums = (_sum_at(tokens, number) for number, token in enumerate(tokens) if token in _UNITS)
    return max((amount for amount in sums if amount), default=None)


def _sum_at(tokens: tuple[str, ...], unit: int) -> int | None:
    match = _NUMBER.fullmatch(tokens[unit - 1]) if unit else None
    if match is None:
        return None
    count = float(re.sub(r"[,/٫]", ".", match.group()))
    amount = round(count * _UNITS[tokens[unit]])
    return amount * 1_000 if 0 < amount < _SMALLEST_SPOKEN else amount
