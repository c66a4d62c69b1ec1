"""Drafts with the names filled in; what is not known falls away with the words around it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

PLACEHOLDERS = ("customer", "seller", "shop")

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Names:
    """The names a draft may use; None for what is not known."""

    customer: str | None = None
    seller: str | None = None
    shop: str | None = None

    def known(self) -> Mapping[str, str]:
        """The names that are known, by placeholder."""
        pairs = (("customer", self.customer), ("seller", self.seller), ("shop", self.shop))
        return {name: value for name, value in pairs if value}


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


def has_blank(draft: str) -> bool:
    """Whether the seller must fill something in («تا ساعت …») before a draft can go."""
    return "…" in draft or "..." in draft
