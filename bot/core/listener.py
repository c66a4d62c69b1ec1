"""A message arrives: load what the conversation has come to, let the coach decide, keep it all.

Runs inside one transaction of the store, which is what `Shelf` stands for.
"""

from dataclasses import replace
from typing import Protocol

from bot.core.addresses import addresses_in
from bot.core.advice import Advice
from bot.core.assessment import Assessment
from bot.core.breath import heated_words, is_due, next_words
from bot.core.card import CardState, Face, draft_sent, reasons_of, shorten
from bot.core.coach import Coach
from bot.core.comments import carried_over, look_into
from bot.core.conversation import Turn, Who
from bot.core.course import Showing
from bot.core.force import Force
from bot.core.letters import BreathLetter, Urgency
from bot.core.pace import Move
from bot.core.shelf import Card, Conversation, Said, Shelf


class Overhears(Protocol):
    """Whoever listens to what sellers write, besides the coach."""

    def hear(self, shelf: Shelf, conversation: Conversation, said: Said) -> None:
        """A new message of either side."""
        ...

    def hear_edited(self, shelf: Shelf, conversation: Conversation, said: Said) -> None:
        """A message whose text was changed."""
        ...


class Listener:
    """Hears every message of every conversation, once."""

    def __init__(self, force: Force, promises: Overhears | None = None) -> None:
        """Keep what is in force, and who listens to `promises`."""
        self._force = force
        self._promises = promises

    def hear(self, shelf: Shelf, said: Said) -> None:
        """A new message of either side."""
        conversation = shelf.conversation(said.place)
        turn_id = shelf.keep_turn(conversation, said)
        if turn_id is None:
            return
        if self._promises is not None:
            self._promises.hear(shelf, conversation, said)
        self._take_in(shelf, conversation, said, turn_id)

    def hear_edited(self, shelf: Shelf, said: Said) -> None:
        """An edited message: the customer's is assessed anew while it is remembered."""
        conversation = shelf.conversation(said.place)
        turn_id = shelf.amend_turn(conversation, said)
        if turn_id is not None and self._promises is not None:
            self._promises.hear_edited(shelf, conversation, said)
        memory = conversation.memory.without(said.turn.at, said.turn.who, number=said.message_id)
        if turn_id is None or memory is conversation.memory:
            return
        self._take_in(shelf, replace(conversation, memory=memory), said, turn_id)

    def _take_in(self, shelf: Shelf, conversation: Conversation, said: Said, turn_id: int) -> None:
        turn = replace(said.turn, number=said.message_id)
        if turn.who is Who.SELLER:
            _breathe(shelf, self._force.coach, conversation, said)
            self._overhear(shelf, conversation, turn)
        else:
            self._assess(shelf, conversation, turn, turn_id)

    def _overhear(self, shelf: Shelf, conversation: Conversation, turn: Turn) -> None:
        _keep_words(shelf, conversation, turn.text)
        if addresses := addresses_in(turn.text):
            shelf.comments.keep_own_addresses(addresses)
        coach = self._force.coach
        memory, course = coach.overhear(conversation.memory, conversation.course, turn)
        shelf.save(replace(conversation, memory=memory, course=course))

    def _assess(self, shelf: Shelf, conversation: Conversation, turn: Turn, turn_id: int) -> None:
        coach = self._force.coach
        heard = coach.hear(conversation.memory, conversation.course, turn, shelf.lessons())
        shelf.keep_assessment(turn_id, heard)
        where = conversation.place
        comment = look_into(
            shelf.comments, coach, turn, heard, chat_id=where.chat_id, author_id=where.customer_id
        )
        after = replace(conversation, memory=heard.memory, course=heard.course)
        match heard.decision:
            case Move.ANEW | Move.UPDATE | Move.NOTE:
                face = _face(coach, shelf, after, turn, heard.assessment)
                is_quiet = heard.decision is Move.NOTE
                face = replace(face, turn_id=turn_id, comment=comment, is_quiet=is_quiet)
                card_id = _show(shelf, after, face, anew=heard.decision is Move.ANEW)
                after = replace(after, card_id=card_id)
            case Move.CLOSE:
                _close(coach, shelf, after, turn, heard.assessment)
                after = replace(after, card_id=None)
        shelf.save(after)


def _keep_words(shelf: Shelf, conversation: Conversation, text: str) -> None:
    """Keep which of the open card's drafts a seller's message is, if it is one."""
    card = shelf.card(conversation.card_id) if conversation.card_id is not None else None
    draft = draft_sent(card.face.advice, text) if card is not None else None
    if card is not None and draft is not None:
        shelf.keep_words_sent(conversation.place.seller_id, draft, card_id=card.id)


def _breathe(shelf: Shelf, coach: Coach, conversation: Conversation, said: Said) -> None:
    """A gentle private word to whoever of the team has answered heat with heat."""
    memory, course, by = conversation.memory, conversation.course, said.by
    if by is None or course.muted:
        return
    words, book = heated_words(said.turn.text, memory, coach.ear), shelf.breaths
    if not words or not is_due(book, said.turn, conversation_id=conversation.id, seller_id=by):
        return
    book.keep(conversation.id, by, said.turn.at)
    advice = next_words(coach.ladder, course, shelf.audience(conversation), memory)
    drafts = advice.drafts if advice is not None and not advice.needs_manager else ()
    letter = BreathLetter(conversation.place.customer_name, words, drafts)
    to = shelf.whisper_chat_at(replace(conversation.place, seller_id=by))
    shelf.post(to, letter, Urgency.NOW)


def _show(shelf: Shelf, conversation: Conversation, face: Face, *, anew: bool) -> int:
    if conversation.card_id is None:
        return shelf.open_card(conversation, face)
    face = _under_way(face, shelf.card(conversation.card_id))
    shelf.change_card(conversation.card_id, face, anew=anew)
    return conversation.card_id


def _close(
    coach: Coach, shelf: Shelf, conversation: Conversation, turn: Turn, assessment: Assessment
) -> None:
    if conversation.card_id is None:
        return
    face = _face(coach, shelf, conversation, turn, assessment, coach.ladder.after_trouble())
    face = _under_way(face, shelf.card(conversation.card_id))
    shelf.change_card(conversation.card_id, replace(face, state=CardState.CALMED), anew=False)


def _face(
    coach: Coach,
    shelf: Shelf,
    conversation: Conversation,
    turn: Turn,
    assessment: Assessment,
    showing: Showing | None = None,
) -> Face:
    """What the card shows for a turn, at the step of `showing` or of the course."""
    shown = showing or conversation.course.showing
    audience = shelf.audience(conversation)
    advice = coach.advise(shown, audience, conversation.memory) if shown else None
    return Face(
        customer=conversation.place.customer_name,
        tension=assessment.tension,
        quote=shorten(turn.text),
        reasons=reasons_of(assessment),
        advice=advice,
        can_send=shelf.can_send(conversation),
        allowed_by=allowed_by(conversation, advice),
    )


def allowed_by(conversation: Conversation, advice: Advice | None) -> str | None:
    """Which manager gave leave for the step of an advice; None where nobody did."""
    if advice is None:
        return None
    return conversation.course.allowed_by(advice.kind, conversation.memory.amount)


def _under_way(face: Face, shown: Card | None) -> Face:
    """A face with what goes on beside the card's words: a draft on its way, a manager called."""
    if shown is None:
        return face
    return replace(
        face,
        sending=shown.face.sending,
        manager_called=shown.face.manager_called,
        ruling=shown.face.ruling,
        asked_leave=shown.face.asked_leave,
        comment=carried_over(face.comment, shown.face.comment),
    )
