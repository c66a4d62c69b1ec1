"""Who of a team is on duty, and who wants cards in the group itself."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlmodel import col

from bot.store.page import Page
from bot.store.tables import DutyRow, table_of


@dataclass(frozen=True, slots=True)
class Attendance:
    """What someone has said of their work: on duty since when, in seconds, and how cards come."""

    person_id: int
    since: float | None = None
    in_room: bool = False

    @property
    def is_on(self) -> bool:
        """Whether they are on duty."""
        return self.since is not None


class Duty(Page):
    """The duty of one shop's team, inside one transaction."""

    def of(self, person_id: int) -> Attendance:
        """What someone has said of their work."""
        found = self._all().where(col(DutyRow.person_id) == person_id)
        row = self._database.execute(found).one_or_none()
        return Attendance(*row) if row is not None else Attendance(person_id)

    def on(self) -> tuple[Attendance, ...]:
        """The team's members on duty, the longest first."""
        found = self._all().where(col(DutyRow.since).is_not(None)).order_by(col(DutyRow.since))
        there = (Attendance(*row) for row in self._database.execute(found))
        return tuple(each for each in there if self._shop.is_team(each.person_id))

    def begin(self, person_id: int) -> None:
        """Someone is on duty from now on."""
        if not self.of(person_id).is_on:
            self._keep(person_id, since=self.now)

    def end(self, person_id: int) -> None:
        """Someone is on duty no more."""
        self._keep(person_id, since=None)

    def prefer(self, person_id: int, *, in_room: bool) -> None:
        """Keep how someone wants the cards of groups."""
        self._keep(person_id, in_room=in_room)

    def _keep(self, person_id: int, **values: Any) -> None:
        known = {"in_room": False, **values}
        if self._insert_new(DutyRow, shop_id=self._shop.id, person_id=person_id, **known) is None:
            self._database.execute(
                update(table_of(DutyRow))
                .where(col(DutyRow.shop_id) == self._shop.id)
                .where(col(DutyRow.person_id) == person_id)
                .values(**values)
            )

    def _all(self) -> Any:
        columns = (col(DutyRow.person_id), col(DutyRow.since), col(DutyRow.in_room))
        return select(*columns).where(col(DutyRow.shop_id) == self._shop.id)
