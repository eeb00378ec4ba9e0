"""A file that nothing recognises: its tables as they were seen, and what to do about it."""

from data.ingest.findings.base import Place
from data.ingest.findings.tables import NotRecognised
from data.ingest.reading.grid import Book, Row, Sheet, column_letters
from data.ingest.staged import Reading, TableRead
from data.ingest.understanding.block import block_at, holds
from data.ingest.understanding.heard import Heard

SEARCHED_ROWS = 40


def list_tables(book: Book, heard: Heard) -> Reading:
    """The reading of a file that nothing recognised: it refuses, naming what was seen and what is lacking."""
    tables = [table for sheet in book.sheets if (table := _table(sheet))]
    lacking = "which benefit a row is about, or what was planned or realized" if tables else ""
    heard.add(NotRecognised(Place(tables[0].sheet if len(tables) == 1 else ""), _seen(tables), lacking))
    return Reading("not_recognised", "Not recognised", "not recognised", tables, heard.all())


def _seen(tables: list[TableRead]) -> str:
    if not tables:
        return "there is no table in it"
    shown = [
        f"sheet {table.sheet!r}, row {table.header_row}: {', '.join(list(table.columns.values())[:8])}"
        for table in tables[:5]
    ]
    more = f", and {len(tables) - 5} more sheets" if len(tables) > 5 else ""
    return "; ".join(shown) + more


def _table(sheet: Sheet) -> TableRead | None:
    """The most likely header: the row with the most texts, the first of equals, with rows below it."""
    best, most = None, 0
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        if (texts := _texts(row)) > most:
            best, most = index, texts
    if best is None:
        return None
    block = block_at(sheet, best)
    columns = {column_letters(column): header[:120] for column, header in block.headers.items()}
    count = len(block.rows)
    return TableRead(
        table=None,
        sheet=sheet.name,
        header_row=block.header_row,
        first_column=block.first_column,
        rows_read=count,
        rows_kept=0,
        columns=columns,
        letters={letters: letters for letters in columns},
    )


def _texts(row: Row) -> int:
    return len(
        {value for value in row.values if isinstance(value, str) and holds(value) and len(value) < 300}
    )
