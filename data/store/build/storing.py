"""What the files said goes into the version file, once.

Most loads bring nothing twice: then each resolved row is one that a file said, and schema `entries`
of the file shows the resolved rows under their old names instead of holding them again. A table of
which anything was merged, superseded or given another sign is written as it was said.
"""

import duckdb

from data.ingest.staged import schema
from data.model import TABLES, Table
from data.store.build.entries import Extent
from data.store.build.sql import quoted

# What a record, which has no cell of its own, says of its cell and of why a value is missing.
_OF_RECORDS = {"cell": "''", "missing": "null::varchar"}


def store_entries(connection: duckdb.DuckDBPyConnection, extents: dict[str, Extent]) -> None:
    """Give the version file its schema `entries`. The last step: from here on the name means two things."""
    row = connection.execute(
        "select current_database(), exists(select 1 from valued_benefits where sign < 0)"
    ).fetchone()
    assert row is not None
    file, turned = quoted(row[0]), bool(row[1])
    connection.execute(f"create schema {file}.entries")
    for table in TABLES:
        if _is_as_said(connection, table, extents[table.name], turned):
            connection.execute(f"create view {file}.entries.{table.name} as {_shown(table)}")
        else:
            connection.execute(
                f"create table {file}.entries.{table.name} as select * from entries.main.{table.name}"
            )


def _is_as_said(connection: duckdb.DuckDBPyConnection, table: Table, extent: Extent, turned: bool) -> bool:
    if extent.repeats or (table.long and turned):
        return False
    row = connection.execute(
        f"select (select count(*) from main.{table.name}) = (select count(*) from entries.main.{table.name})"
    ).fetchone()
    return bool(row and row[0])


def _shown(table: Table) -> str:
    own = {} if table.long else _OF_RECORDS
    names = ["file_id", "scope", *schema(table).names]
    columns = ", ".join(f"{own[name]} as {name}" if name in own else quoted(name) for name in names)
    return f"select {columns} from main.{table.name}"
