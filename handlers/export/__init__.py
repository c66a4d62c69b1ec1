"""Figures as files, for managers: which days, which kind, and what the owner lets out."""

from aiogram import Router
from aiogram.types import CallbackQuery, Update

from bot.core.days import Span
from bot.core.deed import DeedKind
from bot.core.letters import ExportLetter, Form, Urgency
from bot.core.people import Role, Shop
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.export.screens import draw_export, draw_question, period_of
from handlers.middlewares import TeamOnly
from handlers.screens import show, tell
from handlers.sending import send
from handlers.stats.buttons import Act, ExportButton, ExportWordsButton, Switch
from handlers.writing import Drawn

_FORMS = {Act.XLSX: Form.XLSX, Act.CSV: Form.CSV}
_SWITCHED = {Switch.ON: DeedKind.EXPORT_WORDS_ON, Switch.OFF: DeedKind.EXPORT_WORDS_OFF}


def build_router() -> Router:
    """The buttons of the export's screen; who may is asked at every press."""
    router = Router(name="export")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_export, ExportButton.filter())
    router.callback_query.register(on_words, ExportWordsButton.filter())
    return router


async def on_export(
    query: CallbackQuery,
    callback_data: ExportButton,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    locale: Locale,
) -> None:
    """The screen, or a file: that one comes by the postman, into the private chat alone."""
    by, said = query.from_user.id, callback_data

    def days(books: Books) -> Span:
        return period_of(said.asked, books.summaries.today, locale, shop.timezone).span

    def order(books: Books) -> None:
        if said.act in _FORMS and books.roster.is_at_least(by, Role.MANAGER):
            _order(books, _FORMS[said.act], days(books), by)

    def look(books: Books) -> Drawn | Span | None:
        if not books.roster.is_at_least(by, Role.MANAGER):
            return None
        return days(books) if said.act in _FORMS else _screen(books, said, by, locale)

    asked = await ledger.write_then_look(event_update.update_id, order, look)
    match asked:
        case None:
            await tell(query, locale.say("export-managers-only"), alert=True)
        case Span():
            await tell(query, locale.say("export-coming"))
        case Drawn():
            await tell(query)
            await (send if said.act is Act.SCREEN else show)(query, asked)


async def on_words(
    query: CallbackQuery,
    callback_data: ExportWordsButton,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """The owner lets customers' names and words out, asked twice, or keeps them in again."""
    by, said = query.from_user.id, callback_data

    def change(books: Books) -> None:
        if said.act is Switch.ASK or not books.roster.is_at_least(by, Role.OWNER):
            return
        if books.exports.may_have_words() is not (said.act is Switch.ON):
            books.roster.keep_deed(_SWITCHED[said.act], by)

    def look(books: Books) -> Drawn | None:
        if not books.roster.is_at_least(by, Role.OWNER):
            return None
        if said.act is Switch.ASK:
            return draw_question(said.asked, locale)
        return _screen(books, said, by, locale)

    drawn = await ledger.write_then_look(event_update.update_id, change, look)
    if drawn is None:
        await tell(query, locale.say("export-owner-only"), alert=True)
        return
    await tell(query)
    await show(query, drawn)


def _order(books: Books, form: Form, span: Span, by: int) -> None:
    """Put the file among the letters, and what was asked for among the deeds."""
    has_words = books.exports.may_have_words()
    letter = ExportLetter(form, span.first, span.last, with_words=has_words)
    books.post(by, letter, Urgency.LATER)
    first, last = span.first.isoformat(), span.last.isoformat()
    kind = DeedKind.EXPORTED_WITH_WORDS if has_words else DeedKind.EXPORTED
    books.roster.keep_deed(kind, by, first_day=first, last_day=last)


def _screen(books: Books, said: ExportButton | ExportWordsButton, by: int, locale: Locale) -> Drawn:
    when = period_of(said.asked, books.summaries.today, locale, books.shop.timezone)
    has_words, owns = books.exports.may_have_words(), books.roster.is_at_least(by, Role.OWNER)
    return draw_export(said.asked, when, locale, has_words=has_words, owns=owns)
