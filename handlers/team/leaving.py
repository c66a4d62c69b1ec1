"""/leave: someone goes of their own accord, asked twice."""

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Shop
from bot.core.personnel import Refused, leave
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.keyboards import button
from handlers.screens import show, tell
from handlers.sending import send
from handlers.team.buttons import LeaveButton
from handlers.team.drawing import shop_name
from handlers.team.members import renew_menu
from handlers.team.notes import shop_named
from handlers.writing import Drawn, isolated, one_direction


async def on_leave(message: Message, shop: Shop, locale: Locale) -> None:
    """Ask whether they really want to; the owner cannot."""
    if shop.is_owner(message.chat.id):
        text = one_direction(locale.say(Refused.OWNER_LEAVES_NOT), locale)
        await send(message, Drawn(text))
        return
    row = [
        button(locale.say("team-button-sure-leave"), LeaveButton()),
        button(locale.say("team-button-stay"), LeaveButton(stays=True)),
    ]
    text = one_direction(locale.say("team-sure-leave", shop=shop_name(shop, locale)), locale)
    await send(message, Drawn(text, InlineKeyboardMarkup(inline_keyboard=[row])))


async def on_leave_button(
    query: CallbackQuery,
    callback_data: LeaveButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
    locales: Locales,
) -> None:
    """They are sure, or stay after all."""
    if callback_data.stays:
        await tell(query)
        await show(query, Drawn(one_direction(locale.say("team-stays"), locale)))
        return
    person_id = query.from_user.id

    def go(books: Books) -> Refused | None:
        name = books.roster.name_of(person_id)
        hindrance = leave(books.roster, person_id)
        if hindrance is None and shop.owner_id is not None:
            about = (("name", isolated(name)), ("shop", shop_named(shop, locales)))
            books.post(shop.owner_id, NoteLetter("team-left", about), Urgency.SOON)
        return hindrance

    hindrance = await ledger.write_once(event_update.update_id, go)
    if hindrance is not None:
        await tell(query, locale.say(hindrance), alert=True)
        return
    await shops.refresh()
    await tell(query)
    gone = locale.say("team-gone", shop=shop_name(shop, locale))
    await show(query, Drawn(one_direction(gone, locale)))
    await renew_menu(bot, person_id, ledger, shops, locales)
