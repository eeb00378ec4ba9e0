"""What the reader saw, cell by cell, as plain text: the answer of `python -m data cells`."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from data.ingest.reading.grid import Book, CellError, Row, Sheet, Uncalculated, Value, address
from data.ingest.staged import plain


def cells(book: Book, sheet: str | None = None) -> dict[str, Any]:
    """`{sheets: [{name, state, cells: [{address, kind, text}]}]}`, of one sheet or of all.

    kind          text
    number        the shortest plain decimal: 1234.5
    text          as written
    date          2024-01-31
    datetime      2024-01-31T10:00:00, with .123 where there are milliseconds
    duration      hours:minutes:seconds, hours as many as there are: 26:30:00, -0:15:00
    boolean       TRUE or FALSE
    error         the error's name: #DIV/0!
    uncalculated  nothing

    Cells that hold nothing are absent.
    """
    chosen = [each for each in book.sheets if sheet is None or each.name == sheet]
    return {"sheets": [{"name": each.name, "state": each.state, "cells": _cells(each)} for each in chosen]}


def _cells(sheet: Sheet) -> list[dict[str, str]]:
    return [cell for row in sheet.rows for cell in _row(row)]


def _row(row: Row) -> list[dict[str, str]]:
    found = []
    for column, value in enumerate(row.values):
        if value is not None:
            kind, text = described(value)
            found.append({"address": address(row.number, column), "kind": kind, "text": text})
    return found


def described(value: Value) -> tuple[str, str]:
    """The kind and the plain text of a value that is there."""
    match value:
        case bool():
            return "boolean", "TRUE" if value else "FALSE"
        case str():
            return "text", value
        case Decimal():
            return "number", plain(value)
        case datetime():
            return "datetime", value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
        case date():
            return "date", value.isoformat()
        case timedelta():
            return "duration", duration(value)
        case CellError(name):
            return "error", name
        case Uncalculated():
            return "uncalculated", ""
    raise TypeError(f"not a cell's value: {value!r}")


def duration(value: timedelta) -> str:
    """Hours, minutes and seconds as a spreadsheet shows them under [h]:mm:ss."""
    milliseconds = round(value / timedelta(milliseconds=1))
    sign, milliseconds = "-" if milliseconds < 0 else "", abs(milliseconds)
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" + (f".{rest:03}" if rest else "")
