"""Two coaches that share a recalling encoder ask it once, and hear what they would have heard."""

from dataclasses import replace

import numpy as np
import pytest

from bot.core.conversation import Memory, Turn, Who
from bot.detection.detector import Detector
from bot.detection.encoder import Encoder, Sense
from bot.detection.models import Models
from bot.detection.observer import Observer
from bot.detection.recall import RECALLED, recalling
from bot.detection.scene import CUSTOMER, Before, Scene
from tests.detection.stage import library, models, reader

SCENE = Scene("سلام پس چی شد سفارش من", (Before(CUSTOMER, "سلام"),), gap=60.0, heard=1)


class Counting(Encoder):
    """Notes every scene it really reads."""

    def __init__(self, encoder: Encoder) -> None:
        vars(self).update(vars(encoder))
        self.scenes: list[Scene] = []

    def read(self, scene: Scene) -> Sense:
        self.scenes.append(scene)
        return super().read(scene)


@pytest.fixture
def counting() -> Counting:
    encoder = models().encoder
    assert encoder is not None
    return Counting(encoder)


def recalled(encoder: Encoder, most: int = RECALLED) -> Encoder:
    shared = recalling(replace(models(), encoder=encoder), most).encoder
    assert shared is not None
    return shared


def test_the_same_scene_is_read_once(counting: Counting) -> None:
    encoder = recalled(counting)
    first, again = encoder.read(SCENE), encoder.read(replace(SCENE))
    assert again is first
    assert counting.scenes == [SCENE]


def test_another_place_of_the_same_words_is_read_anew(counting: Counting) -> None:
    encoder = recalled(counting)
    later = replace(SCENE, gap=3600.0)
    first, second = encoder.read(SCENE), encoder.read(later)
    assert counting.scenes == [SCENE, later]
    assert not np.array_equal(first.log_odds, second.log_odds)


def test_what_was_asked_long_ago_is_forgotten(counting: Counting) -> None:
    encoder = recalled(counting, most=1)
    for words in ("کو؟", "سلام", "کو؟"):
        encoder.read(Scene(words))
    assert [scene.plain for scene in counting.scenes] == ["کو؟", "سلام", "کو؟"]


def test_meanings_are_recalled_too(counting: Counting) -> None:
    encoder = recalled(counting)
    first, again = encoder.meaning("سلام"), encoder.meaning("سلام")
    assert np.array_equal(first, again)
    assert len(counting.scenes) == 1


def test_two_detectors_hear_what_one_alone_hears(counting: Counting) -> None:
    observer = Observer(library(), reader().read, models().tables.phrases)
    shared = recalling(replace(models(), encoder=counting))
    turn = Turn(Who.CUSTOMER, "سه هفته شد، پس سفارش من چی شد؟ دیگه خسته شدم", 0.0)
    alone = Detector(observer, models()).assess(Memory(), turn)
    both = [Detector(observer, shared).assess(Memory(), turn) for _ in range(2)]
    assert both == [alone, alone]
    assert len(counting.scenes) == 1


def test_models_without_an_encoder_stay_as_they_are() -> None:
    without: Models = replace(models(), encoder=None)
    assert recalling(without) is without
