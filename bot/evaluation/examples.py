"""Conversations worth looking at: heard early, late, missed, alarmed for nothing, left alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import pairwise

from bot.core.assessment import Tension
from bot.evaluation.figures import Figures
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import Talk


class Kind(StrEnum):
    """What a talk is an example of."""

    EARLY = "early"
    AT_TURN = "at_turn"
    LATE = "late"
    MISSED = "missed"
    FALSE_ALARM = "false_alarm"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class Example:
    """A talk to be shown, and what it shows."""

    kind: Kind
    talk: Talk


_SHOWN = (
    Kind.EARLY,
    Kind.EARLY,
    Kind.AT_TURN,
    Kind.LATE,
    Kind.MISSED,
    Kind.MISSED,
    Kind.FALSE_ALARM,
    Kind.CALM,
)
_SHORTEST, _LONGEST = 3, 12


def choose_examples(figures: Figures) -> tuple[Example, ...]:
    """At most eight talks, the most telling of each kind first; the same for the same figures."""
    waiting: dict[Kind, list[Talk]] = {kind: [] for kind in Kind}
    for kind, talk in _candidates(figures):
        waiting[kind].append(talk)
    for kind, talks in waiting.items():
        talks.sort(key=partial(_worth, kind), reverse=True)
    return tuple(Example(kind, waiting[kind].pop(0)) for kind in _SHOWN if waiting[kind])


def _candidates(figures: Figures) -> Iterable[tuple[Kind, Talk]]:
    for escalation in figures.courses.escalations:
        yield Kind(escalation.timing), escalation.talk
    for judged in figures.conversations:
        for talk in judged.talks():
            kind = _kind_without_heat(talk)
            if kind is not None:
                yield kind, talk


def _kind_without_heat(talk: Talk) -> Kind | None:
    """A false alarm is shown where nothing at all called for one; other alarms are no example."""
    labels = [turn.label for turn in talk.turns]
    if any(each.tension >= Tension.HEATED or each.wanted is Wanted.YES for each in labels):
        return None
    alarmed = {turn.label.wanted for turn in talk.turns if turn.alert}
    if Wanted.NO in alarmed:
        return Kind.FALSE_ALARM
    return None if alarmed else Kind.CALM


def _worth(kind: Kind, talk: Talk) -> tuple[bool, float, int]:
    """A readable length first, then much movement: of tension, or, in calm talks, of risk."""
    turns = talk.turns
    moves = [abs(b.assessment.risk - a.assessment.risk) for a, b in pairwise(turns)]
    if kind is not Kind.CALM:
        moves += [abs(b.label.tension - a.label.tension) for a, b in pairwise(turns)]
    return _SHORTEST <= len(turns) <= _LONGEST, sum(moves), len(turns)
