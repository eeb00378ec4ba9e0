"""An answer as text: JSON, CSV or a table for the terminal. Money keeps every digit."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from queries.question import Answer

# A spreadsheet takes text that begins like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SHARE = "DECIMAL(9,6)"  # a weight, or another number from 0 to 1: a ratio, not an amount


def as_json(answer: Answer) -> str:
    """A list of objects: money as decimal text, ratios and counts as numbers, missing as null."""
    return json.dumps(_rows(answer), ensure_ascii=False, indent=2)


def as_csv(answer: Answer) -> str:
    """Header and rows; missing is empty; text that looks like a formula is quoted with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.table.column_names)
    for row, exact in zip(_rows(answer), answer.records(), strict=True):
        writer.writerow(_inert(row[name], exact[name]) for name in row)
    return out.getvalue().rstrip("\n")


def as_table(answer: Answer) -> str:
    """Columns in line, numbers to the right; missing is a dash."""
    names = answer.table.column_names
    rows = [["-" if value is None else str(value) for value in row.values()] for row in _rows(answer)]
    return in_columns([names, *rows], [_is_number(answer, name) for name in names])


def in_columns(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> str:
    """Rows of text under one another, each column as wide as its widest cell."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(right))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in rows
    )


def money(amount: Decimal) -> str:
    """Plain digits, at least two after the point and no more than there are: -10.00, 0.333333."""
    whole, _, part = format(amount, "f").partition(".")
    return f"{whole}.{part.rstrip('0').ljust(2, '0')}"


def _rows(answer: Answer) -> list[dict[str, Any]]:
    shares = {name for name, kind in answer.question.columns.items() if kind == _SHARE}
    return [
        {name: _plain(value, name in shares) for name, value in record.items()} for record in answer.records()
    ]


def _plain(value: Any, is_share: bool) -> Any:
    if isinstance(value, Decimal):
        return float(value) if is_share else money(value)
    return value.isoformat() if isinstance(value, date) else value


def _inert(shown: Any, exact: Any) -> Any:
    return f"'{shown}" if isinstance(exact, str) and exact.startswith(_FORMULA) else shown


def _is_number(answer: Answer, name: str) -> bool:
    return answer.question.columns[name].startswith(("DECIMAL", "DOUBLE", "BIGINT", "INTEGER"))
