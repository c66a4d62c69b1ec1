"""The way from a card that is over to all that is kept of its customer, for an owner who sells."""

from dataclasses import replace

from aiogram.types import InlineKeyboardMarkup

from bot.core.card import CardState
from bot.core.people import Shop
from bot.core.shelf import Card
from bot.locale import Locale
from handlers.keyboards import button
from handlers.privacy.buttons import CustomerButton, Deed
from handlers.writing import Drawn

_WITHOUT = frozenset({CardState.OPEN, CardState.ERASED})
"""An open card has buttons enough: /privacy in reply to it does the same."""


def with_customer(drawn: Drawn, card: Card, shop: Shop, locale: Locale) -> Drawn:
    """The card with one more button below, where it is the owner's and over."""
    if card.face.state in _WITHOUT or not shop.is_owner(card.seller_id):
        return drawn
    rows = drawn.keyboard.inline_keyboard if drawn.keyboard is not None else []
    says = CustomerButton(deed=Deed.CARD, number=card.id)
    row = [button(locale.say("privacy-button-customer"), says)]
    return replace(drawn, keyboard=InlineKeyboardMarkup(inline_keyboard=[*rows, row]))
