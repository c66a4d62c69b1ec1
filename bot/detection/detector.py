"""Third on a message's way: (Memory, Turn) → (Memory, Assessment), pure and explained."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from threading import Lock
from weakref import WeakKeyDictionary

from bot.core.assessment import Assessment, Signal, Situation, Tension
from bot.core.conversation import Memory, Turn
from bot.core.lesson import NO_LESSONS, Lessons
from bot.detection.evidence import Clue, Clues
from bot.detection.experience import SILENT, STRENGTH, Experience, School, Voice
from bot.detection.features import ENCODER, LETTERS, answers, feature_of
from bot.detection.lexicon import Label
from bot.detection.models import Models
from bot.detection.names import MANNERS, Finding
from bot.detection.ngrams import Floats
from bot.detection.observer import Look, Observer, conclude, scene_of
from bot.detection.own import OwnSituations, with_own
from bot.detection.questions import ALARM, STEADY
from bot.detection.tables import Table
from bot.detection.verdict import Verdict, is_settled, judge
from bot.detection.wording import Wording

_WORTH_SHOWING = 0.2
_OWN = frozenset({Finding.PHRASE, Finding.OWN_PHRASE, Finding.HINT, Finding.TAKEN_BACK})


class Detector:
    """Assesses customers' turns; one serves all conversations."""

    def __init__(self, observer: Observer, models: Models) -> None:
        """Judge what `observer` sees by what `models` were trained to."""
        self._observer = observer
        self._models = models
        self._own = OwnSituations(observer.library, observer.read, models.topics)
        self._school = School(observer.read, models)
        self._studying = Lock()
        self._experiences: WeakKeyDictionary[Lessons, Experience] = WeakKeyDictionary()

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """The memory after a customer's turn, and what the turn shows; never raises."""
        if turn.edited:
            memory = memory.without(turn.at, turn.who, number=turn.number)
        look, points = self._observer.look(memory, turn), self._models.points
        if turn.media and not turn.text.strip():
            return conclude(look, _of_silent_media(look.clues, points), alarm=points[ALARM])
        voice = self._experience(lessons).voice(look.reading) if lessons else SILENT
        after, assessment = conclude(look, *self._judge(look, voice), alarm=points[ALARM])
        if voice.is_doubt:
            return after, assessment
        return after, with_own(assessment, self._own.find(look.reading))

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """The memory after a seller's turn, which is recorded and never assessed."""
        return self._observer.overhear(memory, turn)

    def _judge(self, look: Look, voice: Voice) -> tuple[Verdict, tuple[Signal, ...]]:
        """The cheap table first; the encoder is asked where that leaves anything open."""
        tables, letters, encoder = self._models.tables, self._models.letters, self._models.encoder
        look.features.update(answers(LETTERS, letters.score(letters.read(look.reading.plain))))
        sums = tables.without.sums(look.features)
        if encoder is None or (voice is SILENT and is_settled(sums, tables.settled, look.clues)):
            shares = cache(partial(letters.word_shares, look.reading.plain))
            return _weighed(look, tables.without, sums, voice, shares)
        sense = encoder.read(scene_of(look))
        look.features.update(answers(ENCODER, sense.log_odds))
        sums = tables.with_encoder.sums(look.features)
        return _weighed(look, tables.with_encoder, sums, voice, lambda: sense.word_shares)

    def _experience(self, lessons: Lessons) -> Experience:
        with self._studying:  # several threads ask at once; lessons are read by one
            known = self._experiences.get(lessons)
            if known is None:
                known = self._school.study(lessons)
                self._experiences[lessons] = known
            return known


def _weighed(
    look: Look,
    table: Table,
    sums: dict[str, float],
    voice: Voice,
    shares: Callable[[], Floats],
) -> tuple[Verdict, tuple[Signal, ...]]:
    """The verdict of a table and a shop's experience, and every signal that led to it."""
    for question, log_odds in voice.added.items():
        sums[question] += log_odds
    verdict = judge(sums, table.points, look.clues, taught=voice.wants_alarm)
    wording = Wording(look.reading, look.features, table, shares)
    return verdict, (
        *_signals(look, table, verdict),
        *wording.signals(verdict.situations),
        *_taught(voice),
    )


def _taught(voice: Voice) -> Iterator[Signal]:
    if voice.calm:
        yield Signal(Finding.TAUGHT_CALM, fired=True, weight=round(-STRENGTH * voice.calm, 2))
    if voice.alarm:
        yield Signal(Finding.TAUGHT_ALARM, fired=True, weight=round(STRENGTH * voice.alarm, 2))


def _signals(look: Look, table: Table, verdict: Verdict) -> Iterator[Signal]:
    for clue in look.clues.values():
        weight = table.share(feature_of(clue.label), clue.strength)
        label = clue.label
        if label.finding in _OWN:
            fired = label.finding is not Finding.HINT or label.situation in verdict.situations
            yield _signal(clue, weight, fired=fired)
        elif abs(weight) >= _WORTH_SHOWING:
            yield _signal(clue, weight, fired=True)
    for clue in look.taken_back.values():
        yield _signal(clue, 0.0, fired=False)


def _signal(clue: Clue, weight: float, *, fired: bool) -> Signal:
    finding, situation = clue.label.finding, clue.label.situation
    telling = finding not in MANNERS
    return Signal(finding, fired, round(weight, 2), clue.words, situation, telling)


def _of_silent_media(clues: Clues, points: Mapping[str, float]) -> Verdict:
    """A picture or sticker says nothing to read; a row of them unanswered is still a nudge."""
    nagged = Label(Finding.AGAIN, Situation.NAGGING) in clues
    if nagged and Label(Finding.BURST) in clues:
        risk = max(points[ALARM], points[STEADY])
        return Verdict(Tension.UNEASY, (Situation.NAGGING,), risk)
    return Verdict(Tension.CALM, (), 0.0)
