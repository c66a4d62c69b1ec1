"""A promise as heard in a seller's message, and what else the message says of promises."""

from dataclasses import dataclass, field
from datetime import tzinfo
from enum import StrEnum
from typing import Protocol


class Act(StrEnum):
    """What was promised: to send something, tell something, find out, pay, or do anything else."""

    SEND = "send"
    TELL = "tell"
    CHECK = "check"
    PAY = "pay"
    DO = "do"


ANSWERS = frozenset({Act.TELL, Act.CHECK})
"""Acts that are kept by words."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise: the act, the seller's own words, when it is due in seconds.

    None where no time was named; `is_soon` where it is to be now.
    """

    act: Act
    words: str
    due_at: float | None = None
    is_soon: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a seller's message holds: promises, acts that it reports as done, and how much it says.

    `is_telling` where it says more than a courtesy; `asks_after` where it asks how things went.
    """

    promises: tuple[Promise, ...] = ()
    done: frozenset[Act] = field(default_factory=frozenset)
    is_telling: bool = False
    asks_after: bool = False


class PromiseEar(Protocol):
    """Hears what sellers promise; implemented in `bot.language.promises`."""

    def hear(self, text: str, at: float, zone: tzinfo) -> Spoken:
        """What a message of a time says, by the shop's clock."""
        ...

    def time_in(self, text: str, at: float, zone: tzinfo) -> float | None:
        """When words mean that name nothing but a time; None where they name none."""
        ...
