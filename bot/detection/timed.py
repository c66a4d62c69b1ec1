"""Detection with a stopwatch: tells how long each answer took, in seconds, and changes none."""

import time
from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.assessment import Assessment
from bot.core.coach import Detects
from bot.core.conversation import Memory, Turn
from bot.core.lesson import NO_LESSONS, Lessons
from bot.detection.models import Models

if TYPE_CHECKING:
    from bot.detection.encoder import Sense
    from bot.detection.scene import Scene

type Observe = Callable[[float], None]


class TimedDetector:
    """A detector of which every assessment is timed."""

    def __init__(self, detector: Detects, observe: Observe) -> None:
        """Keep whom to ask and whom to tell."""
        self._detector = detector
        self._observe = observe

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """What the detector says."""
        began = time.perf_counter()
        found = self._detector.assess(memory, turn, lessons)
        self._observe(time.perf_counter() - began)
        return found

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """What the detector says."""
        return self._detector.observe(memory, turn)


def timed(models: Models, observe: Observe) -> Models:
    """The same models with an encoder each of whose readings is timed; nothing is loaded anew."""
    if models.encoder is None:
        return models
    encoder, twin = models.encoder, copy(models.encoder)

    def read(scene: "Scene") -> "Sense":
        began = time.perf_counter()
        sense = encoder.read(scene)
        observe(time.perf_counter() - began)
        return sense

    vars(twin)["read"] = read
    told = replace(models, encoder=twin)
    vars(told)["topics"] = models.topics  # examples stay known
    return told
