"""How sure the cheap table must be of a no, so that the encoder need not be asked."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.detection.ngrams import Floats
from bot.detection.questions import QUESTIONS
from bot.training.fit import Fitted
from bot.training.points import f1

_SHARES = np.arange(0.5, 0.0, -0.02)
_MAY_COST = 0.001


@dataclass(frozen=True)
class Settled:
    """The limits, and the share of turns below them all."""

    limits: dict[str, float]
    share: float


def choose_limits(cheap: Fitted, whole: Fitted) -> Settled:
    """The highest limits, as one share of every point, that cost next to nothing.

    Below a limit the cheap table's own answers (all no) stand for the whole table's.
    """
    wanted, counts = whole.seen.wanted, whole.seen.counts
    sure = (counts == 1).astype(np.float32)
    points = _row(whole.table.points)
    yes = (whole.new_to_it >= points).astype(np.float32)
    best = [f1(yes[:, at] * sure[:, at], (wanted[:, at] > 0.5) * sure[:, at]) for at in _HELD]
    for share in _SHARES:
        limits = share * _row(cheap.table.points)
        skipped = (cheap.new_to_it < limits).all(axis=1)
        left = yes * ~skipped[:, None]
        now = [f1(left[:, at] * sure[:, at], (wanted[:, at] > 0.5) * sure[:, at]) for at in _HELD]
        cost = max(before - after for before, after in zip(best, now, strict=True))
        if cost <= _MAY_COST:
            kept = {question: round(float(limits[at]), 4) for at, question in enumerate(QUESTIONS)}
            return Settled(kept, float(skipped.mean()))
    return Settled(dict.fromkeys(QUESTIONS, 0.0), 0.0)


_HELD = (0, 1, 2)
"""What must not suffer: the alarm, uneasy and heated."""


def _row(points: Mapping[str, float]) -> Floats:
    return np.array([points[question] for question in QUESTIONS], np.float32)
