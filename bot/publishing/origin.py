"""Which version a text was made from, where nobody was there to see: the one it is most like."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.content.difference import difference
from bot.core.edition import Version

VERSIONS_LOOKED_AT = 12
CLEARLY = 0.3
"""By so much of its words an older version must be nearer, where as many lines differ."""

type _Unlikeness = tuple[int, float]
"""How many lines differ, and which part of their words."""


def likeliest_origin(text: str, versions: Sequence[Version]) -> Version | None:
    """The version that differs least from a text, of several the newest; they come newest first.

    A copy taken out before somebody else's change is most like the version it was taken from, and
    so the change is not undone by it in silence. A version that removed the file counts as empty.
    """
    if not versions:
        return None
    found, least = versions[0], _unlikeness(versions[0], text)
    for version in versions[1:]:
        unlikeness = _unlikeness(version, text)
        if _is_clearly_less(unlikeness, least):
            found, least = version, unlikeness
    return found


def _is_clearly_less(one: _Unlikeness, other: _Unlikeness) -> bool:
    return one[0] < other[0] or (one[0] == other[0] and one[1] <= other[1] - CLEARLY)


def _unlikeness(version: Version, text: str) -> _Unlikeness:
    lines = difference(version.text, text, context=0)
    gone, come = (
        [word for line in lines if line.sign == sign for word in line.text.split()] for sign in "-+"
    )
    alike = SequenceMatcher(a=gone, b=come, autojunk=False).ratio()
    return sum(line.sign in "+-" for line in lines), 1 - alike
