"""The two-minute check: some days after a trouble that ended well, the seller asks how things are.

When the playbook's `follow_up` has passed, the seller alone is reminded, with words ready. Not so
where the customer has come back angry, wants to leave, or was asked already; nor twice in a week
for one customer.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.assessment import Situation, Tension
from bot.core.card import CardState, Face, draft_sent
from bot.core.coach import Coach
from bot.core.duty import NOBODY
from bot.core.letters import CheckLetter, ReminderLetter, Urgency
from bot.core.promise import PromiseEar
from bot.core.reminder import Kind, Reminder, State
from bot.core.reminders import Board, in_working_hours
from bot.core.shelf import Card, Conversation
from bot.core.trouble import Outcome, Trouble
from bot.core.window import BUSINESS_WINDOW_SECONDS

PLAN_SECONDS = 60.0
WEEK_SECONDS = 7 * 86_400.0
MARGIN_SECONDS = 300.0
WELL = frozenset({Outcome.CALMED, Outcome.REFUNDED})


class Troubles(Protocol):
    """The troubles of a shop."""

    def trouble(self, trouble_id: int) -> Trouble | None:
        """One of this shop."""
        ...


class CheckBoard(Board, Protocol):
    """What looking back needs of the store besides what reminders need."""

    @property
    def figures(self) -> Troubles:
        """The troubles of the shop."""
        ...

    def card(self, card_id: int) -> Card | None:
        """A card, or None where there is none."""
        ...

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        ...

    def can_send(self, conversation: Conversation) -> bool:
        """Whether Aram may write to this customer as the seller."""
        ...

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """When the customer last wrote, in seconds."""
        ...

    def seller_words(self, conversation: Conversation, since: float) -> tuple[str, ...]:
        """What the team has written in a conversation since a time, in seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Check:
    """A look back that is due: at which talk, with which words; `can_send` as the seller."""

    reminder: Reminder
    conversation: Conversation
    advice: Advice
    can_send: bool


def look_back_at(board: CheckBoard, card_id: int, face: Face) -> None:
    """A card has closed well: a letter plans when to look back, by the playbooks then in force."""
    if face.state not in (CardState.CALMED, CardState.WORKED) or face.asking or face.sending:
        return
    card = board.card(card_id)
    if card is not None and card.seller_id != NOBODY:
        letter = CheckLetter(card_id)
        board.post(card.seller_id, letter, Urgency.LATER, due_at=board.now + PLAN_SECONDS)


def plan(board: CheckBoard, coach: Coach, letter: CheckLetter, to: int) -> None:
    """Keep when to look back at a trouble, where its playbook says so."""
    trouble, card = board.figures.trouble(letter.card_id), board.card(letter.card_id)
    if trouble is None or card is None or trouble.outcome not in WELL:
        return
    if trouble.calmed_at is None or not board.reminders.wanted_by(to, Kind.CHECK):
        return
    is_heated = trouble.peak >= Tension.HEATED
    wait = coach.ladder.follow_up_seconds(trouble.playbook, is_heated=is_heated)
    if wait is None:
        return
    at = trouble.calmed_at
    due = in_working_hours(at + wait, board.reminders.zone, since=at)
    number = board.reminders.keep_check(card.conversation_id, card.id, to, due)
    if number is not None:
        board.post(to, ReminderLetter(number), Urgency.LATER, due_at=due)


def check_of(board: CheckBoard, coach: Coach, ear: PromiseEar, reminder: Reminder) -> Check | None:
    """A look back as it stands now; None where there is nothing to ask, or no words for it."""
    trouble = board.figures.trouble(reminder.card_id or 0)
    conversation = board.conversation_numbered(reminder.conversation_id)
    if trouble is None or not _is_at_peace(conversation, trouble):
        return None
    last = board.reminders.last_check(conversation.place.customer_id, reminder.id)
    if last is not None and board.now - last < WEEK_SECONDS:
        return None
    showing = coach.ladder.follow_up(trouble.playbook)
    audience = board.audience(conversation)
    advice = coach.advise(showing, audience, conversation.memory) if showing else None
    if advice is None or _has_asked(board, ear, conversation, trouble, advice):
        return None
    return Check(reminder, conversation, advice, may_send_now(board, conversation))


def may_send_now(board: CheckBoard, conversation: Conversation) -> bool:
    """Whether Telegram lets Aram write as the seller: a day from the customer's last message."""
    last = board.last_customer_at(conversation)
    if last is None or not board.can_send(conversation):
        return False
    return board.now - last < BUSINESS_WINDOW_SECONDS - MARGIN_SECONDS


def skip(board: CheckBoard, reminder: Reminder) -> None:
    """There was nothing to look back at."""
    board.reminders.change(reminder.id, State.SKIPPED)


def _is_at_peace(conversation: Conversation, trouble: Trouble) -> bool:
    """Whether the trouble ended well, and nothing has come since."""
    newest = next(iter(conversation.memory.customer_turns()), None)
    is_leaving = newest is not None and Situation.LEAVING in newest.situations
    return (
        trouble.outcome in WELL
        and conversation.card_id is None
        and conversation.trouble_id in (None, trouble.id)
        and not conversation.course.muted
        and conversation.memory.tension < Tension.HEATED
        and not is_leaving
    )


def _has_asked(
    board: CheckBoard, ear: PromiseEar, conversation: Conversation, trouble: Trouble, advice: Advice
) -> bool:
    """Whether the seller has asked how things are since."""
    since, zone = trouble.calmed_at or trouble.opened_at, board.reminders.zone
    return any(
        draft_sent(advice, words) is not None or ear.hear(words, board.now, zone).asks_after
        for words in board.seller_words(conversation, since)
    )
