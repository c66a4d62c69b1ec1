"""Invitations into a shop's team as kept: made, looked through, revoked."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, Update, select, update
from sqlmodel import col

from bot.core.deed import DeedKind
from bot.core.invitation import Invitation
from bot.core.people import Role
from bot.store.deeds import Deeds
from bot.store.statements import new_numbered_row
from bot.store.tables import InvitationRow, table_of


class Invitations(Deeds):
    """The invitations of one shop, inside one transaction."""

    def invite(self, role: Role, *, by: int | None, expires_at: float) -> Invitation:
        """Keep a new invitation."""
        values = {
            "shop_id": self._shop.id,
            "role": role.value,
            "made_by": by,
            "made_at": self.now,
            "expires_at": expires_at,
        }
        made = self._database.execute(new_numbered_row(InvitationRow), values).scalar_one()
        if by is not None:
            self.keep_deed(DeedKind.INVITED, by, role=role.value)
        return Invitation(made, self._shop.id, role, by, self.now, expires_at)

    def invitation(self, invitation_id: int) -> Invitation | None:
        """An invitation of this shop; nobody else takes it until the commit."""
        found = (
            select(table_of(InvitationRow))
            .where(col(InvitationRow.id) == invitation_id)
            .where(col(InvitationRow.shop_id) == self._shop.id)
            .with_for_update()
        )
        row = self._database.execute(found).one_or_none()
        return _invitation(row) if row is not None else None

    def open_invitations(self) -> tuple[Invitation, ...]:
        """Those that somebody can still take, newest first; the terminal's are not among them."""
        found = (
            select(table_of(InvitationRow))
            .where(col(InvitationRow.shop_id) == self._shop.id)
            .where(col(InvitationRow.made_by).is_not(None))
            .where(col(InvitationRow.used_by).is_(None))
            .where(col(InvitationRow.revoked_at).is_(None))
            .where(col(InvitationRow.expires_at) >= self.now)
            .order_by(col(InvitationRow.id).desc())
        )
        return tuple(map(_invitation, self._database.execute(found)))

    def revoke(self, invitation_id: int, *, by: int | None) -> bool:
        """Let nobody take an invitation any more; False where nobody could."""
        invitation = self.invitation(invitation_id)
        if invitation is None or invitation.why_not(self.now) is not None:
            return False
        self._change(InvitationRow, invitation_id, revoked_at=self.now)
        self.keep_deed(DeedKind.REVOKED, by, role=invitation.role.value)
        return True

    def revoke_all(self, role: Role) -> None:
        """Let nobody take an older invitation to a role."""
        self._database.execute(
            self._revocation_of_unused().where(col(InvitationRow.role) == role.value)
        )

    def revoke_made_by(self, person_id: int, roles: Collection[Role]) -> None:
        """Let nobody take what someone has invited to, once it is not theirs to give."""
        self._database.execute(
            self._revocation_of_unused()
            .where(col(InvitationRow.made_by) == person_id)
            .where(col(InvitationRow.role).in_([role.value for role in roles]))
        )

    def _revocation_of_unused(self) -> Update:
        return (
            update(table_of(InvitationRow))
            .where(col(InvitationRow.shop_id) == self._shop.id)
            .where(col(InvitationRow.used_by).is_(None))
            .where(col(InvitationRow.revoked_at).is_(None))
            .values(revoked_at=self.now)
        )


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(
        id=row.id,
        shop_id=row.shop_id,
        role=Role(row.role),
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        used_by=row.used_by,
        revoked_at=row.revoked_at,
    )
