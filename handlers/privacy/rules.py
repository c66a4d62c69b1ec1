"""/privacy itself: the rules of the shop, and the owner's changes of them."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message, Update

from bot.core.people import Role, Shop
from bot.core.privacy import DAYS_OFFERED
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.privacy.buttons import PrivacyButton, Rule
from handlers.privacy.finding import find
from handlers.privacy.screens import draw_customer, draw_rules, draw_unknown
from handlers.screens import show, tell
from handlers.sending import send
from handlers.writing import Drawn


async def on_privacy(
    message: Message, command: CommandObject, ledger: Ledger, locale: Locale
) -> None:
    """The rules; for the owner, who names or shows a customer, what is kept of that one."""
    by, args = message.chat.id, (command.args or "").strip()
    asked = message.reply_to_message

    def look(books: Books) -> Drawn:
        owns = is_owner(books, by)
        if not owns or (not args and asked is None):
            return _rules(books, locale, owns=owns)
        known = find(books, by, args, asked)
        return draw_customer(known, locale) if known is not None else draw_unknown(locale)

    await send(message, await ledger.write(look))


async def on_privacy_button(
    query: CallbackQuery,
    callback_data: PrivacyButton,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    locale: Locale,
) -> None:
    """Another rule of the shop, by its owner."""
    by, said = query.from_user.id, callback_data

    def change(books: Books) -> bool:
        if not is_owner(books, by):
            return False
        _change(books, said, by)
        return True

    done = await ledger.write_once(event_update.update_id, change)
    if done is False:
        await tell(query, locale.say("privacy-owner-only"), alert=True)
        return
    await shops.refresh()
    await tell(query, locale.say("privacy-done") if said.rule is not Rule.SHOW else None)
    await show(query, await ledger.write(lambda books: _rules(books, locale, owns=True)))


def is_owner(books: Books, person_id: int) -> bool:
    """Whether someone owns the shop at this moment."""
    return books.roster.role_of(person_id) is Role.OWNER


def _change(books: Books, said: PrivacyButton, by: int) -> None:
    shop = _as_kept(books)
    match said.rule:
        case Rule.DAYS if said.days in DAYS_OFFERED and said.days != shop.words_days:
            books.privacy.keep_days(said.days, by=by)
        case Rule.MASK | Rule.UNMASK:
            on = said.rule is Rule.MASK
            if shop.masks_words is not on:
                books.privacy.mask(on=on, by=by)


def _rules(books: Books, locale: Locale, *, owns: bool) -> Drawn:
    return draw_rules(_as_kept(books), locale, owns=owns, is_sealed=books.privacy.is_sealed)


def _as_kept(books: Books) -> Shop:
    """The shop as this transaction sees it: what a process holds ready may be older."""
    return next(shop for shop in books.roster.shops() if shop.id == books.shop.id)
