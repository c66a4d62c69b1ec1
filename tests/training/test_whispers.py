"""The pace is chosen on what was kept from the tables: speak early, but seldom without need."""

import json
from collections.abc import Iterable, Sequence

import numpy as np

from bot.core.pace import Pace
from bot.detection.questions import ALARM, QUESTIONS
from bot.detection.tables import Table
from bot.evaluation.gold import GoldConversation, read_gold
from bot.evaluation.scores import Scores, score
from bot.training.fit import Fitted, Seen
from bot.training.whispers import MOST_FALSE, choose_pace, judged, pace_of, with_pace

POINTS = dict.fromkeys(QUESTIONS, 0.5)


def conversation(number: int, *wanted: str) -> GoldConversation:
    """Customer turns, calm or heated, in one talk."""
    turns = [
        {
            "who": "customer",
            "name": "مریم",
            "at": 60 * at,
            "text": f"{number}-{at}",
            "tension": 2 if each == "yes" else 0,
            "situations": ["complaint"] if each == "yes" else [],
            "alert": each,
        }
        for at, each in enumerate(wanted)
    ]
    written = {"id": f"c-{number}", "channel": "chat", "register": "colloquial", "turns": turns}
    (found,) = read_gold([json.dumps(written)], "here")
    return found


def fitted(labelled: Sequence[GoldConversation], risks: Iterable[float]) -> Fitted:
    """Tables that gave every turn its risk of an alarm, and nothing else."""
    keys = [(gold.script.id, at) for gold in labelled for at in range(len(gold.labels))]
    sums = np.full((len(keys), len(QUESTIONS)), -4.0, np.float32)
    risk = np.array(list(risks), np.float32)
    sums[:, QUESTIONS.index(ALARM)] = np.log(risk / (1 - risk))
    nothing = np.zeros((0, len(QUESTIONS)), np.float32)
    table = Table(np.zeros(len(QUESTIONS), np.float32), {}, nothing, POINTS)
    seen = Seen(keys, [{} for _ in keys], nothing, nothing, np.zeros(len(keys), np.int64))
    return Fitted(table, sums, [{} for _ in keys], seen)


def figures(labelled: Sequence[GoldConversation], of: Fitted, pace: Pace) -> Scores:
    return score(judged(with_pace(of, pace), labelled, pace))


def test_it_speaks_as_soon_as_calm_talk_lets_it() -> None:
    labelled = [conversation(at, "no") for at in range(80)]
    labelled += [conversation(at, "yes") for at in range(80, 100)]
    told = fitted(labelled, [*[0.45] * 80, *[0.55] * 20])
    pace = choose_pace(told, labelled)
    assert 0.45 < pace.threshold <= 0.55
    assert figures(labelled, told, pace).to_json()["alert_f1"] == 1.0


def test_it_rather_misses_some_than_speaks_without_need_too_often() -> None:
    labelled = [conversation(at, "no") for at in range(80)]
    labelled += [conversation(at, "yes") for at in range(80, 100)]
    told = fitted(labelled, [*[0.3] * 72, *[0.5] * 8, *[0.45] * 10, *[0.65] * 10])
    said = figures(labelled, told, choose_pace(told, labelled)).to_json()
    assert said["false_alarms_per_1000_calm_turns"] <= MOST_FALSE
    assert said["alert_recall"] == 0.5


def test_while_a_card_is_open_only_what_is_surer_moves_it() -> None:
    labelled = [conversation(at, "yes", "no") for at in range(30)]
    told = fitted(labelled, [0.4, 0.5] * 30)
    pace = choose_pace(told, labelled)
    assert pace.threshold <= 0.4
    assert pace.steady > 0.5


def test_the_points_of_a_pace_are_the_tables() -> None:
    told = fitted([conversation(1, "no")], [0.4])
    assert pace_of(with_pace(told, Pace(0.4, 0.6))) == Pace(0.4, 0.6)
