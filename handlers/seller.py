"""The buttons of a card, pressed by the seller."""

from aiogram import Bot, Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import CallbackQuery, Update

from bot.core.desk import Action, Answer, Desk, Outgoing, Press
from bot.core.people import Role
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.card_button import CardButton
from handlers.middlewares import TeamOnly
from handlers.screens import tell

ALERTS = frozenset(
    {
        Answer.GONE,
        Answer.NOT_YOURS,
        Answer.NO_MANAGER,
        Answer.DECIDE_YOURSELF,
        Answer.MANAGERS_AWAY,
        Answer.FILL_BLANK,
        Answer.MAY_NOT_SEND,
        Answer.NEEDS_MANAGER,
        Answer.WINDOW_CLOSED,
        Answer.NOT_CONNECTED,
        Answer.TRY_AGAIN,
        Answer.CHANGED,
        Answer.UNSURE,
    }
)
WITHOUT_RIGHT = frozenset({Answer.MAY_NOT_SEND, Answer.NOT_CONNECTED})
REFUSALS = (
    ("business_peer_usage_missing", Answer.WINDOW_CLOSED),
    ("business_connection_invalid", Answer.NOT_CONNECTED),
    ("business connection not found", Answer.NOT_CONNECTED),
)


def build_router() -> Router:
    """Every press on a card."""
    router = Router(name="seller")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_card_button, CardButton.filter())
    return router


async def on_card_button(
    query: CallbackQuery,
    callback_data: CardButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    desk: Desk,
    locale: Locale,
) -> None:
    """A press: carried out in the ledger, answered at once; a confirmed draft is sent."""
    said, by = callback_data, query.from_user.id

    def carry_out(books: Books) -> Answer | Outgoing:
        role = books.roster.role_of(by)
        if role is None:  # of the team a moment ago
            return Answer.NOT_YOURS
        if said.action is Action.ALLOW and not role.covers(Role.MANAGER):
            return Answer.NEEDS_MANAGER
        press = Press(said.card, said.action, by, books.now, draft=said.draft, seen=said.kind)
        return desk.press(books, press)

    result = await ledger.write_once(event_update.update_id, carry_out)
    if isinstance(result, Outgoing):
        result = await _send(bot, ledger, desk, said.card, result)
    elif result is None and said.action is Action.SEND:
        result = await _unsure(ledger, desk, said.card)
    if result is not None:
        await tell(query, locale.say(result), alert=result in ALERTS)


async def _send(bot: Bot, ledger: Ledger, desk: Desk, card_id: int, outgoing: Outgoing) -> Answer:
    """Send a draft as the seller, at most once; what Telegram refuses is explained."""
    try:
        sent = await bot.send_message(
            outgoing.chat_id, outgoing.text, business_connection_id=outgoing.connection_id
        )
    except (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter) as refusal:
        answer = explain(refusal)
        may_send = answer not in WITHOUT_RIGHT
        await ledger.write(lambda books: desk.not_sent(books, card_id, may_send=may_send))
        return answer
    except TelegramAPIError:
        return await _unsure(ledger, desk, card_id)
    at = sent.date.timestamp()
    await ledger.write(lambda books: desk.sent(books, card_id, message_id=sent.message_id, at=at))
    return Answer.SENDING


async def _unsure(ledger: Ledger, desk: Desk, card_id: int) -> Answer:
    """A connection broke, or a crash came between: never send twice, let the seller look."""
    return await ledger.write(lambda books: desk.unsure(books, card_id))


def explain(refusal: TelegramAPIError) -> Answer:
    """Telegram's words for what has a remedy of its own; all else is a missing right."""
    if isinstance(refusal, TelegramRetryAfter):
        return Answer.TRY_AGAIN
    said = refusal.message.lower()
    return next((answer for words, answer in REFUSALS if words in said), Answer.MAY_NOT_SEND)
