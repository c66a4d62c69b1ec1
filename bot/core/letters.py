"""Letters: whatever Aram has to send, kept in the outbox until the postman has delivered it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.assessment import Tension
from bot.core.card import Reason


class Urgency(StrEnum):
    """Which letters go first; the values sort in the order of delivery."""

    NOW = "0_now"
    SOON = "1_soon"
    LATER = "2_later"


@dataclass(frozen=True, slots=True)
class CardLetter:
    """Bring a card on the seller's screen up to date; `anew` sends it as a new message."""

    card_id: int
    anew: bool
    type: str = "card"


@dataclass(frozen=True, slots=True)
class NoteLetter:
    """A sentence to one person: a message id of the locales, and its arguments."""

    message: str
    args: tuple[tuple[str, str], ...] = ()
    type: str = "note"


@dataclass(frozen=True, slots=True)
class BriefLetter:
    """What the manager needs to take over: who, what, the course of tension, last words."""

    seller: str | None
    customer: str | None
    tension: Tension
    course: tuple[Tension, ...]
    reasons: tuple[Reason, ...]
    last_words: tuple[str, ...]
    steps_used: tuple[str, ...]
    type: str = "brief"


@dataclass(frozen=True, slots=True)
class InquiryLetter:
    """The answer to an inquiry, for whoever made it."""

    inquiry_id: int
    type: str = "inquiry"


type Body = CardLetter | NoteLetter | BriefLetter | InquiryLetter


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as kept: its number, to whom (a Telegram chat), what, and how often it was tried.

    `revision` grows when a waiting letter is brought up to date.
    """

    id: int
    to: int
    body: Body
    attempts: int
    revision: int = 0
