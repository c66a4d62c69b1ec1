"""One customer, found by their shop's owner: shown, taken out as a file, erased."""

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import BufferedInputFile, CallbackQuery, Update

from bot.core.deed import DeedKind
from bot.core.dossier import Customer
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.inbox import surely
from handlers.privacy.buttons import CustomerButton, Deed
from handlers.privacy.dossier import FILE_NAME, written
from handlers.privacy.rules import is_owner
from handlers.privacy.screens import draw_customer, draw_erased, draw_question, draw_unknown
from handlers.screens import show, tell
from handlers.sending import send
from handlers.writing import Drawn, one_direction

UPLOAD_SECONDS = 60
LARGEST_FILE = 50_000_000
"""Bytes that Telegram takes from a bot."""


async def on_customer_button(
    query: CallbackQuery,
    callback_data: CustomerButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """Whatever is asked about a customer; a file and an erasure stand among the deeds, nameless."""
    by, said = query.from_user.id, callback_data

    def carry_out(books: Books) -> None:
        known = _meant(books, said)
        if known is not None and is_owner(books, by):
            _carry_out(books, said.deed, known, by)

    def look(books: Books) -> Drawn | bytes | None:
        if not is_owner(books, by):
            return None
        if said.deed is Deed.ERASE:
            return draw_erased(locale)
        known = _meant(books, said)
        return draw_unknown(locale) if known is None else _look(books, said.deed, known, locale)

    done = await ledger.write_then_look(event_update.update_id, carry_out, look)
    match done:
        case None:
            await tell(query, locale.say("privacy-owner-only"), alert=True)
        case bytes():
            await tell(query)
            await _send_file(bot, by, done, locale)
        case Drawn():
            await tell(query)
            if said.deed is Deed.ERASE:
                await surely(lambda: ledger.scrub(whole=True))
            await (send if said.deed is Deed.CARD else show)(query, done)


def _meant(books: Books, said: CustomerButton) -> Customer | None:
    if said.deed is Deed.CARD:
        return books.privacy.of_card(said.number)
    return books.privacy.of_talk(said.number)


def _carry_out(books: Books, deed: Deed, known: Customer, by: int) -> None:
    if deed is Deed.EXPORT:
        books.roster.keep_deed(DeedKind.CUSTOMER_EXPORTED, by)
    elif deed is Deed.ERASE:
        books.erase_customer(known.id)
        books.roster.keep_deed(DeedKind.CUSTOMER_ERASED, by)


def _look(books: Books, deed: Deed, known: Customer, locale: Locale) -> Drawn | bytes:
    if deed is Deed.EXPORT:
        return written(books, known.id, locale).encode()
    if deed in (Deed.ASK, Deed.ASK_AGAIN):
        return draw_question(known, locale, again=deed is Deed.ASK_AGAIN)
    return draw_customer(known, locale)


async def _send_file(bot: Bot, to: int, content: bytes, locale: Locale) -> None:
    """To the owner's own chat alone."""
    if len(content) > LARGEST_FILE:
        text = one_direction(locale.say("export-too-large"), locale)
        await bot.send_message(to, text, parse_mode=ParseMode.HTML)
        return
    await bot.send_document(
        to,
        BufferedInputFile(content, FILE_NAME),
        caption=one_direction(locale.say("privacy-file"), locale),
        parse_mode=ParseMode.HTML,
        request_timeout=UPLOAD_SECONDS,
    )
