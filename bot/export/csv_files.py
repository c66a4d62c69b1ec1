"""Sheets as CSV: a file for each, in UTF-8 with the mark by which Excel knows it."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from bot.export.plain_cells import guarded
from bot.export.sheet import Sheet, Value


def write_csv(path: Path, sheets: Iterable[Sheet]) -> tuple[Path, ...]:
    """Write the first sheet to `path` and the others beside it; the files in their order.

    Every text stands in quotes, so that no separator in it, whichever a spreadsheet goes by, begins
    a cell of its own.
    """
    written: list[Path] = []
    for sheet in sheets:
        file = path.with_name(f"{path.stem}-{sheet.name}{path.suffix}") if written else path
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
            writer.writerow([guarded(column.title) for column in sheet.columns])
            writer.writerows([_cell(value) for value in row] for row in sheet.rows)
        written.append(file)
    return tuple(written)


def _cell(value: Value) -> Value:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return guarded(value)
