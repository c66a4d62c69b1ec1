"""/audit: what was done in the shop, newest first, for its owner alone."""

from dataclasses import replace
from datetime import datetime
from html import escape
from itertools import groupby

from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.core.deed import Deed
from bot.core.people import Shop
from bot.language.calendar import shop_zone
from bot.locale import Argument, Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.keyboards import button
from handlers.screens import show, tell
from handlers.sending import send
from handlers.team.buttons import AuditButton
from handlers.team.moments import day_of, hour_of
from handlers.writing import Drawn, one_direction

DEEDS_ON_A_PAGE = 10
_WORDED = {"role": "role", "decision": "deed-decision", "setting": "setting"}
"""Arguments that are names of ours; their words' message ids begin so."""
_DAYS = frozenset({"first_day", "last_day"})
_NUMBERS = frozenset({"number", "before", "after"})


async def on_audit(message: Message, ledger: Ledger, shop: Shop, locale: Locale) -> None:
    """The newest deeds."""
    if not shop.is_owner(message.chat.id):
        await send(message, Drawn(one_direction(locale.say("audit-owner-only"), locale)))
        return
    await send(message, await _draw(ledger, 0, locale))


async def on_audit_button(
    query: CallbackQuery, callback_data: AuditButton, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    """Another page."""
    if not shop.is_owner(query.from_user.id):
        await tell(query, locale.say("audit-owner-only"), alert=True)
        return
    await tell(query)
    await show(query, await _draw(ledger, callback_data.page, locale))


async def _draw(ledger: Ledger, page: int, locale: Locale) -> Drawn:
    def look(books: Books) -> tuple[int, int, tuple[Deed, ...]]:
        pages = max(1, -(-books.roster.count_deeds() // DEEDS_ON_A_PAGE))
        shown = min(max(page, 0), pages - 1)
        deeds = books.roster.deeds(skip=shown * DEEDS_ON_A_PAGE, most=DEEDS_ON_A_PAGE)
        return shown, pages, _named(deeds, books)

    return draw_deeds(*await ledger.write(look), locale)


def draw_deeds(page: int, pages: int, deeds: tuple[Deed, ...], locale: Locale) -> Drawn:
    """A page of deeds as a message."""
    if not deeds:
        return Drawn(one_direction(locale.say("audit-none"), locale))
    headline = locale.say("audit-headline", page=page + 1, pages=pages)
    days = [
        "\n".join([f"<b>{day}</b>", *(_line(deed, locale) for deed in done)])
        for day, done in groupby(deeds, lambda deed: day_of(deed.at, locale))
    ]
    neighbours = (("audit-button-newer", page - 1), ("audit-button-older", page + 1))
    row = [
        button(locale.say(words), AuditButton(page=number))
        for words, number in neighbours
        if 0 <= number < pages
    ]
    keyboard = InlineKeyboardMarkup(inline_keyboard=[row]) if row else None
    return Drawn(one_direction("\n\n".join([headline, *days]), locale), keyboard)


def _line(deed: Deed, locale: Locale) -> str:
    hour = hour_of(deed.at, locale)
    return locale.plain.say("audit-line", hour=hour, deed=sentence(deed, locale))


def _named(deeds: tuple[Deed, ...], books: Books) -> tuple[Deed, ...]:
    """Whom Aram has met since is told by name."""
    numbers = {
        int(value) for deed in deeds for name, value in deed.about if _is_number(name, value)
    }
    names = books.roster.names(numbers)

    def told(name: str, value: str) -> tuple[str, str]:
        return name, names.get(int(value), value) if _is_number(name, value) else value

    return tuple(
        replace(deed, about=tuple(told(name, value) for name, value in deed.about))
        for deed in deeds
    )


def _is_number(name: str, value: str) -> bool:
    return name == "person" and value.isdecimal()


def sentence(deed: Deed, locale: Locale) -> str:
    """A deed in words, in HTML."""
    about: dict[str, Argument] = {name: _told(name, value, locale) for name, value in deed.about}
    return locale.say(f"deed-{deed.kind}", who=_doer(deed, locale), **about)


def _doer(deed: Deed, locale: Locale) -> str:
    if deed.by is None:
        return locale.say("deed-by-settings")
    if deed.by_name:
        return escape(deed.by_name)
    return locale.say("team-nameless", id=str(deed.by))


def _told(name: str, value: str, locale: Locale) -> Argument:
    """An argument as the reader's language has it."""
    if _is_number(name, value):
        return locale.say("team-nameless", id=value)
    if name in _DAYS:
        noon = datetime.fromisoformat(f"{value}T12:00").replace(tzinfo=shop_zone.get())
        return day_of(noon.timestamp(), locale)
    if name in _WORDED:
        return locale.say(f"{_WORDED[name]}-{value}")
    return int(value) if name in _NUMBERS and value.isdecimal() else escape(value)
