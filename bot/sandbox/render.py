"""Messages as the Bot API writes them, in the eyes of one account."""

from bot.sandbox.chats import Chat, Dialog
from bot.sandbox.messages import Message
from bot.sandbox.people import TELEGRAM
from bot.sandbox.state import State
from bot.sandbox.wire import Json


def chat_json(state: State, chat: Chat, viewer: int) -> Json:
    """Return the Bot API's Chat in this account's eyes."""
    if isinstance(chat, Dialog):
        return state.users[chat.id_for(viewer)].chat_card()
    return chat.card()


def message_json(
    state: State,
    chat: Chat,
    message: Message,
    *,
    viewer: int,
    connection_id: str | None = None,
    with_reply: bool = True,
) -> Json:
    """Return the Bot API's Message in this account's eyes.

    viewer is the bot itself, or the seller when the bot reads through the seller's connection.
    """
    card: Json = {"message_id": chat.number(message, viewer)}
    if message.receiver_id is not None:
        card["message_id"] = 0
        card["ephemeral_message_id"] = message.numbers[0]
        card["receiver_user"] = state.users[message.receiver_id].card()
    _add_sender(state, card, chat, message)
    if connection_id is not None:
        card["business_connection_id"] = connection_id
    if message.business_bot is not None and connection_id is not None:
        card["sender_business_bot"] = state.users[message.business_bot].card()
    card["date"] = message.date
    card["chat"] = chat_json(state, chat, viewer)
    if message.edit_date is not None:
        card["edit_date"] = message.edit_date
    if with_reply and (replied := chat.messages.get(message.reply_to or 0)) is not None:
        card["reply_to_message"] = message_json(
            state,
            chat,
            replied,
            viewer=viewer,
            connection_id=connection_id,
            with_reply=False,
        )
    if message.thread is not None:
        _add_thread(card, chat, message.thread)
    _add_content(card, message)
    return card


def _add_sender(state: State, card: Json, chat: Chat, message: Message) -> None:
    if message.from_channel is not None:
        card["sender_chat"] = state.rooms[message.from_channel].card()
        if message.sender_id == TELEGRAM.id:
            card["is_automatic_forward"] = True
    if message.from_channel != chat.key:
        card["from"] = state.users[message.sender_id].card()


def _add_thread(card: Json, chat: Chat, thread: int) -> None:
    root = chat.messages.get(thread)
    if root is not None:
        card["message_thread_id"] = root.numbers[0]
    if root is not None and root.opens_topic:
        card["is_topic_message"] = True


def _add_content(card: Json, message: Message) -> None:
    if message.origin is not None:
        card["forward_origin"] = message.origin
    if message.service is not None:
        card |= message.service
    if message.album is not None:
        card["media_group_id"] = message.album
    if message.media is not None:
        card |= message.media.fields()
    if message.words_first and message.media is not None and message.text:
        card["show_caption_above_media"] = True
    names = ("text", "entities") if message.media is None else ("caption", "caption_entities")
    if message.text:
        card[names[0]] = message.text
        if message.entities:
            card[names[1]] = list(message.entities)
    if message.preview is not None:
        card["link_preview_options"] = message.preview
    if message.protected:
        card["has_protected_content"] = True
    if message.keyboard is not None:
        card["reply_markup"] = message.keyboard
