"""Playbooks in the managers' chat: list, open, edit by replying, upload, try, publish, roll back.

Every change is prepared and confirmed through `bot.publishing.office`; what a button or a reply
belongs to stands in the message's own buttons, so that nothing is lost by a restart.
"""

from aiogram import Router
from aiogram.filters import Command

from handlers.middlewares import TeamOnly
from handlers.playbooks import files, history, listing, opened, settling, texts, turning
from handlers.playbooks.buttons import (
    DownloadButton,
    FilesButton,
    HistoryButton,
    ListButton,
    OpenButton,
    ProposalButton,
    RollBackButton,
    TextButton,
    TurnButton,
    VersionButton,
)
from handlers.playbooks.guard import ManagersOnly
from handlers.playbooks.shelf import Shelves
from handlers.turns import is_private


def build_router() -> Router:
    """Everything that managers do with playbooks in their private chat with Aram."""
    router = Router(name="playbooks")
    for observer in (router.message, router.callback_query):
        for middleware in (TeamOnly(), ManagersOnly()):
            observer.middleware(middleware)
    shelves = Shelves()
    router.message.middleware(shelves)
    router.callback_query.middleware(shelves)
    router.message.register(listing.on_playbooks, is_private, Command("playbooks"))
    router.message.register(texts.on_text_reply, is_private, texts.is_reply_to_text)
    router.message.register(files.on_upload, is_private, files.is_playbook_file)
    router.callback_query.register(listing.on_list_button, ListButton.filter())
    router.callback_query.register(opened.on_open_button, OpenButton.filter())
    router.callback_query.register(texts.on_text_button, TextButton.filter())
    router.callback_query.register(turning.on_turn_button, TurnButton.filter())
    router.callback_query.register(files.on_files_button, FilesButton.filter())
    router.callback_query.register(files.on_download_button, DownloadButton.filter())
    router.callback_query.register(settling.on_proposal_button, ProposalButton.filter())
    router.callback_query.register(history.on_history_button, HistoryButton.filter())
    router.callback_query.register(history.on_version_button, VersionButton.filter())
    router.callback_query.register(history.on_roll_back_button, RollBackButton.filter())
    return router
