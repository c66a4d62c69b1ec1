"""Someone opens an invitation's link: they belong to the team at once, or are told why not."""

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.types import Message, Update

from bot.core.invitation import Seal, Ticket, Turned
from bot.core.letters import NoteLetter, Urgency
from bot.core.people import Person, Role, Shop
from bot.locale import Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.onboarding import commands_of, meet, publish_menu
from handlers.strangers import Strangers
from handlers.team.notes import shop_named
from handlers.writing import isolated, one_direction


async def on_invitation(
    message: Message,
    command: CommandObject,
    bot: Bot,
    event_update: Update,
    whole_ledger: Ledger,
    shops: Shops,
    seal: Seal,
    locales: Locales,
    shop: Shop,
    person: Person | None,
    strangers: Strangers,
) -> None:
    """`/start join-…`: from a stranger as well as from a colleague."""
    ticket = seal.read(command.args or "")
    invited_to = shops.get(ticket.shop_id) if ticket is not None else None
    locale = locales.get((person and person.locale) or (invited_to or shop).locale)
    outcome: Role | Turned | None = Turned.FORGED
    if ticket is not None and invited_to is not None:
        outcome = await _take(message, event_update, whole_ledger.of(invited_to), ticket, locales)
    if isinstance(outcome, Turned):
        await strangers.answer(message, one_direction(locale.say(outcome), locale))
    elif outcome is not None and invited_to is not None:
        await shops.refresh()
        commands = commands_of(message.chat.id, shops, invited_to)
        await publish_menu(bot, message.chat.id, commands, locale)


async def _take(
    message: Message, update: Update, ledger: Ledger, ticket: Ticket, locales: Locales
) -> Role | Turned | None:
    """What came of it; None where the update was dealt with before."""
    person_id, shop = message.chat.id, ledger.shop
    named = ("shop", shop_named(shop, locales))

    def take(books: Books) -> Role | Turned:
        outcome = books.roster.take(ticket, person_id)
        if isinstance(outcome, Role):
            meet(books, message)
            books.choose_shop(person_id, shop.id)
            books.post(person_id, NoteLetter(f"team-welcome-{outcome}", (named,)), Urgency.NOW)
            _tell_inviter(books, ticket, person_id, named)
        return outcome

    return await ledger.write_once(update.update_id, take)


def _tell_inviter(books: Books, ticket: Ticket, person_id: int, named: tuple[str, str]) -> None:
    invitation = books.roster.invitation(ticket.invitation_id)
    if invitation is not None and invitation.made_by is not None:
        about = (("name", isolated(books.roster.name_of(person_id))), named)
        note = NoteLetter(f"team-joined-{ticket.role}", about)
        books.post(invitation.made_by, note, Urgency.SOON)
