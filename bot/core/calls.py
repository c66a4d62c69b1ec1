"""The seller calls, one manager after the other is asked, and the conversation goes on.

Managers are asked in the order of `in_turn`, the owner last: the work is the managers', and whoever
owns the shop need not hear of it while one of them is there. Each has the shop's `handover_minutes`
before the next is asked; the last one may still answer after that. Whoever rests is asked after
those who are awake, and silently; the last who can be asked is rung all the same.
"""

from dataclasses import replace
from enum import StrEnum

from bot.core.card import CardState
from bot.core.handover import (
    Handover,
    Matter,
    Stage,
    Switchboard,
    lapse,
    matter_of,
    redraw,
    tell_seller,
)
from bot.core.letters import BriefLetter, PassOnLetter, Urgency
from bot.core.people import Shop
from bot.core.playbook import StepKind
from bot.core.ruling import Ruling, Verdict
from bot.core.shelf import Card, Conversation


class Called(StrEnum):
    """What a call came to."""

    CALLED = "called"
    ALREADY = "already"
    NO_MANAGER = "no_manager"
    ALL_AWAY = "all_away"


def in_turn(shop: Shop) -> tuple[int, ...]:
    """Whom a seller calls: the managers, then the owner."""
    owner = () if shop.owner_id is None else (shop.owner_id,)
    return (*sorted(shop.manager_ids.difference(owner)), *owner)


# The seller calls


def call(board: Switchboard, card: Card, *, first: int | None = None) -> Called:
    """A seller presses "call the manager"; the card says so.

    A manager who comes by themselves is the `first` to be asked.
    """
    conversation = board.conversation_of(card)
    wanted = _wanted(card)
    live = board.handovers.live_in(conversation.id)
    if live is not None and _is_called_anew(live):
        lapse(board, live)
        live = None
    if live is None:
        return _begin(board, card, conversation, wanted, first)
    if wanted is None or wanted is live.wanted:
        return Called.ALREADY
    amount = conversation.memory.amount
    board.handovers.save(replace(live, card_id=card.id, wanted=wanted, amount=amount))
    redraw(board, live.brief_id, anew=True)
    board.change_card(
        card.id, replace(card.face, manager_called=True, asked_leave=wanted), anew=False
    )
    return Called.CALLED


def _begin(
    board: Switchboard,
    card: Card,
    conversation: Conversation,
    wanted: StepKind | None,
    first: int | None,
) -> Called:
    others = [each for each in in_turn(board.shop) if each != card.seller_id]
    if not others:
        return Called.NO_MANAGER
    handover = Handover(
        id=0,
        conversation_id=conversation.id,
        card_id=card.id,
        stage=Stage.WAITING,
        brief_id=0,
        wanted=wanted,
        amount=conversation.memory.amount,
    )
    first = first or _next_manager(board, card, ())
    if first is None:
        return Called.ALL_AWAY
    _ask(board, replace(handover, id=board.handovers.begin(handover)), first)
    face = replace(card.face, manager_called=True, asked_leave=wanted, ruling=None)
    board.change_card(card.id, face, anew=False)
    return Called.CALLED


def _is_called_anew(live: Handover) -> bool:
    """Whether a call begins from the first manager: nobody answered, or one has but advised."""
    return live.stage is Stage.ADVISED or (live.unanswered and live.stage is Stage.WAITING)


def _wanted(card: Card) -> StepKind | None:
    """The step for which a call asks leave."""
    advice = card.face.advice
    return advice.kind if advice is not None and card.face.needs_manager else None


# The next manager


def pass_on(board: Switchboard, brief_id: int) -> bool:
    """A manager does not answer, or cannot be reached: ask the next, or tell the seller at once.

    False where nobody is left to ask. Nothing happens where the matter is settled or with another.
    """
    matter = matter_of(board, brief_id)
    if matter is None:
        return False
    handover = matter.handover
    is_current = handover.stage is Stage.WAITING and handover.brief_id == brief_id
    if not is_current:
        return True
    if handover.unanswered:
        return False
    following = _next_manager(board, matter.card, _asked(board, handover))
    if following is None:
        _say_unanswered(board, matter)
        return False
    _ask(board, handover, following)
    redraw(board, brief_id)
    return True


def other_left(board: Switchboard, matter: Matter) -> bool:
    """Whether another manager would be asked after the one who is asked now."""
    if matter.handover.unanswered:
        return False
    return _next_manager(board, matter.card, _asked(board, matter.handover)) is not None


def _asked(board: Switchboard, handover: Handover) -> tuple[int, ...]:
    return tuple(each.manager_id for each in board.handovers.briefs(handover.id))


def _next_manager(board: Switchboard, card: Card, asked: tuple[int, ...]) -> int | None:
    order = in_turn(board.shop)
    there, awake = board.handovers.reachable(order), board.handovers.awake(order)
    left = [each for each in order if each in there and each not in (card.seller_id, *asked)]
    return min(left, key=lambda each: each not in awake, default=None)


def _ask(board: Switchboard, handover: Handover, manager_id: int) -> None:
    brief_id = board.handovers.ask(handover.id, manager_id)
    board.handovers.save(replace(handover, brief_id=brief_id))
    board.post(manager_id, BriefLetter(brief_id, anew=True), Urgency.NOW)
    until = board.now + 60.0 * board.shop.handover_minutes
    board.post(manager_id, PassOnLetter(brief_id), Urgency.LATER, due_at=until)


def _say_unanswered(board: Switchboard, matter: Matter) -> None:
    board.handovers.save(replace(matter.handover, unanswered=True))
    ruling = Ruling(Verdict.UNANSWERED)
    face = replace(matter.card.face, manager_called=False, asked_leave=None, ruling=ruling)
    board.change_card(matter.card.id, face, anew=False)
    tell_seller(board, matter, ruling)
    redraw(board, matter.brief.id)


# The conversation goes on


def follow(board: Switchboard, card_id: int, *, anew: bool) -> None:
    """A card has changed: a matter that the seller ended is over; its manager sees the card's news.

    Where the card rings, the brief of whoever took it does. Once the card is closed, a manager who
    advised has nothing left to decide.
    """
    card = board.card(card_id)
    live = board.handovers.live_in(card.conversation_id) if card is not None else None
    if card is None or live is None:
        return
    if card.face.state in (CardState.WORKED, CardState.DISMISSED):
        lapse(board, live)
        return
    if live.stage is Stage.ADVISED:
        if card.id > live.card_id or card.face.state not in (CardState.OPEN, CardState.MUTED):
            board.handovers.save(replace(live, stage=Stage.SETTLED))
        redraw(board, live.brief_id)
        return
    if card.id > live.card_id:
        _move(board, live, card)
    if live.stage is Stage.TAKEN:
        redraw(board, live.brief_id, anew=anew)


def _move(board: Switchboard, live: Handover, card: Card) -> None:
    """The trouble flares up on a new card, while a manager still has the matter."""
    before = board.card(live.card_id)
    board.handovers.save(replace(live, card_id=card.id))
    if before is not None:
        kept = before.face
        face = replace(
            card.face,
            manager_called=kept.manager_called,
            ruling=kept.ruling,
            asked_leave=kept.asked_leave,
        )
        board.redraw_card(card.id, face)
