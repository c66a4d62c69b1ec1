"""The seller's buttons: what each press on a card does, inside one transaction."""

from dataclasses import replace
from typing import Protocol, assert_never

from bot.core.calls import Called, call
from bot.core.card import CardState, Face, draft_sent
from bot.core.conversation import Turn, Who
from bot.core.course import Showing
from bot.core.decisions import allow_oneself
from bot.core.force import Force
from bot.core.handover import Switchboard
from bot.core.leave import as_of_now
from bot.core.listener import Listener, allowed_by
from bot.core.notebook import Notebook, learn_from
from bot.core.press import Action, Answer, Outgoing, Press, may_press
from bot.core.shelf import Card, Conversation, Said, Shelf
from bot.core.window import is_closed
from bot.core.wording import has_blank

CALLED = {
    Called.CALLED: Answer.MANAGER_CALLED,
    Called.ALREADY: Answer.MANAGER_CALLED,
    Called.NO_MANAGER: Answer.NO_MANAGER,
    Called.ALL_AWAY: Answer.MANAGERS_AWAY,
}


class Counter(Shelf, Switchboard, Protocol):
    """What the buttons need of the store besides what listening and hand-overs need."""

    @property
    def notebook(self) -> Notebook:
        """What the shop has taught."""
        ...

    def keep_press(self, card: Card, person_id: int, action: str) -> None:
        """Keep that a button was pressed."""
        ...

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """When the customer last wrote, in seconds."""
        ...


class Desk:
    """Carries out presses; the words a seller sends go out only after SEND confirms an ASK."""

    def __init__(self, force: Force, listener: Listener) -> None:
        """Keep what is in force, and the listener."""
        self._force = force
        self._listener = listener

    def press(self, counter: Counter, press: Press) -> Answer | Outgoing:
        """What a press answers; an Outgoing must be sent, then reported: `sent` or `not_sent`."""
        card = counter.card(press.card_id)
        if card is None:
            return Answer.GONE
        if card.seller_id != press.by:
            return Answer.NOT_YOURS
        if not may_press(card.face.state, press.action):
            return Answer.CLOSED
        counter.keep_press(card, press.by, press.action.value)
        return self._carry_out(counter, card, press)

    def sent(self, counter: Counter, card_id: int, *, message_id: int, at: float) -> None:
        """The draft has reached the customer: it is the seller's turn, and the step is used."""
        card = counter.card(card_id)
        if card is None or card.face.sending is None:
            return
        text = card.face.sending
        conversation = counter.conversation_of(card)
        draft = draft_sent(card.face.advice, text)
        if draft is not None:
            counter.keep_words_sent(card.seller_id, draft, card_id=card.id)
        turn = Turn(Who.SELLER, text, at, channel=conversation.place.channel)
        self._listener.hear(counter, Said(conversation.place, turn, message_id))
        counter.change_card(card.id, replace(card.face, sending=None, sent=text), anew=False)

    def not_sent(self, counter: Counter, card_id: int, *, may_send: bool) -> None:
        """The draft was refused; the card shows its buttons again."""
        card = counter.card(card_id)
        if card is None:
            return
        face = replace(card.face, sending=None, can_send=may_send and card.face.can_send)
        counter.change_card(card.id, face, anew=False)

    def unsure(self, counter: Counter, card_id: int) -> Answer:
        """A confirmed draft whose fate is not known: sent where the card says so, else to check."""
        card = counter.card(card_id)
        if card is not None and _is_sent(card.face):
            return Answer.SENDING
        self.not_sent(counter, card_id, may_send=True)
        return Answer.UNSURE

    def _carry_out(self, counter: Counter, card: Card, press: Press) -> Answer | Outgoing:
        match press.action:
            case Action.ASK | Action.SEND if card.face.sending is not None:
                return Answer.UNSURE
            case Action.ASK:
                return self._ask(counter, card, press)
            case Action.SEND:
                return self._send(counter, card)
            case Action.BACK:
                counter.change_card(card.id, replace(card.face, asking=None), anew=False)
                return Answer.DONE
            case Action.NEXT_STEP | Action.OTHER_WORDS:
                return self._turn_page(counter, card, press.action)
            case Action.CALL_MANAGER:
                return self._call(counter, card, press.by)
            case Action.ALLOW:
                return self._allow(counter, card, press)
            case Action.MUTE | Action.UNMUTE:
                return self._mute(counter, card, muted=press.action is Action.MUTE)
            case Action.WORKED:
                return self._worked(counter, card)
            case Action.DISMISS:
                return self._dismiss(counter, card, press.by)
            case _:
                assert_never(press.action)

    def _ask(self, counter: Counter, card: Card, press: Press) -> Answer:
        advice = card.face.advice
        if not card.face.can_send:
            return Answer.MAY_NOT_SEND
        if advice is None or not 0 <= press.draft < len(advice.drafts):
            return Answer.GONE
        conversation = counter.conversation_of(card)
        face = as_of_now(counter, self._force.coach, conversation, card.face)
        if face.needs_manager:
            return self._await_leave(counter, card, face)
        draft = advice.drafts[press.draft]
        if has_blank(draft):
            return Answer.FILL_BLANK
        if is_closed(counter.last_customer_at(conversation), press.at):
            return Answer.WINDOW_CLOSED
        counter.change_card(card.id, replace(face, asking=draft, sent=None), anew=False)
        return Answer.DONE

    def _send(self, counter: Counter, card: Card) -> Answer | Outgoing:
        if card.face.asking is None:
            return Answer.SENDING if _is_sent(card.face) else Answer.CHANGED
        conversation, text = counter.conversation_of(card), card.face.asking
        place = conversation.place
        if place.connection_id is None:
            return Answer.MAY_NOT_SEND
        face = as_of_now(counter, self._force.coach, conversation, card.face)
        if face.needs_manager and draft_sent(face.advice, text) is not None:
            return self._await_leave(counter, card, face)
        counter.change_card(card.id, replace(card.face, asking=None, sending=text), anew=False)
        return Outgoing(place.connection_id, place.chat_id, text)

    @staticmethod
    def _await_leave(counter: Counter, card: Card, face: Face) -> Answer:
        """The step is for a manager to allow; the card says so."""
        face = replace(face, asking=None)
        if face != card.face:
            counter.change_card(card.id, face, anew=False)
        return Answer.NEEDS_MANAGER

    def _turn_page(self, counter: Counter, card: Card, action: Action) -> Answer:
        conversation = counter.conversation_of(card)
        showing = conversation.course.showing
        if showing is None:
            return Answer.CLOSED
        ladder = self._force.coach.ladder
        course = conversation.course
        if action is Action.NEXT_STEP:
            turned = ladder.next_step(showing, course.used)
        else:
            shown = card.face.advice.marks if card.face.advice else ()
            turned = ladder.other_words(showing, shown)
        counter.save(replace(conversation, course=replace(course, showing=turned)))
        counter.change_card(
            card.id, self._reworded(counter, conversation, card.face, turned), anew=False
        )
        return Answer.DONE

    def _reworded(
        self, counter: Counter, conversation: Conversation, face: Face, showing: Showing
    ) -> Face:
        audience = counter.audience(conversation)
        advice = self._force.coach.advise(showing, audience, conversation.memory)
        can_send = counter.can_send(conversation)
        leave = allowed_by(conversation, advice)
        return replace(face, advice=advice, can_send=can_send, asking=None, allowed_by=leave)

    @staticmethod
    def _call(counter: Counter, card: Card, by: int) -> Answer:
        answer = CALLED[call(counter, card)]
        alone = answer is Answer.NO_MANAGER and counter.shop.is_manager(by)
        return Answer.DECIDE_YOURSELF if alone else answer

    @staticmethod
    def _allow(counter: Counter, card: Card, press: Press) -> Answer:
        """Whoever manages the shop and sells needs nobody else's leave for the step they saw."""
        if not counter.shop.is_manager(press.by) or card.face.advice is None:
            return Answer.NEEDS_MANAGER
        if not card.face.needs_manager or press.seen is not card.face.advice.kind:
            return Answer.CHANGED
        allow_oneself(counter, card, card.face.advice.kind, by=press.by)
        return Answer.ALLOWED

    def _worked(self, counter: Counter, card: Card) -> Answer:
        conversation = counter.conversation_of(card)
        course = conversation.course.closed()
        counter.save(replace(conversation, course=course, card_id=None))
        self._end(counter, card, CardState.WORKED)
        return Answer.WORKED

    def _dismiss(self, counter: Counter, card: Card, by: int) -> Answer:
        conversation = counter.conversation_of(card)
        recent = conversation.memory.recent
        course = conversation.course.dismissed_by_seller(
            card.face.tension, recent[-1].at if recent else 0.0
        )
        counter.save(replace(conversation, course=course, card_id=None))
        taught = learn_from(counter.notebook, self._force.coach, card.face, by=by)
        card = replace(card, face=replace(card.face, taught=taught))
        self._end(counter, card, CardState.DISMISSED)
        return Answer.LEARNED if taught else Answer.DISMISSED

    def _mute(self, counter: Counter, card: Card, *, muted: bool) -> Answer:
        conversation = counter.conversation_of(card)
        counter.save(replace(conversation, course=replace(conversation.course, muted=muted)))
        self._end(counter, card, CardState.MUTED if muted else CardState.OPEN)
        return Answer.MUTED if muted else Answer.UNMUTED

    @staticmethod
    def _end(counter: Counter, card: Card, state: CardState) -> None:
        counter.change_card(card.id, replace(card.face, state=state, asking=None), anew=False)


def _is_sent(face: Face) -> bool:
    """Whether the draft last asked about has reached the customer."""
    return face.sending is None and face.sent is not None
