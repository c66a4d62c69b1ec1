"""Business connections: a bot that reads, and perhaps writes, in a seller's own private chats."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox.refusals import Impossible
from bot.sandbox.wire import Json

RIGHTS = (
    "can_reply",
    "can_read_messages",
    "can_delete_sent_messages",
    "can_delete_all_messages",
    "can_edit_name",
    "can_edit_bio",
    "can_edit_profile_photo",
    "can_edit_username",
    "can_change_gift_settings",
    "can_view_gifts_and_stars",
    "can_convert_gifts_to_stars",
    "can_transfer_and_upgrade_gifts",
    "can_transfer_stars",
    "can_manage_stories",
)
"""Every right that an account can give to its bot."""

WINDOW = 24 * 60 * 60
"""How long after a customer's message a bot may still write, in seconds."""


@dataclass(frozen=True, slots=True)
class Connection:
    """One account's connection with one bot."""

    id: str
    user_id: int
    bot_id: int
    date: int
    rights: frozenset[str]
    enabled: bool = True
    excluded: frozenset[int] = frozenset()

    def card(self, user: Json) -> Json:
        """Return the Bot API's BusinessConnection."""
        return {
            "id": self.id,
            "user": user,
            "user_chat_id": self.user_id,
            "date": self.date,
            "rights": {right: True for right in RIGHTS if right in self.rights},
            "is_enabled": self.enabled,
        }


def checked_rights(rights: Iterable[str]) -> frozenset[str]:
    """Return the rights as a set; a misspelt one is a mistake of the test or script."""
    given = frozenset(rights)
    if unknown := given.difference(RIGHTS):
        raise Impossible(f"no such business rights: {', '.join(sorted(unknown))}")
    return given
