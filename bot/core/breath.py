"""One gentle private word to a seller whose sent message was heated: a breath, and what to write.

At most one an hour and conversation, never about calm firmness, never about a joke, and never to
a seller who does not want it.
"""

from dataclasses import dataclass
from typing import Protocol

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment, Tension
from bot.core.conversation import Memory, Turn
from bot.core.course import Course
from bot.core.ladder import Ladder
from bot.core.own_words import WORDS_SHOWN, Ear, Trait, Words

BETWEEN_BREATHS_SECONDS = 3600.0
SAME_MOMENT_SECONDS = 60.0
STALE_SECONDS = 900.0
HEATED = 2.0
_MOST_TIMES = 2
_ANGRY = Assessment(Tension.HEATED, (), 1.0)

WEIGHTS: dict[Trait, float] = {
    Trait.INSULT: 2.0,
    Trait.THREAT: 2.0,
    Trait.CUTTING: 2.0,
    Trait.MOCKERY: 1.0,
    Trait.BLAME: 1.0,
    Trait.BRUSH_OFF: 1.0,
    Trait.SHOUTING: 1.0,
    Trait.SHARP: 1.0,
    Trait.ARGUMENT: 0.5,
}
"""How much each trait, for up to two of its places, adds to the heat of a message."""


@dataclass(frozen=True, slots=True)
class LastBreaths:
    """When the last gentle word was said, in seconds: about a conversation, and to a seller."""

    here: float | None = None
    to_seller: float | None = None

    def is_time(self, at: float) -> bool:
        """Whether another may be: one an hour and conversation, and one for a message in a group.

        A seller's message in a group is a turn of several conversations.
        """
        return _is_over(self.here, at, BETWEEN_BREATHS_SECONDS) and _is_over(
            self.to_seller, at, SAME_MOMENT_SECONDS
        )


class BreathBook(Protocol):
    """What the gentle word needs of the store, inside one transaction."""

    @property
    def now(self) -> float:
        """The time of the transaction, in seconds."""
        ...

    def wanted_by(self, person_id: int) -> bool:
        """Whether a seller wants such words."""
        ...

    def last(self, conversation_id: int, seller_id: int) -> LastBreaths:
        """When the last ones were said."""
        ...

    def keep(self, conversation_id: int, seller_id: int, at: float) -> None:
        """Keep that one is said about a message of a time."""
        ...


def heat_of(words: Words) -> float:
    """How heated a seller's words are; from `HEATED` on they answer heat with heat.

    One brush-off or one argument is not heat yet; an insult alone is.
    """
    times = {trait: min(len(words.of(trait)), _MOST_TIMES) for trait in WEIGHTS}
    return sum(weight * times[trait] for trait, weight in WEIGHTS.items())


def heated_words(text: str, memory: Memory, ear: Ear) -> tuple[str, ...]:
    """What in a sent message deserves a gentle word; nothing where it deserves none.

    People who joke deserve none. How it sounds is asked only where the customer is not calm.
    """
    words, is_calm = ear.glance(text), memory.tension is Tension.CALM
    if is_calm and words.of(Trait.LAUGHTER):
        return ()
    if not is_calm and heat_of(words) < HEATED:
        words = ear.listen(text)
    return words.of(*WEIGHTS)[:WORDS_SHOWN] if heat_of(words) >= HEATED else ()


def is_due(book: BreathBook, turn: Turn, *, conversation_id: int, seller_id: int) -> bool:
    """Whether a heated message may be answered with a gentle word now."""
    if book.now - turn.at > STALE_SECONDS or not book.wanted_by(seller_id):
        return False
    return book.last(conversation_id, seller_id).is_time(turn.at)


def next_words(ladder: Ladder, course: Course, audience: Audience, memory: Memory) -> Advice | None:
    """What could be written next: the step on the open card, or what calms anybody down."""
    showing = course.showing or ladder.choose(Course(), _ANGRY)
    if showing is None:
        return None
    product = ladder.goods.spoken_of(memory.recent)
    return ladder.advise(showing, audience, amount=memory.amount, product=product)


def _is_over(last: float | None, at: float, seconds: float) -> bool:
    return last is None or abs(at - last) >= seconds
