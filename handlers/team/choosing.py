"""/shop: someone of several shops chooses where they work, and which their chats belong to."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import CallbackQuery, Message, Update

from bot.core.people import Role, Shop
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.keyboards import button, drawn
from handlers.onboarding import meet
from handlers.screens import show, tell
from handlers.sending import send
from handlers.team.buttons import ServeButton, SettingButton, SettingStep, WorkButton
from handlers.team.drawing import shop_name
from handlers.team.members import renew_menu
from handlers.turns import clean
from handlers.writing import Drawn


@dataclass(frozen=True, slots=True)
class _Choice:
    """Someone's shops, where they work, and which their connected chats belong to.

    `is_connected` with `served` None: to a shop that is theirs no more.
    """

    own: tuple[Shop, ...]
    works: Shop
    is_connected: bool
    served: Shop | None


async def on_shop(
    message: Message,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
) -> None:
    """What there is to choose."""
    await ledger.write_once(event_update.update_id, lambda books: meet(books, message))
    choice = await _choice_of(message.chat.id, ledger, shops, shop)
    await send(message, _draw(choice, message.chat.id, locale))


async def on_work_button(
    query: CallbackQuery,
    callback_data: WorkButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    locale: Locale,
    locales: Locales,
) -> None:
    """From now on whatever they write to Aram is of that shop."""
    to, person = shops.get(callback_data.to), query.from_user

    def choose(books: Books) -> bool:
        if to is None or books.of(to).roster.role_of(person.id) is None:
            return False
        books.remember_person(person.id, clean(person.first_name))
        books.choose_shop(person.id, to.id)
        return True

    chosen = await ledger.write_once(event_update.update_id, choose)
    if to is None or chosen is False:
        await tell(query, locale.say("shop-not-yours"), alert=True)
        return
    await tell(query, locale.say("shop-chosen"))
    await show(query, _draw(await _choice_of(person.id, ledger, shops, to), person.id, locale))
    await renew_menu(bot, person.id, ledger, shops, locales)


async def on_serve_button(
    query: CallbackQuery,
    callback_data: ServeButton,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
) -> None:
    """From now on the chats that they have connected are that shop's."""
    to, person_id = shops.get(callback_data.to), query.from_user.id

    def serve(books: Books) -> bool:
        if to is None or books.of(to).roster.role_of(person_id) is None:
            return False
        books.of(to).roster.serve(person_id)
        return True

    if await ledger.write_once(event_update.update_id, serve) is False:
        await tell(query, locale.say("shop-not-yours"), alert=True)
        return
    await shops.refresh()
    await tell(query, locale.say("shop-chosen"))
    choice = await _choice_of(person_id, ledger, shops, shop)
    await show(query, _draw(choice, person_id, locale))


async def _choice_of(person_id: int, ledger: Ledger, shops: Shops, works: Shop) -> _Choice:
    connected = await ledger.write(lambda books: books.roster.served_by(person_id))
    own = shops.of_person(person_id)
    served = shops.get(connected[-1]) if connected else None
    return _Choice(own, works, bool(connected), served if served in own else None)


def _draw(choice: _Choice, person_id: int, locale: Locale) -> Drawn:
    """The shops with a mark at each choice; where there is nothing to choose, that."""
    rows = [
        [button(locale.say("shop-button-work", shop=_plain(each, locale)), WorkButton(to=each.id))]
        for each in choice.own
        if each is not choice.works
    ]
    if choice.is_connected:
        rows += [
            [
                button(
                    locale.say("shop-button-serve", shop=_plain(each, locale)),
                    ServeButton(to=each.id),
                )
            ]
            for each in choice.own
            if each is not choice.served
        ]
    lines = [_line(each, choice, person_id, locale) for each in choice.own]
    headline = locale.say("shop-headline" if rows else "shop-only-one")
    paragraphs = [headline, "\n".join(lines)]
    if choice.is_connected and choice.served is None:
        paragraphs.append(locale.say("shop-chats-unserved"))
    if choice.works.is_manager(person_id):
        shown = SettingButton(step=SettingStep.SHOW)
        rows.append([button(locale.say("shop-button-settings"), shown)])
    return drawn(paragraphs, rows, locale)


def _line(shop: Shop, choice: _Choice, person_id: int, locale: Locale) -> str:
    role = locale.say(f"role-{shop.role_of(person_id) or Role.SELLER}")
    line = locale.say("shop-line", shop=shop_name(shop, locale), role=role)
    remarks = [
        locale.say(words)
        for words, holds in (
            ("shop-works-here", shop is choice.works),
            ("shop-chats-here", choice.is_connected and shop is choice.served),
        )
        if holds
    ]
    return " ".join([line, *remarks])


def _plain(shop: Shop, locale: Locale) -> str:
    return shop.name or locale.say("team-shop-unnamed")
