"""Hidden rows and columns of what was read: they count like all others, so they are named."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from data.ingest.findings import tables as said
from data.ingest.findings.base import Finding, Place
from data.ingest.reading.grid import Book, Row, Sheet, column_letters
from data.ingest.staged import TableRead
from data.ingest.understanding.block import header_texts, holds

_LISTED = 12  # stretches of rows, or columns, that are named one by one


def told(book: Book, tables: Iterable[TableRead]) -> Iterator[Finding]:
    """What is hidden on the sheets that these tables were read from."""
    first: dict[str, int] = {}
    for table in tables:
        if table.table is not None:
            first[table.sheet] = min(table.header_row, first.get(table.sheet, table.header_row))
    for sheet in book.sheets:
        if sheet.name in first:
            yield from _on(sheet, first[sheet.name])


def _on(sheet: Sheet, header_row: int) -> Iterator[Finding]:
    rows = [row.number for row in sheet.rows
            if row.hidden and row.number > header_row and any(map(holds, row.values))]  # fmt: skip
    if rows:
        yield said.HiddenRows(Place(sheet.name), len(rows), _stretches(rows))
    if columns := _columns(sheet, header_row):
        yield said.HiddenColumns(Place(sheet.name), ", ".join(columns))


def _columns(sheet: Sheet, header_row: int) -> list[str]:
    header = next((row for row in sheet.rows if row.number == header_row), Row(header_row, []))
    texts = header_texts(header)
    hidden = [column for column in sorted(sheet.hidden_columns) if column in texts]
    named = [f"{column_letters(column)} ({texts[column][:40]})" for column in hidden[:_LISTED]]
    return [*named, f"and {len(hidden) - _LISTED} more"] if len(hidden) > _LISTED else named


def _stretches(rows: list[int]) -> str:
    """5, 7 to 9: numbers that follow one another as one stretch."""
    ends = [[rows[0]]]
    for one, following in pairwise(rows):
        if following == one + 1:
            ends[-1] = [ends[-1][0], following]
        else:
            ends.append([following])
    shown = [" to ".join(map(str, end)) for end in ends[:_LISTED]]
    return ", ".join([*shown, f"and {len(ends) - _LISTED} more"] if len(ends) > _LISTED else shown)
