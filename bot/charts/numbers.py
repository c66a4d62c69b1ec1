"""The big numbers: what a glance shall take in, and whether it is better than before."""

from collections.abc import Sequence

from bot.charts.lettering import clean, width_of
from bot.charts.pen import Pen
from bot.charts.spec import Change, Number, Trend

GAP = 8.0
_TALL, _SHORT = 74.0, 56.0
_PAD = 12.0
_SIZES = (22.0, 19.0, 16.0, 14.0)


def draw_numbers(pen: Pen, numbers: Sequence[Number]) -> float:
    """Tiles in two columns, an odd one as wide as both; how tall they are together."""
    top, half = 0.0, (pen.width - GAP) / 2
    for first in range(0, len(numbers), 2):
        pair = numbers[first : first + 2]
        height = _TALL if any(each.change for each in pair) else _SHORT
        wide = half if len(pair) == 2 else pen.width
        for place, each in enumerate(pair):
            tile = pen.strip(wide)
            _draw_tile(tile, each, height)
            pen.place(tile, place * (half + GAP), top)
        top += height + GAP
    return top


def _draw_tile(tile: Pen, number: Number, height: float) -> None:
    palette, room = tile.palette, tile.width - 2 * _PAD
    tile.rect(0, 0, tile.width, height, palette.surface, radius=12)
    tile.text(number.label, _PAD, 20, 11.5, palette.soft, room=room)
    value = clean(number.value)
    size = next((each for each in _SIZES if width_of(value, each, True) <= room), _SIZES[-1])
    tile.text(value, _PAD, 44, size, palette.ink, bold=True, room=room)
    if number.change is not None:
        _draw_change(tile, number.change, room)


def _draw_change(tile: Pen, change: Change, room: float) -> None:
    """An arrow and how much; the colour says whether that is good."""
    palette, middle = tile.palette, 60.0
    fill = palette.soft if change.is_good is None else palette.bad
    fill = palette.good if change.is_good else fill
    left, right = _PAD, _PAD + 10
    match change.trend:
        case Trend.UP:
            tile.shape(((left, middle + 4), (right, middle + 4), (left + 5, middle - 4)), fill)
        case Trend.DOWN:
            tile.shape(((left, middle - 4), (right, middle - 4), (left + 5, middle + 4)), fill)
        case Trend.SAME:
            tile.rect(left, middle - 1.25, 10, 2.5, fill, radius=1.25)
    tile.text(change.label, right + 6, middle + 4, 11.5, fill, bold=True, room=room - 16)
