"""The buttons below nudges and kind words; /care; the managers' minutes of silence."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message, Update

from bot.core.calls import Called, call
from bot.core.care import tell_manager
from bot.core.desk import Desk
from bot.core.duty import NOBODY
from bot.core.nudges import is_asked, remind_again, take_on
from bot.core.people import Role
from bot.core.press import Action, Answer, Press
from bot.core.silences import Waiting, waiting_of
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.middlewares import TeamOnly
from handlers.nudges.care import CareButton, CareChoice, care_switch, draw_care_setting
from handlers.nudges.patience import PatienceButton, on_patience
from handlers.nudges.screens import NudgeButton, NudgeChoice
from handlers.screens import tell, turn_switch
from handlers.seller import ALERTS
from handlers.sending import send
from handlers.turns import is_private

NUDGE_ALERTS = frozenset({*ALERTS, "nudge-over", "care-gone", "care-no-manager"})


def build_router() -> Router:
    """What sellers and managers answer when a customer waits, or a day is hard."""
    router = Router(name="nudges")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_care, is_private, Command("care"))
    router.callback_query.register(on_nudge_button, NudgeButton.filter())
    router.callback_query.register(on_care_button, CareButton.filter())
    router.callback_query.register(on_patience, PatienceButton.filter())
    return router


async def on_nudge_button(
    query: CallbackQuery,
    callback_data: NudgeButton,
    event_update: Update,
    ledger: Ledger,
    desk: Desk,
    locale: Locale,
) -> None:
    """A seller is on it, wants to be reminded later, or sends; a manager wants the brief."""
    said, by = callback_data, query.from_user.id

    def carry_out(books: Books) -> str:
        role = books.roster.role_of(by)
        if role is None:
            return Answer.NOT_YOURS
        waiting = _waiting(books, said.card)
        if waiting is None:
            return "nudge-over"
        if said.choice is NudgeChoice.BRIEF:
            return _brief(books, waiting, by) if role.covers(Role.MANAGER) else Answer.NOT_YOURS
        if not is_asked(books, waiting, by):
            return Answer.NOT_YOURS
        return _answer(books, desk, waiting, said.choice, by)

    words = await ledger.write_once(event_update.update_id, carry_out)
    await tell(query, locale.say(words) if words else None, alert=words in NUDGE_ALERTS)


def _waiting(books: Books, card_id: int) -> Waiting | None:
    """The silence that a nudge spoke of, while it goes on."""
    card = books.card(card_id)
    silence = books.silences.find(card.conversation_id) if card is not None else None
    return waiting_of(books, card_id, silence.since) if silence is not None else None


def _answer(books: Books, desk: Desk, waiting: Waiting, choice: NudgeChoice, by: int) -> str:
    if choice is NudgeChoice.ON_IT:
        take_on(books, waiting)
        return "nudge-on-it"
    if choice is NudgeChoice.LATER:
        remind_again(books, waiting, by)
        return "nudge-later"
    press = Press(waiting.card.id, Action.ASK, by, books.now)
    answer = desk.press(books, press)
    asked = books.card(waiting.card.id)
    if answer is not Answer.DONE or asked is None:
        return answer if isinstance(answer, Answer) else Answer.CHANGED
    books.change_card(asked.id, asked.face, anew=True)  # the question stands below the nudge
    return Answer.DONE


def _brief(books: Books, waiting: Waiting, by: int) -> str:
    """The manager who was told is the first of those called, and gets the brief."""
    if waiting.card.seller_id in (NOBODY, by):
        return Answer.NOT_YOURS
    if call(books, waiting.card, first=by) is Called.CALLED:
        return "nudge-brief"
    return "nudge-brief-other"


async def on_care(message: Message, ledger: Ledger, locale: Locale) -> None:
    """Kind words after hard talks: what they are, and their switch."""
    by = message.chat.id
    wanted = await ledger.write(lambda books: books.cares.wanted_by(by))
    await send(message, draw_care_setting(locale, wanted=wanted))


async def on_care_button(
    query: CallbackQuery,
    callback_data: CareButton,
    event_update: Update,
    ledger: Ledger,
    desk: Desk,
    locale: Locale,
) -> None:
    """A seller hands the chat over, lets a manager know, or turns kind words off or on."""
    said, by = callback_data, query.from_user.id
    wanted = said.choice is CareChoice.ON

    def carry_out(books: Books) -> str:
        if books.roster.role_of(by) is None:
            return Answer.NOT_YOURS
        match said.choice:
            case CareChoice.HAND_OVER:
                called = desk.press(books, Press(said.card, Action.CALL_MANAGER, by, books.now))
                return called if isinstance(called, Answer) else Answer.CHANGED
            case CareChoice.TELL:
                return tell_manager(books, by)
            case CareChoice.OFF | CareChoice.ON:
                books.cares.want(by, wanted=wanted)
                return "care-on" if wanted else "care-off"

    words = await ledger.write_once(event_update.update_id, carry_out)
    await tell(query, locale.say(words) if words else None, alert=words in NUDGE_ALERTS)
    if said.choice in (CareChoice.OFF, CareChoice.ON):
        await turn_switch(query, care_switch(locale, wanted=wanted))
