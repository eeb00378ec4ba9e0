"""The plain text of every kind of cell, and the sheets chosen."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from data.ingest.reading.cells import cells, described
from data.ingest.reading.grid import Book, CellError, Row, Sheet, Uncalculated, Value

TEXTS: list[tuple[Value, str, str]] = [
    (Decimal("1234.50"), "number", "1234.5"),
    (Decimal("1E+3"), "number", "1000"),
    (Decimal("-0.000001"), "number", "-0.000001"),
    ("", "text", ""),
    (" x\n", "text", " x\n"),
    (date(2024, 1, 31), "date", "2024-01-31"),
    (datetime(2024, 1, 31, 10, 0), "datetime", "2024-01-31T10:00:00"),  # noqa: DTZ001
    (datetime(2024, 1, 31, 10, 0, 0, 5000), "datetime", "2024-01-31T10:00:00.005"),  # noqa: DTZ001
    (timedelta(hours=26, minutes=30), "duration", "26:30:00"),
    (timedelta(minutes=-15), "duration", "-0:15:00"),
    (timedelta(milliseconds=1500), "duration", "0:00:01.500"),
    (True, "boolean", "TRUE"),
    (False, "boolean", "FALSE"),
    (CellError("#N/A"), "error", "#N/A"),
    (Uncalculated("A1+1"), "uncalculated", ""),
]


@pytest.mark.parametrize(("value", "kind", "text"), TEXTS)
def test_a_value_has_one_kind_and_one_plain_text(value: Value, kind: str, text: str) -> None:
    assert described(value) == (kind, text)


def test_cells_are_listed_by_sheet_and_row_without_the_empty_ones() -> None:
    rows = [Row(2, [None, Decimal(1)]), Row(9, ["x"])]
    book = Book("b.xlsx", "xlsx", [Sheet("One", rows), Sheet("Two", [], "hidden")])
    one = {
        "name": "One",
        "state": "visible",
        "cells": [
            {"address": "B2", "kind": "number", "text": "1"},
            {"address": "A9", "kind": "text", "text": "x"},
        ],
    }
    two = {"name": "Two", "state": "hidden", "cells": []}
    assert cells(book) == {"sheets": [one, two]}
    assert cells(book, "Two") == {"sheets": [two]}
    assert cells(book, "Three") == {"sheets": []}
