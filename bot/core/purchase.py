"""What somebody tells of a purchase of their own: an order, a thing, a date, a size.

And where they send others to buy instead. Told by the words themselves, folded as conversations are
remembered: «خریدم» is one's own, «خریده بود» is a friend's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

SHOWN = 3
_OWN_WORDS = """
    خریدم خریدمش خریدمشون خریداری گرفتمش گرفتمشون سفارشم سفارشمو سفارشمون سفارشام بستم بستمو
    بستهام بستمون مرسولم مرسولهام فاکتورم فاکتور رهگیری مرسوله پرداختی واریزی واریز دستم
    کارتبهکارت خریدمو خریدهام خریدیم سایزم سایزش پوشیدم پوشیدمش زدمش استفادهش
    kharidam sefaresham
    ordered bought purchased invoice receipt tracking
"""
_PAIRS = {
    "سفارش": ("دادم", "دادیم", "گذاشتم", "من", "شماره"),
    "خرید": ("کردم", "کردیم"),
    "خریده": ("بودم", "بودیم", "ام"),
    "گرفته": ("بودم", "بودیم"),
    "گرفتم": ("ازتون", "ازشون", "ازت", "براش", "برای", "واسه"),
    "ازتون": ("گرفتم", "خریدم"),
    "ازشون": ("گرفتم", "خریدم"),
    "داده": ("بودم", "بودیم"),
    "کرده": ("بودم", "بودیم"),
    "پول": ("دادم", "دادیم", "واریز"),
    "تومن": ("دادم", "دادیم", "پول", "بابت"),
    "تومان": ("دادم", "پرداخت", "بابت"),
    "میلیون": ("دادم", "دادیم", "پول"),
    "پرداخت": ("کردم", "کردیم"),
    "کارت": ("به",),
    "کد": ("رهگیری", "سفارش", "پیگیری"),
    "شماره": ("سفارش", "پیگیری", "فاکتور", "مرسوله"),
    "سفارشی": ("دادم", "که"),
    "my": ("order", "package", "parcel", "refund", "size"),
    "order": ("number", "no", "id"),
    "i": ("ordered", "bought", "paid", "received", "got"),
    "we": ("ordered", "bought", "paid", "received"),
}
_DATE_WORDS = """
    دیروز پریروز دیشب پریشب پارسال هفتهست هفتهس شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه
    فروردین اردیبهشت خرداد مرداد شهریور بهمن اسفند
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december
"""
_AGO = {
    "هفته": ("پیش", "قبل", "گذشته", "است"),
    "هفتهی": ("پیش", "قبل", "گذشته"),
    "ماه": ("پیش", "قبل", "گذشته"),
    "روز": ("پیش", "قبل", "گذشته"),
    "last": ("week", "month", "year"),
    "week": ("ago",),
    "weeks": ("ago",),
    "days": ("ago",),
    "month": ("ago",),
}
_PLACE_WORDS = "پیج کانال سراغ از فروشگاه گالری مغازه سایت بازار جای"
_SENDING = dict.fromkeys(
    ("برین", "برید", "بیاین", "بیاید", "برو", "بیا"),
    frozenset(_PLACE_WORDS.split()),
) | {
    "buy": frozenset({"from"}),
    "order": frozenset({"from"}),
}
_HERE_WORDS = "them here this these it این اینا اینها اینجا همینجا"
_HERE = frozenset(_HERE_WORDS.split())
_NO_AMOUNT = frozenset({"درصد", "%", "ستاره", "نفر", "بار", "percent", "star", "stars", "out"})
_DIGITS = re.compile(r"\d{2,}")
_SIZES = frozenset({"سایز", "مدل", "size", "model"})
_NUMBER_WORDS = "یک یه دو سه چهار پنج شش هفت هشت ده بیست چند two three four five six"
_OWN, _DATES = frozenset(_OWN_WORDS.split()), frozenset(_DATE_WORDS.split())
_HOW_MANY = frozenset(_NUMBER_WORDS.split())
_NUMBERED = frozenset({"سفارش", "شماره", "کد", "order", "number"})
_SPANS = ("روز", "هفته", "ماه", "day", "week", "month")
_MARKS = ".،,؛;:!؟?…«»()\"'"
_FOLDED = str.maketrans("يكةأإؤ۰۱۲۳۴۵۶۷۸۹", "یکهااو0123456789", "\u200c\u0640")


def details_in(tokens: Sequence[str], goods: Sequence[str] = ()) -> tuple[str, ...]:
    """The words that tell of the speaker's own purchase, in the text's order; few of them.

    `goods` are the products of the shop that were named.
    """
    found = dict.fromkeys((*_spoken(tokens), *goods))
    return tuple(found)[:SHOWN]


def elsewhere_in(tokens: Sequence[str]) -> tuple[str, ...]:
    """Words that send readers to another shop, named or not: «برین پیج», "buy from"."""
    found = (
        f"{word} {after}"
        for (word, after), (_, third) in pairwise(pairwise((*tokens, "")))
        if after in _SENDING.get(word, ()) and third not in _HERE
    )
    return tuple(dict.fromkeys(found))[:SHOWN]


def as_typed(text: str, details: Sequence[str]) -> tuple[str, ...]:
    """Folded details as they stand in the text they come from, where they can be found there."""
    typed = text.split()
    bare = [_bare(word) for word in typed]
    return tuple(_found(detail.split(), bare, typed) or detail for detail in details)


def folded_name(name: str) -> str:
    """A person's or a channel's name, folded as texts are remembered."""
    return " ".join(map(_bare, name.split()))


def _found(detail: list[str], bare: list[str], typed: list[str]) -> str | None:
    size = len(detail)
    starts = (at for at in range(len(bare) - size + 1) if bare[at : at + size] == detail)
    start = next(starts, None)
    return None if start is None else " ".join(typed[start : start + size]).strip(_MARKS)


def _bare(word: str) -> str:
    return word.strip(_MARKS).translate(_FOLDED).casefold()


def _spoken(tokens: Sequence[str]) -> Iterator[str]:
    start = 0
    while start < len(tokens):
        length = _length_at(tokens[start], tokens[start + 1] if start + 1 < len(tokens) else "")
        if length:
            yield " ".join(tokens[start : start + length])
        start += length or 1


def _length_at(token: str, after: str) -> int:
    """How many tokens tell of a purchase here: two, one or none."""
    if after in _PAIRS.get(token, ()) or after in _AGO.get(token, ()):
        return 2
    if token in _NUMBERED and _DIGITS.search(after):
        return 2
    if (token in _SIZES and after) or (token in _HOW_MANY and after.startswith(_SPANS)):
        return 2
    is_number = _DIGITS.search(token) is not None and after not in _NO_AMOUNT
    return int(token in _OWN or token in _DATES or is_number)
