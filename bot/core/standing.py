"""How things stand with all that waits, for whoever watches over Aram."""

from collections.abc import Mapping
from dataclasses import dataclass, field

AGES = {"10s": 10.0, "1m": 60.0, "10m": 600.0, "1h": 3600.0, "more": float("inf")}
"""Up to how many seconds a letter has been due, by what that is called."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the database: letters by state, open cards by shop; ages are in seconds.

    `due_for` counts the letters that are due by how long they have been, as `AGES` names it.
    """

    letters: Mapping[str, int] = field(default_factory=dict)
    due_for: Mapping[str, int] = field(default_factory=dict)
    oldest_due: float = 0.0
    inbox: int = 0
    set_aside: int = 0
    last_update: float | None = None
    open_cards: Mapping[int, int] = field(default_factory=dict)
