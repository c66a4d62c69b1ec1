"""Conversations by day as stacked bars; one day alone as one bar with its legend."""

from bot.charts.frame import (
    PLOT,
    TINY,
    draw_axis,
    draw_empty,
    draw_grid,
    draw_legend,
    draw_title,
    name_room,
    nice_step,
    part_numbers,
    shade_weekends,
    top_of,
)
from bot.charts.parts import parts_of
from bot.charts.pen import Anchor, Pen
from bot.charts.shares import draw_split
from bot.charts.spec import DayTalks, Talks

_MOST_NAMED = 10
_WIDEST = 26.0


def draw_talks(pen: Pen, panel: Talks) -> float:
    """Draws the panel; how tall it is."""
    parts = parts_of(panel.span, pen.almanac)
    numbers = part_numbers(parts)
    sums = [(0, 0, 0)] * len(parts)
    for day in panel.days:
        if day.day in numbers:
            sums[numbers[day.day]] = _added(sums[numbers[day.day]], day)
    most = max(sum(each) for each in sums)
    if not most:
        return draw_empty(pen, panel.title, panel.empty)
    if len(parts) == 1:
        return draw_split(pen, panel.title, _legend(pen, panel, sums[0]))
    top = draw_title(pen, panel.title)
    entries = [(fill, words) for fill, words, _ in _legend(pen, panel, sums[0])]
    top = draw_legend(pen, top, entries) + 12
    step = nice_step(most)
    scale = top_of(most, step)
    names = [pen.number(number * step) for number in range(int(scale // step) + 1)]
    gutter = name_room(names)
    shade_weekends(pen, gutter, top, parts)
    draw_grid(pen, top, scale, step, names)
    _draw_bars(pen, gutter, top, sums, scale)
    return draw_axis(pen, gutter, top + PLOT, panel.span, parts)


def _draw_bars(
    pen: Pen, gutter: float, top: float, sums: list[tuple[int, int, int]], scale: float
) -> None:
    slot = (pen.width - gutter) / len(sums)
    wide = min(_WIDEST, slot * 0.68)
    fills = (pen.palette.calm, pen.palette.calmed, pen.palette.tense)
    for number, (calm, calmed, tense) in enumerate(sums):
        at, bottom = gutter + slot * (number + 0.5) - wide / 2, top + PLOT
        for fill, count in zip(fills, (calm, calmed, tense), strict=True):
            height = PLOT * count / scale
            gap = 1.0 if height > 3 and bottom < top + PLOT else 0.0
            pen.rect(at, bottom - height, wide, height - gap, fill, radius=2)
            bottom -= height
        total = calm + calmed + tense
        if total and len(sums) <= _MOST_NAMED:
            middle = at + wide / 2
            ink = pen.palette.ink
            pen.text(
                pen.number(total), middle, bottom - 4, TINY, ink, bold=True, anchor=Anchor.MIDDLE
            )


def _legend(pen: Pen, panel: Talks, counts: tuple[int, int, int]) -> list[tuple[str, str, int]]:
    palette = pen.palette
    fills = (palette.calm, palette.calmed, palette.tense)
    words = (panel.calm_label, panel.calmed_label, panel.tense_label)
    entries = zip(fills, words, counts, strict=True)
    return [entry for entry in entries if entry[1]]


def _added(sums: tuple[int, int, int], day: DayTalks) -> tuple[int, int, int]:
    return sums[0] + day.calm, sums[1] + day.calmed, sums[2] + day.tense
