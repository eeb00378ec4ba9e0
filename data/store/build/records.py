"""The files of a version: which there were, how each of their tables was understood, what was found."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import duckdb

from data.ingest.staged import plain
from data.store.build.entries import FileReading
from data.store.build.sql import literal


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Lay out the register of files."""
    connection.execute(
        """
        create table loaded_files (
            file_id integer primary key,
            load_id varchar not null,
            name varchar not null,
            sha256 varchar not null,
            profile varchar not null,
            tool varchar not null,
            source varchar not null,
            loaded_at timestamp not null,
        );
        create table table_reads (
            file_id integer not null,
            table_name varchar not null,
            sheet varchar not null,
            header_row integer not null,
            first_column varchar not null,
            columns json not null,
            letters json not null,
            notes json not null,
            sums json not null,
            rows_read integer not null,
            rows_kept integer not null,
            rows_left_out integer not null,
        );
        create table stored_rows (
            file_id integer not null,
            table_name varchar not null,
            sheet varchar not null,
            rows integer not null,
        );
        create table findings (
            file_id integer not null,
            code varchar not null,
            severity varchar not null,
            sheet varchar,
            cell varchar,
            what varchar not null,
            remedy varchar not null,
        );
        """
    )


def number(
    connection: duckdb.DuckDBPyConnection,
    files: list[FileReading],
    load_id: str,
    loaded_at: datetime,
    has_base: bool,
) -> dict[int, FileReading]:
    """Enter the files of this load; answer them by their new ids."""
    first = 1
    if has_base:
        row = connection.execute(
            "select coalesce(max(file_id), 0) + 1 from base.main.loaded_files"
        ).fetchone()
        assert row is not None
        first = int(row[0])
    numbered = dict(enumerate(files, first))
    for file_id, file in numbered.items():
        reading = file.reading
        about = [reading.profile, reading.tool, reading.source, loaded_at]
        connection.execute(
            "insert into loaded_files values (?, ?, ?, ?, ?, ?, ?, ?)",
            [file_id, load_id, file.name, file.sha256, *about],
        )
    return numbered


def write_reads(connection: duckdb.DuckDBPyConnection, file_id: int, file: FileReading) -> None:
    """Keep how each table of the file was understood."""
    rows = [
        (
            file_id,
            read.table,
            read.sheet,
            read.header_row,
            read.first_column,
            literal(read.columns),
            literal(read.letters),
            literal(read.notes),
            literal({name: plain(total) for name, total in read.sums.items()}),
            read.rows_read,
            read.rows_kept,
            read.rows_left_out,
        )
        for read in file.reading.tables
        if read.table is not None
    ]
    _write(connection, "table_reads", rows)


def write_stored(connection: duckdb.DuckDBPyConnection, file_id: int, file: FileReading) -> None:
    """Keep how many rows of each sheet are stored, to see later whether all of them still are."""
    tables = dict.fromkeys(read.table for read in file.reading.tables if read.table)
    counts = " union all ".join(
        f"select {file_id}, '{table}', sheet, count(distinct row)"
        f" from entries.{table} where file_id = {file_id} group by sheet"
        for table in tables
    )
    if counts:
        connection.execute(f"insert into stored_rows {counts}")


def write_findings(
    connection: duckdb.DuckDBPyConnection, file_id: int, findings: Iterable[dict[str, Any]]
) -> None:
    """Keep what was found in the file."""
    _write(connection, "findings", [(file_id, *finding.values()) for finding in findings])


def _write(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    """One statement for all rows: planning one for each would cost more than they do."""
    if rows:
        places = ", ".join(f"({', '.join('?' * len(rows[0]))})" for _ in rows)
        connection.execute(f"insert into {table} values {places}", [value for row in rows for value in row])
