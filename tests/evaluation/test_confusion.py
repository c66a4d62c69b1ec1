"""What is taken for what, on tables small enough to count by hand."""

import pytest

from bot.core.assessment import Situation, Tension
from bot.evaluation.confusion import confuse_situations, confuse_tensions
from tests.evaluation.stage import said

COMPLAINT, INSULT, NAGGING = Situation.COMPLAINT, Situation.INSULT, Situation.NAGGING

TURNS = [
    said(situations="complaint", found="complaint"),
    said(situations="complaint", found="nagging"),
    said(situations="complaint insult", found="complaint insult"),
    said(situations="complaint"),
    said(),
    said(found="insult"),
    said(maybe="nagging", found="nagging"),
]


def test_rows_count_turns_and_cells_what_was_heard_in_them() -> None:
    confusion = confuse_situations(TURNS)
    assert confusion.turns == {COMPLAINT: 4, INSULT: 1, None: 3}
    assert confusion.heard[COMPLAINT, COMPLAINT] == 2
    assert confusion.heard[COMPLAINT, NAGGING] == 1
    assert confusion.heard[COMPLAINT, None] == 1
    assert confusion.heard[None, INSULT] == 1
    assert confusion.heard[None, None] == 2  # one of them only because nagging may be


def test_what_is_rightly_heard_beside_another_is_no_mistake() -> None:
    confusion = confuse_situations(TURNS)
    assert confusion.heard[COMPLAINT, INSULT] == 1
    assert confusion.share(COMPLAINT, INSULT) == 0.0
    assert confusion.share(COMPLAINT, COMPLAINT) == 0.5
    assert confusion.share(COMPLAINT, NAGGING) == 0.25
    assert confusion.share(NAGGING, COMPLAINT) == 0.0  # a row that never occurs


def test_the_commonest_mistakes_come_first_and_silence_is_none_of_them() -> None:
    turns = [*TURNS, said(found="insult"), said(situations="insult")]
    assert confuse_situations(turns).commonest(2) == [
        (None, INSULT, 2),
        (COMPLAINT, NAGGING, 1),
    ]


def test_confusion_as_json_names_nothing_too() -> None:
    written = confuse_situations(TURNS).to_json()
    assert written["none"] == {"turns": 3, "heard": {"insult": 1, "none": 2}}
    assert list(written) == ["complaint", "insult", "none"]


def test_tension_by_tension() -> None:
    confusion = confuse_tensions(
        [
            said(tension=0, heard=0),
            said(tension=0, heard=2),
            said(tension=2, heard=1),
            said(tension=0, allowed=(0, 1), heard=1),  # right, and so on the diagonal
            said(tension=0, allowed=(0, 1), heard=3),  # wrong, from the nearest right one
        ]
    )
    assert confusion.turns == ((1, 0, 1, 0), (0, 1, 0, 1), (0, 1, 0, 0), (0, 0, 0, 0))
    assert confusion.share(Tension.CALM, Tension.HEATED) == pytest.approx(0.5)
    assert confusion.share(Tension.ABUSIVE, Tension.ABUSIVE) == 0.0
