"""A table as CSV: exact numbers with a point, ISO dates, text that no spreadsheet takes for a formula."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

from charts import numbers
from charts.files.tables import FORMULA, NUMERIC, Column, Table, yes_or_no

TYPE = "text/csv"


def csv_bytes(table: Table) -> bytes:
    """Header and rows in UTF-8, marked as such, since spreadsheets guess otherwise."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert(column.header) for column in table.columns])
    for row in table.rows:
        writer.writerow([_field(value, column) for value, column in zip(row, table.columns, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    """Text with an apostrophe before it where it looks like a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _field(value: Any, column: Column) -> str:
    if numbers.missing(value):
        return ""
    if column.kind in NUMERIC and not isinstance(value, str):
        return exact(value)
    if isinstance(value, date):
        return value.isoformat()
    return inert(yes_or_no(value))


def exact(value: Decimal | float | int) -> str:
    """Every digit there is and no more: 98.5, -1200000, 0.333333333333."""
    text = format(Decimal(str(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
