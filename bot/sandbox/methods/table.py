"""Every method that the sandbox has, with the parameters that it reads."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.methods import (
    banning,
    business,
    chats,
    editing,
    ephemeral,
    profile,
    receiving,
    sending,
)
from bot.sandbox.methods.call import Call

type Run = Callable[[Call], Any | Awaitable[Any]]

_TO = "business_connection_id chat_id message_thread_id"
_HOW = (
    "ephemeral_message_parameters disable_notification protect_content reply_parameters "
    "reply_markup"
)
_CAPTION = "caption parse_mode caption_entities"
_ABOVE = "show_caption_above_media"
_TEXT = "text parse_mode entities link_preview_options"
_EDITED = "business_connection_id chat_id message_id inline_message_id reply_markup"
_EPHEMERAL = "chat_id receiver_user_id ephemeral_message_id"
_HOOK = "url max_connections allowed_updates drop_pending_updates secret_token"
_SCOPED = "scope language_code"


@dataclass(frozen=True, slots=True)
class Method:
    """A method's published name, what does it, and the parameters it reads. Others are ignored, as
    by Telegram.
    """

    name: str
    run: Run
    reads: frozenset[str]


_ROWS: tuple[tuple[str, Run, str], ...] = (
    ("getUpdates", receiving.get_updates, "offset limit timeout allowed_updates"),
    ("setWebhook", receiving.set_webhook, _HOOK),
    ("deleteWebhook", receiving.delete_webhook, "drop_pending_updates"),
    ("getWebhookInfo", receiving.get_webhook_info, ""),
    (
        "answerCallbackQuery",
        receiving.answer_callback_query,
        "callback_query_id text show_alert url",
    ),
    ("getFile", receiving.get_file, "file_id"),
    ("sendMessage", sending.send_message, f"{_TO} {_TEXT} {_HOW}"),
    ("sendPhoto", sending.send_photo, f"{_TO} photo {_CAPTION} {_ABOVE} {_HOW}"),
    ("sendDocument", sending.send_document, f"{_TO} document {_CAPTION} {_HOW}"),
    ("sendChatAction", sending.send_chat_action, f"{_TO} action"),
    ("editMessageText", editing.edit_message_text, f"{_EDITED} {_TEXT}"),
    ("editMessageCaption", editing.edit_message_caption, f"{_EDITED} {_CAPTION} {_ABOVE}"),
    ("editMessageMedia", editing.edit_message_media, f"{_EDITED} media"),
    ("editMessageReplyMarkup", editing.edit_message_reply_markup, _EDITED),
    ("deleteMessage", editing.delete_message, "chat_id message_id"),
    ("deleteMessages", editing.delete_messages, "chat_id message_ids"),
    ("editEphemeralMessageText", editing.edit_ephemeral_text, f"{_EPHEMERAL} {_TEXT} reply_markup"),
    (
        "editEphemeralMessageReplyMarkup",
        ephemeral.edit_ephemeral_reply_markup,
        f"{_EPHEMERAL} reply_markup",
    ),
    ("deleteEphemeralMessage", ephemeral.delete_ephemeral, _EPHEMERAL),
    ("getBusinessConnection", business.get_business_connection, "business_connection_id"),
    (
        "readBusinessMessage",
        business.read_business_message,
        "business_connection_id chat_id message_id",
    ),
    (
        "deleteBusinessMessages",
        business.delete_business_messages,
        "business_connection_id message_ids",
    ),
    ("getChat", chats.get_chat, "chat_id"),
    ("getChatMember", chats.get_chat_member, "chat_id user_id"),
    ("getChatAdministrators", chats.get_chat_administrators, "chat_id"),
    ("getChatMemberCount", chats.get_chat_member_count, "chat_id"),
    ("banChatMember", banning.ban_chat_member, "chat_id user_id"),
    ("unbanChatMember", banning.unban_chat_member, "chat_id user_id only_if_banned"),
    ("banChatSenderChat", banning.ban_chat_sender_chat, "chat_id sender_chat_id"),
    ("unbanChatSenderChat", banning.unban_chat_sender_chat, "chat_id sender_chat_id"),
    ("leaveChat", chats.leave_chat, "chat_id"),
    ("getMe", profile.get_me, ""),
    ("setChatMenuButton", profile.set_chat_menu_button, "chat_id menu_button"),
    ("getChatMenuButton", profile.get_chat_menu_button, "chat_id"),
    ("logOut", profile.agree, ""),
    ("close", profile.agree, ""),
    ("setMyCommands", profile.set_my_commands, f"commands {_SCOPED}"),
    ("getMyCommands", profile.get_my_commands, _SCOPED),
    ("deleteMyCommands", profile.delete_my_commands, _SCOPED),
    ("setMyName", profile.set_my_name, "name language_code"),
    ("getMyName", profile.get_my_name, "language_code"),
    ("setMyDescription", profile.set_my_description, "description language_code"),
    ("getMyDescription", profile.get_my_description, "language_code"),
    ("setMyShortDescription", profile.set_my_short_description, "short_description language_code"),
    ("getMyShortDescription", profile.get_my_short_description, "language_code"),
)

METHODS: dict[str, Method] = {
    name.lower(): Method(name, run, frozenset(reads.split())) for name, run, reads in _ROWS
}
"""The methods by name in small letters: Telegram does not mind capitals."""
