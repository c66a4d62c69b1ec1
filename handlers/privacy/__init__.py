"""/privacy: what is kept, how long and where; the owner decides, erases and takes out."""

from aiogram import Router
from aiogram.filters import Command

from handlers.middlewares import TeamOnly
from handlers.privacy import customer, rules
from handlers.privacy.buttons import CustomerButton, PrivacyButton
from handlers.turns import is_private


def build_router() -> Router:
    """The command and its buttons; who may is asked in the transaction that does it."""
    router = Router(name="privacy")
    router.message.middleware(TeamOnly())
    router.callback_query.middleware(TeamOnly())
    router.message.register(rules.on_privacy, is_private, Command("privacy"))
    router.callback_query.register(rules.on_privacy_button, PrivacyButton.filter())
    router.callback_query.register(customer.on_customer_button, CustomerButton.filter())
    return router
