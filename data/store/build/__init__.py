"""A new version file: what the base knew, less what the new files replace, plus what they say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from data.ingest.findings.base import Finding, Severity
from data.ingest.findings.capped import capped
from data.model import TABLES
from data.store.build import change, entries, records
from data.store.build.carry_over import keep_files, keep_from_base
from data.store.build.dataset_checks import check_dataset
from data.store.build.entries import FileReading
from data.store.build.entry_checks import check_entries
from data.store.build.places import Places
from data.store.build.references import leave_out_unknown
from data.store.build.resolve import resolve
from data.store.build.sql import script
from data.store.build.storing import store_entries

__all__ = ["BuildReport", "FileReading", "build"]

# Bumped when the tables of a version file change; a program refuses files newer than itself.
SCHEMA = 4
# What takes longer than it saves in these statements, at any size.
_NOT_WORTH_IT = "expression_rewriter, join_filter_pushdown, common_subplan"


@dataclass(frozen=True)
class BuildReport:
    """What was built.

    files           the readings, rows kept and sums as they now stand in the store
    findings        by position in `files`: what showed when the file met the rest of the data
    proposed_as_of  the last period end with realized values, not after the day of loading
    change          what differs from the base: see `data.store.build.change`
    counts, sums    rows by resolved table; sums by `table.field`; to verify the file against
    """

    files: list[FileReading]
    findings: list[list[Finding]]
    proposed_as_of: date
    change: dict[str, Any]
    counts: dict[str, int] = field(default_factory=dict)
    sums: dict[str, Decimal] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        return any(one.severity is Severity.REFUSES for found in self.findings for one in found)


def build(
    target: Path,
    base: Path | None,
    readings: list[FileReading],
    load_id: str,
    as_of: date | None,
    loaded_at: datetime,
    memory_mb: int = 400,
) -> BuildReport:
    """Write the version file `target` from `base` and the files of one load.

    The file is complete and checkpointed when this returns; it is not current until the ledger
    says so. A report with a refusing finding belongs to a file that must be thrown away.
    """
    with writable(target, base, memory_mb) as connection:
        report = _built(connection, base is not None, readings, load_id, as_of, loaded_at)
        connection.execute("checkpoint")
        return report


def writable(target: Path, base: Path | None, memory_mb: int) -> duckdb.DuckDBPyConnection:
    """The file that is being made; the one it is made from goes by the name `base`."""
    connection = duckdb.connect(
        target,
        config={
            "memory_limit": f"{memory_mb}MB",
            "threads": 2,
            "temp_directory": str(target.with_suffix(".spill")),
            "disabled_optimizers": _NOT_WORTH_IT,
            # What is committed goes into the file at once, not through a log first: a file that was not
            # finished is thrown away.
            "checkpoint_threshold": "0B",
            "auto_checkpoint_skip_wal_threshold": 0,
            "python_enable_replacements": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    if base is not None:
        connection.execute(f"attach '{str(base).replace(chr(39), chr(39) * 2)}' as base (read_only)")
    connection.execute("attach ':memory:' as entries")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _built(
    connection: duckdb.DuckDBPyConnection,
    has_base: bool,
    readings: list[FileReading],
    load_id: str,
    as_of: date | None,
    loaded_at: datetime,
) -> BuildReport:
    # Few transactions, since each writes to disk and one may write to one database only.
    with connection.cursor() as own, ThreadPoolExecutor(1) as beside:
        statements = beside.submit(own.extract_statements, script("summaries"))
        with _transaction(connection):
            records.create(connection)
            files = records.number(connection, readings, load_id, loaded_at, has_base)
        places, found = Places(files), defaultdict[int, list[Finding]](list)
        with _transaction(connection):
            extents = _gathered(connection, has_base, files, places, found)
        with _transaction(connection):
            if has_base:
                keep_files(connection, files)
            resolve(connection, extents)
        # Summaries and checks only read what is resolved by now: each by itself, at the same time.
        with _transaction(own):
            summaries = beside.submit(_summarize, own, statements.result())
            proposed = _propose(connection, loaded_at.date())
            _collect(found, check_dataset(connection, places, extents, as_of or proposed), files)
            files = {file_id: entries.recount(connection, file_id, file) for file_id, file in files.items()}
            changes = change.against_base(connection, has_base)
            held = measured(connection)
            summaries.result()
    listed = {file_id: capped(found[file_id]) for file_id in files}
    with _transaction(connection):
        _enter(connection, files, listed, load_id)
        store_entries(connection, extents)
    return BuildReport(
        files=list(files.values()),
        findings=list(listed.values()),
        proposed_as_of=proposed,
        change=changes,
        **held,
    )


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What breaks off is not rolled back: the file is thrown away."""
    connection.begin()
    yield
    connection.commit()


def _summarize(connection: duckdb.DuckDBPyConnection, statements: Iterable[duckdb.Statement]) -> None:
    """Make the summaries; their temporary tables end with the connection."""
    for statement in statements:
        connection.execute(statement)


def _enter(
    connection: duckdb.DuckDBPyConnection,
    files: dict[int, FileReading],
    listed: dict[int, list[Finding]],
    load_id: str,
) -> None:
    """Keep how the files of this load were understood, and what was found in them."""
    for file_id, file in files.items():
        records.write_reads(connection, file_id, file)
        records.write_stored(connection, file_id, file)
        all_found = [*file.findings, *(one.as_dict() for one in listed[file_id])]
        records.write_findings(connection, file_id, all_found)
    connection.execute("create table build_facts as select ? as schema, ? as load_id", [SCHEMA, load_id])


def _gathered(
    connection: duckdb.DuckDBPyConnection,
    has_base: bool,
    files: dict[int, FileReading],
    places: Places,
    found: dict[int, list[Finding]],
) -> dict[str, entries.Extent]:
    """Everything that is said, by this load and by what it leaves of the base, checked."""
    entries.create(connection)
    entries.insert(connection, files, has_base)
    if has_base:
        _collect(found, keep_from_base(connection, files), files)
    extents = entries.extents(connection)
    _collect(found, check_entries(connection, places, extents), files)
    _collect(found, leave_out_unknown(connection, places, extents), files)
    return extents


def _collect(
    found: dict[int, list[Finding]], findings: Iterable[tuple[int, Finding]], files: dict[int, FileReading]
) -> None:
    """Sort findings by file. What an earlier file is to be told was told when it was loaded, unless
    this load breaks it: then the first of its files carries the refusal."""
    for file_id, finding in findings:
        if file_id in files:
            found[file_id].append(finding)
        elif finding.severity is Severity.REFUSES:
            found[min(files)].append(finding)


def _propose(connection: duckdb.DuckDBPyConnection, today: date) -> date:
    """The last period end with realized values up to today; today where nothing is realized."""
    row = connection.execute(
        "select max(period_end) from realized_values where value is not null and period_end <= ?", [today]
    ).fetchone()
    return row[0] if row and row[0] else today


def measured(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """`counts` and `sums` of the resolved tables, to compare a reopened file with its report."""
    rows = connection.execute(
        " union all ".join(
            f"select '{table.name}', count(*), {'sum(value), sum(amount)' if table.long else 'null, null'}"
            f" from {table.name}"
            for table in TABLES
        )
    ).fetchall()
    long = {table.name for table in TABLES if table.long}
    counts = {name: count for name, count, _, _ in rows}
    sums = {
        f"{name}.{amount}": total if total is not None else Decimal(0)
        for name, _, *totals in rows
        if name in long
        for amount, total in zip(("value", "amount"), totals, strict=True)
    }
    return {"counts": counts, "sums": sums}
