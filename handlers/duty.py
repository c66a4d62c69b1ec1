"""Who is on duty (/duty), how they want the cards of groups, and who takes a card."""

from enum import StrEnum
from html import escape

from aiogram import F, Router
from aiogram.enums import ChatType, ParseMode
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from bot.core.deed import DeedKind
from bot.core.duty import take
from bot.core.force import Force
from bot.core.people import Shop
from bot.locale import Locale
from bot.store.books import Books
from bot.store.duty import Attendance
from bot.store.ledger import Ledger
from handlers.middlewares import TeamOnly
from handlers.room_screens import TakeButton
from handlers.screens import show, tell
from handlers.writing import Drawn, one_direction

MINUTE, HOUR = 60, 3600


class Change(StrEnum):
    """A button of the screen of /duty; the values travel in callback data."""

    ON = "on"
    OFF = "off"
    IN_ROOM = "room"
    IN_PRIVATE = "private"


class DutyButton(CallbackData, prefix="duty"):
    """What someone says of their work."""

    change: Change


def build_router() -> Router:
    """/duty and its buttons; «I take it» on the cards of groups."""
    router = Router(name="duty")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_duty, Command("duty"))
    router.callback_query.register(on_change, DutyButton.filter())
    router.callback_query.register(on_take, TakeButton.filter())
    return router


async def on_duty(message: Message, ledger: Ledger, shop: Shop, locale: Locale) -> None:
    """Say whether they are on duty, and to a manager who is."""
    person_id = message.chat.id
    drawn = await ledger.write(lambda books: _screen(books, person_id, shop, locale))
    await message.answer(drawn.text, parse_mode=ParseMode.HTML, reply_markup=drawn.keyboard)


async def on_change(
    query: CallbackQuery,
    callback_data: DutyButton,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    locale: Locale,
) -> None:
    """Their duty begins or ends, or they want their cards otherwise."""
    person_id, change = query.from_user.id, callback_data.change

    def keep(books: Books) -> None:
        match change:
            case Change.ON | Change.OFF if books.duty.of(person_id).is_on is (change is Change.ON):
                pass  # pressed twice
            case Change.ON:
                books.duty.begin(person_id)
                books.roster.keep_deed(DeedKind.DUTY_BEGUN, person_id)
            case Change.OFF:
                books.duty.end(person_id)
                books.roster.keep_deed(DeedKind.DUTY_ENDED, person_id)
            case Change.IN_ROOM | Change.IN_PRIVATE:
                books.duty.prefer(person_id, in_room=change is Change.IN_ROOM)

    await ledger.write_once(event_update.update_id, keep)
    drawn = await ledger.write(lambda books: _screen(books, person_id, shop, locale))
    await tell(query, locale.say(f"duty-answer-{change.value}"))
    await show(query, drawn)


async def on_take(
    query: CallbackQuery,
    callback_data: TakeButton,
    event_update: Update,
    ledger: Ledger,
    force: Force,
    locale: Locale,
) -> None:
    """Someone takes a card that several were asked about."""
    person_id = query.from_user.id

    def carry_out(books: Books) -> str:
        is_asked = books.copies.find(callback_data.card, person_id) is not None
        if not is_asked or books.roster.role_of(person_id) is None:
            return locale.say("answer-not-yours")
        card = take(books, force.coach, callback_data.card, by=person_id)
        if card is None:
            return locale.say("answer-gone")
        if card.seller_id == person_id:
            return locale.say("take-yours")
        owner = books.person(card.seller_id)
        name = owner.first_name if owner is not None else locale.say("copy-colleague")
        return locale.say("take-late", name=name)

    words = await ledger.write_once(event_update.update_id, carry_out)
    await tell(query, words)


def _screen(books: Books, person_id: int, shop: Shop, locale: Locale) -> Drawn:
    own = books.duty.of(person_id)
    state = "duty-is-on" if own.is_on else "duty-is-off"
    lines = [
        locale.say(state, hours=_for(own, books.now, locale)),
        locale.say("duty-ways-room" if own.in_room else "duty-ways-private"),
    ]
    if shop.is_manager(person_id):
        lines.append(_who_is_on(books, locale))
    turn = Change.OFF if own.is_on else Change.ON
    way = Change.IN_PRIVATE if own.in_room else Change.IN_ROOM
    rows = [[_button(turn, locale)], [_button(way, locale)]]
    text = one_direction("\n\n".join(lines), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _who_is_on(books: Books, locale: Locale) -> str:
    """The team's people on duty, for a manager."""
    there = books.duty.on()
    if not there:
        return locale.say("duty-nobody")
    names = books.roster.names(each.person_id for each in there)
    lines = [
        locale.say(
            "duty-line",
            name=escape(names.get(each.person_id) or str(each.person_id)),
            hours=_for(each, books.now, locale),
        )
        for each in there
    ]
    return "\n".join([locale.say("duty-who"), *lines])


def _for(attendance: Attendance, now: float, locale: Locale) -> str:
    """How long someone has been on duty, roughly."""
    seconds = int(now - attendance.since) if attendance.since is not None else 0
    if seconds < MINUTE:
        return locale.plain.say("duty-just-now")
    if seconds < HOUR:
        return locale.plain.say("duty-minutes", count=seconds // MINUTE)
    return locale.plain.say("duty-hours", count=seconds // HOUR)


def _button(change: Change, locale: Locale) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=locale.say(f"button-duty-{change.value}"),
        callback_data=DutyButton(change=change).pack(),
    )
