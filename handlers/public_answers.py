"""A manager lets Aram answer a customer in a group, for all to see; asked, shown, confirmed, once.

It is the only thing that Aram ever writes there; `silence` lets exactly these words through.
"""

from dataclasses import dataclass

from aiogram import Bot, Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.types import CallbackQuery, LinkPreviewOptions, Message, ReplyParameters

from bot.core.card import CardState, draft_sent, shorten
from bot.core.conversation import Turn, Who
from bot.core.deed import DeedKind
from bot.core.duty import NOBODY, take
from bot.core.force import Force
from bot.core.letters import NoteLetter
from bot.core.listener import Listener
from bot.core.people import Role
from bot.core.public_answer import PublicAnswer, Stage, words_for_public
from bot.core.room import topic_of
from bot.core.shelf import Place, Said
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.inbox import surely
from handlers.middlewares import TeamOnly
from handlers.private_chat import ask_privately
from handlers.public_screens import PublicButton, Step, draw_left, draw_question, draw_sent
from handlers.screens import show, tell
from handlers.silence import Confirmed, confirmed

REFUSALS = (
    ("message to be replied not found", "public-message-gone"),
    ("replied message not found", "public-message-gone"),
    ("not enough rights", "public-no-right"),
    ("have no rights", "public-no-right"),
    ("chat not found", "public-not-there"),
    ("not a member", "public-not-there"),
    ("kicked", "public-not-there"),
)

WHERE_IT_STANDS = {
    Stage.SENT: "public-done",
    Stage.SENDING: "public-unsure",  # a press that is dealt with anew after a crash
    Stage.UNSURE: "public-unsure",
}


@dataclass(frozen=True, slots=True)
class _Where:
    """Where an answer stands: the talk, its group's name, the customer's words, and the deed."""

    answer: PublicAnswer
    place: Place
    group: str
    words: str = ""
    deed: int = 0


def build_router() -> Router:
    """The buttons on the way to a public answer."""
    router = Router(name="public answers")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_public_button, PublicButton.filter())
    return router


async def on_public_button(
    query: CallbackQuery,
    callback_data: PublicButton,
    bot: Bot,
    ledger: Ledger,
    listener: Listener,
    force: Force,
    locale: Locale,
) -> None:
    """A press: whoever is no manager at this moment may not."""
    said, by = callback_data, query.from_user.id
    if not await ledger.write(lambda books: books.roster.is_at_least(by, Role.MANAGER)):
        await tell(query, locale.say("public-managers-only"), alert=True)
        return
    match said.step:
        case Step.ASK:
            told = await _ask(query, bot, ledger, said, locale)
        case Step.POST:
            post = _Post(query, bot, ledger, listener, force, locale)
            told = await post.carry_out(said.number)
        case Step.LEAVE:
            await show(query, draw_left(locale))
            told = None
    await tell(query, locale.say(told) if told is not None else None, alert=told is not None)


async def _ask(
    query: CallbackQuery, bot: Bot, ledger: Ledger, said: PublicButton, locale: Locale
) -> str | None:
    """Show in private what would be written; a message id of what hinders it."""
    by = query.from_user.id
    found = await ledger.write(lambda books: _asked(books, said, by))
    if isinstance(found, str):
        return found
    drawn = draw_question(
        found.answer,
        group=found.group,
        customer=found.place.customer_name,
        words=found.words,
        locale=locale,
    )
    return await ask_privately(bot, by, drawn)


def _asked(books: Books, said: PublicButton, by: int) -> _Where | str:
    card = books.card(said.number)
    if card is None or card.face.turn_id is None:
        return "public-gone"
    conversation = books.conversation_of(card)
    place, room = conversation.place, books.rooms.find(conversation.place.chat_id)
    if not place.channel.is_public or room is None or not room.is_heard:
        return "public-gone"
    words = words_for_public(card.face)
    text = words[said.draft] if 0 <= said.draft < len(words) else None
    if text is None:
        return "public-changed"
    message = books.public_answers.message_of_turn(card.face.turn_id, conversation.id)
    if message is None:
        return "public-message-gone"
    answer = books.public_answers.ask(card.id, by=by, reply_to=message, text=text)
    return _Where(answer, place, room.title, card.face.quote)


@dataclass(frozen=True, slots=True)
class _Post:
    """A confirmed answer on its way into the group."""

    query: CallbackQuery
    bot: Bot
    ledger: Ledger
    listener: Listener
    force: Force
    locale: Locale

    async def carry_out(self, number: int) -> str | None:
        """Write it, at most once; a message id of what hinders it."""
        by = self.query.from_user.id
        found = await self.ledger.write(lambda books: _confirmed(books, number, by))
        if isinstance(found, str):
            return found
        try:
            sent = await _say(self.bot, found)
        except (TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter) as refusal:
            await self.ledger.write(lambda books: _refused(books, found))
            return _explain(refusal)
        except TelegramAPIError:
            await self.ledger.write(lambda books: _move(books, number, Stage.UNSURE))
            return "public-unsure"
        await surely(lambda: self.ledger.write(lambda books: self._keep(books, found, sent)))
        await show(self.query, draw_sent(found.answer, group=found.group, locale=self.locale))
        return None

    def _keep(self, books: Books, where: _Where, sent: Message) -> None:
        """It is the shop's turn in the talk, whoever's the card is."""
        place, text, by = where.place, where.answer.text, self.query.from_user.id
        _move(books, where.answer.id, Stage.SENT)
        card = books.card(where.answer.card_id)
        draft = draft_sent(card.face.advice, text) if card is not None else None
        if card is not None and draft is not None:
            books.keep_words_sent(by, draft, card_id=card.id)
        if card is not None and card.seller_id == NOBODY:
            take(books, self.force.coach, card.id, by=by)
        turn = Turn(Who.SELLER, text, sent.date.timestamp(), channel=place.channel)
        self.listener.hear(books, Said(place, turn, sent.message_id))


def _confirmed(books: Books, number: int, by: int) -> _Where | str:
    """What was asked by the same manager, from now on on its way; nothing else goes out.

    Not once the card is closed, nor where the same words stand there already. The owner can look
    it up from now on, whatever becomes of this process.
    """
    answer = books.public_answers.find(number)
    card = books.card(answer.card_id) if answer is not None else None
    if answer is None or card is None or answer.by != by:
        return "public-gone"
    place = books.conversation_of(card).place
    room = books.rooms.find(place.chat_id)
    if room is None or not room.is_heard:
        return "public-not-there"
    if answer.stage is not Stage.ASKED:
        return WHERE_IT_STANDS.get(answer.stage, "public-gone")
    if card.face.state is not CardState.OPEN:
        return "public-changed"
    if books.public_answers.is_said(answer):
        return "public-done"
    if not books.public_answers.move(number, Stage.ASKED, Stage.SENDING):
        return "public-gone"
    person = place.customer_name or str(place.customer_id)
    deed = books.roster.keep_deed(DeedKind.ANSWERED, by, person=person, group=room.title)
    return _Where(answer, place, room.title, deed=deed)


def _refused(books: Books, where: _Where) -> None:
    _move(books, where.answer.id, Stage.REFUSED)
    books.roster.take_back_deed(where.deed)


def _move(books: Books, number: int, after: Stage) -> None:
    """What becomes of an answer on its way, also where another process has given it up."""
    for before in (Stage.SENDING, Stage.UNSURE):
        books.public_answers.move(number, before, after)


def own_up(books: Books, before: float) -> None:
    """Nobody knows whether what was on its way before a time arrived: tell who confirmed it."""
    for answer in books.public_answers.on_their_way(before):
        if not books.public_answers.move(answer.id, Stage.SENDING, Stage.UNSURE):
            continue
        card = books.card(answer.card_id)
        chat_id = books.conversation_of(card).place.chat_id if card is not None else 0
        room = books.rooms.find(chat_id)
        group = room.title if room is not None else str(chat_id)
        about = (("group", group), ("text", shorten(answer.text)))
        books.post(answer.by, NoteLetter("note-public-unsure", about))


async def _say(bot: Bot, where: _Where) -> Message:
    """The one message to a group; the last door knows it."""
    answer, chat_id = where.answer, where.place.chat_id
    before = confirmed.set(Confirmed(chat_id, answer.text, answer.reply_to))
    try:
        return await bot.send_message(
            chat_id,
            answer.text,
            parse_mode=None,
            message_thread_id=topic_of(where.place.key),
            reply_parameters=ReplyParameters(message_id=answer.reply_to),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    finally:
        confirmed.reset(before)


def _explain(refusal: TelegramAPIError) -> str:
    if isinstance(refusal, TelegramRetryAfter):
        return "public-try-again"
    said = refusal.message.lower()
    return next((told for words, told in REFUSALS if words in said), "public-refused")
