"""Hostile words in files: read back by libraries that did not write them."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from bot.export.csv_files import write_csv
from bot.export.plain_cells import LONGEST_CELL, guarded, plain
from bot.export.sheet import Column, Kind, Sheet, Value
from bot.export.workbook import write_xlsx

HOSTILE = (
    '=HYPERLINK("http://x.example","click")',
    "+989121234567",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    " \u202e=1+1",
    "\u200f-1",
    "＝1+1",
    "\ufeff=1+1",
    'a";=1+1;"',
    "a\n=1+1",
)
STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TURNING = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def sheet(rows: Iterable[tuple[Value, ...]]) -> Sheet:
    columns = (
        Column("متن", width=30),
        Column("شمار", Kind.WHOLE),
        Column("روز", Kind.DAY),
        Column("زمان", Kind.MOMENT),
        Column("دقیقه", Kind.DECIMAL),
    )
    return Sheet("troubles", "گفت‌وگوها", columns, rows)


def row(text: str, number: int = -5) -> tuple[Value, ...]:
    return (text, number, date(2026, 11, 22), datetime(2026, 11, 22, 14, 5), 1.5)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_begins_a_formula_and_numbers_stay_numbers(
    text: str, tmp_path: Path
) -> None:
    (file,) = write_csv(tmp_path / "x.csv", [sheet([row(text)])])
    raw = file.read_text("utf-8")
    assert raw.startswith("\ufeff")
    for separator in (",", ";", "\t"):
        for cells in csv.reader(raw.removeprefix("\ufeff").splitlines(), delimiter=separator):
            texts = [cell for cell in cells if cell != "-5" and not cell.startswith("-5,")]
            quoted = [cell for cell in texts if "\n" not in text and cell.startswith(STARTS)]
            assert quoted == []
    with file.open(encoding="utf-8-sig", newline="") as stream:
        _, cells = csv.reader(stream)
    assert cells[1:] == ["-5", "2026-11-22", "2026-11-22 14:05", "1.5"]
    assert not cells[0].startswith(STARTS)
    assert not set(cells[0]) & set(TURNING)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula(text: str, tmp_path: Path) -> None:
    (file,) = write_xlsx(tmp_path / "x.xlsx", [sheet([row(text)])], right_to_left=True)
    book = CalamineWorkbook.from_path(str(file))
    head, cells = book.get_sheet_by_index(0).to_python()
    assert head == ["متن", "شمار", "روز", "زمان", "دقیقه"]
    assert cells == [plain(text), -5.0, date(2026, 11, 22), datetime(2026, 11, 22, 14, 5), 1.5]
    parts = written(file)
    assert "<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert "hyperlink" not in parts["xl/worksheets/sheet1.xml"]
    if plain(text).startswith(("=", "+", "-", "@")):
        assert 'quotePrefix="1"' in parts["xl/styles.xml"]


def test_a_persian_sheet_reads_from_the_right_and_keeps_its_head(tmp_path: Path) -> None:
    (file,) = write_xlsx(tmp_path / "x.xlsx", [sheet([row("سلام")])], right_to_left=True)
    page = written(file)["xl/worksheets/sheet1.xml"]
    assert 'rightToLeft="1"' in page
    assert 'state="frozen"' in page
    assert 'ySplit="1"' in page
    (english,) = write_xlsx(tmp_path / "y.xlsx", [sheet([row("hello")])], right_to_left=False)
    assert "rightToLeft" not in written(english)["xl/worksheets/sheet1.xml"]


def test_words_longer_than_a_cell_are_cut_between_letters(tmp_path: Path) -> None:
    cut = plain("😡" * LONGEST_CELL)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert set(cut[:-1]) == {"😡"}
    (file,) = write_xlsx(
        tmp_path / "x.xlsx", [sheet([row("😡" * LONGEST_CELL)])], right_to_left=True
    )
    cells: list[Any] = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[1]
    assert cells[0] == cut


def test_words_keep_their_half_spaces_and_lines() -> None:
    assert guarded("می‌خواهم\r\nبرگردانم") == "می‌خواهم\nبرگردانم"


def written(file: Path) -> dict[str, str]:
    with ZipFile(file) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}
