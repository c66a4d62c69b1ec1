"""The shops and their people as kept: who is what, since when, and how they came."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlmodel import col

from bot.core.deed import DeedKind
from bot.core.invitation import Ticket, Turned
from bot.core.people import Member, Role, Shop, with_team
from bot.store.figures import Figures
from bot.store.invitations import Invitations
from bot.store.revisions import LESSONS, PLAYBOOKS, SHOPS, begin, next_revision, of_shop, revision
from bot.store.statements import new_numbered_row
from bot.store.tables import (
    ConnectionRow,
    InvitationRow,
    MembershipRow,
    PersonRow,
    ShopRow,
    table_of,
)


class Roster(Invitations):
    """The team of one shop, and which shops there are, inside one transaction."""

    def revision(self) -> int:
        """How often shops or teams have changed; cheap."""
        return revision(self._database, SHOPS)

    def shops(self) -> tuple[Shop, ...]:
        """Every shop with its team, oldest first."""
        in_force = col(MembershipRow.ended_at).is_(None)
        found = select(
            col(MembershipRow.shop_id), col(MembershipRow.person_id), col(MembershipRow.role)
        ).where(in_force)
        teams: dict[int, dict[int, Role]] = {}
        for shop_id, person_id, role in self._database.execute(found):
            teams.setdefault(shop_id, {})[person_id] = Role(role)
        rows = self._database.execute(select(table_of(ShopRow)).order_by(col(ShopRow.id)))
        return tuple(_shop(row, teams.get(row.id, {})) for row in rows)

    def add_shop(self, shop: Shop) -> int:
        """Begin a shop without a team; its number."""
        made = {**about(shop), "created_at": self.now}
        number: int = self._database.execute(new_numbered_row(ShopRow), made).scalar_one()
        for name in (LESSONS, PLAYBOOKS):
            begin(self._database, of_shop(name, number))
        self._changed()
        return number

    def describe(self, shop: Shop) -> None:
        """Keep a shop's name, language, limit and zone, by whose days all figures count."""
        known = self._find(ShopRow, self._shop.id)
        self._change(ShopRow, self._shop.id, **about(shop))
        if known is not None:
            self._follow_zone(known.timezone, shop)
        self._changed()

    def _follow_zone(self, before: str, shop: Shop) -> None:
        """Let all that is counted by days be counted by those of the shop's zone now."""
        if before != shop.timezone:
            Figures(self._database, replace(shop, id=self._shop.id), self.now).rezone()

    def role_of(self, person_id: int) -> Role | None:
        """What someone is to this shop now."""
        row = self._membership(person_id)
        return Role(row.role) if row is not None and row.ended_at is None else None

    def is_at_least(self, person_id: int, least: Role) -> bool:
        """Whether someone is that or more now: who was a manager may be none any more."""
        role = self.role_of(person_id)
        return role is not None and role.covers(least)

    def members(self) -> tuple[Member, ...]:
        """The whole team: owner, managers, sellers, each oldest first."""
        found = (
            select(
                table_of(MembershipRow),
                col(PersonRow.first_name),
                col(PersonRow.started_at),
                col(PersonRow.unreachable_since),
            )
            .join(
                table_of(PersonRow),
                col(PersonRow.id) == col(MembershipRow.person_id),
                isouter=True,
            )
            .where(col(MembershipRow.shop_id) == self._shop.id)
            .where(col(MembershipRow.ended_at).is_(None))
        )
        connected = self._connected()
        members = (_member(row, connected) for row in self._database.execute(found))
        order = tuple(Role)
        return tuple(
            sorted(members, key=lambda each: (order.index(each.role), each.since, each.id))
        )

    def appoint(
        self, person_id: int, role: Role, *, by: int | None, from_settings: bool = False
    ) -> None:
        """Make someone owner, manager or seller; an owner before them becomes a manager."""
        self._give(person_id, role, from_settings=from_settings)
        self.keep_deed(DeedKind.APPOINTED, by, person=self.name_of(person_id), role=role.value)

    def end(self, person_id: int, *, by: int | None) -> None:
        """Let someone be of the team no more; `by` is themselves where they leave."""
        self._change_membership(person_id, ended_at=self.now, ended_by=by)
        self.revoke_made_by(person_id, tuple(Role))
        left = by == person_id
        kind = DeedKind.LEFT if left else DeedKind.REMOVED
        about = {} if left else {"person": self.name_of(person_id)}
        self.keep_deed(kind, by, **about)
        self._changed()

    def take(self, ticket: Ticket, person_id: int) -> Role | Turned:
        """Someone comes with an invitation: what they are now, or why they are not."""
        invitation = self.invitation(ticket.invitation_id)
        if invitation is None or invitation.ticket != ticket:
            return Turned.FORGED
        present = self.role_of(person_id)
        if present is not None and present.covers(invitation.role):
            return Turned.ALREADY
        turned = invitation.why_not(self.now)
        if turned is not None:
            return turned
        self._change(InvitationRow, invitation.id, used_by=person_id, used_at=self.now)
        self._give(person_id, invitation.role)
        self.keep_deed(DeedKind.JOINED, person_id, role=invitation.role.value)
        return invitation.role

    def serve(self, person_id: int) -> None:
        """Let the chats that someone has connected be this shop's from now on."""
        self._database.execute(
            update(table_of(ConnectionRow))
            .where(col(ConnectionRow.seller_id) == person_id)
            .values(shop_id=self._shop.id)
        )
        self._changed()

    def served_by(self, person_id: int) -> tuple[int | None, ...]:
        """Which shops someone's connected chats belong to, of those that are connected now."""
        found = (
            select(col(ConnectionRow.shop_id))
            .where(col(ConnectionRow.seller_id) == person_id)
            .where(col(ConnectionRow.is_enabled))
            .order_by(col(ConnectionRow.connected_at))
        )
        return tuple(self._database.execute(found).scalars())

    def _give(self, person_id: int, role: Role, *, from_settings: bool = False) -> None:
        """Let someone be something from now on; what they can invite to no more is revoked."""
        if role is Role.OWNER:
            self._make_way(person_id)
        values = {
            "role": role.value,
            "from_settings": from_settings,
            "ended_at": None,
            "ended_by": None,
        }
        new = {"shop_id": self._shop.id, "person_id": person_id, "since": self.now}
        is_new = self.role_of(person_id) is None
        if self._insert_new(MembershipRow, **new, **values) is None:
            since = {"since": self.now} if is_new else {}
            self._change_membership(person_id, **since, **values)
        if is_new:
            self._take_connections(person_id)
        self._revoke_beyond(person_id, role)
        self._changed()

    def _revoke_beyond(self, person_id: int, role: Role) -> None:
        """Let nobody take what someone in a role could not invite to now."""
        self.revoke_made_by(person_id, [each for each in Role if not role.may_appoint(each)])

    def _take_connections(self, person_id: int) -> None:
        """Chats that somebody connected before they belonged anywhere are this shop's now."""
        others = select(col(MembershipRow.shop_id)).where(
            col(MembershipRow.person_id) == person_id, col(MembershipRow.ended_at).is_(None)
        )
        served = col(ConnectionRow.shop_id)
        self._database.execute(
            update(table_of(ConnectionRow))
            .where(col(ConnectionRow.seller_id) == person_id)
            .where(or_(served.is_(None), served.not_in(others)))
            .values(shop_id=self._shop.id)
        )

    def _connected(self) -> frozenset[int]:
        found = (
            select(col(ConnectionRow.seller_id))
            .where(col(ConnectionRow.shop_id) == self._shop.id)
            .where(col(ConnectionRow.is_enabled))
        )
        return frozenset(self._database.execute(found).scalars())

    def _make_way(self, person_id: int) -> None:
        """Whoever owned the shop until now becomes a manager; no other code makes an owner."""
        self.revoke_all(Role.OWNER)
        for row in self._memberships():
            is_owner = row.role == Role.OWNER and row.ended_at is None
            if is_owner and row.person_id != person_id:
                self._change_membership(row.person_id, role=Role.MANAGER.value)
                self._revoke_beyond(row.person_id, Role.MANAGER)

    def _memberships(self) -> list[Row[Any]]:
        found = select(table_of(MembershipRow)).where(col(MembershipRow.shop_id) == self._shop.id)
        return list(self._database.execute(found))

    def _membership(self, person_id: int) -> Row[Any] | None:
        found = (
            select(table_of(MembershipRow))
            .where(col(MembershipRow.shop_id) == self._shop.id)
            .where(col(MembershipRow.person_id) == person_id)
        )
        return self._database.execute(found).one_or_none()

    def _change_membership(self, person_id: int, **values: Any) -> None:
        self._database.execute(
            update(table_of(MembershipRow))
            .where(col(MembershipRow.shop_id) == self._shop.id)
            .where(col(MembershipRow.person_id) == person_id)
            .values(**values)
        )

    def _changed(self) -> None:
        next_revision(self._database, SHOPS)


def about(shop: Shop) -> dict[str, Any]:
    """What is kept of a shop itself."""
    return {
        "name": shop.name,
        "locale": shop.locale,
        "refund_limit": shop.refund_limit,
        "handover_minutes": shop.handover_minutes,
        "timezone": shop.timezone,
    }


def _shop(row: Row[Any], roles: Mapping[int, Role]) -> Shop:
    shop = Shop(
        id=row.id,
        name=row.name,
        locale=row.locale,
        refund_limit=row.refund_limit,
        handover_minutes=row.handover_minutes,
        timezone=row.timezone,
        words_days=row.words_days,
        masks_words=row.masks_words,
    )
    return with_team(shop, roles)


def _member(row: Row[Any], connected: frozenset[int]) -> Member:
    return Member(
        id=row.person_id,
        role=Role(row.role),
        since=row.since,
        name=row.first_name,
        is_reachable=row.started_at is not None and row.unreachable_since is None,
        is_connected=row.person_id in connected,
    )
