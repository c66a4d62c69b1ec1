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
from bot.detection.lexicon import Label

ALARM, UNEASY, HEATED, ABUSIVE = "alarm", "uneasy", "heated", "abusive"
QUESTIONS = (ALARM, UNEASY, HEATED, ABUSIVE, *(situation.value for situation in Situation))

type Row = tuple[tuple[int, float], ...]

_ALARM_AT = QUESTIONS.index(ALARM)
_STEEPEST = 30.0


def logistic(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-_STEEPEST, min(_STEEPEST, log_odds))))


@dataclass(frozen=True, slots=True)
class Weights:
    """A bias for each of `QUESTIONS`; by label, weights with their question's place among them."""

    bias: tuple[float, ...]
    rows: Mapping[Label, Row]

    @classmethod
    def shipped(cls) -> "Weights":
        """The table that belongs to this version."""
        return cls.from_text((files("bot.detection") / "weights.json").read_text("utf-8"))

    @classmethod
    def from_text(cls, text: str) -> "Weights":
        """A table from its JSON, where what is not listed weighs nothing."""
        table = json.loads(text)
        rows = {Label.of_key(key): _row(listed) for key, listed in table["rows"].items()}
        bias = dict(_row(table["bias"]))
        return cls(tuple(bias.get(place, 0.0) for place in range(len(QUESTIONS))), rows)

    def of(self, clue: Clue) -> float:
        """What one clue adds to the log-odds of the alarm."""
        for place, weight in self.rows.get(clue.label, ()):
            if place == _ALARM_AT:
                return weight * clue.strength
        return 0.0

    def sums(self, clues: Iterable[Clue]) -> dict[str, float]:
        """The log-odds of every question."""
        total = list(self.bias)
        for clue in clues:
            strength = clue.strength
            for place, weight in self.rows.get(clue.label, ()):
                total[place] += weight * strength
        return dict(zip(QUESTIONS, total, strict=True))


def _row(listed: Mapping[str, float]) -> Row:
    """The places of the questions listed, in their order; one that nobody asks is refused."""
    if unknown := listed.keys() - set(QUESTIONS):
        raise ValueError(f"no such questions: {', '.join(sorted(unknown))}")
    return tuple(
        (place, float(listed[question]))
        for place, question in enumerate(QUESTIONS)
        if question in listed
    )
