"""Sheets with one record a column, turned so that each record is a row."""

from data.ingest.reading.grid import Row, Sheet, Value


def transposed(sheet: Sheet) -> Sheet:
    """The sheet with rows and columns exchanged: row n is column n, value m is that of row m + 1."""
    height = max((row.number for row in sheet.rows), default=0)
    width = max((len(row.values) for row in sheet.rows), default=0)
    columns: list[list[Value]] = [[None] * height for _ in range(width)]
    for row in sheet.rows:
        for column, value in enumerate(row.values):
            columns[column][row.number - 1] = value
    rows = [
        Row(number, values) for number, values in enumerate(columns, 1) if any(v is not None for v in values)
    ]
    return Sheet(sheet.name, rows, sheet.state)
