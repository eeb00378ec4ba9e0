"""Books made by hand, for the tests of interpreting: what a reader would have yielded."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from data.ingest.reading.grid import Area, Book, Row, Sheet
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.interpret import interpret

RECEIVED = date(2026, 7, 1)


def sheet(
    name: str,
    *rows: Sequence[Any],
    formats: Mapping[tuple[int, int], str] | None = None,
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: Sequence[int] = (),
) -> Sheet:
    """A sheet from its rows, the first in row 1; int and float become the numbers a reader yields.

    `formats` are number formats by (row, column), 1-based row and 0-based column.
    """
    made = []
    for number, cells in enumerate(rows, 1):
        if any(cell is not None for cell in cells):
            own = [(formats or {}).get((number, column), "") for column in range(len(cells))]
            made.append(
                Row(number, [_value(cell) for cell in cells], own if any(own) else None, number in hidden)
            )
    return Sheet(name, made, merged=[Area(*area) for area in merged])


def _value(cell: Any) -> Any:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Decimal(repr(cell))
    return cell


def read(
    *sheets: Sheet, known: Known | None = None, name: str = "book.xlsx", container: str = "xlsx"
) -> Reading:
    return interpret(Book(name, container, list(sheets)), known or Known(RECEIVED))


def table(reading: Reading, name: str) -> TableRead:
    """The only reading of this table."""
    (found,) = [read for read in reading.tables if read.table == name]
    return found


def rows(reading: Reading, name: str) -> list[dict[str, Any]]:
    """The staged rows of a table, over all sheets it was read from."""
    return [
        row
        for read in reading.tables
        if read.table == name and read.rows is not None
        for row in read.rows.to_pylist()
    ]


def columns(reading: Reading, name: str, *wanted: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in wanted) for row in rows(reading, name)]


def codes(reading: Reading) -> list[str]:
    return sorted(finding.code for finding in reading.findings)


def delimited(path: Path) -> tuple[Sheet, str]:
    """A delimited file as a sheet of texts, read with nothing but the csv module."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    delimiter = ";" if text.partition("\n")[0].count(";") > 3 else ","
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return sheet(path.stem, *([cell if cell else None for cell in line] for line in lines)), delimiter
