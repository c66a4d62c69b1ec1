"""How much each finding counts, per question asked: a plain table of log-odds in `weights.json`.

The table was fitted by logistic regression, one question at a time, on the project's labelled
conversations, with signs held where a manager would expect them, and rounded; its `about` says
on what. It holds nobody's words.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import exp

from bot.core.assessment import Situation
from bot.detection.evidence import Clue

ALARM, UNEASY, HEATED, ABUSIVE = "alarm", "uneasy", "heated", "abusive"
QUESTIONS = (ALARM, UNEASY, HEATED, ABUSIVE, *(situation.value for situation in Situation))
_STEEPEST = 30.0


def logistic(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-_STEEPEST, min(_STEEPEST, log_odds))))


@dataclass(frozen=True, slots=True)
class Weights:
    """`bias` by question; `rows` by finding, then question. What is not listed weighs nothing."""

    bias: dict[str, float]
    rows: Mapping[str, Mapping[str, float]]

    @classmethod
    def shipped(cls) -> "Weights":
        """The table that belongs to this version."""
        return cls.from_text((files("bot.detection") / "weights.json").read_text("utf-8"))

    @classmethod
    def from_text(cls, text: str) -> "Weights":
        """A table from its JSON."""
        table = json.loads(text)
        return cls(table["bias"], table["rows"])

    def of(self, clue: Clue, question: str = ALARM) -> float:
        """What one clue adds to a question's log-odds."""
        row = self.rows.get(clue.label.key)
        return row.get(question, 0.0) * clue.strength if row else 0.0

    def sums(self, clues: Iterable[Clue]) -> dict[str, float]:
        """The log-odds of every question."""
        total = dict.fromkeys(QUESTIONS, 0.0) | self.bias
        for clue in clues:
            row = self.rows.get(clue.label.key)
            if row:
                strength = clue.strength
                for question, weight in row.items():
                    total[question] += weight * strength
        return total
