"""A mapping that says what was understood of a book, for somebody to correct."""

from dataclasses import replace
from typing import Any

from data.ingest.reading.grid import Book, Sheet, Value, column_letters
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import holds, text_of
from data.ingest.understanding.listing.find import Listing, find
from data.ingest.understanding.mapping.mapping import MappedColumn, MappedTable, Mapping
from data.ingest.understanding.mapping.propose import fitted, propose
from data.ingest.understanding.mapping.regions import Region, header_height, region_at
from data.ingest.understanding.mapping.targets import LISTS, REGISTER, WHOLE_LAYOUTS, roles
from data.ingest.understanding.mapping.whole import described
from data.ingest.understanding.profile import profiles

_NAMED = ("program", "project", "benefit")
_SHOWN_ROWS, _SHOWN_COLUMNS, _SHOWN_TEXT, _SAMPLES = 30, 40, 60, 3


def describe(book: Book, reading: Reading, known: Known) -> Mapping:
    """What was understood, as a mapping; where it cannot be said in one, what would be proposed."""
    made = propose(book, known)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    profile = profiles().get(reading.profile)
    if profile is not None and profile.layout == "list":
        tables = [_as_listed(listing) for listing in find(book, profile)]
    elif profile is not None and profile.layout in WHOLE_LAYOUTS:
        tables = list(described(book, reading, profile, known))
    elif spots := _spots(reading):
        tables = [
            _as_profiled(fitted(_region(sheets[sheet], row), target, known), reading)
            for (sheet, row), target in spots.items()
        ]
    elif reading.profile == "realized_workbook":
        tables = [_as_read(sheets[read.sheet], read) for read in reading.tables if read.rows_read]
    else:
        return made
    sure = tuple(replace(table, confidence=1.0) for table in tables)
    return replace(made, tables=sure, source=reading.source)


def _spots(reading: Reading) -> dict[tuple[str, int], str]:
    """Where a known tool's tables have their header, and the one target that says most of what is read there.

    None for forms and business cases, which are read as a whole.
    """
    profile = profiles().get(reading.profile)
    if profile is None:
        return {}
    found: dict[tuple[str, int], str] = {}
    for read in reading.tables:
        spot = (read.sheet, read.header_row)
        if profile.layout == "register":
            found[spot] = REGISTER
        elif profile.layout == "budget":
            found[spot] = "budget"
    return found


def _as_listed(listing: Listing) -> MappedTable:
    """A tool's list with the columns that its profile reads, and the roles that these have."""
    means = {at: role for role, columns in listing.roles.items() for at in columns}
    block, high = listing.block, listing.header_rows
    region = region_at(block.sheet, block.header_row, high, False, None) if high > 1 else None
    columns = tuple(
        MappedColumn(text, column_letters(at), means.get(at, ""))
        for at, text in (region.headers if region else block.headers).items()
    )
    return MappedTable(block.name, block.header_row, f"{LISTS}{listing.profile.name}", columns, high)


def _as_profiled(table: MappedTable, reading: Reading) -> MappedTable:
    """The table with the columns that the profile read, as it read them; names stay names of things."""
    known = set(roles(table.target))
    if table.target == REGISTER:
        known -= {"period_start", "period_end"}  # also made of the start and end of a benefit
    reads = [
        read
        for read in reading.tables
        if (read.sheet, read.header_row) == (table.sheet, table.header_row)
        and table.target in (REGISTER, read.table)
    ]
    said = {letters: field for read in reads for field, letters in read.letters.items() if field in known}
    for read in reads:  # of an ID and a name in one column the ID is kept here, and told apart below
        said |= {letters: f for f, letters in read.letters.items() if f.endswith("_id") and f in known}
    periods = {header for read in reads for header in read.period_columns}
    names = {name: {read.letters[name] for read in reads if name in read.letters} for name in _NAMED}
    columns = tuple(_as_said(one, said, periods, names) for one in table.columns)
    return replace(table, columns=columns)


def _as_said(
    one: MappedColumn, said: dict[str, str], periods: set[str], names: dict[str, set[str]]
) -> MappedColumn:
    field = said.get(one.letters)
    if one.period:  # budgeted copies and variances are left beside the row, as the profile left them
        return one if one.header in periods or not periods else replace(one, means="")
    if field is None:
        # the profile read this from another column, or the name where it is the ID
        taken = {one.means, f"{one.means}_id"} & set(said.values())
        return replace(one, means="") if taken else one
    if one.means in _NAMED and field == f"{one.means}_id" and names[one.means] <= {one.letters}:
        field = one.means  # a name serves as the ID
    return replace(one, means=field, confidence=1.0)


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
