"""Drafts with the names filled in; what is not known falls away with the words around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from zlib import crc32

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Names:
    """What a draft may name, one field for each placeholder; None for what is not known.

    `product` is the one thing that the conversation is about; the others are the shop's own values,
    in the words that a customer reads.
    """

    customer: str | None = None
    seller: str | None = None
    shop: str | None = None
    product: str | None = None
    return_policy: str | None = None
    alternatives: str | None = None
    other_shops: str | None = None
    working_hours: str | None = None
    refund_limit: str | None = None

    def known(self) -> Mapping[str, str]:
        """The names that are known, by placeholder."""
        pairs = ((name, getattr(self, name)) for name in PLACEHOLDERS)
        return {name: value for name, value in pairs if value}


PLACEHOLDERS = tuple(each.name for each in fields(Names))


def fill(draft: str, names: Names) -> str:
    """A draft as sent: «[{customer} جان، ]حق دارید» → «مریم جان، حق دارید» or «حق دارید»."""
    known = names.known()

    def keep_or_drop(part: re.Match[str]) -> str:
        inner = part.group(1)
        return inner if all(name in known for name in _NAME.findall(inner)) else ""

    chosen = _OPTIONAL.sub(keep_or_drop, draft)
    filled = _NAME.sub(lambda part: known.get(part.group(1), ""), chosen)
    text = _SPACES.sub(" ", filled).strip()
    return text[:1].upper() + text[1:]


def mark_of(draft: str) -> str:
    """What a draft's template is known by where it is kept: 8 hex digits."""
    return f"{crc32(draft.strip().encode()):08x}"


def has_blank(draft: str) -> bool:
    """Whether the seller must fill something in («تا ساعت …») before a draft can go."""
    return "…" in draft or "..." in draft
