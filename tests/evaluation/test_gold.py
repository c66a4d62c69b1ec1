"""Labels as files give them: what is read, and what is told of a wrong one."""

from typing import Any

import pytest

from bot.app import build_locales
from bot.core.assessment import Situation, Tension
from bot.errors import ConversationFileError
from bot.evaluation.gold import Register, Wanted, read_gold
from tests.evaluation.stage import labelled, line, seller


def test_every_customer_turn_has_its_label_and_a_seller_has_none() -> None:
    hot = labelled("مسخره کردین؟", tension=2, situations=["complaint"], alert="yes")
    (read,) = read_gold([line(labelled(), seller(), hot, register="formal")], "talks.jsonl")
    assert read.register is Register.FORMAL
    assert [turn.text for turn in read.script.turns] == ["سلام", "بفرمایید", "مسخره کردین؟"]
    calm, nothing, heated = read.labels
    assert nothing is None
    assert calm is not None
    assert (calm.tension, calm.situations, calm.wanted) == (Tension.CALM, frozenset(), Wanted.NO)
    assert heated is not None
    assert heated.situations == {Situation.COMPLAINT}
    assert (heated.tension, heated.wanted) == (Tension.HEATED, Wanted.YES)
    assert (heated.maybe, heated.tension_range) == (frozenset(), ())


def test_what_may_be_either_way_is_read_where_it_is_given() -> None:
    given = labelled(maybe_situations=["leaving"], tension_range=[0, 1], alert="either")
    (read,) = read_gold([line(given)], "talks.jsonl")
    (label,) = read.labels
    assert label is not None
    assert label.wanted is Wanted.EITHER
    assert label.maybe == {Situation.LEAVING}
    assert label.tension_range == (Tension.CALM, Tension.UNEASY)


@pytest.mark.parametrize(
    ("allowed", "heard", "nearest"),
    [
        ([], 3, 1),  # the label itself
        ([0, 1], 3, 1),  # the nearer of two
        ([0, 3], 3, 3),  # one that was hit
        ([0, 2], 1, 0),  # as near as the other: the one named first
    ],
)
def test_the_nearest_right_tension(allowed: list[int], heard: int, nearest: int) -> None:
    (read,) = read_gold([line(labelled(tension=1, tension_range=allowed))], "talks.jsonl")
    (label,) = read.labels
    assert label is not None
    assert label.nearest_tension(Tension(heard)) is Tension(nearest)


WRONG: list[tuple[dict[str, Any], str]] = [
    (labelled(tension=None), "tension"),
    (labelled(situations=None), "situations"),
    (labelled(alert=None), "alert"),
    # there, and not one of those there are
    (labelled(tension=4), "tension"),
    (labelled(tension="calm"), "tension"),
    (labelled(situations=["anger"]), "situations"),
    (labelled(situations=5), "situations"),
    (labelled(alert="maybe"), "alert"),
    (labelled(alert=True), "alert"),
    (labelled(maybe_situations=["anger"]), "maybe_situations"),
    (labelled(tension_range=2), "tension_range"),
]


@pytest.mark.parametrize(("turn", "label"), WRONG)
def test_a_missing_or_unknown_label_is_told_with_its_place(
    turn: dict[str, Any], label: str
) -> None:
    lines = [line(labelled()), "\n", line(seller(), turn)]
    with pytest.raises(ConversationFileError) as caught:
        list(read_gold(lines, "talks.jsonl"))
    assert caught.value.message_id == "error-label-missing"
    told = {"file": "talks.jsonl", "line": 3, "turn": 1, "label": label}
    assert caught.value.args_for_message == told
    sentence = build_locales().get("en").plain.error_sentence(caught.value)
    assert all(str(each) in sentence for each in told.values())


@pytest.mark.parametrize("register", [None, "poetic"])
def test_a_conversation_needs_its_manner_of_writing(register: str | None) -> None:
    with pytest.raises(ConversationFileError) as caught:
        list(read_gold([line(labelled(), register=register)], "talks.jsonl"))
    assert caught.value.args_for_message["problem"] == "register"


def test_a_broken_conversation_is_told_as_everywhere() -> None:
    with pytest.raises(ConversationFileError) as caught:
        list(read_gold([line(labelled()), "{"], "talks.jsonl"))
    assert caught.value.message_id == "error-conversation-json"
    assert caught.value.args_for_message["line"] == 2


def test_a_file_from_windows_is_read() -> None:
    written = ("\ufeff" + line(labelled())).replace("\n", "\r\n").encode()
    assert len(list(read_gold([written, b"\r\n"], "talks.jsonl"))) == 1
