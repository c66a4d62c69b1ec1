"""Buttons in rows, and what the buttons of a message say."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.locale import Locale
from handlers.writing import Drawn, one_direction


def button(words: str, says: CallbackData) -> InlineKeyboardButton:
    """A button with these words."""
    return InlineKeyboardButton(text=words, callback_data=says.pack())


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    """The rows that hold a button; None where none does."""
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def in_rows(buttons: list[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    """The buttons in rows of at most `width`."""
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def drawn(paragraphs: list[str], rows: list[list[InlineKeyboardButton]], locale: Locale) -> Drawn:
    """Paragraphs as a message in the reader's direction, with the rows that hold a button."""
    return Drawn(one_direction("\n\n".join(paragraphs), locale), keyboard(*rows))


def carried_by[T: CallbackData](message: Message | None, kind: type[T]) -> list[T]:
    """What the buttons of this kind below a message of Aram's own say.

    The keyboard of a message that is replied to comes from Telegram, so this outlives a restart.
    """
    if message is None or message.reply_markup is None:
        return []
    if message.from_user is None or message.bot is None or message.from_user.id != message.bot.id:
        return []
    buttons = (each for row in message.reply_markup.inline_keyboard for each in row)
    said = (_said(each.callback_data, kind) for each in buttons)
    return [each for each in said if each is not None]


def _said[T: CallbackData](data: str | None, kind: type[T]) -> T | None:
    if data is None or not data.startswith(f"{kind.__prefix__}{kind.__separator__}"):
        return None
    try:
        return kind.unpack(data)
    except (TypeError, ValueError):
        return None
