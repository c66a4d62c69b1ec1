"""The team's screens as Telegram messages: who is in it, one of them, and what is asked twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from aiogram.types import InlineKeyboardButton

from bot.core.invitation import Invitation
from bot.core.people import Member, Role, Shop
from bot.locale import Locale
from handlers.keyboards import button, drawn, in_rows
from handlers.team.buttons import (
    Fate,
    FateButton,
    InviteButton,
    MemberButton,
    TeamButton,
    TicketButton,
    TicketDeed,
)
from handlers.team.moments import day_of, moment_of
from handlers.writing import Drawn, one_direction

MEMBERS_ON_A_PAGE = 10
MARKS = {Role.OWNER: "👑", Role.MANAGER: "⭐️", Role.SELLER: "👤"}
INVITABLE = (Role.SELLER, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class Seen:
    """What someone sees of their team; `invitations` are those that are theirs to revoke."""

    shop: Shop
    viewer: Member
    members: tuple[Member, ...]
    invitations: tuple[Invitation, ...] = ()

    def member(self, person_id: int) -> Member | None:
        """Someone of the team; None where they are of it no more."""
        return next((each for each in self.members if each.id == person_id), None)


def draw_team(seen: Seen, page: int, locale: Locale) -> Drawn:
    """The team, ten on a page; whoever may change it sees more, and buttons."""
    pages = max(1, -(-len(seen.members) // MEMBERS_ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = seen.members[page * MEMBERS_ON_A_PAGE :][:MEMBERS_ON_A_PAGE]
    leads = seen.viewer.role.covers(Role.MANAGER)
    paragraphs = [
        locale.say("team-headline", shop=shop_name(seen.shop, locale), count=len(seen.members)),
        "\n".join(_line(each, seen.viewer, locale, whole=leads) for each in shown),
    ]
    if seen.shop.owner_id is None:
        paragraphs.append(locale.say("team-ownerless"))
    if leads:
        paragraphs += _invitations(seen, locale)
    rows = [
        *_people(seen, shown, page),
        *_tickets(seen, locale),
        _turns(page, pages, locale),
    ]
    if leads:
        rows.append(_invites(seen.viewer.role, locale))
    return drawn(paragraphs, rows, locale)


def draw_member(member: Member, viewer: Member, page: int, locale: Locale) -> Drawn:
    """One of the team, with what the viewer may make of them."""
    fates = [
        button(
            locale.say(f"team-button-{_WORDS[fate]}"),
            FateButton(person=member.id, seen=member.role, fate=fate),
        )
        for fate in _FATES[member.role]
        if viewer.role.may_appoint(member.role)
        and viewer.role.may_appoint(fate.role or member.role)
    ]
    back = [button(locale.say("team-button-back"), TeamButton(page=page))]
    text = _line(member, viewer, locale, whole=True)
    return drawn([text], [*([each] for each in fates), back], locale)


def draw_question(member: Member, fate: Fate, locale: Locale) -> Drawn:
    """Whether someone is really to become that."""
    asked = locale.say(f"team-sure-{_WORDS[fate]}", name=name_of(member, locale))
    sure = FateButton(person=member.id, seen=member.role, fate=fate, sure=True)
    row = [
        button(locale.say(f"team-button-sure-{_WORDS[fate]}"), sure),
        button(locale.say("team-button-no"), MemberButton(person=member.id)),
    ]
    return drawn([asked], [row], locale)


def draw_invitation(invitation: Invitation, link: str, shop: Shop, locale: Locale) -> str:
    """A message that can be sent on as it is, in HTML; no mark of direction touches the link."""
    text = locale.say(
        f"invitation-message-{invitation.role}",
        shop=shop_name(shop, locale),
        link=link,
        until=moment_of(invitation.expires_at, locale),
    )
    lines = one_direction(text, locale).split("\n")
    return "\n".join(link if link in line else line for line in lines)


def shop_name(shop: Shop, locale: Locale) -> str:
    """A shop's name in HTML, or what stands for it."""
    return escape(shop.name) if shop.name else locale.say("team-shop-unnamed")


def name_of(member: Member, locale: Locale) -> str:
    """Someone's first name in HTML; where Aram never met them, their number."""
    return escape(member.name) if member.name else locale.say("team-nameless", id=str(member.id))


_WORDS = {Fate.MANAGER: "manager", Fate.SELLER: "seller", Fate.NOBODY: "remove"}
_FATES: dict[Role, tuple[Fate, ...]] = {
    Role.OWNER: (),
    Role.MANAGER: (Fate.SELLER, Fate.NOBODY),
    Role.SELLER: (Fate.MANAGER, Fate.NOBODY),
}


def _line(member: Member, viewer: Member, locale: Locale, *, whole: bool) -> str:
    words = "team-member-self" if member.id == viewer.id else "team-member"
    line = locale.say(
        words,
        mark=MARKS[member.role],
        name=name_of(member, locale),
        role=locale.say(f"role-{member.role}"),
        since=day_of(member.since, locale),
    )
    state = _state(member) if whole else None
    return f"{line}\n\u2003{locale.say(state)}" if state is not None else line


def _state(member: Member) -> str | None:
    """What they are still to do; chats are expected of sellers."""
    if not member.is_reachable:
        return "team-state-not-started"
    if member.is_connected:
        return "team-state-connected"
    return "team-state-not-connected" if member.role is Role.SELLER else None


def _invitations(seen: Seen, locale: Locale) -> list[str]:
    if not seen.invitations:
        return []
    names = {member.id: name_of(member, locale) for member in seen.members}
    lines = [
        locale.say(
            "team-invitation",
            number=number,
            role=locale.say(f"role-{each.role}"),
            until=moment_of(each.expires_at, locale),
            name=names.get(each.made_by or 0, locale.say("team-somebody")),
        )
        for number, each in enumerate(seen.invitations, start=1)
    ]
    return ["\n".join([locale.say("team-invitations"), *lines])]


def _people(seen: Seen, shown: Sequence[Member], page: int) -> list[list[InlineKeyboardButton]]:
    """A button for everyone whom the viewer may change, two in a row."""
    buttons = [
        button(
            f"{MARKS[each.role]} {each.name or each.id}", MemberButton(person=each.id, page=page)
        )
        for each in shown
        if seen.viewer.role.may_appoint(each.role)
    ]
    return in_rows(buttons, 2)


def _tickets(seen: Seen, locale: Locale) -> list[list[InlineKeyboardButton]]:
    return [
        [
            button(
                locale.say(f"team-button-ticket-{deed.name.lower()}", number=number),
                TicketButton(invitation=each.id, deed=deed),
            )
            for deed in TicketDeed
        ]
        for number, each in enumerate(seen.invitations, start=1)
    ]


def _invites(role: Role, locale: Locale) -> list[InlineKeyboardButton]:
    return [
        button(locale.say(f"team-button-invite-{each}"), InviteButton(role=each))
        for each in INVITABLE
        if role.may_appoint(each)
    ]


def _turns(page: int, pages: int, locale: Locale) -> list[InlineKeyboardButton]:
    neighbours = (("team-button-before", page - 1), ("team-button-after", page + 1))
    return [
        button(locale.say(words), TeamButton(page=number))
        for words, number in neighbours
        if 0 <= number < pages
    ]
