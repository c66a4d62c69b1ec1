"""Coming down: is it seen when a customer is calm again after trouble?"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.assessment import Tension
from bot.evaluation.counts import ratio
from bot.evaluation.gold import Label, Wanted
from bot.evaluation.judged import Judged, JudgedTurn, Talk


@dataclass(frozen=True, slots=True)
class Recovery:
    """Turns at which a troubled customer is calm again: how many there are, and how many are seen.

    `rash` counts turns said to be calm that are heated, or want a whisper, in truth.
    """

    turns: int
    seen: int
    rash: int

    @property
    def share(self) -> float:
        """The share of them that was seen."""
        return ratio(self.seen, self.turns)


def recovery(conversations: Iterable[Judged]) -> Recovery:
    """Follow every customer from trouble to the first calm turn after it, each time anew."""
    talks = [talk for judged in conversations for talk in judged.talks()]
    back = [turn for talk in talks for turn in _back_to_calm(talk)]
    calmed = [turn for talk in talks for turn in talk.turns if turn.assessment.calmed]
    return Recovery(
        turns=len(back),
        seen=sum(turn.assessment.calmed for turn in back),
        rash=sum(_is_trouble(turn.label) for turn in calmed),
    )


def _back_to_calm(talk: Talk) -> Iterable[JudgedTurn]:
    troubled = False
    for turn in talk.turns:
        if _is_trouble(turn.label):
            troubled = True
        elif troubled and turn.label.tension is Tension.CALM and turn.label.wanted is Wanted.NO:
            troubled = False
            yield turn


def _is_trouble(label: Label) -> bool:
    return label.tension >= Tension.HEATED or label.wanted is Wanted.YES
