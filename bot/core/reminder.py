"""A reminder as kept, and the book of them that the store keeps."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum
from typing import Protocol

from bot.core.conversation import Channel
from bot.core.promise import Act, Promise


class Kind(StrEnum):
    """Why somebody is reminded: they promised something, or a trouble ended well a while ago."""

    PROMISE = "promise"
    CHECK = "check"


class State(StrEnum):
    """What has become of a reminder; those from `KEPT` on are over."""

    OPEN = "open"
    TOLD = "told"
    ASKING = "asking"
    SENDING = "sending"
    KEPT = "kept"
    DONE = "done"
    DROPPED = "dropped"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    SKIPPED = "skipped"


LIVE = (State.OPEN, State.TOLD, State.ASKING, State.SENDING)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as kept. Times are seconds since the epoch.

    `words` are the seller's own; `draft` is one that they are asked about, or that is on its way.
    `card_id` is the trouble whose good end a check looks back at. `is_shared` where the message
    was for several customers of a group at once.
    """

    id: int
    kind: Kind
    person_id: int
    conversation_id: int
    customer: str | None
    channel: Channel
    made_at: float
    due_at: float
    state: State = State.OPEN
    act: Act | None = None
    words: str = ""
    is_soon: bool = False
    is_shared: bool = False
    card_id: int | None = None
    draft: str | None = None

    @property
    def is_live(self) -> bool:
        """Whether it is not over."""
        return self.state in LIVE


class ReminderBook(Protocol):
    """The reminders of one shop, as the store keeps them; `now` is the transaction's time."""

    now: float

    @property
    def zone(self) -> tzinfo:
        """The shop's clock."""
        ...

    def wanted_by(self, person_id: int, kind: Kind) -> bool:
        """Whether someone wants such reminders."""
        ...

    def keep_promise(
        self, conversation_id: int, message_id: int, person_id: int, promise: Promise
    ) -> int | None:
        """Keep a promise; the reminder's number, None where another talk has the same message."""
        ...

    def keep_check(
        self, conversation_id: int, card_id: int, person_id: int, due_at: float
    ) -> int | None:
        """Keep when to look back at a trouble; None where that is known already."""
        ...

    def of_message(self, conversation_id: int, message_id: int) -> tuple[Reminder, ...]:
        """The live promises of a message."""
        ...

    def live_in(self, conversation_id: int, person_id: int) -> tuple[Reminder, ...]:
        """Someone's live promises in a conversation, oldest first."""
        ...

    def waiting_of(self, person_id: int, before: float) -> tuple[Reminder, ...]:
        """Someone's promises that are not told yet and due before a time, the earliest first."""
        ...

    def last_check(self, customer_id: int, but: int) -> float | None:
        """When a customer's sellers were last told to look back, another reminder aside."""
        ...

    def find(self, reminder_id: int) -> Reminder | None:
        """A reminder of this shop."""
        ...

    def change(
        self,
        reminder_id: int,
        state: State,
        *,
        due_at: float | None = None,
        draft: str | None = None,
    ) -> None:
        """Keep what has become of a reminder, and when it is due now."""
        ...

    def take_back(self, key: str, message_ids: Collection[int]) -> None:
        """Messages of a conversation were deleted: their promises are no more."""
        ...
