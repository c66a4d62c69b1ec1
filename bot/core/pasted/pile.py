"""What a seller hands over, gathered until they pause: a pile of pieces, read as one."""

from dataclasses import dataclass
from enum import StrEnum

MOST_READ = 20_000
"""Letters of a pile that are read."""

PAUSE_SECONDS = 2.5
"""So long after the newest piece a pile is read."""

LONGEST_GATHERING_SECONDS = 20.0
"""So long after its first piece a pile is read, however much still comes."""


class Kind(StrEnum):
    """How a piece came."""

    FORWARD = "forward"
    TEXT = "text"
    FILE = "file"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Piece:
    """One message to Aram. `number` is its own, to be replied to; `at` when it was first written.

    `name` says whose words it bears, `is_own` whether they are surely the shop's; None where only
    the name can tell. `has_media` where it carries something that cannot be read, `is_cut` where it
    was longer. `handed_by` is the full name of who hands it over.
    """

    kind: Kind
    text: str
    number: int
    name: str | None = None
    is_own: bool | None = None
    at: float | None = None
    subject: str | None = None
    has_media: bool = False
    is_cut: bool = False
    handed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """The pieces as kept, in the order in which they came; `revision` grows with each."""

    id: int
    by: int
    pieces: tuple[Piece, ...]
    revision: int = 0
    is_read: bool = False
    inquiry_id: int | None = None


def due_at(begun_at: float, now: float) -> float:
    """When a pile to which a piece comes now is to be read."""
    return min(now + PAUSE_SECONDS, max(now, begun_at + LONGEST_GATHERING_SECONDS))
