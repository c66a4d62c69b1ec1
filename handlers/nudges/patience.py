"""After how many minutes of silence seller and manager are nudged: the managers' screen."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Update

from bot.core.people import Role
from bot.core.silences import Patience
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.keyboards import button, keyboard
from handlers.numbers import PageNumber
from handlers.screens import show, tell
from handlers.sending import send
from handlers.writing import Drawn, one_direction

NEVER = 0
CHOICES = {"seller": (5, 10, 15, 30, NEVER), "manager": (10, 20, 30, 60, NEVER)}


class Whose(StrEnum):
    """Whose minutes a button sets; SCREEN opens the screen. The values travel in callback data."""

    SCREEN = "screen"
    SELLER = "seller"
    MANAGER = "manager"


class PatienceButton(CallbackData, prefix="patience"):
    """So many minutes of silence, for seller or manager; 0 for never."""

    whose: Whose
    minutes: PageNumber = NEVER


async def on_patience(
    query: CallbackQuery,
    callback_data: PatienceButton,
    event_update: Update,
    ledger: Ledger,
    locale: Locale,
) -> None:
    """A manager opens the screen, or wants other minutes."""
    by, said = query.from_user.id, callback_data

    def manages(books: Books) -> bool:
        return books.roster.is_at_least(by, Role.MANAGER)

    def keep(books: Books) -> None:
        before = books.silences.patience()
        after = _changed(before, said)
        if manages(books) and after != before:
            books.silences.keep_patience(after)

    def look(books: Books) -> Patience | None:
        return books.silences.patience() if manages(books) else None

    kept = await ledger.write_then_look(event_update.update_id, keep, look)
    if kept is None:
        await tell(query, locale.say("patience-not-manager"), alert=True)
        return
    drawn = draw_patience(kept, locale)
    if said.whose is Whose.SCREEN:
        await tell(query)
        await send(query, drawn)
        return
    await tell(query, locale.say("patience-answer"))
    await show(query, drawn)


def _changed(patience: Patience, said: PatienceButton) -> Patience:
    """As the button says, where it is one of those offered."""
    if said.minutes not in CHOICES.get(said.whose.value, ()):
        return patience
    if said.whose is Whose.SELLER:
        return Patience(said.minutes, patience.manager)
    return Patience(patience.seller, said.minutes)


def draw_patience(patience: Patience, locale: Locale) -> Drawn:
    """How things stand, and the choices; the one in force is marked."""
    voice, chosen = locale.plain, {"seller": patience.seller, "manager": patience.manager}
    lines = [voice.say("patience-title")]
    lines.append("\n".join(_line(whose, minutes, locale) for whose, minutes in chosen.items()))
    lines.append(voice.say("patience-how"))
    choices = [
        [_choice(Whose(whose), minutes, locale, is_on=minutes == now) for minutes in CHOICES[whose]]
        for whose, now in chosen.items()
    ]
    rows = [*(row[:-1] for row in choices), [row[-1] for row in choices]]
    return Drawn(one_direction("\n\n".join(lines), locale), keyboard(*rows))


def patience_button(locale: Locale) -> InlineKeyboardButton:
    """The button by which managers come to the screen."""
    return button(locale.plain.say("button-patience"), PatienceButton(whose=Whose.SCREEN))


def _line(whose: str, minutes: int, locale: Locale) -> str:
    words = f"patience-{whose}" if minutes else f"patience-{whose}-never"
    return locale.plain.say(words, minutes=minutes)


def _choice(whose: Whose, minutes: int, locale: Locale, *, is_on: bool) -> InlineKeyboardButton:
    words = f"button-patience-{whose.value}{'' if minutes else '-never'}"
    label = locale.plain.say(words, minutes=minutes)
    data = PatienceButton(whose=whose, minutes=minutes)
    return button(f"✅ {label}" if is_on else label, data)
