"""All figures of an evaluation together, as the table, the page and JSON take them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.confusion import (
    SituationConfusion,
    TensionConfusion,
    confuse_situations,
    confuse_tensions,
)
from bot.evaluation.counts import Counts
from bot.evaluation.course import Courses, Timing, courses
from bot.evaluation.curve import Curve, Point, Tenth, calibration, calibration_error, curve
from bot.evaluation.judged import Judged, JudgedTurn
from bot.evaluation.recovery import Recovery, recovery
from bot.evaluation.scores import Scores, score


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of an evaluation; `files` are the names of what was read."""

    files: tuple[str, ...]
    conversations: tuple[Judged, ...]
    scores: Scores
    situations: SituationConfusion
    tensions: TensionConfusion
    curve: Curve
    tenths: tuple[Tenth, ...]
    courses: Courses
    recovery: Recovery

    @property
    def turns(self) -> tuple[JudgedTurn, ...]:
        """All customer turns."""
        return tuple(turn for judged in self.conversations for turn in judged.turns)

    def to_json(self) -> dict[str, Any]:
        """score.py's own object, and everything else beside it."""
        return self.scores.to_json() | {
            "conversations": len(self.conversations),
            "customer_turns": len(self.turns),
            "average_precision": self.curve.average_precision,
            "chosen": _point(self.curve.chosen),
            "curve": [_point(point) for point in self.curve.points],
            "calibration_error": calibration_error(self.tenths),
            "calibration": [_tenth(each) for each in self.tenths],
            "situations": {
                name: _counts(each) for name, each in sorted(self.scores.by_situation.items())
            },
            "situation_confusion": self.situations.to_json(),
            "tension_confusion": self.tensions.turns,
            "escalations": _courses(self.courses),
            "recovery": {
                "turns": self.recovery.turns,
                "seen": self.recovery.seen,
                "rash": self.recovery.rash,
            },
        }


def measure(conversations: Sequence[Judged], *, files: Sequence[str], threshold: float) -> Figures:
    """Every figure; `threshold` is the risk from which Aram speaks."""
    turns = [turn for judged in conversations for turn in judged.turns]
    return Figures(
        files=tuple(files),
        conversations=tuple(conversations),
        scores=score(conversations),
        situations=confuse_situations(turns),
        tensions=confuse_tensions(turns),
        curve=curve(turns, threshold),
        tenths=calibration(turns),
        courses=courses(conversations, threshold),
        recovery=recovery(conversations),
    )


def _counts(counts: Counts) -> dict[str, float]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "in_gold": counts.in_gold,
    }


def _point(point: Point) -> dict[str, float]:
    return {
        "threshold": point.threshold,
        "precision": point.counts.precision,
        "recall": point.counts.recall,
        "false_alarms_per_1000_calm_turns": point.counts.false_alarms,
    }


def _tenth(tenth: Tenth) -> dict[str, float]:
    return {
        "low": tenth.low,
        "turns": tenth.turns,
        "mean_risk": tenth.mean_risk,
        "share_of_yes": tenth.share_of_yes,
    }


def _courses(found: Courses) -> dict[str, Any]:
    return {
        "talks": len(found.escalations),
        "forewarned": found.forewarned,
        "early_by_false_alarm": found.lucky,
        "shares": {timing.value: found.share(timing) for timing in Timing},
        "median_lead_turns": found.median_turns,
        "median_early_seconds": found.median_early_seconds,
        "leads": [
            {
                "id": each.talk.conversation.script.id,
                "turns": each.notice.turns if each.notice else None,
                "seconds": each.notice.seconds if each.notice else None,
            }
            for each in found.escalations
        ],
        "prices": [
            {
                "threshold": price.threshold,
                "early": price.early,
                "false_alarms_per_1000_calm_turns": price.alerts.false_alarms,
            }
            for price in found.prices
        ],
    }
