"""Draws SVG from the reader's side: `at` is how far a thing is from where reading starts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from xml.sax.saxutils import escape

from bot.charts.lettering import FAMILY, directed, fitted, width_of
from bot.charts.palette import Palette
from bot.core.spans import Almanac
from bot.language.calendar import persian_digits


class Anchor(StrEnum):
    """Which part of a text stands at its place, in the direction of reading."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


_TURNED = {Anchor.START: "end", Anchor.MIDDLE: "middle", Anchor.END: "start"}


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws into a strip of `width`; from the right where `language` is Persian.

    Time runs with the reading too: a Persian reader meets the oldest day first, and the axis, its
    labels and the text of the picture go one way. Every day is named, so that nobody needs to
    guess.
    """

    width: float
    language: str
    palette: Palette
    almanac: Almanac
    drawn: list[str] = field(default_factory=list)

    @property
    def is_rtl(self) -> bool:
        """Whether reading starts on the right."""
        return self.language == "fa"

    def strip(self, width: float) -> "Pen":
        """A pen for another strip of the same picture."""
        return Pen(width, self.language, self.palette, self.almanac)

    def place(self, strip: "Pen", at: float, top: float) -> None:
        """Put a strip that has been drawn into this one."""
        left = self._left(at, strip.width)
        self.drawn.append(f'<g transform="translate({left:.2f} {top:.2f})">{strip.svg()}</g>')

    def svg(self) -> str:
        """All that was drawn, in order."""
        return "".join(self.drawn)

    def number(self, count: int) -> str:
        """A whole number as the reader writes it: «۱٬۲۰۰»."""
        latin = f"{count:,}"
        return persian_digits(latin).replace(",", "٬") if self.is_rtl else latin

    def percent(self, part: int, whole: int) -> str:
        """A part in whole percent: «۱۲٪»; "<1%" where it would round to nothing."""
        rounded = round(100 * part / whole)
        few = bool(part) and not rounded
        number = self.number(max(1, rounded) if part else 0)
        if self.is_rtl:
            return f"کمتر از {number}٪" if few else f"{number}٪"
        return f"<{number}%" if few else f"{number}%"

    def rect(
        self, at: float, top: float, length: float, height: float, fill: str, *, radius: float = 0
    ) -> None:
        """A filled rectangle; none where it would have no area."""
        if length <= 0 or height <= 0:
            return
        corner = min(radius, length / 2, height / 2)
        self.drawn.append(
            f'<rect x="{self._left(at, length):.2f}" y="{top:.2f}" width="{length:.2f}" '
            f'height="{height:.2f}" rx="{corner:.2f}" fill="{fill}"/>'
        )

    def frame(self, at: float, top: float, length: float, height: float, stroke: str) -> None:
        """A dashed frame with round corners."""
        self.drawn.append(
            f'<rect x="{self._left(at, length):.2f}" y="{top:.2f}" width="{length:.2f}" '
            f'height="{height:.2f}" rx="8" fill="none" stroke="{stroke}" stroke-dasharray="3 3"/>'
        )

    def dot(self, at: float, top: float, radius: float, fill: str) -> None:
        """A filled circle around a point."""
        self.drawn.append(
            f'<circle cx="{self._left(at, 0):.2f}" cy="{top:.2f}" r="{radius:.2f}" fill="{fill}"/>'
        )

    def line(self, points: Sequence[tuple[float, float]], stroke: str, width: float = 1) -> None:
        """A line through points."""
        self.drawn.append(
            f'<polyline points="{self._points(points)}" fill="none" stroke="{stroke}" '
            f'stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def shape(
        self, points: Sequence[tuple[float, float]], fill: str, *, opacity: float = 1
    ) -> None:
        """A filled polygon."""
        self.drawn.append(
            f'<polygon points="{self._points(points)}" fill="{fill}" fill-opacity="{opacity}"/>'
        )

    def text(
        self,
        words: str,
        at: float,
        baseline: float,
        size: float,
        fill: str,
        *,
        bold: bool = False,
        anchor: Anchor = Anchor.START,
        room: float | None = None,
    ) -> float:
        """One line of any text, cut to `room`; how wide it is drawn."""
        said = fitted(words, size, bold, self.width if room is None else room)
        where = _TURNED[anchor] if self.is_rtl else anchor.value
        self.drawn.append(
            f'<text x="{self._left(at, 0):.2f}" y="{baseline:.2f}" text-anchor="{where}" '
            f'font-family="{FAMILY}" font-size="{size:g}" '
            f'font-weight="{700 if bold else 400}" fill="{fill}">'
            f"{escape(directed(said, self.is_rtl))}</text>"
        )
        return width_of(said, size, bold)

    def _left(self, at: float, length: float) -> float:
        return self.width - at - length if self.is_rtl else at

    def _points(self, points: Sequence[tuple[float, float]]) -> str:
        return " ".join(f"{self._left(at, 0):.2f},{top:.2f}" for at, top in points)
