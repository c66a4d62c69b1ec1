"""The screen of /digest: when the digest comes, and the buttons that change it."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.core.digest import EVERY_DAY, NOON, Plan, Wish
from bot.language.calendar import WEEK, Dates
from bot.locale import Locale
from handlers.keyboards import button, keyboard
from handlers.numbers import PageNumber
from handlers.writing import Drawn, one_direction

HOURS = (8 * 60, 18 * 60, 20 * 60, 21 * 60, 22 * 60, 23 * 60)
DAY_MINUTES = 24 * 60


class Change(StrEnum):
    """A button of the screen; the values travel in callback data."""

    OPEN = "open"
    HOUR = "hour"
    DAY = "day"
    ON = "on"
    EMPTY = "empty"
    DARK = "dark"
    NOW = "now"


class DigestButton(CallbackData, prefix="dg"):
    """What a manager says of their digest; `value` is a minute of the day or a weekday."""

    change: Change
    value: PageNumber = 0


def changed(wish: Wish, said: DigestButton) -> Wish:
    """As the button says, where that can be; one day of the week always stays."""
    match said.change:
        case Change.HOUR if 0 <= said.value < DAY_MINUTES:
            return replace(wish, minute=said.value, is_on=True)
        case Change.DAY if said.value in WEEK:
            days = tuple(sorted(set(wish.weekdays) ^ {said.value}))
            return replace(wish, weekdays=days or wish.weekdays)
        case Change.ON:
            return replace(wish, is_on=not wish.is_on)
        case Change.EMPTY:
            return replace(wish, on_empty=not wish.on_empty)
    return wish


def draw_settings(
    wish: Wish, plan: Plan | None, today: date, locale: Locale, *, is_dark: bool = False
) -> Drawn:
    """How things stand, and the choices; those in force are marked."""
    say = locale.plain.say
    hour = minute_words(wish.minute, locale)
    lines = [say("digest-settings-title"), ""]
    if not wish.is_on:
        lines.append(say("digest-settings-off"))
    else:
        lines.append(say("digest-settings-on", hour=hour, days=_days(wish, locale)))
        lines += [say("digest-settings-next", day=_when(plan, today, locale), hour=hour)]
        is_morning = wish.minute < NOON
        lines.append(say("digest-settings-morning" if is_morning else "digest-settings-day"))
        lines.append(say("digest-settings-on-empty" if wish.on_empty else "digest-settings-empty"))
    lines += ["", say("digest-settings-how")]
    return Drawn(
        one_direction("\n".join(lines), locale), keyboard(*_rows(wish, locale, is_dark=is_dark))
    )


def draw_unsure(locale: Locale) -> Drawn:
    """Today's digest may not have arrived; it can be seen at once."""
    now = button(locale.plain.say("button-digest-now"), DigestButton(change=Change.NOW))
    return Drawn(one_direction(locale.plain.say("digest-unsure"), locale), keyboard([now]))


def minute_words(minute: int, locale: Locale) -> str:
    """«۲۱:۰۰», "21:00"."""
    return Dates(locale.language).minute(minute)


def settings_button(locale: Locale) -> InlineKeyboardButton:
    """The button by which managers come to the screen."""
    return button(locale.plain.say("button-digest-open"), DigestButton(change=Change.OPEN))


def _rows(wish: Wish, locale: Locale, *, is_dark: bool) -> list[list[InlineKeyboardButton]]:
    def marked(words: str, said: DigestButton, *, is_on: bool) -> InlineKeyboardButton:
        return button(f"✅ {words}" if is_on else words, said)

    def named(change: Change, words: str, *, is_on: bool = False) -> InlineKeyboardButton:
        label = locale.plain.say(f"button-digest-{words}")
        return marked(label, DigestButton(change=change), is_on=is_on)

    switch = named(Change.ON, "off" if wish.is_on else "on")
    last = [named(Change.NOW, "now"), switch]
    if not wish.is_on:
        return [last]
    hours = [
        marked(
            minute_words(each, locale),
            DigestButton(change=Change.HOUR, value=each),
            is_on=each == wish.minute,
        )
        for each in HOURS
    ]
    days = [
        marked(
            _day_name(day, locale),
            DigestButton(change=Change.DAY, value=day),
            is_on=day in wish.weekdays,
        )
        for day in WEEK
    ]
    empty = named(Change.EMPTY, "empty", is_on=wish.on_empty)
    dark = named(Change.DARK, "dark", is_on=is_dark)
    return [hours[:3], hours[3:], days[:4], days[4:], [empty, dark], last]


def _days(wish: Wish, locale: Locale) -> str:
    say, left_out = locale.plain.say, [day for day in WEEK if day not in wish.weekdays]
    comma = say("list-comma")
    if set(wish.weekdays) == set(EVERY_DAY):
        return say("digest-every-day")
    if len(left_out) <= 2:
        names = comma.join(_day_name(day, locale) for day in left_out)
        return say("digest-every-day-but", days=names)
    return comma.join(_day_name(day, locale) for day in WEEK if day in wish.weekdays)


def _when(plan: Plan | None, today: date, locale: Locale) -> str:
    if plan is None:
        return ""
    if plan.day == today:
        return locale.plain.say("digest-today")
    if plan.day == today + timedelta(1):
        return locale.plain.say("digest-tomorrow")
    return _day_name(plan.day.weekday(), locale)


def _day_name(day: int, locale: Locale) -> str:
    return Dates(locale.language).weekday(day)
