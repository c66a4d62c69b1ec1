"""Invitations: a link that only we can write, and that says what was kept."""

import base64
from dataclasses import replace

import pytest

from bot.core.invitation import PREFIX, Invitation, Seal, Ticket, Turned
from bot.core.people import Role

SEAL = Seal("1000000001:secret")
TICKET = Ticket(invitation_id=12, shop_id=3, role=Role.SELLER, expires_at=1_800_000_000)
NOW = 1_800_000_000.0


def altered(parameter: str, at: int) -> str:
    """A parameter with one bit of its bytes turned."""
    letters = parameter.removeprefix(PREFIX)
    raw = bytearray(base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)))
    raw[at] ^= 1
    return PREFIX + base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("=")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("number", [1, 2**31 - 1])
def test_what_is_written_is_read(role: Role, number: int) -> None:
    ticket = Ticket(number, number, role, 2**40)
    assert SEAL.read(SEAL.write(ticket)) == ticket


def test_it_fits_telegrams_deep_links() -> None:
    parameter = SEAL.write(Ticket(2**32 - 1, 2**32 - 1, Role.SELLER, 2**63))
    assert len(parameter) <= 64
    assert parameter.replace("-", "").replace("_", "").isalnum()
    assert SEAL.link("aram_bot", TICKET) == f"https://t.me/aram_bot?start={SEAL.write(TICKET)}"


def test_no_bit_of_it_can_be_changed() -> None:
    parameter = SEAL.write(TICKET)
    assert [at for at in range(32) if SEAL.read(altered(parameter, at)) is not None] == []


@pytest.mark.parametrize(
    "parameter",
    [
        "",
        "join-",
        "join",
        "join-x",
        "join-!!!!",
        "join-" + "A" * 43,
        "join-سلام",
        "join-" + "A" * 4000,
        SEAL.write(TICKET)[:-4],
        SEAL.write(TICKET) + "AAAA",
        SEAL.write(TICKET).removeprefix(PREFIX),
        Seal("1000000002:secret").write(TICKET),  # another bot's
    ],
)
def test_what_is_not_ours_is_not_read(parameter: str) -> None:
    assert SEAL.read(parameter) is None


def test_every_process_with_the_secret_reads_it() -> None:
    assert Seal("1000000001:secret").read(SEAL.write(TICKET)) == TICKET


OPEN = Invitation(12, 3, Role.SELLER, made_by=9, made_at=NOW - 10, expires_at=NOW)


@pytest.mark.parametrize(
    ("invitation", "turned"),
    [
        (OPEN, None),
        (replace(OPEN, expires_at=NOW - 0.5), Turned.EXPIRED),
        (replace(OPEN, revoked_at=NOW - 5), Turned.REVOKED),
        (replace(OPEN, used_by=4), Turned.USED),
        (replace(OPEN, used_by=4, expires_at=NOW - 1), Turned.USED),  # the more telling reason
    ],
)
def test_why_it_cannot_be_taken(invitation: Invitation, turned: Turned | None) -> None:
    assert invitation.why_not(NOW) is turned


def test_a_ticket_says_what_is_kept() -> None:
    assert OPEN.ticket == Ticket(12, 3, Role.SELLER, 1_800_000_000)
