"""What a shop taught changes like messages at once, and no others: on score.py's own figures."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app import build_library
from bot.assess import assess
from bot.core.assessment import Tension
from bot.core.coach import Coach, Heard
from bot.core.conversation import Memory, Turn, Who
from bot.core.course import Course
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, Lesson, Lessons
from bot.core.pace import Pace
from bot.corpus import Script, read_scripts
from bot.detection.names import Finding
from bot.detection.questions import ALARM, STEADY
from bot.evaluation.gold import GoldConversation, Label, Register, Wanted
from bot.evaluation.judged import judge
from bot.evaluation.scores import Scores, score
from bot.settings import Settings
from tests.detection.stage import detector, models

FILES = Path(__file__).parent / "files"
OWN = Path(__file__).parents[1] / "conversations.jsonl"


def kinds(file: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FILES / file).read_text("utf-8"))
    return found


CALM_KINDS, MISSED_KINDS = kinds("kinds.yaml"), kinds("kinds_missed.yaml")


class Taught(Coach):
    """A coach in a shop that taught something."""

    def __init__(self, lessons: Lessons) -> None:
        points = models().points
        ladder = Ladder(build_library(Settings(_env_file=None)))
        super().__init__(detector(), ladder, Pace(points[ALARM], points[STEADY]))
        self._lessons = lessons

    def hear(
        self, memory: Memory, course: Course, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> Heard:
        return super().hear(memory, course, turn, lessons or self._lessons)


def first_words(texts: Sequence[str], wanted: Wanted) -> list[GoldConversation]:
    """A conversation of one turn for each text."""
    label = Label(Tension.CALM, frozenset(), wanted)
    turns = [Turn(Who.CUSTOMER, text, 0.0) for text in texts]
    return [
        GoldConversation(
            Script(f"own-{wanted}-{number}", turn.channel, (turn,)), Register.COLLOQUIAL, (label,)
        )
        for number, turn in enumerate(turns)
    ]


def scored(lessons: Lessons, calm: Sequence[str], trouble: Sequence[str]) -> Scores:
    conversations = first_words(calm, Wanted.NO) + first_words(trouble, Wanted.YES)
    return score(judge(Taught(lessons), conversations))


def taught(texts: Sequence[str], *, alarm: bool) -> Lessons:
    return Lessons(tuple(Lesson(text, alarm) for text in texts))


def every(kinds: Sequence[Mapping[str, Any]], name: str) -> list[str]:
    return [text for kind in kinds for text in kind[name]]


def test_ten_corrections_of_a_kind_stop_its_false_alarms_and_lose_no_others() -> None:
    before = [scored(NO_LESSONS, kind["later"], kind["still"]).alerts for kind in CALM_KINDS]
    after = [
        scored(taught(kind["corrections"], alarm=False), kind["later"], kind["still"]).alerts
        for kind in CALM_KINDS
    ]
    false_before, false_after = (sum(each.fp for each in found) for found in (before, after))
    true_before, true_after = (sum(each.tp for each in found) for found in (before, after))
    assert false_before >= 8, "nothing to stop: the kinds raise no false alarms"
    assert false_after <= false_before / 2
    assert true_after >= 0.85 * true_before


def test_other_conversations_are_judged_as_before() -> None:
    with OWN.open("rb") as lines:
        scripts = list(read_scripts(lines, OWN.name))
    told = [_alerts(Taught(NO_LESSONS), script) for script in scripts]
    assert sum(map(len, told)) >= 4
    lost = 0
    for kind in CALM_KINDS:
        shop = Taught(taught(kind["corrections"], alarm=False))
        for before, script in zip(told, scripts, strict=True):
            after = _alerts(shop, script)
            assert set(after) <= set(before), "corrections raise no alarms"
            lost += len(before) - len(after)
    assert lost <= 0.1 * len(CALM_KINDS) * sum(map(len, told))


def _alerts(coach: Coach, script: Script) -> list[int]:
    return [line.turn for line in assess(coach, script) if line.heard.alert]


def test_ten_missed_messages_are_heard_from_then_on() -> None:
    found_before = found_after = 0
    for kind in MISSED_KINDS:
        lessons = taught(kind["corrections"], alarm=True)
        before = scored(NO_LESSONS, kind["calm"], kind["later"]).alerts
        after = scored(lessons, kind["calm"], kind["later"]).alerts
        found_before += before.tp
        found_after += after.tp
        added = after.fp - before.fp
        assert added <= len(kind["calm"]) / 2  # a shop's code names stand in calm talk too
    assert found_before <= 6, "nothing to learn: the kinds are heard already"
    assert found_after >= 0.75 * len(every(MISSED_KINDS, "later"))


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("کلاهبردار عوضی", False),  # an insult said plainly, in a shop where it is a nickname
        ("سلام، حواله شنبه برگشت", True),  # calm words that mean a bounced cheque there
    ],
)
def test_the_very_message_is_decided_by_one_correction(text: str, alarm: bool) -> None:
    assert bool(_alarms(text, NO_LESSONS)) is not alarm
    assert bool(_alarms(text, taught([text], alarm=alarm))) is alarm


def _alarms(text: str, lessons: Lessons) -> int:
    heard = Taught(lessons).hear(Memory(), Course(), Turn(Who.CUSTOMER, text, 0.0))
    return int(heard.alert)


def test_a_lesson_is_named_among_the_signals() -> None:
    text = "سلام، حواله شنبه برگشت"
    lessons = taught([text], alarm=True)
    _, assessment = detector().assess(Memory(), Turn(Who.CUSTOMER, text, 0.0), lessons)
    weights = {signal.name: signal.weight for signal in assessment.signals}
    assert weights[Finding.TAUGHT_ALARM] > 0
