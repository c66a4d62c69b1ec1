"""Drawing: shapes on a field from 0 to 1 that the page stretches to any size.

Lines and dots keep their weight however the field is stretched (`vector-effect` in page.css); so a
dot is a line without length and with round ends. Words are never drawn: they stand in HTML above
the field, where they keep their size on a phone.
"""

from collections.abc import Iterable, Sequence

from bot.evaluation.page.markup import Markup, tag

_SIDE = 1000

type Spot = tuple[float, float]
"""Across and up, each from 0 to 1."""


def drawing(*shapes: Markup) -> Markup:
    """A field with shapes on it, the first at the back."""
    return tag(
        "svg",
        *shapes,
        viewBox=f"0 0 {_SIDE} {_SIDE}",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def line(spots: Sequence[Spot], cls: str) -> Markup:
    """A line from spot to spot."""
    return tag("path", d=_through(spots), cls=f"line {cls}")


def area(spots: Sequence[Spot], cls: str) -> Markup:
    """What lies below a line."""
    if not spots:
        return Markup()
    (first, _), (last, _) = spots[0], spots[-1]
    return tag("path", d=_through([(first, 0.0), *spots, (last, 0.0)]) + "Z", cls=f"area {cls}")


def dot(spot: Spot, cls: str, *, size: float | None = None) -> Markup:
    """A round dot; its class gives the colour, and the size in pixels where none is given."""
    style = None if size is None else f"stroke-width:{size:.1f}px"
    return tag("path", d=f"{_through([spot])}h0", cls=f"dot {cls}", style=style)


def steps(spots: Iterable[Spot]) -> list[Spot]:
    """The spots joined by steps: level to the next spot, then up or down to it."""
    joined: list[Spot] = []
    for across, up in spots:
        if joined:
            joined.append((across, joined[-1][1]))
        joined.append((across, up))
    return joined


def _through(spots: Sequence[Spot]) -> str:
    places = (f"{_SIDE * across:.1f} {_SIDE * (1 - up):.1f}" for across, up in spots)
    return "M" + "L".join(places) if spots else ""
