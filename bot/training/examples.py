"""Labelled conversations as examples: what detection sees of each turn, and the right answers."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.core.assessment import Situation, Tension
from bot.core.conversation import Memory, Turn, Who
from bot.core.lesson import Lesson
from bot.corpus import Script
from bot.detection.ngrams import Floats
from bot.detection.observer import Look, Observer, conclude, scene_of
from bot.detection.questions import HEATED, QUESTIONS
from bot.detection.scene import Scene
from bot.detection.verdict import GRAVE, Verdict
from bot.evaluation.gold import GoldConversation, Label, Register, Wanted, read_gold
from bot.language.letters import LetterFolder
from bot.language.plain import squeeze

CONVERSATIONS = Path(__file__).parent / "conversations"
_HEATS = (1, 2, 3)
_ALARMS = {Wanted.YES: 1.0, Wanted.NO: 0.0, Wanted.EITHER: 0.5}
_ANY_TENSION = tuple(Tension)
_EITHER_WEIGHS = 0.4
_HEATED = QUESTIONS.index(HEATED)
_GRAVE = sorted(QUESTIONS.index(each) for each in GRAVE)


@dataclass(frozen=True)
class Example:
    """One labelled customer turn; `typed` is its line without Finglish turned.

    `answers` has 0, 1 or 0.5 for each of QUESTIONS, `counts` how much each answer counts (0 where
    two good annotators could differ).
    """

    conversation: str
    turn: int
    scene: Scene
    typed: str
    answers: Floats
    counts: Floats

    @property
    def speaks_for_itself(self) -> bool:
        """Whether it is abuse, blame or a threat in heat, whatever came before."""
        return bool(self.answers[_HEATED] == 1 and self.answers[_GRAVE].max() == 1)


def load(files: Iterable[Path]) -> list[GoldConversation]:
    """The labelled conversations of corpus files, in the files' order."""
    found: list[GoldConversation] = []
    for file in files:
        with file.open("rb") as lines:
            found += read_gold(lines, file.name)
    return found


def taught_by(lessons: Iterable[Lesson]) -> Iterator[GoldConversation]:
    """A shop's corrections as conversations of one turn; what nobody said does not count."""
    for number, lesson in enumerate(lessons):
        turn = Turn(Who.CUSTOMER, lesson.text, at=0.0)
        wanted = Wanted.YES if lesson.alarm else Wanted.NO
        situations = lesson.situations if lesson.alarm else frozenset[Situation]()
        unsaid = frozenset(Situation) - situations
        label = Label(Tension.CALM, situations, wanted, unsaid, _ANY_TENSION)
        script = Script(f"lesson-{number}", turn.channel, (turn,))
        yield GoldConversation(script, Register.COLLOQUIAL, (label,))


type Judge = Callable[[str, int, Look], Verdict]


def replay(
    observer: Observer, labelled: GoldConversation, judge: Judge
) -> Iterator[tuple[int, Look]]:
    """Every customer turn as detection looks at it, the turns before judged by `judge`."""
    script = labelled.script
    memories: dict[str, Memory] = {} if script.channel.is_public else {"": Memory()}
    for at, turn in enumerate(script.turns):
        if turn.who is Who.SELLER:
            for name, memory in memories.items():
                memories[name] = observer.overhear(memory, turn)
            continue
        name = (turn.name or "") if script.channel.is_public else ""
        look = observer.look(memories.get(name, Memory()), turn)
        memories[name], _ = conclude(look, judge(script.id, at, look))
        yield at, look


def examples(
    observer: Observer, labelled: Sequence[GoldConversation], judge: Judge
) -> list[Example]:
    """All examples of the conversations, in order."""
    folder = LetterFolder()
    return [
        Example(
            conversation=each.script.id,
            turn=at,
            scene=scene_of(look),
            typed=squeeze(folder.fold(look.turn.text).text),
            answers=_answers(label_of(each, at)),
            counts=_counts(label_of(each, at)),
        )
        for each in labelled
        for at, look in replay(observer, each, judge)
    ]


def fold_of(conversation: str, folds: int) -> int:
    """Which of `folds` parts a conversation belongs to; the same in every run.

    Ten neighbours go together: what was written side by side is alike, and would give itself away.
    """
    return zlib.crc32(f"fold {conversation[:-1]}".encode()) % folds


def gold_verdict(label: Label) -> Verdict:
    """The labels themselves as a verdict: what stands in for history before there is a model."""
    situations = tuple(sorted(label.situations))
    return Verdict(label.tension, situations, float(label.wanted is Wanted.YES))


def label_of(labelled: GoldConversation, at: int) -> Label:
    """The label of the customer turn at a place among all turns."""
    label = labelled.labels[at]
    if label is None:
        raise LookupError(f"turn {at} of {labelled.script.id} is the seller's")
    return label


def _answers(label: Label) -> Floats:
    heats = [float(label.tension >= heat) for heat in _HEATS]
    shown = [float(situation in label.situations) for situation in Situation]
    return np.array([_ALARMS[label.wanted], *heats, *shown], np.float32)


def _counts(label: Label) -> Floats:
    counts = np.ones(len(QUESTIONS), np.float32)
    if label.wanted is Wanted.EITHER:
        counts[0] = _EITHER_WEIGHS
    allowed = label.tension_range or (label.tension,)
    for place, heat in enumerate(_HEATS, start=1):
        if min(allowed) < heat <= max(allowed):
            counts[place] = 0.0
    for situation in label.maybe - label.situations:
        counts[QUESTIONS.index(situation)] = 0.0
    return counts
