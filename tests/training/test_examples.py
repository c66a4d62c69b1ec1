"""Labelled conversations as examples: answers, what does not count, history, folds."""

import json
from pathlib import Path

import numpy as np
import pytest

from bot.core.assessment import Situation
from bot.core.lesson import Lesson
from bot.detection.questions import QUESTIONS
from bot.training.examples import (
    Example,
    examples,
    fold_of,
    gold_verdict,
    label_of,
    load,
    taught_by,
)
from tests.detection.stage import observer

TALK = {
    "id": "own-1",
    "channel": "chat",
    "register": "colloquial",
    "shop": "shoes",
    "turns": [
        {"who": "customer", "name": "م", "at": 0, "text": "سلام کفش ۴۲ دارین؟"},
        {"who": "seller", "at": 60, "text": "بله داریم"},
        {"who": "customer", "name": "م", "at": 90, "text": "پاره رسید! salam?"},
    ],
}
CALM = {"tension": 0, "situations": [], "alert": "no"}
TORN = {
    "tension": 1,
    "tension_range": [1, 2],
    "situations": ["complaint"],
    "maybe_situations": ["accusation"],
    "alert": "either",
}


BLAMED = {"tension": 2, "situations": ["accusation"], "alert": "yes"}


def found(folder: Path, label: dict[str, object] = TORN) -> list[Example]:
    talk = json.loads(json.dumps(TALK))
    talk["turns"][0] |= CALM
    talk["turns"][2] |= label
    file = folder / "round_x.jsonl"
    file.write_text(json.dumps(talk, ensure_ascii=False), encoding="utf-8")
    labelled = load([file])
    known = {each.script.id: each for each in labelled}
    return examples(observer(), labelled, lambda of, at, _: gold_verdict(label_of(known[of], at)))


def of(example: Example, question: str) -> tuple[float, float]:
    at = QUESTIONS.index(question)
    return float(example.answers[at]), float(example.counts[at])


def test_every_customer_turn_is_an_example_in_its_place(tmp_path: Path) -> None:
    first, second = found(tmp_path)
    assert [first.turn, second.turn] == [0, 2]
    assert first.scene.gap is None
    assert second.scene.gap == 30.0
    assert [before.text for before in second.scene.before] == ["سلام کفش 42 دارین", "بله داریم"]


def test_a_yes_is_one_and_a_no_is_nothing(tmp_path: Path) -> None:
    first, second = found(tmp_path)
    assert of(first, "alarm") == (0.0, 1.0)
    assert of(second, "complaint") == (1.0, 1.0)


def test_where_two_annotators_could_differ_counts_less_or_not(tmp_path: Path) -> None:
    _, second = found(tmp_path)
    assert of(second, "alarm") == pytest.approx((0.5, 0.4))
    assert of(second, "uneasy") == (1.0, 1.0)
    assert of(second, "heated")[1] == 0.0  # 1 or 2: both right
    assert of(second, "accusation")[1] == 0.0


def test_the_plain_line_turns_finglish_and_the_typed_one_does_not(tmp_path: Path) -> None:
    _, second = found(tmp_path)
    assert second.scene.plain == "پاره رسید ! سلام ?"
    assert second.typed == "پاره رسید! salam?"


def test_blame_in_heat_speaks_for_itself(tmp_path: Path) -> None:
    assert [each.speaks_for_itself for each in found(tmp_path, BLAMED)] == [False, True]
    assert not any(each.speaks_for_itself for each in found(tmp_path))


def test_a_conversation_stays_in_its_fold() -> None:
    folds = [fold_of(f"train5-{number:04d}", 3) for number in range(3000)]
    assert folds == [fold_of(f"train5-{number:04d}", 3) for number in range(3000)]
    assert min(np.bincount(folds)) > 700


def test_neighbours_stay_in_one_fold() -> None:
    assert len({fold_of(f"train5-01{number}", 3) for number in range(10)}) == 1


def test_a_shops_corrections_become_conversations() -> None:
    missed = Lesson("حواله برگشت", alarm=True, situations=frozenset({Situation.ACCUSATION}))
    calm = Lesson("سکته کردم 😂", alarm=False, situations=frozenset({Situation.COMPLAINT}))
    first, second = taught_by([missed, calm])
    assert gold_verdict(label_of(first, 0)).situations == (Situation.ACCUSATION,)
    assert gold_verdict(label_of(first, 0)).risk == 1.0
    assert gold_verdict(label_of(second, 0)).situations == ()
    assert gold_verdict(label_of(second, 0)).risk == 0.0
