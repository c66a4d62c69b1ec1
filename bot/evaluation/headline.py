"""The figures that come first, each with the aim that it is held against."""

from dataclasses import dataclass
from enum import StrEnum

from bot.evaluation.counts import ratio
from bot.evaluation.course import Timing
from bot.evaluation.figures import Figures


class Unit(StrEnum):
    """How a figure is written: 81%, 0.78, 65."""

    SHARE = "share"
    RATIO = "ratio"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure and its aim: at least that, or at most, where less is better.

    `name` ends the message ids of its words; `full` is where its scale ends.
    """

    name: str
    value: float
    aim: float
    unit: Unit = Unit.SHARE
    less_is_better: bool = False
    full: float = 1.0

    @property
    def is_met(self) -> bool:
        """Whether the figure has come to its aim."""
        return self.value <= self.aim if self.less_is_better else self.value >= self.aim


def headlines(figures: Figures) -> tuple[Headline, ...]:
    """The figures worth a tile: alerts, whole conversations, then what is heard in them."""
    scores, storms = figures.scores, figures.scores.storms
    alerts = scores.alerts
    early = figures.courses.share(Timing.EARLY)
    return (
        Headline("f1", alerts.f1, 0.86, Unit.RATIO),
        Headline("precision", alerts.precision, 0.86),
        Headline("recall", alerts.recall, 0.86),
        Headline("average-precision", figures.curve.average_precision, 0.92, Unit.RATIO),
        Headline(
            "false-alarms", alerts.false_alarms, 30, Unit.COUNT, less_is_better=True, full=150
        ),
        Headline("left-alone", ratio(storms.quiet, storms.calm), 0.88),
        Headline("caught", ratio(storms.caught, storms.stormy), 0.97),
        Headline("on-time", ratio(storms.on_time, storms.stormy), 0.85),
        Headline("early", early, 0.4),
        Headline("situations", scores.micro_f1, 0.68, Unit.RATIO),
        Headline("situations-macro", scores.macro_f1, 0.62, Unit.RATIO),
        Headline("tension", scores.tension_error, 0.22, Unit.RATIO, less_is_better=True),
    )
