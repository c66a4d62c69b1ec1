"""The small button below a card, or wherever a trouble is shown: how did it end?"""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.trouble import Outcome
from bot.locale import Locale
from handlers.numbers import RowNumber


class EndDeed(StrEnum):
    """What a press does: asks, takes back what was set, or sets an outcome of that name."""

    ASK = "ask"
    TAKE_BACK = "back"
    OPEN = "open"
    CALMED = "calmed"
    REFUNDED = "refunded"
    PARTED = "parted"
    LEFT = "left"
    HANDED_OVER = "handed_over"
    FALSE_ALARM = "false_alarm"

    @property
    def outcome(self) -> Outcome | None:
        """The outcome it sets; None where it sets none."""
        return Outcome(self.value) if self.value in set(Outcome) else None


class EndButton(CallbackData, prefix="end"):
    """About the trouble of a card; for its seller and for managers."""

    card: RowNumber
    deed: EndDeed = EndDeed.ASK


def end_button(card_id: int, locale: Locale) -> InlineKeyboardButton:
    """«چطور تمام شد؟»"""
    data = EndButton(card=card_id).pack()
    return InlineKeyboardButton(text=locale.say("button-ending"), callback_data=data)
