"""A version file made once more from what its files said, with the tables that this program knows."""

from pathlib import Path

import duckdb

from data.model import TABLES
from data.store import build
from data.store.build import entries, records
from data.store.build.carry_over import stored_before
from data.store.build.resolve import resolve
from data.store.build.sql import quoted, quoted_list, script
from data.store.build.storing import store_entries

_RECORDS = ("loaded_files", "table_reads", "findings")


def rebuild(target: Path, origin: Path, memory_mb: int = 400) -> list[str]:
    """Write `target` from what `origin` says was said; `origin` is only read.

    Answers the row counts and sums in which the two differ: a file with any must be thrown away.
    """
    with build.writable(target, origin, memory_mb) as connection:
        connection.begin()
        entries.create(connection)
        for table in TABLES:
            _copy(connection, ("entries", "main"), ("base", "entries"), table.name)
        extents = entries.extents(connection)
        connection.commit()
        connection.begin()
        records.create(connection)
        for name in _RECORDS:
            _copy(connection, (_here(connection), "main"), ("base", "main"), name)
        connection.execute(f"insert into stored_rows by name {stored_before(connection)}")
        resolve(connection, extents)
        connection.execute(script("summaries"))
        connection.execute(
            "create table build_facts as select ? as schema, load_id from base.main.build_facts",
            [build.SCHEMA],
        )
        store_entries(connection, extents)
        connection.commit()
        connection.execute("checkpoint")
        return _differences(connection)


def _copy(
    connection: duckdb.DuckDBPyConnection, to: tuple[str, str], origin: tuple[str, str], table: str
) -> None:
    """The rows of a table as they are, in the columns that it has in both schemas."""
    mine, theirs = (_columns(connection, *place, table) for place in (to, origin))
    both = quoted_list(name for name in mine if name in theirs)
    if both:
        target, source = (".".join(map(quoted, (*place, table))) for place in (to, origin))
        connection.execute(f"insert into {target} ({both}) select {both} from {source}")


def _columns(connection: duckdb.DuckDBPyConnection, database: str, schema: str, table: str) -> list[str]:
    rows = connection.execute(
        "select column_name from duckdb_columns()"
        " where database_name = ? and schema_name = ? and table_name = ? order by column_index",
        [database, schema, table],
    ).fetchall()
    return [row[0] for row in rows]


def _here(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute("select current_database()").fetchone()
    assert row is not None
    return str(row[0])


def _differences(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Every table that `base` has too, with the same number of rows and the same sums."""
    found = []
    for table in TABLES:
        if not _columns(connection, "base", "main", table.name):
            continue
        amounts = ", sum(value), sum(amount)" if table.long else ""
        now, was = (
            connection.execute(f"select count(*){amounts} from {place}{table.name}").fetchone()
            for place in ("main.", "base.main.")
        )
        if now != was:
            found.append(f"{table.sheet} held {_said(was)} and would hold {_said(now)}")
    return found


def _said(measured: tuple[object, ...] | None) -> str:
    rows, *sums = measured or (0,)
    return f"{rows} rows" + (f" with sums {', '.join(map(str, sums))}" if sums else "")
