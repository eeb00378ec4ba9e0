"""Tables as an .xlsx workbook: numbers stay numbers, text is never a formula, units stand in the header."""

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from charts import numbers
from charts.files.tables import NUMERIC, Column, Table, written, yes_or_no
from charts.theme import LIGHT

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS: Final = {"money": "#,##0.00", "rate": "0.0%", "number": "#,##0.######", "date": "yyyy-mm-dd"}
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_HEAD: Final = PatternFill("solid", start_color=LIGHT.case_fill.lstrip("#"))
_WIDEST: Final = 60


def workbook_bytes(tables: Sequence[Table]) -> bytes:
    """One sheet a table: the header in row 1, frozen and with a filter."""
    book = Workbook()
    book.remove(book.active)
    for table in tables:
        _sheet(book.create_sheet(sheet_name(table.title, book.sheetnames)), table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_name(title: str, taken: Sequence[str]) -> str:
    """A name that a spreadsheet accepts and that is not taken yet."""
    name = _NOT_IN_A_NAME.sub(" ", written(title)).strip()[:31].strip() or "Sheet"
    lower = {one.casefold() for one in taken}
    number, found = 2, name
    while found.casefold() in lower:
        found, number = f"{name[:27].rstrip()} {number}", number + 1
    return found


def _sheet(sheet: Worksheet, table: Table) -> None:
    for place, column in enumerate(table.columns, 1):
        head = _text(sheet.cell(1, place), column.header)
        head.font, head.fill = Font(bold=True), _HEAD
        head.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = _width(table, place - 1)
    for line, row in enumerate(table.rows, 2):
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True), 1):
            _write(sheet.cell(line, place), value, column)
    sheet.freeze_panes = "A2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Cell, value: Any, column: Column) -> None:
    if numbers.missing(value):
        return
    if column.kind in NUMERIC and not isinstance(value, str):
        cell.value = float(value) if isinstance(value, Decimal) else value
    elif isinstance(value, date):
        cell.value = value
    else:
        _text(cell, yes_or_no(value))
        return
    cell.number_format = _FORMATS.get(column.kind, "General")


def _text(cell: Cell, text: str) -> Cell:
    """Text is text, also when it begins like a formula or is the name of an error."""
    cell.value = written(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith("=")
    return cell


def _width(table: Table, place: int) -> float:
    cells = (str(row[place]) for row in table.rows[:200] if row[place] is not None)
    longest = max((len(text) for text in cells), default=0)
    if table.columns[place].kind in NUMERIC:
        longest = min(longest, 16)
    return float(min(max(longest, len(table.columns[place].header) * 0.8, 8) + 2, _WIDEST))
