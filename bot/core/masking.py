"""Numbers and addresses by which a person can be reached or paid, put out of sight in a text.

Every pattern repeats a bounded number of times, so that the time grows with the text alone. What
stands in their place says what it was, in every language, and is not masked again.
"""

import re
from collections.abc import Iterable, Iterator

from bot.core.postal import postal_spans

PHONE, CARD, EMAIL, ADDRESS = "☎•••", "💳•••", "✉•••", "📍•••"

type Span = tuple[int, int, str]

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_GAP = r"[ \u200c\u00a0\-–./()_]{0,2}"
_ASKED = r"(?:تلفن|تماس|موبایل|همراه|زنگ|واتساپ|phone|mobile|whatsapp|tel|call)"

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64} ?@ ?"
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
)
_NAMED_ACCOUNT = re.compile(rf"(?<![A-Za-z])[Ii][Rr]{_GAP}\d(?:{_GAP}\d){{23}}(?!\d)")
_ACCOUNT = re.compile(r"(?<!\d)\d{24}(?!\d)")
_GROUPED_CARD = re.compile(r"(?<!\d)\d{4}(?:[ \u200c\-–./_]{1,2}\d{4}){3}(?!\d)")
_CARD = re.compile(r"(?<!\d)\d{16}(?!\d)")
_PHONES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d+])(?:(?:\+|00){_GAP}98{_GAP}0?|98|0){_GAP}9(?:{_GAP}\d){{9}}(?!\d)",
        r"(?<![\d+])9\d{9}(?!\d)",
        rf"(?<![\d+])0[1-8](?:{_GAP}\d){{9}}(?!\d)",
        rf"(?<!\d)(?:\+|00)[1-9](?:{_GAP}\d){{7,13}}(?!\d)",
    )
)
_ASKED_PHONE = re.compile(rf"{_ASKED}[^\d\n]{{0,15}}(\d(?:{_GAP}\d){{6,9}})(?!\d)", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?:پستی|پستیم|postcode|postal code|zip)[^\d\n]{0,10}(\d{5}[ -]?\d{5})(?!\d)", re.IGNORECASE
)
_CUT_NUMBER = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{4,15}}{_GAP}…$")


def masked(text: str) -> str:
    """The text with phone, card and account numbers, e-mail and postal addresses out of sight."""
    plain = text.translate(_DIGITS)
    spans = _merged(sorted((*_numbers(plain), *((*span, ADDRESS) for span in postal_spans(plain)))))
    parts, done = [], 0
    for start, end, mark in spans:
        parts += [text[done:start], mark]
        done = end
    return "".join((*parts, text[done:])) if spans else text


def masked_quote(text: str) -> str:
    """The same of words that may have been cut short in the middle of a number."""
    hidden = masked(text)
    cut = _CUT_NUMBER.search(hidden.translate(_DIGITS))
    return f"{hidden[: cut.start()]}{PHONE}…" if cut is not None else hidden


def _numbers(plain: str) -> Iterator[Span]:
    yield from _found(_EMAIL, plain, EMAIL)
    if not any(digit in plain for digit in "0123456789"):
        return
    yield from _found(_NAMED_ACCOUNT, plain, CARD)
    yield from (each for each in _found(_ACCOUNT, plain, CARD) if _is_account(plain, each))
    yield from _found(_GROUPED_CARD, plain, CARD)
    yield from (each for each in _found(_CARD, plain, CARD) if _is_card(plain[each[0] : each[1]]))
    for pattern in _PHONES:
        yield from _found(pattern, plain, PHONE)
    for found in _ASKED_PHONE.finditer(plain):
        yield *found.span(1), PHONE
    for found in _POSTCODE.finditer(plain):
        yield *found.span(1), ADDRESS


def _found(pattern: re.Pattern[str], text: str, mark: str) -> Iterator[Span]:
    return ((*found.span(), mark) for found in pattern.finditer(text))


def _is_account(plain: str, span: Span) -> bool:
    """Whether 24 digits are an Iranian account's, as its two check digits say; post has 24, too."""
    digits = plain[span[0] : span[1]]
    return int(f"{digits[2:]}1827{digits[:2]}") % 97 == 1


def _is_card(digits: str) -> bool:
    """Whether 16 digits are a bank card's: of a bank of Iran's, or by their last, Luhn's, digit."""
    if digits.startswith(("50", "58", "60", "61", "62", "63", "99")):
        return True
    doubled = (int(digit) * (2 - number % 2) for number, digit in enumerate(digits))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap are one; the one that covers most says what it was."""
    merged: list[Span] = []
    for start, end, mark in spans:
        if merged and start < merged[-1][1]:
            before, until, known = merged[-1]
            longer = mark if end - start > until - before else known
            merged[-1] = (before, max(end, until), longer)
        else:
            merged.append((start, end, mark))
    return merged
