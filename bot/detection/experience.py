"""What a shop taught, laid beside a new message: like messages are judged alike, at once.

Every correction near the message votes; near ones together outweigh what the models say, far ones
have no voice. Likeness is of letters (n-grams) and of meaning (the encoder's vectors) in halves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.assessment import Situation
from bot.core.lesson import Lesson, Lessons
from bot.core.reading import Reading
from bot.detection.lexicon import Read
from bot.detection.models import Models
from bot.detection.ngrams import Floats, Grams
from bot.detection.questions import ABUSIVE, ALARM, HEATED, UNEASY

NEAR, ALIKE = 0.29, 0.41
STRENGTH, CERTAIN = 6.0, 12.0
_ONE_VOICE, _THE_SAME = 0.5, 0.9


@dataclass(frozen=True)
class Meaning:
    """A message for comparison: its letters, and its vector of length 1 where there is one."""

    grams: Grams
    vector: Floats | None

    def likeness(self, other: "Meaning") -> float:
        """How like two messages are, about 0 to 1."""
        letters = self.grams.likeness(other.grams)
        if self.vector is None or other.vector is None:
            return letters
        return (letters + float(self.vector @ other.vector)) / 2


@dataclass(frozen=True)
class Voice:
    """What the corrections say of a message: log-odds to add to the questions.

    `calm` and `alarm` are how strongly corrections of either kind speak, 0 to 1.
    """

    calm: float
    alarm: float
    added: Mapping[str, float]

    @property
    def wants_alarm(self) -> bool | None:
        """Whether messages like this one are to alarm; None where nothing much like it is known."""
        return None if self.calm == self.alarm else self.alarm > self.calm

    @property
    def is_doubt(self) -> bool:
        """Whether a message much like this one was called no problem."""
        return self.calm >= _ONE_VOICE and self.calm > self.alarm


SILENT = Voice(0.0, 0.0, {})


class School:
    """Reads lessons; what one means is kept while it is among those studied last."""

    def __init__(self, read: Read, models: Models) -> None:
        """Read with `read`, compare with what `models` know."""
        self._read = read
        self._models = models
        self._meanings: dict[str, Meaning] = {}

    def study(self, lessons: Lessons) -> "Experience":
        """A shop's lessons, ready to be asked; with the encoder a new one takes milliseconds."""
        texts = {lesson.text for lesson in lessons.items}
        self._meanings = {
            text: self._meanings.get(text) or self.meaning(self._read(text)) for text in texts
        }
        known = [(lesson, self._meanings[lesson.text]) for lesson in lessons.items]
        return Experience(known, self)

    def meaning(self, reading: Reading) -> Meaning:
        """A message as it is compared, without its place in a conversation."""
        encoder = self._models.encoder
        vector = None if encoder is None else encoder.meaning(reading.plain)
        return Meaning(self._models.letters.read(reading.plain), vector)


class Experience:
    """A shop's lessons as they were when it was last taught."""

    def __init__(self, known: list[tuple[Lesson, Meaning]], school: School) -> None:
        """Keep lessons with their meanings."""
        self._known = known
        self._school = school

    def voice(self, reading: Reading) -> Voice:
        """What the corrections near a message add to its log-odds."""
        mine = self._school.meaning(reading)
        near = [(lesson, nearness(mine.likeness(theirs))) for lesson, theirs in self._known]
        calm = _together(share for lesson, share in near if not lesson.alarm)
        alarm = _together(share for lesson, share in near if lesson.alarm)
        if not calm and not alarm:
            return SILENT
        decided = 1.0 in (calm, alarm)  # this very message was corrected
        shift = (CERTAIN if decided else STRENGTH) * (alarm - calm)
        added = {ALARM: shift}
        if shift < 0:
            added |= {HEATED: shift, ABUSIVE: shift}
        else:
            added[UNEASY] = shift
        about = _situations(near, alarm=shift > 0)
        if shift > 0 and not about:  # nobody said what it was: something was wrong
            about = frozenset({Situation.COMPLAINT})
        for situation in about:
            added[situation] = shift
        return Voice(calm, alarm, added)


def nearness(likeness: float) -> float:
    """How much a correction has to say of a message so like: none below NEAR, all of the same.

    One that is only like never decides alone.
    """
    if likeness >= _THE_SAME:
        return 1.0
    return min(_ONE_VOICE, max(0.0, (likeness - NEAR) / (ALIKE - NEAR)))


def _together(shares: Iterable[float]) -> float:
    """Several that speak for the same: 1 minus the chance that none is right."""
    silent = 1.0
    for share in shares:
        silent *= 1 - share
    return 1 - silent


def _situations(near: Iterable[tuple[Lesson, float]], *, alarm: bool) -> frozenset[Situation]:
    """The situations that the corrections with a voice were about."""
    return frozenset(
        situation
        for lesson, share in near
        if share and lesson.alarm is alarm
        for situation in lesson.situations
    )
