"""Invitations: made, shown again, revoked, from the screen of /team."""

from aiogram import Bot
from aiogram.types import CallbackQuery, Update

from bot.core.invitation import Invitation, Seal
from bot.core.people import Shop
from bot.core.personnel import Refused, invite, newest_invitation, own_invitation, revoke
from bot.locale import Locale
from bot.store.ledger import Ledger
from handlers.screens import tell
from handlers.sending import send
from handlers.team.buttons import InviteButton, TicketButton, TicketDeed
from handlers.team.drawing import draw_invitation
from handlers.team.members import show_team
from handlers.writing import Drawn


async def on_invite_button(
    query: CallbackQuery,
    callback_data: InviteButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    seal: Seal,
    locale: Locale,
) -> None:
    """Make an invitation and give the message to send on; a press that comes again makes no second.

    Then the message of the first is given: it may not have got through.
    """
    by, role = query.from_user.id, callback_data.role
    made = await ledger.write_once(
        event_update.update_id, lambda books: invite(books.roster, role, by=by, now=books.now)
    )
    if made is None:
        made = await ledger.write(lambda books: newest_invitation(books.roster, role, by=by))
    await _give(query, made, bot, shop, seal, locale)
    if isinstance(made, Invitation):
        await show_team(query, ledger, shop, locale)


async def on_ticket_button(
    query: CallbackQuery,
    callback_data: TicketButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shop: Shop,
    seal: Seal,
    locale: Locale,
) -> None:
    """Show an open invitation's message once more, or revoke the invitation."""
    by, number = query.from_user.id, callback_data.invitation
    if callback_data.deed is TicketDeed.SHOW:
        found = await ledger.write(lambda books: own_invitation(books.roster, number, by=by))
        await _give(query, found, bot, shop, seal, locale)
        return
    hindrance = await ledger.write_once(
        event_update.update_id, lambda books: revoke(books.roster, number, by=by)
    )
    await tell(query, locale.say(hindrance or "team-revoked"), alert=hindrance is not None)
    if hindrance is not Refused.MAY_NOT:
        await show_team(query, ledger, shop, locale)


async def _give(
    query: CallbackQuery,
    found: Invitation | Refused | None,
    bot: Bot,
    shop: Shop,
    seal: Seal,
    locale: Locale,
) -> None:
    """The message in which the invitation can be sent on, or why there is none."""
    if not isinstance(found, Invitation):
        words = locale.say(found) if found is not None else None
        await tell(query, words, alert=found is not None)
        return
    me = await bot.me()
    link = seal.link(me.username or "", found.ticket)
    await send(query, Drawn(draw_invitation(found, link, shop, locale)))
    await tell(query, locale.say("team-send-it-on"))
