"""Whom Aram reaches, and when, as kept: rests, spells, and who stood in."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import delete, or_, select, update
from sqlmodel import col

from bot.core.card import CardState
from bot.core.days import zone_of
from bot.core.duty import NOBODY
from bot.core.letters import Letter
from bot.core.quiet import Rest, quiet_until
from bot.core.reach import Spell, Waiting
from bot.store.codec import from_json, to_json
from bot.store.duty import Duty
from bot.store.page import Page
from bot.store.tables import (
    CardRow,
    ConversationRow,
    CopyRow,
    PersonRow,
    RestRow,
    ShopRow,
    SpellRow,
    StandInRow,
    table_of,
)


class Reach(Page):
    """The rests and spells of one shop's people, inside one transaction."""

    @property
    def zone(self) -> tzinfo:
        """The shop's clock."""
        return zone_of(self._shop.timezone)

    def rest_of(self, person_id: int) -> Rest:
        """When someone rests."""
        return _rests(self._database, [person_id]).get(person_id, Rest())

    def keep_rest(self, person_id: int, rest: Rest) -> None:
        """Keep when someone rests from now on; holidays that are over are forgotten."""
        today = datetime.fromtimestamp(self.now, self.zone).date()
        ahead = tuple(sorted({day for day in rest.dates if day >= today}))
        text = to_json(Rest, replace(rest, dates=ahead))
        if self._insert_new(RestRow, person_id=person_id, rest=text) is None:
            self._database.execute(
                update(table_of(RestRow))
                .where(col(RestRow.person_id) == person_id)
                .values(rest=text)
            )

    def quiet_until(self, person_id: int) -> float | None:
        """When the rest of someone ends that goes on now; None where there is none."""
        return quiet_until(self.rest_of(person_id), self.now, self.zone)

    def awake(self, people: Collection[int]) -> frozenset[int]:
        """Those who do not rest now."""
        resting = {
            person
            for person, rest in _rests(self._database, people).items()
            if quiet_until(rest, self.now, self.zone) is not None
        }
        return frozenset(people) - resting

    def begin(self, person_id: int, spell: Spell) -> bool:
        """Whether a spell begins now; False where it goes on already."""
        begun = {"shop_id": self._shop.id, "person_id": person_id, "kind": spell.value}
        return self._insert_row(SpellRow, **begun, since=self.now)

    def end(self, person_id: int, spell: Spell) -> float | None:
        """End a spell; since when it went on, or None where it did not."""
        ended = (
            delete(table_of(SpellRow))
            .where(col(SpellRow.shop_id) == self._shop.id)
            .where(col(SpellRow.person_id) == person_id)
            .where(col(SpellRow.kind) == spell.value)
            .returning(col(SpellRow.since))
        )
        since: float | None = self._database.execute(ended).scalar_one_or_none()
        return since

    def shops_missing(self, person_id: int, spell: Spell) -> tuple[int, ...]:
        """The shops in which such a spell of someone's goes on."""
        found = (
            select(col(SpellRow.shop_id))
            .where(col(SpellRow.person_id) == person_id)
            .where(col(SpellRow.kind) == spell.value)
            .order_by(col(SpellRow.shop_id))
        )
        return tuple(self._database.execute(found).scalars())

    def waiting(self, person_id: int, since: float) -> tuple[Waiting, ...]:
        """Someone's open cards that have changed since, those that are nobody's yet, too."""
        asked = (
            select(col(CopyRow.card_id))
            .where(col(CopyRow.person_id) == person_id)
            .where(col(CopyRow.missed_at).is_(None))
        )
        shared = (col(CardRow.seller_id) == NOBODY) & col(CardRow.id).in_(asked)
        found = (
            select(col(CardRow.id), col(ConversationRow.customer_name))
            .join(ConversationRow, col(ConversationRow.card_id) == col(CardRow.id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(CardRow.state) == CardState.OPEN.value)
            .where(or_(col(CardRow.seller_id) == person_id, shared))
            .where(col(CardRow.changed_at) >= since)
            .order_by(col(CardRow.id))
        )
        rows = self._database.execute(found)
        return tuple(Waiting(card_id or 0, customer) for card_id, customer in rows)

    def muted(self, person_id: int) -> tuple[Waiting, ...]:
        """The cards of the talks that someone has muted, oldest first."""
        found = (
            select(col(CardRow.id), col(ConversationRow.customer_name))
            .join(ConversationRow, col(ConversationRow.card_id) == col(CardRow.id))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(CardRow.state) == CardState.MUTED.value)
            .where(col(CardRow.seller_id) == person_id)
            .order_by(col(CardRow.id))
        )
        rows = self._database.execute(found)
        return tuple(Waiting(card_id or 0, customer) for card_id, customer in rows)

    def on_duty(self) -> tuple[int, ...]:
        """Who is on duty, the longest first."""
        duty = Duty(self._database, self._shop, self.now)
        return tuple(each.person_id for each in duty.on())

    def keep_stand_in(self, card_id: int, person_id: int) -> bool:
        """Keep who is told of a card; False where somebody was told of it before."""
        return self._insert_row(StandInRow, card_id=card_id, person_id=person_id, at=self.now)

    def forget_stand_in(self, card_id: int) -> None:
        """Nobody was told of a card after all."""
        told = delete(table_of(StandInRow)).where(col(StandInRow.card_id) == card_id)
        self._database.execute(told)

    def name_of(self, person_id: int) -> str:
        """What the team calls someone; their number where nobody knows."""
        row = self._find(PersonRow, person_id)
        return (row.first_name if row is not None else "") or str(person_id)

    def _insert_row(self, table: Any, **values: Any) -> bool:
        return self._insert_new(table, **values) is not None


def hushed(database: Database, letters: Iterable[Letter], now: float) -> tuple[Letter, ...]:
    """The letters, silent where whom they are for rests by the clock of the letter's shop."""
    taken = tuple(letters)
    rests = _rests(database, {letter.to for letter in taken}) if taken else {}
    if not rests:
        return taken
    found = select(col(ShopRow.id), col(ShopRow.timezone))
    zones = {number: zone_of(name) for number, name in database.execute(found)}

    def is_quiet(letter: Letter) -> bool:
        rest = rests.get(letter.to)
        zone = zones.get(letter.shop_id, UTC)
        return rest is not None and quiet_until(rest, now, zone) is not None

    return tuple(replace(each, silent=True) if is_quiet(each) else each for each in taken)


def _rests(database: Database, people: Collection[int]) -> dict[int, Rest]:
    found = select(col(RestRow.person_id), col(RestRow.rest)).where(
        col(RestRow.person_id).in_(people)
    )
    return {person: from_json(Rest, text) for person, text in database.execute(found)}
