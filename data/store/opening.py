"""Opening a version file for questions: attached read-only to an empty memory, then locked.

The file is attached rather than opened directly because macros and views made once in memory are seen by
every cursor, while temporary ones would have to be made again for each; a question costs the
same either way (2.3 ms against 2.2 ms on 600,000 rows).
"""

import os
from pathlib import Path

import duckdb

from data.errors import SchemaTooNew
from data.store import places

_MEMORY = "400MB"
_SPILL = "2GB"
_THREADS = min(os.cpu_count() or 1, 4)


def open_version(path: Path, setup: str = "") -> duckdb.DuckDBPyConnection:
    """A locked memory database that shows every table and view of the file under its own name.

    `setup` is SQL run before the lock: the metrics' macros. Raises duckdb.Error for a missing,
    damaged or foreign file, SchemaTooNew for one that a newer program built.
    """
    connection = attached(path)
    try:
        connection.execute(_views(_tables(connection)))
        if setup:
            connection.execute(setup)
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
    except BaseException:
        connection.close()
        raise
    return connection


def why_unreadable(path: Path) -> str | None:
    """A short reason why the file cannot be opened; None when it can."""
    if not path.is_file():
        return "the file is missing"
    try:
        attached(path).close()
    except (duckdb.Error, SchemaTooNew) as error:
        return reason(error)
    return None


def schema_of(path: Path) -> int | None:
    """The schema that the file was built with; None for one that does not say. Raises duckdb.Error."""
    with duckdb.connect(":memory:", config=_config()) as connection:
        connection.execute("attach $path as v (read_only, type duckdb)", {"path": str(path)})
        return _schema(connection)


def reason(error: BaseException) -> str:
    """The first line of an error, short enough for a sentence and without the path of the file."""
    line = str(error).splitlines()[0] if str(error) else type(error).__name__
    return line.replace(str(places.versions()), "versions")[:160].rstrip(". ")


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def attached(path: Path) -> duckdb.DuckDBPyConnection:
    """An empty memory with the file attached as `v`. Raises what `open_version` raises."""
    connection = duckdb.connect(":memory:", config=_config())
    try:
        connection.execute("attach $path as v (read_only, type duckdb)", {"path": str(path)})
        _check_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse a file that a newer program built: its tables may mean something else."""
    from data.store.build import SCHEMA  # late: building is not needed for most of what opens a file

    found = _schema(connection)
    if found is not None and found > SCHEMA:
        raise SchemaTooNew(found, SCHEMA)


def _schema(connection: duckdb.DuckDBPyConnection) -> int | None:
    try:
        found = connection.execute("select schema from v.main.build_facts").fetchone()
    except duckdb.CatalogException:
        return None
    return int(found[0]) if found else None


def _views(tables: list[tuple[str, str]]) -> str:
    """One text for all of them: planning each alone costs more."""
    schemas = [f"create schema if not exists {quoted(schema)}" for schema in {schema for schema, _ in tables}]
    names = [f"{quoted(schema)}.{quoted(table)}" for schema, table in tables]
    return ";".join([*schemas, *(f"create view {name} as from v.{name}" for name in names)])


def _tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = connection.execute(
        """
        select schema_name, table_name from duckdb_tables() where database_name = 'v'
        union all
        select schema_name, view_name from duckdb_views() where database_name = 'v' and not internal
        order by all
        """
    ).fetchall()
    return found


def _config() -> dict[str, str | bool | int | float | list[str]]:
    return {
        "threads": _THREADS,
        "memory_limit": _MEMORY,
        "temp_directory": str(places.work() / "spill"),
        "max_temp_directory_size": _SPILL,
        "autoload_known_extensions": False,
        "autoinstall_known_extensions": False,
        "allow_community_extensions": False,
        "python_enable_replacements": False,
    }
