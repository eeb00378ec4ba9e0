"""What the files said: schema `entries`, one table per public table, rows of every source that still speaks.

A row keeps its file, its sheet, its row and its cell. `scope` is the program a row is about
('' where a table or a row has none): a load replaces, table by table, what an earlier load of
the same source said about the same programs, and nothing else.

While a version is built, `entries` is a database in memory: rows come, go and are changed there.
`data.store.build.storing` writes what is left to the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.staged import Reading, TableRead, schema
from data.model import TABLES, Table, Type
from data.store.build.sql import quoted, quoted_list

# Tables whose rows may repeat a key within one file: cost lines of one period add up.
REPEATING = ("budget",)
# Whose program a row belongs to that names none itself, by the ID that it names.
_OWNERS = {"benefits": "benefit_id", "projects": "project_id"}


@dataclass(frozen=True)
class FileReading:
    """One understood file of a load; `findings` (as plain values) are kept with it."""

    name: str
    sha256: str
    reading: Reading
    findings: list[dict[str, Any]] = field(default_factory=list)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay out `entries`."""
    connection.execute(";".join(_layout(table) for table in TABLES))


def _layout(table: Table) -> str:
    columns = ["file_id integer not null", "scope varchar not null default ''"]
    columns += [f"{quoted(field.name)} {_sql_type(field)}" for field in schema(table)]
    return f"create table entries.{table.name} ({', '.join(columns)})"


def insert(connection: duckdb.DuckDBPyConnection, files: Mapping[int, FileReading], has_base: bool) -> None:
    """Add the rows of this load; what names no program belongs to that of its benefit or project."""
    staged = [(file_id, *one) for file_id, file in files.items() for one in _staged(file.reading)]
    without = [one for one in staged if "program_id" not in one[2].schema.names]
    for file_id, table, rows in staged:
        if "program_id" in rows.schema.names:
            _insert(connection, file_id, table, rows, "coalesce(program_id, '')")
    homes = {name: _homes(connection, name, has_base) for name in _OWNERS} if without else {}
    for file_id, table, rows in without:
        owner = next((name for name, key in _OWNERS.items() if key in rows.schema.names), None)
        scopes = _scopes(rows.column(_OWNERS[owner]), homes[owner]) if owner else pa.repeat("", rows.num_rows)
        _insert(connection, file_id, table, rows.append_column("scope", scopes), "scope")


def _insert(
    connection: duckdb.DuckDBPyConnection, file_id: int, table: str, rows: pa.Table, scope: str
) -> None:
    names = quoted_list(name for name in rows.schema.names if name != "scope")
    connection.register("staged", rows)
    connection.execute(
        f"insert into entries.{table} (file_id, scope, {names})"
        f" select {file_id}, {scope}, {names} from staged"
    )
    connection.unregister("staged")


def _homes(connection: duckdb.DuckDBPyConnection, entity: str, has_base: bool) -> pa.Table:
    """The program of each benefit or project, by the new files, then by the base."""
    key = _OWNERS[entity]
    known = f"select {key}, program_id from entries.{entity}"
    if has_base:
        known += (
            f" union all select {key}, program_id from base.main.{entity}"
            f" where {key} not in (select {key} from entries.{entity} where {key} is not null)"
        )
    return connection.sql(
        f"select {key}, any_value(program_id) as program_id from ({known})"
        f" where program_id is not null group by {key}"
    ).to_arrow_table()


def _scopes(owners: pa.ChunkedArray, homes: pa.Table) -> pa.ChunkedArray:
    """For each row the program of what it is about; '' where that is not known."""
    places = pc.index_in(owners, homes.column(0), skip_nulls=True)
    return pc.fill_null(homes.column(1).combine_chunks().take(places), "")


def recount(connection: duckdb.DuckDBPyConnection, file_id: int, file: FileReading) -> FileReading:
    """The file's tables with rows kept and sums as they now stand in the store."""
    tables = [_recounted(connection, file_id, read) for read in file.reading.tables]
    return replace(file, reading=replace(file.reading, tables=tables))


def _recounted(connection: duckdb.DuckDBPyConnection, file_id: int, read: TableRead) -> TableRead:
    if read.table is None:
        return read
    names = list(read.sums)
    sums = "".join(f", sum({quoted(name)})" for name in names)
    row = connection.execute(
        f"select count(*){sums} from entries.{read.table} where file_id = ? and sheet = ?",
        [file_id, read.sheet],
    ).fetchone()
    assert row is not None
    staged = read.rows.num_rows if read.rows is not None else 0
    totals = {
        name: total if total is not None else Decimal(0) for name, total in zip(names, row[1:], strict=True)
    }
    if row[0] == staged:
        return replace(read, sums=totals)
    # A sheet row may carry many values (wide): it is left out when none of them is kept.
    kept = _value(
        connection,
        f"select count(distinct row) from entries.{read.table} where file_id = ? and sheet = ?",
        [file_id, read.sheet],
    )
    return replace(read, sums=totals, rows_kept=min(read.rows_kept, kept))


def _staged(reading: Reading) -> Iterator[tuple[str, pa.Table]]:
    for read in reading.tables:
        if read.table is not None and read.rows is not None and read.rows.num_rows:
            yield read.table, read.rows


def _sql_type(field: pa.Field) -> str:
    by_arrow = {
        pa.string(): "varchar",
        pa.date32(): "date",
        pa.int32(): "integer",
        pa.bool_(): "boolean",
        pa.decimal128(24, 6): Type.DECIMAL.value,
        pa.decimal128(9, 6): Type.SHARE.value,
    }
    return by_arrow[field.type]


def _value(connection: duckdb.DuckDBPyConnection, sql: str, parameters: list[object] | None = None) -> int:
    row = connection.execute(sql, parameters or []).fetchone()
    assert row is not None
    return int(row[0])


@dataclass(frozen=True)
class Extent:
    """How much a table of `entries` holds; statements that can find nothing are not run."""

    rows: int
    keys: int

    @property
    def repeats(self) -> bool:
        return self.rows > self.keys


def extents(connection: duckdb.DuckDBPyConnection) -> dict[str, Extent]:
    """Rows and distinct keys of every table."""
    rows = _counts(connection, {table.name: f"entries.{table.name}" for table in TABLES})
    distinct = {
        table.name: f"(select distinct {quoted_list(table.key)} from entries.{table.name})"
        for table in TABLES
        if rows[table.name]
    }
    keys = _counts(connection, distinct) if distinct else {}
    return {name: Extent(count, keys.get(name, 0)) for name, count in rows.items()}


def _counts(connection: duckdb.DuckDBPyConnection, origins: Mapping[str, str]) -> dict[str, int]:
    """How many rows each origin has, in one statement."""
    counts = " union all ".join(f"select '{name}', count(*) from {rows}" for name, rows in origins.items())
    return dict(connection.execute(counts).fetchall())
