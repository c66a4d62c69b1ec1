"""A kind word to a seller alone, after abuse or after several hot talks in an hour.

At most once in some hours, and never to who does not want it. It offers to hand the chat over, and
to let a manager know: nobody hears of it unless the seller says so, and then without the
customer's words, and without a sound.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.assessment import Tension
from bot.core.calls import in_turn
from bot.core.card import CardState
from bot.core.coach import Coach
from bot.core.conversation import Who
from bot.core.duty import NOBODY
from bot.core.letters import CareLetter, CareNoteLetter, Urgency
from bot.core.reach import Board
from bot.core.shelf import Card, Conversation, Place

BETWEEN_CARES_SECONDS = 4 * 3600.0
AFTER_SECONDS = 3 * 60.0
"""So long the seller has the card before their eyes, and nothing else."""
STALE_SECONDS = 900.0
HOT_TALKS = 3
HOT_WITHIN_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class LastCare:
    """When a seller was last told a kind word, and when a manager heard of it; in seconds."""

    at: float | None = None
    told_at: float | None = None

    def is_time(self, at: float) -> bool:
        """Whether another may be."""
        return self.at is None or at - self.at >= BETWEEN_CARES_SECONDS


class Cares(Protocol):
    """The kind words of one shop, as the store keeps them."""

    def wanted_by(self, person_id: int) -> bool:
        """Whether someone wants them."""
        ...

    def last(self, seller_id: int) -> LastCare:
        """The last one to a seller."""
        ...

    def keep(self, seller_id: int) -> None:
        """Keep that one is said now."""
        ...

    def keep_told(self, seller_id: int) -> None:
        """Keep that a manager hears of it now."""
        ...

    def hot_talks(self, seller_id: int, since: float) -> int:
        """In how many conversations of a seller's trouble began that grew heated, since a time."""
        ...


class Bench(Board, Protocol):
    """What care needs of the store, inside one transaction."""

    @property
    def cares(self) -> Cares:
        """The kind words of the shop."""
        ...

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        ...

    def whisper_chat_at(self, place: Place) -> int:
        """The private chat in which the seller of a place is whispered to."""
        ...


@dataclass(frozen=True, slots=True)
class KindWord:
    """What a seller is told: the step of the shop's playbook by which sellers are taken care of.

    `count` is how many hot talks there were, 0 after abuse. `can_hand_over` and `can_tell` say
    whether there is a manager to take the chat, or to know of it.
    """

    card_id: int
    customer: str | None
    count: int
    advice: Advice | None = None
    can_hand_over: bool = False
    can_tell: bool = False


class TellAnswer(StrEnum):
    """What a seller is answered who wants a manager to know; message ids of the locales."""

    TOLD = "care-told"
    ALREADY = "care-told-already"
    NO_MANAGER = "care-no-manager"
    GONE = "care-gone"


def look_after(bench: Bench, conversation: Conversation) -> None:
    """A conversation is kept: where its newest turn was too much for anybody, a word is due."""
    seller_id, recent = conversation.place.seller_id, conversation.memory.recent
    if conversation.course.alarm is None or not recent or seller_id == NOBODY:
        return
    newest = recent[-1]
    is_fresh = bench.now - newest.at <= STALE_SECONDS
    if newest.who is not Who.CUSTOMER or newest.tension < Tension.HEATED or not is_fresh:
        return
    if not bench.cares.wanted_by(seller_id) or not bench.cares.last(seller_id).is_time(bench.now):
        return
    is_abuse = newest.tension is Tension.ABUSIVE
    count = 0 if is_abuse else bench.cares.hot_talks(seller_id, bench.now - HOT_WITHIN_SECONDS)
    if not is_abuse and count < HOT_TALKS:
        return
    bench.cares.keep(seller_id)
    letter = CareLetter(conversation.card_id or 0, count)
    to = bench.whisper_chat_at(conversation.place)
    bench.post(to, letter, Urgency.LATER, due_at=bench.now + AFTER_SECONDS)


def kind_word(bench: Bench, coach: Coach, body: CareLetter, reader: int) -> KindWord | None:
    """The word as it is sent; None where the seller wants none any more."""
    card = bench.card(body.card_id)
    if card is None or not bench.cares.wanted_by(reader):
        return None
    conversation = bench.conversation_of(card)
    showing = coach.ladder.care(conversation.course.showing, any_book=not body.count)
    advice = None
    if showing is not None:
        advice = coach.advise(showing, bench.audience(conversation), conversation.memory)
    is_open = card.face.state is CardState.OPEN
    others = _managers(bench, card.seller_id)
    called = bench.handovers.live_in(conversation.id) is not None
    return KindWord(
        card_id=card.id,
        customer=card.face.customer,
        count=body.count,
        advice=advice,
        can_hand_over=is_open and bool(others) and not called and _is_theirs(bench, card, reader),
        can_tell=bool(others),
    )


def tell_manager(bench: Bench, seller_id: int) -> TellAnswer:
    """A seller agrees that a manager knows: one who is awake, else whoever will read it first."""
    last = bench.cares.last(seller_id)
    if last.at is None or last.is_time(bench.now):
        return TellAnswer.GONE
    if last.told_at is not None and last.told_at >= last.at:
        return TellAnswer.ALREADY
    managers = _managers(bench, seller_id)
    if not managers:
        return TellAnswer.NO_MANAGER
    awake = (each for each in managers if bench.reach.quiet_until(each) is None)
    bench.cares.keep_told(seller_id)
    bench.post(next(awake, managers[0]), CareNoteLetter(seller_id), Urgency.LATER)
    return TellAnswer.TOLD


def _is_theirs(bench: Bench, card: Card, reader: int) -> bool:
    return reader in (card.seller_id, bench.whisper_chat(card))


def _managers(bench: Bench, seller_id: int) -> tuple[int, ...]:
    """Whom a note can reach, the owner last; never the seller."""
    order = tuple(each for each in in_turn(bench.shop) if each != seller_id)
    there = bench.handovers.reachable(order)
    return tuple(each for each in order if each in there)
