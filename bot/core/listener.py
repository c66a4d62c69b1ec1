"""A message arrives: load what the conversation has come to, let the coach decide, keep it all.

Runs inside one transaction of the store, which is what `Shelf` stands for.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.assessment import Assessment
from bot.core.card import CardState, Face, reasons_of, shorten
from bot.core.coach import Coach, Heard
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course, Showing
from bot.core.ladder import Audience
from bot.core.lesson import Lessons
from bot.core.pace import Move


@dataclass(frozen=True, slots=True)
class Place:
    """Which conversation a message belongs to; `key` is unique and stable.

    `seller_id` is whom the whisper goes to, `connection_id` the business connection it came by.
    """

    key: str
    channel: Channel
    chat_id: int
    customer_id: int
    seller_id: int
    customer_name: str | None = None
    connection_id: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it arrived: where, what, and its number in the chat."""

    place: Place
    turn: Turn
    message_id: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as kept: its memory, the course so far, the number of its open card."""

    id: int
    place: Place
    memory: Memory
    course: Course
    card_id: int | None = None


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

    def lessons(self) -> Lessons:
        """What the shop taught; the same object while nothing changes."""
        ...


class Listener:
    """Hears every message of every conversation, once."""

    def __init__(self, coach: Coach) -> None:
        """Keep the coach in force."""
        self._coach = coach

    def hear(self, shelf: Shelf, said: Said) -> None:
        """A new message of either side."""
        conversation = shelf.conversation(said.place)
        turn_id = shelf.keep_turn(conversation, said)
        if turn_id is None:
            return
        self._take_in(shelf, conversation, said, turn_id)

    def hear_edited(self, shelf: Shelf, said: Said) -> None:
        """An edited message: the customer's is assessed anew while it is remembered."""
        conversation = shelf.conversation(said.place)
        turn_id = shelf.amend_turn(conversation, said)
        memory = conversation.memory.without(said.turn.at, said.turn.who, number=said.message_id)
        if turn_id is None or memory is conversation.memory:
            return
        self._take_in(shelf, replace(conversation, memory=memory), said, turn_id)

    def _take_in(self, shelf: Shelf, conversation: Conversation, said: Said, turn_id: int) -> None:
        turn = replace(said.turn, number=said.message_id)
        if turn.who is Who.SELLER:
            self._overhear(shelf, conversation, turn)
        else:
            self._assess(shelf, conversation, turn, turn_id)

    def _overhear(self, shelf: Shelf, conversation: Conversation, turn: Turn) -> None:
        memory, course = self._coach.overhear(conversation.memory, conversation.course, turn)
        shelf.save(replace(conversation, memory=memory, course=course))

    def _assess(self, shelf: Shelf, conversation: Conversation, turn: Turn, turn_id: int) -> None:
        lessons = shelf.lessons()
        heard = self._coach.hear(conversation.memory, conversation.course, turn, lessons)
        shelf.keep_assessment(turn_id, heard)
        after = replace(conversation, memory=heard.memory, course=heard.course)
        match heard.decision:
            case Move.ANEW | Move.UPDATE:
                card_id = self._show(shelf, after, turn, heard, turn_id)
                after = replace(after, card_id=card_id)
            case Move.CLOSE:
                self._close(shelf, after, turn, heard.assessment)
                after = replace(after, card_id=None)
        shelf.save(after)

    def _show(
        self, shelf: Shelf, conversation: Conversation, turn: Turn, heard: Heard, turn_id: int
    ) -> int:
        face = self.face(shelf, conversation, turn, heard.assessment)
        face = replace(face, turn_id=turn_id)
        if conversation.card_id is None:
            return shelf.open_card(conversation, face)
        face = _under_way(face, shelf.card(conversation.card_id))
        shelf.change_card(conversation.card_id, face, anew=heard.decision is Move.ANEW)
        return conversation.card_id

    def _close(
        self, shelf: Shelf, conversation: Conversation, turn: Turn, assessment: Assessment
    ) -> None:
        if conversation.card_id is None:
            return
        face = self.face(shelf, conversation, turn, assessment, self._coach.ladder.after_trouble())
        face = _under_way(face, shelf.card(conversation.card_id))
        shelf.change_card(conversation.card_id, replace(face, state=CardState.CALMED), anew=False)

    def face(
        self,
        shelf: Shelf,
        conversation: Conversation,
        turn: Turn,
        assessment: Assessment,
        showing: Showing | None = None,
    ) -> Face:
        """What the card shows for a turn, at the step of `showing` or of the course."""
        shown = showing or conversation.course.showing
        audience = shelf.audience(conversation)
        amount = conversation.memory.amount
        advice = self._coach.ladder.advise(shown, audience, amount=amount) if shown else None
        return Face(
            customer=conversation.place.customer_name,
            tension=assessment.tension,
            quote=shorten(turn.text),
            reasons=reasons_of(assessment),
            advice=advice,
            can_send=shelf.can_send(conversation),
        )


def _under_way(face: Face, shown: Card | None) -> Face:
    """A face with what goes on beside the card's words: a draft on its way, a manager called."""
    if shown is None:
        return face
    return replace(face, sending=shown.face.sending, manager_called=shown.face.manager_called)
