"""The people of a shop, in the private chat: invited, joining, seen, changed, leaving, and audited.

Who may do what is asked in the transaction that does it, by `bot.core.personnel`.
"""

from aiogram import F, Router
from aiogram.filters import Command, CommandStart

from bot.core.invitation import PREFIX
from handlers.middlewares import TeamOnly
from handlers.team import audit, choosing, inviting, joining, leaving, members, shop_settings
from handlers.team.buttons import (
    AuditButton,
    FateButton,
    InviteButton,
    LeaveButton,
    MemberButton,
    ServeButton,
    SettingButton,
    TeamButton,
    TicketButton,
    WorkButton,
)
from handlers.turns import is_private


def build_router() -> Router:
    """Invitations are open to everyone who holds one; all else is the team's."""
    router = Router(name="team")
    invited = CommandStart(deep_link=True, magic=F.args.startswith(PREFIX))
    router.message.register(joining.on_invitation, is_private, invited)
    router.include_router(_of_the_team())
    return router


def _of_the_team() -> Router:
    router = Router(name="team's own")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(members.on_team, is_private, Command("team"))
    router.message.register(leaving.on_leave, is_private, Command("leave"))
    router.message.register(choosing.on_shop, is_private, Command("shop"))
    router.message.register(audit.on_audit, is_private, Command("audit"))
    router.message.register(
        shop_settings.on_setting_reply, is_private, shop_settings.is_reply_with_setting
    )
    router.callback_query.register(shop_settings.on_setting_button, SettingButton.filter())
    router.callback_query.register(members.on_team_button, TeamButton.filter())
    router.callback_query.register(members.on_member_button, MemberButton.filter())
    router.callback_query.register(members.on_fate_button, FateButton.filter())
    router.callback_query.register(inviting.on_invite_button, InviteButton.filter())
    router.callback_query.register(inviting.on_ticket_button, TicketButton.filter())
    router.callback_query.register(leaving.on_leave_button, LeaveButton.filter())
    router.callback_query.register(choosing.on_work_button, WorkButton.filter())
    router.callback_query.register(choosing.on_serve_button, ServeButton.filter())
    router.callback_query.register(audit.on_audit_button, AuditButton.filter())
    return router
