"""/digest: when a manager's digest comes, and a look at it now; see `bot.core.digest`."""

import re
from dataclasses import replace

from aiogram import Router
from aiogram.enums import ParseMode
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message, Update

from bot.core.digest import Wish, plan_anew, plan_next
from bot.core.force import Force
from bot.core.pasted.plain import with_latin_digits
from bot.core.people import Role, Shop
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.digest.screens import Change, DigestButton, changed, draw_settings
from handlers.digest.telling import Telling, screen_of, tell_digest, titles_in, voice_for
from handlers.middlewares import TeamOnly
from handlers.onboarding import meet
from handlers.screens import show, tell
from handlers.sending import send
from handlers.stats.sending import post_screen
from handlers.turns import clean, is_private
from handlers.writing import Drawn, one_direction

_HOUR = re.compile(r"(\d{1,2})(?:[:٫.](\d{2}))?")


def build_router() -> Router:
    """/digest and its buttons."""
    router = Router(name="digest")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(on_digest, is_private, Command("digest"))
    router.callback_query.register(on_digest_button, DigestButton.filter())
    return router


async def on_digest(
    message: Message,
    command: CommandObject,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    locale: Locale,
) -> None:
    """The screen; or another hour, where the words after the command name one."""
    words, person_id = clean(command.args or "").strip(), message.chat.id
    if not shop.is_manager(person_id):
        await send(message, Drawn(one_direction(locale.plain.say("digest-managers-only"), locale)))
        return
    minute = minute_in(words)
    if words and minute is None:
        text = one_direction(locale.plain.say("digest-not-understood"), locale)
        await message.answer(text, parse_mode=ParseMode.HTML)
        return

    def keep(books: Books) -> None:
        meet(books, message)
        if minute is not None:
            wish = books.digests.wish(person_id)
            _keep(books, person_id, replace(wish, minute=minute, is_on=True))

    drawn = await ledger.write_then_look(
        event_update.update_id, keep, lambda books: _screen(books, person_id, locale)
    )
    await send(message, drawn)


async def on_digest_button(
    query: CallbackQuery,
    callback_data: DigestButton,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    force: Force,
    locale: Locale,
) -> None:
    """A manager wants their digest otherwise, or wants to see it now."""
    by, said = query.from_user.id, callback_data

    def keep(books: Books) -> None:
        if not books.roster.is_at_least(by, Role.MANAGER):
            return
        before = books.digests.wish(by)
        after = changed(before, said)
        if after != before:
            _keep(books, by, after)
        if said.change is Change.DARK:
            books.remember_person(by, clean(query.from_user.first_name))
            books.choose_dark(by, dark=not books.wants_dark(by))

    def look(books: Books) -> Drawn | None:
        return _screen(books, by, locale) if books.roster.is_at_least(by, Role.MANAGER) else None

    drawn = await ledger.write_then_look(event_update.update_id, keep, look)
    if drawn is None:
        await tell(query, locale.say("digest-managers-only"), alert=True)
        return
    match said.change:
        case Change.NOW:
            await tell(query)
            await _show_now(query, ledger, shop, force, locale)
        case Change.OPEN:
            await tell(query)
            await send(query, drawn)
        case _:
            await tell(query, locale.say("digest-answer"))
            await show(query, drawn)


def minute_in(words: str) -> int | None:
    """The minute of the day that «۲۰:۳۰» or «8» names; None for anything else."""
    found = _HOUR.fullmatch(with_latin_digits(words))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


async def _show_now(
    query: CallbackQuery, ledger: Ledger, shop: Shop, force: Force, locale: Locale
) -> None:
    """Today's digest as a message of its own; the one that is planned comes all the same."""
    person_id = query.from_user.id

    def look(books: Books) -> tuple[Telling, bool]:
        day = books.digests.wish(person_id).told_on(books.summaries.today)
        return tell_digest(books, person_id, day), books.wants_dark(person_id)

    told, is_dark = await ledger.write(look)
    voice = voice_for(told, locale, titles_in(force, locale))
    if query.bot is not None:
        screen = screen_of(told, shop, voice, is_dark=is_dark)
        await post_screen(query.bot, person_id, screen, locale)


def _keep(books: Books, person_id: int, wish: Wish) -> None:
    """Keep a wish; an hour or days that have changed are planned anew."""
    before = books.digests.wish(person_id)
    books.digests.keep_wish(person_id, wish)
    if replace(before, on_empty=wish.on_empty) != wish:
        plan_anew(books, person_id, books.reach.zone)


def _screen(books: Books, person_id: int, locale: Locale) -> Drawn:
    plan_next(books, person_id, books.reach.zone)
    wish, plan = books.digests.wish(person_id), books.digests.plan(person_id)
    is_dark = books.wants_dark(person_id)
    return draw_settings(wish, plan, books.summaries.today, locale, is_dark=is_dark)
