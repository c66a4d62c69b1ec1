"""Counts by day: made from what is kept of the days that have changed, when someone reads them.

So they are what a recount gives, and no two writers wait for one counter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, tzinfo
from itertools import batched, groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, func, insert, select, text, update
from sqlmodel import col

from bot.core.assessment import Tension
from bot.core.conversation import Channel, Who
from bot.core.days import day_of, zone_of
from bot.core.trouble import COUNTED, Cell, Outcome, Trouble, counts_of, effort
from bot.store.page import Page
from bot.store.tables import (
    ConversationRow,
    FigureDayRow,
    StaleDayRow,
    StepDayRow,
    StepUseRow,
    TalkDayRow,
    TroubleRow,
    TurnRow,
    table_of,
)

_TROUBLES, _USES = table_of(TroubleRow), table_of(StepUseRow)
IS_FALSE_ALARM = func.coalesce(
    _TROUBLES.c.chosen == Outcome.FALSE_ALARM.value, _TROUBLES.c.dismissed
)
"""As `Trouble.is_false_alarm` tells it; true or false, never null."""
CALM_FOLLOWED = and_(
    _USES.c.sent_at <= _TROUBLES.c.calmed_at, _TROUBLES.c.flared_at.is_(None), ~IS_FALSE_ALARM
)
"""The customer calmed down for good after the words of a step or draft had been sent."""

_AT_ONCE = 1_000
_MY_TURN = text("select pg_advisory_xact_lock(4721, :shop_id)")  # two would write the same day


class Counting(Page):
    """The counts of one shop, inside one transaction."""

    def day(self, at: float) -> str:
        """The day of a moment by the shop's clock, as kept."""
        return day_of(at, self._zone).isoformat()

    def settle(self) -> None:
        """Count the days anew that have changed since they were counted."""
        self._alone()
        stale = table_of(StaleDayRow)
        mine = select(stale.c.day, stale.c.trouble_id).where(stale.c.shop_id == self._shop.id)
        found = self._database.execute(mine.with_for_update(skip_locked=True)).all()
        if not found:
            return
        changed: dict[str, list[int]] = defaultdict(list)
        for row in found:
            changed[row.day].append(row.trouble_id)
        for day, numbers in sorted(changed.items()):
            of_day = delete(stale).where(stale.c.shop_id == self._shop.id, stale.c.day == day)
            for some in batched(numbers, _AT_ONCE):
                self._database.execute(of_day.where(stale.c.trouble_id.in_(some)))
            self.count(day)

    def count(self, day: str) -> None:
        """Count a day's troubles and steps from what is kept of each."""
        troubles = [trouble_of(row) for row in self._of_day(day)]
        self._replace(FigureDayRow, day, _cells(troubles))
        self._replace(StepDayRow, day, self._steps_of(day))

    def recount(self) -> None:
        """Make every count by day anew from the troubles, one day after the other."""
        self._alone()
        for table in (FigureDayRow, StepDayRow, StaleDayRow):
            rows = table_of(table)
            self._database.execute(delete(rows).where(rows.c.shop_id == self._shop.id))
        days = select(_TROUBLES.c.day).where(_TROUBLES.c.shop_id == self._shop.id).distinct()
        for day in self._database.execute(days).scalars().all():
            self.count(day)

    def rezone(self) -> None:
        """The shop's clock was changed: everything that is kept counts by the new days."""
        self._alone()
        found = select(_TROUBLES.c.id, _TROUBLES.c.opened_at, _TROUBLES.c.day)
        kept = self._database.execute(found.where(_TROUBLES.c.shop_id == self._shop.id)).all()
        moved = [
            {"number": row.id, "new_day": day}
            for row in kept
            if (day := self.day(row.opened_at)) != row.day
        ]
        move = update(_TROUBLES).where(_TROUBLES.c.id == bindparam("number"))
        for some in batched(moved, _AT_ONCE):
            self._database.execute(move.values(day=bindparam("new_day")), list(some))
        self.recount()
        self.recount_talks()

    def recount_talks(self) -> None:
        """Count messages anew, one conversation after the other, as they are kept."""
        found = (
            select(col(TurnRow.conversation_id), col(TurnRow.who), col(TurnRow.at))
            .join(ConversationRow, col(ConversationRow.id) == col(TurnRow.conversation_id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .order_by(col(TurnRow.conversation_id), col(TurnRow.id))
            .execution_options(yield_per=_AT_ONCE)
        )
        talks = table_of(TalkDayRow)
        mine = delete(talks).where(talks.c.shop_id == self._shop.id)
        self._database.execute(mine)
        said = groupby(self._database.execute(found), attrgetter("conversation_id"))
        rows = (row for number, turns in said for row in self._talk_days(number, turns))
        for some in batched(rows, _AT_ONCE):
            self._database.execute(insert(talks), list(some))

    @property
    def _zone(self) -> tzinfo:
        return zone_of(self._shop.timezone)

    def _alone(self) -> None:
        """Let nobody else count this shop's days until the commit."""
        if self._database.dialect.name == "postgresql":
            self._database.execute(_MY_TURN, {"shop_id": self._shop.id})

    def _talk_days(self, number: int, turns: Iterable[Any]) -> Iterator[dict[str, Any]]:
        days: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0.0])
        last: float | None = None
        for row in turns:
            is_seller = row.who == Who.SELLER.value
            counted = days[self.day(row.at)]
            counted[int(is_seller)] += 1
            counted[2] += effort(row.at, last) if is_seller else 0.0
            last = row.at if last is None else max(row.at, last)
        for day, (customer, seller, seconds) in days.items():
            yield {
                "conversation_id": number,
                "day": day,
                "shop_id": self._shop.id,
                "customer_turns": int(customer),
                "seller_turns": int(seller),
                "seconds": seconds,
            }

    def _of_day(self, day: str) -> Iterable[Row[Any]]:
        mine = select(_TROUBLES).where(_TROUBLES.c.shop_id == self._shop.id)
        return self._database.execute(mine.where(_TROUBLES.c.day == day))

    def _steps_of(self, day: str) -> list[dict[str, Any]]:
        """How often each step and draft was shown, sent, called helpful, and followed by calm."""
        what = (_USES.c.playbook, _USES.c.step, _USES.c.draft)
        found = (
            select(
                *what,
                func.count().label("shown"),
                func.count(_USES.c.sent_at).label("sent"),
                func.count(_USES.c.helped_at).label("helped"),
                func.sum(case((CALM_FOLLOWED, 1), else_=0)).label("calmed"),
            )
            .join(_TROUBLES, _TROUBLES.c.id == _USES.c.trouble_id)
            .where(_TROUBLES.c.shop_id == self._shop.id, _TROUBLES.c.day == day)
            .group_by(*what)
        )
        return [dict(row) for row in self._database.execute(found).mappings()]

    def _replace(self, table: type[Any], day: str, rows: list[dict[str, Any]]) -> None:
        kept = table_of(table)
        mine = delete(kept).where(kept.c.shop_id == self._shop.id, kept.c.day == day)
        self._database.execute(mine)
        if rows:
            whose = {"shop_id": self._shop.id, "day": day}
            self._database.execute(insert(kept), [{**whose, **row} for row in rows])


def trouble_of(row: Row[Any]) -> Trouble:
    """A trouble from its row."""
    return Trouble(
        id=row.id,
        conversation_id=row.conversation_id,
        seller_id=row.seller_id,
        channel=Channel(row.channel),
        opened_at=row.opened_at,
        playbook=row.playbook,
        about=row.about,
        peak=Tension(row.peak),
        turns=row.turns,
        answered_at=row.answered_at,
        calmed_at=row.calmed_at,
        calm_turns=row.calm_turns,
        flared_at=row.flared_at,
        offered=row.offered,
        promised=row.promised,
        refunded=row.refunded,
        allowed=row.allowed,
        parted=row.parted,
        leaving_at=row.leaving_at,
        called=row.called,
        taken_over=row.taken_over,
        dismissed=row.dismissed,
        chosen=Outcome(row.chosen) if row.chosen is not None else None,
        chosen_by=row.chosen_by,
    )


def cell_of(trouble: Trouble, day: date) -> Cell:
    """Where a trouble is counted."""
    whose, where = trouble.seller_id, trouble.channel
    return Cell(day, whose, where, trouble.playbook or "", trouble.about or "")


def _cells(troubles: Iterable[Trouble]) -> list[dict[str, Any]]:
    together: dict[Cell, list[tuple[int, ...]]] = defaultdict(list)
    for each in troubles:
        together[cell_of(each, date.min)].append(counts_of(each).values())
    return [
        {
            "seller_id": cell.seller_id,
            "channel": cell.channel.value,
            "playbook": cell.playbook,
            "about": cell.about,
            **dict(zip(COUNTED, map(sum, zip(*counts, strict=True)), strict=True)),
        }
        for cell, counts in together.items()
    ]
