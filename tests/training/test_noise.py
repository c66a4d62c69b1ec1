"""Perturbed turns: other spellings of the same, seeded, never empty, the past now and then gone."""

from random import Random

from bot.detection.scene import Before, Scene
from bot.training.noise import perturbed

LINE = "سلام , سفارشم هنوز نرسیده ! کی میرسه ?"
TYPED = "salam, sefaresham hanuz naresideh! key mirese?"
SCENE = Scene(LINE, (Before(0, "سلام"), Before(1, "سلام بفرمایید")))


def many(count: int) -> list[Scene]:
    random = Random(7)
    return [perturbed(SCENE, TYPED, random) for _ in range(count)]


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
    assert {perturbed(Scene("؟"), "؟", random).plain for _ in range(50)} <= {"؟", "", " "}
