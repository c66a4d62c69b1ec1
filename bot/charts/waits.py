"""How long customers waited: from the median to nine in ten, by day."""

from bot.charts.frame import (
    PLOT,
    draw_axis,
    draw_empty,
    draw_grid,
    draw_legend,
    draw_title,
    name_room,
    part_numbers,
    shade_weekends,
    top_of,
)
from bot.charts.parts import parts_of
from bot.charts.pen import Pen
from bot.charts.spec import Units, WaitRange

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEPS = (
    *(5, 10, 20, 30, 60, 120, 300, 600, 900, 1200, 1800),
    *(_HOUR, 2 * _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, 5 * _DAY),
)
_LINES = 3
_WIDEST = 9.0


def draw_waits(pen: Pen, panel: WaitRange) -> float:
    """Draws the panel; how tall it is."""
    parts = parts_of(panel.span, pen.almanac)
    numbers = part_numbers(parts)
    waits = [each for each in panel.waits if each.span.first in numbers]
    if not waits:
        return draw_empty(pen, panel.title, panel.empty)
    palette = pen.palette
    top = draw_title(pen, panel.title)
    entries = [(palette.calmed, panel.median_label), (palette.calm, panel.nine_label)]
    top = draw_legend(pen, top, entries) + 8
    most = max(max(each.median, each.nine_in_ten) for each in waits)
    step = _step(most)
    scale = top_of(most, step)
    names = [_named(pen, number * step, panel.units) for number in range(int(scale // step) + 1)]
    gutter = name_room(names)
    shade_weekends(pen, gutter, top, parts)
    draw_grid(pen, top, scale, step, names)
    slot = (pen.width - gutter) / len(parts)
    wide = min(_WIDEST, max(2.0, slot * 0.5))
    for each in waits:
        middle = gutter + slot * (numbers[each.span.first] + 0.5)
        low, high = (
            top + PLOT - PLOT * seconds / scale
            for seconds in (each.median, max(each.median, each.nine_in_ten))
        )
        pen.rect(middle - wide / 2, high, wide, low - high, palette.calm, radius=wide / 2)
        pen.dot(middle, low, wide / 2 + 1.5, palette.surface)
        pen.dot(middle, low, wide / 2, palette.calmed)
    return draw_axis(pen, gutter, top + PLOT, panel.span, parts)


def _step(most: float) -> int:
    fitting = (step for step in _STEPS if step * _LINES >= most)
    return next(fitting, _DAY * (int(most / _DAY / _LINES) + 1))


def _named(pen: Pen, seconds: int, units: Units) -> str:
    """The largest unit in which it is whole: «۵ دقیقه»; plain zero."""
    sizes = ((_DAY, units.days), (_HOUR, units.hours), (_MINUTE, units.minutes))
    for size, unit in sizes:
        if seconds and seconds % size == 0:
            return f"{pen.number(seconds // size)} {unit}"
    return f"{pen.number(seconds)} {units.seconds}" if seconds else pen.number(0)
