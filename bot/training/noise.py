"""A turn as somebody else might have typed it: slips of the finger, lost spaces and marks."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bot.detection.scene import Scene

_ROWS = ("ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو")
_NEIGHBOURS = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}
_MARKS = re.compile(r"[?!.,]+")
_SHORTEST = 5
_AS_TYPED = 0.4
_WITHOUT_MARKS = 0.25
_WITH_SLIPS = 0.3
_WITHOUT_PAST = 0.06
_HEARD_FIRST = 0.1


def perturbed(scene: Scene, typed: str, random: Random, *, speaks_for_itself: bool) -> Scene:
    """The scene with another spelling of the turn, now and then with less of what came before.

    What `speaks_for_itself` is now and then the first that is heard of a customer: in conversations
    that were composed trouble seldom begins there, in a shop that has just let Aram in it may.
    """
    line = typed if random.random() < _AS_TYPED else scene.plain
    if random.random() < _WITHOUT_MARKS:
        line = _MARKS.sub(" ", line) if random.random() < 0.5 else line.replace("?", "")
    if random.random() < _WITH_SLIPS:
        for _ in range(random.choice((1, 1, 2, 3))):
            line = _slip(line, random)
    if speaks_for_itself and random.random() < _HEARD_FIRST:
        return replace(scene, plain=line, before=(), gap=None, unanswered=0, heard=0)
    before = scene.before
    if random.random() < _WITHOUT_PAST:
        before = before[-1:] if random.random() < 0.5 else ()
    return replace(scene, plain=line, before=before)


def _slip(line: str, random: Random) -> str:
    if len(line) < _SHORTEST:
        return line
    at = random.randrange(1, len(line) - 1)
    return random.choice(_SLIPS)(line, at, random)


def _lost(line: str, at: int, _: Random) -> str:
    return line[:at] + line[at + 1 :]


def _swapped(line: str, at: int, _: Random) -> str:
    return line[:at] + line[at + 1] + line[at] + line[at + 2 :]


def _doubled(line: str, at: int, _: Random) -> str:
    return line[:at] + line[at] + line[at:]


def _missed(line: str, at: int, random: Random) -> str:
    near = _NEIGHBOURS.get(line[at])
    return line[:at] + random.choice(near) + line[at + 1 :] if near else line


def _joined(line: str, at: int, _: Random) -> str:
    space = line.find(" ", at)
    return line[:space] + line[space + 1 :] if space > 0 else line


_SLIPS: tuple[Callable[[str, int, Random], str], ...] = (
    _lost,
    _swapped,
    _doubled,
    _missed,
    _joined,
)
