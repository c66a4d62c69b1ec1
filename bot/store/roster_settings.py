"""Lets a shop follow what the environment says of it and its people."""

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from bot.core.people import Role, Shop
from bot.store.roster import Roster, about
from bot.store.tables import ShopRow


class SettingsRoster(Roster):
    """The roster of a shop, to which the environment's settings have a say."""

    def follow_settings(self, told: Shop) -> None:
        """Let name, language, limit and people be as the environment says.

        Each wish of the environment is followed once, so that what the team decides afterwards
        holds. Those whom only the environment named leave when it names them no more, but for the
        owner.
        """
        self._follow_description(told)
        for person_id in told.team:
            role = told.role_of(person_id)
            if role is not None:
                self._follow(person_id, role)
        for row in self._memberships():
            if row.settings_role is not None and row.person_id not in told.team:
                self._follow_no_more(row)

    def _follow_description(self, told: Shop) -> None:
        """Of name, language, zone and limits: what the environment says otherwise than before."""
        row = self._find(ShopRow, self._shop.id)
        said = json.dumps(about(told), ensure_ascii=False)
        if row is None or row.settings == said:
            return
        before = json.loads(row.settings) if row.settings else {}
        news = {
            name: value for name, value in about(told).items() if before.get(name, ...) != value
        }
        differs = any(getattr(row, name) != value for name, value in news.items())
        self._change(ShopRow, self._shop.id, **news, settings=said)
        self._follow_zone(row.timezone, replace(told, timezone=news.get("timezone", row.timezone)))
        if differs:
            self._changed()

    def _follow(self, person_id: int, role: Role) -> None:
        row = self._membership(person_id)
        if row is not None and row.settings_role == role.value:
            return
        if row is None or _yields(row, role):
            self.appoint(person_id, role, by=None, from_settings=True)
        self._change_membership(person_id, settings_role=role.value)

    def _follow_no_more(self, row: Row[Any]) -> None:
        self._change_membership(row.person_id, settings_role=None)
        if row.from_settings and row.ended_at is None and row.role != Role.OWNER:
            self.end(row.person_id, by=None)


def _yields(row: Row[Any], role: Role) -> bool:
    """Whether a new wish of the environment changes what someone is: never down from the team's."""
    if row.ended_at is not None:
        return True
    present = Role(row.role)
    if present is role or present is Role.OWNER:
        return False
    return row.from_settings or role.covers(present)
