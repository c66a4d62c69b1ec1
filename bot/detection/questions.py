"""The questions that every model answers about a turn, in one order: alarm, heat, situations."""

from math import exp

from bot.core.assessment import Situation

ALARM, UNEASY, HEATED, ABUSIVE = "alarm", "uneasy", "heated", "abusive"
QUESTIONS = (ALARM, UNEASY, HEATED, ABUSIVE, *(situation.value for situation in Situation))
"""Should the seller be whispered to? Is tension at least 1, 2, 3? Is this situation shown?"""

STEADY = "steady"
"""Not a question but a point: the alarm's while a card is open."""

_STEEPEST = 30.0


def logistic(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-_STEEPEST, min(_STEEPEST, log_odds))))
