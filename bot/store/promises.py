"""Reminders as kept; implements `bot.core.reminder.ReminderBook`.

Whoever changes the reminders of a conversation holds it, as for everything else in it.
"""

from collections.abc import Collection
from datetime import tzinfo
from typing import Any

from sqlalchemy import Row, Select, delete, func, select, update
from sqlmodel import col

from bot.core.conversation import Channel
from bot.core.days import zone_of
from bot.core.promise import Act, Promise
from bot.core.reminder import LIVE, Kind, Reminder, State
from bot.store.page import Page
from bot.store.statements import new_numbered_row
from bot.store.tables import ConversationRow, NoReminderRow, ReminderRow, table_of

SHOWN_SECONDS = 3 * 86_400.0
"""So long a reminder that was told, and not answered, stays on the list."""
_LIVE = tuple(state.value for state in LIVE)


class Reminders(Page):
    """The reminders of one shop, inside one transaction."""

    @property
    def zone(self) -> tzinfo:
        """The shop's clock."""
        return zone_of(self._shop.timezone)

    def wanted_by(self, person_id: int, kind: Kind) -> bool:
        """Whether someone wants such reminders."""
        found = (
            select(col(NoReminderRow.person_id))
            .where(col(NoReminderRow.person_id) == person_id)
            .where(col(NoReminderRow.kind) == kind.value)
        )
        return self._database.execute(found).first() is None

    def want(self, person_id: int, kind: Kind, *, wanted: bool) -> None:
        """Keep whether someone wants such reminders."""
        if not wanted:
            self._insert_new(NoReminderRow, person_id=person_id, kind=kind.value, since=self.now)
            return
        self._database.execute(
            delete(table_of(NoReminderRow))
            .where(col(NoReminderRow.person_id) == person_id)
            .where(col(NoReminderRow.kind) == kind.value)
        )

    def keep_promise(
        self, conversation_id: int, message_id: int, person_id: int, promise: Promise
    ) -> int | None:
        """Keep a promise; its number, None where a message for several is kept already."""
        if self._is_shared(conversation_id, message_id, person_id, promise):
            return None
        return self._add(
            kind=Kind.PROMISE.value,
            conversation_id=conversation_id,
            person_id=person_id,
            message_id=message_id,
            act=promise.act.value,
            words=self._veiled(promise.words),
            is_soon=promise.is_soon,
            due_at=promise.due_at,
        )

    def keep_check(
        self, conversation_id: int, card_id: int, person_id: int, due_at: float
    ) -> int | None:
        """Keep when to look back at a trouble; None where that is known already."""
        known = select(col(ReminderRow.id)).where(col(ReminderRow.card_id) == card_id)
        if self._database.execute(known).first() is not None:
            return None
        return self._add(
            kind=Kind.CHECK.value,
            conversation_id=conversation_id,
            person_id=person_id,
            card_id=card_id,
            due_at=due_at,
            words="",
            is_soon=False,
        )

    def of_message(self, conversation_id: int, message_id: int) -> tuple[Reminder, ...]:
        """The live promises of a message."""
        found = _reminders().where(
            col(ReminderRow.conversation_id) == conversation_id,
            col(ReminderRow.message_id) == message_id,
            col(ReminderRow.state).in_(_LIVE),
        )
        return self._all(found)

    def live_in(self, conversation_id: int, person_id: int) -> tuple[Reminder, ...]:
        """Someone's live promises in a conversation, oldest first."""
        found = _reminders().where(
            col(ReminderRow.conversation_id) == conversation_id,
            col(ReminderRow.person_id) == person_id,
            col(ReminderRow.kind) == Kind.PROMISE.value,
            col(ReminderRow.state).in_(_LIVE),
        )
        return self._all(found.order_by(col(ReminderRow.id)))

    def next_in(self, conversation_id: int, person_id: int) -> Reminder | None:
        """The promise of someone's in a conversation that is due next."""
        waits = (each for each in self.live_in(conversation_id, person_id))
        ahead = [each for each in waits if each.state is State.OPEN and each.due_at > self.now]
        return min(ahead, key=lambda each: each.due_at, default=None)

    def waiting_of(self, person_id: int, before: float) -> tuple[Reminder, ...]:
        """Someone's promises that are not told yet and due before a time, the earliest first."""
        found = self._of_shop(person_id).where(
            col(ReminderRow.kind) == Kind.PROMISE.value,
            col(ReminderRow.state) == State.OPEN.value,
            col(ReminderRow.due_at) <= before,
        )
        return self._all(found.order_by(col(ReminderRow.due_at), col(ReminderRow.id)))

    def open_of(self, person_id: int) -> tuple[Reminder, ...]:
        """What someone's list shows: what waits, and what was told lately; the earliest first."""
        found = self._of_shop(person_id).where(
            col(ReminderRow.state).in_(_LIVE),
            (col(ReminderRow.told_at).is_(None))
            | (col(ReminderRow.due_at) > self.now - SHOWN_SECONDS),
        )
        return self._all(found.order_by(col(ReminderRow.due_at), col(ReminderRow.id)))

    def last_check(self, customer_id: int, but: int) -> float | None:
        """When somebody was last told to look back at a customer's trouble, one aside."""
        found = (
            select(func.max(col(ReminderRow.told_at)))
            .join(ConversationRow, col(ConversationRow.id) == col(ReminderRow.conversation_id))
            .where(col(ReminderRow.shop_id) == self._shop.id)
            .where(col(ReminderRow.kind) == Kind.CHECK.value)
            .where(col(ConversationRow.customer_id) == customer_id)
            .where(col(ReminderRow.id) != but)
        )
        at: float | None = self._database.execute(found).scalar_one()
        return at

    def find(self, reminder_id: int) -> Reminder | None:
        """A reminder of this shop."""
        found = _reminders().where(
            col(ReminderRow.id) == reminder_id, col(ReminderRow.shop_id) == self._shop.id
        )
        row = self._database.execute(found).one_or_none()
        return _reminder(row) if row is not None else None

    def change(
        self,
        reminder_id: int,
        state: State,
        *,
        due_at: float | None = None,
        draft: str | None = None,
    ) -> None:
        """Keep what has become of a reminder, and when it is due now; over, its words are gone."""
        changed: dict[str, Any] = {"state": state.value, "draft": draft}
        if due_at is not None:
            changed["due_at"] = due_at
        if state is State.TOLD:
            changed["told_at"] = self.now
        if state not in LIVE:
            changed |= {"words": "", "draft": None}
        self._change(ReminderRow, reminder_id, **changed)

    def take_back(self, key: str, message_ids: Collection[int]) -> None:
        """Messages of a conversation were deleted: their promises are no more."""
        talk = select(col(ConversationRow.id)).where(
            col(ConversationRow.key) == key, col(ConversationRow.shop_id) == self._shop.id
        )
        self._database.execute(
            update(table_of(ReminderRow))
            .where(col(ReminderRow.conversation_id).in_(talk))
            .where(col(ReminderRow.message_id).in_(message_ids))
            .where(col(ReminderRow.state).in_(_LIVE))
            .values(state=State.WITHDRAWN.value, words="", draft=None)
        )

    def _add(self, **values: Any) -> int:
        made = {
            "shop_id": self._shop.id,
            "state": State.OPEN.value,
            "made_at": self.now,
            "is_shared": False,
            **values,
        }
        number: int = self._database.execute(new_numbered_row(ReminderRow), made).scalar_one()
        return number

    def _is_shared(
        self, conversation_id: int, message_id: int, person_id: int, promise: Promise
    ) -> bool:
        """Whether the same message, for another customer of the group, has promised it already."""
        here = select(col(ConversationRow.chat_id)).where(
            col(ConversationRow.id) == conversation_id
        )
        talks = select(col(ConversationRow.id)).where(
            col(ConversationRow.chat_id) == here.scalar_subquery(),
            col(ConversationRow.shop_id) == self._shop.id,
            col(ConversationRow.channel) != Channel.CHAT.value,
            col(ConversationRow.id) != conversation_id,
        )
        shared = (
            update(table_of(ReminderRow))
            .where(col(ReminderRow.conversation_id).in_(talks))
            .where(col(ReminderRow.message_id) == message_id)
            .where(col(ReminderRow.person_id) == person_id)
            .where(col(ReminderRow.act) == promise.act.value)
            .where(col(ReminderRow.state).in_(_LIVE))
            .values(is_shared=True)
        )
        return self._database.execute(shared).rowcount > 0

    def _of_shop(self, person_id: int) -> Select[Any]:
        return _reminders().where(
            col(ReminderRow.shop_id) == self._shop.id, col(ReminderRow.person_id) == person_id
        )

    def _all(self, found: Select[Any]) -> tuple[Reminder, ...]:
        return tuple(map(_reminder, self._database.execute(found)))


def _reminders() -> Select[Any]:
    talk = (col(ConversationRow.customer_name), col(ConversationRow.channel))
    return select(table_of(ReminderRow), *talk).join(
        ConversationRow, col(ConversationRow.id) == col(ReminderRow.conversation_id)
    )


def _reminder(row: Row[Any]) -> Reminder:
    return Reminder(
        id=row.id,
        kind=Kind(row.kind),
        person_id=row.person_id,
        conversation_id=row.conversation_id,
        customer=row.customer_name,
        channel=Channel(row.channel),
        made_at=row.made_at,
        due_at=row.due_at,
        state=State(row.state),
        act=Act(row.act) if row.act is not None else None,
        words=row.words,
        is_soon=row.is_soon,
        is_shared=row.is_shared,
        card_id=row.card_id,
        draft=row.draft,
    )
