"""One playbook on the screen: its overview, each step, the words to avoid."""

from dataclasses import replace

from aiogram.types import CallbackQuery, User

from bot.core.house import House
from bot.core.people import Shop
from bot.core.playbook import Playbook
from bot.core.wording import Names
from bot.locale import Locale, Locales
from bot.store.ledger import Ledger
from bot.store.usage import NEVER_USED
from handlers.playbooks.buttons import AVOID, OpenButton
from handlers.playbooks.listing import usage_lately
from handlers.playbooks.overview import draw_overview
from handlers.playbooks.shelf import Shelf, Shelves
from handlers.playbooks.steps import draw_avoid, draw_step
from handlers.screens import show, tell
from handlers.turns import clean
from handlers.writing import Drawn


async def on_open_button(
    query: CallbackQuery,
    callback_data: OpenButton,
    ledger: Ledger,
    shelves: Shelves,
    locale: Locale,
    locales: Locales,
    shop: Shop,
) -> None:
    """A page of a playbook; one that is not there any more is said to be gone."""
    shelf = await shelves.now(ledger)
    drawn = await draw_page(shelf, callback_data, query.from_user, ledger, locale, locales, shop)
    if drawn is None:
        await tell(query, locale.say("playbooks-gone"), alert=True)
        return
    await tell(query)
    await show(query, drawn)


async def draw_page(
    shelf: Shelf,
    opened: OpenButton,
    reader: User,
    ledger: Ledger,
    locale: Locale,
    locales: Locales,
    shop: Shop,
) -> Drawn | None:
    """A page of a playbook, the overview for one that is not there; None without the playbook."""
    language = shelf.language_of(opened.id, opened.locale)
    book = shelf.find(opened.id, language)
    if book is None:
        return None
    page = opened.page
    if 1 <= page <= len(book.steps):
        seller = clean(reader.first_name)
        names = sample_names(shelf.house, locales.get(language), shop, seller=seller)
        return draw_step(shelf, book, language, page, locale, names=names)
    if page == AVOID and book.avoid:
        return draw_avoid(shelf, book, language, locale)
    return await _overview(shelf, book, language, locale, ledger)


def sample_names(house: House, voice: Locale, shop: Shop, *, seller: str) -> Names:
    """Names for drafts that are shown to nobody but managers; `voice` is the drafts' language."""
    values = house.names(voice.language)
    return replace(
        values,
        customer=voice.say("playbooks-sample-customer"),
        seller=seller,
        shop=values.shop or shop.name,
    )


async def _overview(
    shelf: Shelf, book: Playbook, language: str, locale: Locale, ledger: Ledger
) -> Drawn:
    usage = (await usage_lately(ledger)).get(book.id, NEVER_USED)
    now = await ledger.write(lambda books: books.now)
    return draw_overview(shelf, book, language, locale, usage=usage, now=now)
