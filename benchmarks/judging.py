"""Aram's judgement of every message of the talks: read, detect, pace, ladder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import fmean, median

from benchmarks.alone import Alone, Read
from benchmarks.talks import EVERYDAY, TROUBLED, turns_of
from bot.app import build_library
from bot.core.coach import Coach
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.detection.detector import Detector
from bot.detection.encoder import Encoder, Sense
from bot.detection.models import FOLDER, Models
from bot.detection.observer import Observer
from bot.detection.questions import ALARM, STEADY
from bot.detection.scene import Scene, cut_scene
from bot.language.reader import Reader
from bot.settings import Settings

CALM_SETTLED, CALM_ASKED = "calm, settled", "calm, encoder asked"
TROUBLED_SETTLED, TROUBLED_ASKED = "troubled, settled", "troubled, encoder asked"
ALWAYS = "encoder always asked"
LENGTHS = (16, 32, 64, 96)
EACH_LENGTH = 5
_SHORT = "و"


class Overheard(Encoder):
    """Aram's encoder, which remembers what it was shown."""

    def __init__(self, folder: Path) -> None:
        """Open it as Aram does."""
        super().__init__(folder)
        self.shown: list[Scene] = []

    def read(self, scene: Scene) -> Sense:
        """What the encoder says."""
        self.shown.append(scene)
        return super().read(scene)

    def tokens(self, scene: Scene) -> int:
        """How long the encoder's input is."""
        return len(cut_scene(scene, self._pieces).numbers)


@dataclass(frozen=True, slots=True)
class Moment:
    """A customer's turn with all that came before it, and whether the encoder was asked."""

    memory: Memory
    course: Course
    turn: Turn
    was_asked: bool

    def heard_by(self, coach: Coach) -> Read:
        """The turn, ready to be judged."""
        return partial(coach.hear, self.memory, self.course, self.turn)


def encoder_alone(tokens: int) -> str:
    """The kind of message that nothing but the encoder reads."""
    return f"encoder alone, {tokens} tokens"


def load() -> Alone:
    """The talks' messages by kind: which of them are settled is found out by judging them once."""
    encoder = Overheard(FOLDER)
    models = replace(Models.load(encoder=False), encoder=encoder)
    coach, always = _coach(models), _coach(_never_settled(models))
    calm = list(_lived(coach, encoder, EVERYDAY))
    troubled = list(_lived(coach, encoder, TROUBLED))
    encoder.shown.clear()
    reads = {
        CALM_SETTLED: [each.heard_by(coach) for each in calm if not each.was_asked],
        CALM_ASKED: [each.heard_by(coach) for each in calm if each.was_asked],
        TROUBLED_SETTLED: [each.heard_by(coach) for each in troubled if not each.was_asked],
        TROUBLED_ASKED: [each.heard_by(coach) for each in troubled if each.was_asked],
        ALWAYS: [each.heard_by(always) for each in calm + troubled],
    }
    for read in reads[ALWAYS]:
        read()
    remark = _remark(calm, troubled, [encoder.tokens(scene) for scene in encoder.shown])
    for tokens in LENGTHS:
        scene = _scene_of(tokens, encoder)
        reads[encoder_alone(tokens)] = [partial(encoder.read, scene)] * EACH_LENGTH
    return Alone(reads, remark)


def _coach(models: Models) -> Coach:
    library = build_library(Settings(_env_file=None))
    observer = Observer(library, Reader().read, models.tables.phrases)
    return Coach(
        Detector(observer, models),
        Ladder(library),
        Pace(models.points[ALARM], models.points[STEADY]),
    )


def _never_settled(models: Models) -> Models:
    """The same, but no message is so easy that the encoder is not asked."""
    return replace(models, tables=replace(models.tables, settled={ALARM: 0.0}))


def _lived(coach: Coach, encoder: Overheard, talks: Iterable[str]) -> Iterator[Moment]:
    for talk in talks:
        memory, course = Memory(), Course()
        for turn in turns_of(talk):
            if turn.who is Who.SELLER:
                memory, course = coach.overhear(memory, course, turn)
                continue
            shown = len(encoder.shown)
            heard = coach.hear(memory, course, turn)
            yield Moment(memory, course, turn, was_asked=len(encoder.shown) > shown)
            memory, course = heard.memory, heard.course


def _scene_of(tokens: int, encoder: Overheard) -> Scene:
    """A scene of exactly so many tokens, with the talks' own words."""
    words: list[str] = []
    for word in cycle(word for scene in encoder.shown for word in scene.plain.split()):
        if encoder.tokens(Scene(" ".join([*words, word]))) > tokens:
            break
        words.append(word)
    while encoder.tokens(Scene(" ".join(words))) < tokens:
        words.append(_SHORT)
    return Scene(" ".join(words))


def _remark(calm: list[Moment], troubled: list[Moment], tokens: list[int]) -> str:
    length = fmean(len(each.turn.text) for each in calm + troubled)
    return (
        f"{len(calm)} calm and {len(troubled)} troubled messages, {length:.0f} characters on "
        f"average; with the turns before, the encoder is shown {median(tokens):.0f} tokens "
        f"(median; {min(tokens)} to {max(tokens)})"
    )
