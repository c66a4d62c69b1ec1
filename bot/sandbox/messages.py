"""A message as the world keeps it: once, whoever looks at it."""

from dataclasses import dataclass

from bot.sandbox.files import Media
from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class Message:
    """One message.

    key           identifies it in the world
    numbers       its message_id: in a private chat for the first and the second account, which
                  count apart as in Telegram; in a group or channel the same number twice
    from_channel  the channel in whose name it stands: its posts, and their copies in its group
    reply_to      key of the message replied to; thread is the key of the root of its thread
    business_bot  the bot that wrote it in the sender's name
    receiver_id   for an ephemeral message, the one who sees it
    replaces      for an ephemeral message, the key of what it hides from its receiver
    words_first   its caption stands above the picture
    """

    key: int
    numbers: tuple[int, int]
    sender_id: int
    date: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    media: Media | None = None
    keyboard: Json | None = None
    reply_to: int | None = None
    thread: int | None = None
    edit_date: int | None = None
    business_bot: int | None = None
    receiver_id: int | None = None
    replaces: int | None = None
    album: str | None = None
    origin: Json | None = None
    from_channel: int | None = None
    service: Json | None = None
    silent: bool = False
    protected: bool = False
    preview: Json | None = None
    words_first: bool = False

    @property
    def shown(self) -> tuple[str, tuple[Json, ...], Json | None, Media | None, bool]:
        """What an edit would have to change for Telegram to call it modified."""
        return self.text, self.entities, self.keyboard, self.media, self.words_first

    @property
    def opens_topic(self) -> bool:
        """Whether it is the beginning of a forum's topic."""
        return "forum_topic_created" in (self.service or {})


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to become a message: everything but its key, its numbers and its date."""

    sender_id: int
    text: str = ""
    entities: tuple[Json, ...] = ()
    media: Media | None = None
    keyboard: Json | None = None
    reply_to: int | None = None
    thread: int | None = None
    business_bot: int | None = None
    album: str | None = None
    origin: Json | None = None
    from_channel: int | None = None
    service: Json | None = None
    silent: bool = False
    protected: bool = False
    preview: Json | None = None
    words_first: bool = False
