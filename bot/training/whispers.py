"""From which risk Aram speaks, and from which it goes on: chosen on what is new to the tables.

The timing of a whisper is a decision apart from the risk: the first one may come at a lower risk,
for it is worth most in time; while a card is open, only what is surer moves it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bot.core.assessment import Assessment
from bot.core.pace import Pace
from bot.detection.observer import is_calm
from bot.detection.questions import ALARM, STEADY
from bot.evaluation.gold import GoldConversation
from bot.evaluation.judged import Judged, JudgedTurn
from bot.evaluation.scores import score
from bot.training.fit import Fitted

MOST_FALSE = 33.0
"""How many of 1,000 calm turns may raise a false alarm, as told by the runs that each was new to.

What ships was taught more than those runs, and raises about two thirds as many.
"""

_FIRST = tuple(round(float(risk), 2) for risk in np.arange(0.36, 0.71, 0.02))
_HIGHER = (0.0, 0.06, 0.12, 0.18)
_ALIKE = 0.002


def choose_pace(fitted: Fitted, labelled: Sequence[GoldConversation]) -> Pace:
    """The pace with the fewest false alarms among the best with no more than MOST_FALSE.

    Best is the sum of alert F1 and storms caught on time; what lies within `_ALIKE` of it is alike.
    """
    found: list[tuple[float, float, Pace]] = []
    for first in _FIRST:
        so_judged = with_pace(fitted, Pace(first, first))
        for higher in _HIGHER:
            pace = Pace(threshold=first, steady=round(first + higher, 2))
            figures = score(judged(so_judged, labelled, pace)).to_json()
            worth = figures["alert_f1"] + figures["stormy_conversations_caught_on_time"]
            found.append((worth, figures["false_alarms_per_1000_calm_turns"], pace))
    kept = [each for each in found if each[1] <= MOST_FALSE]
    if not kept:
        return Pace(threshold=_FIRST[-1], steady=_FIRST[-1])
    best = max(worth for worth, _, _ in kept)
    alike = [each for each in kept if each[0] >= best - _ALIKE]
    return min(alike, key=lambda each: each[1])[2]


def with_pace(fitted: Fitted, pace: Pace) -> Fitted:
    """The same with a pace's points in its table."""
    points = {**fitted.table.points, ALARM: pace.threshold, STEADY: pace.steady}
    return replace(fitted, table=replace(fitted.table, points=points))


def pace_of(fitted: Fitted) -> Pace:
    """The pace in a table's points."""
    points = fitted.table.points
    return Pace(threshold=points[ALARM], steady=points[STEADY])


def judged(fitted: Fitted, labelled: Sequence[GoldConversation], pace: Pace) -> list[Judged]:
    """Every conversation that was new to the tables, with the verdicts and whispers it got."""
    known = {conversation for conversation, _ in fitted.verdicts}
    new = [gold for gold in labelled if gold.script.id in known]
    return [Judged(gold, tuple(_turns(fitted, gold, pace))) for gold in new]


def _turns(fitted: Fitted, gold: GoldConversation, pace: Pace) -> Iterator[JudgedTurn]:
    is_open: dict[str, bool] = {}
    for at, (turn, label) in enumerate(zip(gold.script.turns, gold.labels, strict=True)):
        if label is None:
            continue
        verdict = fitted.verdicts[gold.script.id, at]
        found = Assessment(verdict.tension, verdict.situations, verdict.risk)
        name = (turn.name or "") if gold.script.channel.is_public else ""
        alert = pace.wants(found, is_open=is_open.get(name, False))
        calm = is_calm(verdict, pace.threshold)
        is_open[name] = alert or (is_open.get(name, False) and not calm)
        yield JudgedTurn(at, turn, label, found, alert)
