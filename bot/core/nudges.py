"""A tense customer waits for an answer: who is reminded of it, when, and when nothing is said.

What a silence is: a card is open that alarms, the customer wrote last, and nobody of the team has
answered since. After the shop's minutes the seller is told (all who were asked, where the card is
nobody's yet); after the shop's minutes more, one manager; and the seller once more before Telegram
closes the chat, 24 hours after the customer's last message. Each of the three comes once for one
silence, however often the customer writes in it; a new one begins with the next answer, with a
card that opens anew an hour after the last of them, or when the customer writes on a day later.

Nothing is said where the customer was answered, the card was closed, muted or dismissed, or the
connection taken away. Once a manager has been called, the hand-over's own clock runs instead.

Quiet hours: whoever rests is not nudged. Where the seller rests, or cannot be written to, a manager
is told at once. Managers are asked who are on duty first, the owner last; where all of them rest,
the one who is up first is told then, if the customer still waits. The word before the chat closes
comes earlier where it would fall into the seller's quiet hours: before these begin.
"""

from math import inf

from bot.core.letters import Letter, Nudge, NudgeLetter, SilenceLetter, Urgency
from bot.core.reach import tell_managers
from bot.core.shelf import Conversation
from bot.core.silences import (
    Patience,
    Silence,
    Waiting,
    Watch,
    awake,
    begins,
    is_with_managers,
    last_awake,
    managers_for,
    seconds_left,
    sellers_of,
    waiting_of,
)
from bot.core.window import BUSINESS_WINDOW_SECONDS

BEFORE_CLOSING_SECONDS = 2 * 3600.0
AGAIN_SECONDS = 15 * 60.0
LEAST_LEFT_SECONDS = 60.0


def listen(board: Watch, conversation: Conversation) -> None:
    """A conversation is kept: where a tense customer now waits in it, the clock runs."""
    silence = begins(board, conversation)
    if silence is None:
        return
    patience = board.silences.patience()
    first = _first(silence, patience, board.now)
    if first is not None:
        _look(board, conversation, silence, *first)
    may_close = conversation.place.connection_id is not None and silence.closing_at is None
    if patience.seller and may_close:
        due_at = max(board.now, _closing_due(board, conversation))
        _look(board, conversation, silence, Nudge.CLOSING, due_at)


def _first(silence: Silence, patience: Patience, now: float) -> tuple[Nudge, float] | None:
    """Who is the next to hear of a silence, and when; a told seller has their minutes once more."""
    if patience.seller and silence.seller_at is None:
        return Nudge.SELLER, now + 60.0 * patience.seller
    if not patience.manager or silence.manager_at is not None:
        return None
    if silence.seller_at is None:
        return Nudge.MANAGER, now + 60.0 * patience.manager
    due_at = silence.seller_at + 60.0 * patience.manager
    return Nudge.MANAGER, max(due_at, now + 60.0 * patience.seller)


def _look(
    board: Watch, conversation: Conversation, silence: Silence, stage: Nudge, due_at: float
) -> None:
    letter = SilenceLetter(silence.card_id, silence.since, stage)
    board.post(conversation.place.seller_id, letter, Urgency.LATER, due_at=due_at)


# The time is over


def look(board: Watch, body: SilenceLetter) -> None:
    """The minutes of a stage are over: whoever is to hear of the silence is written to, once."""
    waiting = waiting_of(board, body.card_id, body.since)
    if waiting is None or waiting.silence.told_at(body.stage) is not None:
        return
    match body.stage:
        case Nudge.SELLER:
            _remind_seller(board, waiting)
        case Nudge.MANAGER:
            _tell_manager(board, waiting)
        case Nudge.CLOSING:
            _warn_of_closing(board, waiting)


def still_waits(board: Watch, body: NudgeLetter, person_id: int) -> Waiting | None:
    """What somebody is to be reminded of, as their nudge is sent; None where nothing is left."""
    waiting = waiting_of(board, body.card_id, body.since)
    if waiting is None:
        return None
    if body.stage is Nudge.CLOSING:
        is_theirs = seconds_left(board, waiting.conversation) >= LEAST_LEFT_SECONDS
    elif body.stage is Nudge.MANAGER:
        is_theirs = board.shop.is_manager(person_id) and not is_with_managers(board, waiting)
    else:
        is_theirs = is_asked(board, waiting, person_id) and not is_with_managers(board, waiting)
    return waiting if is_theirs else None


def nudge_lost(board: Watch, letter: Letter) -> None:
    """A nudge can never reach whom it is for: then a manager is told, or the next one.

    Not while a colleague has it who was asked about the same card, and is awake.
    """
    body = letter.body
    if not isinstance(body, NudgeLetter):
        return
    tell_managers(board, letter.to)
    waiting = waiting_of(board, body.card_id, body.since)
    if waiting is None or body.stage is Nudge.CLOSING:
        return
    if body.stage is Nudge.MANAGER:
        board.silences.untell(waiting.conversation.id, Nudge.MANAGER)
    elif awake(board, (each for each in sellers_of(board, waiting.card) if each != letter.to)):
        return
    _look(board, waiting.conversation, waiting.silence, Nudge.MANAGER, board.now)


def _remind_seller(board: Watch, waiting: Waiting) -> None:
    patience, number = board.silences.patience(), waiting.conversation.id
    if not patience.seller or is_with_managers(board, waiting):
        return
    readers = awake(board, sellers_of(board, waiting.card))
    board.silences.tell(number, Nudge.SELLER)
    for person_id in readers:
        _nudge(board, waiting, Nudge.SELLER, person_id)
    if patience.manager:
        due_at = board.now + (60.0 * patience.manager if readers else 0.0)
        _look(board, waiting.conversation, waiting.silence, Nudge.MANAGER, due_at)


def _tell_manager(board: Watch, waiting: Waiting) -> None:
    """Not while the minutes run that a seller has won by saying that they are on it."""
    patience, silence = board.silences.patience(), waiting.silence
    if not patience.manager or is_with_managers(board, waiting):
        return
    taken_on_until = (silence.taken_on_at or 0.0) + 60.0 * patience.manager
    if taken_on_until > board.now:
        _look(board, waiting.conversation, silence, Nudge.MANAGER, taken_on_until)
        return
    managers = managers_for(board, waiting.card)
    first = next(iter(awake(board, managers)), None)
    if first is not None:
        board.silences.tell(waiting.conversation.id, Nudge.MANAGER)
        _nudge(board, waiting, Nudge.MANAGER, first)
        return
    up_at = min((board.reach.quiet_until(each) or inf for each in managers), default=inf)
    if up_at < inf:
        _look(board, waiting.conversation, silence, Nudge.MANAGER, up_at)


def _warn_of_closing(board: Watch, waiting: Waiting) -> None:
    """To the seller; to a manager who is awake where the seller rests, else without a sound."""
    conversation = waiting.conversation
    due_at, left = _closing_due(board, conversation), seconds_left(board, conversation)
    if not board.silences.patience().seller or left < LEAST_LEFT_SECONDS:
        return
    if due_at > board.now:
        _look(board, conversation, waiting.silence, Nudge.CLOSING, due_at)
        return
    sellers = sellers_of(board, waiting.card)
    readers = awake(board, sellers) or awake(board, managers_for(board, waiting.card))[:1]
    board.silences.tell(conversation.id, Nudge.CLOSING)
    for person_id in readers or board.handovers.reachable(sellers):
        _nudge(board, waiting, Nudge.CLOSING, person_id)


def _closing_due(board: Watch, conversation: Conversation) -> float:
    """When to say that the chat is about to close: before the quiet hours it would fall into."""
    last = board.last_customer_at(conversation) or board.now
    due_at = last + BUSINESS_WINDOW_SECONDS - BEFORE_CLOSING_SECONDS
    rest = board.reach.rest_of(conversation.place.seller_id)
    return last_awake(rest, due_at, board.reach.zone, since=last)


def _nudge(board: Watch, waiting: Waiting, stage: Nudge, person_id: int) -> None:
    to = board.whisper_chat(waiting.card) if person_id == waiting.card.seller_id else person_id
    letter = NudgeLetter(waiting.card.id, waiting.silence.since, stage)
    board.post(to, letter, Urgency.NOW)


# The seller answers the nudge


def is_asked(board: Watch, waiting: Waiting, person_id: int) -> bool:
    """Whether someone is among those who are to answer this customer."""
    card = waiting.card
    return person_id in (*sellers_of(board, card), board.whisper_chat(card))


def take_on(board: Watch, waiting: Waiting) -> None:
    """A seller is on it: the managers' minutes begin anew, the first time they say so."""
    if waiting.silence.taken_on_at is None:
        board.silences.take_on(waiting.conversation.id)


def remind_again(board: Watch, waiting: Waiting, person_id: int) -> None:
    """A seller wants to be reminded a little later; once for however many presses."""
    again_at = waiting.silence.again_at
    if again_at is not None and again_at > board.now:
        return
    due_at = board.now + AGAIN_SECONDS
    board.silences.remind_again(waiting.conversation.id, due_at)
    letter = NudgeLetter(waiting.card.id, waiting.silence.since, Nudge.SELLER)
    board.post(person_id, letter, Urgency.NOW, due_at=due_at)
