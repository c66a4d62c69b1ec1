"""The last word: per question a logistic regression over everything found, from a plain table.

`tables.json` holds two: one that has the encoder's answers, one for where there is no encoder or
no need of it; and the points from which a question counts as answered with yes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.detection.features import Features
from bot.detection.ngrams import Floats
from bot.detection.questions import ALARM, QUESTIONS

_ALARM_AT = QUESTIONS.index(ALARM)


@dataclass(frozen=True)
class Table:
    """A bias for each of QUESTIONS, and by feature a weight for each of them.

    `points` are the probabilities from which the answer is yes; `steady` the alarm's where the
    customer was an alarm before.
    """

    bias: Floats
    names: Mapping[str, int]
    weights: Floats
    points: Mapping[str, float]

    def sums(self, features: Features) -> dict[str, float]:
        """The log-odds of every question; the same to the last bit in whatever order they come."""
        known = sorted(
            (self.names[name], value) for name, value in features.items() if name in self.names
        )
        total = self.bias
        if known:
            places, values = zip(*known, strict=True)
            total = total + np.array(values, np.float32) @ self.weights[list(places)]
        return dict(zip(QUESTIONS, total.tolist(), strict=True))

    def share(self, name: str, value: float) -> float:
        """What one feature adds to the log-odds of the alarm."""
        place = self.names.get(name)
        return 0.0 if place is None else float(self.weights[place, _ALARM_AT]) * value

    @property
    def alarm_bias(self) -> float:
        """The log-odds of the alarm where nothing is found."""
        return float(self.bias[_ALARM_AT])


@dataclass(frozen=True)
class Tables:
    """Both tables, and below which probabilities a turn is settled without the encoder.

    `phrases` are the marks of the playbooks' phrases that they were fitted with.
    """

    with_encoder: Table
    without: Table
    settled: Mapping[str, float]
    phrases: frozenset[int] = frozenset()

    @classmethod
    def load(cls, file: Path) -> "Tables":
        """The tables of a file; what is not listed weighs nothing."""
        kept = json.loads(file.read_text("utf-8"))
        return cls(
            with_encoder=_table(kept["with_encoder"]),
            without=_table(kept["without"]),
            settled=kept["settled"],
            phrases=frozenset(kept["phrases"]),
        )


def _table(kept: Mapping[str, Any]) -> Table:
    rows: Mapping[str, Mapping[str, float]] = kept["rows"]
    weights = np.zeros((len(rows), len(QUESTIONS)), np.float32)
    for place, row in enumerate(rows.values()):
        for question, weight in row.items():
            if question not in QUESTIONS:
                raise ValueError(f"no such question: {question}")
            weights[place, QUESTIONS.index(question)] = weight
    bias = np.array([kept["bias"].get(question, 0.0) for question in QUESTIONS], np.float32)
    names = {name: place for place, name in enumerate(rows)}
    return Table(bias, names, weights, kept["points"])
