"""Figures: what was measured in rounds, beside its unit and its aim; and the table of them."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from rich.console import Console
from rich.table import Table

WIDTH_OF_FILES = 120


class Bound(StrEnum):
    """On which side of its aim a ratio should lie."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a ratio should come to."""

    bound: Bound
    ratio: float

    def is_met(self, ratio: float) -> bool:
        """Whether a ratio is on the right side."""
        return ratio <= self.ratio if self.bound is Bound.AT_MOST else ratio >= self.ratio

    def __str__(self) -> str:
        return f"{self.bound} {self.ratio:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: a sample for each round; `ratios` to the section's unit, round by round."""

    name: str
    unit: str
    samples: tuple[float, ...]
    ratios: tuple[float, ...] = ()
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        """The median of the ratios."""
        return median(self.ratios) if self.ratios else None

    @property
    def is_met(self) -> bool | None:
        """Whether the aim is met; None where there is none."""
        if self.aim is None or self.ratio is None:
            return None
        return self.aim.is_met(self.ratio)


@dataclass(frozen=True, slots=True)
class Section:
    """One question: its rows, and remarks that a reader needs to judge them."""

    title: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()


def compare(
    name: str,
    unit: str,
    samples: list[float],
    beside: list[float],
    aim: Aim | None = None,
) -> Figure:
    """A figure beside the samples of the section's unit, taken in the same rounds."""
    ratios = tuple(one / other for one, other in zip(samples, beside, strict=True))
    return Figure(name, unit, tuple(samples), ratios, aim)


def rounds(most: int, *, fewest: int, seconds: float) -> Iterator[int]:
    """Count rounds: `most` of them, fewer (but `fewest`) once `seconds` have passed."""
    started = time.perf_counter()
    for number in range(most):
        if number >= fewest and time.perf_counter() - started > seconds:
            return
        yield number


def print_table(sections: list[Section], heading: str) -> None:
    """Print everything for people."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_OF_FILES)
    console.print(heading, markup=False)
    for section in sections:
        console.print(f"\n[bold]{section.title}[/bold]")
        console.print(_table(section))
        for remark in section.remarks:
            console.print(f"  {remark}", markup=False)


def _table(section: Section) -> Table:
    table = Table(box=None, pad_edge=True)
    table.add_column("")
    for column in ("median", "lowest–highest", "", "ratio", "aim", "met"):
        table.add_column(column, justify="left" if column in ("", "met") else "right")
    for figure in section.figures:
        table.add_row(*_row(figure))
    return table


def _row(figure: Figure) -> tuple[str, ...]:
    lowest, highest = min(figure.samples), max(figure.samples)
    spread = f"{_short(lowest)}–{_short(highest)}" if len(figure.samples) > 1 else ""
    return (
        figure.name,
        _short(median(figure.samples)),
        spread,
        figure.unit,
        "" if figure.ratio is None else _ratio(figure.ratio),
        str(figure.aim or ""),
        {True: "yes", False: "[bold]NO[/bold]", None: ""}[figure.is_met],
    )


def _short(value: float) -> str:
    """Three digits that count: 1234, 123, 12.3, 1.23."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}"


def _ratio(value: float) -> str:
    """Two places, three where the ratio is small: 1.24, 0.018."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
