"""What one person's phone shows, as the page draws it."""

from bot.sandbox.chats import Chat, Dialog, Room
from bot.sandbox.keyboards import phone_buttons
from bot.sandbox.messages import Message
from bot.sandbox.people import User
from bot.sandbox.state import State
from bot.sandbox.talking import can_write
from bot.sandbox.wire import Json


def phone_json(state: State, user: User) -> Json:
    """Return the phone with its chats, the one with the newest message first."""
    dialogs = [chat for chat in state.dialogs_of(user.id) if chat.messages]
    rooms = [room for room in state.rooms.values() if room.member(user.id).present]
    everything: list[Chat] = [*dialogs, *rooms]
    everything.sort(key=lambda chat: next(reversed(chat.messages), 0), reverse=True)
    chats = [_chat(state, chat, user.id) for chat in everything]
    return {"user": {"id": user.id, "name": user.name}, "chats": chats}


def _chat(state: State, chat: Chat, viewer: int) -> Json:
    chat_id = chat.id_for(viewer)
    hidden = _replaced(chat, viewer)
    messages = [
        message_card(state, chat, message, viewer)
        for message in chat.messages.values()
        if message.key not in hidden
    ]
    if isinstance(chat, Room):
        messages += [
            message_card(state, chat, message, viewer)
            for message in chat.ephemerals.values()
            if viewer in (message.receiver_id, message.sender_id)
        ]
        messages.sort(key=lambda message: message["date"])
    return {
        "id": chat_id,
        "title": state.users[chat_id].name if isinstance(chat, Dialog) else chat.title,
        "kind": _kind(state, chat, chat_id),
        "unread": state.unread.get((viewer, chat_id), 0),
        "can_write": can_write(state, chat, viewer),
        "menu": _menu(state, chat_id, viewer),
        "messages": messages,
    }


def _menu(state: State, chat_id: int, viewer: int) -> Json | None:
    """Return the page that the menu button beside the writing field opens, if it opens one."""
    bot = state.bots.get(chat_id)
    button = bot.menu_button(viewer) if bot else {}
    if button.get("type") != "web_app":
        return None
    return {"text": button["text"], "url": button["web_app"]["url"]}


def _replaced(chat: Chat, viewer: int) -> set[int]:
    """Return the keys of the messages in whose place this person sees an ephemeral one."""
    if isinstance(chat, Dialog):
        return set()
    return {m.replaces for m in chat.ephemerals.values() if m.replaces and m.receiver_id == viewer}


def _kind(state: State, chat: Chat, chat_id: int) -> str:
    if isinstance(chat, Dialog):
        return "bot" if chat_id in state.bots else "person"
    return "channel" if chat.kind == "channel" else "group"


def message_card(state: State, chat: Chat, message: Message, viewer: int) -> Json:
    """Return one message as a phone shows it."""
    replied = chat.messages.get(message.reply_to or 0)
    number = chat.number(message, viewer)
    return {
        "id": -number if message.receiver_id is not None else number,
        "from": _sender(state, message),
        "mine": message.sender_id == viewer,
        "date": message.date,
        "edited": message.edit_date is not None and message.keyboard is None,
        "text": message.text or _service_text(message),
        "entities": list(message.entities),
        "media": _media(message),
        "words_first": message.words_first and message.media is not None,
        "buttons": phone_buttons(message.keyboard),
        "reply_to": chat.number(replied, viewer) if replied else None,
        "via_bot": _via(state, message, viewer),
        "ephemeral": message.receiver_id is not None,
        "silent": message.silent,
    }


def _sender(state: State, message: Message) -> Json:
    room = state.rooms.get(message.from_channel or 0)
    if room is not None:
        return {"id": room.id, "name": room.title, "is_bot": False}
    user = state.users[message.sender_id]
    return {"id": user.id, "name": user.name, "is_bot": user.is_bot}


def _via(state: State, message: Message, viewer: int) -> str | None:
    if message.business_bot is None or message.sender_id != viewer:
        return None
    return state.users[message.business_bot].name


def _media(message: Message) -> Json | None:
    if message.media is None:
        return None
    stored = message.media.file
    return {
        "kind": message.media.kind,
        "name": stored.name,
        "url": f"/sandbox/file/{stored.path}",
    }


def _service_text(message: Message) -> str:
    for user in (message.service or {}).get("new_chat_members", ()):
        return f"＋ {user['first_name']}"
    if left := (message.service or {}).get("left_chat_member"):
        return f"− {left['first_name']}"
    return ""
