"""The people of a shop, and the connections through which Aram reads along."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shop:
    """What the owner says of the shop.

    `owner_id` and `seller_ids` are Telegram's user ids; with neither given, whoever connects is
    welcome. `refund_limit` is in toman.
    """

    name: str | None = None
    locale: str = "fa"
    owner_id: int | None = None
    seller_ids: frozenset[int] = field(default_factory=frozenset)
    refund_limit: int = 0

    def is_team(self, person_id: int) -> bool:
        """Whether someone belongs to the shop; everyone does while no one is named."""
        if self.owner_id is None and not self.seller_ids:
            return True
        return self.is_named(person_id)

    def is_named(self, person_id: int) -> bool:
        """Whether someone is of the team by name; whoever is merely welcome may be a customer."""
        return person_id == self.owner_id or person_id in self.seller_ids

    def is_manager(self, person_id: int) -> bool:
        """Whether someone may see and undo what others of the team do: the owner."""
        return person_id == self.owner_id


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the team. `locale` is their own choice of language, None for the shop's."""

    id: int
    first_name: str
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A seller's business connection; whispers go to `whisper_chat_id`, times are in seconds."""

    id: str
    seller_id: int
    whisper_chat_id: int
    connected_at: float
    can_reply: bool = False
    is_enabled: bool = True
