"""Bars below each other: what conversations were about, which steps or playbooks were used."""

from bot.charts.frame import draw_empty, draw_legend, draw_title
from bot.charts.lettering import width_of
from bot.charts.pen import Anchor, Pen
from bot.charts.spec import MOST_ROWS, Row, Rows

_SIZE, _THICK, _EACH = 11.5, 7.0, 31.0


def draw_rows(pen: Pen, panel: Rows) -> float:
    """Draws the panel; how tall it is."""
    rows = panel.rows[:MOST_ROWS]
    most = max((row.count for row in rows), default=0)
    if not most:
        return draw_empty(pen, panel.title, panel.empty)
    top = draw_title(pen, panel.title)
    if panel.part_label:
        palette = pen.palette
        entries = [(palette.calmed, panel.part_label)]
        if panel.count_label:
            entries.append((palette.calm, panel.count_label))
        top = draw_legend(pen, top, entries)
    for row in rows:
        _draw_row(pen, row, top, most)
        top += _EACH
    return top - 4


def _draw_row(pen: Pen, row: Row, top: float, most: int) -> None:
    number = pen.number(row.count)
    room = pen.width - width_of(number, _SIZE, True) - 10
    pen.text(row.label, 0, top + 12, _SIZE, pen.palette.ink, room=room)
    pen.text(number, pen.width, top + 12, _SIZE, pen.palette.ink, bold=True, anchor=Anchor.END)
    at = top + 18
    pen.rect(0, at, pen.width, _THICK, pen.palette.rest, radius=4)
    pen.rect(0, at, pen.width * max(0, row.count) / most, _THICK, pen.palette.calm, radius=4)
    part = min(max(0, row.part), row.count)
    pen.rect(0, at, pen.width * part / most, _THICK, pen.palette.calmed, radius=4)
