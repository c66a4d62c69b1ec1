"""What a long text comes to: a few of its own sentences, those that carry the trouble."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.assessment import Assessment, Situation
from bot.core.card import shorten

LONG = 300
"""A text of more letters than this is told in a few sentences."""

SENTENCES_SHOWN = 3
SENTENCE_LENGTH = 180
_MOST_SENTENCES = 80
_SHORTEST = 12
_RISK_WEIGHT = 3.0
_SPEAKS_OF_SOMETHING = 0.3
_SPEAKS_BY_ITSELF = 0.15
_WORDING = "wording"
"""A signal of trained models, whose words end anywhere: no evidence for one sentence."""

_ENDS = re.compile(r"(?<=[.!?؟…])\s+|\n+")
_DEMANDS = (
    Situation.REFUND_DEMAND,
    Situation.PUBLIC_THREAT,
    Situation.DISCOUNT_PRESSURE,
    Situation.FREE_EXTRA,
    Situation.SCOPE_CREEP,
    Situation.LEAVING,
)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A sentence, its place, how much it says, and of what."""

    place: int
    text: str
    weight: float
    situations: frozenset[Situation]


def is_long(text: str) -> bool:
    """Whether a text is told in a few sentences rather than quoted."""
    return len(text) > LONG and len(_sentences(text)) > SENTENCES_SHOWN


def point_of(text: str, whole: Assessment, alone: Callable[[str], Assessment]) -> tuple[str, ...]:
    """At most three sentences of a text, in its order, none where it is short.

    The demand comes first to be chosen, then what shows another situation, then what weighs most;
    `whole` is the assessment of the text, `alone` gives that of a sentence by itself. Where nothing
    alarms, its questions and its beginning are the point.
    """
    if not is_long(text):
        return ()
    weighed = [
        _weigh(place, sentence, whole, alone) for place, sentence in enumerate(_sentences(text))
    ]
    chosen = _chosen(weighed, whole.situations)
    ordered = sorted(chosen, key=lambda each: each.place)
    return tuple(shorten(each.text, SENTENCE_LENGTH) for each in ordered)


def _sentences(text: str) -> list[str]:
    """The first sentences and the last: a letter's trouble stands at neither end alone."""
    parts = (part.strip() for part in _ENDS.split(text))
    found = list(dict.fromkeys(part for part in parts if len(part) >= _SHORTEST))
    half = _MOST_SENTENCES // 2
    return found if len(found) <= _MOST_SENTENCES else [*found[:half], *found[-half:]]


def _weigh(
    place: int, sentence: str, whole: Assessment, alone: Callable[[str], Assessment]
) -> _Weighed:
    here = [
        signal
        for signal in whole.fired()
        if signal.weight > 0
        and signal.telling
        and signal.name != _WORDING
        and any(word in sentence for word in signal.words if word)
    ]
    itself = alone(sentence)
    weight = sum(signal.weight for signal in here) + _RISK_WEIGHT * itself.risk
    named = {signal.situation for signal in here if signal.situation is not None}
    if itself.risk >= _SPEAKS_BY_ITSELF:
        named.update(itself.situations)
    return _Weighed(place, sentence, weight, frozenset(named))


def _chosen(weighed: Sequence[_Weighed], situations: Sequence[Situation]) -> list[_Weighed]:
    left = sorted(weighed, key=lambda each: (-each.weight, each.place))
    telling = [each for each in left if each.weight > _SPEAKS_OF_SOMETHING]
    chosen: list[_Weighed] = []
    demands = [situation for situation in _DEMANDS if situation in situations]
    for situation in (*demands[:1], *situations):
        shown = {each for one in chosen for each in one.situations}
        carrying = [each for each in telling if situation in each.situations]
        if situation not in shown and carrying:
            chosen.append(carrying[0])
    asking = [each for each in weighed if each.text.endswith(("?", "؟"))]
    for each in (*telling, *asking, *weighed[:1]):
        if each not in chosen:
            chosen.append(each)
    return chosen[:SENTENCES_SHOWN]
