"""/playbooks: every playbook with its title, whether it speaks, and how it did lately."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message, WebAppInfo

from bot.core.people import FIRST_SHOP
from bot.core.playbook import Playbook
from bot.locale import Locale
from bot.store.ledger import Ledger
from bot.store.usage import NEVER_USED, Usage, playbook_usage
from handlers.keyboards import button, keyboard
from handlers.onboarding import meet
from handlers.playbooks.buttons import FilesButton, HistoryButton, ListButton, OpenButton
from handlers.playbooks.room import BUTTON_SHOWN, TITLE_SHOWN, cut
from handlers.playbooks.shelf import Shelf, Shelves
from handlers.screens import show, tell
from handlers.sending import send
from handlers.writing import Drawn, one_direction

PLAYBOOKS_ON_PAGE = 8
LATELY_DAYS = 30
DAY_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Listed:
    """A playbook in the list."""

    playbook: Playbook
    is_on: bool
    usage: Usage


async def on_playbooks(
    message: Message,
    ledger: Ledger,
    shelves: Shelves,
    locale: Locale,
    panel_url: str | None = None,
) -> None:
    """The first page."""
    await ledger.write(lambda books: meet(books, message))
    drawn = await _draw(ledger, shelves, locale, ListButton(), panel_url)
    await send(message, drawn)


async def on_list_button(
    query: CallbackQuery,
    callback_data: ListButton,
    ledger: Ledger,
    shelves: Shelves,
    locale: Locale,
    panel_url: str | None = None,
) -> None:
    """Another page, or back to the list."""
    await tell(query)
    await show(query, await _draw(ledger, shelves, locale, callback_data, panel_url))


async def usage_lately(ledger: Ledger) -> Mapping[str, Usage]:
    """How each playbook did in the last days, by id."""
    since = await ledger.write(lambda books: books.now - LATELY_DAYS * DAY_SECONDS)
    return await ledger.read(lambda session: playbook_usage(session, since, shop_id=ledger.shop.id))


async def _draw(
    ledger: Ledger, shelves: Shelves, locale: Locale, page: ListButton, panel_url: str | None
) -> Drawn:
    shelf, usage = await shelves.now(ledger), await usage_lately(ledger)
    if panel_url is not None and ledger.shop.id != FIRST_SHOP:
        panel_url = f"{panel_url}?shop={ledger.shop.id}"
    return draw_list(listed(shelf, usage, locale.language), page.page, locale, panel_url=panel_url)


def listed(shelf: Shelf, usage: Mapping[str, Usage], language: str) -> list[Listed]:
    """Every playbook, in a language where it is there: those used most, then as they speak."""
    found = [shelf.find(playbook_id, language) for playbook_id in shelf.ids()]
    entries = [
        Listed(book, shelf.is_on(book.id), usage.get(book.id, NEVER_USED)) for book in found if book
    ]
    return sorted(entries, key=_place)


def draw_list(
    entries: list[Listed], page: int, locale: Locale, *, panel_url: str | None = None
) -> Drawn:
    """A page of the list; one that is not there is the nearest."""
    pages = max(1, -(-len(entries) // PLAYBOOKS_ON_PAGE))
    page = min(max(page, 0), pages - 1)
    here = entries[page * PLAYBOOKS_ON_PAGE :][:PLAYBOOKS_ON_PAGE]
    paragraphs = [
        f"{_headline(page, pages, locale)}\n{locale.say('playbooks-legend', days=LATELY_DAYS)}",
        "\n".join(_line(each, locale) for each in here),
        locale.say("playbooks-upload-remark"),
    ]
    rows = keyboard(
        *([_open(each, locale)] for each in here),
        _turns(page, pages, locale),
        [
            button(locale.say("playbooks-button-shop"), FilesButton(id="", locale="")),
            button(locale.say("playbooks-button-history"), HistoryButton()),
        ],
        _panel(panel_url, locale),
    )
    return Drawn(one_direction("\n\n".join(paragraphs), locale), rows)


def mark_of(is_on: bool) -> str:
    """Whether a playbook speaks, at a glance."""
    return "🟢" if is_on else "⚪️"


def usage_line(usage: Usage, locale: Locale) -> str:
    """How often it was used, and how that went."""
    if not usage.shown:
        return locale.say("playbooks-unused", days=LATELY_DAYS)
    return locale.plain.say(
        "playbooks-usage",
        days=LATELY_DAYS,
        cards=usage.shown,
        good=usage.worked + usage.calmed,
        dismissed=usage.dismissed,
    )


def _headline(page: int, pages: int, locale: Locale) -> str:
    if pages == 1:
        return locale.say("playbooks-headline")
    return locale.say("playbooks-headline-page", page=page + 1, pages=pages)


def _place(entry: Listed) -> tuple[int, int, str]:
    return -entry.usage.shown, -entry.playbook.priority, entry.playbook.id


def _line(entry: Listed, locale: Locale) -> str:
    title = escape(cut(entry.playbook.title, TITLE_SHOWN))
    off = "" if entry.is_on else locale.say("playbooks-is-off")
    headline = locale.say("playbooks-entry", mark=mark_of(entry.is_on), title=title)
    return f"{headline}{off} · {_figures(entry.usage, locale)}"


def _figures(usage: Usage, locale: Locale) -> str:
    if not usage.shown:
        return locale.say("playbooks-no-cards")
    return locale.plain.say(
        "playbooks-figures",
        cards=usage.shown,
        good=usage.worked + usage.calmed,
        dismissed=usage.dismissed,
    )


def _open(entry: Listed, locale: Locale) -> InlineKeyboardButton:
    title = cut(entry.playbook.title, BUTTON_SHOWN)
    opened = OpenButton(id=entry.playbook.id, locale=locale.language)
    return button(f"{mark_of(entry.is_on)} {title}", opened)


def _turns(page: int, pages: int, locale: Locale) -> list[InlineKeyboardButton]:
    neighbours = (("playbooks-button-before", page - 1), ("playbooks-button-after", page + 1))
    return [
        button(locale.say(words), ListButton(page=number))
        for words, number in neighbours
        if 0 <= number < pages
    ]


def _panel(url: str | None, locale: Locale) -> list[InlineKeyboardButton]:
    if not url:
        return []
    words = locale.say("playbooks-button-panel")
    return [InlineKeyboardButton(text=words, web_app=WebAppInfo(url=url))]
