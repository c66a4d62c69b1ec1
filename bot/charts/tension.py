"""The tension of a conversation or of a span as one small line."""

from itertools import groupby

from bot.charts.frame import TINY, draw_empty, draw_title, name_room
from bot.charts.pen import Anchor, Pen
from bot.charts.spec import Tension

_HEIGHT, _MOST = 64.0, 3.0
_LABELS = 0.3
_MOST_POINTS = 48


def draw_tension(pen: Pen, panel: Tension) -> float:
    """Draws the panel; how tall it is."""
    points = _thinned(panel.points)
    known = [number for number, point in enumerate(points) if point is not None]
    if not known:
        return draw_empty(pen, panel.title, panel.empty)
    palette = pen.palette
    top = draw_title(pen, panel.title) + 6
    bottom = top + _HEIGHT
    gutter = min(name_room([panel.tense_label, panel.calm_label]), pen.width * _LABELS)
    for height, words in ((top, panel.tense_label), (bottom, panel.calm_label)):
        pen.line(((gutter, height), (pen.width, height)), palette.line)
        pen.text(words, 0, height + 3.5, TINY, palette.soft, room=gutter - 6)
    places = _places(pen, points, gutter, top)
    for is_known, run in groupby(places, key=lambda place: place is not None):
        if is_known:
            _draw_run(pen, [place for place in run if place is not None], bottom)
    last = places[known[-1]]
    if last is not None:
        pen.dot(*last, 5.5, palette.surface)
        pen.dot(*last, 4, palette.tense)
    room = (pen.width - gutter) / 2 - 6
    pen.text(panel.first_label, gutter, bottom + 15, TINY, palette.soft, room=room)
    pen.text(
        panel.last_label, pen.width, bottom + 15, TINY, palette.soft, anchor=Anchor.END, room=room
    )
    return bottom + 20


def _thinned(points: tuple[float | None, ...]) -> tuple[float | None, ...]:
    """So many points as can be told apart: the mean of neighbours."""
    each = -(-len(points) // _MOST_POINTS) or 1
    groups = (points[first : first + each] for first in range(0, len(points), each))
    known = ([point for point in group if point is not None] for group in groups)
    return tuple(sum(group) / len(group) if group else None for group in known)


def _places(
    pen: Pen, points: tuple[float | None, ...], gutter: float, top: float
) -> list[tuple[float, float] | None]:
    """Where each point lies; a point alone in the middle."""
    begin, end = gutter + 4, pen.width - 6
    if len(points) == 1:
        begin = end = (begin + end) / 2
    step = (end - begin) / max(1, len(points) - 1)
    return [
        None
        if point is None
        else (begin + step * number, top + _HEIGHT * (1 - min(max(point, 0.0), _MOST) / _MOST))
        for number, point in enumerate(points)
    ]


def _draw_run(pen: Pen, run: list[tuple[float, float]], bottom: float) -> None:
    if len(run) == 1:
        pen.dot(*run[0], 2.5, pen.palette.tense)
        return
    under = [*run, (run[-1][0], bottom), (run[0][0], bottom)]
    pen.shape(under, pen.palette.tense, opacity=0.16)
    pen.line(run, pen.palette.tense, 2)
