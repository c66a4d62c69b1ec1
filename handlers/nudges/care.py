"""A kind word to a seller, its switch, and the note to a manager that the seller agreed to."""

from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.care import KindWord
from bot.locale import Locale
from handlers.keyboards import button, keyboard
from handlers.nudges.screens import copying
from handlers.numbers import RowNumber
from handlers.writing import Drawn, one_direction, quoted


class CareChoice(StrEnum):
    """What a seller wants; the values travel in callback data."""

    HAND_OVER = "hand"
    TELL = "tell"
    OFF = "off"
    ON = "on"


class CareButton(CallbackData, prefix="care"):
    """A choice below a kind word; `card` is the one it came with, 0 for the switch alone."""

    choice: CareChoice
    card: RowNumber = 0


def draw_care(word: KindWord, locale: Locale) -> Drawn:
    """The kind word, what the shop's playbook says of it, and what would help."""
    name = escape(word.customer) if word.customer else locale.say("card-customer")
    if word.count:
        paragraphs = [locale.say("care-many", count=word.count)]
    else:
        paragraphs = [locale.say("care-abuse", name=name)]
    advice = word.advice
    draft = next(iter(advice.drafts), None) if advice is not None else None
    said = escape(advice.advice) if advice is not None else locale.say("care-rest")
    paragraphs.append(f"{said}\n{quoted(draft)}" if draft is not None else said)
    if word.can_hand_over:
        paragraphs.append(locale.say("care-offer"))
    if word.can_tell:
        paragraphs.append(locale.say("care-alone"))
    copy = [copying(draft, locale)] if draft is not None else []
    hand_over = [_button(CareChoice.HAND_OVER, word.card_id, locale)] if word.can_hand_over else []
    tell = [_button(CareChoice.TELL, word.card_id, locale)] if word.can_tell else []
    rows = [copy, hand_over, tell, [care_switch(locale, wanted=True)]]
    return Drawn(one_direction("\n\n".join(paragraphs), locale), keyboard(*rows))


def draw_care_setting(locale: Locale, *, wanted: bool) -> Drawn:
    """What kind words are, and their switch."""
    text = one_direction(locale.say("care-setting"), locale)
    return Drawn(text, keyboard([care_switch(locale, wanted=wanted)]))


def draw_care_note(seller: str, locale: Locale) -> Drawn:
    """For a manager: that a seller has had a hard day. Nothing of what was said, or by whom."""
    return Drawn(one_direction(locale.say("care-note", seller=escape(seller)), locale))


def care_switch(locale: Locale, *, wanted: bool) -> InlineKeyboardButton:
    """The button that does the opposite of what holds now."""
    return _button(CareChoice.OFF if wanted else CareChoice.ON, 0, locale)


def _button(choice: CareChoice, card_id: int, locale: Locale) -> InlineKeyboardButton:
    data = CareButton(choice=choice, card=card_id)
    return button(locale.say(f"button-care-{choice.value}"), data)
