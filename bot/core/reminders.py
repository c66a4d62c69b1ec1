"""Private reminders: of what a seller promised, and to look back after a trouble that ended well.

A reminder waits quietly and is told once, when its time has come and nothing speaks against it by
then. Who rests is reminded afterwards; who wants none gets none.
"""

from datetime import datetime, timedelta, tzinfo
from math import inf
from typing import Protocol

from bot.core.letters import Body, Letter, ReminderLetter, Urgency
from bot.core.reminder import Reminder, ReminderBook, State
from bot.core.shelf import Conversation

HOUR = 3600.0
MORNING = 10
OPENS, CLOSES = 9, 21
FRIDAY = 4
GATHER_SECONDS = 600.0
"""Reminders that come so close together come as one message."""


class Rests(Protocol):
    """When people rest."""

    def quiet_until(self, person_id: int) -> float | None:
        """When the rest of someone ends that goes on now; None where there is none."""
        ...


class Board(Protocol):
    """What reminders need of the store, inside one transaction."""

    @property
    def now(self) -> float:
        """The time of the transaction, in seconds."""
        ...

    @property
    def reminders(self) -> ReminderBook:
        """The reminders of the shop."""
        ...

    @property
    def reach(self) -> Rests:
        """When the shop's people rest."""
        ...

    def conversation_numbered(self, conversation_id: int) -> Conversation:
        """A conversation by its number."""
        ...

    def post(self, to: int, body: Body, urgency: Urgency, *, due_at: float | None = None) -> None:
        """Put a letter into the outbox."""
        ...


def ready(board: Board, letter: Letter, body: ReminderLetter) -> Reminder | None:
    """The reminder whose time has come, where it is to be told now; else what follows is done."""
    reminder = board.reminders.find(body.reminder_id)
    if reminder is None or not reminder.is_live:
        return None
    if body.asked:
        return reminder
    if reminder.state is not State.OPEN or reminder.due_at > board.now:
        return None
    if not board.reminders.wanted_by(reminder.person_id, reminder.kind):
        board.reminders.change(reminder.id, State.SKIPPED)
        return None
    if board.conversation_numbered(reminder.conversation_id).course.muted:
        board.reminders.change(reminder.id, State.SKIPPED)
        return None
    until = board.reach.quiet_until(reminder.person_id)
    if until is not None:
        later = until if until < inf else board.now + HOUR
        board.post(letter.to, body, Urgency.LATER, due_at=later)
        return None
    return reminder


def together(board: Board, reminder: Reminder) -> tuple[Reminder, ...]:
    """A promise with the others that are due by now or very soon."""
    waiting = board.reminders.waiting_of(reminder.person_id, board.now + GATHER_SECONDS)
    others = (
        each
        for each in waiting
        if each.id != reminder.id
        and not board.conversation_numbered(each.conversation_id).course.muted
    )
    return (reminder, *others)


def put_off(board: Board, reminder: Reminder, due_at: float) -> None:
    """Remind again at another time."""
    board.reminders.change(reminder.id, State.OPEN, due_at=due_at)
    letter = ReminderLetter(reminder.id)
    board.post(reminder.person_id, letter, Urgency.LATER, due_at=due_at)


def default_due(at: float, zone: tzinfo) -> float:
    """When a promise without a time is due: in two hours, at an hour at which shops work."""
    return in_working_hours(at + 2 * HOUR, zone, since=at)


def in_working_hours(due: float, zone: tzinfo, *, since: float) -> float:
    """The moment itself, or the next morning; no Friday, unless the seller works on that one."""
    moment = datetime.fromtimestamp(due, zone)
    if OPENS <= moment.hour < CLOSES:
        return due
    day = moment.date() + timedelta(days=int(moment.hour >= CLOSES))
    if day.weekday() == FRIDAY and datetime.fromtimestamp(since, zone).date() != day:
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, MORNING, tzinfo=zone).timestamp()


def tomorrow_morning(now: float, zone: tzinfo) -> float:
    """«فردا صبح»: after a short night, the same day's."""
    moment = datetime.fromtimestamp(now, zone)
    day = moment.date() + timedelta(days=int(moment.hour >= 5))
    return datetime(day.year, day.month, day.day, MORNING, tzinfo=zone).timestamp()
