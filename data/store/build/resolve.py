"""From what the files said to what holds: one row per thing, one value per period.

Several sources may speak about one benefit. They meet by ID; field by field the later file
wins where it says anything at all, and of two values for the same period the later file's.
"""

import duckdb

from data.model import TABLES, Table
from data.store.build.entries import REPEATING, Extent
from data.store.build.sql import quoted, quoted_list, script


def resolve(connection: duckdb.DuckDBPyConnection, extents: dict[str, Extent]) -> None:
    """Make the resolved tables of the main schema from schema `entries`."""
    for table in TABLES:
        repeats = extents[table.name].repeats
        if table.long:
            _latest_values(connection, table, repeats)
        elif table.name in REPEATING or not repeats:
            _latest_rows(connection, table, repeats)
        else:
            _merged(connection, table)
    connection.execute(script("amounts"))


def _merged(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Records: one row per key, each field from the latest file that fills it."""
    order = "file_id * 10000000 + row"
    fields = [
        f"arg_max({quoted(field.name)}, {order}) filter (where {quoted(field.name)} is not null)"
        f" as {quoted(field.name)}"
        for field in table.fields
        if field.name not in table.key
    ]
    place = [f"arg_max({name}, {order}) as {name}" for name in ("file_id", "sheet", "row")]
    keys = [quoted(name) for name in table.key]
    connection.execute(
        f"create table {table.name} as select {', '.join(keys + fields + place)}"
        f" from entries.{table.name} group by {', '.join(keys)} order by {', '.join(keys)}"
    )


def _latest_rows(connection: duckdb.DuckDBPyConnection, table: Table, repeats: bool) -> None:
    """Every row of the latest file that speaks about the key."""
    keys = quoted_list(table.key)
    columns = [field.name for field in table.fields]
    columns += ["period_start", "period_end"] if table.periodic else []
    latest = f"qualify file_id = max(file_id) over (partition by {keys})" if repeats else ""
    connection.execute(
        f"create table {table.name} as select {quoted_list(columns)}, file_id, sheet, row"
        f" from entries.{table.name} {latest} order by {keys}"
    )


def _latest_values(connection: duckdb.DuckDBPyConnection, table: Table, repeats: bool) -> None:
    """Values: one per key; `amounts.sql` turns these into amounts that may be added."""
    keys = quoted_list(table.key)
    latest = f"qualify row_number() over (partition by {keys} order by file_id desc, row, cell) = 1"
    connection.execute(
        f"create temp table latest_{table.name} as select * from entries.{table.name}"
        f" {latest if repeats else ''}"
    )
