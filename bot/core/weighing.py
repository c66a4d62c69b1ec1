"""A seller asks what Aram makes of a reply: weighed in its conversation, with better words."""

from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.breath import next_words
from bot.core.card import CardState
from bot.core.coach import Coach
from bot.core.conversation import Memory
from bot.core.course import Course
from bot.core.desk import Counter
from bot.core.own_words import Case, Review, Verdict, owes_act, owes_feeling, review
from bot.core.playbook import StepKind
from bot.core.press import Answer
from bot.core.shelf import Card, Conversation
from bot.core.window import is_closed
from bot.core.wording import has_blank

_ASKABLE = frozenset({CardState.OPEN, CardState.CALMED})


@dataclass(frozen=True, slots=True)
class OwnReply:
    """What a seller means to write, `by` them; on which card, where it is about one."""

    by: int
    text: str
    card_id: int | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reply with what Aram says of it; `customer` and `advice` where a conversation is known.

    `sendable` are the texts that may go as the seller, after they were asked once: the reply
    itself where it is good, then the better versions; `number` is what they are kept by.
    """

    reply: OwnReply
    review: Review
    customer: str | None = None
    advice: Advice | None = None
    needs_manager: bool = False
    sendable: tuple[str, ...] = ()
    number: int | None = None


class OwnWordsBook(Protocol):
    """What weighing needs of the store for itself."""

    def card_at_hand(self, person_id: int) -> int | None:
        """The card of a seller's that is open now, where there is one and no other."""
        ...

    def keep_choices(self, person_id: int, card_id: int, texts: tuple[str, ...]) -> int:
        """Keep texts that a seller may send below a card; their number."""
        ...

    def choice(self, number: int, place: int, person_id: int) -> tuple[int, str] | None:
        """The card and the text of a seller's choice; None where there is none of theirs."""
        ...


class Scale(Counter, Protocol):
    """What weighing needs of the store."""

    @property
    def own_words(self) -> OwnWordsBook:
        """What sellers chose from."""
        ...

    def locale_of(self, person_id: int) -> str:
        """The language a person reads."""
        ...


def weigh(scale: Scale, coach: Coach, reply: OwnReply, *, refund_limit: int) -> Weighed:
    """What to say of a reply: in its card's conversation, the only open card's, or by itself."""
    card_id = reply.card_id or scale.own_words.card_at_hand(reply.by)
    card = scale.card(card_id) if card_id is not None else None
    if card is None:
        return _weigh_alone(scale, coach, reply, refund_limit)
    conversation = scale.conversation_of(card)
    audience = replace(scale.audience(conversation), seller_locale=scale.locale_of(reply.by))
    advice = next_words(coach.ladder, conversation.course, audience, conversation.memory)
    case = _case(coach, card, conversation, audience, advice)
    weighed = Weighed(
        reply=replace(reply, card_id=card.id),
        review=review(reply.text, case, coach.ear),
        customer=conversation.place.customer_name,
        advice=advice,
        needs_manager=_needs_manager(conversation, advice),
    )
    return _with_choices(scale, weighed, card, conversation)


def choose(scale: Scale, number: int, place: int, *, by: int, at: float) -> Answer:
    """A seller wants one of the texts to be sent: the card asks once, as for its own drafts."""
    chosen = scale.own_words.choice(number, place, by)
    card = scale.card(chosen[0]) if chosen is not None else None
    if chosen is None or card is None:
        return Answer.GONE
    if card.seller_id != by:
        return Answer.NOT_YOURS
    conversation = scale.conversation_of(card)
    if card.face.state not in _ASKABLE:
        return Answer.CLOSED
    if card.face.sending is not None:
        return Answer.UNSURE
    if not scale.can_send(conversation):
        return Answer.MAY_NOT_SEND
    if is_closed(scale.last_customer_at(conversation), at):
        return Answer.WINDOW_CLOSED
    scale.change_card(card.id, replace(card.face, asking=chosen[1], sent=None), anew=True)
    return Answer.DONE


def _weigh_alone(scale: Scale, coach: Coach, reply: OwnReply, refund_limit: int) -> Weighed:
    """Nothing is known of the customer: what they may be owed is a hint."""
    locale = scale.locale_of(reply.by)
    audience = Audience(locale, locale, refund_limit=refund_limit)
    advice = next_words(coach.ladder, Course(), audience, Memory())
    limit, avoid = coach.ladder.terms(None, audience)
    case = Case(refund_limit=limit, avoid=avoid, is_known=False)
    found = review(reply.text, case, coach.ear)
    return Weighed(reply, found, advice=advice)


def _case(
    coach: Coach,
    card: Card,
    conversation: Conversation,
    audience: Audience,
    advice: Advice | None,
) -> Case:
    course, memory = conversation.course, conversation.memory
    limit, avoid = coach.ladder.terms(course.showing, audience)
    allowed = course.allowed_by(StepKind.OFFER_REFUND, memory.amount) is not None
    kind = advice.kind if advice is not None else None
    return Case(
        refund_limit=limit,
        amount=memory.amount,
        may_refund=allowed,
        feeling=kind is None or owes_feeling(kind, course.used, card.face.tension),
        act=kind is None or owes_act(kind),
        avoid=avoid,
    )


def _with_choices(
    scale: Scale, weighed: Weighed, card: Card, conversation: Conversation
) -> Weighed:
    """What may go as the seller, kept so that a button can name it."""
    mine = card.seller_id == weighed.reply.by and card.face.state in _ASKABLE
    if not mine or card.face.sending is not None or not scale.can_send(conversation):
        return weighed
    own = (weighed.reply.text,) if weighed.review.verdict is Verdict.GOOD else ()
    drafts = weighed.advice.drafts if weighed.advice and not weighed.needs_manager else ()
    texts = tuple(text for text in (*own, *drafts) if not has_blank(text))
    if not texts:
        return weighed
    number = scale.own_words.keep_choices(weighed.reply.by, card.id, texts)
    return replace(weighed, sendable=texts, number=number)


def _needs_manager(conversation: Conversation, advice: Advice | None) -> bool:
    if advice is None or not advice.needs_manager:
        return False
    return conversation.course.allowed_by(advice.kind, conversation.memory.amount) is None
