"""/stats: figures for managers, and each seller's own; a button changes the message it is below."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, Update

from bot.core.force import Force
from bot.core.people import Shop
from bot.core.spans import Asked, Stretch
from bot.language.asked_days import Unread, read_days
from bot.language.calendar import almanac
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.screens import tell
from handlers.sending import send
from handlers.stats.buttons import SellersButton, StatsButton, ThemeButton, View
from handlers.stats.pages import Pages
from handlers.stats.sending import send_screen, show_screen
from handlers.stats.unread import unread_text
from handlers.turns import clean, is_private
from handlers.writing import Drawn, one_direction


def build_router() -> Router:
    """/stats and its buttons; who may see whose figures is asked at every press."""
    router = Router(name="stats")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_stats, is_private, Command("stats"))
    router.callback_query.register(on_stats_button, StatsButton.filter())
    router.callback_query.register(on_sellers_button, SellersButton.filter())
    router.callback_query.register(on_theme, ThemeButton.filter())
    return router


async def on_stats(
    message: Message,
    command: CommandObject,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    force: Force,
    locale: Locale,
) -> None:
    """Today's figures, or those of the days that the words after the command name."""
    words = clean(command.args or "").strip()

    def look(books: Books) -> date:
        return books.summaries.today

    today = await ledger.write_then_look(
        event_update.update_id, lambda books: meet(books, message), look
    )
    asked = _asked(words, today, shop, locale)
    if isinstance(asked, Unread):
        await send(message, Drawn(one_direction(unread_text(asked, today, locale), locale)))
        return
    pages = Pages(ledger, shop, force, locale, message.chat.id)
    first = StatsButton(
        view=View.FRONT, stretch=asked.stretch, first=asked.first.toordinal(), days=asked.days
    )
    await send_screen(message, await pages.screen(first), locale)


async def on_stats_button(
    query: CallbackQuery,
    callback_data: StatsButton,
    ledger: Ledger,
    shop: Shop,
    force: Force,
    locale: Locale,
) -> None:
    """Other days, deeper, or back."""
    await tell(query)
    pages = Pages(ledger, shop, force, locale, query.from_user.id)
    await show_screen(query, await pages.screen(callback_data), locale)


async def on_sellers_button(
    query: CallbackQuery,
    callback_data: SellersButton,
    ledger: Ledger,
    shop: Shop,
    force: Force,
    locale: Locale,
) -> None:
    """The sellers, or one of them, for managers."""
    if not shop.is_manager(query.from_user.id):
        await tell(query, locale.say("stats-managers-only"), alert=True)
        return
    await tell(query)
    pages = Pages(ledger, shop, force, locale, query.from_user.id)
    await show_screen(query, await pages.sellers(callback_data), locale)


async def on_theme(
    query: CallbackQuery,
    callback_data: ThemeButton,
    ledger: Ledger,
    shop: Shop,
    force: Force,
    locale: Locale,
) -> None:
    """Pictures are drawn for a dark screen, or a light one, from now on; this one at once."""
    by, dark = query.from_user, callback_data.dark

    def keep(books: Books) -> None:
        books.remember_person(by.id, clean(by.first_name))
        books.choose_dark(by.id, dark=dark)

    await ledger.write(keep)
    await tell(query, locale.say("stats-theme-dark" if dark else "stats-theme-light"))
    pages = Pages(ledger, shop, force, locale, by.id)
    await show_screen(query, await pages.screen(callback_data.shows), locale)


def _asked(words: str, today: date, shop: Shop, locale: Locale) -> Asked | Unread:
    if not words:
        return Asked(Stretch.DAY, today)
    return read_days(words, today, almanac(locale.language, shop.timezone))
