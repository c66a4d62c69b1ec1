"""A Telegram message as a turn of a conversation."""

import re
from dataclasses import dataclass

from aiogram.enums import ChatType, ContentType
from aiogram.types import Chat, Message

from bot.core.conversation import Channel, Turn, Who

MEDIA = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CHECKLIST,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.GAME,
        ContentType.INVOICE,
        ContentType.LIVE_PHOTO,
        ContentType.LOCATION,
        ContentType.PAID_MEDIA,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Speaker:
    """In whose name a message stands: a person, or the chat that an admin speaks for."""

    id: int
    name: str


async def is_talk(message: Message) -> bool:
    """Whether somebody says something; joining, leaving, pinning and the like are not talk.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    return message.content_type == ContentType.TEXT or message.content_type in MEDIA


async def is_private(message: Message) -> bool:
    """Whether it was written in a person's own chat with Aram; a coroutine, as `is_talk` is."""
    return message.chat.type == ChatType.PRIVATE


def clean(text: str) -> str:
    """Text without NUL and lone surrogates, which databases refuse."""
    return UNKEEPABLE.sub("", text)


def speaker_of(message: Message) -> Speaker | None:
    """Who speaks. In a chat's name Telegram gives a stand-in bot as the person, so chats first."""
    if message.sender_chat is not None:
        return Speaker(message.sender_chat.id, clean(message.sender_chat.full_name))
    if message.from_user is not None:
        return Speaker(message.from_user.id, clean(message.from_user.full_name))
    return None


def words_of(message: Message) -> str:
    """Text or caption; nothing for media without words."""
    return clean(message.text or message.caption or "")


def links_behind(message: Message) -> tuple[str, ...]:
    """The addresses that a message's words lead to without showing them."""
    entities = (*(message.entities or ()), *(message.caption_entities or ()))
    return tuple(clean(each.url) for each in entities if each.url)


def _page_of(voice: Chat | None) -> tuple[str, ...]:
    """The public page of a channel that somebody speaks for: its name leads there."""
    return (f"https://t.me/{voice.username}",) if voice is not None and voice.username else ()


def turn_of(message: Message, who: Who, *, channel: Channel, edited: bool = False) -> Turn:
    """What was said: text or caption; media without words is counted, not read."""
    speaker = speaker_of(message)
    is_text = message.content_type == ContentType.TEXT
    return Turn(
        who=who,
        text=words_of(message),
        at=message.date.timestamp(),
        channel=channel,
        name=speaker.name if speaker else None,
        media=None if is_text else ContentType(message.content_type).value,
        album=message.media_group_id,
        edited=edited,
        links=(*links_behind(message), *_page_of(message.sender_chat)),
    )
