"""What was done in a shop, for its owner to look up."""

from dataclasses import dataclass
from enum import StrEnum


class DeedKind(StrEnum):
    """What is kept; `deed-` and the value is a message id of `locales/*/team.ftl`."""

    APPOINTED = "appointed"
    REMOVED = "removed"
    LEFT = "left"
    INVITED = "invited"
    REVOKED = "revoked"
    JOINED = "joined"
    PUBLISHED = "published"
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    GROUP_ADDED = "group-added"
    GROUP_LEFT = "group-left"
    DELETED = "deleted"
    BANNED = "banned"
    UNBANNED = "unbanned"
    DECIDED = "decided"
    ANSWERED = "answered"
    DUTY_BEGUN = "duty-begun"
    DUTY_ENDED = "duty-ended"
    SHOP_CHANGED = "shop-changed"
    EXPORTED = "exported"
    EXPORTED_WITH_WORDS = "exported-with-words"
    EXPORT_WORDS_ON = "export-words-on"
    EXPORT_WORDS_OFF = "export-words-off"
    WORDS_KEPT = "words-kept"
    MASKING_ON = "masking-on"
    MASKING_OFF = "masking-off"
    CUSTOMER_ERASED = "customer-erased"
    CUSTOMER_EXPORTED = "customer-exported"


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry: `by` is a Telegram user id, None for the environment and the terminal.

    `about` are the arguments of its sentence, by name.
    """

    id: int
    at: float
    by: int | None
    kind: DeedKind
    about: tuple[tuple[str, str], ...] = ()
    by_name: str | None = None
