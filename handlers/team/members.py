"""/team: who is in it; and one of them promoted, demoted or removed, asked twice."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Message, Update

from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Role, Shop
from bot.core.personnel import Refused, Wish, change, hindrance_of
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.onboarding import commands_of, meet, publish_menu
from handlers.screens import show, tell
from handlers.sending import send
from handlers.team.buttons import Fate, FateButton, MemberButton, TeamButton
from handlers.team.drawing import Seen, draw_member, draw_question, draw_team
from handlers.team.notes import shop_named


async def on_team(
    message: Message, event_update: Update, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    """Everyone may see with whom they work; managers and the owner see more."""
    await ledger.write_once(event_update.update_id, lambda books: meet(books, message))
    seen = await seen_by(ledger, shop, message.chat.id)
    if seen is not None:
        await send(message, draw_team(seen, 0, locale))


async def on_team_button(
    query: CallbackQuery, callback_data: TeamButton, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    """A page of the team."""
    await tell(query)
    await show_team(query, ledger, shop, locale, page=callback_data.page)


async def on_member_button(
    query: CallbackQuery, callback_data: MemberButton, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    """One of the team, for whoever may change them."""
    seen = await seen_by(ledger, shop, query.from_user.id)
    found = seen.member(callback_data.person) if seen is not None else None
    if seen is None or not seen.viewer.role.covers(Role.MANAGER):
        await tell(query, locale.say(Refused.MAY_NOT), alert=True)
    elif found is None:
        await tell(query, locale.say(Refused.NO_MEMBER), alert=True)
        await show(query, draw_team(seen, callback_data.page, locale))
    else:
        await tell(query)
        await show(query, draw_member(found, seen.viewer, callback_data.page, locale))


async def on_fate_button(
    query: CallbackQuery,
    callback_data: FateButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
    locales: Locales,
) -> None:
    """What is to become of someone: asked first, then carried out."""
    wish = Wish(
        person_id=callback_data.person,
        seen=callback_data.seen,
        role=callback_data.fate.role,
        by=query.from_user.id,
    )
    if not callback_data.sure:
        await _ask(query, wish, callback_data.fate, ledger, shop, locale)
        return

    def carry_out(books: Books) -> Refused | None:
        hindrance = change(books.roster, wish)
        if hindrance is None:
            _tell_them(books, wish, shop, locales)
        return hindrance

    hindrance = await ledger.write_once(event_update.update_id, carry_out)
    await tell(query, locale.say(hindrance or "team-done"), alert=hindrance is not None)
    if hindrance is Refused.MAY_NOT:
        return
    await shops.refresh()
    await show_team(query, ledger, shop, locale)
    if hindrance is None:
        await renew_menu(bot, wish.person_id, ledger, shops, locales)


async def seen_by(ledger: Ledger, shop: Shop, person_id: int) -> Seen | None:
    """The team as someone of it may see it; None for whoever is of it no more."""

    def look(books: Books) -> Seen | None:
        members = books.roster.members()
        viewer = next((each for each in members if each.id == person_id), None)
        if viewer is None:
            return None
        found = books.roster.open_invitations()
        own = tuple(each for each in found if viewer.role.may_appoint(each.role))
        return Seen(shop, viewer, members, own)

    return await ledger.write(look)


async def show_team(
    query: CallbackQuery, ledger: Ledger, shop: Shop, locale: Locale, *, page: int = 0
) -> None:
    """Draw the pressed message as the team now stands."""
    seen = await seen_by(ledger, shop, query.from_user.id)
    if seen is not None:
        await show(query, draw_team(seen, page, locale))


async def renew_menu(
    bot: Bot, person_id: int, ledger: Ledger, shops: Shops, locales: Locales
) -> None:
    """Give someone the menu of what they are now: where they work, or else of their first shop."""
    person = await ledger.write(lambda books: books.person(person_id))
    own = shops.of_person(person_id)
    chosen = shops.get(person.shop_id) if person is not None else None
    shop = chosen if chosen in own else next(iter(own), shops.first)
    locale = locales.get((person and person.locale) or shop.locale)
    await publish_menu(bot, person_id, commands_of(person_id, shops, shop), locale)


async def _ask(
    query: CallbackQuery, wish: Wish, fate: Fate, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    hindrance = await ledger.write(lambda books: hindrance_of(books.roster, wish))
    seen = await seen_by(ledger, shop, wish.by)
    found = seen.member(wish.person_id) if seen is not None else None
    if hindrance is not None or found is None:
        await tell(query, locale.say(hindrance or Refused.NO_MEMBER), alert=True)
        return
    await tell(query)
    await show(query, draw_question(found, fate, locale))


def _tell_them(books: Books, wish: Wish, shop: Shop, locales: Locales) -> None:
    """Whoever was promoted, demoted or removed hears it from Aram."""
    words = f"team-became-{wish.role}" if wish.role is not None else "team-removed"
    note = NoteLetter(words, (("shop", shop_named(shop, locales)),))
    books.post(wish.person_id, note, Urgency.SOON)
