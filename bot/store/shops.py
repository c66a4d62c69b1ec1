"""The shops as every handler sees them: read once, and again whenever something has changed."""

from bot.core.people import Shop
from bot.store.books import Books
from bot.store.ledger import Ledger


class Shops:
    """All shops by their number; the objects stay and are brought up to date in place."""

    def __init__(self, ledger: Ledger) -> None:
        """Start with the ledger's own shop; `refresh` reads the others."""
        self._ledger = ledger
        self._known = {ledger.shop.id: ledger.shop}
        self.revision: int | None = None

    @property
    def first(self) -> Shop:
        """The shop that the environment describes."""
        return self._ledger.shop

    def all(self) -> tuple[Shop, ...]:
        """Every shop, oldest first."""
        return tuple(self._known[number] for number in sorted(self._known))

    def get(self, shop_id: int | None) -> Shop | None:
        """The shop of a number."""
        return self._known.get(shop_id) if shop_id is not None else None

    def numbered(self, shop_id: int) -> Shop:
        """The shop of a number; the first where there is none of it any more."""
        return self._known.get(shop_id, self.first)

    def of_person(self, person_id: int) -> tuple[Shop, ...]:
        """The shops that someone is of the team of."""
        return tuple(shop for shop in self.all() if shop.is_team(person_id))

    def is_team(self, person_id: int) -> bool:
        """Whether someone is of the team of any shop."""
        return any(shop.is_team(person_id) for shop in self._known.values())

    async def refresh(self) -> None:
        """Read what has changed since the last time."""
        self.take_in(await self._ledger.write(self.look))

    def look(self, books: Books) -> tuple[int, tuple[Shop, ...] | None]:
        """Inside a transaction: the revision, and the shops where it is not the one known."""
        number = books.roster.revision()
        return number, None if number == self.revision else books.roster.shops()

    def take_in(self, seen: tuple[int, tuple[Shop, ...] | None]) -> None:
        """Bring the shops up to date with what `look` saw; never back to what was before."""
        number, shops = seen
        if self.revision is not None and number < self.revision:
            return  # another has looked later, and was quicker
        self.revision = number
        for shop in shops or ():
            known = self._known.setdefault(shop.id, shop)
            known.become(shop)
