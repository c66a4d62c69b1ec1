"""The card: what is on the seller's screen, as data; a locale and a handler turn it into text."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from bot.core.advice import Advice
from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.comments import Comment
from bot.core.playbook import StepKind
from bot.core.ruling import Ruling

QUOTE_LENGTH = 200
REASONS_SHOWN = 3
WORDS_SHOWN = 2
OWN_SITUATION = "own_situation"
WORDING = "wording"
"""A signal of trained models, whose words end anywhere: it tells little beside any other."""
_THE_SAME = 0.9


class CardState(StrEnum):
    """What has become of a card."""

    OPEN = "open"
    CALMED = "calmed"
    WORKED = "worked"
    DISMISSED = "dismissed"
    MUTED = "muted"
    DISCONNECTED = "disconnected"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why Aram speaks: a signal's name, the words that gave it, the situation it shows."""

    name: str
    words: tuple[str, ...] = ()
    situation: Situation | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """Everything a card shows: who and how heated, their words, why Aram speaks, the step now.

    `asking` holds a draft that the seller is asked to confirm, `sending` one on its way, `sent` the
    one that was sent as the seller, until the next is asked about. `manager_called` says
    that a manager has the brief. `turn_id` is the customer's turn that it is about, `taught`
    says that its dismissal has become a lesson. `ruling` is what came of the newest call,
    `asked_leave` the step for which it asks leave, `allowed_by` who gave leave for the step shown.
    `comment` stands where the card is about words below a post. One that `is_quiet` alarms nobody.
    """

    customer: str | None
    tension: Tension
    quote: str
    reasons: tuple[Reason, ...]
    advice: Advice | None
    state: CardState = CardState.OPEN
    can_send: bool = False
    manager_called: bool = False
    asking: str | None = None
    sending: str | None = None
    sent: str | None = None
    turn_id: int | None = None
    taught: bool = False
    ruling: Ruling | None = None
    asked_leave: StepKind | None = None
    allowed_by: str | None = None
    comment: Comment | None = None
    is_quiet: bool = False

    @property
    def needs_manager(self) -> bool:
        """Whether the step shown waits for a manager's leave."""
        return self.advice is not None and self.advice.needs_manager and self.allowed_by is None

    @property
    def may_call(self) -> bool:
        """Whether calling the manager would tell them something new."""
        if not self.manager_called:
            return True
        kind = self.advice.kind if self.advice is not None else None
        return self.needs_manager and kind is not self.asked_leave


def reasons_of(assessment: Assessment) -> tuple[Reason, ...]:
    """The few reasons to speak that say most.

    The shop's own situations, then the other situations found, then the weightiest signals; the
    wording as a whole only where nothing else is named.
    """
    positive = [signal for signal in assessment.fired() if signal.weight > 0]
    named = [_situation(situation, positive) for situation in assessment.situations]
    others = [
        Reason(signal.name, signal.words[:WORDS_SHOWN])
        for signal in positive
        if signal.situation is None and signal.telling
    ]
    own = [reason for reason in others if reason.name == OWN_SITUATION]
    known = {OWN_SITUATION, WORDING} if own or named else {OWN_SITUATION}
    rest = [reason for reason in others if reason.name not in known]
    return (*own, *named, *rest)[:REASONS_SHOWN]


def _situation(situation: Situation, signals: list[Signal]) -> Reason:
    """A situation with the customer's words that showed it."""
    mine = [signal for signal in signals if signal.situation is situation]
    telling = [signal for signal in mine if signal.name != WORDING] or mine
    words = dict.fromkeys(word for signal in telling for word in signal.words)
    return Reason(situation.value, _longest(tuple(words))[:WORDS_SHOWN], situation)


def _longest(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words that are part of longer ones beside them say nothing more."""
    return tuple(one for one in words if not any(one != other and one in other for other in words))


def shorten(text: str, limit: int = QUOTE_LENGTH) -> str:
    """A customer's words in at most `limit` characters, cut between words unless one is endless."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    words = cut.rsplit(" ", 1)[0]
    return (words if len(words) > limit // 2 else cut) + "…"


def draft_sent(advice: Advice | None, text: str) -> str | None:
    """The mark of the draft on a card that a seller's message is, but for small edits; or None."""
    if advice is None:
        return None
    sent = _letters(text)
    likeness = ((_likeness(_letters(draft), sent), mark) for draft, mark in _marked(advice))
    alike, mark = max(likeness, default=(0.0, None))
    return mark if alike >= _THE_SAME else None


def _marked(advice: Advice) -> Iterable[tuple[str, str]]:
    return zip(advice.drafts, advice.marks, strict=False)  # cards of older versions have no marks


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1; 0 at once where they cannot be the same."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _THE_SAME or matcher.quick_ratio() < _THE_SAME:
        return 0.0
    return matcher.ratio()
