"""The cards of groups as kept: whose each is, and who has it on the screen."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlmodel import col

from bot.core.duty import NOBODY, Copy, Way, whom_to_ask
from bot.core.shelf import Card
from bot.store.duty import Duty
from bot.store.figures import Figures
from bot.store.page import Page
from bot.store.reach import Reach
from bot.store.tables import CardRow, ConversationRow, CopyRow, PersonRow, PressRow, table_of


class Copies(Page):
    """The copies of one shop's cards, inside one transaction."""

    def find(self, card_id: int, person_id: int) -> Copy | None:
        """A card's copy on someone's screen."""
        return next((copy for copy in self.of(card_id) if copy.person_id == person_id), None)

    def of(self, card_id: int) -> tuple[Copy, ...]:
        """Everybody's copies of a card."""
        found = select(table_of(CopyRow)).where(col(CopyRow.card_id) == card_id)
        ordered = found.order_by(col(CopyRow.person_id))
        return tuple(map(_copy, self._database.execute(ordered)))

    def readers(self, card_id: int, seller_id: int) -> tuple[int, ...]:
        """Who is to see a card as it is now: its owner, or all who are asked where it has none."""
        asked = self._of_the_team(card_id)
        if seller_id != NOBODY:
            self.ask(card_id, seller_id)
            return (seller_id,)
        if not asked:
            for person_id in self.whom_to_ask():
                self.ask(card_id, person_id)
            asked = self._of_the_team(card_id)
        return tuple(copy.person_id for copy in asked if copy.missed_at is None)

    def whom_to_ask(self) -> tuple[int, ...]:
        """Who gets the card of a customer whom nobody has answered."""
        duty = Duty(self._database, self._shop, self.now)
        awake = Reach(self._database, self._shop, self.now).awake(self._shop.team)
        resting = [person for person in self._shop.team if person not in awake]
        return whom_to_ask(self._shop, [each.person_id for each in duty.on()], resting)

    def ask(self, card_id: int, person_id: int) -> None:
        """Someone is to see a card, in the way they prefer or can be reached by."""
        way = self._way_to(person_id)
        self._insert_new(CopyRow, card_id=card_id, person_id=person_id, way=way.value)

    def show(self, copy: Copy, way: Way, message_id: int | None) -> None:
        """Keep which message on someone's screen is a card, and where."""
        self._change_copy(copy, way=way.value, message_id=message_id, shown_at=self.now)

    def miss(self, card_id: int, person_id: int) -> None:
        """Keep that a card can be shown to someone in no way."""
        self._change_copy(Copy(card_id, person_id), missed_at=self.now)

    def give(self, card: Card, person_id: int) -> None:
        """Let a card, and its talk, be someone's; NOBODY for all who are asked."""
        if person_id != NOBODY:
            self.ask(card.id, person_id)
        own = self.find(card.id, person_id)
        message_id = own.message_id if own is not None and own.way is Way.PRIVATE else None
        self._change(CardRow, card.id, seller_id=person_id, message_id=message_id)
        Figures(self._database, self._shop, self.now).given(card.id, person_id)
        self._change(ConversationRow, card.conversation_id, seller_id=person_id)

    def release(self, key: str) -> None:
        """Let a talk have no open card any more, for its owner is of the team no more."""
        changed = update(table_of(ConversationRow)).where(col(ConversationRow.key) == key)
        self._database.execute(changed.values(card_id=None))

    def keep_seller(self, key: str, person_id: int) -> None:
        """Keep whose a talk is: its open card stays theirs, whoever answers the customer."""
        changed = update(table_of(ConversationRow)).where(col(ConversationRow.key) == key)
        self._database.execute(changed.values(seller_id=person_id))

    def keep_answer(self, key: str, person_id: int) -> None:
        """Keep who of the team has answered the customer of a talk, or took the card to do so."""
        changed = update(table_of(ConversationRow)).where(col(ConversationRow.key) == key)
        self._database.execute(changed.values(answered_by=person_id, answered_at=self.now))

    def owner_of_open_card(self, key: str) -> int | None:
        """Whose the open card of a talk is, NOBODY's included; None where no card is open."""
        found = (
            select(col(CardRow.seller_id))
            .join(ConversationRow, col(ConversationRow.card_id) == col(CardRow.id))
            .where(col(ConversationRow.key) == key)
        )
        owner: int | None = self._database.execute(found).scalar_one_or_none()
        return owner

    def last_to_answer(self, chat_id: int, customer_id: int) -> int | None:
        """Who of the team last answered a customer in a group, in whichever topic."""
        found = (
            select(col(ConversationRow.answered_by))
            .where(col(ConversationRow.shop_id) == self._shop.id)
            .where(col(ConversationRow.chat_id) == chat_id)
            .where(col(ConversationRow.customer_id) == customer_id)
            .where(col(ConversationRow.answered_by).is_not(None))
            .order_by(col(ConversationRow.answered_at).desc())
            .limit(1)
        )
        answered_by: int | None = self._database.execute(found).scalar_one_or_none()
        return answered_by

    def was_noticed(self, card: Card, person_id: int, *, within: float) -> bool:
        """Whether someone has pressed a card, or answered its customer, since it was shown.

        Or whether they have had less than `within` seconds for it.
        """
        shown = self._shown_at(card.id, person_id)
        if self.now < shown + within:
            return True
        pressed = (
            select(col(PressRow.id))
            .where(col(PressRow.card_id) == card.id)
            .where(col(PressRow.person_id) == person_id)
            .where(col(PressRow.at) >= shown)
            .limit(1)
        )
        answered = (
            select(col(ConversationRow.id))
            .where(col(ConversationRow.id) == card.conversation_id)
            .where(col(ConversationRow.answered_by) == person_id)
            .where(col(ConversationRow.answered_at) >= shown)
        )
        return any(self._database.execute(each).first() is not None for each in (pressed, answered))

    def _of_the_team(self, card_id: int) -> tuple[Copy, ...]:
        """Without those who were asked and have left the team since."""
        return tuple(copy for copy in self.of(card_id) if self._shop.is_team(copy.person_id))

    def _shown_at(self, card_id: int, person_id: int) -> float:
        found = (
            select(col(CopyRow.shown_at))
            .where(col(CopyRow.card_id) == card_id)
            .where(col(CopyRow.person_id) == person_id)
        )
        return self._database.execute(found).scalar_one_or_none() or 0.0

    def _way_to(self, person_id: int) -> Way:
        person = self._find(PersonRow, person_id)
        if person is None or person.started_at is None or person.unreachable_since is not None:
            return Way.ROOM
        in_room = Duty(self._database, self._shop, self.now).of(person_id).in_room
        return Way.ROOM if in_room else Way.PRIVATE

    def _change_copy(self, copy: Copy, **values: Any) -> None:
        self._database.execute(
            update(table_of(CopyRow))
            .where(col(CopyRow.card_id) == copy.card_id)
            .where(col(CopyRow.person_id) == copy.person_id)
            .values(**values)
        )


def _copy(row: Row[Any]) -> Copy:
    return Copy(row.card_id, row.person_id, Way(row.way), row.message_id, row.missed_at)
