"""Whose name stands above a message: the seller's own, a colleague's, or a customer's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.pasted.plain import same_name

_OWN = frozenset(
    {
        *("من", "خودم", "شما", "فروشنده", "ادمین", "پشتیبانی", "فروشگاه", "مدیر", "پشتیبان"),
        *("you", "me", "i", "seller", "admin", "support", "shop", "store", "manager", "agent"),
    }
)
_CUSTOMERS = frozenset({"مشتری", "خریدار", "کاربر", "customer", "buyer", "client", "user"})


def is_own_word(name: str) -> bool:
    """Whether it stands for whoever sells: «من», "You", «فروشنده»."""
    return same_name(name) in _OWN


def is_customers_word(name: str) -> bool:
    """Whether it stands for whoever buys: «مشتری»."""
    return same_name(name) in _CUSTOMERS


@dataclass(frozen=True, slots=True)
class Sides:
    """Which of the names are the shop's; `is_guess` where nothing said so but the order."""

    own: frozenset[str]
    is_guess: bool = False

    def is_own(self, name: str | None) -> bool:
        """Whether a name is the shop's."""
        return name is not None and same_name(name) in self.own


def sides_of(names: Sequence[str], team: Iterable[str]) -> Sides:
    """Whose side each name is on; `names` in the order of speaking, `team` as the shop knows them.

    Where nobody is known, two who talk are a customer, who began, and a seller, who answered.
    """
    written = list(dict.fromkeys(map(same_name, names)))
    known = {same_name(name) for name in team} - {""}
    own = {name for name in written if name in _OWN or name in known}
    if not own:
        firsts = {name.split()[0] for name in known}
        alike = [name for name in written if name and name.split()[0] in firsts]
        own = set(alike) if len(alike) == 1 < len(written) else set()
    if not own and any(name in _CUSTOMERS for name in written):
        own = set(written) - _CUSTOMERS
    if own:
        return Sides(frozenset(own))
    if len(written) == 2:
        return Sides(frozenset(written[1:]), is_guess=True)
    return Sides(frozenset())
