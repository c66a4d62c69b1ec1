"""Whom Aram cannot reach, or should not ring, and who is told instead; each of it said once.

Someone is out of reach who has blocked Aram, has no account any more, or never opened a chat with
it; someone rests as they have said (see `bot.core.quiet`). Either begins a spell, in which things
wait for them. When a card or a brief first fails to reach somebody, the managers learn it, and how
to mend it. A heated card of somebody out of reach or at rest is told, once, to a stand-in: whoever
is on duty, or else a manager. When the spell is over, one line says what is still open; who was out
of reach gets the open cards themselves, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf
from typing import Protocol

from bot.core.assessment import Tension
from bot.core.calls import in_turn
from bot.core.card import CardState
from bot.core.conversation import Channel
from bot.core.duty import NOBODY
from bot.core.handover import Switchboard
from bot.core.letters import (
    Body,
    BriefLetter,
    CardLetter,
    CopyLetter,
    Letter,
    NoteLetter,
    StandInLetter,
    Urgency,
    WaitedLetter,
)
from bot.core.shelf import Card, Conversation, Shelf


class Spell(StrEnum):
    """Why things wait for someone."""

    UNREACHABLE = "unreachable"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open card that waits for someone: of which customer."""

    card_id: int
    customer: str | None


class Spells(Protocol):
    """The spells of one shop's people, as the store keeps them."""

    def quiet_until(self, person_id: int) -> float | None:
        """When the rest of someone ends that goes on now; None where there is none."""
        ...

    def begin(self, person_id: int, spell: Spell) -> bool:
        """Whether a spell begins now; False where it goes on already."""
        ...

    def end(self, person_id: int, spell: Spell) -> float | None:
        """End a spell; since when it went on, or None where it did not."""
        ...

    def waiting(self, person_id: int, since: float) -> tuple[Waiting, ...]:
        """Someone's open cards that have changed since."""
        ...

    def on_duty(self) -> tuple[int, ...]:
        """Who is on duty, the longest first."""
        ...

    def keep_stand_in(self, card_id: int, person_id: int) -> bool:
        """Keep who is told of a card; False where somebody was told of it before."""
        ...

    def forget_stand_in(self, card_id: int) -> None:
        """Nobody was told of a card after all."""
        ...

    def name_of(self, person_id: int) -> str:
        """What the team calls someone; their number where nobody knows."""
        ...


class Board(Switchboard, Protocol):
    """What reaching people needs of the store, inside one transaction."""

    @property
    def reach(self) -> Spells:
        """The spells of the shop's people."""
        ...

    def mark_unreachable(self, person_id: int) -> None:
        """Keep that someone cannot be written to."""
        ...

    def whisper_chat(self, card: Card) -> int:
        """The private chat in which a card's seller is whispered to."""
        ...


class Wire(Shelf, Protocol):
    """What the end of a connection needs of the store."""

    def open_talks_of(self, connection_id: str) -> tuple[Conversation, ...]:
        """The talks with an open card that came by a connection."""
        ...


# Who cannot be reached


def undelivered(board: Board, letter: Letter) -> None:
    """A letter can never reach whom it is for."""
    board.mark_unreachable(letter.to)
    match letter.body:
        case CardLetter(card_id):
            card = board.card(card_id)
            if card is not None:
                tell_managers(board, card.seller_id)
                _call_stand_in(board, card, card.seller_id, Spell.UNREACHABLE)
        case BriefLetter():
            tell_managers(board, letter.to)
        case StandInLetter(card_id, seller_id, why):
            tell_managers(board, letter.to)
            board.reach.forget_stand_in(card_id)
            card = board.card(card_id)
            if card is not None:
                _call_stand_in(board, card, seller_id, Spell(why))
        case _:
            pass


def tell_managers(board: Board, person_id: int) -> None:
    """Something did not reach somebody: the other managers learn it, once until it is mended."""
    if not board.reach.begin(person_id, Spell.UNREACHABLE):
        return
    there = board.handovers.reachable(board.shop.managers)
    name = board.reach.name_of(person_id)
    for manager_id in board.shop.managers:
        if manager_id in there and manager_id != person_id:
            board.post(manager_id, NoteLetter("reach-lost", (("name", name),)), Urgency.SOON)


def come_back(board: Board, person_id: int) -> None:
    """Someone can be written to again: they learn what waited, and their open cards come anew."""
    if board.reach.end(person_id, Spell.UNREACHABLE) is None:
        return
    waiting = board.reach.waiting(person_id, 0.0)
    if not waiting:
        return
    board.post(person_id, WaitedLetter(Spell.UNREACHABLE.value, 0.0), Urgency.NOW)
    for each in waiting:
        card = board.card(each.card_id)
        if card is not None:
            to, letter = _letter_of(board, card, person_id)
            board.post(to, letter, Urgency.NOW)


def _letter_of(board: Board, card: Card, person_id: int) -> tuple[int, Body]:
    if _channel(board, card).is_public:
        return person_id, CopyLetter(card.id, anew=True)
    return board.whisper_chat(card), CardLetter(card.id, anew=True)


def _channel(board: Board, card: Card) -> Channel:
    return board.conversation_of(card).place.channel


# Who rests


def ring(board: Board, card_id: int, readers: Sequence[int]) -> None:
    """A card comes as a new message: for whoever of its readers rests, it waits.

    Where all of them rest, somebody else is told of a heated one.
    """
    resting = [each for each in readers if _let_wait(board, each)]
    card = board.card(card_id) if resting and len(resting) == len(readers) else None
    if card is not None:
        owner = card.seller_id if card.seller_id != NOBODY else resting[0]
        _call_stand_in(board, card, owner, Spell.QUIET)


def _let_wait(board: Board, person_id: int) -> bool:
    """Whether someone rests; when that is over, they learn what has waited."""
    until = board.reach.quiet_until(person_id)
    if until is None:
        return False
    if board.reach.begin(person_id, Spell.QUIET) and until < inf:
        letter = WaitedLetter(Spell.QUIET.value, board.now)
        board.post(person_id, letter, Urgency.SOON, due_at=until)
    return True


def wake(board: Board, letter: Letter, body: WaitedLetter) -> tuple[Waiting, ...]:
    """The hour has come to say what waited: what is still open; nothing where the rest goes on."""
    person_id = letter.to
    if body.spell == Spell.UNREACHABLE:
        return board.reach.waiting(person_id, body.since)
    until = board.reach.quiet_until(person_id)
    if until is not None:
        if until < inf:
            board.post(person_id, body, Urgency.SOON, due_at=until)
        return ()
    since = board.reach.end(person_id, Spell.QUIET)
    if since is None and letter.attempts:  # ended by the attempt that did not arrive
        since = body.since
    return board.reach.waiting(person_id, since) if since is not None else ()


# Who is told instead


def _call_stand_in(board: Board, card: Card, seller_id: int, why: Spell) -> None:
    """Somebody else is told of a heated card, once."""
    if card.face.state is not CardState.OPEN or card.face.tension < Tension.HEATED:
        return
    stand_in = _stand_in_for(board, seller_id)
    if stand_in is not None and board.reach.keep_stand_in(card.id, stand_in):
        board.post(stand_in, StandInLetter(card.id, seller_id, why.value), Urgency.NOW)


def _stand_in_for(board: Board, seller_id: int) -> int | None:
    """Whoever is on duty, else the managers, the owner last; of those reachable and awake."""
    order = (*board.reach.on_duty(), *in_turn(board.shop))
    there = board.handovers.reachable(order)
    free = (
        each
        for each in order
        if each != seller_id and each in there and board.reach.quiet_until(each) is None
    )
    return next(free, None)


# The connection


def follow_connection(wire: Wire, connection_id: str, *, is_enabled: bool, may_send: bool) -> None:
    """A connection was taken away, or its rights have changed: its open cards say so.

    Without the right to reply they cannot be sent from any more; without the connection they close,
    but for those that were muted, which go on where the seller connects again.
    """
    may_send = may_send and is_enabled
    for talk in wire.open_talks_of(connection_id):
        card = wire.card(talk.card_id) if talk.card_id is not None else None
        if card is None:
            continue
        face = card.face
        if not is_enabled and face.state is CardState.OPEN:
            wire.save(replace(talk, course=talk.course.closed(), card_id=None))
            over = replace(face, state=CardState.DISCONNECTED, can_send=False, asking=None)
            wire.change_card(card.id, over, anew=False)
        elif face.can_send is not may_send:
            asking = face.asking if may_send else None
            wire.change_card(card.id, replace(face, can_send=may_send, asking=asking), anew=False)
