"""The figures of the corpus's own score.py, each by the same rule, and what they are made of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.assessment import Situation
from bot.evaluation.counts import Counts, Outcome, count_alarms, counted, ratio, whispered
from bot.evaluation.gold import Register, Wanted
from bot.evaluation.judged import Judged, JudgedTurn


@dataclass(frozen=True, slots=True)
class Storms:
    """Whole conversations: `stormy` ones have a turn that wants a whisper, `calm` ones none.

    Calm ones are `quiet` without any alert; stormy ones are `caught` with one anywhere, `on_time`
    with one at the first such turn or before it. Alerts at `either` turns are not looked at.
    """

    calm: int
    quiet: int
    stormy: int
    caught: int
    on_time: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything score.py says, with the counts behind it."""

    alerts: Counts
    by_register: Mapping[Register, Counts]
    by_situation: Mapping[Situation, Counts]
    storms: Storms
    tension_error: float

    @property
    def micro_f1(self) -> float:
        """F1 over all situations found in all turns."""
        tp, fp, fn = (
            sum(getattr(each, name) for each in self.by_situation.values())
            for name in ("tp", "fp", "fn")
        )
        return Counts(tp, fp, fn).f1

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the situations that are in the labels."""
        known = self.known_situations().values()
        return ratio(sum(each.f1 for each in known), len(known))

    def known_situations(self) -> Mapping[Situation, Counts]:
        """The situations that are in the labels, in the order of the alphabet."""
        return {name: each for name, each in sorted(self.by_situation.items()) if each.in_gold}

    def to_json(self) -> dict[str, Any]:
        """The object that `score.py --json` prints."""
        alerts, storms = self.alerts, self.storms
        turns = {name: getattr(alerts, name) for name in ("tn", "tp", "fp", "fn")}
        return {
            "alert_precision": alerts.precision,
            "alert_recall": alerts.recall,
            "alert_f1": alerts.f1,
            "false_alarms_per_1000_calm_turns": alerts.false_alarms,
            "calm_conversations_left_alone": ratio(storms.quiet, storms.calm),
            "stormy_conversations_caught": ratio(storms.caught, storms.stormy),
            "stormy_conversations_caught_on_time": ratio(storms.on_time, storms.stormy),
            "situations_micro_f1": self.micro_f1,
            "situations_macro_f1": self.macro_f1,
            "tension_mean_error": self.tension_error,
            "alert_f1_by_register": _rounded(self.by_register),
            "situation_f1": _rounded(self.known_situations()),
            "turns": {name: count for name, count in turns.items() if count},
        }


def score(conversations: Sequence[Judged]) -> Scores:
    """All figures over the conversations given."""
    turns = [turn for judged in conversations for turn in judged.turns]
    errors = [
        abs(turn.label.nearest_tension(turn.assessment.tension) - turn.assessment.tension)
        for turn in turns
    ]
    return Scores(
        alerts=count_alarms(turns, whispered),
        by_register=_by_register(conversations),
        by_situation=_by_situation(turns),
        storms=_storms(conversations),
        tension_error=ratio(sum(errors), len(errors)),
    )


def _by_register(conversations: Sequence[Judged]) -> dict[Register, Counts]:
    registers: dict[Register, list[JudgedTurn]] = {}
    for judged in conversations:
        clear = [turn for turn in judged.turns if turn.label.wanted is not Wanted.EITHER]
        if clear:
            registers.setdefault(judged.gold.register, []).extend(clear)
    return {name: count_alarms(turns, whispered) for name, turns in sorted(registers.items())}


def _by_situation(turns: Iterable[JudgedTurn]) -> dict[Situation, Counts]:
    found: dict[Situation, list[Outcome]] = {}
    for turn in turns:
        right, heard = turn.label.situations, frozenset(turn.assessment.situations)
        for name in heard - turn.label.maybe:
            found.setdefault(name, []).append("tp" if name in right else "fp")
        for name in right - heard:
            found.setdefault(name, []).append("fn")
    return {name: counted(found[name]) for name in Situation if name in found}


def _storms(conversations: Iterable[Judged]) -> Storms:
    calm, stormy = Counter[str](), Counter[str]()
    for judged in conversations:
        first_yes = _first(turn for turn in judged.turns if turn.label.wanted is Wanted.YES)
        alerts = (each for each in judged.turns if each.label.wanted is not Wanted.EITHER)
        first_alert = _first(each for each in alerts if each.alert)
        if first_yes is None:
            calm.update(all=1, quiet=first_alert is None)
        else:
            in_time = first_alert is not None and first_alert <= first_yes
            stormy.update(all=1, caught=first_alert is not None, on_time=in_time)
    return Storms(calm["all"], calm["quiet"], stormy["all"], stormy["caught"], stormy["on_time"])


def _first(turns: Iterator[JudgedTurn]) -> int | None:
    return next((turn.number for turn in turns), None)


def _rounded(counts: Mapping[Any, Counts]) -> dict[str, float]:
    return {str(name): round(each.f1, 4) for name, each in counts.items()}
