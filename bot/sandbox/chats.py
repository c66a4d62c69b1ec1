"""Where messages lie: private chats of two accounts, and rooms of many."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.messages import Message
from bot.sandbox.wire import Json

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
_GROUP_RIGHTS = ("can_pin_messages", "can_manage_topics", "can_manage_tags")
_CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
PRESENT = frozenset({"creator", "administrator", "member"})
"""The statuses of those who are in a room."""


@dataclass(frozen=True, slots=True)
class Member:
    """One account's standing in a room."""

    user_id: int
    status: str
    rights: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        """Whether they are in the room."""
        return self.status in PRESENT

    @property
    def is_admin(self) -> bool:
        """Whether they own or administer the room."""
        return self.status in ("creator", "administrator")

    def may(self, right: str) -> bool:
        """Whether they have this administrator's right."""
        return self.status == "creator" or right in self.rights

    def card(self, user: Json, room_kind: str) -> Json:
        """Return the Bot API's ChatMember."""
        card: Json = {"status": self.status, "user": user}
        match self.status:
            case "creator":
                card["is_anonymous"] = False
            case "administrator":
                names = _CHANNEL_RIGHTS if room_kind == "channel" else _GROUP_RIGHTS
                card |= {"can_be_edited": False, "is_anonymous": False}
                card |= {name: name in self.rights for name in (*ADMIN_RIGHTS, *names)}
            case "kicked":
                card["until_date"] = 0
        return card


class Dialog:
    """A private chat. Each of the two numbers its messages in its own count and calls it by the
    other's id.
    """

    kind = "private"

    def __init__(self, one: int, other: int) -> None:
        self.first, self.second = sorted((one, other))
        self.messages: dict[int, Message] = {}
        self.last_from: dict[int, int] = {}
        self._keys: dict[int, dict[int, int]] = {self.first: {}, self.second: {}}

    @property
    def key(self) -> tuple[int, int]:
        """Identify the chat in the world."""
        return self.first, self.second

    def id_for(self, viewer: int) -> int:
        """Return the chat id in this account's eyes: the other one's."""
        return self.second if viewer == self.first else self.first

    def number(self, message: Message, viewer: int) -> int:
        """Return the message_id in this account's eyes."""
        return message.numbers[0 if viewer == self.first else 1]

    def add(self, message: Message) -> None:
        """Keep a new message, or a new version of one."""
        if message.edit_date is None:
            self._keys[self.first][message.numbers[0]] = message.key
            self._keys[self.second][message.numbers[1]] = message.key
            self.last_from[message.sender_id] = message.date
        self.messages[message.key] = message

    def find(self, number: int, viewer: int) -> Message | None:
        """Find a message by the number that this account knows it by."""
        return self.messages.get(self._keys.get(viewer, {}).get(number, -1))

    def remove(self, message: Message) -> None:
        """Delete a message for both."""
        self.messages.pop(message.key, None)

    def audience(self) -> tuple[int, ...]:
        """Return who sees this chat."""
        return self.first, self.second


@dataclass(slots=True)
class Room:
    """A group, supergroup or channel."""

    id: int
    kind: str
    title: str
    username: str | None = None
    linked_id: int | None = None
    is_forum: bool = False
    upgraded_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    ephemerals: dict[int, Message] = field(default_factory=dict)
    silenced: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    ephemeral_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _keys: dict[int, int] = field(default_factory=dict)

    @property
    def key(self) -> int:
        """Identify the chat in the world."""
        return self.id

    def id_for(self, _viewer: int) -> int:
        """Return the chat id, which is everyone's."""
        return self.id

    def number(self, message: Message, _viewer: int) -> int:
        """Return the message_id, which is everyone's."""
        return message.numbers[0]

    def add(self, message: Message) -> None:
        """Keep a new message, or a new version of one."""
        self._keys[message.numbers[0]] = message.key
        self.messages[message.key] = message

    def find(self, number: int, _viewer: int) -> Message | None:
        """Find a message by its number."""
        return self.messages.get(self._keys.get(number, -1))

    def remove(self, message: Message) -> None:
        """Delete a message for everyone."""
        self.messages.pop(message.key, None)

    def audience(self) -> tuple[int, ...]:
        """Return who sees this chat."""
        return tuple(member.user_id for member in self.members.values() if member.present)

    def member(self, user_id: int) -> Member:
        """Return someone's standing; strangers have left."""
        return self.members.get(user_id) or Member(user_id, "left")

    def card(self) -> Json:
        """Return the Bot API's Chat."""
        card: Json = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            card["username"] = self.username
        if self.is_forum:
            card["is_forum"] = True
        return card


type Chat = Dialog | Room
"""Any place that holds messages."""
