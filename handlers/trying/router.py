"""The table of contents of trying: the command, and the buttons below a proposed change."""

from aiogram import Router
from aiogram.filters import Command

from handlers.middlewares import TeamOnly
from handlers.playbooks.buttons import ReplayButton, TryButton
from handlers.playbooks.guard import ManagersOnly
from handlers.trying.messages import on_try, on_try_button
from handlers.trying.replays import Replays
from handlers.turns import is_private


def build_router() -> Router:
    """Everything that managers may look at before they publish, in their chat with Aram."""
    router = Router(name="trying")
    for observer in (router.message, router.callback_query):
        for middleware in (TeamOnly(), ManagersOnly()):
            observer.middleware(middleware)
    router.message.register(on_try, is_private, Command("try"))
    router.callback_query.register(on_try_button, TryButton.filter())
    router.callback_query.register(Replays().on_replay_button, ReplayButton.filter())
    return router
