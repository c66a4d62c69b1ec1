"""Fits the tables, the last word, on answers that the models gave to conversations new to them.

History is the detector's own: each round replays every conversation with the verdicts of the round
before, fold by fold, so that the tables learn from mistakes as they will be made.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.detection.evidence import Clues
from bot.detection.features import ENCODER, LETTERS, MARK, PAST, Features, answers, own_features
from bot.detection.ngrams import Floats
from bot.detection.observer import Look, Observer
from bot.detection.questions import QUESTIONS
from bot.detection.tables import Table
from bot.detection.verdict import Verdict, judge
from bot.evaluation.gold import GoldConversation
from bot.training.examples import fold_of, replay
from bot.training.points import choose_points

FOLDS, ROUNDS = 5, 3
TRUST = 0.03
_OWN = 2.0
_OF_GROUP = {ENCODER: 0.5, LETTERS: 0.2, MARK: 0.5, PAST: 0.5}
_LEAST_SPREAD = 0.05
_LEAST_TURNS = 8

type Key = tuple[str, int]
type Answers = Mapping[Key, Floats]


@dataclass(frozen=True)
class Seen:
    """All customer turns of all conversations: keys, features, answers wanted and their counts."""

    keys: list[Key]
    features: list[Features]
    wanted: Floats
    counts: Floats
    folds: NDArray[np.int64]


@dataclass(frozen=True)
class Fitted:
    """A table, and the sums that its like, kept from each turn, gave it: turns by questions."""

    table: Table
    sums: Floats
    clues: Sequence[Clues]
    seen: Seen

    @property
    def new_to_it(self) -> Floats:
        """The sums as probabilities."""
        return _chances(self.sums)

    @cached_property
    def verdicts(self) -> Mapping[Key, Verdict]:
        """The sums judged by the table's points."""
        return {
            key: judge(_said(sums), self.table.points, clues)
            for key, sums, clues in zip(self.seen.keys, self.sums, self.clues, strict=True)
        }


@dataclass
class Fitter:
    """Fits one table; `uses` says which features it may look at."""

    observer: Observer
    labelled: Sequence[GoldConversation]
    wanted: Answers
    counts: Answers
    letters: Answers
    encoder: Answers | None
    uses: Callable[[str], bool] = field(default=lambda _: True)

    def fit(self, first: Mapping[Key, Verdict]) -> Fitted:
        """The table after a few rounds; `first` is the history to begin with.

        On one thread: sums that several share out differ in their last bits.
        """
        with threadpool_limits(1):
            return self._fit(first)

    def _fit(self, first: Mapping[Key, Verdict]) -> Fitted:
        verdicts: Mapping[Key, Verdict] = first
        for _ in range(ROUNDS):
            seen = self._look(_known(verdicts))
            tables, new_to_it = self._cross_fit(seen)
            points = choose_points(new_to_it, seen.wanted, seen.counts)
            verdicts, sums, clues = self._play(tables, points)
        seen = self._look(_known(verdicts))
        points = choose_points(_chances(sums), seen.wanted, seen.counts)
        table = _table(seen, np.arange(len(seen.keys)), self._names(seen), points)
        return Fitted(table, sums, clues, seen)

    def _play(
        self, tables: Sequence[Table], points: Mapping[str, float]
    ) -> tuple[dict[Key, Verdict], Floats, list[Clues]]:
        """Every conversation judged in order by the table of the fold that it was kept from."""
        verdicts: dict[Key, Verdict] = {}
        sums: list[list[float]] = []
        clues: list[Clues] = []

        def decide(key: Key, look: Look) -> Verdict:
            said = tables[fold_of(key[0], FOLDS)].sums(look.features)
            sums.append([said[question] for question in QUESTIONS])
            clues.append(look.clues)
            verdicts[key] = judge(said, points, look.clues)
            return verdicts[key]

        self._look(decide)
        return verdicts, np.array(sums, np.float32), clues

    def _look(self, decide: Callable[[Key, Look], Verdict]) -> Seen:
        keys: list[Key] = []
        features: list[Features] = []

        def answered(conversation: str, turn: int, look: Look) -> Verdict:
            key = (conversation, turn)
            look.features.update(answers(LETTERS, self.letters[key]))
            if self.encoder is not None:
                look.features.update(answers(ENCODER, self.encoder[key]))
            keys.append(key)
            features.append(look.features)
            return decide(key, look)

        for each in self.labelled:
            for _ in replay(self.observer, each, answered):
                pass
        return Seen(
            keys,
            features,
            np.stack([self.wanted[key] for key in keys]),
            np.stack([self.counts[key] for key in keys]),
            np.array([fold_of(conversation, FOLDS) for conversation, _ in keys]),
        )

    def _cross_fit(self, seen: Seen) -> tuple[list[Table], Floats]:
        """A table for each fold, fitted on the others, and what it says of its own."""
        names = self._names(seen)
        said = np.zeros_like(seen.wanted)
        tables: list[Table] = []
        for fold in range(FOLDS):
            table = _table(seen, np.flatnonzero(seen.folds != fold), names, {})
            tables.append(table)
            for at in np.flatnonzero(seen.folds == fold):
                sums = table.sums(seen.features[at])
                said[at] = [sums[question] for question in QUESTIONS]
        return tables, _chances(said)

    def _names(self, seen: Seen) -> list[str]:
        found: dict[str, int] = {}
        for features in seen.features:
            for name in features:
                found[name] = found.get(name, 0) + 1
        return sorted(n for n, count in found.items() if count >= _LEAST_TURNS and self.uses(n))


def _known(verdicts: Mapping[Key, Verdict]) -> Callable[[Key, Look], Verdict]:
    return lambda key, _: verdicts[key]


def _said(sums: Floats) -> dict[str, float]:
    return dict(zip(QUESTIONS, map(float, sums), strict=True))


def _chances(log_odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-log_odds)), np.float32)


def _table(
    seen: Seen, chosen: NDArray[np.int64], names: Sequence[str], points: Mapping[str, float]
) -> Table:
    places = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(chosen), len(names)), np.float32)
    for row, at in enumerate(chosen):
        for name, value in seen.features[at].items():
            if name in places:
                matrix[row, places[name]] = value
    middle, spread = matrix.mean(0), np.maximum(matrix.std(0), _LEAST_SPREAD)
    weights = np.zeros((len(names), len(QUESTIONS)), np.float32)
    bias = np.zeros(len(QUESTIONS), np.float32)
    for number, question in enumerate(QUESTIONS):
        scale = _trusted(names, question) / spread
        sure = seen.counts[chosen, number] == 1
        model = LogisticRegression(C=TRUST, max_iter=300)
        model.fit(((matrix - middle) * scale)[sure], seen.wanted[chosen, number][sure] > 0.5)
        weights[:, number] = model.coef_[0] * scale
        bias[number] = model.intercept_[0] - float(weights[:, number] @ middle)
    return Table(bias, places, weights, dict(points))


def _trusted(names: Iterable[str], question: str) -> Floats:
    """How dear a feature is: the less, the more its weight is held back."""
    own = own_features(question)
    return np.array([_OWN if name in own else _of_group(name) for name in names], np.float32)


def _of_group(name: str) -> float:
    group = next((group for group in _OF_GROUP if name.startswith(group)), None)
    return _OF_GROUP[group] if group else 1.0
