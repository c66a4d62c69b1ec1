"""What sellers answer when they are reminded; /reminders, and other times by reply."""

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, Update

from bot.core.force import Force
from bot.core.letters import ReminderLetter, Urgency
from bot.core.listener import Listener
from bot.core.press import Answer, Outgoing
from bot.core.promise import PromiseEar
from bot.core.reminder import Kind, Reminder, State
from bot.core.reminders import HOUR, put_off, tomorrow_morning
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.keyboards import carried_by
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.reminders.screens import (
    ListChoice,
    ReminderButton,
    ReminderChoice,
    RemindersButton,
    draw_list,
)
from handlers.reminders.sending import (
    GONE,
    Shown,
    bring_to_card,
    deliver,
    end,
    over,
    sending,
    unsure,
)
from handlers.reminders.telling import draw_live
from handlers.screens import show, tell
from handlers.seller import ALERTS
from handlers.sending import send
from handlers.turns import clean, is_private
from handlers.writing import Drawn, one_direction

SWITCHES = {ListChoice.PROMISES: Kind.PROMISE, ListChoice.CHECKS: Kind.CHECK}
NOT_STARTED = "reminder-start-first"
_ALERTS = frozenset({*ALERTS, GONE, NOT_STARTED})


def build_router() -> Router:
    """Before whatever else takes a private text: a reply to a reminder names another time."""
    router = Router(name="reminders")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_reminders, is_private, Command("reminders"))
    router.message.register(on_other_time, is_private, is_reply_to_reminder)
    router.callback_query.register(on_reminder_button, ReminderButton.filter())
    router.callback_query.register(on_list_button, RemindersButton.filter())
    return router


async def on_reminders(
    message: Message, event_update: Update, ledger: Ledger, locale: Locale
) -> None:
    """One's open reminders."""

    def look(books: Books) -> Drawn:
        return listed(books, message.chat.id, locale)

    drawn = await ledger.write_then_look(
        event_update.update_id, lambda books: meet(books, message), look
    )
    await send(message, drawn)


async def is_reply_to_reminder(message: Message) -> dict[str, int] | bool:
    """A filter: on which reminder a text replies."""
    answered, text = message.reply_to_message, message.text or ""
    if answered is None or not text.strip() or text.startswith("/"):
        return False
    said = carried_by(answered, ReminderButton)
    on_card = said and said[0].choice is ReminderChoice.OPEN
    return {"reminder_id": said[0].number} if said and not on_card else False


async def on_other_time(
    message: Message,
    reminder_id: int,
    event_update: Update,
    ledger: Ledger,
    promise_ear: PromiseEar,
    locale: Locale,
) -> None:
    """«پنجشنبه عصر»: a reminder waits until then."""
    words, by = clean(message.text or ""), message.chat.id

    def change(books: Books) -> Drawn | str:
        reminder = _held(books, reminder_id, by)
        if not isinstance(reminder, Reminder):
            return reminder
        due = promise_ear.time_in(words, books.now, books.reminders.zone)
        if due is None:
            return "reminder-not-understood"
        return _later(books, reminder, due, locale)

    said = await ledger.write_once(event_update.update_id, change)
    if isinstance(said, Drawn):
        await send(message, said)
    elif said is not None:
        text = one_direction(locale.say(said), locale)
        await message.answer(text, parse_mode=ParseMode.HTML)


async def on_reminder_button(
    query: CallbackQuery,
    callback_data: ReminderButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    listener: Listener,
    force: Force,
    promise_ear: PromiseEar,
    locale: Locale,
) -> None:
    """Done, later, no promise at all; a look back is sent after it was asked about once."""
    said, by = callback_data, query.from_user.id

    def carry_out(books: Books) -> Shown | Outgoing:
        reminder = _held(books, said.number, by)
        if not isinstance(reminder, Reminder):
            return Shown(reminder)
        if said.choice is ReminderChoice.OPEN:
            if not books.handovers.reachable((by,)):
                return Shown(NOT_STARTED)
            books.post(by, ReminderLetter(reminder.id, asked=True), Urgency.NOW)
            return Shown(Answer.DONE)
        if reminder.kind is Kind.CHECK and said.choice in _ASKING:
            return sending(books, force, promise_ear, reminder, said, locale)
        return _settle(books, reminder, said.choice, locale)

    def as_it_stands(books: Books) -> Drawn | None:
        reminder = _held(books, said.number, by)
        if not isinstance(reminder, Reminder):
            return None
        return draw_live(books, force.coach, promise_ear, reminder, locale)

    result = await ledger.write_once(event_update.update_id, carry_out)
    if isinstance(result, Outgoing):
        result = await deliver(bot, ledger, listener, said.number, result, locale)
    elif result is None and said.choice is ReminderChoice.SEND:
        result = await unsure(ledger, said.number)
    if result is None:
        return
    if said.choice is ReminderChoice.SEND and result.drawn is None:
        result = replace(result, drawn=await ledger.write(as_it_stands))
    await _answer(query, result, locale)


async def on_list_button(
    query: CallbackQuery,
    callback_data: RemindersButton,
    event_update: Update,
    ledger: Ledger,
    force: Force,
    promise_ear: PromiseEar,
    locale: Locale,
) -> None:
    """Something in one's list, or one of its switches."""
    said, by = callback_data, query.from_user.id

    def carry_out(books: Books) -> Shown:
        if books.roster.role_of(by) is None:
            return Shown(Answer.NOT_YOURS)
        if said.choice in SWITCHES:
            kind = SWITCHES[said.choice]
            wanted = not books.reminders.wanted_by(by, kind)
            books.reminders.want(by, kind, wanted=wanted)
            words = f"reminders-{said.choice.value}-{'on' if wanted else 'off'}"
            return Shown(words, listed(books, by, locale))
        if said.choice is ListChoice.LIST:
            return Shown(Answer.DONE, listed(books, by, locale))
        reminder = _held(books, said.number, by)
        if not isinstance(reminder, Reminder):
            return Shown(reminder, listed(books, by, locale) if reminder == GONE else None)
        if said.choice is ListChoice.DONE:
            end(books, reminder, State.DONE)
            return Shown("reminder-done", listed(books, by, locale))
        coach = force.coach
        drawn = draw_live(books, coach, promise_ear, reminder, locale, in_list=True)
        return Shown(Answer.DONE if drawn else GONE, drawn)

    result = await ledger.write_once(event_update.update_id, carry_out)
    if result is not None:
        await _answer(query, result, locale)


def listed(books: Books, person_id: int, locale: Locale) -> Drawn:
    """Somebody's list as it now stands."""
    book = books.reminders
    wanted = frozenset(kind for kind in Kind if book.wanted_by(person_id, kind))
    return draw_list(book.open_of(person_id), wanted, books.now, book.zone, locale)


_ASKING = (ReminderChoice.ASK, ReminderChoice.SEND, ReminderChoice.BACK)


def _held(books: Books, reminder_id: int, by: int) -> Reminder | str:
    """A live reminder of somebody's own, its conversation held; else what to tell them."""
    if books.roster.role_of(by) is None:
        return Answer.NOT_YOURS
    reminder = books.reminders.find(reminder_id)
    if reminder is None:
        return GONE
    if reminder.person_id != by:
        return Answer.NOT_YOURS
    books.conversation_numbered(reminder.conversation_id)
    held = books.reminders.find(reminder_id)
    return held if held is not None and held.is_live else GONE


def _settle(books: Books, reminder: Reminder, choice: ReminderChoice, locale: Locale) -> Shown:
    match choice:
        case ReminderChoice.HOUR:
            drawn = _later(books, reminder, books.now + HOUR, locale)
            return Shown("reminder-later", drawn)
        case ReminderChoice.MORNING:
            due = tomorrow_morning(books.now, books.reminders.zone)
            return Shown("reminder-later", _later(books, reminder, due, locale))
        case ReminderChoice.DONE:
            end(books, reminder, State.DONE)
            return Shown("reminder-done", over(books, reminder, "reminder-over-done", locale))
        case ReminderChoice.DROP:
            end(books, reminder, State.DROPPED)
            words = f"reminder-over-drop-{reminder.kind.value}"
            return Shown("reminder-dropped", over(books, reminder, words, locale))
    return Shown(GONE)


def _later(books: Books, reminder: Reminder, due: float, locale: Locale) -> Drawn:
    put_off(books, reminder, due)
    bring_to_card(books, reminder)
    changed = books.reminders.find(reminder.id) or reminder
    return over(books, changed, "reminder-over-later", locale)


async def _answer(query: CallbackQuery, shown: Shown, locale: Locale) -> None:
    await tell(query, locale.say(shown.answer), alert=shown.answer in _ALERTS)
    if shown.drawn is not None:
        await show(query, shown.drawn)
