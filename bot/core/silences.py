"""A silence: a tense customer has written last, and nobody of the team has answered since.

`bot.core.nudges` decides who is reminded of it, and when.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import pairwise
from typing import Protocol

from bot.core.assessment import Tension
from bot.core.calls import in_turn
from bot.core.card import CardState
from bot.core.conversation import Memory
from bot.core.duty import NOBODY, Copies
from bot.core.letters import Nudge
from bot.core.people import Connection
from bot.core.quiet import QUARTER_SECONDS, Rest
from bot.core.reach import Board, Spells
from bot.core.shelf import Card, Conversation
from bot.core.window import BUSINESS_WINDOW_SECONDS

STALE_SECONDS = 24 * 3600.0
LULL_SECONDS = 3600.0
MINUTE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many minutes the seller is nudged, and how many later a manager; 0 is never."""

    seller: int = 10
    manager: int = 20


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence: unanswered `since`, and who was told of it when; times in seconds.

    `since` is when the first of the unanswered messages came that belong together. `taken_on_at` is
    when a seller first said that they are on it, `again_at` when they are reminded as they wished.
    """

    conversation_id: int
    card_id: int
    since: float
    seller_at: float | None = None
    manager_at: float | None = None
    closing_at: float | None = None
    taken_on_at: float | None = None
    again_at: float | None = None

    def told_at(self, stage: Nudge) -> float | None:
        """When somebody was told at a stage; None where nobody was."""
        return {
            Nudge.SELLER: self.seller_at,
            Nudge.MANAGER: self.manager_at,
            Nudge.CLOSING: self.closing_at,
        }[stage]

    @property
    def last_told_at(self) -> float | None:
        """When somebody was last told of it; None where nobody was."""
        told = (self.told_at(stage) for stage in Nudge)
        return max((at for at in told if at is not None), default=None)


class Silences(Protocol):
    """The silences of one shop, as the store keeps them."""

    def patience(self) -> Patience:
        """What the shop wants."""
        ...

    def keep(self, silence: Silence) -> None:
        """Keep a silence as the newest of its conversation, whoever was told of the one before."""
        ...

    def find(self, conversation_id: int) -> Silence | None:
        """The newest of a conversation."""
        ...

    def tell(self, conversation_id: int, stage: Nudge) -> None:
        """Keep that somebody is told now."""
        ...

    def untell(self, conversation_id: int, stage: Nudge) -> None:
        """Keep that nobody was told at a stage after all."""
        ...

    def take_on(self, conversation_id: int) -> None:
        """Keep that a seller says now that they are on it."""
        ...

    def remind_again(self, conversation_id: int, at: float) -> None:
        """Keep when a seller is reminded again."""
        ...


class Rests(Spells, Protocol):
    """When people rest."""

    @property
    def zone(self) -> tzinfo:
        """The shop's clock."""
        ...

    def rest_of(self, person_id: int) -> Rest:
        """When someone rests."""
        ...


class Watch(Board, Protocol):
    """What watching over silences needs of the store, inside one transaction."""

    @property
    def silences(self) -> Silences:
        """The silences of the shop."""
        ...

    @property
    def copies(self) -> Copies:
        """The copies of the shop's cards."""
        ...

    @property
    def reach(self) -> Rests:
        """The rests of the shop's people."""
        ...

    def connection(self, connection_id: str) -> Connection | None:
        """A business connection."""
        ...

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """When the customer last wrote, in seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """A silence that goes on, with all it is about."""

    silence: Silence
    card: Card
    conversation: Conversation


# What goes on


def begins(board: Watch, conversation: Conversation) -> Silence | None:
    """The silence that is to be watched from now on as a conversation is kept, if there is one.

    None where nobody waits, and where it is watched already.
    """
    memory, alarm = conversation.memory, conversation.course.alarm
    if conversation.card_id is None or alarm is None or conversation.course.muted:
        return None
    since = _since(memory)
    if since is None or alarm.tension < Tension.UNEASY or _is_stale(board, conversation):
        return None
    found = Silence(conversation.id, conversation.card_id, since)
    known = board.silences.find(conversation.id)
    silence = _following(known, found, newest=memory.recent[-1].at, now=board.now)
    if silence is not None:
        board.silences.keep(silence)
    return silence


def _since(memory: Memory) -> float | None:
    """Since when a customer waits; what they wrote a day before they wrote on is another matter."""
    if memory.since is None:
        return None
    turns = (past.at for past in memory.customer_turns() if past.at >= memory.since)
    late = (newer for newer, older in pairwise(turns) if newer - older > STALE_SECONDS)
    return next(late, memory.since)


def _following(
    known: Silence | None, found: Silence, *, newest: float, now: float
) -> Silence | None:
    """What is to be watched after the silence `known`; None where that one goes on.

    A card that closes and one that opens anew within `LULL_SECONDS` of a word to somebody, without
    an answer between them, are one silence: who was told is not told again. Later it is another
    trouble, and its silence began with the customer's `newest` message.
    """
    if known is None or known.since < found.since:
        return found
    if known.card_id == found.card_id:
        return None
    told_at = known.last_told_at
    if told_at is None:
        return replace(found, since=known.since)
    if now - told_at < LULL_SECONDS:
        return replace(known, card_id=found.card_id)
    return replace(found, since=newest)


def waiting_of(board: Watch, card_id: int, since: float) -> Waiting | None:
    """A silence that still goes on as it began; nobody else changes it until the commit."""
    card = board.card(card_id)
    if card is None or card.face.state is not CardState.OPEN or card.face.is_quiet:
        return None
    if card.face.comment is not None and card.face.comment.is_deleted:
        return None
    conversation = board.conversation_of(card)
    silence, memory = board.silences.find(conversation.id), conversation.memory
    if silence is None or (silence.card_id, silence.since) != (card_id, since):
        return None
    if memory.since is None or memory.since > since or conversation.card_id != card_id:
        return None
    if _is_stale(board, conversation) or not _is_connected(board, conversation):
        return None
    return Waiting(silence, card, conversation)


def is_with_managers(board: Watch, waiting: Waiting) -> bool:
    """Whether a manager was called in this conversation and has not settled it."""
    return board.handovers.live_in(waiting.conversation.id) is not None


def seconds_left(board: Watch, conversation: Conversation) -> float:
    """How long Aram may still send to a customer as the seller."""
    last = board.last_customer_at(conversation) or board.now
    return last + BUSINESS_WINDOW_SECONDS - board.now


def _is_stale(board: Watch, conversation: Conversation) -> bool:
    """Whether the customer's newest message is so old that it is late for any reminder."""
    recent = conversation.memory.recent
    return not recent or board.now - recent[-1].at > STALE_SECONDS


def _is_connected(board: Watch, conversation: Conversation) -> bool:
    connection_id = conversation.place.connection_id
    if connection_id is None:
        return True
    connection = board.connection(connection_id)
    return connection is not None and connection.is_enabled


# Who hears of it


def sellers_of(board: Watch, card: Card) -> tuple[int, ...]:
    """Whose a card is, or all who were asked, of those who are still of the team."""
    asked = [card.seller_id]
    if card.seller_id == NOBODY:
        copies = board.copies.of(card.id)
        asked = [copy.person_id for copy in copies if copy.missed_at is None]
    return tuple(person_id for person_id in asked if board.shop.is_team(person_id))


def managers_for(board: Watch, card: Card) -> tuple[int, ...]:
    """Those who can be written to: who is on duty first, the owner last; never the sellers."""
    on_duty, sellers = board.reach.on_duty(), sellers_of(board, card)
    order = sorted(
        (each for each in in_turn(board.shop) if each not in sellers),
        key=lambda each: (board.shop.is_owner(each), each not in on_duty),
    )
    there = board.handovers.reachable(tuple(order))
    return tuple(each for each in order if each in there)


def awake(board: Watch, people: Iterable[int]) -> tuple[int, ...]:
    """Those who can be written to and do not rest."""
    asked = tuple(people)
    there = board.handovers.reachable(asked)
    return tuple(each for each in asked if each in there and board.reach.quiet_until(each) is None)


def last_awake(rest: Rest, at: float, zone: tzinfo, *, since: float) -> float:
    """The last moment up to `at` outside someone's quiet hours; `at` itself where there is none.

    It is the last minute before they begin.
    """
    moment = at
    while rest.covers(datetime.fromtimestamp(moment, zone)):
        quarter = moment // QUARTER_SECONDS * QUARTER_SECONDS
        moment = quarter - MINUTE_SECONDS
        if moment <= since:
            return at
    return moment
