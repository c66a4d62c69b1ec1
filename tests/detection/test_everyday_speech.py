"""Real public sentences that have nothing to do with a shop: at how many Aram is silent.

`aram evaluate tests/detection/files/everyday_speech.jsonl` tells the figures; where the lines are
from and under which licences stands in `bot/training/conversations/README.md`.
"""

from pathlib import Path

import pytest

from bot.app import build_library
from bot.core.coach import Coach
from bot.core.ladder import Ladder
from bot.core.pace import Pace
from bot.detection.questions import ALARM, STEADY
from bot.evaluation.gold import read_gold
from bot.evaluation.judged import judge
from bot.evaluation.scores import Scores, score
from bot.settings import Settings
from bot.training.calm_talk import CONVERSATIONS
from tests.detection.stage import detector, models

FILE = Path(__file__).parent / "files" / "everyday_speech.jsonl"
TAUGHT = CONVERSATIONS / "next" / "round_zq.jsonl"
MOST_FALSE, LEAST_LEFT_ALONE = 30.0, 0.92  # a customer who wants nothing gets no more of them


@pytest.fixture(scope="module")
def figures() -> Scores:
    with FILE.open("rb") as lines:
        spoken = list(read_gold(lines, FILE.name))
    points = models().points
    ladder = Ladder(build_library(Settings(_env_file=None)))
    coach = Coach(detector(), ladder, Pace(points[ALARM], points[STEADY]))
    return score(judge(coach, spoken))


@pytest.mark.xfail(strict=True, reason="371 of 1,000: the next model is taught such speech")
def test_everyday_speech_raises_few_alarms(figures: Scores) -> None:
    assert figures.to_json()["false_alarms_per_1000_calm_turns"] <= MOST_FALSE


@pytest.mark.xfail(strict=True, reason="41 %: the next model is taught such speech")
def test_nearly_all_who_only_talk_are_left_alone(figures: Scores) -> None:
    assert figures.to_json()["calm_conversations_left_alone"] >= LEAST_LEFT_ALONE


def test_none_of_it_is_to_be_taught() -> None:
    with FILE.open("rb") as held_back, TAUGHT.open("rb") as taught:
        said, learnt = (
            {turn.text for each in read_gold(lines, "") for turn in each.script.turns}
            for lines in (held_back, taught)
        )
    assert said
    assert learnt
    assert not said & learnt
