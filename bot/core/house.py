"""The shop's own values, as managers write them in `playbooks/shop.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.wording import Names

_PERSIAN = str.maketrans("0123456789,", "۰۱۲۳۴۵۶۷۸۹٬")


class Tone(StrEnum):
    """How the shop addresses customers: شما or تو; it matters in Persian alone."""

    FORMAL = "formal"
    FRIENDLY = "friendly"


type InLanguages = Mapping[str, str]
"""A text by locale ("fa", "en"); under "" where one text serves all."""


@dataclass(frozen=True, slots=True)
class House:
    """What drafts may say of the shop; None or empty for what the managers left out.

    `refund_limit` is in toman; `other_shops` are named when parting; `products` are names by which
    customers' messages are known to speak of one thing; `kind` is a folder of `playbooks/kinds`.
    """

    name: InLanguages = field(default_factory=dict)
    kind: str | None = None
    tone: Tone = Tone.FORMAL
    refund_limit: int | None = None
    return_policy: InLanguages = field(default_factory=dict)
    alternatives: InLanguages = field(default_factory=dict)
    working_hours: InLanguages = field(default_factory=dict)
    other_shops: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of what is hashable; equal values have equal ones."""
        return hash((self.kind, self.tone, self.refund_limit, self.other_shops, self.products))

    def is_friendly(self, locale: str) -> bool:
        """Whether customers who write in a language are addressed with تو."""
        return self.tone is Tone.FRIENDLY and locale == "fa"

    def names(self, locale: str) -> Names:
        """The values in a customer's language, for drafts; one written for others is not known."""
        return Names(
            shop=_told(self.name, locale),
            return_policy=_told(self.return_policy, locale),
            alternatives=_told(self.alternatives, locale),
            working_hours=_told(self.working_hours, locale),
            other_shops=one_of(self.other_shops, locale),
        )


NO_HOUSE = House()


def one_of(names: Sequence[str], locale: str) -> str | None:
    """Names to choose from: «الف، ب یا پ», "A, B or C"; None where there are none."""
    comma, either = ("، ", " یا ") if locale == "fa" else (", ", " or ")
    *others, last = names or ("",)
    return either.join(filter(None, (comma.join(others), last))) or None


def in_toman(amount: int, locale: str) -> str:
    """A sum as customers read it: «۵۰۰٬۰۰۰ تومان», "500,000 toman"."""
    if locale == "fa":
        return f"{amount:,} تومان".translate(_PERSIAN)
    return f"{amount:,} toman"


def _told(text: InLanguages, locale: str) -> str | None:
    return text.get(locale) or text.get("") or None
