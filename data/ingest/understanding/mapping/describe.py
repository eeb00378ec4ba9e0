"""A mapping that says what was understood of a book, for somebody to correct."""

from dataclasses import replace
from typing import Any

from data.ingest.reading.grid import Book, Sheet, Value, column_letters
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.mapping.mapping import MappedColumn, MappedTable, Mapping
from data.ingest.understanding.mapping.propose import fitted, propose
from data.ingest.understanding.mapping.regions import Region, header_height, region_at
from data.ingest.understanding.mapping.targets import REGISTER

_SHOWN_ROWS, _SHOWN_COLUMNS, _SHOWN_TEXT, _SAMPLES = 30, 40, 60, 3


def describe(book: Book, reading: Reading, known: Known) -> Mapping:
    """What was understood, as a mapping; where it cannot be said in one, what would be proposed."""
    made = propose(book, known)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    if reading.profile == "benefits_register":
        spots = dict.fromkeys((read.sheet, read.header_row) for read in reading.tables)
        tables = [fitted(_region(sheets[sheet], row), REGISTER, known) for sheet, row in spots]
    elif reading.profile == "realized_workbook":
        tables = [_as_read(sheets[read.sheet], read) for read in reading.tables if read.rows_read]
    else:
        return made
    sure = tuple(replace(table, confidence=1.0) for table in tables)
    return replace(made, tables=sure, source=reading.source)


def retable(book: Book, table: MappedTable, known: Known) -> MappedTable:
    """One table proposed anew, from where its header is and what it is read into."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == table.sheet), None)
    region = region_at(sheet, table.header_row, table.header_rows, table.transposed, None) if sheet else None
    if region is None or not region.parts:
        return replace(table, target="", columns=(), confidence=0.0)
    return fitted(region, table.target, known)


def samples(book: Book, mapping: Mapping) -> list[dict[str, list[str]]]:
    """For each table of the mapping the first texts of its columns, by letters."""
    found = []
    for table in mapping.tables:
        sheet = next(sheet for sheet in book.sheets if sheet.name == table.sheet)
        region = region_at(sheet, table.header_row, table.header_rows, table.transposed, None)
        rows = region.rows if region else []
        found.append(
            {
                one.letters: [_shown(row.value(at)) for row in rows if holds(row.value(at))][:_SAMPLES]
                for one in table.columns
                if (at := _column(one.letters)) >= 0
            }
        )
    return found


def glimpse(book: Book) -> list[dict[str, Any]]:
    """The first rows of every sheet as texts, for choosing a header's row."""
    return [
        {
            "name": sheet.name,
            "rows": [
                {"row": row.number, "cells": [_shown(value) for value in row.values[:_SHOWN_COLUMNS]]}
                for row in sheet.rows[:_SHOWN_ROWS]
            ],
        }
        for sheet in book.sheets
        if sheet.rows
    ]


def _shown(value: Value) -> str:
    return text_of(value)[:_SHOWN_TEXT]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _region(sheet: Sheet, header_row: int) -> Region:
    index = next(at for at, row in enumerate(sheet.rows) if row.number == header_row)
    region = region_at(sheet, header_row, header_height(sheet, index), False, None)
    assert region is not None
    return region


def _as_read(sheet: Sheet, read: TableRead) -> MappedTable:
    means = {letters: name for name, letters in read.letters.items()}
    region = region_at(sheet, read.header_row, 1, False, None)
    assert region is not None
    columns = tuple(
        MappedColumn(text, column_letters(column), means.get(column_letters(column), ""))
        for column, text in region.headers.items()
    )
    return MappedTable(read.sheet, read.header_row, read.table or "", columns)
