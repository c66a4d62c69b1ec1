"""What the trained models add to a judgement, and the customer's words that they go by."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.assessment import Signal, Situation
from bot.core.reading import Reading, Span
from bot.detection.features import ENCODER, LETTERS, MARK, PAST, Features, is_answer
from bot.detection.names import Finding
from bot.detection.ngrams import Floats
from bot.detection.questions import ALARM, QUESTIONS
from bot.detection.tables import Table

WORDS_SHOWN = 6


@dataclass(frozen=True)
class Wording:
    """Signals for the answers in `features`, as `table` weighs them.

    With those of the clues they sum to the log-odds of the alarm.
    """

    reading: Reading
    features: Features
    table: Table
    word_shares: Callable[[], Floats]

    def signals(self, situations: Sequence[Situation]) -> Iterator[Signal]:
        """The wording as a whole, the wording of each situation found, and the course so far."""
        apart = {name for found in situations for name in (LETTERS + found, ENCODER + found)}
        rest = self._sum(
            name
            for name in self.features
            if (is_answer(name) and name not in apart) or name.startswith(MARK)
        )
        weight = round(rest + self.table.alarm_bias, 2)
        words = self.words(ALARM) if weight > 0 else ()
        yield Signal(Finding.WORDING, fired=True, weight=weight, words=words)
        for found in situations:
            share = self._sum(name for name in (LETTERS + found, ENCODER + found))
            yield Signal(
                Finding.WORDING,
                fired=True,
                weight=round(share, 2),
                words=self.words(found),
                situation=found,
            )
        course = self._sum(name for name in self.features if name.startswith(PAST))
        yield Signal(Finding.COURSE, fired=True, weight=round(course, 2))

    def words(self, question: str) -> tuple[str, ...]:
        """The few neighbouring words that say most for a yes, as the customer typed them."""
        shares = self.word_shares()[:, QUESTIONS.index(question)]
        if not len(shares):
            return ()
        shown = _as_typed(self.reading, *_best_run(shares, WORDS_SHOWN))
        return (shown,) if shown else ()

    def _sum(self, names: Iterable[str]) -> float:
        return sum(self.table.share(name, self.features.get(name, 0.0)) for name in names)


def _best_run(shares: Floats, longest: int) -> tuple[int, int]:
    """The run `[start, end)` of at most `longest` words with the greatest sum."""
    sums = np.concatenate([[0.0], np.cumsum(shares)])
    best = max(
        (float(sums[end] - sums[start]), -start, -end)
        for start in range(len(shares))
        for end in range(start + 1, min(len(shares), start + longest) + 1)
    )
    return -best[1], -best[2]


def _as_typed(reading: Reading, start: int, end: int) -> str:
    """The part of the original text behind words `[start, end)` of the plain line."""
    view, token = reading.views[-1], 0
    spans: list[Span] = []
    for place, word in enumerate(reading.plain.split()):
        if token < len(view.tokens) and word == view.tokens[token]:
            if start <= place < end:
                spans.append(view.spans[token])
            token += 1
    return reading.original[spans[0][0] : spans[-1][1]] if spans else ""
