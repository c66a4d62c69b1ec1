"""The beginning: /start, /help, /language, and a seller who connects their chats."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BotCommand,
    BusinessConnection,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Connection, Shop
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.connections import Connections, connection_of
from handlers.middlewares import TeamOnly
from handlers.turns import clean, is_talk

COMMANDS = ("start", "help", "check", "lessons", "language")


class LanguageButton(CallbackData, prefix="lang"):
    """A language to choose."""

    locale: str


def build_router() -> Router:
    """Commands in a private chat with Aram, business connections, and buttons of no use."""
    router = Router(name="onboarding")
    private = Router(name="private")
    private.message.filter(F.chat.type == ChatType.PRIVATE)
    private.message.middleware(TeamOnly())
    private.callback_query.middleware(TeamOnly())
    private.message.register(on_start, CommandStart())
    private.message.register(on_language, Command("language"))
    private.message.register(on_help, is_talk)
    private.callback_query.register(on_language_chosen, LanguageButton.filter())
    private.callback_query.register(on_dead_button)
    router.include_router(private)
    router.business_connection.register(on_business_connection)
    return router


def menu(locale: Locale) -> list[BotCommand]:
    """The commands as Telegram's menu shows them."""
    return [
        BotCommand(command=name, description=locale.say(f"command-{name}")) for name in COMMANDS
    ]


async def on_start(message: Message, event_update: Update, ledger: Ledger, shop: Shop) -> None:
    """Someone of the team has opened the chat with Aram; they may be the owner to be named."""
    welcome = NoteLetter("note-welcome")
    if shop.owner_id is None:
        welcome = _with_number("note-welcome-ownerless", message)

    def begin(books: Books) -> None:
        meet(books, message)
        books.post(message.chat.id, welcome, Urgency.NOW)

    await ledger.write_once(event_update.update_id, begin)


async def on_help(message: Message, event_update: Update, ledger: Ledger) -> None:
    """Anything else that is written to Aram is answered with what it can do, and who asks."""

    def explain(books: Books) -> None:
        meet(books, message)
        books.post(message.chat.id, _with_number("note-help", message), Urgency.NOW)

    await ledger.write_once(event_update.update_id, explain)


async def on_language(message: Message, locales: Locales, locale: Locale) -> None:
    """Offer the languages."""
    row = [
        InlineKeyboardButton(
            text=locales.get(name).say("language-name"),
            callback_data=LanguageButton(locale=name).pack(),
        )
        for name in locales.languages
    ]
    keyboard = InlineKeyboardMarkup(inline_keyboard=[row])
    await message.answer(locale.say("note-choose-language"), reply_markup=keyboard)


async def on_language_chosen(
    query: CallbackQuery,
    callback_data: LanguageButton,
    event_update: Update,
    ledger: Ledger,
    locales: Locales,
    locale: Locale,
) -> None:
    """A language was chosen."""
    if callback_data.locale not in locales.languages:
        await on_dead_button(query, locale)
        return
    person = query.from_user

    def choose(books: Books) -> None:
        books.remember_person(person.id, clean(person.first_name))
        books.choose_locale(person.id, callback_data.locale)

    await ledger.write_once(event_update.update_id, choose)
    await query.answer(locales.get(callback_data.locale).say("note-language-chosen"))


async def on_dead_button(query: CallbackQuery, locale: Locale) -> None:
    """A button that no other handler knows: the answer stops its spinner."""
    await query.answer(locale.say("note-dead-button"))


async def on_business_connection(
    announced: BusinessConnection,
    event_update: Update,
    ledger: Ledger,
    connections: Connections,
    shop: Shop,
) -> None:
    """A seller has connected their chats, changed the rights, or taken the connection away."""
    connection = connection_of(announced)
    await connections.remember(connection)

    def tell(books: Books) -> None:
        if not shop.is_team(connection.seller_id):
            note = NoteLetter("note-stranger", (("id", str(connection.seller_id)),))
        else:
            books.remember_person(connection.seller_id, clean(announced.user.first_name))
            note = NoteLetter(_state_of(connection))
        books.post(connection.whisper_chat_id, note, Urgency.NOW)

    await ledger.write_once(event_update.update_id, tell)


def _state_of(connection: Connection) -> str:
    if not connection.is_enabled:
        return "note-disconnected"
    return "note-connected" if connection.can_reply else "note-connected-reading-only"


def meet(books: Books, message: Message) -> None:
    """Remember who of the team writes; they have opened the chat with Aram."""
    if message.from_user is not None:
        name = clean(message.from_user.first_name)
        books.remember_person(message.from_user.id, name, started=True)


def _with_number(note: str, message: Message) -> NoteLetter:
    """A note that tells a person their number; a private chat bears its person's."""
    return NoteLetter(note, (("id", str(message.chat.id)),))
