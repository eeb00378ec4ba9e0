"""From what the files said to what holds: one row per thing, one value per period.

Several sources may speak about one benefit. They meet by ID; field by field the later file
wins where it says anything at all, and of two values for the same period the later file's.
"""

import duckdb

from data.model import TABLES, Table
from data.store.build.sql import quoted, script

# Tables whose rows may repeat a key within one file (cost lines of one period add up).
_REPEATING = ("budget",)


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the resolved tables of the main schema from schema `entries`."""
    for table in TABLES:
        if table.long:
            _latest_values(connection, table)
        elif table.name in _REPEATING:
            _latest_rows(connection, table)
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


def _latest_rows(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Repeating records: every row of the latest file that speaks about the key."""
    keys = ", ".join(quoted(name) for name in table.key)
    columns = [quoted(field.name) for field in table.fields] + ["period_start", "period_end"]
    connection.execute(
        f"create table {table.name} as select {', '.join(columns)}, file_id, sheet, row"
        f" from entries.{table.name} qualify file_id = max(file_id) over (partition by {keys})"
        f" order by {keys}"
    )


def _latest_values(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Values: one per key; `amounts.sql` turns these into amounts that may be added."""
    keys = ", ".join(quoted(name) for name in table.key)
    connection.execute(
        f"create temp table latest_{table.name} as select * from entries.{table.name}"
        f" qualify row_number() over (partition by {keys} order by file_id desc, row, cell) = 1"
    )
