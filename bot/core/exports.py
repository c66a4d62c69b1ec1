"""What managers take away as a file: troubles one by one, days, and steps; see docs/figures.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.stats import Waits
from bot.core.trouble import Counts, Trouble

LONGEST_WORDS = 8_000
"""So many letters of a customer's words in one trouble are exported, if at all."""


@dataclass(frozen=True, slots=True)
class Record:
    """A trouble with what is told of it: the steps sent, and, where allowed, name and words."""

    trouble: Trouble
    day: date
    steps: tuple[str, ...] = ()
    customer: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some records in their order, and what the team's people in them are called."""

    records: tuple[Record, ...]
    people: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class DayRecord:
    """The figures of one day."""

    day: date
    counts: Counts
    conversations: int
    waits: Waits
