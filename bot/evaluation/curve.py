"""Alerts at every threshold of risk: what more recall costs, and whether risk can be believed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.evaluation.counts import Counts, count_alarms, ratio, whispered
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import JudgedTurn

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Point:
    """What would come of it if every turn with a risk of `threshold` or more were an alert."""

    threshold: float
    counts: Counts


@dataclass(frozen=True, slots=True)
class Curve:
    """Precision against recall, the highest threshold first.

    `chosen` is where Aram stands, by what it truly whispers: an alarm without a playbook stays
    silent, so the point may lie a little beside the curve.
    """

    points: tuple[Point, ...]
    average_precision: float
    chosen: Point


def curve(turns: Iterable[JudgedTurn], threshold: float) -> Curve:
    """A point for each risk that occurs; turns where both are fine are left out."""
    clear = [turn for turn in turns if turn.label.wanted is not Wanted.EITHER]
    ranked = sorted(clear, key=lambda turn: -turn.assessment.risk)
    yes = sum(turn.label.wanted is Wanted.YES for turn in ranked)
    points, tp = [], 0
    for number, turn in enumerate(ranked, start=1):
        tp += turn.label.wanted is Wanted.YES
        risk = turn.assessment.risk
        if number == len(ranked) or ranked[number].assessment.risk < risk:
            fp = number - tp
            points.append(Point(risk, Counts(tp, fp, yes - tp, len(ranked) - yes - fp)))
    chosen = Point(threshold, count_alarms(ranked, whispered))
    return Curve(tuple(points), _average_precision(points), chosen)


def _average_precision(points: Sequence[Point]) -> float:
    """The mean precision over recall: each step of recall weighs the precision it ends at."""
    total, recall = 0.0, 0.0
    for point in points:
        total += (point.counts.recall - recall) * point.counts.precision
        recall = point.counts.recall
    return total


@dataclass(frozen=True, slots=True)
class Tenth:
    """The turns whose risk lies in one tenth of the scale, from `low` up: 0.0, 0.1, … 0.9."""

    low: float
    turns: int
    mean_risk: float
    share_of_yes: float


def calibration(turns: Iterable[JudgedTurn]) -> tuple[Tenth, ...]:
    """Ten tenths, lowest first: is a whisper wanted as often as the risk says?"""
    tenths: list[list[JudgedTurn]] = [[] for _ in range(TENTHS)]
    for turn in turns:
        if turn.label.wanted is not Wanted.EITHER:
            tenths[min(int(turn.assessment.risk * TENTHS), TENTHS - 1)].append(turn)
    return tuple(_tenth(number / TENTHS, each) for number, each in enumerate(tenths))


def calibration_error(tenths: Iterable[Tenth]) -> float:
    """How far mean risk and share of yes lie apart, weighed by turns; 0.0 is perfect."""
    known = list(tenths)
    apart = sum(each.turns * abs(each.mean_risk - each.share_of_yes) for each in known)
    return ratio(apart, sum(each.turns for each in known))


def _tenth(low: float, turns: Sequence[JudgedTurn]) -> Tenth:
    risk = sum(turn.assessment.risk for turn in turns)
    yes = sum(turn.label.wanted is Wanted.YES for turn in turns)
    return Tenth(low, len(turns), ratio(risk, len(turns)), ratio(yes, len(turns)))
