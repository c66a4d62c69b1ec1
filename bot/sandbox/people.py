"""Who lives in the world: users, and bots with what only a bot has (a token, a queue, commands)."""

from dataclasses import dataclass, field

from bot.sandbox.updates import UpdateQueue
from bot.sandbox.wire import Json


@dataclass(frozen=True, slots=True)
class User:
    """A Telegram account, a person's or a bot's."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    @property
    def name(self) -> str:
        """The name as a phone shows it."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def card(self) -> Json:
        """Return the Bot API's User."""
        card: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            card["last_name"] = self.last_name
        if self.username:
            card["username"] = self.username
        if self.language_code:
            card["language_code"] = self.language_code
        return card

    def chat_card(self) -> Json:
        """Return the Bot API's Chat for a private chat with this account."""
        card: Json = {"id": self.id, "type": "private", "first_name": self.first_name}
        if self.last_name:
            card["last_name"] = self.last_name
        if self.username:
            card["username"] = self.username
        return card


TELEGRAM = User(777000, "Telegram")
"""The service account that Telegram names as the sender of automatically forwarded posts."""


DEFAULT_MENU: Json = {"type": "default"}


@dataclass(slots=True)
class Bot:
    """A bot: its account, its token, how BotFather set it up, and who lets it write.

    `menu_buttons` are by user; 0 stands for everyone else.
    """

    token: str
    user: User
    queue: UpdateQueue
    reads_all_groups: bool = False
    can_join_groups: bool = True
    connects_to_business: bool = True
    writable: set[int] = field(default_factory=set)
    blocked_by: set[int] = field(default_factory=set)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The account's identifier."""
        return self.user.id

    def menu_button(self, user_id: int) -> Json:
        """Return the MenuButton of a user's chat with the bot."""
        own = self.menu_buttons.get(user_id, DEFAULT_MENU)
        return own if own != DEFAULT_MENU else self.menu_buttons.get(0, DEFAULT_MENU)

    def own_card(self) -> Json:
        """Return the User that getMe answers, with the fields that only getMe gives."""
        return {
            **self.user.card(),
            "can_join_groups": self.can_join_groups,
            "can_read_all_group_messages": self.reads_all_groups,
            "supports_guest_queries": False,
            "supports_inline_queries": False,
            "can_connect_to_business": self.connects_to_business,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
            "supports_join_request_queries": False,
        }
