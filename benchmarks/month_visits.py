"""How one visit of a made-up month goes, beat by beat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp
from random import Random

from benchmarks.month_words import SITUATIONS, Words
from bot.core.assessment import Situation, Tension
from bot.core.conversation import Who
from bot.core.signs import Sign
from bot.core.trouble import Outcome

_ABOUT = dict(zip(SITUATIONS, (30, 14, 14, 8, 6, 6, 14, 8), strict=True))


class Deed(StrEnum):
    """What somebody does: write, or press one of the card's buttons, or of the manager's brief.

    To ask for leave is to turn to the step that needs it, and to call.
    """

    SAY = "say"
    SEND = "send"
    NEXT = "next"
    WORKED = "worked"
    DISMISS = "dismiss"
    CALL = "call"
    ASK_LEAVE = "ask_leave"
    TAKE = "take"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing done in a visit, and what a good listener would hear in it."""

    at: float
    deed: Deed
    who: Who = Who.SELLER
    text: str = ""
    heat: Tension = Tension.CALM
    about: Situation | None = None
    sign: Sign | None = None


class Course:
    """How one visit goes, beat by beat."""

    def __init__(self, random: Random, patience: float, at: float, rush: float) -> None:
        """Begin at a moment; a seller of more `patience`, or in a rush, answers later."""
        self._random, self._patience, self._at, self._rush = random, patience, at, rush
        self._words = Words(random)
        self._about = drawn(random, _ABOUT)

    def play(self, ends: Outcome | None) -> Iterator[Beat]:
        """The beats in order."""
        yield from self._small_talk(ends)
        if ends is None:
            yield self._said(self._words.ended())
            return
        yield self._hot(self._words.hot(self._about))
        if self._random.random() < 0.35:
            yield self._hot(self._words.hot_again())
        if ends is Outcome.FALSE_ALARM:
            yield self._does(Deed.DISMISS, 30)
            yield self._answered(self._words.told())
            return
        yield self._does(Deed.SEND, 90 * self._patience * self._rush)
        while self._random.random() < 0.45:
            yield self._hot(self._words.hot_again())
            yield self._does(Deed.NEXT, 20)
            yield self._does(Deed.SEND, 60 * self._patience)
        yield from self._last(ends)

    def _small_talk(self, ends: Outcome | None) -> Iterator[Beat]:
        if ends is not None and self._random.random() < 0.5:
            return
        yield self._said(self._words.asked())
        yield self._answered(self._words.told())
        while self._random.random() < 0.6:
            yield self._said(self._words.went_on())
            yield self._answered(self._words.told())

    def _last(self, ends: Outcome) -> Iterator[Beat]:
        match ends:
            case Outcome.CALMED:
                yield self._answered(self._words.soothed())
                yield from self._content()
            case Outcome.REFUNDED:
                if self._random.random() < 0.5:
                    yield self._does(Deed.ASK_LEAVE, 40)
                    yield self._does(Deed.ALLOW, 240)
                yield self._answered(self._words.refunded(), Sign.REFUNDED)
                yield from self._content()
            case Outcome.PARTED:
                yield self._hot(self._words.hot_again())
                yield self._answered(self._words.parted(), Sign.PARTED)
            case Outcome.LEFT:
                yield self._hot(self._words.leaving(), Sign.LEAVING)
            case Outcome.HANDED_OVER:
                yield self._does(Deed.CALL, 40)
                yield self._does(Deed.TAKE, 300)
                yield self._answered(self._words.soothed())
            case Outcome.OPEN | Outcome.FALSE_ALARM:
                yield self._hot(self._words.hot_again())

    def _content(self) -> Iterator[Beat]:
        yield self._said(self._words.calmed(), Sign.ACCEPTED)
        if self._random.random() < 0.25:
            yield self._does(Deed.WORKED, 60)
        else:
            yield self._said(self._words.pleased(), Sign.ACCEPTED)

    def _said(self, text: str, sign: Sign | None = None) -> Beat:
        return Beat(self._after(50), Deed.SAY, Who.CUSTOMER, text, sign=sign)

    def _hot(self, text: str, sign: Sign | None = None) -> Beat:
        abusive = self._about is Situation.INSULT or self._random.random() < 0.06
        heat = Tension.ABUSIVE if abusive else Tension.HEATED
        return Beat(self._after(45), Deed.SAY, Who.CUSTOMER, text, heat, self._about, sign)

    def _answered(self, text: str, sign: Sign | None = None) -> Beat:
        at = self._after(70 * self._patience * self._rush)
        return Beat(at, Deed.SAY, Who.SELLER, text, sign=sign)

    def _does(self, deed: Deed, seconds: float) -> Beat:
        return Beat(self._after(seconds), deed)

    def _after(self, median: float) -> float:
        """A while later: mostly about as long, now and then much longer."""
        self._at += max(2.0, median * exp(self._random.gauss(0.0, 0.9)))
        return float(int(self._at))


def drawn[T](random: Random, weights: Mapping[T, int]) -> T:
    """One of them, by their weights."""
    return random.choices(tuple(weights), tuple(weights.values()))[0]
