"""A Telegram message as a turn of a conversation."""

from aiogram.enums import ContentType
from aiogram.types import Message

from bot.core.conversation import Channel, Turn, Who

MEDIA = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.LOCATION,
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


async def is_talk(message: Message) -> bool:
    """Whether somebody says something; joining, leaving, pinning and the like are not talk.

    A coroutine, because aiogram calls filters of any other kind in a thread.
    """
    return message.content_type == ContentType.TEXT or message.content_type in MEDIA


def turn_of(message: Message, who: Who, *, channel: Channel, edited: bool = False) -> Turn:
    """What was said: text or caption; media without words is counted, not read."""
    text = message.text or message.caption or ""
    is_text = message.content_type == ContentType.TEXT
    return Turn(
        who=who,
        text=text,
        at=message.date.timestamp(),
        channel=channel,
        name=message.from_user.full_name if message.from_user else None,
        media=None if is_text else ContentType(message.content_type).value,
        album=message.media_group_id,
        edited=edited,
    )
