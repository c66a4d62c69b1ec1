"""What does Aram make of this message? /check, and the buttons below every such answer."""

from collections.abc import Callable

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, Update

from bot.core.force import Force
from bot.core.inquiry import Inquiry, Question
from bot.core.pasted.pile import Kind, Piece
from bot.core.pasted.transcript import parse
from bot.core.people import Shop
from bot.core.school import School, Told
from bot.core.weighing import OwnReply
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers import own_words
from handlers.inquiry import (
    InquiryButton,
    SituationButton,
    Step,
    draw_inquiry,
    draw_situations,
    draw_why,
)
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.pasted.answering import Answering
from handlers.pasted.arriving import answer_note, full_name, put_on_pile
from handlers.screens import show, tell
from handlers.turns import clean, is_private, words_of
from handlers.writing import Drawn

PAGES: dict[Step, Callable[[Inquiry, Locale], Drawn]] = {
    Step.WHY: draw_why,
    Step.OTHER: draw_situations,
}
"""What a button shows; every other one shows the answer as it now stands."""


def build_router() -> Router:
    """Questions in a private chat with Aram; what is handed over comes by `handlers.pasted`."""
    router = Router(name="checking")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_check, is_private, Command("check"))
    router.callback_query.register(on_inquiry_button, InquiryButton.filter())
    router.callback_query.register(on_situation_button, SituationButton.filter())
    return router


async def on_check(
    message: Message,
    command: CommandObject,
    event_update: Update,
    ledger: Ledger,
    school: School,
    force: Force,
    shop: Shop,
    locale: Locale,
) -> None:
    """The words after the command, or else the message that it replies to, whoever wrote it.

    A copied chat among them is taken apart as when it is pasted. Below a card, words after the
    command are the seller's own, as they are without it.

    A forward of the team's own words is most often a slip and asks nothing by itself; a /check in
    reply to it does. Words of a customer's may stand under a colleague's name, copied or sent on by
    them, and a seller may want to know how their own would be read. What is taught below such an
    answer is a lesson on those words from a customer's mouth; what the team says is never assessed.
    """
    asked, said = message.reply_to_message, clean(command.args or "").strip()
    is_arams = asked is not None and asked.from_user is not None and asked.from_user.is_bot
    card_id = None
    if said and asked is not None and is_arams:
        card_id = await own_words.card_of(asked, message.chat.id, ledger)
    if card_id is not None:
        reply = OwnReply(message.chat.id, said, card_id)
        await own_words.answer(message, reply, ledger, force, shop, locale)
    elif command.args:
        question = Question(message.chat.id, said)
        await _inquire(message, event_update, ledger, school, question)
    elif asked is None or is_arams:
        await answer_note(message, event_update, ledger, "note-check-usage")
    else:
        await _inquire(message, event_update, ledger, school, _question(message, asked))


async def on_inquiry_button(
    query: CallbackQuery,
    callback_data: InquiryButton,
    event_update: Update,
    ledger: Ledger,
    school: School,
    force: Force,
    shop: Shop,
    locale: Locale,
) -> None:
    """Why, back, something else; other words; or the judgement was wrong, or right after all.

    Or the words were the seller's own, about to be sent: then they are weighed as such.
    """
    by, number = query.from_user.id, callback_data.inquiry
    if callback_data.step is Step.OWN:
        inquiry = await ledger.write(lambda books: school.open(books, number, by))
        await tell(query, locale.say(Told.GONE) if inquiry is None else None, alert=inquiry is None)
        if inquiry is not None:
            reply = OwnReply(by, inquiry.text)
            await own_words.answer(query, reply, ledger, force, shop, locale)
        return
    if callback_data.step is Step.SWAP:
        told = await Answering(ledger, force, school, shop).swap(number, by)
        await _redraw(query, number, ledger, school, locale, draw=draw_inquiry, told=told)
        return

    def carry_out(books: Books) -> Told | None:
        match callback_data.step:
            case Step.CORRECT:
                return school.correct(books, number, by)
            case Step.TAKE_BACK:
                return school.take_back(books, number, by)
            case Step.NEXT:
                return school.next_step(books, number, by)
            case Step.WORDS:
                return school.other_words(books, number, by)
            case Step.WHY | Step.OTHER | Step.BACK | Step.SWAP | Step.OWN:
                return None

    told = await ledger.write_once(event_update.update_id, carry_out)
    draw = PAGES.get(callback_data.step, draw_inquiry)
    await _redraw(query, number, ledger, school, locale, draw=draw, told=told)


async def on_situation_button(
    query: CallbackQuery,
    callback_data: SituationButton,
    event_update: Update,
    ledger: Ledger,
    school: School,
    locale: Locale,
) -> None:
    """What a missed message was about."""
    by, number, situation = query.from_user.id, callback_data.inquiry, callback_data.situation

    def name(books: Books) -> Told:
        return school.name_situation(books, number, by, situation)

    told = await ledger.write_once(event_update.update_id, name)
    await _redraw(query, number, ledger, school, locale, draw=draw_inquiry, told=told)


async def _redraw(
    query: CallbackQuery,
    number: int,
    ledger: Ledger,
    school: School,
    locale: Locale,
    *,
    draw: Callable[[Inquiry, Locale], Drawn],
    told: Told | None,
) -> None:
    """Answer the press and show the inquiry as it now stands, to nobody but who made it."""
    by = query.from_user.id
    inquiry = await ledger.write(lambda books: school.open(books, number, by))
    if inquiry is None:
        await tell(query, locale.say(Told.GONE), alert=True)
        return
    await tell(query, locale.say(told) if told is not None else None)
    await show(query, draw(inquiry, locale))


async def _inquire(
    message: Message, update: Update, ledger: Ledger, school: School, question: Question
) -> None:
    if not question.text:
        await answer_note(message, update, ledger, "note-check-no-words")
        return
    if parse(question.text).is_chat:
        piece = Piece(Kind.TEXT, question.text, message.message_id, handed_by=full_name(message))
        await put_on_pile(message, update, ledger, piece)
        return

    def ask(books: Books) -> None:
        meet(books, message)
        school.inquire(books, question)

    await ledger.write_once(update.update_id, ask)


def _question(message: Message, asked: Message) -> Question:
    """A private chat bears its person's number; a forward says when it was first sent."""
    origin = asked.forward_origin
    said_at = origin.date.timestamp() if origin is not None else None
    return Question(message.chat.id, words_of(asked).strip(), said_at)
