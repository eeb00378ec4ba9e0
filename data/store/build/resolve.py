"""From what the files said to what holds: one row per thing, one value per period.

Several sources may speak about one benefit. They meet by ID; field by field the later file
wins where it says anything at all, and of two values for the same period the later file's.
"""

import duckdb

from data.model import TABLES, Table, Type
from data.store.build.entries import REPEATING, Extent
from data.store.build.sql import quoted, quoted_list, script

# A database file skips rows by groups of 122,880: below a few groups their order saves a question nothing.
SORTED_FROM = 1_000_000
# What holds where no source says anything: a project of which nobody says more is open.
ASSUMED = {("projects", "status"): "active"}
# The keys that not every series of values has.
_OWN_KEYS = {"case_version": "varchar", "forecast_as_of": "date"}
# What a resolved row keeps of where and how it was said.
STORED_BESIDE = ("file_id", "sheet", "row", "scope", "raw", "extra")


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
    for table in TABLES:
        if table.long:
            _values_with_amounts(connection, table, extents[table.name].rows > SORTED_FROM)


def _merged(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Records: one row per key, each field from the latest file that fills it."""
    order = "file_id * 10000000 + row"
    fields = [
        _or_assumed(
            table,
            field.name,
            f"arg_max({quoted(field.name)}, {order}) filter (where {quoted(field.name)} is not null)",
        )
        for field in table.fields
        if field.name not in table.key
    ]
    place = [f"arg_max({name}, {order}) as {name}" for name in STORED_BESIDE]
    keys = [quoted(name) for name in table.key]
    connection.execute(
        f"create table {table.name} as select {', '.join(keys + fields + place)}"
        f" from entries.{table.name} group by {', '.join(keys)} order by {', '.join(keys)}"
    )


def _latest_rows(connection: duckdb.DuckDBPyConnection, table: Table, repeats: bool) -> None:
    """Every row of a table whose keys do not meet; where rows may repeat a key, what is said last of it."""
    columns = [_or_assumed(table, field.name, quoted(field.name)) for field in table.fields]
    columns += ["period_start", "period_end"] if table.periodic else []
    source = _said_last(table) if repeats else f"entries.{table.name}"
    connection.execute(
        f"create table {table.name} as select {', '.join([*columns, *STORED_BESIDE])}"
        f" from {source} order by {quoted_list(table.key)}"
    )


def _said_last(table: Table) -> str:
    """The rows with each amount by the latest file that says it of the key: what was budgeted and what was
    spent come from different files, and neither takes the place of the other."""
    keys = quoted_list(table.key)
    amounts = [quoted(field.name) for field in table.fields if field.type is Type.DECIMAL]
    latest = [
        f"case when file_id = max(file_id) filter (where {name} is not null) over (partition by {keys})"
        f" then {name} end as {name}"
        for name in amounts
    ]
    said = (
        f"select * replace ({', '.join(latest)}), max(file_id) over (partition by {keys}) as last_file"
        f" from entries.{table.name}"
    )
    return f"({said}) where coalesce({', '.join(amounts)}) is not null or file_id = last_file"


def _or_assumed(table: Table, name: str, sql: str) -> str:
    if value := ASSUMED.get((table.name, name)):
        return f"coalesce({sql}, '{value}') as {quoted(name)}"
    return f"{sql} as {quoted(name)}"


def _latest_values(connection: duckdb.DuckDBPyConnection, table: Table, repeats: bool) -> None:
    """Values: one per key, all series in the same columns; `amounts.sql` adds amounts that add up."""
    keys = quoted_list(table.key)
    unkeyed = [f"null::{kind} as {name}" for name, kind in _OWN_KEYS.items() if name not in table.key]
    columns = ", ".join([f"'{_series(table)}' as series", *unkeyed, "*"])
    latest = f"qualify row_number() over (partition by {keys} order by file_id desc, row, cell) = 1"
    # Where nothing repeats the rows are read where they are, not copied.
    connection.execute(
        f"create temp {'table' if repeats else 'view'} latest_{table.name} as"
        f" select {columns} from entries.{table.name} {latest if repeats else ''}"
    )


def _series(table: Table) -> str:
    return table.name.removesuffix("_values")


def _values_with_amounts(connection: duckdb.DuckDBPyConnection, table: Table, is_sorted: bool) -> None:
    """The resolved long table; a very long one in the order of its programs, benefits and periods."""
    periods = ["period_start", "period_end"]
    named = ["program_id", *(name for name in table.key if name not in periods)]
    others = [field.name for field in table.fields if field.name not in ("value", *table.key)]
    columns = [
        *named,
        *periods,
        "value",
        "amount",
        *others,
        "missing",
        "cell",
        *STORED_BESIDE,
    ]
    order = f"order by {quoted_list([*named, 'period_end'])}" if is_sorted else ""
    connection.execute(
        f"create table {table.name} as select {quoted_list(columns)}"
        f" from valued('latest_{table.name}') {order}"
    )
