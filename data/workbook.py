"""Writes the Realized workbook: rows of the public tables in, sheets with the public headers out.

The same rows always give the same bytes, so that a file written twice is recognised as one.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from data.model import BY_NAME, PERIOD_HEADERS, TABLES, Table, Type

Rows = Mapping[str, Sequence[Mapping[str, object]]]

PERIODS = {header.lower().replace(" ", "_"): header for header in PERIOD_HEADERS}
FORMATS = {
    Type.TEXT: "@",
    Type.DATE: "yyyy-mm-dd",
    Type.DECIMAL: "#,##0.00",
    Type.SHARE: "0.0%",
    Type.INTEGER: "0",
    Type.BOOLEAN: "General",
}
HEADER_FONT = Font(bold=True, color="FFFFFF")
HEADER_FILL = PatternFill("solid", fgColor="1F3A5F")
REQUIRED_FILL = PatternFill("solid", fgColor="8A3B12")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """One column of a sheet, as written; `name` is the field's name or that of a period column."""

    name: str
    header: str
    type: Type
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        return max(12, len(self.header) + 4)


def columns(table: Table) -> list[Column]:
    """Every column of a sheet in its public order: the period columns follow the identifying ones."""
    made = [Column(f.name, f.header, f.type, f.required, f.choices) for f in table.fields]
    if not table.periodic:
        return made
    at = sum(field.name in table.key for field in table.fields)
    # Period is text so that 2026-01 and 2026-Q1 stay what somebody typed.
    kinds = {"period": Type.TEXT, "period_start": Type.DATE, "period_end": Type.DATE}
    periods = [Column(name, header, kinds[name], name == "period") for name, header in PERIODS.items()]
    return made[:at] + periods + made[at:]


def write_workbook(path: Path, rows: Rows, sheets: Iterable[str] | None = None) -> None:
    """Write `rows` (table name -> rows of field name or header -> value) as a Realized workbook.

    Tables come in the model's order; without `sheets` (table names) only those that have rows.
    Of the period columns only the ones in use are written. A key that the table does not know
    raises KeyError: a misspelled column must not vanish.
    """
    wanted = list(sheets) if sheets is not None else [name for name, given in rows.items() if given]
    for name in [*rows, *wanted]:
        BY_NAME[name]  # an unknown table is a mistake of ours
    book = Workbook(write_only=True)
    for table in TABLES:
        if table.name in wanted:
            add_sheet(book, table, rows.get(table.name, ()))
    save(book, path)


def columns_shown(table: Table, rows: Sequence[Mapping[str, object]]) -> list[Column]:
    """The columns a sheet gets: all of them, of the period columns only those in use if any is."""
    used = {name for row in rows for name, value in row.items() if value is not None}
    return [c for c in columns(table) if c.name not in PERIODS or c.name in used or not rows]


def add_sheet(
    book: Any, table: Table, rows: Sequence[Mapping[str, object]], notes: Mapping[str, str] | None = None
) -> Any:
    """Append one table's sheet to a write-only workbook and return it; `notes` comment on headers."""
    named = _by_name(table, rows)
    shown = columns_shown(table, named)
    sheet = book.create_sheet(table.sheet)
    sheet.freeze_panes = "A2"
    for at, column in enumerate(shown, 1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        # The column's format is what a cell takes that somebody fills in later.
        dimension.width, dimension.number_format = _width(column, named), FORMATS[column.type]
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(shown))}{len(named) + 1}"
    sheet.append([header_cell(sheet, column, (notes or {}).get(column.header)) for column in shown])
    for row in named:
        sheet.append([value_cell(sheet, row.get(column.name), FORMATS[column.type]) for column in shown])
    return sheet


def header_cell(sheet: Any, column: Column, note: str | None = None) -> Any:
    """A header in the public spelling; a required column is told by its fill, never by its text."""
    cell = WriteOnlyCell(sheet, column.header)
    cell.font, cell.fill = copy(HEADER_FONT), copy(REQUIRED_FILL if column.required else HEADER_FILL)
    cell.alignment = Alignment(vertical="center")
    if note:
        cell.comment = Comment(note, "Realized", height=110, width=300)
    return cell


def value_cell(sheet: Any, value: object, number_format: str = "General") -> Any:
    """A cell that holds `value` as what it is: text stays text, also where it looks like a formula."""
    if value is None:
        return None
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = number_format
    if isinstance(value, str):
        cell.data_type = "s"
        # Without the quote, editing the cell in Excel would turn the text into a formula.
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell


def save(book: Any, path: Path) -> None:
    """Save with fixed times inside, so that the bytes depend on the content alone."""
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            content = given.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", content)
            kept.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _by_name(table: Table, rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows under field names, whichever way their keys are spelled."""
    names = {column.header: column.name for column in columns(table)}
    names |= {column.name: column.name for column in columns(table)}
    return [{names[key]: value for key, value in row.items()} for row in rows]


def _width(column: Column, rows: Sequence[Mapping[str, object]]) -> float:
    """Wide enough for the header and the longest text among the first rows, up to 48 characters."""
    texts = (row.get(column.name) for row in rows[:200])
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return min(48, max(column.width, longest + 2))
