"""How things stand with all that waits, for whoever watches over Aram."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the database: letters by state, ages in seconds, open cards by shop."""

    letters: Mapping[str, int] = field(default_factory=dict)
    oldest_due: float = 0.0
    inbox: int = 0
    set_aside: int = 0
    last_update: float | None = None
    open_cards: Mapping[int, int] = field(default_factory=dict)
