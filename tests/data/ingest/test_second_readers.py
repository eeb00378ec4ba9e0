"""Ordinary workbooks, read by two libraries as well: all three must see the same."""

import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.formula import ArrayFormula
from python_calamine import CalamineWorkbook

from data.ingest.reading.grid import Book, CellError, Uncalculated, Value
from data.ingest.reading.read import read

EXPORTS = sorted((Path(__file__).parents[4] / "shared" / "exports").glob("*.xls[xm]"))
MIDNIGHT = time(0)
FIRST = datetime(2020, 1, 1, 23, 5)  # noqa: DTZ001 - spreadsheet dates have no time zone


def register(path: Path) -> Path:
    """A register as many tools write it: 300 rows of every kind."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Benefits")
        formats = [
            book.add_format({"num_format": code}) for code in ("yyyy-mm-dd", "d/m/yy h:mm", "[h]:mm", "0%")
        ]
        page.write_row(
            0, 0, ["ID", "Start", "Updated", "Effort", "Share", "Planned", "Closed", "Note", "Sum"]
        )
        for row in range(1, 301):
            page.write_string(row, 0, f"{row:05d}")
            page.write_datetime(row, 1, (FIRST + timedelta(days=row)).date(), formats[0])
            page.write_datetime(row, 2, FIRST + timedelta(minutes=row * 37), formats[1])
            page.write_number(row, 3, row / 7, formats[2])
            page.write_number(row, 4, row / 300, formats[3])
            page.write_number(row, 5, row * 1234.57 / 3)
            page.write_boolean(row, 6, row % 3 == 0)
            if row % 2:
                page.write_string(row, 7, "Zoë said\n“no” " * (row % 5 + 1))
            page.write_formula(row, 8, f"=F{row}*2", None, row * 2.5 if row % 7 else "#DIV/0!")
    return path


def plain(value: object) -> object:
    """One form for what the libraries spell differently."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return round(float(value), 9)
    if isinstance(value, datetime):
        return (value + timedelta(microseconds=500)).replace(microsecond=0)
    if isinstance(value, date):
        return datetime.combine(value, MIDNIGHT)
    if isinstance(value, time):
        return round(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second).total_seconds())
    if isinstance(value, timedelta):
        return round(value.total_seconds())
    return str(value).replace("\r\n", "\n") or None


def ours(value: Value) -> object:
    if isinstance(value, Decimal):
        return plain(float(value))
    if isinstance(value, Uncalculated):
        return None
    return value.name if isinstance(value, CellError) else plain(value)


def by_address(book: Book) -> dict[str, dict[tuple[int, int], object]]:
    found = {}
    for sheet in book.sheets:
        cells = {
            (row.number, column): ours(value)
            for row in sheet.rows
            for column, value in enumerate(row.values, 1)
        }
        found[sheet.name] = {place: value for place, value in cells.items() if value is not None}
    return found


def through_openpyxl(path: Path) -> dict[str, dict[tuple[int, int], object]]:
    book = openpyxl.load_workbook(path, data_only=True)
    found = {}
    for sheet in book.worksheets:
        cells = {
            (cell.row, cell.column): plain(cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if not isinstance(cell.value, ArrayFormula)
        }
        found[sheet.title] = {place: value for place, value in cells.items() if value is not None}
    return found


def through_calamine(path: Path) -> dict[str, dict[tuple[int, int], object]]:
    book = CalamineWorkbook.from_path(str(path))
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        cells = {
            (number, column): plain(value)
            for number, row in enumerate(rows, 1)
            for column, value in enumerate(row, 1)
        }
        found[name] = {place: value for place, value in cells.items() if value is not None}
    return found


def test_openpyxl_sees_the_same(tmp_path: Path) -> None:
    path = register(tmp_path / "register.xlsx")
    mine = by_address(read(path, path.name))
    assert len(mine["Benefits"]) == 9 + 300 * 8 + 150
    assert mine == through_openpyxl(path)


def test_calamine_sees_the_same_but_for_errors(tmp_path: Path) -> None:
    path = register(tmp_path / "register.xlsx")
    mine = by_address(read(path, path.name))
    kept = {place: value for place, value in mine["Benefits"].items() if value != "#DIV/0!"}
    assert len(mine["Benefits"]) - len(kept) == 300 // 7
    assert kept == through_calamine(path)["Benefits"]


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_real_exports_read_as_openpyxl_reads_them(path: Path) -> None:
    assert by_address(read(path, path.name)) == through_openpyxl(path)


def test_the_quick_way_and_the_other_way_see_the_same(tmp_path: Path) -> None:
    """A comment among the cells makes the reader take its other way, through expat."""
    path = register(tmp_path / "register.xlsx")
    other = tmp_path / "other.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"<sheetData>", b"<sheetData><!-- -->"))
    assert read(other, other.name).sheets == read(path, path.name).sheets
