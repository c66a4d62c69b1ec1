"""An answer for all to see, on a manager's screens: a card's buttons, and what is confirmed."""

from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.card import Face
from bot.core.public_answer import PublicAnswer, words_for_public
from bot.locale import Locale
from handlers.numbers import PageNumber, RowNumber
from handlers.writing import Drawn, one_direction, quoted


class Step(StrEnum):
    """A button on the way to a public answer; ASK stands on the card."""

    ASK = "ask"
    POST = "post"
    LEAVE = "leave"


class PublicButton(CallbackData, prefix="say"):
    """`number` is the card's where the answer is asked for, else its own; `draft` counts from 0."""

    step: Step
    number: RowNumber
    draft: PageNumber = 0


type Row = list[InlineKeyboardButton]


def public_rows(card_id: int, face: Face, locale: Locale) -> list[Row]:
    """A button for each draft that may stand in public."""
    row = [
        InlineKeyboardButton(
            text=locale.say("button-public", number=draft + 1),
            callback_data=PublicButton(step=Step.ASK, number=card_id, draft=draft).pack(),
        )
        for draft, words in enumerate(words_for_public(face))
        if words is not None
    ]
    return [row] if row else []


def with_rows(
    keyboard: InlineKeyboardMarkup | None, rows: list[Row]
) -> InlineKeyboardMarkup | None:
    """A message's buttons with more below them."""
    shown = [*(keyboard.inline_keyboard if keyboard is not None else []), *rows]
    return InlineKeyboardMarkup(inline_keyboard=shown) if shown else None


def draw_question(
    answer: PublicAnswer, *, group: str, customer: str | None, words: str, locale: Locale
) -> Drawn:
    """Exactly what would be written, where, and below whose words."""
    name = escape(customer) if customer else locale.say("card-customer")
    lines = [
        locale.say("public-question", group=escape(group), customer=name),
        quoted(words),
        locale.say("public-text"),
        quoted(answer.text),
        locale.say("public-seen-by-all"),
    ]
    row = [
        InlineKeyboardButton(
            text=locale.say(f"button-public-{step.value}"),
            callback_data=PublicButton(step=step, number=answer.id).pack(),
        )
        for step in (Step.POST, Step.LEAVE)
    ]
    return Drawn(
        one_direction("\n".join(lines), locale), InlineKeyboardMarkup(inline_keyboard=[row])
    )


def draw_sent(answer: PublicAnswer, *, group: str, locale: Locale) -> Drawn:
    """It stands in the group."""
    lines = [locale.say("public-sent", group=escape(group)), quoted(answer.text)]
    return Drawn(one_direction("\n".join(lines), locale))


def draw_left(locale: Locale) -> Drawn:
    """Nothing was written."""
    return Drawn(one_direction(locale.say("public-left"), locale))
