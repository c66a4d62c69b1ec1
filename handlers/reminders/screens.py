"""Reminders as Telegram messages: one alone, several together, and somebody's list of them."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from enum import StrEnum
from html import escape

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.followup import Check
from bot.core.reminder import Kind, Reminder, State
from bot.core.shelf import Card
from bot.core.wording import has_blank
from bot.language.calendar import Dates
from bot.locale import Locale
from bot.store.books import Books
from handlers.card import copy_button
from handlers.numbers import PageNumber, RowNumber
from handlers.writing import Drawn, isolated, one_direction, quoted

MOST_SHOWN = 8
_A_WEEK = 7


class ReminderChoice(StrEnum):
    """What somebody says of one reminder; the values travel in callback data."""

    DONE = "done"
    HOUR = "hour"
    MORNING = "morning"
    DROP = "drop"
    OPEN = "open"
    ASK = "ask"
    SEND = "send"
    BACK = "back"


class ListChoice(StrEnum):
    """What somebody does in their list."""

    DONE = "done"
    CHANGE = "change"
    LIST = "list"
    PROMISES = "promises"
    CHECKS = "checks"


class ReminderButton(CallbackData, prefix="rem"):
    """A button below a reminder, or the reminder on a card; `draft` counts from 0."""

    number: RowNumber
    choice: ReminderChoice
    draft: PageNumber = 0


class RemindersButton(CallbackData, prefix="rems"):
    """A button of the list; `number` is the reminder's, where one is meant."""

    choice: ListChoice
    number: RowNumber = 0


def draw_reminder(
    reminder: Reminder, now: float, zone: tzinfo, locale: Locale, *, in_list: bool = False
) -> Drawn:
    """One promise: to whom, for when, the seller's own words, and what may become of it."""
    is_due = reminder.due_at <= now
    words = "reminder-promise" if is_due else "reminder-promise-ahead"
    when = moment(reminder.due_at, now, zone, locale)
    lines = [locale.plain.say(words, name=_name(reminder, locale), when=when)]
    if reminder.words:
        lines.append(quoted(reminder.words))
    lines.append(locale.say("reminder-how" if is_due else "reminder-how-ahead"))
    rows = [*_choices(reminder, locale), *([[_list_button(locale)]] if in_list else [])]
    return Drawn(
        one_direction("\n".join(lines), locale), InlineKeyboardMarkup(inline_keyboard=rows)
    )


def draw_check(check: Check, now: float, zone: tzinfo, locale: Locale) -> Drawn:
    """How long ago a trouble ended well, and words to ask how things are; or the question once."""
    reminder, advice, name = check.reminder, check.advice, _name(check.reminder, locale)
    if reminder.state in (State.ASKING, State.SENDING) and reminder.draft is not None:
        asked = locale.plain.say("reminder-check-ask", name=name)
        asks = [
            _button(reminder, each, locale.say(f"button-{each.value}"))
            for each in (ReminderChoice.SEND, ReminderChoice.BACK)
        ]
        text = one_direction(f"{asked}\n{quoted(reminder.draft)}", locale)
        return Drawn(text, InlineKeyboardMarkup(inline_keyboard=[asks]))
    ended = moment(reminder.made_at, now, zone, locale)
    paragraphs = [
        locale.plain.say("reminder-check", name=name, when=ended),
        escape(advice.advice),
        *(
            locale.say("card-draft", number=number, text=escape(draft))
            for number, draft in enumerate(advice.drafts, start=1)
        ),
    ]
    if not check.can_send:
        paragraphs.append(locale.say("reminder-check-copy"))
    copies = [copy_button(text, number, locale) for number, text in enumerate(advice.drafts, 1)]
    sends = [
        _button(reminder, ReminderChoice.ASK, locale.say("button-ask", number=n), draft=n - 1)
        for n, text in enumerate(advice.drafts, 1)
        if check.can_send and not has_blank(text)
    ]
    rows = [row for row in (copies, sends) if row] + _choices(reminder, locale)
    text = one_direction("\n\n".join(paragraphs), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def draw_several(due: Sequence[Reminder], now: float, zone: tzinfo, locale: Locale) -> Drawn:
    """Promises whose time has come together."""
    title = locale.plain.say("reminders-due", count=len(due))
    lines = [title, "", *_lines(due, now, zone, locale)]
    rows = [_row(number, each, locale) for number, each in enumerate(due[:MOST_SHOWN], start=1)]
    return Drawn(
        one_direction("\n".join(lines), locale), InlineKeyboardMarkup(inline_keyboard=rows)
    )


def draw_list(
    reminders: Sequence[Reminder],
    wanted: frozenset[Kind],
    now: float,
    zone: tzinfo,
    locale: Locale,
) -> Drawn:
    """Somebody's open reminders, with their switches."""
    lines = [locale.say("reminders-title"), ""]
    lines += _lines(reminders, now, zone, locale) or [locale.say("reminders-none")]
    if len(reminders) > MOST_SHOWN:
        lines.append(locale.say("reminders-more", count=len(reminders) - MOST_SHOWN))
    lines += ["", locale.say("reminders-how")]
    rows = [_row(number, each, locale) for number, each in enumerate(reminders[:MOST_SHOWN], 1)]
    rows += [[_switch(kind, locale, on=kind in wanted)] for kind in Kind]
    text = one_direction("\n".join(lines), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def draw_over(reminder: Reminder, words: str, now: float, zone: tzinfo, locale: Locale) -> Drawn:
    """What has become of a reminder; a later one keeps its buttons."""
    when = moment(reminder.due_at, now, zone, locale)
    said = locale.plain.say(words, name=_name(reminder, locale), when=when)
    return Drawn(one_direction(said, locale))


def promise_on(books: Books, card: Card, reader: int) -> Reminder | None:
    """What a reader of a card has promised in its conversation, and is reminded of next."""
    return books.reminders.next_in(card.conversation_id, reader)


def with_promise(
    drawn: Drawn, card: Card, promise: Reminder | None, zone: tzinfo, locale: Locale
) -> Drawn:
    """A card that can be pressed, with what its reader has promised there next."""
    if promise is None or drawn.keyboard is None or card.face.asking is not None:
        return drawn
    when = moment(promise.due_at, None, zone, locale)
    text = locale.say("button-card-reminder", when=when)
    row = [_button(promise, ReminderChoice.OPEN, text)]
    rows = [*drawn.keyboard.inline_keyboard, row]
    return Drawn(drawn.text, InlineKeyboardMarkup(inline_keyboard=rows))


def moment(at: float, now: float | None, zone: tzinfo, locale: Locale) -> str:
    """«فردا ۱۲:۰۰», «دوشنبه ۱۲:۰۰», «۱۵ آذر ۱۲:۰۰»; without `now` never by today and tomorrow."""
    then, dates = datetime.fromtimestamp(at, zone), Dates(locale.language)
    ahead = None if now is None else (then.date() - datetime.fromtimestamp(now, zone).date()).days
    names = {-1: "reminder-yesterday", 0: "reminder-today", 1: "reminder-tomorrow"}
    if ahead in names:
        day = locale.say(names[ahead])
    elif ahead is None or 0 < ahead < _A_WEEK:
        day = dates.weekday(then.weekday())
    else:
        day = dates.short_day(then, zone)
    return f"{day} {dates.clock(then, zone)}"


def _lines(reminders: Sequence[Reminder], now: float, zone: tzinfo, locale: Locale) -> list[str]:
    return [
        locale.plain.say(
            f"reminders-line-{each.kind.value}",
            number=locale.say("reminders-number", number=number),
            name=_name(each, locale),
            when=moment(each.due_at, now, zone, locale),
            words=isolated(escape(each.words)),
        )
        for number, each in enumerate(reminders[:MOST_SHOWN], start=1)
    ]


def _row(number: int, reminder: Reminder, locale: Locale) -> list[InlineKeyboardButton]:
    return [
        InlineKeyboardButton(
            text=locale.say(f"button-reminders-{choice.value}", number=number),
            callback_data=RemindersButton(choice=choice, number=reminder.id).pack(),
        )
        for choice in (ListChoice.DONE, ListChoice.CHANGE)
    ]


def _switch(kind: Kind, locale: Locale, *, on: bool) -> InlineKeyboardButton:
    choice = ListChoice.PROMISES if kind is Kind.PROMISE else ListChoice.CHECKS
    words = locale.say(f"button-reminders-{choice.value}-{'off' if on else 'on'}")
    return InlineKeyboardButton(text=words, callback_data=RemindersButton(choice=choice).pack())


def _list_button(locale: Locale) -> InlineKeyboardButton:
    data = RemindersButton(choice=ListChoice.LIST).pack()
    return InlineKeyboardButton(text=locale.say("button-reminders-list"), callback_data=data)


def _choices(reminder: Reminder, locale: Locale) -> list[list[InlineKeyboardButton]]:
    def button(choice: ReminderChoice) -> InlineKeyboardButton:
        words = locale.say(f"button-reminder-{choice.value}-{reminder.kind.value}")
        return _button(reminder, choice, words)

    later = [button(ReminderChoice.HOUR), button(ReminderChoice.MORNING)]
    return [[button(ReminderChoice.DONE), button(ReminderChoice.DROP)], later]


def _button(
    reminder: Reminder, choice: ReminderChoice, text: str, *, draft: int = 0
) -> InlineKeyboardButton:
    data = ReminderButton(number=reminder.id, choice=choice, draft=draft)
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def _name(reminder: Reminder, locale: Locale) -> str:
    """The customer's; of a message for several of a group there is no one name."""
    if reminder.is_shared:
        return locale.say("reminder-group")
    return escape(isolated(reminder.customer)) if reminder.customer else locale.say("card-customer")
