"""What a message is about, for comparison with a few examples: its letters and its topic.

The encoder's last layers were taught to tell trouble from calm and say little of anything else; its
middle ones still know what is spoken of. Likeness is of both, mostly of the topic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.detection.calm_talk import CalmTalk
from bot.detection.ngrams import Floats, Grams, NGrams

if TYPE_CHECKING:
    from bot.detection.encoder import Encoder

_OF_LETTERS = 0.4
_KEPT = 8192
_CALM_TURNS, _NEIGHBOURS = 192, 4


@dataclass(frozen=True)
class Topic:
    """A message for comparison: its letters; its topic, of length 1, where there is an encoder.

    `common` is how much calm talk is about the same: some messages are like all others.
    """

    grams: Grams
    vector: Floats | None
    common: float = 0.0

    def likeness(self, other: "Topic") -> float:
        """How much two messages are about the same, about 0 to 1."""
        letters = self.grams.likeness(other.grams)
        if self.vector is None or other.vector is None:
            return letters
        return _OF_LETTERS * letters + (1 - _OF_LETTERS) * float(self.vector @ other.vector)


class Topics:
    """Works topics out; those of texts that stay are kept, whatever becomes of the playbooks."""

    def __init__(self, letters: NGrams, encoder: "Encoder | None") -> None:
        """Compare by `letters`, and by `encoder` where there is one."""
        self._letters = letters
        self._encoder = encoder
        self.kept = lru_cache(_KEPT)(self.of)

    def of(self, plain: str) -> Topic:
        """The topic of a plain line."""
        grams = self._letters.read(plain)
        if self._encoder is None:
            return Topic(grams, None)
        middle, calm = self._background
        vector = _unit(self._encoder.topic(plain) - middle)
        nearest = np.sort(calm @ vector)[-_NEIGHBOURS:]
        return Topic(grams, vector, float(nearest.mean()))

    def letters_shared(self, word: str, topic: Topic) -> float:
        """How much of a word's letters a topic has, 0 to 1."""
        return self._letters.read(word).likeness(topic.grams)

    @cached_property
    def _background(self) -> tuple[Floats, Floats]:
        """What all messages have in common, which says nothing; and some calm turns, without it."""
        encoder = self._encoder
        if encoder is None:
            raise ValueError("no encoder, no topics")
        turns = _spread(CalmTalk().turns)
        vectors = np.stack([encoder.topic(" ".join(turn)) for turn in turns])
        middle: Floats = vectors.mean(0)
        return middle, np.stack([_unit(vector - middle) for vector in vectors])


def _unit(vector: Floats) -> Floats:
    return vector / np.float32(max(float(np.linalg.norm(vector)), 1e-6))


def _spread(turns: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    return turns[:: max(1, len(turns) // _CALM_TURNS)][:_CALM_TURNS]
