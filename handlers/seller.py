"""The buttons of a card, pressed by the seller."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Update

from bot.core.desk import Desk
from bot.core.people import Role
from bot.core.press import Action, Answer, Outgoing, Press
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.as_seller import send_as_seller
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
    sent = await send_as_seller(bot, outgoing)
    if sent is Answer.UNSURE:
        return await _unsure(ledger, desk, card_id)
    if isinstance(sent, Answer):
        may_send = sent not in WITHOUT_RIGHT
        await ledger.write(lambda books: desk.not_sent(books, card_id, may_send=may_send))
        return sent
    at, number = sent.date.timestamp(), sent.message_id
    await ledger.write(lambda books: desk.sent(books, card_id, message_id=number, at=at))
    return Answer.SENDING


async def _unsure(ledger: Ledger, desk: Desk, card_id: int) -> Answer:
    """A connection broke, or a crash came between: never send twice, let the seller look."""
    return await ledger.write(lambda books: desk.unsure(books, card_id))
