"""Right and wrong, counted: what precision, recall and false alarms are made of."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from bot.evaluation.gold import Wanted
from bot.evaluation.judged import JudgedTurn

type Outcome = Literal["tp", "fp", "fn", "tn"]


def ratio(part: float, whole: float) -> float:
    """A share, 0.0 where there is nothing to share."""
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How often something was rightly and wrongly said, and rightly and wrongly not said."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that was right."""
        return ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """The share of what should have been said that was."""
        return ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    @property
    def false_alarms(self) -> float:
        """False alarms in 1,000 calm turns."""
        return 1000 * ratio(self.fp, self.fp + self.tn)

    @property
    def in_gold(self) -> int:
        """How many there were to find."""
        return self.tp + self.fn


def outcome(wanted: Wanted, *, fired: bool) -> Outcome | None:
    """What an alert, or its absence, was; None where both are fine."""
    match wanted:
        case Wanted.EITHER:
            return None
        case Wanted.YES:
            return "tp" if fired else "fn"
        case Wanted.NO:
            return "fp" if fired else "tn"


def counted(outcomes: Iterable[Outcome | None]) -> Counts:
    """Outcomes as counts; None is left out."""
    tally = Counter(each for each in outcomes if each)
    return Counts(tally["tp"], tally["fp"], tally["fn"], tally["tn"])


def count_alarms(turns: Iterable[JudgedTurn], alarmed: Callable[[JudgedTurn], bool]) -> Counts:
    """Alarms against the turns that want one; turns where both are fine are left out."""
    return counted(outcome(turn.label.wanted, fired=alarmed(turn)) for turn in turns)


def whispered(turn: JudgedTurn) -> bool:
    """The alarm as the seller hears it: with a playbook to whisper from."""
    return turn.alert
