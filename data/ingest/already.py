"""Whether files are part of the current version already, and the report that the store kept of them.

A file counts as long as each row that was kept of it is still what the current version says: rows
that a later load replaced, or a restore left behind, can be loaded again.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb

from data.access import OPERATOR
from data.ingest.findings.base import Place
from data.ingest.findings.journey import AlreadyLoaded
from data.store import LoadedFile, Version, history, reader
from data.store.opening import quoted


def by_bytes(sha256s: Sequence[str], as_of: date | None) -> Version | None:
    """The newest version that brought one of these files, when all of them are in the current version."""
    return _all(sha256s, as_of, lambda file: file.sha256)


def by_rows(rows: Sequence[str], as_of: date | None) -> Version | None:
    """The same for files that were packed differently but say the same."""
    return _all(rows, as_of, lambda file: file.rows_sha256)


def known_rows(as_of: date | None) -> list[str]:
    """The hashes of the rows of every file that is still wholly part of the current version."""
    return [file.rows_sha256 for file, _ in _whole(as_of) if file.rows_sha256]


def report(version: Version, sha256: str, name: str) -> dict[str, Any]:
    """What a load of the same file reported, with the finding that says so."""
    file = next((one for one in version.files if one.sha256 == sha256), version.files[0])
    with reader(OPERATOR) as cursor:
        reads = cursor.execute(
            "select table_reads.* from table_reads join loaded_files using (file_id) where sha256 = ?",
            [file.sha256],
        ).fetchall()
        names = [column[0] for column in cursor.description or ()]
    return {
        "file": name,
        "sha256": sha256,
        "source": file.source,
        "version": version.number,
        "tables": [_table(dict(zip(names, read, strict=True))) for read in reads],
        "findings": [finding(version).as_dict()],
    }


def finding(version: Version) -> AlreadyLoaded:
    day = f"{version.loaded_at:%-d %B %Y}"
    return AlreadyLoaded(Place(), version.number, day, version.loaded_by)


def _all(keys: Sequence[str], as_of: date | None, key: Any) -> Version | None:
    ever = {key(file) for version in history.lineage(history.pointed()) for file in version.files}
    if not ever.issuperset(keys):
        return None  # the usual case, answered without opening the version
    found = {key(file): version for file, version in reversed(_whole(as_of))}
    if not keys or any(not one or one not in found for one in keys):
        return None
    return max((found[one] for one in keys), key=lambda version: version.number)


def _whole(as_of: date | None) -> list[tuple[LoadedFile, Version]]:
    """The files of the current version and where they came from, newest first, each still whole."""
    current = history.current()
    if current is None or (as_of is not None and as_of != current.as_of):
        return []
    with reader(OPERATOR, current.number) as cursor:
        whole = _loads_and_files(cursor)
    return [
        (file, version)
        for version in history.lineage(current.number)
        for file in version.files
        if (version.load_id, file.sha256) in whole
    ]


def _loads_and_files(cursor: duckdb.DuckDBPyConnection) -> set[tuple[str, str]]:
    """(load, sha256) of the files whose every stored row is still there."""
    named = "select count(*) from duckdb_tables() where schema_name = 'main' and table_name = 'stored_rows'"
    counted = cursor.execute(named).fetchone()
    if not counted or not counted[0]:
        return set()  # a version made before rows were counted: its files are read again
    stored = cursor.execute("select distinct table_name from stored_rows").fetchall()
    if not stored:
        return set()
    counts = " union all ".join(
        f"select file_id, '{table}' as table_name, sheet, count(distinct row) as rows_now "  # noqa: S608 - our own table names
        f"from entries.{quoted(table)} group by file_id, sheet"
        for (table,) in stored
    )
    rows: list[tuple[str, str]] = cursor.execute(
        f"""
        select load_id, sha256
        from loaded_files
        join stored_rows using (file_id)
        left join ({counts}) as now using (file_id, table_name, sheet)
        group by load_id, sha256
        having bool_and(coalesce(rows_now, 0) >= rows)
        """  # noqa: S608 - our own table names
    ).fetchall()
    return set(rows)


def _table(read: dict[str, Any]) -> dict[str, Any]:
    return {
        "table": read["table_name"],
        "sheet": read["sheet"],
        "header_row": read["header_row"],
        "first_column": read["first_column"],
        "rows_read": read["rows_read"],
        "rows_kept": read["rows_kept"],
        "rows_left_out": read["rows_left_out"],
        "columns": json.loads(read["columns"]),
        "letters": json.loads(read["letters"]),
        "sums": json.loads(read["sums"]),
        "period_columns": [],
        "notes": json.loads(read["notes"]),
    }
