"""Checks on what the files say, before it is resolved: duplicates and shares."""

from collections.abc import Iterator

import duckdb

from data.ingest.findings.base import Finding, Place
from data.ingest.findings.dataset import DuplicateId, DuplicateValue, RepeatedValue, ShareOutOfRange
from data.ingest.findings.money import TwoUnits
from data.model import TABLES, Table, Type
from data.store.build.entries import REPEATING, Extent
from data.store.build.places import Places
from data.store.build.sql import quoted, quoted_list

Found = Iterator[tuple[int, Finding]]


def check_entries(connection: duckdb.DuckDBPyConnection, places: Places, extents: dict[str, Extent]) -> Found:
    """Every check on schema `entries`; only findings of the files of this load."""
    for table in TABLES:
        if extents[table.name].repeats and table.long:
            yield from _duplicate_values(connection, table, places)
        elif extents[table.name].repeats and table.name not in REPEATING:
            yield from _duplicate_records(connection, table, places)
        if extents[table.name].rows:
            yield from _shares(connection, table, places)
    yield from _two_units(connection, places, "benefits", "benefit_id", "unit", "Benefit")
    yield from _two_units(connection, places, "programs", "program_id", "currency", "Program")


def _duplicate_values(connection: duckdb.DuckDBPyConnection, table: Table, places: Places) -> Found:
    keys = quoted_list(table.key)
    rows = connection.execute(
        f"""
        with repeated as (
            select file_id, {keys} from entries.{table.name} group by file_id, {keys} having count(*) > 1
        )
        select
            entry.file_id, entry.sheet, entry.row, entry.cell, entry.value,
            first_value(entry.cell) over same as first_cell,
            first_value(entry.value) over same as first_value,
            row_number() over same as position,
            concat_ws(' ', {keys})
        from entries.{table.name} as entry
        join repeated using (file_id, {keys})
        window same as (partition by file_id, {keys} order by sheet, row, cell)
        order by entry.file_id, entry.sheet, entry.row
        """
    ).fetchall()
    for file_id, sheet, row, cell, value, first_cell, first_value, position, subject in rows:
        if position > 1 and places.is_new(file_id):
            place = Place(sheet, cell or str(row))
            kind = RepeatedValue if value == first_value else DuplicateValue
            yield file_id, kind(place, f"{table.sheet}: {subject}", first_cell)


def _duplicate_records(connection: duckdb.DuckDBPyConnection, table: Table, places: Places) -> Found:
    keys = quoted_list(table.key)
    others = [field.name for field in table.fields if field.name not in table.key]
    fields = ", ".join(f"{quoted(name)} := {quoted(name)}" for name in others) or "nothing := null"
    rows = connection.execute(
        f"""
        select file_id, sheet, row, concat_ws(' ', {keys}), first_value(row) over same
        from entries.{table.name}
        window same as (partition by file_id, {keys} order by sheet, row)
        qualify row > first_value(row) over same
            and struct_pack({fields}) is distinct from first_value(struct_pack({fields})) over same
        order by file_id, sheet, row
        """
    ).fetchall()
    for file_id, sheet, row, subject, first_row in rows:
        if places.is_new(file_id):
            place = places.of(file_id, table.name, sheet, row, table.key[0])
            yield file_id, DuplicateId(place, f"{table.sheet}: {subject}", f"row {first_row}")


def _shares(connection: duckdb.DuckDBPyConnection, table: Table, places: Places) -> Found:
    for field in table.fields:
        if field.type is not Type.SHARE or field.name == "discount_rate":
            continue
        rows = connection.execute(
            f"select file_id, sheet, row, {quoted(field.name)} from entries.{table.name}"
            f" where {quoted(field.name)} not between 0 and 1 order by file_id, sheet, row"
        ).fetchall()
        for file_id, sheet, row, value in rows:
            if places.is_new(file_id):
                place = places.of(file_id, table.name, sheet, row, field.name)
                yield file_id, ShareOutOfRange(place, field.header, f"{value.normalize():f}")


def _two_units(
    connection: duckdb.DuckDBPyConnection, places: Places, table: str, key: str, field: str, word: str
) -> Found:
    rows = connection.execute(
        f"""
        select entry.file_id, entry.sheet, entry.row, entry.{key}, other.{field}, entry.{field}
        from entries.{table} as entry
        join entries.{table} as other on other.{key} = entry.{key} and other.{field} <> entry.{field}
        qualify row_number() over (partition by entry.{key} order by entry.file_id desc, entry.row desc) = 1
        """
    ).fetchall()
    for file_id, sheet, row, identity, first, second in rows:
        if places.is_new(file_id):
            place = places.of(file_id, table, sheet, row, field)
            yield file_id, TwoUnits(place, f"{word} {identity!r}", first, second)
