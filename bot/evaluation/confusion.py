"""What is taken for what: situations for one another, and levels of tension."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.assessment import Situation, Tension
from bot.evaluation.counts import ratio
from bot.evaluation.judged import JudgedTurn

type Name = Situation | None
"""A situation, or None for no situation at all."""

NAMES: tuple[Name, ...] = (*Situation, None)


@dataclass(frozen=True, slots=True)
class SituationConfusion:
    """For the turns labelled A (`turns`), how often B was heard in them.

    A turn can have several situations, so B may be heard rightly beside A: `heard` counts every
    time, `wrongly` those where B is not in the labels. None stands for "no situation".
    """

    turns: Mapping[Name, int]
    heard: Mapping[tuple[Name, Name], int]
    wrongly: Mapping[tuple[Name, Name], int]

    def share(self, right: Name, heard: Name) -> float:
        """The share of A's turns where B was heard; but for A itself, wrongly."""
        counts = self.heard if right is heard else self.wrongly
        return ratio(counts.get((right, heard), 0), self.turns.get(right, 0))

    def commonest(self, most: int) -> list[tuple[Name, Situation, int]]:
        """The mistakes made most often, (labelled, heard, times); silence is not one of them."""
        mistakes = [
            (right, heard, times)
            for (right, heard), times in self.wrongly.items()
            if heard is not None
        ]
        return sorted(mistakes, key=lambda each: (-each[2], str(each[0]), str(each[1])))[:most]

    def to_json(self) -> dict[str, Any]:
        """`turns` and `heard` by name; "none" for no situation."""
        return {_name(right): self._row(right) for right in NAMES if right in self.turns}

    def _row(self, right: Name) -> dict[str, Any]:
        heard = {_name(each): self.heard.get((right, each), 0) for each in NAMES}
        return {
            "turns": self.turns[right],
            "heard": {name: times for name, times in heard.items() if times},
        }


def confuse_situations(turns: Iterable[JudgedTurn]) -> SituationConfusion:
    """Count over all turns; situations that are neither right nor wrong are passed over."""
    seen, heard, wrongly = Counter[Name](), Counter[tuple[Name, Name]](), Counter[Any]()
    for turn in turns:
        right = _or_none(turn.label.situations)
        unsure = turn.label.maybe - turn.label.situations
        found = _or_none(frozenset(turn.assessment.situations) - unsure)
        pairs = [(each, other) for each in right for other in found]
        seen.update(right)
        heard.update(pairs)
        wrongly.update(pair for pair in pairs if pair[1] not in right)
    return SituationConfusion(seen, heard, wrongly)


@dataclass(frozen=True, slots=True)
class TensionConfusion:
    """Turns by their right tension (rows) and the one heard (columns), calm to abusive.

    Where several tensions are right, the row is the one nearest to what was heard.
    """

    turns: tuple[tuple[int, ...], ...]

    def share(self, right: Tension, heard: Tension) -> float:
        """The share of the turns of a right tension in which that one was heard."""
        return ratio(self.turns[right][heard], sum(self.turns[right]))


def confuse_tensions(turns: Iterable[JudgedTurn]) -> TensionConfusion:
    """Count over all turns."""
    counts = Counter(
        (turn.label.nearest_tension(turn.assessment.tension), turn.assessment.tension)
        for turn in turns
    )
    rows = (tuple(counts[right, heard] for heard in Tension) for right in Tension)
    return TensionConfusion(tuple(rows))


def _or_none(situations: frozenset[Situation]) -> frozenset[Name]:
    return situations or frozenset({None})


def _name(name: Name) -> str:
    return name or "none"
