"""What is said of groups: a card for one of those who see it, and whose a group is."""

from collections.abc import Sequence
from contextlib import suppress
from html import escape
from typing import Annotated

from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)
from pydantic import Field

from bot.core.card import CardState
from bot.core.duty import NOBODY
from bot.core.people import Shop
from bot.core.room import Room
from bot.core.shelf import Card
from bot.locale import Locale
from handlers.card import draw
from handlers.numbers import RowNumber
from handlers.public_screens import public_rows, with_rows
from handlers.screens import show
from handlers.writing import Drawn, one_direction

SHOP_NAME_SHOWN = 40


class TakeButton(CallbackData, prefix="take"):
    """«I take it», on a card that is nobody's yet."""

    card: RowNumber


ChatNumber = Annotated[int, Field(ge=-(2**52), le=2**52)]
"""Of a chat, as Telegram counts them."""


class RoomButton(CallbackData, prefix="room"):
    """Whose a group is: the answer of whoever added Aram."""

    chat: ChatNumber
    shop: RowNumber


def draw_copy(
    card: Card, reader: int, *, group: str, owner: str | None, locale: Locale, manages: bool = False
) -> Drawn:
    """A group's card for one of those who see it: theirs, to be taken, or taken by another."""
    where = one_direction(locale.say("copy-where", group=escape(group)), locale)
    if card.seller_id not in (NOBODY, reader):
        name = escape(owner) if owner else locale.say("copy-colleague")
        customer = escape(card.face.customer or locale.say("card-customer"))
        taken = locale.say("copy-taken", name=name, customer=customer)
        return Drawn(f"{where}\n{one_direction(taken, locale)}")
    drawn = draw(card.id, card.face, locale, manages=manages)
    public = public_rows(card.id, card.face, locale) if manages else []
    text = f"{where}\n{drawn.text}"
    if card.seller_id == reader or card.face.state is not CardState.OPEN:
        return Drawn(text, with_rows(drawn.keyboard, public))
    offered = one_direction(locale.say("copy-offered"), locale)
    return Drawn(f"{text}\n\n{offered}", with_rows(_to_take(card, drawn.keyboard, locale), public))


def _to_take(
    card: Card, keyboard: InlineKeyboardMarkup | None, locale: Locale
) -> InlineKeyboardMarkup:
    """Words may be copied by everybody; all else is for whoever takes the card."""
    rows = keyboard.inline_keyboard if keyboard is not None else []
    copies = [[button for button in row if button.copy_text is not None] for row in rows]
    data = TakeButton(card=card.id).pack()
    taking = [InlineKeyboardButton(text=locale.say("button-take"), callback_data=data)]
    return InlineKeyboardMarkup(inline_keyboard=[*filter(None, copies), taking])


def draw_room(room: Room, own: Sequence[Shop], locale: Locale) -> Drawn:
    """Whose a group is, for whoever brought it: told where that is known, else asked."""
    group = escape(room.title)
    shop = next((each for each in own if each.id == room.shop_id), None)
    if shop is not None:
        told = locale.say("room-added", group=group, shop=_name(shop, locale))
        return Drawn(one_direction(told, locale))
    rows = [[_choice(room, each, locale)] for each in own]
    asked = one_direction(locale.say("room-whose", group=group), locale)
    return Drawn(asked, InlineKeyboardMarkup(inline_keyboard=rows))


def _choice(room: Room, shop: Shop, locale: Locale) -> InlineKeyboardButton:
    name = (shop.name or locale.plain.say("room-shop-number", number=shop.id))[:SHOP_NAME_SHOWN]
    data = RoomButton(chat=room.chat_id, shop=shop.id).pack()
    return InlineKeyboardButton(text=name, callback_data=data)


def _name(shop: Shop, locale: Locale) -> str:
    return escape(shop.name) if shop.name else locale.say("room-shop-nameless")


async def redraw(query: CallbackQuery, drawn: Drawn) -> None:
    """Draw the pressed message anew, be it an ordinary one or shown in a group to one alone."""
    message, bot = query.message, query.bot
    if not isinstance(message, Message) or message.ephemeral_message_id is None or bot is None:
        await show(query, drawn)
        return
    with suppress(TelegramAPIError):
        await bot.edit_ephemeral_message_text(
            chat_id=message.chat.id,
            receiver_user_id=query.from_user.id,
            ephemeral_message_id=message.ephemeral_message_id,
            text=drawn.text,
            parse_mode=ParseMode.HTML,
            reply_markup=drawn.keyboard,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
