"""A sheet on its way into a file: what its columns are, and its rows, read as they are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

type Value = str | int | float | date | datetime | None
"""What a cell holds; moments are by the shop's clock and bear no zone."""


class Kind(StrEnum):
    """What a column's cells are."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` is in letters."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; `name` is for file names, `title` for people."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Value, ...]]
