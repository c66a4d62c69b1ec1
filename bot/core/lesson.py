"""What a shop taught Aram: messages it called no problem, and messages it says Aram missed."""

from dataclasses import dataclass

from bot.core.assessment import Situation

WORDS_ENOUGH = 3
"""From so many different words on, a message says of itself what it is about."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One correction: `text` are the customer's words.

    `alarm` is True for "you missed this", False for "not a problem". `situations` are those that
    the corrected judgement was about; empty where nobody said.
    """

    text: str
    alarm: bool
    situations: frozenset[Situation] = frozenset()


@dataclass(frozen=True, eq=False)
class Lessons:
    """All of a shop's corrections. The same object while nothing changes: readers keep by it."""

    items: tuple[Lesson, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)


NO_LESSONS = Lessons()


def count_words(text: str) -> int:
    """How many different words with letters a text has: «کو؟ کو؟» has one, «؟؟؟» none."""
    words = ("".join(filter(str.isalpha, word)) for word in text.split())
    return len(set(words) - {""})


@dataclass(frozen=True, slots=True)
class KeptLesson:
    """A lesson as kept: who taught it, when (in seconds), and the teacher's name if known."""

    id: int
    lesson: Lesson
    by: int
    at: float
    teacher: str | None = None
