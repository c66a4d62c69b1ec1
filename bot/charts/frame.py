"""What panels share: a title, a legend, an axis of parts, a scale, a word where all is empty."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import ceil

from bot.charts.lettering import clean, width_of
from bot.charts.parts import is_weekend, labels_of
from bot.charts.pen import Anchor, Pen
from bot.core.days import Span

TITLE, SMALL, TINY = 13.0, 11.0, 10.0
PLOT = 94.0
_AXIS = 28.0


def draw_title(pen: Pen, title: str) -> float:
    """The panel's title; where the next thing may begin."""
    pen.text(title, 0, 13, TITLE, pen.palette.ink, bold=True)
    return 24.0


def draw_empty(pen: Pen, title: str, words: str) -> float:
    """A panel in which nothing was counted: says so, and takes little room."""
    top = draw_title(pen, title)
    pen.frame(0.5, top + 2, pen.width - 1, 38, pen.palette.line)
    middle, room = pen.width / 2, pen.width - 20
    pen.text(words, middle, top + 25, 11.5, pen.palette.soft, anchor=Anchor.MIDDLE, room=room)
    return top + 42


def draw_legend(pen: Pen, top: float, entries: Iterable[tuple[str, str]]) -> float:
    """Colours and what they mean, in as many lines as they need; where the next may begin."""
    at = 0.0
    for fill, words in entries:
        wide = min(width_of(clean(words), SMALL, False), pen.width - 14)
        if at and at + 14 + wide > pen.width:
            at, top = 0.0, top + 18
        pen.rect(at, top + 2, 9, 9, fill, radius=2.5)
        pen.text(words, at + 14, top + 10.5, SMALL, pen.palette.soft, room=wide + 0.01)
        at += 14 + wide + 14
    return top + 22


def nice_step(most: float, lines: int = 3) -> int:
    """A round step in whole numbers, of which about `lines` reach the most there is."""
    step, sizes = 1, (1, 2, 5)
    turn = 0
    while step * lines < most:
        turn += 1
        step = sizes[turn % 3] * 10 ** (turn // 3)
    return step


def name_room(names: list[str]) -> float:
    """How much room the names of the grid's lines take where reading starts."""
    return max(width_of(clean(name), TINY, False) for name in names) + 8


def draw_grid(pen: Pen, top: float, most: float, step: float, names: list[str]) -> None:
    """Lines across the plot, named where reading starts."""
    room, soft = name_room(names), pen.palette.soft
    for number, name in enumerate(names):
        height = top + PLOT - PLOT * number * step / most
        pen.line(((room, height), (pen.width, height)), pen.palette.line)
        pen.text(name, room - 6, height + 3.5, TINY, soft, anchor=Anchor.END, room=room)


def top_of(most: float, step: float) -> float:
    """The end of a scale: the first line at or above the most there is."""
    return max(1, ceil(most / step)) * step


def draw_axis(pen: Pen, at: float, top: float, span: Span, parts: tuple[Span, ...]) -> float:
    """Days below a plot that begins at `at`; Fridays shaded. Where the next thing may begin."""
    slot = (pen.width - at) / len(parts)
    labels = labels_of(span, parts, pen.language)
    if any(width_of(clean(label.name), TINY, False) + 3 > slot for label in labels):
        labels = tuple(replace(label, name=label.brief) for label in labels)
    widest = max(width_of(clean(label.name), TINY, False) for label in labels)
    every = next(step for step in (1, 2, 3, 5, 7, 10, 20, 400) if step * slot >= widest + 3)
    taken = -1.0
    for number, (part, label) in enumerate(zip(parts, labels, strict=True)):
        middle = at + slot * (number + 0.5)
        ink = pen.palette.bad if is_weekend(part) else pen.palette.soft
        if (len(parts) - 1 - number) % every == 0:  # the newest is always named
            pen.text(label.name, middle, top + 13, TINY, ink, anchor=Anchor.MIDDLE)
        taken = _draw_of(pen, label.of, middle, top + 26, taken)
    return top + _AXIS


def _draw_of(pen: Pen, words: str, middle: float, baseline: float, taken: float) -> float:
    """The second line below a part, where there is still room; up to where it is taken now."""
    wide = width_of(clean(words), TINY, False)
    at = min(max(middle, wide / 2), pen.width - wide / 2)
    if not words or at - wide / 2 < taken:
        return taken
    pen.text(words, at, baseline, TINY, pen.palette.soft, anchor=Anchor.MIDDLE)
    return at + wide / 2 + 4


def shade_weekends(pen: Pen, at: float, top: float, parts: tuple[Span, ...]) -> None:
    """A band behind every Friday."""
    slot = (pen.width - at) / len(parts)
    for number, part in enumerate(parts):
        if is_weekend(part):
            pen.rect(at + slot * number, top - 4, slot, PLOT + 4, pen.palette.rest, radius=3)


def part_numbers(parts: tuple[Span, ...]) -> dict[date, int]:
    """Which part each day belongs to."""
    return {day: number for number, part in enumerate(parts) for day in part}
