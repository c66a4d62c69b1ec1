"""/lessons: what the shop taught Aram, newest first, each to be taken back."""

from html import escape

from aiogram import Router
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
)

from bot.core.card import shorten
from bot.core.lesson import KeptLesson
from bot.core.school import Page, School, Told
from bot.locale import Argument, Locale
from bot.store.ledger import Ledger
from handlers.inquiry import about
from handlers.middlewares import TeamOnly
from handlers.numbers import PageNumber, RowNumber
from handlers.screens import show, tell
from handlers.turns import is_private
from handlers.writing import Drawn, one_direction, quoted

WORDS_SHOWN = 160
DAY_SECONDS = 24 * 3600.0


class WithdrawButton(CallbackData, prefix="unlearn"):
    """A lesson to take back, and the page it stands on."""

    lesson: RowNumber
    page: PageNumber


class PageButton(CallbackData, prefix="lessons"):
    """A page to turn to."""

    page: PageNumber


def build_router() -> Router:
    """The list and its buttons; who may see and withdraw what is asked at every press."""
    router = Router(name="lessons")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_lessons, is_private, Command("lessons"))
    router.callback_query.register(on_withdraw_button, WithdrawButton.filter())
    router.callback_query.register(on_page_button, PageButton.filter())
    return router


async def on_lessons(message: Message, ledger: Ledger, school: School, locale: Locale) -> None:
    """The first page: the newest lessons."""
    drawn = await _draw(ledger, school, locale, message.chat.id, 0)
    await message.answer(
        drawn.text,
        parse_mode=ParseMode.HTML,
        reply_markup=drawn.keyboard,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


async def on_withdraw_button(
    query: CallbackQuery,
    callback_data: WithdrawButton,
    event_update: Update,
    ledger: Ledger,
    school: School,
    locale: Locale,
) -> None:
    """A lesson shall not hold any more; a press that comes again is answered without words."""
    by, lesson = query.from_user.id, callback_data.lesson
    told = await ledger.write_once(
        event_update.update_id, lambda books: school.withdraw(books, lesson, by)
    )
    words = locale.say(told) if told is not None else None
    await tell(query, words, alert=told not in (None, Told.WITHDRAWN))
    await show(query, await _draw(ledger, school, locale, by, callback_data.page))


async def on_page_button(
    query: CallbackQuery, callback_data: PageButton, ledger: Ledger, school: School, locale: Locale
) -> None:
    """Another page."""
    await tell(query)
    await show(query, await _draw(ledger, school, locale, query.from_user.id, callback_data.page))


async def _draw(ledger: Ledger, school: School, locale: Locale, by: int, number: int) -> Drawn:
    page, now = await ledger.write(lambda books: (school.page(books, by, number), books.now))
    if page is None:
        return Drawn(one_direction(locale.say(Told.MAY_NOT_TEACH), locale))
    return draw_page(page, locale, now)


def draw_page(page: Page, locale: Locale, now: float) -> Drawn:
    """A page of lessons as a message; `now` in seconds."""
    if not page.lessons:
        return Drawn(one_direction(locale.say("lessons-none"), locale))
    numbered = list(enumerate(page.lessons, start=page.first))
    paragraphs = [
        _headline(page, locale),
        *(_lesson(number, kept, locale, now) for number, kept in numbered),
        locale.say("lessons-remark"),
    ]
    withdrawals = [_withdraw(number, kept, page, locale) for number, kept in numbered]
    rows = [row for row in (withdrawals, _turns(page, locale)) if row]
    text = one_direction("\n\n".join(paragraphs), locale)
    return Drawn(text, InlineKeyboardMarkup(inline_keyboard=rows))


def _headline(page: Page, locale: Locale) -> str:
    if page.pages == 1:
        return locale.say("lessons-headline")
    return locale.say("lessons-headline-page", page=page.number + 1, pages=page.pages)


def _lesson(number: int, kept: KeptLesson, locale: Locale, now: float) -> str:
    teacher = escape(kept.teacher) if kept.teacher else locale.say("lesson-teacher-unknown")
    when = locale.say("lesson-when", days=int((now - kept.at) // DAY_SECONDS))
    given: dict[str, Argument] = {"number": number, "teacher": teacher, "when": when}
    lesson = kept.lesson
    if not lesson.alarm:
        headline = locale.say("lesson-no-problem", **given)
    elif lesson.situations:
        situations = about(sorted(lesson.situations), locale)
        headline = locale.say("lesson-missed-about", situations=situations, **given)
    else:
        headline = locale.say("lesson-missed", **given)
    return f"{headline}\n{quoted(shorten(lesson.text, WORDS_SHOWN))}"


def _withdraw(number: int, kept: KeptLesson, page: Page, locale: Locale) -> InlineKeyboardButton:
    data = WithdrawButton(lesson=kept.id, page=page.number)
    return InlineKeyboardButton(
        text=locale.say("button-withdraw", number=number), callback_data=data.pack()
    )


def _turns(page: Page, locale: Locale) -> list[InlineKeyboardButton]:
    """The neighbouring pages that there are."""
    neighbours = (("button-newer", page.number - 1), ("button-older", page.number + 1))
    return [
        InlineKeyboardButton(text=locale.say(words), callback_data=PageButton(page=number).pack())
        for words, number in neighbours
        if 0 <= number < page.pages
    ]
