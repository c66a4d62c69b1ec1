"""What the shop has taught, as it is kept, and learning from a card that was no problem."""

from typing import Protocol

from bot.core.assessment import Situation
from bot.core.card import Face, shorten
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.inquiry import KeptTurn
from bot.core.lesson import WORDS_ENOUGH, KeptLesson, Lesson, Lessons, count_words


class Notebook(Protocol):
    """The shop's lessons as kept, and the turns that they come from."""

    def lessons(self) -> Lessons:
        """What is in force; the same object while nothing changes."""
        ...

    def may_teach(self, person_id: int) -> bool:
        """Whether the whole shop may learn from someone; a customer who is welcome may not."""
        ...

    def learn(self, lesson: Lesson, *, by: int, turn_id: int | None) -> int:
        """Keep a lesson; its number. A person has one lesson on the same words: their newest."""
        ...

    def name_situations(self, lesson_id: int, situations: frozenset[Situation]) -> None:
        """Keep what a lesson is about."""
        ...

    def withdraw(self, lesson_id: int, *, by: int) -> None:
        """Put a lesson out of force."""
        ...

    def find(self, lesson_id: int) -> KeptLesson | None:
        """A lesson in force, or None."""
        ...

    def newest(self, *, by: int | None, skip: int, most: int) -> tuple[KeptLesson, ...]:
        """The lessons in force, newest first; one person's own, or everybody's where None."""
        ...

    def count(self, *, by: int | None) -> int:
        """How many those are."""
        ...

    def turn(self, turn_id: int) -> KeptTurn | None:
        """A customer's turn with its newest opinion, or None."""
        ...

    def turn_like(
        self, text: str, *, said_at: float | None, seller_id: int | None
    ) -> KeptTurn | None:
        """The newest turn of these words, that of `said_at` first; one seller's, or anybody's.

        None of a turn that was edited: what Aram made of it may be of other words.
        """
        ...


def learn_from(notebook: Notebook, coach: Coach, face: Face, *, by: int) -> bool:
    """Learn that what a card shows is no problem; False where there are no words to learn by.

    The words are the turn's own, whole, unless they are no longer those that the card quotes.
    """
    turn = notebook.turn(face.turn_id) if face.turn_id is not None else None
    if turn is None or shorten(turn.text) != face.quote or not notebook.may_teach(by):
        return False
    if not _says_enough(coach, turn.text):
        return False
    about = frozenset(turn.opinion.assessment.situations)
    notebook.learn(Lesson(turn.text, alarm=False, situations=about), by=by, turn_id=turn.id)
    return True


def _says_enough(coach: Coach, text: str) -> bool:
    """Whether words were the trouble, and not what went before: «کو؟» alarms only after nagging.

    Two words, as of an insult, are enough where they alarm by themselves.
    """
    count = count_words(text)
    if count != WORDS_ENOUGH - 1:
        return count >= WORDS_ENOUGH
    return coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, text, 0.0)).alert
