"""Cell addresses and ranges as a workbook writes them."""

import re

from data.ingest.reading.grid import Area, column_letters
from data.ingest.reading.limits import EXCEL_COLUMNS, EXCEL_ROWS

COLUMNS = {column_letters(column): column for column in range(EXCEL_COLUMNS)}
"""The 0-based column by its letters."""

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.ASCII)


def area(text: str) -> Area | None:
    """The rectangle of a reference such as A1:C9 or B2, None where it is none."""
    match = _RANGE.fullmatch(text.upper())
    if not match:
        return None
    first = COLUMNS.get(match[1], -1), int(match[2])
    last = (COLUMNS.get(match[3], -1), int(match[4])) if match[3] else first
    if min(first[0], last[0]) < 0 or not 1 <= first[1] <= last[1] <= EXCEL_ROWS or first[0] > last[0]:
        return None
    return Area(first[1], first[0], last[1], last[0])
