"""A hand-over as data: a seller calls the manager, one after the other is asked, and one decides.

`bot.core.calls` moves it from manager to manager, `bot.core.decisions` is what they answer. All of
it runs inside one transaction of the store, which is what `Switchboard` stands for.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.core.assessment import Situation
from bot.core.card import Face
from bot.core.letters import Body, BriefLetter, RulingLetter, Urgency
from bot.core.people import Person, Shop
from bot.core.playbook import StepKind
from bot.core.ruling import Ruling, Verdict
from bot.core.shelf import Card, Conversation


class Stage(StrEnum):
    """Where a hand-over stands; `LAPSED` is one that the seller ended alone.

    `ADVISED` waits for nobody, but the leave that was asked for may still be given, or not.
    """

    WAITING = "waiting"
    ADVISED = "advised"
    TAKEN = "taken"
    SETTLED = "settled"
    LAPSED = "lapsed"

    @property
    def is_live(self) -> bool:
        """Whether a manager still has something to do."""
        return self in (Stage.WAITING, Stage.ADVISED, Stage.TAKEN)


@dataclass(frozen=True, slots=True)
class Handover:
    """A hand-over as kept: `brief_id` is the brief of the manager asked last.

    `wanted` is the step for which leave is asked, `amount` the sum in toman then spoken of.
    `unanswered` says that everybody's time is over.
    """

    id: int
    conversation_id: int
    card_id: int
    stage: Stage
    brief_id: int
    wanted: StepKind | None = None
    amount: int | None = None
    unanswered: bool = False
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A manager who was asked, and which message on their screen it is."""

    id: int
    handover_id: int
    manager_id: int
    message_id: int | None = None


class Handovers(Protocol):
    """The shop's hand-overs as kept."""

    def begin(self, handover: Handover) -> int:
        """Keep a new one; its number."""
        ...

    def save(self, handover: Handover) -> None:
        """Keep where it stands."""
        ...

    def ask(self, handover_id: int, manager_id: int) -> int:
        """Keep that a manager is asked now; the number of their brief."""
        ...

    def find(self, handover_id: int) -> Handover | None:
        """One of this shop."""
        ...

    def brief(self, brief_id: int) -> Brief | None:
        """One of this shop."""
        ...

    def briefs(self, handover_id: int) -> tuple[Brief, ...]:
        """Of everyone who was asked, in their order."""
        ...

    def live_in(self, conversation_id: int) -> Handover | None:
        """The conversation's, where a manager still has something to do."""
        ...

    def reachable(self, people: tuple[int, ...]) -> frozenset[int]:
        """Those who have started Aram and did not block it."""
        ...

    def awake(self, people: tuple[int, ...]) -> frozenset[int]:
        """Those who do not rest now."""
        ...

    def keep_decision(self, by: int, verdict: Verdict, seller: str) -> None:
        """Keep a decision among the deeds that the owner can look up."""
        ...


class Switchboard(Protocol):
    """What hand-overs need of the store."""

    @property
    def now(self) -> float:
        """The time of this transaction, in seconds."""
        ...

    @property
    def shop(self) -> Shop:
        """Whose they are."""
        ...

    @property
    def handovers(self) -> Handovers:
        """The hand-overs."""
        ...

    def card(self, card_id: int) -> Card | None:
        """A card; nobody else changes what concerns its conversation until the commit."""
        ...

    def conversation_of(self, card: Card) -> Conversation:
        """The conversation a card is about."""
        ...

    def save(self, conversation: Conversation) -> None:
        """Keep memory, course and the open card's number."""
        ...

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """Change what a card shows and post it."""
        ...

    def redraw_card(self, card_id: int, face: Face) -> None:
        """Change what a card shows, without a letter."""
        ...

    def whisper_chat(self, card: Card) -> int:
        """The private chat in which a card's seller is whispered to."""
        ...

    def person(self, person_id: int) -> Person | None:
        """Someone of the team."""
        ...

    def post(self, to: int, body: Body, urgency: Urgency, *, due_at: float | None = None) -> None:
        """Put a letter into the outbox, due now or at a later time, in seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Matter:
    """A brief with all it is about; `card` is the seller's newest in the conversation."""

    brief: Brief
    handover: Handover
    card: Card
    conversation: Conversation


def matter_of(board: Switchboard, brief_id: int) -> Matter | None:
    """All that a brief is about, as it is now; nobody else changes it until the commit."""
    brief = board.handovers.brief(brief_id)
    known = board.handovers.find(brief.handover_id) if brief is not None else None
    card = board.card(known.card_id) if known is not None else None
    if brief is None or card is None:
        return None
    conversation = board.conversation_of(card)
    if conversation.card_id is not None and conversation.card_id != card.id:
        card = board.card(conversation.card_id) or card
    handover = board.handovers.find(brief.handover_id)  # again: now it is ours alone
    return Matter(brief, handover, card, conversation) if handover is not None else None


def may_allow_refund(handover: Handover, conversation: Conversation) -> bool:
    """Whether a manager may allow a refund that the seller has not asked leave for.

    The customer wants the money back, and it was neither allowed nor offered yet.
    """
    memory, course = conversation.memory, conversation.course
    wants_money = dict(memory.seen).get(Situation.REFUND_DEMAND, 0) > 0
    is_over = StepKind.OFFER_REFUND in course.used
    is_over |= course.allowed_by(StepKind.OFFER_REFUND, memory.amount) is not None
    return handover.wanted is None and wants_money and not is_over


def tell_seller(
    board: Switchboard, matter: Matter, ruling: Ruling, *, words: str | None = None
) -> None:
    """A private message to the seller: what came of their call."""
    asked = ruling.verdict in (Verdict.ALLOWED, Verdict.REFUSED)
    body = RulingLetter(
        ruling,
        matter.card.face.customer,
        kind=matter.handover.wanted if asked else None,
        words=words,
    )
    board.post(board.whisper_chat(matter.card), body, Urgency.NOW)


def lapse(board: Switchboard, handover: Handover) -> None:
    """The seller has ended the matter alone."""
    board.handovers.save(replace(handover, stage=Stage.LAPSED))
    redraw(board, handover.brief_id)


def redraw(board: Switchboard, brief_id: int, *, anew: bool = False) -> None:
    """Bring a brief on its manager's screen up to date, as a new message where `anew`."""
    brief = board.handovers.brief(brief_id)
    if brief is not None:
        board.post(brief.manager_id, BriefLetter(brief_id, anew=anew), Urgency.NOW)


def name_of(board: Switchboard, person_id: int) -> str:
    """What someone of the team is called."""
    person = board.person(person_id)
    return person.first_name if person is not None else str(person_id)
