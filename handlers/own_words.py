"""A seller's own words: a reply to a card, or /mine; the gentle word's switch, /breath."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, Update

from bot.core.force import Force
from bot.core.people import Shop
from bot.core.press import Answer
from bot.core.weighing import OwnReply, Weighed, choose, weigh
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.card_button import CardButton
from handlers.keyboards import carried_by
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.own_words_screens import (
    BreathButton,
    OwnWordsButton,
    breath_switch,
    draw_breath_setting,
    draw_weighed,
)
from handlers.pasted.arriving import answer_note
from handlers.screens import tell, turn_switch
from handlers.seller import ALERTS
from handlers.sending import send
from handlers.turns import clean, is_private, words_of


def build_router() -> Router:
    """Replies to cards come before whatever else takes a private text."""
    router = Router(name="own words")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_mine, is_private, Command("mine"))
    router.message.register(on_breath, is_private, Command("breath"))
    router.message.register(on_reply_to_card, is_private, is_reply_to_card)
    router.callback_query.register(on_choice, OwnWordsButton.filter())
    router.callback_query.register(on_breath_button, BreathButton.filter())
    return router


async def is_reply_to_card(message: Message, ledger: Ledger) -> dict[str, int] | bool:
    """A filter: on which card a text replies, or on what Aram said of an earlier version."""
    answered, text = message.reply_to_message, message.text or ""
    if answered is None or not text.strip() or text.startswith("/"):
        return False
    if message.forward_origin is not None:
        return False
    card_id = await card_of(answered, message.chat.id, ledger)
    return {"card_id": card_id} if card_id is not None else False


async def card_of(answered: Message, person: int, ledger: Ledger) -> int | None:
    """The card that a message of Aram's is about; one without buttons is known by its number."""
    if said := carried_by(answered, CardButton):
        return said[0].card
    chosen, number = carried_by(answered, OwnWordsButton), answered.message_id
    if chosen:
        kept = await ledger.write(lambda books: books.own_words.choice(chosen[0].number, 0, person))
        return kept[0] if kept is not None else None
    if answered.from_user is None or not answered.from_user.is_bot:
        return None
    return await ledger.write(lambda books: books.own_words.card_on_screen(person, number))


async def on_reply_to_card(
    message: Message,
    card_id: int,
    ledger: Ledger,
    force: Force,
    shop: Shop,
    locale: Locale,
) -> None:
    """The words a seller means to send, in reply to the card that they are about."""
    reply = OwnReply(message.chat.id, clean(message.text or "").strip(), card_id)
    await answer(message, reply, ledger, force, shop, locale)


async def on_mine(
    message: Message,
    command: CommandObject,
    event_update: Update,
    ledger: Ledger,
    force: Force,
    shop: Shop,
    locale: Locale,
) -> None:
    """The words after the command, or the seller's own message that it replies to."""
    answered = message.reply_to_message
    own = answered is not None and (answered.from_user is None or not answered.from_user.is_bot)
    text = clean(command.args or "") or (words_of(answered) if answered and own else "")
    if not text.strip():
        await answer_note(message, event_update, ledger, "note-mine-usage")
        return
    card_id = await card_of(answered, message.chat.id, ledger) if answered and not own else None
    reply = OwnReply(message.chat.id, text.strip(), card_id)
    await answer(message, reply, ledger, force, shop, locale)


async def on_choice(
    query: CallbackQuery,
    callback_data: OwnWordsButton,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """A text is to go as the seller: their card comes anew and asks once."""
    number, place, by = callback_data.number, callback_data.place, query.from_user.id
    answer = await ledger.write_once(
        event_update.update_id,
        lambda books: (
            choose(books, number, place, by=by, at=books.now)
            if books.roster.role_of(by) is not None
            else Answer.NOT_YOURS
        ),
    )
    await tell(query, locale.say(answer) if answer else None, alert=answer in ALERTS)


async def on_breath(message: Message, ledger: Ledger, locale: Locale) -> None:
    """Gentle words after a heated message: what they are, and their switch."""
    by = message.chat.id
    wanted = await ledger.write(lambda books: books.breaths.wanted_by(by))
    await send(message, draw_breath_setting(locale, wanted=wanted))


async def on_breath_button(
    query: CallbackQuery,
    callback_data: BreathButton,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """No more gentle words for this person, or again; the button becomes its opposite."""
    wanted, by = callback_data.on, query.from_user.id
    await ledger.write_once(
        event_update.update_id, lambda books: books.breaths.want(by, wanted=wanted)
    )
    await tell(query, locale.say("breath-on" if wanted else "breath-off"), alert=not wanted)
    await turn_switch(query, breath_switch(locale, wanted=wanted))


async def answer(
    to: Message | CallbackQuery,
    reply: OwnReply,
    ledger: Ledger,
    force: Force,
    shop: Shop,
    locale: Locale,
) -> None:
    """Weigh a seller's own words, and say what is to be said of them."""
    coach, limit = force.coach, shop.refund_limit

    def ask(books: Books) -> Weighed:
        if isinstance(to, Message):
            meet(books, to)
        return weigh(books, coach, reply, refund_limit=limit)

    await send(to, draw_weighed(await ledger.write(ask), locale))
