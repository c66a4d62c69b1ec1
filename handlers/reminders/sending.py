"""Looking back, sent as the seller after one question; and how reminders end."""

from dataclasses import dataclass

from aiogram import Bot

from bot.core.conversation import Turn, Who
from bot.core.followup import check_of, may_send_now
from bot.core.force import Force
from bot.core.listener import Listener
from bot.core.press import Answer, Outgoing
from bot.core.promise import PromiseEar
from bot.core.promises import show as show_on_card
from bot.core.reminder import Reminder, State
from bot.core.shelf import Said
from bot.core.wording import has_blank
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.as_seller import send_as_seller
from handlers.reminders.screens import ReminderButton, ReminderChoice, draw_over
from handlers.reminders.telling import draw_live
from handlers.writing import Drawn

GONE = "reminder-gone"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a press is answered with, and what its message becomes, where that changes."""

    answer: str
    drawn: Drawn | None = None


def sending(
    books: Books,
    force: Force,
    ear: PromiseEar,
    reminder: Reminder,
    said: ReminderButton,
    locale: Locale,
) -> Shown | Outgoing:
    """A draft is asked about, confirmed, or put back."""
    if reminder.state is State.SENDING:
        return Shown(Answer.UNSURE)
    check = check_of(books, force.coach, ear, reminder)
    if check is None:
        books.reminders.change(reminder.id, State.SKIPPED)
        return Shown("reminder-needless", over(books, reminder, "reminder-over-needless", locale))
    match said.choice:
        case ReminderChoice.ASK:
            drafts = check.advice.drafts
            if not 0 <= said.draft < len(drafts):
                return Shown(GONE)
            if has_blank(drafts[said.draft]):
                return Shown(Answer.FILL_BLANK)
            if not check.can_send:
                is_late = books.can_send(check.conversation)
                return Shown(Answer.WINDOW_CLOSED if is_late else Answer.MAY_NOT_SEND)
            books.reminders.change(reminder.id, State.ASKING, draft=drafts[said.draft])
        case ReminderChoice.SEND if reminder.state is State.ASKING and reminder.draft:
            place = check.conversation.place
            if place.connection_id is None or not may_send_now(books, check.conversation):
                return Shown(Answer.MAY_NOT_SEND)
            books.reminders.change(reminder.id, State.SENDING, draft=reminder.draft)
            return Outgoing(place.connection_id, place.chat_id, reminder.draft)
        case ReminderChoice.SEND:
            return Shown(Answer.CHANGED)
        case _:
            books.reminders.change(reminder.id, State.TOLD)
    changed = books.reminders.find(reminder.id) or reminder
    return Shown(Answer.DONE, draw_live(books, force.coach, ear, changed, locale))


async def deliver(
    bot: Bot,
    ledger: Ledger,
    listener: Listener,
    number: int,
    outgoing: Outgoing,
    locale: Locale,
) -> Shown:
    """Send a look back as the seller, at most once; what Telegram refuses is explained."""
    sent = await send_as_seller(bot, outgoing)
    if sent is Answer.UNSURE:
        return await unsure(ledger, number)
    if isinstance(sent, Answer):
        return await _not_sent(ledger, number, sent)
    at, message_id = sent.date.timestamp(), sent.message_id

    def keep(books: Books) -> Shown:
        reminder = books.reminders.find(number)
        if reminder is None:
            return Shown(GONE)
        place = books.conversation_numbered(reminder.conversation_id).place
        end(books, reminder, State.DONE)
        turn = Turn(Who.SELLER, outgoing.text, at, channel=place.channel)
        listener.hear(books, Said(place, turn, message_id))
        return Shown(Answer.SENDING, over(books, reminder, "reminder-over-sent", locale))

    return await ledger.write(keep)


async def unsure(ledger: Ledger, number: int) -> Shown:
    """A connection broke, or a crash came between: never send twice, let the seller look."""

    def look(books: Books) -> Shown:
        reminder = books.reminders.find(number)
        match reminder.state if reminder is not None else None:
            case State.SENDING:
                books.reminders.change(number, State.TOLD)
                return Shown(Answer.UNSURE)
            case State.DONE:
                return Shown(Answer.SENDING)
            case None:
                return Shown(GONE)
            case _:
                return Shown(Answer.CHANGED)

    return await ledger.write(look)


async def _not_sent(ledger: Ledger, number: int, answer: Answer) -> Shown:
    await ledger.write(lambda books: books.reminders.change(number, State.TOLD))
    return Shown(answer)


def end(books: Books, reminder: Reminder, state: State) -> None:
    """A reminder is over."""
    books.reminders.change(reminder.id, state)
    bring_to_card(books, reminder)


def bring_to_card(books: Books, reminder: Reminder) -> None:
    """The open card of its conversation says what is left."""
    conversation = books.conversation_numbered(reminder.conversation_id)
    show_on_card(books, conversation, reminder.person_id)


def over(books: Books, reminder: Reminder, words: str, locale: Locale) -> Drawn:
    """What has become of a reminder, in words."""
    return draw_over(reminder, words, books.now, books.reminders.zone, locale)
