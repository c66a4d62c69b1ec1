"""The beginning: /start, /help, /language, and a seller who connects their chats."""

import logging

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BusinessConnection,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
)

from bot.core.deed import DeedKind
from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Connection, Shop
from bot.core.reach import Spell, come_back, follow_connection
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.connections import Connections, connection_of
from handlers.middlewares import TeamOnly, words_for_stranger
from handlers.screens import tell
from handlers.turns import clean, is_talk

COMMANDS = (
    "start",
    "help",
    "check",
    "mine",
    "stats",
    "lessons",
    "team",
    "duty",
    "quiet",
    "breath",
    "reminders",
    "care",
    "language",
    "privacy",
    "leave",
)
COMMANDS_OF_MANAGERS = ("playbooks", "try", "digest", *COMMANDS)
COMMANDS_OF_OWNER = (
    *("playbooks", "try", "digest", "audit"),
    *(name for name in COMMANDS if name != "leave"),
)
COMMANDS_OF_SEVERAL_SHOPS = ("shop",)

log = logging.getLogger(__name__)


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


def menu(locale: Locale, commands: tuple[str, ...] = COMMANDS) -> list[BotCommand]:
    """The commands as Telegram's menu shows them."""
    return [
        BotCommand(command=name, description=locale.say(f"command-{name}")) for name in commands
    ]


def commands_of(person_id: int, shops: Shops, shop: Shop) -> tuple[str, ...]:
    """The commands of someone in the shop they work in; the menu of everybody for strangers."""
    own: tuple[str, ...] = COMMANDS_OF_MANAGERS if shop.is_manager(person_id) else COMMANDS
    if shop.is_owner(person_id):
        own = COMMANDS_OF_OWNER
    several = len(shops.of_person(person_id)) > 1
    return (*own, *COMMANDS_OF_SEVERAL_SHOPS) if several else own


async def publish_menu(bot: Bot, person_id: int, commands: tuple[str, ...], locale: Locale) -> None:
    """Let the menu of someone's own chat be these commands; an older one will do."""
    scope = BotCommandScopeChat(chat_id=person_id)
    try:
        if commands == COMMANDS:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands(menu(locale, commands), scope=scope)
    except TelegramAPIError as error:
        log.warning("a menu could not be published: %s", type(error).__name__)


async def on_start(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
) -> None:
    """Someone of the team has opened the chat with Aram; where the shop has no owner, it says."""
    await show_own_menu(message, shops, shop, locale)
    welcome = NoteLetter("note-welcome")
    if shop.is_owner(message.chat.id):
        welcome = NoteLetter("note-welcome-owner")
    if shop.owner_id is None:
        welcome = _with_number("note-welcome-ownerless", message)

    def begin(books: Books) -> None:
        meet(books, message)
        books.post(message.chat.id, welcome, Urgency.NOW)

    await ledger.write_once(event_update.update_id, begin)


async def on_help(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
) -> None:
    """Anything else that is written to Aram is answered with what it can do, and who asks."""
    await show_own_menu(message, shops, shop, locale)
    person_id = message.chat.id
    words = "note-help-manager" if shop.is_manager(person_id) else "note-help"
    if shop.is_owner(person_id):
        words = "note-help-owner"

    def explain(books: Books) -> None:
        meet(books, message)
        books.post(message.chat.id, _with_number(words, message), Urgency.NOW)

    await ledger.write_once(event_update.update_id, explain)


async def show_own_menu(message: Message, shops: Shops, shop: Shop, locale: Locale) -> None:
    """Give someone's own chat the menu of their role, where it is not everybody's."""
    commands = commands_of(message.chat.id, shops, shop)
    if message.bot is not None and commands != COMMANDS:
        await publish_menu(message.bot, message.chat.id, commands, locale)


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
    await tell(query, locales.get(callback_data.locale).say("note-language-chosen"))


async def on_dead_button(query: CallbackQuery, locale: Locale) -> None:
    """A button that no other handler knows: the answer stops its spinner."""
    await tell(query, locale.say("note-dead-button"))


async def on_business_connection(
    announced: BusinessConnection,
    event_update: Update,
    ledger: Ledger,
    connections: Connections,
    shop: Shop,
) -> None:
    """A seller has connected their chats, changed the rights, or taken the connection away."""
    is_known = shop.is_team(announced.user.id)
    before = await ledger.write(lambda books: books.connection(announced.id))
    connection = await connections.remember(connection_of(announced), shop if is_known else None)

    def tell(books: Books) -> None:
        if not is_known:
            note = NoteLetter(words_for_stranger(shop), (("id", str(connection.seller_id)),))
        else:
            books.remember_person(connection.seller_id, clean(announced.user.first_name))
            note = NoteLetter(_state_of(connection, before))
            follow_connection(
                books,
                connection.id,
                is_enabled=connection.is_enabled,
                may_send=connection.can_reply,
            )
            if (before is not None and before.is_enabled) is not connection.is_enabled:
                is_on = connection.is_enabled
                kind = DeedKind.CONNECTED if is_on else DeedKind.DISCONNECTED
                books.roster.keep_deed(kind, connection.seller_id)
        books.post(connection.whisper_chat_id, note, Urgency.NOW)

    await ledger.write_once(event_update.update_id, tell)


def _state_of(connection: Connection, before: Connection | None) -> str:
    if not connection.is_enabled:
        return "note-disconnected"
    if before is not None and before.is_enabled and before.can_reply and not connection.can_reply:
        return "reach-right-taken"
    return "note-connected" if connection.can_reply else "note-connected-reading-only"


def meet(books: Books, message: Message) -> None:
    """Remember who of the team writes; they have opened the chat with Aram."""
    if message.from_user is not None:
        name = clean(message.from_user.first_name)
        books.remember_person(message.from_user.id, name, started=True)
        welcome_back(books, message.from_user.id)


def welcome_back(books: Books, person_id: int) -> None:
    """In every shop in which something waited for someone, they get it now."""
    missing = books.reach.shops_missing(person_id, Spell.UNREACHABLE)
    for shop in books.roster.shops() if missing else ():
        if shop.id in missing and shop.is_team(person_id):
            come_back(books.of(shop), person_id)


def _with_number(note: str, message: Message) -> NoteLetter:
    """A note that tells a person their number; a private chat bears its person's."""
    return NoteLetter(note, (("id", str(message.chat.id)),))
