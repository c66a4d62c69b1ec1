"""How people, bots, groups and channels come into the world: silently, nobody is told."""

from collections.abc import Iterable

from bot.sandbox.chats import Member, Room
from bot.sandbox.clock import Clock
from bot.sandbox.people import Bot, User
from bot.sandbox.state import State
from bot.sandbox.updates import UpdateQueue

_FIRST_USER = 500_000_001
_FIRST_BOT = 1_000_000_001
_FIRST_GROUP = 4_000_001
_SUPERGROUP = -1_000_000_000_000


class Census(State):
    """The registers with a hand that writes in them."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._people_count = 0
        self._room_count = 0

    def add_user(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str = "fa",
    ) -> User:
        """Add a person."""
        user_id = _FIRST_USER + self._people_count
        self._people_count += 1
        user = User(user_id, first_name, last_name, username, language_code)
        self.register(user)
        return user

    def add_bot(
        self,
        token: str,
        first_name: str,
        username: str,
        *,
        reads_all_groups: bool = False,
        connects_to_business: bool = True,
    ) -> Bot:
        """Add a bot; its id is what stands before the colon of its token. Privacy mode is on unless
        told.
        """
        number = token.partition(":")[0]
        bot_id = int(number) if number.isdigit() else _FIRST_BOT + len(self.bots)
        user = User(bot_id, first_name, username=username, is_bot=True)
        bot = Bot(
            token,
            user,
            UpdateQueue(),
            reads_all_groups=reads_all_groups,
            connects_to_business=connects_to_business,
        )
        self.register(user)
        self.bots[bot_id] = self.bots_by_token[token] = bot
        return bot

    def add_group(
        self,
        title: str,
        *,
        owner: int,
        members: Iterable[int] = (),
        kind: str = "supergroup",
        username: str | None = None,
    ) -> Room:
        """Add a group with its owner and members, silently: nobody is told of joins."""
        return self._add_room(title, owner=owner, members=members, kind=kind, username=username)

    def add_channel(
        self,
        title: str,
        *,
        owner: int,
        members: Iterable[int] = (),
        discussion: int | None = None,
        username: str | None = None,
    ) -> Room:
        """Add a channel; with a discussion group, its posts are forwarded there and comments are
        replies to them.
        """
        room = self._add_room(
            title, owner=owner, members=members, kind="channel", username=username
        )
        if discussion is not None:
            room.linked_id = discussion
            self.room(discussion).linked_id = room.id
        return room

    def _add_room(
        self, title: str, *, owner: int, members: Iterable[int], kind: str, username: str | None
    ) -> Room:
        number = _FIRST_GROUP + self._room_count
        self._room_count += 1
        room_id = -number if kind == "group" else _SUPERGROUP - number
        room = Room(room_id, kind, title, username)
        for user_id in members:
            room.members[self.user(user_id).id] = Member(user_id, "member")
        room.members[self.user(owner).id] = Member(owner, "creator")
        self.rooms[room_id] = room
        if username:
            self.rooms_by_name[username.lower()] = room
        return room
