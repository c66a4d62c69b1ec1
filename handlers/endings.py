"""How a trouble ended: asked with a button, answered with one tap, and changed or taken back so."""

from enum import StrEnum
from html import escape

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.core.people import Role
from bot.core.trouble import Outcome, Trouble
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.end_button import EndButton, EndDeed
from handlers.middlewares import TeamOnly
from handlers.screens import show, tell
from handlers.writing import Drawn, isolated, one_direction

CHOICES = (
    (Outcome.CALMED, Outcome.REFUNDED),
    (Outcome.PARTED, Outcome.LEFT),
    (Outcome.HANDED_OVER, Outcome.FALSE_ALARM),
    (Outcome.OPEN,),
)


class _Told(StrEnum):
    """What came of a press; message ids of `locales/*/endings.ftl` and `card.ftl`."""

    KEPT = "ending-kept"
    TAKEN_BACK = "ending-taken-back"
    NOT_YOURS = "answer-not-yours"
    GONE = "answer-gone"


def build_router() -> Router:
    """The question, and its answers."""
    router = Router(name="endings")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_ending, EndButton.filter())
    return router


async def on_ending(
    query: CallbackQuery,
    callback_data: EndButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """The question comes as a message of its own to who asks; an answer is kept and shown there."""
    by = query.from_user.id

    def carry_out(books: Books) -> tuple[_Told | None, Drawn | None]:
        return _press(books, callback_data, by, locale)

    done = await ledger.write_once(event_update.update_id, carry_out)
    if done is None:
        return
    told, drawn = done
    if told is not None:
        await tell(query, locale.say(told), alert=told in (_Told.NOT_YOURS, _Told.GONE))
    if drawn is None:
        return
    if callback_data.deed is not EndDeed.ASK:
        await show(query, drawn)
        return
    try:
        await bot.send_message(
            by, drawn.text, parse_mode=ParseMode.HTML, reply_markup=drawn.keyboard
        )
    except TelegramAPIError:  # who sees a group's card there may never have started Aram
        await tell(query, locale.say("ending-start-first"), alert=True)
    else:
        await tell(query)


def draw_ending(trouble: Trouble, customer: str | None, locale: Locale) -> Drawn:
    """The question with its answers: what Aram saw, or what was set, is marked."""
    name = escape(isolated(customer)) if customer else locale.say("card-customer")
    lines = [locale.say("ending-question", name=name)]
    shown = locale.say(f"outcome-{_id_of(trouble.outcome)}")
    said = "ending-set" if trouble.chosen is not None else "ending-seen"
    lines.append(locale.say(said, outcome=shown))
    rows = [[_choice(trouble, each, locale) for each in row] for row in CHOICES]
    if trouble.chosen is not None:
        back = EndButton(card=trouble.id, deed=EndDeed.TAKE_BACK).pack()
        label = locale.say("button-ending-back")
        rows.append([InlineKeyboardButton(text=label, callback_data=back)])
    text = one_direction("\n".join(lines), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _press(
    books: Books, pressed: EndButton, by: int, locale: Locale
) -> tuple[_Told | None, Drawn | None]:
    role, card = books.roster.role_of(by), books.card(pressed.card)
    if role is None or (
        card is not None and card.seller_id != by and not role.covers(Role.MANAGER)
    ):
        return _Told.NOT_YOURS, None
    if card is None or books.figures.trouble(card.id) is None:
        return _Told.GONE, None
    told = None
    if pressed.deed is not EndDeed.ASK:
        outcome = pressed.deed.outcome
        books.figures.choose(card.id, outcome, by=by)
        told = _Told.KEPT if outcome is not None else _Told.TAKEN_BACK
    trouble = books.figures.trouble(card.id)
    return told, draw_ending(trouble, card.face.customer, locale) if trouble else None


def _choice(trouble: Trouble, outcome: Outcome, locale: Locale) -> InlineKeyboardButton:
    label = locale.say(f"outcome-{_id_of(outcome)}")
    marked = locale.say("ending-marked", outcome=label) if outcome is trouble.outcome else label
    data = EndButton(card=trouble.id, deed=EndDeed(outcome.value)).pack()
    return InlineKeyboardButton(text=marked, callback_data=data)


def _id_of(outcome: Outcome) -> str:
    return outcome.value.replace("_", "-")
