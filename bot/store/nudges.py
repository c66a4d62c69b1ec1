"""Silences, nudges and kind words as kept.

Implements `bot.core.silences.Silences` and `bot.core.care.Cares`.
"""

from dataclasses import asdict
from typing import Any

from sqlalchemy import distinct, func, select, update
from sqlmodel import col

from bot.core.assessment import Tension
from bot.core.care import LastCare
from bot.core.days import day_of, zone_of
from bot.core.letters import Nudge
from bot.core.silences import Patience, Silence
from bot.store.page import Page
from bot.store.tables import (
    CareRow,
    NoCareRow,
    PatienceRow,
    SilenceRow,
    TroubleRow,
    table_of,
)

TOLD = {Nudge.SELLER: "seller_at", Nudge.MANAGER: "manager_at", Nudge.CLOSING: "closing_at"}


class Silences(Page):
    """The silences of one shop, inside one transaction; whoever changes one holds its talk."""

    def patience(self) -> Patience:
        """What the shop wants."""
        columns = (col(PatienceRow.seller), col(PatienceRow.manager))
        found = select(*columns).where(col(PatienceRow.shop_id) == self._shop.id)
        row = self._database.execute(found).one_or_none()
        return Patience(*row) if row is not None else Patience()

    def keep_patience(self, patience: Patience) -> None:
        """Keep what the shop wants from now on."""
        wanted = asdict(patience)
        if self._insert_new(PatienceRow, shop_id=self._shop.id, **wanted) is None:
            mine = col(PatienceRow.shop_id) == self._shop.id
            self._database.execute(update(table_of(PatienceRow)).where(mine).values(**wanted))

    def keep(self, silence: Silence) -> None:
        """Keep a silence as the newest of its conversation, whoever was told of the one before."""
        values = asdict(silence)
        if self._insert_new(SilenceRow, **values) is None:
            self._change_silence(**values)

    def find(self, conversation_id: int) -> Silence | None:
        """The newest of a conversation."""
        found = select(table_of(SilenceRow)).where(
            col(SilenceRow.conversation_id) == conversation_id
        )
        row = self._database.execute(found).one_or_none()
        return Silence(**row._mapping) if row is not None else None

    def tell(self, conversation_id: int, stage: Nudge) -> None:
        """Keep that somebody is told now."""
        self._change_silence(conversation_id, **{TOLD[stage]: self.now})

    def untell(self, conversation_id: int, stage: Nudge) -> None:
        """Keep that nobody was told at a stage after all."""
        self._change_silence(conversation_id, **{TOLD[stage]: None})

    def take_on(self, conversation_id: int) -> None:
        """Keep that a seller says now that they are on it."""
        self._change_silence(conversation_id, taken_on_at=self.now)

    def remind_again(self, conversation_id: int, at: float) -> None:
        """Keep when a seller is reminded again."""
        self._change_silence(conversation_id, again_at=at)

    def _change_silence(self, conversation_id: int, **values: Any) -> None:
        mine = col(SilenceRow.conversation_id) == conversation_id
        self._database.execute(update(table_of(SilenceRow)).where(mine).values(**values))


class Cares(Page):
    """The kind words of one shop, inside one transaction."""

    def wanted_by(self, person_id: int) -> bool:
        """Whether someone wants them."""
        return not self._stands_in(NoCareRow, person_id)

    def want(self, person_id: int, *, wanted: bool) -> None:
        """Keep whether someone wants them."""
        self._let_stand_in(NoCareRow, person_id, stands=not wanted)

    def last(self, seller_id: int) -> LastCare:
        """The last one to a seller."""
        columns = (col(CareRow.at), col(CareRow.told_at))
        row = self._database.execute(select(*columns).where(*_of(self._shop.id, seller_id)))
        found = row.one_or_none()
        return LastCare(*found) if found is not None else LastCare()

    def keep(self, seller_id: int) -> None:
        """Keep that one is said now."""
        new = {"shop_id": self._shop.id, "seller_id": seller_id, "at": self.now}
        if not self._insert_row(**new):
            self._change_care(seller_id, at=self.now, told_at=None)

    def keep_told(self, seller_id: int) -> None:
        """Keep that a manager hears of it now."""
        self._change_care(seller_id, told_at=self.now)

    def hot_talks(self, seller_id: int, since: float) -> int:
        """In how many conversations of a seller's trouble began that grew heated, since a time."""
        zone = zone_of(self._shop.timezone)
        days = {day_of(at, zone).isoformat() for at in (since, self.now)}
        found = (
            select(func.count(distinct(col(TroubleRow.conversation_id))))
            .where(col(TroubleRow.shop_id) == self._shop.id)
            .where(col(TroubleRow.day).in_(days))
            .where(col(TroubleRow.seller_id) == seller_id)
            .where(col(TroubleRow.opened_at) >= since)
            .where(col(TroubleRow.peak) >= int(Tension.HEATED))
            .where(col(TroubleRow.dismissed).is_(False))
        )
        count: int = self._database.execute(found).scalar_one()
        return count

    def _insert_row(self, **values: Any) -> bool:
        made = self._insert_new(CareRow, **values)
        return made is not None

    def _change_care(self, seller_id: int, **values: Any) -> None:
        mine = _of(self._shop.id, seller_id)
        self._database.execute(update(table_of(CareRow)).where(*mine).values(**values))


def _of(shop_id: int, seller_id: int) -> tuple[Any, Any]:
    return col(CareRow.shop_id) == shop_id, col(CareRow.seller_id) == seller_id
