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
    same = _same_number(connection)
    parts = [f"create schema {file}.entries"]
    for table in TABLES:
        merged = extents[table.name].repeats or (table.long and turned)
        if same[table.name] and not merged:
            parts.append(f"create view {file}.entries.{table.name} as {_shown(table)}")
        else:
            parts.append(
                f"create table {file}.entries.{table.name} as select * from entries.main.{table.name}"
            )
    connection.execute(";".join(parts))


def _same_number(connection: duckdb.DuckDBPyConnection) -> dict[str, bool]:
    """Whether as many rows of each table hold as were said."""
    counts = " union all ".join(
        f"select '{table.name}', (select count(*) from main.{table.name})"
        f" = (select count(*) from entries.main.{table.name})"
        for table in TABLES
    )
    return dict(connection.execute(counts).fetchall())


def _shown(table: Table) -> str:
    own = {} if table.long else _OF_RECORDS
    names = ["file_id", "scope", *schema(table).names]
    columns = ", ".join(f"{own[name]} as {name}" if name in own else quoted(name) for name in names)
    return f"select {columns} from main.{table.name}"
