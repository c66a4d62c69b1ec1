"""What the buttons about people's words say when pressed; only owners are served."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from handlers.numbers import PageNumber, RowNumber


class Rule(StrEnum):
    """What is decided for the whole shop."""

    SHOW = "show"
    DAYS = "days"
    MASK = "mask"
    UNMASK = "bare"


class PrivacyButton(CallbackData, prefix="priv"):
    """The rules, or another one; `days` where it is about those."""

    rule: Rule = Rule.SHOW
    days: PageNumber = 0


class Deed(StrEnum):
    """What is done about one customer; what erases is asked twice."""

    SHOW = "show"
    CARD = "card"
    EXPORT = "file"
    ASK = "ask"
    ASK_AGAIN = "again"
    ERASE = "erase"


class CustomerButton(CallbackData, prefix="whom"):
    """About a customer: `number` is of one of their conversations, for CARD of a card."""

    deed: Deed
    number: RowNumber
