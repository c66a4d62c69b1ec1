"""Who hears of what: messages, edits and deletions become updates for bots."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox.business import Connection
from bot.sandbox.chats import Chat, Dialog, Room
from bot.sandbox.messages import Message
from bot.sandbox.people import Bot
from bot.sandbox.render import chat_json, message_json
from bot.sandbox.state import State


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What an update is called, by where the message lies."""

    direct: str
    post: str
    business: str


_NEW = _Kinds("message", "channel_post", "business_message")
_EDITED = _Kinds("edited_message", "edited_channel_post", "edited_business_message")


def announce(state: State, chat: Chat, message: Message) -> None:
    """Tell bots and phones of a new message; who writes has read the chat."""
    if message.business_bot is None:
        state.unread.pop((message.sender_id, chat.id_for(message.sender_id)), None)
    for user_id in chat.audience():
        if user_id != message.sender_id and user_id not in state.bots:
            seen = (user_id, chat.id_for(user_id))
            state.unread[seen] = state.unread.get(seen, 0) + 1
    _tell_bots(state, chat, message, _NEW)
    if state.listeners:
        state.changed(chat.audience())


def announce_edit(state: State, chat: Chat, message: Message) -> None:
    """Tell bots and phones of a message's new version."""
    _tell_bots(state, chat, message, _EDITED)
    state.changed(chat.audience())


def announce_deletion(state: State, chat: Chat, messages: Sequence[Message]) -> None:
    """Tell business bots and phones what was deleted; other bots are never told."""
    if isinstance(chat, Dialog):
        for owner in chat.audience():
            connection = listening(state, chat, owner)
            if connection is None:
                continue
            state.bots[connection.bot_id].queue.offer(
                "deleted_business_messages",
                {
                    "business_connection_id": connection.id,
                    "chat": chat_json(state, chat, owner),
                    "message_ids": [chat.number(message, owner) for message in messages],
                },
                chat.id_for(owner),
            )
    state.changed(chat.audience())


def listening(state: State, chat: Dialog, owner: int) -> Connection | None:
    """Return the connection through which a bot reads this private chat of this owner, if any."""
    connection = state.connection_of(owner)
    other = chat.id_for(owner)
    if connection is None or other in connection.excluded or other in state.bots:
        return None
    return connection


def _tell_bots(state: State, chat: Chat, message: Message, kinds: _Kinds) -> None:
    if isinstance(chat, Room):
        _tell_members(state, chat, message, kinds.post if chat.kind == "channel" else kinds.direct)
        return
    for owner in chat.audience():
        bot = state.bots.get(owner)
        if bot is not None:
            if message.sender_id != owner:
                _tell(state, bot, chat, message, kinds.direct)
        elif state.connected and (connection := listening(state, chat, owner)):
            _tell_business(state, connection, chat, message, kinds.business)


def _tell_business(
    state: State, connection: Connection, chat: Dialog, message: Message, kind: str
) -> None:
    bot = state.bots[connection.bot_id]
    if not bot.queue.wants(kind):
        return
    owner = connection.user_id
    card = message_json(state, chat, message, viewer=owner, connection_id=connection.id)
    bot.queue.offer(kind, card, chat.id_for(owner))


def _tell_members(state: State, room: Room, message: Message, kind: str) -> None:
    for member in tuple(room.members.values()):
        bot = state.bots.get(member.user_id)
        if bot is None or not member.present or bot.id == message.sender_id:
            continue
        if message.sender_id in state.bots:
            continue
        if room.kind == "channel" or reads(bot, room, message):
            _tell(state, bot, room, message, kind)


def reads(bot: Bot, room: Room, message: Message) -> bool:
    """Whether privacy mode lets the bot read this message of a group."""
    if bot.reads_all_groups or room.member(bot.id).is_admin or message.service is not None:
        return True
    replied = room.messages.get(message.reply_to or 0)
    if replied is not None and replied.sender_id == bot.id:
        return True
    name = f"@{bot.user.username}".lower()
    text = message.text.lower()
    if text.startswith("/"):
        command = text.split(maxsplit=1)[0]
        return "@" not in command or command.endswith(name)
    return name in text


def _tell(state: State, bot: Bot, chat: Chat, message: Message, kind: str) -> None:
    if bot.queue.wants(kind):
        card = message_json(state, chat, message, viewer=bot.id)
        bot.queue.offer(kind, card, chat.id_for(bot.id))
