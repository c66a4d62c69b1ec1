"""From weighed clues to a judgement: tension, situations and risk, each by a rule one can read."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.assessment import Situation, Tension
from bot.detection import weights
from bot.detection.evidence import Clues, situations_in
from bot.detection.lexicon import Label
from bot.detection.names import Finding

_ALARM = 0.5
_SURELY = 0.9
_SITUATIONS = tuple(Situation)
_INSULT = Label(Finding.PHRASE, Situation.INSULT)
_FEW_WORDS = Label(Finding.FEW_WORDS)
_HEATED_BEFORE = Label(Finding.HEATED_BEFORE)
_MEANT_OTHERWISE = frozenset(
    {
        Finding.LAUGHTER,
        Finding.IN_FUN,
        Finding.AFFECTION,
        Finding.PRAISE,
        Finding.HARSH_PRAISE,
        Finding.SOMEBODY_ELSE,
        Finding.ABOUT_OTHERS,
        Finding.SPEAKING_OF_SELF,
    }
)
_COMING_DOWN = frozenset({Finding.CALMING_WORDS, Finding.GRATITUDE, Finding.RELIEF})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the sums come to; `situations` surest first."""

    tension: Tension
    situations: tuple[Situation, ...]
    risk: float


def without_taken_back(clues: Clues) -> tuple[Clues, Clues]:
    """The clues that stand, and the phrases and hints that an `unless` took back."""
    taken = situations_in(clues, Finding.TAKEN_BACK)
    if not taken:
        return clues, {}
    back = {
        label: clue
        for label, clue in clues.items()
        if label.situation in taken and label.finding in (Finding.PHRASE, Finding.HINT)
    }
    return {label: clue for label, clue in clues.items() if label not in back}, back


def judge(clues: Clues, sums: Mapping[str, float]) -> Verdict:
    """The verdict on clues already cleared of what was taken back."""
    if _is_plain_insult(clues):
        others = (each for each in _situations(clues, sums) if each is not Situation.INSULT)
        return Verdict(Tension.ABUSIVE, (Situation.INSULT, *others), _SURELY)
    situations = _situations(clues, sums)
    risk = weights.logistic(sums[weights.ALARM])
    tension = max(_tension(sums), _still_heated(clues, risk))
    if tension >= Tension.HEATED:
        # A heated customer is an alarm whatever it is about: the surer of the two speaks.
        heat = max(sums[weights.HEATED], sums[weights.ABUSIVE])
        risk = max(risk, weights.logistic(heat))
    return Verdict(tension, situations, risk)


def _is_plain_insult(clues: Clues) -> bool:
    """An insult in few words, with nothing that gives it another meaning, is one after any talk."""
    if _INSULT not in clues or _FEW_WORDS not in clues:
        return False
    return _MEANT_OTHERWISE.isdisjoint(label.finding for label in clues)


def _situations(clues: Clues, sums: Mapping[str, float]) -> tuple[Situation, ...]:
    """The sums name them, a sure phrase outweighing the bias; one lonely hint is not enough."""
    lonely = _lonely_hint(clues)
    found = [
        situation for situation in _SITUATIONS if sums[situation] > 0 and situation is not lonely
    ]
    return tuple(sorted(found, key=lambda situation: -sums[situation]))


def _lonely_hint(clues: Clues) -> Situation | None:
    """The situation of a single hint with no other clue beside it."""
    hints = [label for label in clues if label.finding is Finding.HINT]
    if len(clues) == 1 and hints and clues[hints[0]].strength <= 1.0:
        return hints[0].situation
    return None


def _still_heated(clues: Clues, risk: float) -> Tension:
    """Who was heated stays heated through words that say little, until calming ones come."""
    if _HEATED_BEFORE not in clues:
        return Tension.CALM
    if not _COMING_DOWN.isdisjoint(label.finding for label in clues):
        return Tension.CALM
    return Tension.HEATED if risk >= _ALARM else Tension.CALM


def _tension(sums: Mapping[str, float]) -> Tension:
    if sums[weights.ABUSIVE] > 0:
        return Tension.ABUSIVE
    if sums[weights.HEATED] > 0:
        return Tension.HEATED
    return Tension.UNEASY if sums[weights.UNEASY] > 0 else Tension.CALM
