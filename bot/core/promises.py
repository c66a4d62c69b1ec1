"""What a seller promised a customer, until it is kept.

A promise is quiet: it stands on the open card and in `/reminders`, and is told only when its hour
is there and nothing that the seller wrote since looks like keeping it. A newer promise of the same
kind in the same conversation takes the place of the older.
"""

from bot.core.conversation import Channel, Turn, Who
from bot.core.letters import CardLetter, CopyLetter, ReminderLetter, Urgency
from bot.core.promise import ANSWERS, Promise, PromiseEar, Spoken
from bot.core.reminder import Kind, Reminder, State
from bot.core.reminders import HOUR, default_due
from bot.core.shelf import Conversation, Said, Shelf

WORDS_KEPT = 120
_SHORT_SECONDS = 3 * HOUR


class Promises:
    """Listens to what sellers write; implements `bot.core.listener.Overhears`."""

    def __init__(self, ear: PromiseEar) -> None:
        """`ear` reads promises from words."""
        self._ear = ear

    def hear(self, shelf: Shelf, conversation: Conversation, said: Said) -> None:
        """A seller's new message: what it keeps is over, what it promises is kept."""
        by = promiser(said)
        if by is None:
            return
        spoken = self._ear.hear(said.turn.text, said.turn.at, shelf.reminders.zone)
        live = shelf.reminders.live_in(conversation.id, by)
        over = [each for each in live if is_kept(each, said.turn, spoken)]
        for each in over:
            shelf.reminders.change(each.id, State.KEPT)
        if _promise(shelf, conversation, said, by, spoken.promises) or over:
            show(shelf, conversation, by)

    def hear_edited(self, shelf: Shelf, conversation: Conversation, said: Said) -> None:
        """A seller's edited message: its promises are those of its new words."""
        by = promiser(said)
        if by is None:
            return
        before = shelf.reminders.of_message(conversation.id, said.message_id)
        spoken = self._ear.hear(said.turn.text, said.turn.at, shelf.reminders.zone)
        for each in before:
            shelf.reminders.change(each.id, State.WITHDRAWN)
        now = shelf.reminders.now
        ahead = tuple(each for each in spoken.promises if (each.due_at or now) >= now)
        if _promise(shelf, conversation, said, by, ahead) or before:
            show(shelf, conversation, by)


def promiser(said: Said) -> int | None:
    """Who promised: whoever wrote it, and in a private chat its seller."""
    if said.turn.who is not Who.SELLER:
        return None
    if said.by is not None:
        return said.by
    return None if said.place.channel.is_public else said.place.seller_id


def is_kept(reminder: Reminder, turn: Turn, spoken: Spoken) -> bool:
    """Whether a later message of the seller's looks like keeping a promise.

    Pictures and files keep what is sent or paid. To tell is kept by telling, but not long before
    its time; whoever promises again has not told yet.
    """
    if reminder.act in spoken.done or turn.media is not None:
        return True
    answers = reminder.act in ANSWERS
    if not answers and not reminder.is_soon:
        return False
    if answers and spoken.done:
        return True
    if spoken.promises or not spoken.is_telling:
        return False
    wait = reminder.due_at - reminder.made_at
    return wait <= _SHORT_SECONDS or turn.at >= reminder.made_at + wait / 2


def _promise(
    shelf: Shelf, conversation: Conversation, said: Said, by: int, promises: tuple[Promise, ...]
) -> bool:
    """Keep promises; an earlier one of the same kind is replaced."""
    if not promises or conversation.course.muted:
        return False
    if not shelf.reminders.wanted_by(by, Kind.PROMISE):
        return False
    earlier = shelf.reminders.live_in(conversation.id, by)
    for promise in promises:
        for each in earlier:
            if _is_same(each, promise):
                shelf.reminders.change(each.id, State.REPLACED)
        due = promise.due_at
        if due is None:
            due = default_due(said.turn.at, shelf.reminders.zone)
        kept = Promise(promise.act, promise.words[:WORDS_KEPT], due, promise.is_soon)
        number = shelf.reminders.keep_promise(conversation.id, said.message_id, by, kept)
        if number is not None:
            shelf.post(by, ReminderLetter(number), Urgency.LATER, due_at=due)
    return True


def _is_same(reminder: Reminder, promise: Promise) -> bool:
    both_answer = reminder.act in ANSWERS and promise.act in ANSWERS
    return reminder.act is promise.act or both_answer


def show(shelf: Shelf, conversation: Conversation, by: int) -> None:
    """Bring the open card up to date, without a sound; a group's on the promiser's screen alone."""
    if conversation.card_id is None:
        return
    if conversation.place.channel.is_public:
        shelf.post(by, CopyLetter(conversation.card_id, anew=False), Urgency.SOON)
    elif conversation.place.channel is Channel.CHAT:
        to = shelf.whisper_chat_at(conversation.place)
        shelf.post(to, CardLetter(conversation.card_id, anew=False), Urgency.SOON)
