"""The screens of /quiet: how things stand, the holidays, the muted talks; and their buttons."""

from datetime import UTC, date, datetime
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)

from bot.core.quiet import Hours, Rest, quiet_until
from bot.language.calendar import WEEK, Dates
from bot.locale import Locale
from bot.store.books import Books
from handlers.keyboards import in_rows
from handlers.nudges.patience import patience_button
from handlers.numbers import PageNumber, RowNumber
from handlers.writing import Drawn, one_direction

MUTED_SHOWN = 30


class Change(StrEnum):
    """A button of the screen; the values travel in callback data."""

    NO_HOURS = "none"
    FROM_TEN = "ten"
    FROM_ELEVEN = "eleven"
    DAY = "day"
    NO_DATES = "dates"
    ONE_HOUR = "hour"
    TOMORROW = "tomorrow"
    MUTE = "mute"
    OFFICIAL = "iran"
    DATES = "days"
    DROP = "drop"
    TALKS = "talks"
    UNMUTE = "unmute"
    BACK = "back"
    SOUND = "sound"


HOURS = {
    Change.NO_HOURS: None,
    Change.FROM_TEN: Hours(22 * 60, 8 * 60),
    Change.FROM_ELEVEN: Hours(23 * 60, 7 * 60),
}


class QuietButton(CallbackData, prefix="quiet"):
    """What someone says of their rest.

    `day` is a weekday from Monday, or a date by its ordinal; `card` that of a muted talk.
    """

    change: Change
    day: PageNumber = 0
    card: RowNumber = 0


def screen(books: Books, person_id: int, locale: Locale) -> Drawn:
    """How things stand, and the buttons."""
    rest, now, zone = books.reach.rest_of(person_id), books.now, books.reach.zone
    voice = locale.plain
    until = quiet_until(rest, now, zone)
    if until is None:
        state = voice.say("quiet-is-off")
    elif rest.is_muted:
        state = voice.say("quiet-is-muted")
    else:
        moment, dates = datetime.fromtimestamp(until, zone), Dates(locale.language)
        day, hour = dates.short_day(moment, zone), dates.clock(moment, zone)
        state = voice.say("quiet-is-on", day=day, hour=hour)
    lines = [voice.say("quiet-title"), state, *_plan(rest, locale), voice.say("quiet-promise")]
    text = "\n\n".join([lines[0], "\n".join(lines[1:-1]), lines[-1], voice.say("quiet-how")])
    keyboard = _keyboard(rest, locale, is_quiet=until is not None)
    if books.shop.is_manager(person_id):
        keyboard.inline_keyboard.append([patience_button(locale)])
    if books.reach.muted(person_id):
        keyboard.inline_keyboard.append([_button(Change.TALKS, locale)])
    return Drawn(one_direction(text, locale), keyboard)


def draw_dates(books: Books, person_id: int, locale: Locale) -> Drawn:
    """The holidays, each with a button that takes it away."""
    dates = books.reach.rest_of(person_id).dates
    if not dates:
        return screen(books, person_id, locale)
    drops = [
        _button(Change.DROP, locale, day=each.toordinal(), text=f"✖️ {_day(each, locale)}")
        for each in dates
    ]
    rows = in_rows(drops, 3)
    rows += [[_button(Change.NO_DATES, locale)], [_button(Change.BACK, locale)]]
    text = one_direction(locale.say("quiet-dates-title"), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def draw_talks(books: Books, person_id: int, locale: Locale) -> Drawn:
    """The muted talks, each with a button that gives its sound back."""
    unnamed = locale.plain.say("card-customer")
    rows = [
        [_button(Change.UNMUTE, locale, card=each.card_id, text=f"🔔 {each.customer or unnamed}")]
        for each in books.reach.muted(person_id)[:MUTED_SHOWN]
    ]
    words = "quiet-talks-title" if rows else "quiet-no-talks"
    rows.append([_button(Change.BACK, locale)])
    text = one_direction(locale.say(words), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


LOOKS = {Change.DATES: draw_dates, Change.TALKS: draw_talks, Change.BACK: screen}
"""What only shows something."""

PAGES = {Change.DROP: draw_dates, Change.UNMUTE: draw_talks}
"""Where one stays after a change."""


def _button(
    change: Change, locale: Locale, *, day: int = 0, card: int = 0, text: str = ""
) -> InlineKeyboardButton:
    words = text or locale.plain.say(f"button-quiet-{change.value}")
    data = QuietButton(change=change, day=day, card=card).pack()
    return InlineKeyboardButton(text=words, callback_data=data)


def _plan(rest: Rest, locale: Locale) -> list[str]:
    """Hours, weekdays and dates, one line each where there are any."""
    voice, comma, lines = locale.plain, locale.say("list-comma"), []
    dates = Dates(locale.language)
    if rest.hours is not None:
        begin, end = dates.minute(rest.hours.begin), dates.minute(rest.hours.end)
        lines.append(voice.say("quiet-hours", begin=begin, end=end))
    if rest.weekdays:
        days = comma.join(dates.short_weekday(day) for day in WEEK if day in rest.weekdays)
        lines.append(voice.say("quiet-days", days=days))
    if rest.dates:
        days = comma.join(_day(each, locale) for each in rest.dates)
        lines.append(voice.say("quiet-dates", days=days))
    return lines


def _keyboard(rest: Rest, locale: Locale, *, is_quiet: bool) -> InlineKeyboardMarkup:
    def button(
        change: Change, *, day: int = 0, text: str = "", on: bool = False
    ) -> InlineKeyboardButton:
        words = text or locale.plain.say(f"button-quiet-{change.value}")
        return _button(change, locale, day=day, text=f"✅ {words}" if on else words)

    dates = Dates(locale.language)
    hours = [button(each, on=rest.hours == HOURS[each]) for each in HOURS]
    days = [
        button(Change.DAY, day=day, text=dates.short_weekday(day), on=day in rest.weekdays)
        for day in WEEK
    ]
    said = rest.is_muted or (is_quiet and rest.muted_until is not None)
    mutes = [button(Change.SOUND)] if said else []
    mutes += [button(Change.ONE_HOUR), button(Change.TOMORROW)]
    rows = [hours, days[:4], days[4:], mutes]
    if not rest.is_muted:
        rows.append([button(Change.MUTE)])
    holidays = [button(Change.DATES)] if rest.dates else []
    rows.append([button(Change.OFFICIAL), *holidays])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _day(day: date, locale: Locale) -> str:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return Dates(locale.language).short_day(noon, UTC)
