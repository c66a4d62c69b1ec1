"""Reminders in memory, for the tests of core."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import tzinfo

from bot.core.conversation import Channel
from bot.core.days import zone_of
from bot.core.people import TEHRAN
from bot.core.promise import Promise
from bot.core.reminder import Kind, Reminder, State


@dataclass
class PaperReminders:
    """Implements `bot.core.reminder.ReminderBook`."""

    kept: dict[int, Reminder] = field(default_factory=dict)
    messages: dict[int, int] = field(default_factory=dict)
    unwanted: set[tuple[int, Kind]] = field(default_factory=set)
    now: float = 1_000.0

    @property
    def zone(self) -> tzinfo:
        """Tehran's."""
        return zone_of(TEHRAN)

    def wanted_by(self, person_id: int, kind: Kind) -> bool:
        """Unless noted."""
        return (person_id, kind) not in self.unwanted

    def keep_promise(
        self, conversation_id: int, message_id: int, person_id: int, promise: Promise
    ) -> int | None:
        """A new number."""
        number, due = len(self.kept) + 1, promise.due_at or 0.0
        self.messages[number] = message_id
        self.kept[number] = Reminder(
            number, Kind.PROMISE, person_id, conversation_id, None, Channel.CHAT, self.now, due,
            act=promise.act, words=promise.words, is_soon=promise.is_soon,
        )  # fmt: skip
        return number

    def keep_check(
        self, conversation_id: int, card_id: int, person_id: int, due_at: float
    ) -> int | None:
        """Once a card."""
        if any(each.card_id == card_id for each in self.kept.values()):
            return None
        number = len(self.kept) + 1
        self.kept[number] = Reminder(
            number, Kind.CHECK, person_id, conversation_id, None, Channel.CHAT, self.now, due_at,
            card_id=card_id,
        )  # fmt: skip
        return number

    def of_message(self, conversation_id: int, message_id: int) -> tuple[Reminder, ...]:
        """Those that are live."""
        return tuple(
            each
            for each in self.kept.values()
            if each.is_live and self.messages.get(each.id) == message_id
        )

    def live_in(self, conversation_id: int, person_id: int) -> tuple[Reminder, ...]:
        """In order."""
        return tuple(
            each
            for each in self.kept.values()
            if each.is_live
            and (each.conversation_id, each.person_id) == (conversation_id, person_id)
        )

    def waiting_of(self, person_id: int, before: float) -> tuple[Reminder, ...]:
        """In order."""
        return tuple(
            each
            for each in self.kept.values()
            if each.state is State.OPEN and each.person_id == person_id and each.due_at <= before
        )

    def last_check(self, customer_id: int, but: int) -> float | None:
        """Never."""
        return None

    def find(self, reminder_id: int) -> Reminder | None:
        """By its number."""
        return self.kept.get(reminder_id)

    def change(
        self,
        reminder_id: int,
        state: State,
        *,
        due_at: float | None = None,
        draft: str | None = None,
    ) -> None:
        """At once."""
        known = self.kept[reminder_id]
        due = known.due_at if due_at is None else due_at
        self.kept[reminder_id] = replace(known, state=state, due_at=due, draft=draft)

    def take_back(self, key: str, message_ids: Collection[int]) -> None:
        """By their messages."""
        for number, message in self.messages.items():
            if message in message_ids:
                self.change(number, State.WITHDRAWN)
