"""Escalation as a course: how early trouble is heard, and what hearing it earlier would cost."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from bot.core.assessment import Tension
from bot.evaluation.counts import Counts, count_alarms, ratio, whispered
from bot.evaluation.gold import Wanted
from bot.evaluation.judged import Judged, JudgedTurn, Talk

PRICED = (0.5, 0.4, 0.3, 0.2, 0.1)


class Timing(StrEnum):
    """When the first alert came, measured by the first heated turn."""

    EARLY = "early"
    AT_TURN = "at_turn"
    LATE = "late"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Notice:
    """The first alert before a talk's first heated turn, at it or after.

    `turns` counts the customer's turns from the alert to the heat, `seconds` the time; both are
    below zero for a late one. `wanted` is the label of the turn where it came: NO says that it was
    early by a false alarm.
    """

    turns: int
    seconds: float
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Escalation:
    """One customer's talk that grows heated at its turn number `at` (counted from 0, their own)."""

    talk: Talk
    at: int
    notice: Notice | None

    @property
    def timing(self) -> Timing:
        """When it was heard."""
        if self.notice is None:
            return Timing.MISSED
        if self.notice.turns > 0:
            return Timing.EARLY
        return Timing.AT_TURN if self.notice.turns == 0 else Timing.LATE


@dataclass(frozen=True, slots=True)
class Price:
    """What an alarm at a lower risk would bring: escalations heard early, against false alarms."""

    threshold: float
    early: float
    alerts: Counts


@dataclass(frozen=True, slots=True)
class Courses:
    """All escalations of a set of conversations, and the price of hearing them earlier."""

    escalations: tuple[Escalation, ...]
    prices: tuple[Price, ...]

    def count(self, timing: Timing) -> int:
        """How many were heard then."""
        return sum(each.timing is timing for each in self.escalations)

    def share(self, timing: Timing) -> float:
        """The share of all escalations heard then."""
        return ratio(self.count(timing), len(self.escalations))

    @property
    def forewarned(self) -> int:
        """How many have a turn before the heat: no more than these can be heard early."""
        return sum(each.at > 0 for each in self.escalations)

    @property
    def lucky(self) -> int:
        """How many were early only by an alert at a turn that wanted none."""
        early = (each for each in self.escalations if each.timing is Timing.EARLY)
        return sum(each.notice is not None and each.notice.wanted is Wanted.NO for each in early)

    @property
    def median_turns(self) -> float | None:
        """The middle lead of those that were heard at all, in customer turns."""
        leads = [notice.turns for notice in self._notices()]
        return median(leads) if leads else None

    @property
    def median_early_seconds(self) -> float | None:
        """The middle lead of those heard early, in seconds."""
        leads = [notice.seconds for notice in self._notices() if notice.turns > 0]
        return median(leads) if leads else None

    def _notices(self) -> list[Notice]:
        return [each.notice for each in self.escalations if each.notice]


def courses(conversations: Sequence[Judged], threshold: float) -> Courses:
    """Follow every customer; the first price is Aram's own, by what it whispers at `threshold`."""
    talks = [talk for judged in conversations for talk in judged.talks()]
    lower = (each for each in PRICED if each < threshold)
    return Courses(
        escalations=tuple(_escalations(talks, whispered)),
        prices=(_price(talks, threshold, whispered), *(_price_at(talks, each) for each in lower)),
    )


def _escalations(
    talks: Iterable[Talk], alarmed: Callable[[JudgedTurn], bool]
) -> Iterable[Escalation]:
    for talk in talks:
        at = _first(talk.turns, lambda turn: turn.label.tension >= Tension.HEATED)
        if at is not None:
            yield Escalation(talk, at, _notice(talk, at, _first(talk.turns, alarmed)))


def _price_at(talks: Sequence[Talk], threshold: float) -> Price:
    return _price(talks, threshold, lambda turn: turn.assessment.risk >= threshold)


def _price(talks: Sequence[Talk], threshold: float, alarmed: Callable[[JudgedTurn], bool]) -> Price:
    found = list(_escalations(talks, alarmed))
    early = sum(each.timing is Timing.EARLY for each in found)
    turns = (turn for talk in talks for turn in talk.turns)
    return Price(threshold, ratio(early, len(found)), count_alarms(turns, alarmed))


def _notice(talk: Talk, at: int, first_alert: int | None) -> Notice | None:
    if first_alert is None:
        return None
    heated, heard = talk.turns[at], talk.turns[first_alert]
    return Notice(at - first_alert, heated.turn.at - heard.turn.at, heard.label.wanted)


def _first(turns: Iterable[JudgedTurn], is_it: Callable[[JudgedTurn], bool]) -> int | None:
    return next((number for number, turn in enumerate(turns) if is_it(turn)), None)
