"""Who may change whom: every role on every other, and what a stale screen may not do."""

import itertools

import pytest

from bot.core.invitation import VALID_SECONDS, Invitation
from bot.core.people import Role
from bot.core.personnel import (
    MOST_INVITATIONS,
    Refused,
    Wish,
    change,
    invite,
    leave,
    own_invitation,
    revoke,
)

NOW = 1_800_000_000.0
OWNER, MANAGER, OTHER_MANAGER, SELLER, OTHER_SELLER, STRANGER = range(1, 7)


class PaperRegister:
    """A team on paper."""

    def __init__(self) -> None:
        self.roles = {
            OWNER: Role.OWNER,
            MANAGER: Role.MANAGER,
            OTHER_MANAGER: Role.MANAGER,
            SELLER: Role.SELLER,
            OTHER_SELLER: Role.SELLER,
        }
        self.invitations: dict[int, Invitation] = {}

    def role_of(self, person_id: int) -> Role | None:
        return self.roles.get(person_id)

    def appoint(self, person_id: int, role: Role, *, by: int | None) -> None:
        self.roles[person_id] = role

    def end(self, person_id: int, *, by: int | None) -> None:
        del self.roles[person_id]

    def invite(self, role: Role, *, by: int | None, expires_at: float) -> Invitation:
        made = Invitation(len(self.invitations) + 1, 1, role, by, NOW, expires_at)
        self.invitations[made.id] = made
        return made

    def invitation(self, invitation_id: int) -> Invitation | None:
        return self.invitations.get(invitation_id)

    def open_invitations(self) -> tuple[Invitation, ...]:
        return tuple(self.invitations.values())

    def revoke(self, invitation_id: int, *, by: int | None) -> bool:
        return self.invitations.pop(invitation_id, None) is not None


@pytest.fixture
def register() -> PaperRegister:
    return PaperRegister()


EVERYONE = (OWNER, MANAGER, OTHER_MANAGER, SELLER, OTHER_SELLER, STRANGER)
PAIRS = tuple(itertools.product(EVERYONE, EVERYONE))
MAY_REMOVE = {
    OWNER: {MANAGER, OTHER_MANAGER, SELLER, OTHER_SELLER},
    MANAGER: {SELLER, OTHER_SELLER},
    OTHER_MANAGER: {SELLER, OTHER_SELLER},
}


@pytest.mark.parametrize(("by", "whom"), PAIRS)
def test_who_may_remove_whom(by: int, whom: int) -> None:
    register = PaperRegister()
    seen = register.role_of(whom) or Role.SELLER
    hindrance = change(register, Wish(whom, seen, None, by))
    assert (hindrance is None) is (whom in MAY_REMOVE.get(by, ()))
    assert (whom in register.roles) is (hindrance is not None and whom != STRANGER)


@pytest.mark.parametrize(("by", "whom"), PAIRS)
@pytest.mark.parametrize("to", Role)
def test_only_the_owner_makes_managers_and_nobody_an_owner(by: int, whom: int, to: Role) -> None:
    register = PaperRegister()
    before = dict(register.roles)
    seen = register.role_of(whom) or Role.SELLER
    change(register, Wish(whom, seen, to, by))
    for person, role in register.roles.items():
        if role is not before.get(person):
            assert by == OWNER
            assert role is not Role.OWNER
            assert before.get(person) not in (None, Role.OWNER)


@pytest.mark.parametrize(
    ("wish", "refused"),
    [
        (Wish(OWNER, Role.OWNER, None, MANAGER), Refused.OWNER_STAYS),
        (Wish(OWNER, Role.SELLER, None, OWNER), Refused.OWNER_STAYS),
        (Wish(STRANGER, Role.SELLER, None, OWNER), Refused.NO_MEMBER),
        (Wish(SELLER, Role.MANAGER, None, OWNER), Refused.CHANGED),  # an old screen
        (Wish(SELLER, Role.SELLER, Role.MANAGER, MANAGER), Refused.MAY_NOT),
        (Wish(SELLER, Role.SELLER, None, STRANGER), Refused.MAY_NOT),
        (Wish(STRANGER, Role.SELLER, None, SELLER), Refused.MAY_NOT),  # tells nothing of the team
    ],
)
def test_the_reason_is_said(register: PaperRegister, wish: Wish, refused: Refused) -> None:
    assert change(register, wish) is refused


def test_everyone_may_leave_but_the_owner(register: PaperRegister) -> None:
    assert leave(register, OWNER) is Refused.OWNER_LEAVES_NOT
    assert leave(register, MANAGER) is None
    assert leave(register, SELLER) is None
    assert leave(register, SELLER) is Refused.NO_MEMBER
    assert set(register.roles) == {OWNER, OTHER_MANAGER, OTHER_SELLER}


@pytest.mark.parametrize(
    ("by", "into"),
    [
        (OWNER, {Role.MANAGER, Role.SELLER}),
        (MANAGER, {Role.SELLER}),
        (SELLER, set()),
        (STRANGER, set()),
    ],
)
def test_who_may_invite_into_what(register: PaperRegister, by: int, into: set[Role]) -> None:
    made = {role for role in Role if isinstance(invite(register, role, by=by, now=NOW), Invitation)}
    assert made == into


def test_an_invitation_holds_for_three_days_and_there_are_not_too_many(
    register: PaperRegister,
) -> None:
    for _ in range(MOST_INVITATIONS):
        made = invite(register, Role.SELLER, by=OWNER, now=NOW)
        assert isinstance(made, Invitation)
        assert made.expires_at == NOW + VALID_SECONDS
    assert invite(register, Role.SELLER, by=OWNER, now=NOW) is Refused.TOO_MANY


def test_who_may_see_and_revoke_an_invitation(register: PaperRegister) -> None:
    managers = register.invite(Role.MANAGER, by=OWNER, expires_at=NOW).id
    sellers = register.invite(Role.SELLER, by=OWNER, expires_at=NOW).id
    assert own_invitation(register, sellers, by=SELLER) is Refused.MAY_NOT
    assert own_invitation(register, managers, by=MANAGER) is Refused.MAY_NOT
    assert revoke(register, managers, by=MANAGER) is Refused.MAY_NOT
    assert revoke(register, 99, by=OWNER) is Refused.NOT_OPEN
    assert revoke(register, sellers, by=MANAGER) is None
    assert revoke(register, sellers, by=MANAGER) is Refused.NOT_OPEN
    assert set(register.invitations) == {managers}
