"""Telegram: who wrote, where, in which role; and what goes back.

The way of an update: `polling` → `middlewares` → one of the routers below → the ledger; the way
back: the outbox → `postman` → `card`, `inquiry` and `notes` → Telegram.
"""

from aiogram import Router

from handlers import checking, customers, groups, lessons, onboarding, seller


def build_router() -> Router:
    """The table of contents: every router, in the order in which they are asked, busiest first."""
    router = Router(name="aram")
    router.include_routers(
        customers.build_router(),  # the sellers' private chats with customers
        seller.build_router(),  # the buttons of a card
        checking.build_router(),  # /check, forwarded messages, and the buttons of an answer
        lessons.build_router(),  # /lessons and its buttons
        onboarding.build_router(),  # /start, /help, /language; connections; all other buttons
        groups.build_router(),  # groups, and comments below a channel's posts
    )
    return router
