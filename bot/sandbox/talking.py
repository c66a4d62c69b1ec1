"""What people do with messages: write, correct, delete, forward, comment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.sandbox.chats import Chat, Dialog, Room
from bot.sandbox.delivery import announce, announce_deletion, announce_edit
from bot.sandbox.files import MEDIA_KINDS, Media
from bot.sandbox.formatting import find_entities, parse
from bot.sandbox.messages import Draft, Message
from bot.sandbox.people import TELEGRAM
from bot.sandbox.refusals import Impossible
from bot.sandbox.state import Posted, State
from bot.sandbox.wire import Json, utf16_length

LONGEST_TEXT = 4096
"""Letters in one message; a phone cuts longer texts into several."""


def say(
    state: State,
    chat: Chat,
    user_id: int,
    *,
    text: str,
    media: Media | None,
    reply_to: Message | None,
    album: str | None = None,
    links: Mapping[str, str] | None = None,
) -> Posted:
    """Let someone write into a chat, and tell whoever should hear; links are addresses behind
    words.
    """
    may_write(state, chat, user_id)
    shown = text.strip()
    if not shown and media is None:
        raise Impossible("an empty message cannot be sent")
    if len(shown) > LONGEST_TEXT:
        raise Impossible(f"a message has at most {LONGEST_TEXT} letters")
    draft = Draft(
        user_id,
        text=shown,
        entities=_entities(shown, links or {}),
        media=media,
        reply_to=reply_to.key if reply_to else None,
        thread=thread_of(chat, reply_to),
        album=album,
        from_channel=channel_of(chat),
    )
    return Posted(chat, deliver(state, chat, draft))


def _entities(text: str, links: Mapping[str, str]) -> tuple[Json, ...]:
    """Return what stands out in a text, with the links that a phone's menu puts behind words."""
    given: list[Json] = []
    for words, address in links.items():
        before, found, _ = text.partition(words)
        if not found:
            raise Impossible(f"the text has no «{words}»")
        offset, length = utf16_length(before), utf16_length(words)
        given.append({"type": "text_link", "offset": offset, "length": length, "url": address})
    return tuple(parse(text, "", given)[1])


def deliver(state: State, chat: Chat, draft: Draft) -> Message:
    """Keep a message and tell bots and phones; a channel's post goes on to its discussion group."""
    message = state.keep(chat, draft)
    if isinstance(chat, Dialog):
        bot = state.bots.get(chat.id_for(draft.sender_id))
        if bot is not None:
            bot.writable.add(draft.sender_id)
    announce(state, chat, message)
    if isinstance(chat, Room) and chat.kind == "channel" and chat.linked_id is not None:
        _forward_post(state, chat, message)
    return message


def thread_of(chat: Chat, replied: Message | None) -> int | None:
    """Return the key of the thread's root that a reply belongs to; supergroups alone have
    threads.
    """
    if replied is None or not isinstance(chat, Room) or chat.kind != "supergroup":
        return None
    return replied.thread or replied.key


def channel_of(chat: Chat) -> int | None:
    """Return the channel in whose name everything in it is posted; None elsewhere."""
    return chat.id if isinstance(chat, Room) and chat.kind == "channel" else None


def channel_origin(channel: Room, message: Message) -> Json:
    """Return the forward_origin of a channel's post."""
    return {
        "type": "channel",
        "date": message.date,
        "chat": channel.card(),
        "message_id": message.numbers[0],
    }


def user_origin(state: State, message: Message) -> Json:
    """Return the forward_origin of a person's message."""
    sender = state.users[message.sender_id].card()
    return {"type": "user", "date": message.date, "sender_user": sender}


def _forward_post(state: State, channel: Room, post: Message) -> None:
    group = state.rooms[channel.linked_id or 0]
    draft = Draft(
        TELEGRAM.id,
        text=post.text,
        entities=post.entities,
        media=post.media,
        keyboard=post.keyboard,
        origin=channel_origin(channel, post),
        from_channel=channel.id,
    )
    deliver(state, group, draft)


def discussion_of(state: State, channel_id: int, post_number: int) -> Posted:
    """Return the copy of a channel's post in the discussion group, below which comments stand."""
    channel = state.room(channel_id)
    group = state.room(channel.linked_id or 0)
    for message in group.messages.values():
        origin = message.origin or {}
        if message.from_channel == channel.id and origin.get("message_id") == post_number:
            return Posted(group, message)
    raise Impossible(f"the post {post_number} has no comments")


def may_write(state: State, chat: Chat, user_id: int) -> None:
    """Raise Impossible where this person's phone has no field to write in."""
    state.user(user_id)
    if not can_write(state, chat, user_id):
        raise Impossible("this user cannot write in that chat")


def can_write(state: State, chat: Chat, user_id: int) -> bool:
    """Whether this person's phone has a field to write in."""
    if isinstance(chat, Dialog):
        bot = state.bots.get(chat.id_for(user_id))
        return user_id in chat.audience() and (bot is None or user_id not in bot.blocked_by)
    member = chat.member(user_id)
    if chat.kind == "channel":
        return member.present and member.may("can_post_messages")
    return member.present or (member.status == "left" and chat.linked_id is not None)


def correct(state: State, posted: Posted, user_id: int, text: str) -> Posted:
    """Let someone edit a message of their own."""
    shown = text.strip()
    if posted.message.sender_id != user_id:
        raise Impossible("only one's own messages can be edited")
    if not shown and posted.message.media is None:
        raise Impossible("an empty message cannot be sent")
    edited = replace(
        posted.message,
        text=shown,
        entities=tuple(find_entities(shown)),
        edit_date=state.now(),
    )
    posted.chat.add(edited)
    announce_edit(state, posted.chat, edited)
    return Posted(posted.chat, edited)


def delete(state: State, chat: Chat, messages: Sequence[Message], user_id: int) -> None:
    """Let someone delete messages for everyone: any in a private chat, one's own or as an admin
    elsewhere.
    """
    for message in messages:
        if not _may_delete(chat, message, user_id):
            raise Impossible("only admins delete what others wrote")
    for message in messages:
        chat.remove(message)
    announce_deletion(state, chat, messages)


def _may_delete(chat: Chat, message: Message, user_id: int) -> bool:
    if isinstance(chat, Dialog) or message.sender_id == user_id:
        return True
    return chat.member(user_id).may("can_delete_messages")


def forward(state: State, posted: Posted, target: Chat, user_id: int) -> Posted:
    """Let someone forward a message."""
    may_write(state, target, user_id)
    source = posted.message
    if source.origin is not None:
        origin = source.origin
    elif isinstance(posted.chat, Room) and posted.chat.kind == "channel":
        origin = channel_origin(posted.chat, source)
    else:
        origin = user_origin(state, source)
    draft = Draft(
        user_id,
        text=source.text,
        entities=source.entities,
        media=source.media,
        origin=origin,
    )
    return Posted(target, deliver(state, target, draft))


def media_of(
    state: State, kind: str, name: str | None = None, content: bytes | None = None
) -> Media:
    """Return media of this kind, with the file given behind it, or else a stand-in."""
    if kind not in MEDIA_KINDS:
        raise Impossible(f"no such media: {kind}; there are {', '.join(sorted(MEDIA_KINDS))}")
    if content is None:
        return Media(kind, state.files.stand_in(kind, name))
    return Media(kind, state.files.given(kind, name or kind, content))
