"""Digests as kept; implements `bot.core.digest.Digests`.

The keys of the tables and the conditions of the updates let one of several at a time do a thing.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, or_, select, update
from sqlmodel import SQLModel

from bot.core.digest import Plan, Wish
from bot.store.page import Page
from bot.store.tables import DigestPlanRow, DigestRow, DigestWishRow, table_of

_PLANS, _DAYS, _WISHES = table_of(DigestPlanRow), table_of(DigestRow), table_of(DigestWishRow)


class Digests(Page):
    """The digests of one shop, inside one transaction."""

    def wish(self, person_id: int) -> Wish:
        """What somebody wants; the usual where they never said."""
        row = self._row(DigestWishRow, person_id)
        if row is None:
            return Wish()
        return Wish(row.minute, tuple(map(int, row.weekdays)), row.is_on, row.on_empty)

    def keep_wish(self, person_id: int, wish: Wish) -> None:
        """Keep what somebody wants from now on."""
        values = {
            "minute": wish.minute,
            "weekdays": "".join(map(str, sorted(wish.weekdays))),
            "is_on": wish.is_on,
            "on_empty": wish.on_empty,
        }
        whose = {"shop_id": self._shop.id, "person_id": person_id}
        if self._insert_new(DigestWishRow, **whose, **values) is None:
            self._database.execute(update(_WISHES).where(*self._of(_WISHES, person_id)), values)

    def plan(self, person_id: int) -> Plan | None:
        """Somebody's next digest, as planned."""
        row = self._row(DigestPlanRow, person_id)
        return Plan(date.fromisoformat(row.day), row.due_at) if row is not None else None

    def planned(self) -> tuple[int, ...]:
        """For whom one is planned."""
        mine = select(_PLANS.c.person_id).where(_PLANS.c.shop_id == self._shop.id)
        return tuple(self._database.execute(mine).scalars())

    def keep_plan(self, person_id: int, plan: Plan | None) -> bool:
        """Plan the next one; whether that is new, and by nobody else planned at the same time."""
        if plan is None:
            self._database.execute(delete(_PLANS).where(*self._of(_PLANS, person_id)))
            return False
        values = {"day": plan.day.isoformat(), "due_at": plan.due_at}
        whose = {"shop_id": self._shop.id, "person_id": person_id}
        if self._insert_new(DigestPlanRow, **whose, **values) is not None:
            return True
        differs = or_(_PLANS.c.day != values["day"], _PLANS.c.due_at != plan.due_at)
        changed = update(_PLANS).where(*self._of(_PLANS, person_id), differs)
        return self._database.execute(changed, values).rowcount > 0

    def last_day(self, person_id: int) -> date | None:
        """The newest day whose digest was claimed, sent or not."""
        newest = select(func.max(_DAYS.c.day)).where(*self._of(_DAYS, person_id))
        day = self._database.execute(newest).scalar_one()
        return date.fromisoformat(day) if day is not None else None

    def claim(self, person_id: int, day: date, until: float) -> bool:
        """Whether a day's digest is ours to send until then: neither done nor another's."""
        new = {"shop_id": self._shop.id, "person_id": person_id, "day": day.isoformat()}
        if self._insert_new(DigestRow, **new, claimed_until=until, told="") is not None:
            return True
        is_over = _DAYS.c.done_at.is_(None) & (_DAYS.c.claimed_until <= self.now)
        taken = update(_DAYS).where(*self._of_day(person_id, day), is_over)
        return self._database.execute(taken, {"claimed_until": until}).rowcount > 0

    def begin_sending(self, person_id: int, day: date, *, claim: float, until: float) -> bool:
        """Keep that a digest is on its way until then, where the claim until `claim` holds."""
        ours = update(_DAYS).where(
            *self._undone(person_id, day),
            _DAYS.c.claimed_until == claim,
            _DAYS.c.sending_at.is_(None),
        )
        values = {"sending_at": self.now, "claimed_until": until}
        return self._database.execute(ours, values).rowcount > 0

    def is_sending(self, person_id: int, day: date) -> bool:
        """Whether a day's digest was on its way, and nobody knows whether it arrived."""
        sending = select(_DAYS.c.sending_at).where(*self._undone(person_id, day))
        return self._database.execute(sending).scalar_one_or_none() is not None

    def not_sent(self, person_id: int, day: date) -> None:
        """A digest on its way was refused: it is nobody's, and may be claimed at once."""
        refused = update(_DAYS).where(*self._undone(person_id, day))
        self._database.execute(refused, {"sending_at": None, "claimed_until": self.now})

    def claimed_until(self, person_id: int, day: date) -> float | None:
        """Until when a day's digest is claimed and not done; None where it is neither."""
        undone = select(_DAYS.c.claimed_until).where(*self._undone(person_id, day))
        until: float | None = self._database.execute(undone).scalar_one_or_none()
        return until

    def finish(self, person_id: int, day: date, told: Iterable[str] = ()) -> None:
        """A day's digest is done; `told` are the keys of the findings in it."""
        done = update(_DAYS).where(*self._undone(person_id, day))
        self._database.execute(done, {"done_at": self.now, "told": "\n".join(told)})

    def told_since(self, person_id: int, day: date) -> frozenset[str]:
        """The keys of the findings that somebody was told on a day or later."""
        told = select(_DAYS.c.told).where(
            *self._of(_DAYS, person_id), _DAYS.c.day >= day.isoformat(), _DAYS.c.told != ""
        )
        texts = self._database.execute(told).scalars()
        return frozenset(key for text in texts for key in text.split("\n"))

    def _row(self, table: type[SQLModel], person_id: int) -> Row[Any] | None:
        rows = table_of(table)
        found = select(rows).where(*self._of(rows, person_id))
        return self._database.execute(found).one_or_none()

    def _of(self, table: Any, person_id: int) -> tuple[ColumnElement[bool], ...]:
        return table.c.shop_id == self._shop.id, table.c.person_id == person_id

    def _of_day(self, person_id: int, day: date) -> tuple[ColumnElement[bool], ...]:
        return *self._of(_DAYS, person_id), _DAYS.c.day == day.isoformat()

    def _undone(self, person_id: int, day: date) -> tuple[ColumnElement[bool], ...]:
        return *self._of_day(person_id, day), _DAYS.c.done_at.is_(None)
