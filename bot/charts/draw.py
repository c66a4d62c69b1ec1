"""A picture as PNG: panels on cards below each other, drawn as SVG and rendered by resvg."""

from typing import assert_never

from resvg_py import svg_to_bytes

from bot.charts.lettering import font_files
from bot.charts.numbers import GAP, draw_numbers
from bot.charts.palette import palette_of
from bot.charts.pen import Pen
from bot.charts.rows import draw_rows
from bot.charts.shares import draw_shares
from bot.charts.spec import Panel, Picture, Rows, Shares, Talks, Tension, Theme, WaitRange
from bot.charts.stacks import draw_talks
from bot.charts.tension import draw_tension
from bot.charts.waits import draw_waits
from bot.core.people import TEHRAN
from bot.language.calendar import almanac

WIDTH, SCALE = 360, 3
"""A phone's width, and how many pixels each unit has: Telegram keeps 1,280 of a photo."""
_MARGIN, _PAD = 12.0, 13.0


def draw(picture: Picture, theme: Theme) -> bytes:
    """The picture as PNG, 1,080 pixels wide; the same bytes for the same picture."""
    return rendered(svg_of(picture, theme), WIDTH * SCALE)


def rendered(svg: str, width: int) -> bytes:
    """An SVG of `svg_of` as PNG of so many pixels across."""
    png = svg_to_bytes(
        svg_string=svg,
        width=width,
        skip_system_fonts=True,
        font_files=font_files(),
    )
    return bytes(png)


def svg_of(picture: Picture, theme: Theme) -> str:
    """The picture as SVG; its letters need the fonts of `bot.charts.lettering`."""
    days = picture.almanac or almanac(picture.language, TEHRAN)
    pen = Pen(WIDTH - 2 * _MARGIN, picture.language, palette_of(theme), days)
    height = _draw_all(pen, picture) + _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}">'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="{pen.palette.page}"/>'
        f'<g transform="translate({_MARGIN} 0)">{pen.svg()}</g></svg>'
    )


def _draw_all(pen: Pen, picture: Picture) -> float:
    palette = pen.palette
    pen.text(picture.title, 4, 34, 18, palette.ink, bold=True, room=pen.width - 8)
    pen.text(picture.subtitle, 4, 53, 12, palette.soft, room=pen.width - 8)
    top = 66.0
    strip = pen.strip(pen.width)
    height = draw_numbers(strip, picture.numbers)
    pen.place(strip, 0, top)
    top += height
    for panel in picture.panels:
        card = pen.strip(pen.width - 2 * _PAD)
        height = _draw_panel(card, panel) + 2 * _PAD
        pen.rect(0, top, pen.width, height, palette.surface, radius=12)
        pen.place(card, _PAD, top + _PAD)
        top += height + GAP
    if picture.footer:
        pen.text(picture.footer, 4, top + 8, 10, palette.soft, room=pen.width - 8)
        top += 14
    return top - GAP + 6 if picture.footer else top - GAP


def _draw_panel(pen: Pen, panel: Panel) -> float:
    match panel:
        case Talks():
            return draw_talks(pen, panel)
        case Rows():
            return draw_rows(pen, panel)
        case WaitRange():
            return draw_waits(pen, panel)
        case Shares():
            return draw_shares(pen, panel)
        case Tension():
            return draw_tension(pen, panel)
        case _:
            assert_never(panel)
