"""What was done in a shop, kept for its owner."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlmodel import col

from bot.core.deed import Deed, DeedKind
from bot.store.codec import pairs_from_json, pairs_to_json
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import DeedRow, PersonRow, table_of


class Deeds(Page):
    """The deeds of one shop, inside one transaction."""

    def keep_deed(self, kind: DeedKind, by: int | None, **about: str) -> int:
        """Keep what was done, for the owner; its number."""
        values = {
            "shop_id": self._shop.id,
            "at": self.now,
            "person_id": by,
            "kind": kind.value,
            "about": pairs_to_json(tuple(about.items())),
        }
        number: int = self._database.execute(new_numbered_row(DeedRow), values).scalar_one()
        return number

    def take_back_deed(self, number: int) -> None:
        """What was about to be done came to nothing."""
        rows = table_of(DeedRow)
        one = (rows.c.id == number) & (rows.c.shop_id == self._shop.id)
        self._database.execute(delete(rows).where(one))

    def deeds(self, *, skip: int, most: int) -> tuple[Deed, ...]:
        """What was done, newest first."""
        doer = col(PersonRow.id) == col(DeedRow.person_id)
        found = (
            select(table_of(DeedRow), col(PersonRow.first_name))
            .join(table_of(PersonRow), doer, isouter=True)
            .where(col(DeedRow.shop_id) == self._shop.id)
            .order_by(col(DeedRow.id).desc())
            .offset(skip)
            .limit(most)
        )
        return tuple(map(_deed, self._database.execute(found)))

    def count_deeds(self) -> int:
        """How many those are."""
        found = select(func.count(col(DeedRow.id))).where(col(DeedRow.shop_id) == self._shop.id)
        number: int = self._database.execute(found).scalar_one()
        return number

    def names(self, people: Iterable[int]) -> Mapping[int, str]:
        """First names of those who have met Aram."""
        found = select(col(PersonRow.id), col(PersonRow.first_name)).where(
            col(PersonRow.id).in_(tuple(people))
        )
        return dict(self._database.execute(found).all())

    def name_of(self, person_id: int) -> str:
        """Someone's first name, or else their number."""
        return self.names([person_id]).get(person_id, str(person_id))


def _deed(row: Row[Any]) -> Deed:
    about = pairs_from_json(row.about)
    return Deed(row.id, row.at, row.person_id, DeedKind(row.kind), about, row.first_name)
