"""Letters: whatever Aram has to send, kept in the outbox until the postman has delivered it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from bot.core.playbook import StepKind
from bot.core.ruling import Ruling


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
    """Bring a hand-over's brief on a manager's screen up to date; `anew` as a new message."""

    brief_id: int
    anew: bool
    type: str = "brief"


@dataclass(frozen=True, slots=True)
class PassOnLetter:
    """A manager's time to answer a brief is over when this is due; nothing is sent."""

    brief_id: int
    type: str = "pass_on"


@dataclass(frozen=True, slots=True)
class RulingLetter:
    """What came of a call, for the seller: of which customer and step, with a manager's words."""

    ruling: Ruling
    customer: str | None
    kind: StepKind | None = None
    words: str | None = None
    type: str = "ruling"


@dataclass(frozen=True, slots=True)
class InquiryLetter:
    """The answer to an inquiry, for whoever made it."""

    inquiry_id: int
    type: str = "inquiry"


@dataclass(frozen=True, slots=True)
class CopyLetter:
    """Bring a group's card up to date for one of those who see it; `anew` as a new message."""

    card_id: int
    anew: bool
    type: Literal["copy"] = "copy"


@dataclass(frozen=True, slots=True)
class RoomLetter:
    """Tell whoever added Aram to a group whose it is now, or ask them."""

    chat_id: int
    type: str = "room"


@dataclass(frozen=True, slots=True)
class GlanceLetter:
    """See whether a card shown in a group to one alone was noticed; else show it otherwise."""

    card_id: int
    type: str = "glance"


@dataclass(frozen=True, slots=True)
class PileLetter:
    """Read what someone has handed over, and answer it; due once they pause."""

    pile_id: int
    type: Literal["pile"] = "pile"


@dataclass(frozen=True, slots=True)
class CommentLetter:
    """A seller, `by`, asks a manager to look at a comment of a card and to decide about it."""

    card_id: int
    message: int
    by: int
    type: Literal["comment"] = "comment"


@dataclass(frozen=True, slots=True)
class BreathLetter:
    """A gentle word to a seller whose message to a customer was heated, and what to write next."""

    customer: str | None
    words: tuple[str, ...]
    drafts: tuple[str, ...]
    type: Literal["breath"] = "breath"


@dataclass(frozen=True, slots=True)
class StandInLetter:
    """Somebody is told of a heated card whose seller cannot be reached, or rests; `why` says."""

    card_id: int
    seller_id: int
    why: str
    type: Literal["stand_in"] = "stand_in"


@dataclass(frozen=True, slots=True)
class WaitedLetter:
    """Say which cards have waited since, in seconds, while someone rested or was out of reach."""

    spell: str
    since: float
    type: Literal["waited"] = "waited"


class Nudge(StrEnum):
    """Whom a silence is told, and why: the seller, a manager, or the seller as time runs out."""

    SELLER = "seller"
    MANAGER = "manager"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class SilenceLetter:
    """See whether a tense customer, unanswered `since`, in seconds, waits; nothing is sent."""

    card_id: int
    since: float
    stage: Nudge
    type: Literal["silence"] = "silence"


@dataclass(frozen=True, slots=True)
class NudgeLetter:
    """Remind somebody that a tense customer waits, unless they were answered meanwhile."""

    card_id: int
    since: float
    stage: Nudge
    type: Literal["nudge"] = "nudge"


@dataclass(frozen=True, slots=True)
class CareLetter:
    """A kind word to a seller after abuse, or after several hot talks: `count`, or 0 for abuse."""

    card_id: int
    count: int = 0
    type: Literal["care"] = "care"


@dataclass(frozen=True, slots=True)
class CareNoteLetter:
    """A manager learns, without a sound, that a seller who wished it so has had a hard day."""

    seller_id: int
    type: Literal["care_note"] = "care_note"


@dataclass(frozen=True, slots=True)
class ReminderLetter:
    """The time of a reminder has come, or somebody wants to see it now (`asked`)."""

    reminder_id: int
    asked: bool = False
    type: Literal["reminder"] = "reminder"


@dataclass(frozen=True, slots=True)
class CheckLetter:
    """A trouble has ended well: plan when its seller looks back; nothing is sent."""

    card_id: int
    type: Literal["check"] = "check"


@dataclass(frozen=True, slots=True)
class DigestLetter:
    """A manager's digest of a day is due; it looks at how things stand then, or says nothing."""

    day: date
    due_at: float
    type: Literal["digest"] = "digest"


class Form(StrEnum):
    """What kind of file an export is."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class ExportLetter:
    """A manager gets the figures of some days as files; `with_words` as it was allowed then."""

    form: Form
    first: date
    last: date
    with_words: bool = False
    type: Literal["export"] = "export"


type Body = (
    BreathLetter
    | ReminderLetter
    | CheckLetter
    | CopyLetter
    | CardLetter
    | NoteLetter
    | BriefLetter
    | PassOnLetter
    | RulingLetter
    | InquiryLetter
    | RoomLetter
    | GlanceLetter
    | CommentLetter
    | PileLetter
    | StandInLetter
    | WaitedLetter
    | SilenceLetter
    | NudgeLetter
    | CareLetter
    | CareNoteLetter
    | DigestLetter
    | ExportLetter
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as kept: its number, to whom (a Telegram chat), what, and how often it was tried.

    `revision` grows when a waiting letter is brought up to date. It is from the shop `shop_id`.
    One that is `silent` must not ring: whom it is for rests.
    """

    id: int
    to: int
    body: Body
    attempts: int
    revision: int = 0
    shop_id: int = 1
    silent: bool = False
