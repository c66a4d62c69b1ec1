"""A drawn field with its scales: the numbers beside it, the words on it, all in HTML."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.evaluation.page.markup import Markup, tag
from bot.evaluation.page.svg import Spot, drawing, line
from bot.evaluation.words import Words


@dataclass(frozen=True, slots=True)
class Scale:
    """One axis: its title, and its ticks as (place from 0 to 1, words)."""

    title: str
    ticks: Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Note:
    """Words at a spot; `cls` may say on which side of it: above, below, before, after."""

    at: Spot
    words: str
    cls: str = ""


def plot(
    *shapes: Markup, across: Scale, up: Scale, says: str, notes: Sequence[Note] = (), cls: str = ""
) -> Markup:
    """A field with shapes, its scales from left to right; `says` is for those who cannot see."""
    grid = [line([(0, place), (1, place)], "grid") for place, _ in up.ticks]
    return tag(
        "div",
        tag("div", up.title, cls="up-title"),
        tag(
            "div",
            drawing(*grid, *shapes),
            *(
                tag("span", words, cls="tick up", style=f"top:{_percent(1 - at)}", dir="auto")
                for at, words in up.ticks
            ),
            *(
                tag("span", words, cls="tick across", style=f"left:{_percent(at)}", dir="auto")
                for at, words in across.ticks
            ),
            *map(_note, notes),
            cls="field",
        ),
        tag("div", across.title, cls="across-title"),
        cls=f"plot {cls}",
        role="img",
        aria_label=says,
    )


def percents(words: Words) -> list[tuple[float, str]]:
    """Ticks at every quarter, from 0% to 100%."""
    return [(quarter / 4, words.percent(quarter / 4)) for quarter in range(5)]


def _note(note: Note) -> Markup:
    across, up = note.at
    style = f"left:{_percent(across)};top:{_percent(1 - up)}"
    return tag("span", note.words, cls=f"note {note.cls}", style=style, dir="auto")


def _percent(share: float) -> str:
    return f"{100 * share:.2f}%"
