"""A group in which Aram reads along, and the shop it belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A group as kept: `chat_id` is Telegram's, `channel_id` the channel it discusses.

    `shop_id` is None while nobody has said whose it is: there Aram does not listen. `added_by` let
    Aram in, or spoke first; `left_at` says when Aram was removed. Times are in seconds.
    """

    chat_id: int
    shop_id: int | None
    title: str
    since: float
    channel_id: int | None = None
    added_by: int | None = None
    left_at: float | None = None

    @property
    def is_heard(self) -> bool:
        """Whether Aram listens there."""
        return self.shop_id is not None and self.left_at is None


def talk_prefix(shop_id: int, chat_id: int, topic: int | None) -> str:
    """How the keys of all talks in a group begin, or in one topic of a forum."""
    where = f"{chat_id}" if topic is None else f"{chat_id}/{topic}"
    return f"group:{shop_id}:{where}:"


def topic_of(key: str) -> int | None:
    """The topic of a forum that a talk belongs to, by its key."""
    _kind, _shop, where, _who = key.split(":")
    _chat, _slash, topic = where.partition("/")
    return int(topic) if topic else None
