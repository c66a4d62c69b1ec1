"""Where an export reads from: one short transaction after another, so that the shop goes on."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Protocol

from bot.core.days import Span
from bot.core.exports import DayRecord, Leaf, Record
from bot.core.stats import StepFigures
from bot.store.books import Books

RECORDS_AT_ONCE = 500
DAYS_AT_ONCE = 31


class Reads(Protocol):
    """Runs a piece of work in a transaction, and waits for it; not for the event loop's thread."""

    def __call__[T](self, work: Callable[[Books], T]) -> T:
        """What the work returns."""
        ...


class Source:
    """What a shop's export tells of some days."""

    def __init__(self, read: Reads, span: Span, *, with_words: bool) -> None:
        """`with_words` asks for customers' names and words; the owner's rule has the last word."""
        self._read = read
        self._span = span
        self.has_words = with_words and read(lambda books: books.exports.may_have_words())

    def leaves(self) -> Iterator[Leaf]:
        """All troubles, a few at a time."""
        last: Record | None = None
        while True:
            leaf = self._next(last)
            if not leaf.records:
                return
            yield leaf
            last = leaf.records[-1]

    def days(self) -> Iterator[DayRecord]:
        """Each day, oldest first."""
        first, end = self._span.first, self._span.last
        while first <= end:
            some = Span(first, min(end, first + timedelta(DAYS_AT_ONCE - 1)))
            yield from self._read(partial(_days, span=some))
            first = some.last + timedelta(1)

    def steps(self) -> tuple[StepFigures, ...]:
        """What became of each step."""

        def look(books: Books) -> tuple[StepFigures, ...]:
            books.figures.settle()
            return books.summaries.steps(self._span)

        return self._read(look)

    def _next(self, last: Record | None) -> Leaf:
        def look(books: Books) -> Leaf:
            return books.exports.leaf(
                self._span,
                last,
                RECORDS_AT_ONCE,
                with_words=self.has_words and books.exports.may_have_words(),
            )

        return self._read(look)


def _days(books: Books, span: Span) -> tuple[DayRecord, ...]:
    books.figures.settle()
    return books.exports.days_of(span)
