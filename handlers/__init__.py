"""Telegram: who wrote, where, in which role; and what goes back.

The way of an update: `polling`, or what `bot/doors.py` lets in → `dealing` → `feeding` → `inshop`
and `middlewares` → one of the routers below → the ledger; the way back: the outbox → `postman` →
`delivery` → `card`, `whispers`, `briefs` and the like → Telegram.
"""

from aiogram import Router

from handlers import (
    checking,
    customers,
    digest,
    duty,
    endings,
    export,
    groups,
    handover,
    lessons,
    moderation,
    nudges,
    onboarding,
    own_words,
    pasted,
    playbooks,
    privacy,
    public_answers,
    quiet,
    reach,
    reminders,
    rooms,
    seller,
    stats,
    team,
    trying,
)
from handlers.stats import efficacy


def build_router() -> Router:
    """Every router, in the order in which they are asked; the first that takes an update has it."""
    router = Router(name="aram")
    router.include_routers(
        customers.build_router(),  # the sellers' private chats with customers
        seller.build_router(),  # the buttons of a card
        privacy.build_router(),  # /privacy, also in reply to a card; one customer, by the owner
        reminders.build_router(),  # what sellers promised, /reminders, looking back
        endings.build_router(),  # how a trouble ended
        own_words.build_router(),  # a seller's reply to a card, /mine, /breath
        handover.build_router(),  # a manager's buttons and replies below a brief
        trying.build_router(),  # /try, also in reply to a playbook's text; a change tried
        playbooks.build_router(),  # /playbooks, replies to their texts, their files and buttons
        pasted.build_router(),  # forwarded messages, copied chats, e-mails and other files
        checking.build_router(),  # /check, and the buttons of an answer
        lessons.build_router(),  # /lessons and its buttons
        team.build_router(),  # invitations, /team, /leave, /shop, /audit
        duty.build_router(),  # /duty; «I take it» on the cards of groups
        stats.build_router(),  # /stats and its buttons
        export.build_router(),  # figures as files
        efficacy.build_router(),  # which step works
        digest.build_router(),  # /digest and its buttons
        quiet.build_router(),  # /quiet and its buttons
        nudges.build_router(),  # customers who wait, /care, and their buttons
        reach.build_router(),  # Aram blocked, or let in again
        rooms.build_router(),  # Aram added to a group, moved and removed
        public_answers.build_router(),  # an answer for all to see, which a manager confirms
        moderation.build_router(),  # the buttons about a comment; the shop's own addresses
        onboarding.build_router(),  # /start, /help, /language; connections; all other buttons
        groups.build_router(),  # groups, and comments below a channel's posts
    )
    return router
