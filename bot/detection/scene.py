"""A turn in its place as the encoder is shown it: the words before, the words now, in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from bot.detection.pieces import BEGIN, END, Pieces

CUSTOMER, SELLER, THIS = 0, 1, 2
TURNS_BEFORE, BEFORE_LENGTH, EACH_LENGTH = 3, 48, 32
WHOLE_LENGTH, HEAD_LENGTH = 160, 110
_LEAST_LENGTH = 8
_LETTERS_READ = 1600
_PREFIX = "query:"


class Before(NamedTuple):
    """A turn before this one: who spoke (CUSTOMER or SELLER) and the folded text."""

    who: int
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the encoder is shown: the plain line of a turn, and its place.

    `before` is oldest first; `gap` is seconds since the turn before, None where this is the first.
    """

    plain: str
    before: tuple[Before, ...] = ()
    gap: float | None = None
    unanswered: int = 0
    heard: int = 0
    is_public: bool = False
    is_letter: bool = False

    def numbers(self) -> list[float]:
        """What is known of the place besides words, each about 0 to 2."""
        return [
            log1p(max(self.gap, 0.0)) / 5 if self.gap is not None else 0.0,
            float(self.gap is not None),
            min(self.unanswered, 5) / 2,
            min(self.heard, 8) / 4,
            float(self.is_public),
            float(self.is_letter),
        ]


@dataclass(frozen=True, slots=True)
class Input:
    """A scene in pieces: their numbers and speakers, and for each piece its word (-1: not ours)."""

    numbers: list[int]
    speakers: list[int]
    words: list[int]


def cut_scene(scene: Scene, pieces: Pieces) -> Input:
    """Begin, the turns before (each with its end), then "query:" and the turn, and an end."""
    numbers, speakers = [BEGIN], [THIS]
    for who, ids in _turns_before(scene.before, pieces):
        numbers += ids
        speakers += [who] * len(ids)
    words = [-1] * len(numbers)
    for place, ids in _this_turn(scene.plain, pieces):
        numbers += ids
        speakers += [THIS] * len(ids)
        words += [place] * len(ids)
    return Input([*numbers, END], [*speakers, THIS], [*words, -1])


def _turns_before(before: Sequence[Before], pieces: Pieces) -> list[tuple[int, list[int]]]:
    """The last few turns, oldest first; the newest get their full length before older ones."""
    taken: list[tuple[int, list[int]]] = []
    left = BEFORE_LENGTH
    for who, text in reversed(before[-TURNS_BEFORE:]):
        if left < _LEAST_LENGTH:
            break
        ids = _flat(pieces.encode(text[:_LETTERS_READ].split()))
        room = min(EACH_LENGTH, left) - 1
        if len(ids) > room:  # the middle is cut out
            ids = ids[: (room + 1) // 2] + ids[len(ids) - room // 2 :]
        taken.append((who, [*ids, END]))
        left -= len(ids) + 1
    return taken[::-1]


def _this_turn(plain: str, pieces: Pieces) -> list[tuple[int, list[int]]]:
    """The turn in (word, its pieces); of a long one the head and the tail."""
    words = plain.split()
    cut = [(place, list(ids)) for place, ids in enumerate(_encoded(words, pieces))]
    prefix = (-1, _flat(pieces.encode([_PREFIX])))
    total = sum(len(ids) for _, ids in cut)
    if total <= WHOLE_LENGTH:
        return [prefix, *cut]
    return [
        prefix,
        *_first(cut, HEAD_LENGTH),
        *_last(cut, WHOLE_LENGTH - HEAD_LENGTH),
    ]


def _encoded(words: list[str], pieces: Pieces) -> list[tuple[int, ...]]:
    """Pieces of every word that can still be shown: of many, only the first and last count."""
    if len(words) <= WHOLE_LENGTH:
        return pieces.encode(words)
    hidden = len(words) - WHOLE_LENGTH
    head, tail = words[:HEAD_LENGTH], words[HEAD_LENGTH + hidden :]
    return [*pieces.encode(head), *([()] * hidden), *pieces.encode(tail)]


def _first(cut: Sequence[tuple[int, list[int]]], room: int) -> list[tuple[int, list[int]]]:
    taken: list[tuple[int, list[int]]] = []
    for place, ids in cut:
        if room <= 0:
            break
        taken.append((place, ids[:room]))
        room -= len(ids)
    return taken


def _last(cut: Sequence[tuple[int, list[int]]], room: int) -> list[tuple[int, list[int]]]:
    taken: list[tuple[int, list[int]]] = []
    for place, ids in reversed(cut):
        if room <= 0:
            break
        taken.append((place, ids[-room:]))
        room -= len(ids)
    return taken[::-1]


def _flat(words: Sequence[Sequence[int]]) -> list[int]:
    return [number for ids in words for number in ids]
