"""Who of the shop gets the card of a customer in a group, and who takes it.

Such a card goes to whoever last answered this customer, else to whoever is on duty, else to every
seller. Where that is one person, the card is theirs at once. Where they are several it is nobody's
yet: each of those asked has a copy on the screen with the button «برمی‌دارم», and the first to
press it, or to answer the customer in the group, owns the card from then on; the other copies
close. It stays one card all the while: the copies are how it is shown, no cards of their own, so
that one trouble counts once.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.core.advice import Audience
from bot.core.card import CardState, Face
from bot.core.coach import Coach
from bot.core.people import Role, Shop
from bot.core.shelf import Card, Conversation

NOBODY = 0
"""Stands for the seller of a card, or of a talk, that belongs to all who are asked."""


class Way(StrEnum):
    """How a card reaches someone: in their private chat, or in the group, shown to them alone."""

    PRIVATE = "private"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Copy:
    """A card as one of those asked has it on their screen; `message_id` is counted by its way.

    `missed_at` says that it could be shown to them in no way, in seconds.
    """

    card_id: int
    person_id: int
    way: Way = Way.PRIVATE
    message_id: int | None = None
    missed_at: float | None = None


def whom_to_ask(
    shop: Shop, on_duty: Collection[int], resting: Collection[int] = ()
) -> tuple[int, ...]:
    """Those on duty, else all sellers, else who leads the shop; whoever rests only if all do."""
    present = tuple(person for person in shop.team if person in on_duty)
    sellers = tuple(person for person in shop.team if shop.role_of(person) is Role.SELLER)
    groups = (present, sellers)
    awake = (tuple(each for each in group if each not in resting) for group in groups)
    return next(filter(None, (*awake, *groups)), shop.managers[:1])


def whom_to_ask_next(shop: Shop, asked: Collection[int]) -> int | None:
    """Who comes after those who could not be reached: a seller, then a manager; None after all."""
    order = (*sorted(shop.seller_ids), *shop.managers)
    return next((person for person in order if person not in asked), None)


class Copies(Protocol):
    """Who has a card on the screen, as the store keeps it."""

    def of(self, card_id: int) -> tuple[Copy, ...]:
        """Everybody's copies of a card."""
        ...

    def miss(self, card_id: int, person_id: int) -> None:
        """Keep that a card can be shown to someone in no way."""
        ...

    def keep_answer(self, key: str, person_id: int) -> None:
        """Keep who has answered the customer of a talk, or took the card to do so."""
        ...


class Takes(Protocol):
    """What taking a card needs of the store, inside one transaction."""

    @property
    def copies(self) -> Copies:
        """The copies of the shop's cards."""
        ...

    def card(self, card_id: int) -> Card | None:
        """A card, or None where there is none."""
        ...

    def conversation_of(self, card: Card) -> Conversation:
        """The conversation a card is about."""
        ...

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        ...

    def give_card(self, card: Card, person_id: int) -> None:
        """Let a card be someone's, and bring every copy of it up to date."""
        ...

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """Change what a card shows and post it, as a new message where `anew`."""
        ...


def take(shelf: Takes, coach: Coach, card_id: int, *, by: int) -> Card | None:
    """Someone takes a card: theirs now, unless somebody was first; None where it is gone."""
    card = shelf.card(card_id)
    if card is None or card.seller_id != NOBODY:
        return card
    shelf.copies.keep_answer(shelf.conversation_of(card).place.key, by)
    return _give(shelf, coach, card, by)


def pass_on(shelf: Takes, coach: Coach, shop: Shop, card_id: int, *, missed: int) -> None:
    """Someone cannot be shown a card: it goes to the others asked, or else to whoever is next."""
    shelf.copies.miss(card_id, missed)
    card = shelf.card(card_id)
    if card is None or card.face.state is not CardState.OPEN:
        return
    if card.seller_id not in (NOBODY, missed):
        return
    copies = shelf.copies.of(card_id)
    there = [copy.person_id for copy in copies if copy.missed_at is None]
    left = [person_id for person_id in there if shop.is_team(person_id)]
    if len(left) > 1:
        if card.seller_id == missed:
            shelf.give_card(card, NOBODY)
        return
    heir = left[0] if left else whom_to_ask_next(shop, [copy.person_id for copy in copies])
    if heir is not None:
        _give(shelf, coach, card, heir)


def _give(shelf: Takes, coach: Coach, card: Card, person_id: int) -> Card:
    """The card is someone's; its words become theirs: in their language, under their name."""
    shelf.give_card(card, person_id)
    given = replace(card, seller_id=person_id)
    conversation = shelf.conversation_of(given)
    showing = conversation.course.showing
    if showing is None or card.face.state is not CardState.OPEN:
        return given
    advice = coach.advise(showing, shelf.audience(conversation), conversation.memory)
    given = replace(given, face=replace(card.face, advice=advice))
    shelf.change_card(card.id, given.face, anew=False)
    return given
