"""What a reader saw: sheets, rows and cells, before anybody decides what they mean.

A cell's value keeps its kind in its Python type; nothing is guessed and nothing is lost:

    str          text exactly as written
    Decimal      number, the shortest decimal of the stored value
    date         a serial number under a date format, without a time of day
    datetime     the same with a time of day
    timedelta    a serial number under a duration format such as [h]:mm
    bool         TRUE or FALSE
    CellError    #N/A, #REF! ...
    Uncalculated a formula whose result was never stored
    None         nothing there
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from data.ingest.findings.base import Finding


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value; `name` is its text in the workbook, such as #DIV/0!."""

    name: str


@dataclass(frozen=True, slots=True)
class Uncalculated:
    """A formula without a stored result; `formula` is its text without the equals sign."""

    formula: str


Value = str | Decimal | date | datetime | timedelta | bool | CellError | Uncalculated | None


@dataclass(slots=True)
class Row:
    """One row: `number` is 1-based as in the workbook; `values[0]` is column A.

    `formats[i]` is the number format of `values[i]` ('' for General); None where no cell of the
    row has one.
    """

    number: int
    values: list[Value]
    formats: list[str] | None = None
    hidden: bool = False
    outline: int = 0

    def value(self, column: int) -> Value:
        """The value in 0-based `column`, None beyond the end."""
        return self.values[column] if 0 <= column < len(self.values) else None

    def format(self, column: int) -> str:
        return self.formats[column] if self.formats and 0 <= column < len(self.formats) else ""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells: 1-based rows, 0-based columns, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class ExcelTable:
    """A table somebody declared in Excel; its first row is the header."""

    name: str
    area: Area
    totals_rows: int = 0


@dataclass(slots=True)
class Sheet:
    """One sheet, or the whole of a delimited file. Rows that hold nothing are absent.

    `noted` is what was worked out from the rows once, for whoever looks at them next.
    """

    name: str
    rows: list[Row]
    state: str = "visible"  # visible, hidden, veryHidden
    merged: list[Area] = field(default_factory=list)
    tables: list[ExcelTable] = field(default_factory=list)
    hidden_columns: frozenset[int] = frozenset()
    noted: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)


@dataclass(slots=True)
class Book:
    """One file as read. `container` is xlsx, xls, xlsb, ods, csv or html."""

    name: str
    container: str
    sheets: list[Sheet]
    findings: list[Finding] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)  # application, creator, encoding, delimiter


def column_letters(column: int) -> str:
    """The letters of a 0-based column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The address of a cell, from its 1-based row and 0-based column."""
    return f"{column_letters(column)}{row}"
