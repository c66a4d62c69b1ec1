"""The screens of /quiet: how things stand, the holidays, the muted talks; and their buttons."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)

from bot.core.quiet import Hours, Rest, quiet_until
from bot.language.calendar import (
    clock,
    clock_english,
    gregorian,
    jalali_short,
    weekday,
)
from bot.locale import Locale
from bot.store.books import Books
from handlers.card import Drawn, one_direction
from handlers.nudges.patience import patience_button
from handlers.numbers import PageNumber, RowNumber

MUTED_SHOWN = 30
WEEK = (5, 6, 0, 1, 2, 3, 4)
"""From Saturday, as weeks go in Iran; Monday is 0."""
A_MONDAY = date(2024, 1, 1)


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
        moment = datetime.fromtimestamp(until, zone)
        state = voice.say("quiet-is-on", day=_day(moment, locale), hour=_clock(moment, locale))
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
        _button(Change.DROP, locale, day=each.toordinal(), text=f"✖️ {_day(_noon(each), locale)}")
        for each in dates
    ]
    rows = [drops[start : start + 3] for start in range(0, len(drops), 3)]
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
    if rest.hours is not None:
        begin, end = (_minute(each, locale) for each in (rest.hours.begin, rest.hours.end))
        lines.append(voice.say("quiet-hours", begin=begin, end=end))
    if rest.weekdays:
        days = comma.join(_weekday(day, locale) for day in WEEK if day in rest.weekdays)
        lines.append(voice.say("quiet-days", days=days))
    if rest.dates:
        days = comma.join(_day(_noon(each), locale) for each in rest.dates)
        lines.append(voice.say("quiet-dates", days=days))
    return lines


def _keyboard(rest: Rest, locale: Locale, *, is_quiet: bool) -> InlineKeyboardMarkup:
    def button(
        change: Change, *, day: int = 0, text: str = "", on: bool = False
    ) -> InlineKeyboardButton:
        words = text or locale.plain.say(f"button-quiet-{change.value}")
        return _button(change, locale, day=day, text=f"✅ {words}" if on else words)

    hours = [button(each, on=rest.hours == HOURS[each]) for each in HOURS]
    days = [
        button(Change.DAY, day=day, text=_weekday(day, locale), on=day in rest.weekdays)
        for day in WEEK
    ]
    said = rest.is_muted or (is_quiet and rest.muted_until is not None)
    mutes = [button(Change.SOUND)] if said else []
    mutes += [button(Change.ONE_HOUR), button(Change.TOMORROW)]
    rows = [hours, days[:4], days[4:], mutes]
    if not rest.is_muted:
        rows.append([button(Change.MUTE)])
    dates = [button(Change.DATES)] if rest.dates else []
    rows.append([button(Change.OFFICIAL), *dates])
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _weekday(day: int, locale: Locale) -> str:
    noon = _noon(A_MONDAY + timedelta(days=day))
    return weekday(noon, UTC) if locale.language == "fa" else f"{noon:%a}"


def _day(moment: datetime, locale: Locale) -> str:
    zone = moment.tzinfo or UTC
    return jalali_short(moment, zone) if locale.language == "fa" else gregorian(moment, zone)


def _clock(moment: datetime, locale: Locale) -> str:
    zone = moment.tzinfo or UTC
    return (clock if locale.language == "fa" else clock_english)(moment, zone)


def _minute(minute: int, locale: Locale) -> str:
    return _clock(_noon(A_MONDAY).replace(hour=minute // 60, minute=minute % 60), locale)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
