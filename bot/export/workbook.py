"""Sheets as one XLSX file, written row by row: what is in memory does not grow with it."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.export.plain_cells import is_formula, plain
from bot.export.sheet import Column, Kind, Sheet, Value

MOST_ROWS = 1_048_575
_FORMATS = {
    Kind.TEXT: "@",
    Kind.WHOLE: "#,##0",
    Kind.DECIMAL: "#,##0.0",
    Kind.DAY: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
_RIGHT_TO_LEFT = 2
_PLAIN_TEXT = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_xlsx(path: Path, sheets: Iterable[Sheet], *, right_to_left: bool) -> tuple[Path, ...]:
    """Write all sheets into one file; what is half done is kept beside it until it is whole."""
    with Workbook(str(path), {**_PLAIN_TEXT, "tmpdir": str(path.parent)}) as book:
        looks = _Looks(book, right_to_left=right_to_left)
        for sheet in sheets:
            page = book.add_worksheet(sheet.title)
            if right_to_left:
                page.right_to_left()
            _head(page, sheet.columns, looks.head)
            for number, row in zip(range(1, MOST_ROWS + 1), sheet.rows, strict=False):
                for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                    _write(page, (number, place), value, looks, column.kind)
    return (path,)


class _Looks:
    """How cells look: each kind's number format, and the reader's direction."""

    def __init__(self, book: Workbook, *, right_to_left: bool) -> None:
        direction = {"reading_order": _RIGHT_TO_LEFT} if right_to_left else {}
        self.of: dict[Kind, Format] = {
            kind: book.add_format({"num_format": number, "valign": "top", **direction})
            for kind, number in _FORMATS.items()
        }
        self.head: Format = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, **direction}
        )
        self.quoted: Format = book.add_format({"num_format": "@", "valign": "top", **direction})
        self.quoted.set_quote_prefix()


def _head(page: Worksheet, columns: tuple[Column, ...], look: Format) -> None:
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, plain(column.title), look)
    page.freeze_panes(1, 0)


def _write(page: Worksheet, at: tuple[int, int], value: Value, looks: _Looks, kind: Kind) -> None:
    match value:
        case None | "":
            return
        case str():
            text = plain(value)
            look = looks.quoted if is_formula(text) else looks.of[Kind.TEXT]
            page.write_string(*at, text, look)
        case datetime():
            page.write_datetime(*at, value, looks.of[kind])
        case date():
            page.write_datetime(*at, datetime.combine(value, time.min), looks.of[kind])
        case int() | float():
            page.write_number(*at, value, looks.of[kind])
