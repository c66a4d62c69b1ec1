"""What is kept as JSON comes back the same."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.advice import Advice
from bot.core.assessment import Signal
from bot.core.card import Face
from bot.core.conversation import Memory, Past
from bot.core.course import Course, Showing
from bot.core.letters import BriefLetter, CardLetter, NoteLetter, PassOnLetter, RulingLetter
from bot.store.codec import (
    body_from_json,
    body_to_json,
    from_json,
    signals_from_json,
    signals_to_json,
    to_json,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
st.register_type_strategy(float, finite)
KEPT = [Memory, Course, Face, Past, Showing, Advice]
LETTERS = [CardLetter, NoteLetter, BriefLetter, PassOnLetter, RulingLetter]


def written(**fixed: str) -> Callable[[type], st.SearchStrategy[object]]:
    return lambda kind: st.builds(kind, **{name: st.just(value) for name, value in fixed.items()})


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_dataclass_comes_back_the_same(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert from_json(kind, to_json(kind, value)) == value


NAMES = {
    CardLetter: "card",
    NoteLetter: "note",
    BriefLetter: "brief",
    PassOnLetter: "pass_on",
    RulingLetter: "ruling",
}


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_letter_comes_back_the_same_and_of_its_kind(kind: type, data: st.DataObject) -> None:
    body = data.draw(written(type=NAMES[kind])(kind))
    back = body_from_json(body_to_json(body))  # type: ignore[arg-type]
    assert type(back) is kind
    assert back == body


@given(st.lists(st.from_type(Signal), max_size=5))
def test_signals_come_back_the_same(signals: list[Signal]) -> None:
    assert signals_from_json(signals_to_json(tuple(signals))) == tuple(signals)


@given(st.text())
def test_any_words_are_valid_json_that_every_database_takes(words: str) -> None:
    text = body_to_json(NoteLetter(words))
    assert json.loads(text)["message"] == words
    assert "\x00" not in text


OLDER = [
    # a memory kept before a field was added
    (Memory, '{"heard": 3}', Memory(heard=3)),
    (Course, "{}", Course()),
]


@pytest.mark.parametrize(("kind", "text", "expected"), OLDER)
def test_what_an_older_aram_kept_is_read(kind: type, text: str, expected: object) -> None:
    assert from_json(kind, text) == expected
