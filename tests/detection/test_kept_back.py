"""What no training has seen: talk that is none of a shop's business, first messages, hard twins.

`aram evaluate tests/detection/files/everyday_speech.jsonl` tells the figures; where its lines are
from and under which licences stands in `bot/training/conversations/last/README.md`. What is in
`first_messages.jsonl` was composed: 32 hot ones and 254 of what shops are asked every day.
`twins.jsonl` was composed, too: 200 whole conversations that are hard to tell apart.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from bot.app import build_library
from bot.core.coach import Coach
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.detection.questions import ALARM, STEADY
from bot.evaluation.gold import GoldConversation
from bot.evaluation.judged import judge
from bot.evaluation.scores import score
from bot.settings import Settings
from bot.training.examples import CONVERSATIONS, load
from tests.detection.stage import detector, models, reader

FILES = Path(__file__).parent / "files"
EVERYDAY_SPEECH, FIRST_MESSAGES = FILES / "everyday_speech.jsonl", FILES / "first_messages.jsonl"
TWINS = FILES / "twins.jsonl"


@cache
def figures(file: Path) -> dict[str, float]:
    points = models().points
    ladder = Ladder(build_library(Settings(_env_file=None)))
    coach = Coach(detector(), ladder, Pace(points[ALARM], points[STEADY]))
    return score(judge(coach, load([file]))).to_json()


def test_everyday_speech_raises_few_alarms() -> None:
    said = figures(EVERYDAY_SPEECH)
    assert said["false_alarms_per_1000_calm_turns"] <= 30
    assert said["calm_conversations_left_alone"] >= 0.92


def test_what_shops_are_asked_every_day_raises_few_alarms() -> None:
    assert figures(FIRST_MESSAGES)["false_alarms_per_1000_calm_turns"] <= 20


def test_trouble_is_heard_though_nothing_came_before_it() -> None:
    assert figures(FIRST_MESSAGES)["stormy_conversations_caught"] >= 0.85


@pytest.mark.parametrize("file", [EVERYDAY_SPEECH, FIRST_MESSAGES], ids=lambda file: file.stem)
def test_none_of_it_was_taught(file: Path) -> None:
    said = lines_of(load([file]))
    assert said
    assert not said & lines_of(load(CONVERSATIONS.rglob("round_*.jsonl")))


def test_hard_twins_are_told_apart() -> None:
    said = figures(TWINS)
    assert said["alert_f1"] >= 0.81
    assert said["false_alarms_per_1000_calm_turns"] <= 58


def test_none_of_the_twins_was_taught() -> None:
    taught = load(CONVERSATIONS.rglob("round_*.jsonl"))
    known = {frozenset(lines_of([each])) for each in taught}
    assert not [each for each in load([TWINS]) if frozenset(lines_of([each])) in known]


def lines_of(conversations: Iterable[GoldConversation]) -> set[str]:
    return {reader().read(turn.text).plain for each in conversations for turn in each.script.turns}
