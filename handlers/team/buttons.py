"""What the buttons of the team's screens say when pressed; what they say is checked each time."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.core.people import Role
from bot.core.shop_settings import Setting
from handlers.numbers import PageNumber, RowNumber

PersonNumber = Annotated[int, Field(ge=1, le=2**52)]
"""Of a person, as Telegram counts them."""


class TeamButton(CallbackData, prefix="team"):
    """A page of the team."""

    page: PageNumber = 0


class MemberButton(CallbackData, prefix="mate"):
    """Someone of the team, and the page they stand on."""

    person: PersonNumber
    page: PageNumber = 0


class Fate(StrEnum):
    """What is to become of someone."""

    MANAGER = "m"
    SELLER = "s"
    NOBODY = "n"

    @property
    def role(self) -> Role | None:
        """The role, None where they are to go."""
        return {Fate.MANAGER: Role.MANAGER, Fate.SELLER: Role.SELLER}.get(self)


class FateButton(CallbackData, prefix="fate"):
    """Someone, shown as `seen`, is to become something; `sure` once it was asked."""

    person: PersonNumber
    seen: Role
    fate: Fate
    sure: bool = False


class InviteButton(CallbackData, prefix="invite"):
    """Invite someone into a role."""

    role: Role


class TicketDeed(StrEnum):
    """What to do with an open invitation."""

    SHOW = "s"
    REVOKE = "r"


class TicketButton(CallbackData, prefix="ticket"):
    """An open invitation."""

    invitation: RowNumber
    deed: TicketDeed


class LeaveButton(CallbackData, prefix="leave"):
    """Leave the team, or stay after all."""

    stays: bool = False


class WorkButton(CallbackData, prefix="work"):
    """Work in another of one's shops."""

    to: RowNumber


class ServeButton(CallbackData, prefix="serve"):
    """Let one's connected chats be another shop's."""

    to: RowNumber


class SettingStep(StrEnum):
    """What a button about the shop's settings does; BACK stands below every question."""

    SHOW = "show"
    ASK = "ask"
    CHOOSE = "set"
    BACK = "back"


class SettingButton(CallbackData, prefix="set"):
    """The shop's settings, or one of them; `choice` counts the values offered from 0."""

    step: SettingStep
    setting: Setting = Setting.NAME
    choice: PageNumber = 0


class AuditButton(CallbackData, prefix="audit"):
    """A page of the deeds."""

    page: PageNumber = 0
