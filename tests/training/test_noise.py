"""Perturbed turns: other spellings of the same, seeded, never empty, the past now and then gone."""

from random import Random

from bot.detection.scene import Before, Scene
from bot.training.noise import perturbed

LINE = "سلام , سفارشم هنوز نرسیده ! کی میرسه ?"
TYPED = "salam, sefaresham hanuz naresideh! key mirese?"
BEFORE = (Before(0, "سلام"), Before(1, "سلام بفرمایید"))
SCENE = Scene(LINE, BEFORE, gap=60.0, unanswered=1, heard=1)


def many(count: int, *, speaks_for_itself: bool = False) -> list[Scene]:
    random = Random(7)
    return [
        perturbed(SCENE, TYPED, random, speaks_for_itself=speaks_for_itself) for _ in range(count)
    ]


def test_the_same_seed_gives_the_same_turns() -> None:
    assert many(50) == many(50)


def test_some_stay_as_they_are_and_some_do_not() -> None:
    lines = [scene.plain for scene in many(400)]
    assert lines.count(LINE) > 40
    assert lines.count(TYPED) > 40
    assert len(set(lines)) > 60


def test_most_letters_stay() -> None:
    for scene in many(200):
        assert abs(len(scene.plain) - len(LINE)) <= 12
        assert scene.plain.strip()


def test_the_past_is_lost_only_now_and_then() -> None:
    shortened = sum(scene.before != SCENE.before for scene in many(400))
    assert 5 < shortened < 60


def test_a_very_short_turn_survives() -> None:
    random = Random(3)
    lone = Scene("؟")
    heard = {perturbed(lone, "؟", random, speaks_for_itself=True).plain for _ in range(50)}
    assert heard <= {"؟", "", " "}


def test_what_speaks_for_itself_is_now_and_then_the_first_that_is_heard() -> None:
    first = [scene for scene in many(400, speaks_for_itself=True) if scene.gap is None]
    assert 15 < len(first) < 80
    assert all((each.before, each.unanswered, each.heard) == ((), 0, 0) for each in first)


def test_what_needs_its_past_is_never_the_first() -> None:
    assert all(scene.gap == SCENE.gap and scene.heard == 1 for scene in many(400))
