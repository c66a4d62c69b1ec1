"""The people of a shop, and the connections through which Aram reads along."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

FIRST_SHOP = 1
"""The number of the shop that the environment describes."""

TEHRAN = "Asia/Tehran"
"""The zone of a shop that names none."""


KEPT_DAYS = 30
"""So many days the words of a shop's conversations are kept, unless its owner says otherwise."""


def plain_handle(username: str) -> str:
    """A @username as it is compared: Telegram's do not tell small letters from large ones."""
    return username.strip().removeprefix("@").lower()


class Role(StrEnum):
    """What someone is to a shop; each may do what those after it may."""

    OWNER = "owner"
    MANAGER = "manager"
    SELLER = "seller"

    def covers(self, other: "Role") -> bool:
        """Whether whoever is this may do what the other may."""
        order = tuple(Role)
        return order.index(self) <= order.index(other)

    def may_appoint(self, other: "Role") -> bool:
        """Whether whoever is this may make someone the other, and end it: those below alone."""
        return self.covers(Role.MANAGER) and self is not other and self.covers(other)


@dataclass(slots=True)
class Shop:
    """A shop and its team, as last read from the store: `become` brings it up to date in place.

    `owner_id`, `manager_ids` and `seller_ids` are Telegram's user ids. `refund_limit` is in toman:
    up to it a seller may refund alone. A manager who is called has `handover_minutes` to answer.
    Quiet hours and holidays are those of its `timezone`. What people write is kept for
    `words_days`; `masks_words` says that phone numbers, addresses and the like are not kept at all.
    """

    name: str | None = None
    locale: str = "fa"
    owner_id: int | None = None
    seller_ids: frozenset[int] = field(default_factory=frozenset)
    manager_ids: frozenset[int] = field(default_factory=frozenset)
    refund_limit: int = 0
    id: int = FIRST_SHOP
    handover_minutes: int = 10
    timezone: str = TEHRAN
    words_days: int = KEPT_DAYS
    masks_words: bool = False

    def become(self, other: "Shop") -> None:
        """Take over all that another says, for everyone who holds this shop."""
        for each in fields(self):
            setattr(self, each.name, getattr(other, each.name))

    def role_of(self, person_id: int) -> Role | None:
        """What someone is to this shop; None for a stranger."""
        if person_id == self.owner_id:
            return Role.OWNER
        if person_id in self.manager_ids:
            return Role.MANAGER
        return Role.SELLER if person_id in self.seller_ids else None

    def is_team(self, person_id: int) -> bool:
        """Whether someone belongs to the shop."""
        return self.role_of(person_id) is not None

    def is_manager(self, person_id: int) -> bool:
        """Whether someone may see and undo what others of the team do, and change playbooks."""
        role = self.role_of(person_id)
        return role is not None and role.covers(Role.MANAGER)

    def is_owner(self, person_id: int) -> bool:
        """Whether the shop is theirs."""
        return person_id == self.owner_id

    @property
    def managers(self) -> tuple[int, ...]:
        """The owner first, then the managers."""
        owner = () if self.owner_id is None else (self.owner_id,)
        return (*owner, *sorted(self.manager_ids.difference(owner)))

    @property
    def team(self) -> tuple[int, ...]:
        """The owner, the managers, then the sellers."""
        return (*self.managers, *sorted(self.seller_ids.difference(self.managers)))


def with_team(shop: Shop, roles: Mapping[int, Role]) -> Shop:
    """A shop with everyone in their role."""

    def who(role: Role) -> list[int]:
        return [person for person, each in roles.items() if each is role]

    return replace(
        shop,
        owner_id=next(iter(who(Role.OWNER)), None),
        manager_ids=frozenset(who(Role.MANAGER)),
        seller_ids=frozenset(who(Role.SELLER)),
    )


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the team. `locale` is their own choice of language, None for the shop's.

    `shop_id` is the shop they chose to work in, where they belong to several.
    """

    id: int
    first_name: str
    locale: str | None = None
    shop_id: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of a shop's team as the others see them; `since` in seconds.

    `name` is None where Aram has never met them; `is_reachable` says that Aram may write to them.
    """

    id: int
    role: Role
    since: float
    name: str | None = None
    is_reachable: bool = False
    is_connected: bool = False


@dataclass(frozen=True, slots=True)
class Connection:
    """A seller's business connection; whispers go to `whisper_chat_id`, times are in seconds.

    What comes by it belongs to the shop `shop_id`; None for a stranger's, which is not heard.
    """

    id: str
    seller_id: int
    whisper_chat_id: int
    connected_at: float
    can_reply: bool = False
    is_enabled: bool = True
    shop_id: int | None = None
