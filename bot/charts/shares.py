"""How conversations ended: one bar in parts, and a legend with counts and percentages."""

from bot.charts.frame import SMALL, draw_empty, draw_title
from bot.charts.lettering import clean, width_of
from bot.charts.pen import Anchor, Pen
from bot.charts.spec import Shares

_HEIGHT, _GAP, _NARROWEST = 22.0, 2.0, 3.0


def draw_shares(pen: Pen, panel: Shares) -> float:
    """Draws the panel; how tall it is."""
    fills = pen.palette.outcomes
    entries = [(fills[each.outcome], each.label, each.count) for each in panel.shares if each.count]
    if not entries:
        return draw_empty(pen, panel.title, panel.empty)
    return draw_split(pen, panel.title, entries)


def draw_split(pen: Pen, title: str, entries: list[tuple[str, str, int]]) -> float:
    """One bar of what is there of each (colour, label, count), and the legend below."""
    top = draw_title(pen, title) + 2
    shown = [entry for entry in entries if entry[2] > 0]
    total = sum(count for _, _, count in shown)
    room = pen.width - (_GAP + _NARROWEST) * len(shown) + _GAP
    at = 0.0
    for fill, _, count in shown:
        length = _NARROWEST + room * count / total
        pen.rect(at, top, length, _HEIGHT, fill, radius=4)
        at += length + _GAP
    return _draw_entries(pen, top + _HEIGHT + 10, entries, total)


def _draw_entries(pen: Pen, top: float, entries: list[tuple[str, str, int]], total: int) -> float:
    """A line for each: its colour and label, its count and percentage at the end."""
    for fill, words, count in entries:
        percent = pen.percent(count, total)
        pen.rect(0, top + 3, 10, 10, fill, radius=3)
        wide = max(34.0, width_of(clean(percent), SMALL, False))
        number = pen.number(count)
        figure = width_of(number, SMALL + 0.5, True)
        pen.text(
            words, 16, top + 12, SMALL + 0.5, pen.palette.ink, room=pen.width - 32 - wide - figure
        )
        pen.text(percent, pen.width, top + 12, SMALL, pen.palette.soft, anchor=Anchor.END)
        pen.text(
            number,
            pen.width - wide - 6,
            top + 12,
            SMALL + 0.5,
            pen.palette.ink,
            bold=True,
            anchor=Anchor.END,
        )
        top += 20
    return top
