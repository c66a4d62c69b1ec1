"""Does the playbook work: what followed the words of each step, and how sure one can be of it.

A share of calm is told with its interval: Wilson's, corrected for continuity. It never leaves 0 and
1, and holds the true share at least as often as it says also where the numbers are small, which
Wilson's own does not: of 25, a share of 0.9 lies outside it in one sample of six, instead of one of
ten. It is what followed, not what was caused: a step that
is sent to the angriest is followed by calm less often, however good it is. So a step is named only
where its interval lies apart from that of the shop's other steps, with room for all the steps and
all the evenings that are looked at, where the difference is worth telling, and where it also holds
against the other steps of its own playbook. See docs/figures.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import sqrt
from statistics import NormalDist

from bot.core.playbook import StepKind
from bot.core.trouble import StepCounts

CONFIDENCE = 0.90
"""Of the interval that is told."""
FEWEST = 10
"""Sent fewer times than that, a step's share is not told: too few to say."""
FEWEST_TO_NAME = 20
ERROR = 0.02
"""How often, at most, a look at all steps may find one apart that is not."""
LEAST_DIFFERENCE = 0.10
DAYS_LOOKED_AT = 90
AFTER_CALM_OR_BESIDE_IT = frozenset(
    {
        StepKind.FOLLOW_UP,
        StepKind.TAKE_CARE,
        StepKind.HAND_OVER,
        StepKind.PART_WAYS,
        StepKind.SET_BOUNDARY,
        StepKind.VERIFY_REVIEWER,
        StepKind.MOVE_TO_PRIVATE,
    }
)
"""Steps that are not meant to calm a customer down: they are neither named nor compared with."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies, both ends from 0 to 1."""

    low: float
    high: float

    def is_above(self, other: "Interval") -> bool:
        """Whether the two are apart, and this one is the higher."""
        return self.low > other.high


@dataclass(frozen=True, slots=True)
class Used:
    """What became of a step, or of one draft of it by its mark, in some days."""

    playbook: str
    step: str
    counts: StepCounts
    draft: str = ""

    @property
    def share(self) -> float:
        """How often calm followed, of the times that the words were sent; 0 where never."""
        return self.counts.calmed / self.counts.sent if self.counts.sent else 0.0

    @property
    def interval(self) -> Interval | None:
        """Where the share lies; None where there are too few to say."""
        if self.counts.sent < FEWEST:
            return None
        return interval_of(self.counts.calmed, self.counts.sent, CONFIDENCE)

    @property
    def is_to_calm(self) -> bool:
        """Whether the step is meant to calm a customer down."""
        return self.step not in AFTER_CALM_OR_BESIDE_IT


@dataclass(frozen=True, slots=True)
class Finding:
    """A step that is followed by calm more often than the others, or less; shares from 0 to 1."""

    used: Used
    helps: bool
    others: float

    @property
    def key(self) -> str:
        """What it says of which step, for whoever keeps what was told."""
        return f"{'+' if self.helps else '-'}{self.used.playbook}/{self.used.step}"


def interval_of(hits: int, of: int, confidence: float) -> Interval:
    """Wilson's score interval with its correction for continuity, of at least one thing.

    R. Newcombe, Statistics in Medicine 17 (1998), method 4.
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, square = hits / of, z * z
    spread = square - 1 / of + 4 * hits * (1 - share)
    whole = 2 * (of + square)
    low = 0.0
    if hits:
        low = (2 * hits + square - z * sqrt(spread + (4 * share - 2)) - 1) / whole
    high = 1.0
    if hits < of:
        high = (2 * hits + square + z * sqrt(spread - (4 * share - 2)) + 1) / whole
    return Interval(max(0.0, low), min(1.0, high))


def find(steps: Iterable[Used]) -> tuple[Finding, ...]:
    """At most one step that helps and one that does not, in this order; nothing in doubt."""
    meant = [each for each in steps if each.is_to_calm and not each.draft]
    enough = [each for each in meant if each.counts.sent >= FEWEST_TO_NAME]
    found = [each for used in enough if (each := _compare(used, meant, looks=len(enough)))]
    helping = sorted((each for each in found if each.helps), key=_distance)
    hindering = sorted((each for each in found if not each.helps), key=_distance)
    return (*helping[-1:], *hindering[-1:])


def _compare(used: Used, meant: Sequence[Used], *, looks: int) -> Finding | None:
    """Whether a step stands apart from all others, with room for so many looks."""
    others = _together(each for each in meant if each is not used)
    if others.sent < FEWEST_TO_NAME:
        return None
    confidence = 1 - ERROR / looks
    own = interval_of(used.counts.calmed, used.counts.sent, confidence)
    rest = interval_of(others.calmed, others.sent, confidence)
    finding = Finding(used, helps=own.is_above(rest), others=others.calmed / others.sent)
    is_apart = own.is_above(rest) or rest.is_above(own)
    is_worth_telling = abs(used.share - finding.others) >= LEAST_DIFFERENCE
    return finding if is_apart and is_worth_telling and _holds_at_home(finding, meant) else None


def _holds_at_home(finding: Finding, meant: Sequence[Used]) -> bool:
    """Whether the other steps of the same playbook, where there are enough, say the same."""
    used = finding.used
    beside = _together(
        each for each in meant if each is not used and each.playbook == used.playbook
    )
    if beside.sent < FEWEST:
        return True
    difference = used.share - beside.calmed / beside.sent
    return difference > 0 if finding.helps else difference < 0


def _together(steps: Iterable[Used]) -> StepCounts:
    def added(one: StepCounts, other: StepCounts) -> StepCounts:
        return StepCounts(
            one.shown + other.shown,
            one.sent + other.sent,
            one.helped + other.helped,
            one.calmed + other.calmed,
        )

    return reduce(added, (each.counts for each in steps), StepCounts())


def _distance(finding: Finding) -> tuple[float, int]:
    return abs(finding.used.share - finding.others), finding.used.counts.sent
