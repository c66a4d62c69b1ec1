"""The world's registers: who and what exists, found by dict; nothing here acts."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.sandbox.business import Connection
from bot.sandbox.chats import Chat, Dialog, Room
from bot.sandbox.clock import Clock
from bot.sandbox.files import FileStore
from bot.sandbox.messages import Draft, Message
from bot.sandbox.people import TELEGRAM, Bot, User
from bot.sandbox.queries import Queries
from bot.sandbox.refusals import Impossible
from bot.sandbox.webhooks import Couriers

type Listener = Callable[[frozenset[int] | None], None]
"""Told whose phones show something else than before; None means that the cast or what is played
changed.
"""

_NUMBERS_APART = 10_000


@dataclass(frozen=True, slots=True)
class Posted:
    """A message and the chat it lies in."""

    chat: Chat
    message: Message

    def number(self, viewer: int) -> int:
        """Return the message_id in this account's eyes: a person's phone's, a bot's, a seller's."""
        return self.chat.number(self.message, viewer)


class State:
    """Accounts, chats, connections and files of one world."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.users: dict[int, User] = {TELEGRAM.id: TELEGRAM}
        self.bots: dict[int, Bot] = {}
        self.bots_by_token: dict[str, Bot] = {}
        self.dialogs: dict[tuple[int, int], Dialog] = {}
        self.rooms: dict[int, Room] = {}
        self.rooms_by_name: dict[str, Room] = {}
        self.connections: dict[str, Connection] = {}
        self.connected: dict[int, str] = {}
        self.unread: dict[tuple[int, int], int] = {}
        self.files = FileStore()
        self.queries = Queries()
        self.couriers = Couriers(clock)
        self.roles: dict[str, int] = {}
        self.listeners: list[Listener] = []
        self._accounts: dict[int, list[Dialog]] = {}
        self._counts: dict[int, itertools.count[int]] = {}
        self._keys = itertools.count(1)

    def now(self) -> int:
        """Return the world's Unix time in whole seconds, as Telegram writes dates."""
        return int(self.clock.now())

    def user(self, user_id: int) -> User:
        """Find an account; an unknown one is a mistake of whoever plays the people."""
        try:
            return self.users[user_id]
        except KeyError:
            raise Impossible(f"there is no user {user_id}") from None

    def bot(self, bot_id: int) -> Bot:
        """Find a bot by its account's id."""
        try:
            return self.bots[bot_id]
        except KeyError:
            raise Impossible(f"there is no bot {bot_id}") from None

    def room(self, room_id: int) -> Room:
        """Find a group or channel."""
        try:
            return self.rooms[room_id]
        except KeyError:
            raise Impossible(f"there is no group or channel {room_id}") from None

    def register(self, user: User) -> None:
        """Add an account. Accounts count their messages far apart, so that a number of the wrong
        one finds nothing.
        """
        self.users[user.id] = user
        self._accounts[user.id] = []
        self._counts[user.id] = itertools.count(1 + _NUMBERS_APART * (len(self._counts)))

    def dialog(self, one: int, other: int) -> Dialog:
        """Return the private chat of two accounts, opening it where there is none."""
        key = (one, other) if one < other else (other, one)
        found = self.dialogs.get(key)
        if found is None:
            found = self.dialogs[key] = Dialog(one, other)
            for account in key:
                self._accounts[account].append(found)
        return found

    def dialogs_of(self, user_id: int) -> tuple[Dialog, ...]:
        """Return someone's private chats."""
        return tuple(self._accounts.get(user_id, ()))

    def chat(self, viewer: int, chat_id: int) -> Chat:
        """Return the chat that this account calls by this id."""
        if chat_id in self.rooms:
            return self.rooms[chat_id]
        if chat_id == viewer:
            raise Impossible("there is no chat with oneself here")
        self.user(viewer)
        return self.dialog(viewer, self.user(chat_id).id)

    def message(self, viewer: int, chat_id: int, number: int) -> Posted:
        """Find a message by the chat id and number that this account knows."""
        chat = self.chat(viewer, chat_id)
        found = chat.find(number, viewer)
        if found is None:
            raise Impossible(f"there is no message {number} in that chat")
        return Posted(chat, found)

    def connection_of(self, user_id: int) -> Connection | None:
        """Return someone's enabled business connection."""
        connection_id = self.connected.get(user_id)
        return self.connections[connection_id] if connection_id else None

    def keep(self, chat: Chat, draft: Draft) -> Message:
        """Turn a draft into a message of this chat: key, numbers, date."""
        message = Message(
            next(self._keys),
            self._numbers(chat),
            draft.sender_id,
            self.now(),
            text=draft.text,
            entities=draft.entities,
            media=draft.media,
            keyboard=draft.keyboard,
            reply_to=draft.reply_to,
            thread=draft.thread,
            business_bot=draft.business_bot,
            album=draft.album,
            origin=draft.origin,
            from_channel=draft.from_channel,
            service=draft.service,
            silent=draft.silent,
            protected=draft.protected,
            preview=draft.preview,
            words_first=draft.words_first,
        )
        chat.add(message)
        return message

    def next_key(self) -> int:
        """Return a key for a message that no chat's history holds."""
        return next(self._keys)

    def changed(self, users: Iterable[int]) -> None:
        """Tell the listeners whose phones changed."""
        if not self.listeners:
            return
        seen = frozenset(user for user in users if user not in self.bots)
        for listener in tuple(self.listeners):
            listener(seen)

    def recast(self) -> None:
        """Tell the listeners that the cast, or what is played, changed."""
        for listener in tuple(self.listeners):
            listener(None)

    def next_album(self) -> str:
        """Return a fresh media_group_id."""
        return str(13_000_000_000_000_000 + next(self._keys))

    def _numbers(self, chat: Chat) -> tuple[int, int]:
        if isinstance(chat, Room):
            number = next(chat.numbers)
            return number, number
        return next(self._counts[chat.first]), next(self._counts[chat.second])
