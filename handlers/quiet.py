"""When Aram does not ring for someone (/quiet); see `bot.core.quiet` for what that means."""

from dataclasses import replace
from datetime import datetime

from aiogram import F, Router
from aiogram.enums import ChatType, ParseMode
from aiogram.filters import Command, CommandObject
from aiogram.types import (
    CallbackQuery,
    Message,
    Update,
)

from bot.core.desk import Desk
from bot.core.letters import Urgency, WaitedLetter
from bot.core.press import Action, Press
from bot.core.quiet import Rest, hours_in, tomorrow_morning
from bot.core.reach import Spell
from bot.language.calendar import WEEK, jalali_days, official_holidays
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.quiet_screens import HOURS, LOOKS, PAGES, Change, QuietButton, screen
from handlers.screens import show, tell
from handlers.turns import clean
from handlers.writing import one_direction

HOUR = 3600.0
MOST_DATES = 60


def build_router() -> Router:
    """/quiet and its buttons."""
    router = Router(name="quiet")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_quiet, Command("quiet"))
    router.callback_query.register(on_change, QuietButton.filter())
    return router


async def on_quiet(
    message: Message, command: CommandObject, event_update: Update, ledger: Ledger, locale: Locale
) -> None:
    """The screen; or other hours, or a holiday, where the words after the command name them."""
    words, person_id = clean(command.args or "").strip(), message.chat.id

    def keep(books: Books) -> str | None:
        meet(books, message)
        return _keep_words(books, person_id, words) if words else None

    refused = await ledger.write_once(event_update.update_id, keep)
    if refused is not None:
        text = one_direction(locale.plain.say(refused), locale)
        await message.answer(text, parse_mode=ParseMode.HTML)
        return
    drawn = await ledger.write(lambda books: screen(books, person_id, locale))
    await message.answer(drawn.text, parse_mode=ParseMode.HTML, reply_markup=drawn.keyboard)


async def on_change(
    query: CallbackQuery,
    callback_data: QuietButton,
    event_update: Update,
    ledger: Ledger,
    desk: Desk,
    locale: Locale,
) -> None:
    """They rest otherwise from now on, or look at their holidays or muted talks."""
    person_id, change = query.from_user.id, callback_data.change

    def keep(books: Books) -> None:
        if change is Change.UNMUTE:
            press = Press(callback_data.card, Action.UNMUTE, person_id, books.now)
            desk.press(books, press)
        elif change not in LOOKS:
            rest = books.reach.rest_of(person_id)
            _keep(books, person_id, _changed(rest, callback_data, books))

    await ledger.write_once(event_update.update_id, keep)
    draw = LOOKS.get(change) or PAGES.get(change, screen)
    drawn = await ledger.write(lambda books: draw(books, person_id, locale))
    await tell(query, locale.say("quiet-answer") if change not in LOOKS else None)
    await show(query, drawn)


def _keep_words(books: Books, person_id: int, words: str) -> str | None:
    """Hours or a holiday as somebody wrote them; what to say where they are neither."""
    rest, hours = books.reach.rest_of(person_id), hours_in(words)
    if hours is not None:
        _keep(books, person_id, replace(rest, hours=hours))
        return None
    today = datetime.fromtimestamp(books.now, books.reach.zone).date()
    days = jalali_days(words, today)
    if not days:
        return "quiet-not-understood"
    if days[-1] < today:
        return "quiet-day-is-over"
    dates = {*rest.dates, *days}
    if len(dates) > MOST_DATES:
        return "quiet-too-many-days"
    _keep(books, person_id, replace(rest, dates=tuple(sorted(dates))))
    return None


def _changed(rest: Rest, button: QuietButton, books: Books) -> Rest:
    match button.change:
        case Change.NO_HOURS | Change.FROM_TEN | Change.FROM_ELEVEN:
            return replace(rest, hours=HOURS[button.change])
        case Change.DAY if button.day in WEEK:
            days = set(rest.weekdays) ^ {button.day}
            return replace(rest, weekdays=tuple(sorted(days)))
        case Change.NO_DATES:
            return replace(rest, dates=())
        case Change.OFFICIAL:
            today = datetime.fromtimestamp(books.now, books.reach.zone).date()
            return replace(rest, dates=tuple(sorted({*rest.dates, *official_holidays(today)})))
        case Change.DROP:
            kept = (each for each in rest.dates if each.toordinal() != button.day)
            return replace(rest, dates=tuple(kept))
        case Change.ONE_HOUR:
            return replace(rest, muted_until=books.now + HOUR, is_muted=False)
        case Change.TOMORROW:
            until = tomorrow_morning(rest, books.now, books.reach.zone)
            return replace(rest, muted_until=until, is_muted=False)
        case Change.MUTE:
            return replace(rest, muted_until=None, is_muted=True)
        case Change.SOUND:
            return replace(rest, muted_until=None, is_muted=False)
    return rest


def _keep(books: Books, person_id: int, rest: Rest) -> None:
    """Keep a rest; one that was ended by hand tells at once what has waited, in every shop."""
    books.reach.keep_rest(person_id, rest)
    missing = books.reach.shops_missing(person_id, Spell.QUIET)
    for shop in books.roster.shops() if missing else ():
        if shop.id in missing:
            own = books.of(shop)
            own.post(person_id, WaitedLetter(Spell.QUIET.value, own.now), Urgency.SOON)
