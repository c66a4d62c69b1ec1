"""A conversation as it is kept, and what listening needs of the store: one transaction of it."""

from dataclasses import dataclass
from typing import Protocol

from bot.core.advice import Audience
from bot.core.breath import BreathBook
from bot.core.card import Face
from bot.core.coach import Heard
from bot.core.comments import CommentBook
from bot.core.conversation import Channel, Memory, Turn
from bot.core.course import Course
from bot.core.lesson import Lessons
from bot.core.letters import Body, Urgency
from bot.core.reminder import ReminderBook


@dataclass(frozen=True, slots=True)
class Place:
    """Which conversation a message belongs to; `key` is unique and stable.

    `seller_id` is whom the whisper goes to, `connection_id` the business connection it came by.
    `username` is the customer's, where the message tells it; what is kept of it is a digest.
    """

    key: str
    channel: Channel
    chat_id: int
    customer_id: int
    seller_id: int
    customer_name: str | None = None
    connection_id: str | None = None
    username: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it arrived: where, what, and its number in the chat.

    `by` is who of the team wrote it with their own hand, where that is known.
    """

    place: Place
    turn: Turn
    message_id: int
    by: int | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as kept: its memory, the course so far, the number of its open card.

    `last_at` is when the newest message of either side was written, `trouble_id` the number of the
    newest trouble in it, both as this was read.
    """

    id: int
    place: Place
    memory: Memory
    course: Course
    card_id: int | None = None
    last_at: float | None = None
    trouble_id: int | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card as kept: what it shows, for whom, and which message on their screen it is."""

    id: int
    conversation_id: int
    seller_id: int
    face: Face
    message_id: int | None = None


class Shelf(Protocol):
    """What listening and the seller's buttons need of the store, inside one transaction."""

    def conversation(self, place: Place) -> Conversation:
        """The conversation at a place, begun where there was none."""
        ...

    def conversation_of(self, card: Card) -> Conversation:
        """The conversation a card is about."""
        ...

    def keep_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn; its number, or None where this message is kept already."""
        ...

    def amend_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Keep a turn's edited text; its number, or None where it is unknown or unchanged."""
        ...

    def keep_assessment(self, turn_id: int, heard: Heard) -> None:
        """Keep what was found in a turn and what was decided."""
        ...

    def save(self, conversation: Conversation) -> None:
        """Keep memory, course and the open card's number."""
        ...

    def open_card(self, conversation: Conversation, face: Face) -> int:
        """Begin a card and post it; its number."""
        ...

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """Change what a card shows and post it, as a new message where `anew`."""
        ...

    def card(self, card_id: int) -> Card | None:
        """A card, or None where there is none."""
        ...

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        ...

    def can_send(self, conversation: Conversation) -> bool:
        """Whether Aram may write to this customer as the seller."""
        ...

    def keep_words_sent(self, seller_id: int, draft: str, *, card_id: int) -> None:
        """Keep that a seller has now sent the draft of a mark, which a card shows."""
        ...

    def lessons(self) -> Lessons:
        """What the shop taught; the same object while nothing changes."""
        ...

    @property
    def comments(self) -> CommentBook:
        """The negative comments of the shop."""
        ...

    @property
    def breaths(self) -> BreathBook:
        """The gentle words that sellers were told."""
        ...

    @property
    def reminders(self) -> ReminderBook:
        """What sellers are reminded of."""
        ...

    def whisper_chat_at(self, place: Place) -> int:
        """The private chat in which the seller of a place is whispered to."""
        ...

    def post(self, to: int, body: Body, urgency: Urgency, *, due_at: float | None = None) -> None:
        """Put a letter into the outbox."""
        ...
