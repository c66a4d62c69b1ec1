"""One transaction of the ledger: all that may be read and written inside it.

Implements `bot.core.listener.Shelf`, `bot.core.desk.Counter` and `bot.core.school.Classroom`.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection as Database
from sqlalchemy import Row, delete, select, update
from sqlmodel import SQLModel, col

from bot.core.card import Face
from bot.core.coach import Heard
from bot.core.conversation import Channel, Memory, Who
from bot.core.course import Course
from bot.core.ladder import Audience
from bot.core.lesson import Lessons
from bot.core.letters import Body, CardLetter, Letter, Urgency
from bot.core.listener import Card, Conversation, Place, Said
from bot.core.people import Connection, Person, Shop
from bot.core.wording import Names
from bot.store import outbox
from bot.store.codec import from_json, signals_to_json, to_json
from bot.store.inquiries import Inquiries
from bot.store.lessons import LessonCache, Notebook
from bot.store.statements import (
    change_of,
    locked_rows_where,
    new_numbered_row,
    new_row,
    new_row_if_unknown,
    rows_where,
)
from bot.store.tables import (
    AssessmentRow,
    CardRow,
    ConnectionRow,
    ConversationRow,
    PersonRow,
    PressRow,
    TurnRow,
    UpdateRow,
    table_of,
)

TITLES = frozenset(
    [
        *("دکتر", "مهندس", "آقای", "آقا", "خانم", "خانوم", "جناب", "سرکار", "استاد"),
        *("حاج", "حاجی", "سید", "dr", "mr", "mrs", "ms", "eng"),
    ]
)


class Books:
    """The open ledger. `now` is the time of this transaction, in seconds."""

    def __init__(self, database: Database, shop: Shop, lessons: LessonCache, now: float) -> None:
        """Keep the database's connection; the ledger commits what is done through it."""
        self._database = database
        self._shop = shop
        self.now = now
        self.notebook = Notebook(database, lessons, now, shop)
        self.inquiries = Inquiries(database, self.notebook, now)
        self.has_posted = False

    # Updates

    def first_time(self, update_id: int) -> bool:
        """Whether this update has not been dealt with before; from now on it has."""
        return self._insert_new(UpdateRow, id=update_id, at=self.now) is not None

    def forget_updates(self, before: float) -> None:
        """Forget which updates were dealt with before a time; Telegram redelivers none so old."""
        self._database.execute(delete(table_of(UpdateRow)).where(col(UpdateRow.at) < before))

    # Conversations and their turns

    def conversation(self, place: Place) -> Conversation:
        """The conversation at a place, begun where there was none; locked until the commit."""
        row = self._find_conversation(place.key)
        if row is None:
            self._begin(place)
            row = self._find_conversation(place.key)
            assert row is not None  # noqa: S101 - the insert above made it, or met it
        return replace(_conversation(row), place=place)

    def conversation_of(self, card: Card) -> Conversation:
        """The conversation a card is about."""
        found = locked_rows_where(ConversationRow, "id")
        return _conversation(self._database.execute(found, {"value": card.conversation_id}).one())

    def conversations_in(self, chat_id: int, since: float) -> tuple[Conversation, ...]:
        """A chat's conversations in which something was said after `since`."""
        found = (
            select(table_of(ConversationRow))
            .where(col(ConversationRow.chat_id) == chat_id)
            .where(col(ConversationRow.updated_at) >= since)
            .order_by(col(ConversationRow.id))
        )
        return tuple(_conversation(row) for row in self._database.execute(found))

    def keep_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn; its number, or None where this message is kept already."""
        turn = said.turn
        turn_id: int | None = self._insert_new(
            TurnRow,
            conversation_id=conversation.id,
            message_id=said.message_id,
            who=turn.who.value,
            at=turn.at,
            text=turn.text,
            media=turn.media,
            edited=False,
        )
        if turn_id is not None and turn.who is Who.CUSTOMER:
            self._change(ConversationRow, conversation.id, last_customer_at=turn.at)
        return turn_id

    def amend_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn's edited text; its number, or None where it is unknown or unchanged."""
        changed = (
            update(table_of(TurnRow))
            .where(col(TurnRow.conversation_id) == conversation.id)
            .where(col(TurnRow.message_id) == said.message_id)
            .where(col(TurnRow.text) != said.turn.text)
            .values(text=said.turn.text, edited=True)
            .returning(col(TurnRow.id))
        )
        turn_id: int | None = self._database.execute(changed).scalar_one_or_none()
        return turn_id

    def withdraw_turns(self, key: str, message_ids: list[int]) -> None:
        """Mark turns as deleted by those who wrote them; the shop's record keeps them."""
        conversation = select(col(ConversationRow.id)).where(col(ConversationRow.key) == key)
        self._database.execute(
            update(TurnRow)
            .where(col(TurnRow.conversation_id).in_(conversation))
            .where(col(TurnRow.message_id).in_(message_ids))
            .values(deleted_at=self.now)
        )

    def keep_assessment(self, turn_id: int, heard: Heard) -> None:
        """Keep what was found in a turn and what was decided."""
        found = heard.assessment
        self._insert(
            AssessmentRow,
            turn_id=turn_id,
            tension=int(found.tension),
            risk=found.risk,
            situations=" ".join(found.situations),
            signals=signals_to_json(found.signals),
            decision=heard.decision.value,
        )

    def save(self, conversation: Conversation) -> None:
        """Keep memory, course and the open card's number."""
        place = conversation.place
        self._change(
            ConversationRow,
            conversation.id,
            seller_id=place.seller_id,
            customer_name=place.customer_name,
            connection_id=place.connection_id,
            memory=to_json(Memory, conversation.memory),
            course=to_json(Course, conversation.course),
            card_id=conversation.card_id,
            updated_at=self.now,
        )

    # Cards

    def open_card(self, conversation: Conversation, face: Face) -> int:
        """Begin a card and post it; its number."""
        begun = {
            "conversation_id": conversation.id,
            "seller_id": conversation.place.seller_id,
            "state": face.state.value,
            "face": to_json(Face, face),
            "opened_at": self.now,
            "changed_at": self.now,
        }
        card_id: int = self._database.execute(new_numbered_row(CardRow), begun).scalar_one()
        place = conversation.place
        self._post_card(card_id, place.seller_id, place, anew=True)
        return card_id

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """Change what a card shows and post it, as a new message where `anew`."""
        self.redraw_card(card_id, face)
        card = self.card(card_id)
        if card is not None:
            place = self.conversation_of(card).place
            self._post_card(card_id, card.seller_id, place, anew=anew)

    def redraw_card(self, card_id: int, face: Face) -> None:
        """Change what a card shows, without a letter: the caller brings it to the screen."""
        self._change(
            CardRow,
            card_id,
            face=to_json(Face, face),
            state=face.state.value,
            changed_at=self.now,
        )

    def card(self, card_id: int) -> Card | None:
        """A card, or None where there is none; its conversation is locked until the commit."""
        about = select(col(CardRow.conversation_id)).where(col(CardRow.id) == card_id)
        conversation = select(col(ConversationRow.id)).where(
            col(ConversationRow.id) == about.scalar_subquery()
        )
        self._database.execute(conversation.with_for_update())
        row = self._find(CardRow, card_id)
        if row is None:
            return None
        face = from_json(Face, row.face)
        return Card(row.id, row.conversation_id, row.seller_id, face, row.message_id)

    def place_card(self, card_id: int, message_id: int) -> None:
        """Keep which message on the seller's screen is the card."""
        self._change(CardRow, card_id, message_id=message_id)

    def keep_press(self, card: Card, person_id: int, action: str) -> None:
        """Keep that a button was pressed."""
        advice = card.face.advice
        step = f"{advice.playbook}/{advice.kind}" if advice else None
        self._insert(
            PressRow, card_id=card.id, person_id=person_id, action=action, step=step, at=self.now
        )

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        seller = self.person(conversation.place.seller_id)
        return Audience(
            seller_locale=self.locale_of(conversation.place.seller_id),
            customer_locale=conversation.memory.language,
            names=Names(
                customer=first_name(conversation.place.customer_name),
                seller=first_name(seller.first_name) if seller else None,
                shop=self._shop.name,
            ),
            refund_limit=self._shop.refund_limit,
        )

    def can_send(self, conversation: Conversation) -> bool:
        """Whether Aram may write to this customer as the seller."""
        connection = self.connection(conversation.place.connection_id or "")
        return connection is not None and connection.is_enabled and connection.can_reply

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """When the customer last wrote, in seconds."""
        found = select(col(ConversationRow.last_customer_at)).where(
            col(ConversationRow.id) == conversation.id
        )
        return self._database.execute(found).scalar_one_or_none()

    def last_words(self, conversation: Conversation, count: int) -> tuple[str, ...]:
        """The customer's last messages, oldest first."""
        found = (
            select(col(TurnRow.text))
            .where(col(TurnRow.conversation_id) == conversation.id)
            .where(col(TurnRow.who) == Who.CUSTOMER.value)
            .where(col(TurnRow.text) != "")
            .order_by(col(TurnRow.at).desc(), col(TurnRow.id).desc())
            .limit(count)
        )
        return tuple(reversed(self._database.execute(found).scalars().all()))

    # Lessons

    def lessons(self) -> Lessons:
        """What the shop taught; the same object while nothing changes."""
        return self.notebook.lessons()

    # People

    def person(self, person_id: int) -> Person | None:
        """Someone of the team, if they have been met."""
        row = self._find(PersonRow, person_id)
        return Person(row.id, row.first_name, row.locale) if row else None

    def remember_person(self, person_id: int, first_name: str, *, started: bool = False) -> None:
        """Keep someone's name; `started` says that they have opened a chat with Aram."""
        known: dict[str, Any] = {"first_name": first_name}
        if started:
            known |= {"started_at": self.now, "unreachable_since": None}
        if self._insert_new(PersonRow, id=person_id, **known) is None:
            self._change(PersonRow, person_id, **known)

    def choose_locale(self, person_id: int, locale: str) -> None:
        """Keep a person's choice of language."""
        self._change(PersonRow, person_id, locale=locale)

    def locale_of(self, person_id: int) -> str:
        """The language a person reads."""
        person = self.person(person_id)
        return (person.locale if person else None) or self._shop.locale

    def mark_unreachable(self, person_id: int) -> None:
        """Keep that someone has blocked Aram or never opened a chat with it."""
        self._change(PersonRow, person_id, unreachable_since=self.now)

    def connection(self, connection_id: str) -> Connection | None:
        """A business connection, if it has been announced."""
        row = self._find(ConnectionRow, connection_id)
        return Connection(**row._mapping) if row else None

    def remember_connection(self, connection: Connection) -> None:
        """Keep a connection and its rights as announced now."""
        known = {name: getattr(connection, name) for name in Connection.__slots__}
        if self._insert_new(ConnectionRow, **known) is None:
            self._change(ConnectionRow, connection.id, **known)

    def last_seller_in(self, chat_id: int) -> int | None:
        """Who of the team spoke last in a group."""
        found = (
            select(col(ConversationRow.seller_id))
            .where(col(ConversationRow.chat_id) == chat_id)
            .order_by(col(ConversationRow.updated_at).desc())
            .limit(1)
        )
        return self._database.execute(found).scalar_one_or_none()

    # Letters

    @property
    def manager_id(self) -> int | None:
        """Who is called when a seller calls the manager: the owner."""
        return self._shop.owner_id

    def post(self, to: int, body: Body, urgency: Urgency = Urgency.SOON) -> None:
        """Put a letter into the outbox, due now."""
        outbox.post(self._database, to, body, urgency=urgency, due_at=self.now)
        self.has_posted = True

    def due_letters(self, limit: int) -> tuple[Letter, ...]:
        """The letters that may go now, most urgent first."""
        return outbox.due(self._database, self.now, limit)

    def mark_sent(
        self, letter: Letter, *, card_id: int | None = None, message_id: int | None = None
    ) -> None:
        """Keep the receipt of a letter, and which message a card has become.

        The card comes before its letter, as in `change_card`: two orders would lock each other out.
        """
        if card_id is not None and message_id is not None:
            self.place_card(card_id, message_id)
        outbox.mark_sent(self._database, letter, self.now)

    def put_off(self, letter: Letter, until: float, trouble: str) -> None:
        """A letter could not be delivered now; it is due again at `until`, in seconds."""
        outbox.put_off(self._database, letter, until, trouble)

    def give_up(self, letter: Letter, trouble: str) -> None:
        """A letter can never be delivered; whoever blocked Aram is marked as unreachable."""
        outbox.give_up(self._database, letter, trouble)
        if trouble == "unreachable":
            self.mark_unreachable(letter.to)

    def _post_card(self, card_id: int, seller_id: int, place: Place, *, anew: bool) -> None:
        """A card belongs to the seller it was opened for, whoever answers the customer later."""
        connection = self.connection(place.connection_id or "")
        own = connection is not None and connection.seller_id == seller_id
        to = connection.whisper_chat_id if connection is not None and own else seller_id
        self.post(to, CardLetter(card_id, anew), Urgency.NOW)

    # Rows

    def _find(self, table: type[SQLModel], row_id: int | str) -> Row[Any] | None:
        found = rows_where(table, "id")
        return self._database.execute(found, {"value": row_id}).one_or_none()

    def _find_conversation(self, key: str) -> Row[Any] | None:
        found = locked_rows_where(ConversationRow, "key")
        return self._database.execute(found, {"value": key}).one_or_none()

    def _begin(self, place: Place) -> None:
        self._insert_new(
            ConversationRow,
            key=place.key,
            channel=place.channel.value,
            chat_id=place.chat_id,
            customer_id=place.customer_id,
            seller_id=place.seller_id,
            customer_name=place.customer_name,
            connection_id=place.connection_id,
            memory=to_json(Memory, Memory()),
            course=to_json(Course, Course()),
            updated_at=self.now,
        )

    def _insert(self, table: type[SQLModel], **values: Any) -> None:
        self._database.execute(new_row(table), values)

    def _insert_new(self, table: type[SQLModel], **values: Any) -> Any:
        """Insert a row; its key, or None where its unique key was there already."""
        made = new_row_if_unknown(table, self._database.dialect.name)
        return self._database.execute(made, values).scalar_one_or_none()

    def _change(self, table: type[SQLModel], row_id: int | str, **values: Any) -> None:
        self._database.execute(change_of(table), {"row_id": row_id, **values})


def first_name(name: str | None) -> str | None:
    """A first name as one would address it: the first word, if it is one and no title."""
    word = next(iter((name or "").split()), "")
    is_name = word.replace("\u200c", "").isalpha() and word.lower() not in TITLES
    return word if is_name else None


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=row.id,
        place=Place(
            key=row.key,
            channel=Channel(row.channel),
            chat_id=row.chat_id,
            customer_id=row.customer_id,
            seller_id=row.seller_id,
            customer_name=row.customer_name,
            connection_id=row.connection_id,
        ),
        memory=from_json(Memory, row.memory),
        course=from_json(Course, row.course),
        card_id=row.card_id,
    )
