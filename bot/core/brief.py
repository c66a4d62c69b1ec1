"""What a manager reads of a hand-over: drawn from what is kept, with the customer's words while
the matter is theirs, and without them as soon as it is not.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.assessment import Tension
from bot.core.calls import other_left
from bot.core.card import Reason
from bot.core.handover import (
    Matter,
    Stage,
    Switchboard,
    matter_of,
    may_allow_refund,
    name_of,
)
from bot.core.playbook import StepKind
from bot.core.ruling import Verdict
from bot.core.shelf import Conversation

LAST_WORDS_IN_BRIEF = 3


class Standing(StrEnum):
    """How a matter stands for the manager of a brief."""

    WAITING = "waiting"
    ADVISED = "advised"
    TAKEN = "taken"
    SETTLED = "settled"
    LAPSED = "lapsed"
    WITH_OTHER = "with_other"
    NO_MANAGER = "no_manager"

    @property
    def is_theirs(self) -> bool:
        """Whether they still have something to decide."""
        return self in (Standing.WAITING, Standing.ADVISED, Standing.TAKEN)


@dataclass(frozen=True, slots=True)
class Briefing:
    """A brief's content: who, what, the course of tension, the steps used, last words.

    `message_id` is the message it is on the manager's screen. `who` has the matter where it is with
    another. `minutes` is how long the manager has, None where nobody would be asked after them.
    `wanted` is the step for which leave is asked, `may_refund` says that a refund may be allowed
    though it is not; `amount` is the sum of either, in toman.
    """

    brief_id: int
    message_id: int | None
    standing: Standing
    seller: str
    customer: str | None
    tension: Tension
    course: tuple[Tension, ...]
    reasons: tuple[Reason, ...]
    steps_used: tuple[StepKind, ...]
    last_words: tuple[str, ...] = ()
    wanted: StepKind | None = None
    may_refund: bool = False
    amount: int | None = None
    verdict: Verdict | None = None
    who: str | None = None
    minutes: int | None = None

    @property
    def is_last_hope(self) -> bool:
        """Whether nobody else would be asked: then it rings even for whoever rests."""
        return self.standing is Standing.WAITING and self.minutes is None


class Archive(Switchboard, Protocol):
    """What briefs need of the store besides what deciding needs."""

    def last_words(self, conversation: Conversation, count: int) -> tuple[str, ...]:
        """The customer's last messages, oldest first."""
        ...


def briefing(archive: Archive, brief_id: int) -> Briefing | None:
    """A brief as it stands; None where there is none."""
    matter = matter_of(archive, brief_id)
    if matter is None:
        return None
    standing = _standing(archive, matter)
    face, conversation, handover = matter.card.face, matter.conversation, matter.handover
    tensions = [past.tension for past in reversed(conversation.memory.customer_turns())]
    words = archive.last_words(conversation, LAST_WORDS_IN_BRIEF) if standing.is_theirs else ()
    now_with = archive.handovers.brief(handover.brief_id)
    may_refund = standing.is_theirs and may_allow_refund(handover, conversation)
    waits = standing is Standing.WAITING and other_left(archive, matter)
    return Briefing(
        brief_id=brief_id,
        message_id=matter.brief.message_id,
        standing=standing,
        seller=name_of(archive, matter.card.seller_id),
        customer=face.customer,
        tension=face.tension,
        course=tuple(tensions),
        reasons=face.reasons if standing.is_theirs else (),
        steps_used=tuple(sorted(conversation.course.used)),
        last_words=words,
        wanted=handover.wanted,
        may_refund=may_refund,
        amount=conversation.memory.amount if may_refund else handover.amount,
        verdict=handover.verdict,
        who=name_of(archive, now_with.manager_id) if now_with is not None else None,
        minutes=archive.shop.handover_minutes if waits else None,
    )


def _standing(archive: Archive, matter: Matter) -> Standing:
    if not archive.shop.is_manager(matter.brief.manager_id):
        return Standing.NO_MANAGER
    if matter.handover.brief_id != matter.brief.id:
        return Standing.WITH_OTHER
    match matter.handover.stage:
        case Stage.WAITING:
            return Standing.WAITING
        case Stage.ADVISED:
            return Standing.ADVISED
        case Stage.TAKEN:
            return Standing.TAKEN
        case Stage.SETTLED:
            return Standing.SETTLED
        case Stage.LAPSED:
            return Standing.LAPSED
