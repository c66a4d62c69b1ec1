"""Removing a comment, or its author, from a group: the managers' buttons, each asked twice.

The questions come in the manager's private chat. A deletion is final, which is said before it is
done; a ban can be lifted by a button. Both are kept for the owner.
"""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from aiogram import Bot, Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery

from bot.core.comments import Comment
from bot.core.deed import DeedKind
from bot.core.letters import CommentLetter, Urgency
from bot.core.people import Role, Shop
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.comments import Act, CommentButton
from handlers.middlewares import TeamOnly
from handlers.moderation_screens import About, draw_done, draw_first, draw_left, draw_second
from handlers.own_addresses import OwnAddresses, is_own_voice_of_shop
from handlers.private_chat import ask_privately
from handlers.screens import show, tell

ADMINS = frozenset({"creator", "administrator"})
RIGHTS = {"delete": "can_delete_messages", "ban": "can_restrict_members"}
DELETING = frozenset({Act.DELETE, Act.DELETE_YES, Act.DELETE_NOW})
DEEDS = {
    Act.DELETE_NOW: DeedKind.DELETED,
    Act.BAN_NOW: DeedKind.BANNED,
    Act.UNBAN: DeedKind.UNBANNED,
    Act.UNBAN_HERE: DeedKind.UNBANNED,
}
GONE = "message to delete not found"
REFUSALS = (
    (GONE, "moderation-gone"),
    ("message can't be deleted", "moderation-too-old"),
    ("administrator of the chat", "moderation-is-admin"),
    ("chat owner", "moderation-is-admin"),
    ("not enough rights", "moderation-no-right"),
    ("admin_required", "moderation-no-right"),
    ("supergroup and channel chats only", "moderation-small-group"),
    ("chat not found", "moderation-not-there"),
    ("not a member", "moderation-not-there"),
    ("kicked", "moderation-not-there"),
)


def build_router() -> Router:
    """The buttons about comments; and what the shop itself writes in public, for its addresses."""
    router = Router(name="moderation")
    router.callback_query.middleware(TeamOnly())
    router.callback_query.register(on_comment_button, CommentButton.filter())
    router.message.register(OwnAddresses().on_own_voice, is_own_voice_of_shop)
    return router


async def on_comment_button(
    query: CallbackQuery,
    callback_data: CommentButton,
    bot: Bot,
    ledger: Ledger,
    shop: Shop,
    locale: Locale,
) -> None:
    """A press: whoever is no manager at this moment can but ask one."""
    by, act = query.from_user.id, callback_data.act
    if act is Act.ASK:
        await _ask(query, callback_data, ledger, shop, locale)
        return
    manages, about = await ledger.write(
        lambda books: (
            books.roster.is_at_least(by, Role.MANAGER),
            about_comment(books, callback_data),
        )
    )
    if not manages:
        await tell(query, locale.say("moderation-ask-manager"), alert=True)
        return
    if about is None:
        await tell(query, locale.say("moderation-not-ours"), alert=True)
        return
    obstacle = await _carry_out(query, bot, ledger, about, act, locale)
    await tell(query, locale.say(obstacle) if obstacle else None, alert=obstacle is not None)


def about_comment(books: Books, bears: CommentButton | CommentLetter) -> About | None:
    """The comment that a button or a letter means; None where Aram knows none such."""
    number = bears.card if isinstance(bears, CommentButton) else bears.card_id
    card = books.card(number)
    comment = card.face.comment if card is not None else None
    if card is None or comment is None:
        return None
    chat_id = books.conversation_of(card).place.chat_id
    words = books.comments.words_of(chat_id, bears.message, comment.author_id)
    if words is None:
        return None
    if bears.message != comment.message_id:  # the card has gone on to a newer one
        comment = Comment(bears.message, comment.author_id, is_banned=comment.is_banned)
        return About(card.id, comment, chat_id, card.face.customer, words)
    return About(card.id, comment, chat_id, card.face.customer, words, card.face)


async def _ask(
    query: CallbackQuery, bears: CommentButton, ledger: Ledger, shop: Shop, locale: Locale
) -> None:
    """The request goes to every manager; a manager who presses gets the buttons at once."""
    by = query.from_user.id

    def ask(books: Books) -> str:
        about = about_comment(books, bears)
        if about is None or about.comment.is_deleted:
            return "moderation-not-ours"
        asked = (by,) if shop.is_manager(by) else shop.managers
        if not asked:
            return "moderation-no-manager"
        is_new = books.comments.request(about.chat_id, bears.message)
        if is_new or shop.is_manager(by):
            for manager in asked:
                books.post(manager, CommentLetter(bears.card, bears.message, by), Urgency.NOW)
        _change(books, about, asked=True)
        return "moderation-asked"

    await tell(query, locale.say(await ledger.write(ask)), alert=True)


async def _carry_out(
    query: CallbackQuery, bot: Bot, ledger: Ledger, about: About, act: Act, locale: Locale
) -> str | None:
    """Do what a manager has pressed; a message id to tell at once, or None."""
    obstacle = None if act is Act.LEAVE else _done_already(about.comment, act)
    if obstacle is not None:
        return obstacle
    match act:
        case Act.DELETE | Act.BAN:
            return await _obstacle(bot, about, act) or await ask_privately(
                bot, query.from_user.id, draw_first(about, act, locale)
            )
        case Act.DELETE_YES | Act.BAN_YES:
            await show(query, draw_second(about, act, locale))
        case Act.LEAVE:
            await show(query, draw_left(locale))
        case _:
            return await _remove(query, bot, ledger, about, act, locale)
    return None


def _done_already(comment: Comment, act: Act) -> str | None:
    if act in DELETING:
        return "moderation-already-deleted" if comment.is_deleted else None
    if act in (Act.UNBAN, Act.UNBAN_HERE):
        return None if comment.is_banned else "moderation-not-banned"
    return "moderation-already-banned" if comment.is_banned else None


async def _obstacle(bot: Bot, about: About, act: Act) -> str | None:
    """Before anything is asked: may Aram do it there, and to this author?"""
    kind = "delete" if act is Act.DELETE else "ban"
    try:
        own = await bot.get_chat_member(about.chat_id, bot.id)
        if not getattr(own, RIGHTS[kind], False):
            return f"moderation-no-right-{kind}"
        if kind == "ban" and about.comment.author_id > 0:
            author = await bot.get_chat_member(about.chat_id, about.comment.author_id)
            return "moderation-is-admin" if author.status in ADMINS else None
    except TelegramAPIError as refusal:
        return explain(refusal, act)
    return None


async def _remove(
    query: CallbackQuery, bot: Bot, ledger: Ledger, about: About, act: Act, locale: Locale
) -> str | None:
    """The deed itself; what Telegram refuses is explained, and nothing is kept of it."""
    try:
        await _telegram(bot, about, act)
    except TelegramAPIError as refusal:
        if isinstance(refusal, TelegramBadRequest) and GONE in refusal.message:
            await ledger.write(lambda books: _change(books, about, is_deleted=True))
        return explain(refusal, act)
    await ledger.write(lambda books: _keep(books, about, act, by=query.from_user.id))
    if act is Act.UNBAN:
        return "moderation-lifted"
    await show(query, draw_done(about, act, locale))
    return None


def _telegram(bot: Bot, about: About, act: Act) -> Awaitable[bool]:
    """Whoever speaks in a channel's name is banned as that channel."""
    chat, author = about.chat_id, about.comment.author_id
    match act:
        case Act.DELETE_NOW:
            return bot.delete_message(chat, about.comment.message_id)
        case Act.BAN_NOW if author < 0:
            return bot.ban_chat_sender_chat(chat, author)
        case Act.BAN_NOW:
            return bot.ban_chat_member(chat, author)
        case _ if author < 0:
            return bot.unban_chat_sender_chat(chat, author)
        case _:
            return bot.unban_chat_member(chat, author, only_if_banned=True)


def _keep(books: Books, about: About, act: Act, *, by: int) -> None:
    """Keep a deed, and let the card say so."""
    match act:
        case Act.DELETE_NOW:
            _change(books, about, is_deleted=True)
        case _:
            _change(books, about, is_banned=act is Act.BAN_NOW)
    books.roster.keep_deed(DEEDS[act], by, person=about.customer or str(about.comment.author_id))


def _change(books: Books, about: About, **done: Any) -> None:
    """Of a comment that the card has gone on from, only what concerns its author stays."""
    card = books.card(about.card_id)
    comment = card.face.comment if card is not None else None
    if card is None or comment is None:
        return
    if comment.message_id != about.comment.message_id:
        done = {name: value for name, value in done.items() if name == "is_banned"}
    face = replace(card.face, comment=replace(comment, **done))
    if face != card.face:
        books.change_card(card.id, face, anew=False)


def explain(refusal: TelegramAPIError, act: Act) -> str:
    """A message id for Telegram's words."""
    if isinstance(refusal, TelegramRetryAfter | TelegramServerError):
        return "moderation-try-again"
    if not isinstance(refusal, TelegramBadRequest | TelegramForbiddenError):
        return "moderation-try-again"
    said = refusal.message.lower()
    found = next((told for words, told in REFUSALS if words in said), "moderation-refused")
    if found != "moderation-no-right":
        return found
    return f"{found}-{'delete' if act in DELETING else 'ban'}"
