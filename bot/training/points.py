"""From which probability a question is answered with yes: chosen on turns new to the tables."""

import numpy as np

from bot.core.assessment import Situation
from bot.detection.ngrams import Floats
from bot.detection.questions import ABUSIVE, ALARM, HEATED, QUESTIONS, UNEASY

FALSE_ALARMS = 25.0
"""How many of 1,000 calm turns may raise a false alarm: fewer than are allowed, to be safe."""

_ALARMS = np.arange(0.10, 0.91, 0.01)
_HEATS = np.arange(0.30, 0.71, 0.02)
_SHOWN = np.arange(0.15, 0.71, 0.02)
_SMOOTHED = 5


def choose_points(said: Floats, wanted: Floats, counts: Floats) -> dict[str, float]:
    """A point for every question, from probabilities, answers and counts: turns by questions."""
    points = {ALARM: _alarm(*_sure(said, wanted, counts, ALARM))}
    for heat in (UNEASY, HEATED, ABUSIVE):
        points[heat] = _fewest_mistakes(*_sure(said, wanted, counts, heat))
    for situation in Situation:
        points[situation.value] = _best_f1(*_sure(said, wanted, counts, situation))
    return points


def f1(yes: Floats, wanted: Floats) -> float:
    """The harmonic mean of precision and recall."""
    both = float((yes * wanted).sum())
    return 2 * both / max(1.0, float(yes.sum() + wanted.sum()))


def _sure(said: Floats, wanted: Floats, counts: Floats, question: str) -> tuple[Floats, Floats]:
    at = QUESTIONS.index(question)
    sure = counts[:, at] == 1
    return said[sure, at], (wanted[sure, at] > 0.5).astype(np.float32)


def _alarm(said: Floats, wanted: Floats) -> float:
    """The best F1 among the points that keep to FALSE_ALARMS."""
    calm = 1 - wanted
    scores = {
        float(point): f1((said >= point).astype(np.float32), wanted)
        for point in _ALARMS
        if 1000 * float(((said >= point) * calm).sum()) / max(1.0, float(calm.sum()))
        <= FALSE_ALARMS
    }
    best = max(scores, key=lambda point: scores[point], default=0.9)
    return round(best, 3)


def _fewest_mistakes(said: Floats, wanted: Floats) -> float:
    """The point with the fewest mistakes; of equals the one nearest to a half."""
    mistakes = [
        (float(((said >= point) != wanted).mean()), abs(point - 0.5), point) for point in _HEATS
    ]
    return round(float(min(mistakes)[2]), 3)


def _best_f1(said: Floats, wanted: Floats) -> float:
    """The best F1 when neighbouring points are averaged, so that no lucky one is taken."""
    scores = [f1((said >= point).astype(np.float32), wanted) for point in _SHOWN]
    margin = _SMOOTHED // 2
    padded = np.pad(scores, margin, "edge")
    smooth = np.convolve(padded, np.ones(_SMOOTHED) / _SMOOTHED, "valid")
    return round(float(_SHOWN[int(smooth.argmax())]), 3)
