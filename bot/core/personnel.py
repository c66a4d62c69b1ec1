"""Who may change whom in a team: invite, appoint, remove, leave; asked at every press."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.invitation import VALID_SECONDS, Invitation
from bot.core.people import Role

MOST_INVITATIONS = 10


class Refused(StrEnum):
    """Why nothing was done; message ids of `locales/*/team.ftl`."""

    MAY_NOT = "team-refused-may-not"
    OWNER_STAYS = "team-refused-owner-stays"
    OWNER_LEAVES_NOT = "team-refused-owner-leaves-not"
    NO_MEMBER = "team-refused-no-member"
    CHANGED = "team-refused-changed"
    TOO_MANY = "team-refused-too-many"
    NOT_OPEN = "team-refused-not-open"


class Register(Protocol):
    """The team and its invitations, inside one transaction of the store."""

    def role_of(self, person_id: int) -> Role | None:
        """What someone is to the shop now."""
        ...

    def appoint(self, person_id: int, role: Role, *, by: int | None) -> None:
        """Make someone something."""
        ...

    def end(self, person_id: int, *, by: int | None) -> None:
        """Let someone be of the team no more."""
        ...

    def invite(self, role: Role, *, by: int | None, expires_at: float) -> Invitation:
        """Keep a new invitation."""
        ...

    def invitation(self, invitation_id: int) -> Invitation | None:
        """An invitation of this shop, or None."""
        ...

    def open_invitations(self) -> tuple[Invitation, ...]:
        """Those that somebody can still take, newest first."""
        ...

    def revoke(self, invitation_id: int, *, by: int | None) -> bool:
        """Let nobody take an invitation any more; False where nobody could."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """Someone shall be `role` from now on, or None of the team; `seen` is what they were shown as.

    `by` is who wants it.
    """

    person_id: int
    seen: Role
    role: Role | None
    by: int


def hindrance_of(register: Register, wish: Wish) -> Refused | None:
    """What hinders a wish, or None."""
    mine, present = register.role_of(wish.by), register.role_of(wish.person_id)
    if mine is None or not mine.covers(Role.MANAGER):
        return Refused.MAY_NOT
    if present is None:
        return Refused.NO_MEMBER
    if present is Role.OWNER:
        return Refused.OWNER_STAYS
    if not (mine.may_appoint(present) and mine.may_appoint(wish.role or present)):
        return Refused.MAY_NOT
    return Refused.CHANGED if present is not wish.seen else None


def change(register: Register, wish: Wish) -> Refused | None:
    """Carry a wish out; what hinders it, or None."""
    hindrance = hindrance_of(register, wish)
    if hindrance is not None:
        return hindrance
    if wish.role is None:
        register.end(wish.person_id, by=wish.by)
    else:
        register.appoint(wish.person_id, wish.role, by=wish.by)
    return None


def leave(register: Register, person_id: int) -> Refused | None:
    """Let someone go who wants to; what hinders it, or None."""
    match register.role_of(person_id):
        case None:
            return Refused.NO_MEMBER
        case Role.OWNER:
            return Refused.OWNER_LEAVES_NOT
        case _:
            register.end(person_id, by=person_id)
            return None


def invite(register: Register, role: Role, *, by: int, now: float) -> Invitation | Refused:
    """Make an invitation, or say what hinders it; `now` in seconds."""
    mine = register.role_of(by)
    if mine is None or not mine.may_appoint(role):
        return Refused.MAY_NOT
    if len(register.open_invitations()) >= MOST_INVITATIONS:
        return Refused.TOO_MANY
    return register.invite(role, by=by, expires_at=now + VALID_SECONDS)


def newest_invitation(register: Register, role: Role, *, by: int) -> Invitation | None:
    """The last open invitation that someone made for a role."""
    found = register.open_invitations()
    return next((each for each in found if each.made_by == by and each.role is role), None)


def own_invitation(register: Register, invitation_id: int, *, by: int) -> Invitation | Refused:
    """An open invitation that is someone's to show or revoke, or what hinders it."""
    mine, found = register.role_of(by), register.invitation(invitation_id)
    if mine is None or not mine.covers(Role.MANAGER):
        return Refused.MAY_NOT
    if found is None or found not in register.open_invitations():
        return Refused.NOT_OPEN
    return found if mine.may_appoint(found.role) else Refused.MAY_NOT


def revoke(register: Register, invitation_id: int, *, by: int) -> Refused | None:
    """Revoke an invitation; what hinders it, or None."""
    found = own_invitation(register, invitation_id, by=by)
    if isinstance(found, Refused):
        return found
    register.revoke(found.id, by=by)
    return None
