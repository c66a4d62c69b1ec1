"""Invitations into a team: a link that bears shop, role and end, sealed; good for one person."""

import base64
import binascii
import hmac
import struct
from dataclasses import dataclass
from enum import StrEnum

from bot.core.people import Role

VALID_SECONDS = 3 * 24 * 3600.0
OWNER_SECONDS = 24 * 3600.0
PREFIX = "join-"
_ROLES = tuple(Role)
_FORM = struct.Struct(">IIBQ")
_SEAL_BYTES = 15


class Turned(StrEnum):
    """Why an invitation is not taken; message ids of `locales/*/team.ftl`."""

    FORGED = "invitation-forged"
    EXPIRED = "invitation-expired"
    USED = "invitation-used"
    REVOKED = "invitation-revoked"
    ALREADY = "invitation-already"


@dataclass(frozen=True, slots=True)
class Ticket:
    """What an invitation's link bears; `expires_at` in whole seconds since the epoch."""

    invitation_id: int
    shop_id: int
    role: Role
    expires_at: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as kept; `made_by` is None for the one that the terminal shows."""

    id: int
    shop_id: int
    role: Role
    made_by: int | None
    made_at: float
    expires_at: float
    used_by: int | None = None
    revoked_at: float | None = None

    def why_not(self, now: float) -> Turned | None:
        """Why nobody can take it now, in seconds; None where somebody can."""
        if self.used_by is not None:
            return Turned.USED
        if self.revoked_at is not None:
            return Turned.REVOKED
        return Turned.EXPIRED if now > self.expires_at else None

    @property
    def ticket(self) -> Ticket:
        """What its link bears."""
        return Ticket(self.id, self.shop_id, self.role, int(self.expires_at))


class Seal:
    """Writes tickets as the parameter of a deep link, at most 64 letters, and knows its own."""

    def __init__(self, secret: str) -> None:
        """Derive a key from a secret that every process of the bot has."""
        self._key = hmac.digest(b"aram invitation", secret.encode(), "sha256")

    def write(self, ticket: Ticket) -> str:
        """A ticket as the parameter of `/start`."""
        role = _ROLES.index(ticket.role)
        told = _FORM.pack(ticket.invitation_id, ticket.shop_id, role, ticket.expires_at)
        return PREFIX + base64.urlsafe_b64encode(told + self._seal(told)).decode().rstrip("=")

    def link(self, username: str, ticket: Ticket) -> str:
        """A ticket as the link that opens the chat with the bot."""
        return f"https://t.me/{username}?start={self.write(ticket)}"

    def read(self, parameter: str) -> Ticket | None:
        """The ticket in a parameter; None where it is not ours, or was changed."""
        if not (parameter.startswith(PREFIX) and parameter.isascii()):
            return None
        letters = parameter.removeprefix(PREFIX)
        try:
            sealed = base64.b64decode(letters + "=" * (-len(letters) % 4), b"-_", validate=True)
        except binascii.Error:
            return None
        told, seal = sealed[: _FORM.size], sealed[_FORM.size :]
        if len(told) != _FORM.size or not hmac.compare_digest(seal, self._seal(told)):
            return None
        invitation_id, shop_id, role, expires_at = _FORM.unpack(told)
        return Ticket(invitation_id, shop_id, _ROLES[role], expires_at)

    def _seal(self, told: bytes) -> bytes:
        return hmac.digest(self._key, told, "sha256")[:_SEAL_BYTES]
