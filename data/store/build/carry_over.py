"""What a new version takes over from the one before it."""

from collections.abc import Iterator

import duckdb

from data.ingest.findings.base import Finding, Place
from data.ingest.findings.dataset import ClosedKept
from data.model import TABLES, Table
from data.store.build.entries import FileReading

# What a dated source (`gmpp return X @ 2019-06`) says of its own day stays beside what a later day says.
_OF_A_DAY = ("business_cases", "benefits", "contributions", "planned_values", "forecast_values")


def _source(table: str, name: str) -> str:
    """The source as SQL, without its day where a later day replaces what an earlier one said."""
    return name if table in _OF_A_DAY else f"split_part({name}, ' @ ', 1)"


def keep_from_base(
    connection: duckdb.DuckDBPyConnection, files: dict[int, FileReading]
) -> Iterator[tuple[int, Finding]]:
    """Copy what earlier files said and this load does not replace.

    A file replaces the rows of its source in the tables it carries, for the programs it names anywhere
    (of a dated source, what was said of the same day); rows about no program (rates, dependencies)
    with the table. A closed or cancelled project that the file no longer lists stays, with its
    benefits: tools stop exporting what is closed, and closed projects never drop out of a total.
    """
    _name_programs(connection)
    _name_closed(connection)
    held = _rows_by_table(connection, "base.entries")
    for table in TABLES:
        if held[table.name]:
            _keep_rows(connection, table, files)
    first = min(files)
    for project_id, project in connection.execute("select * from closed_kept order by all").fetchall():
        yield first, ClosedKept(Place(), project_id, project)


def _keep_rows(connection: duckdb.DuckDBPyConnection, table: Table, files: dict[int, FileReading]) -> None:
    own, other = _source(table.name, "file.source"), _source(table.name, "source")
    carried = _source(table.name, "carried")
    connection.execute(
        f"""
        insert into entries.{table.name} by name
        select entry.*
        from base.entries.{table.name} as entry
        join base.main.loaded_files as file on file.file_id = entry.file_id
        where not (
            {own} in (select {carried} from (select unnest($carried::varchar[]) as carried))
            and ({own}, entry.scope) in (select ({other}, scope) from named)
        ) {_of_closed(table)}
        """,
        {"carried": _carrying(table, files)},
    )


def _carrying(table: Table, files: dict[int, FileReading]) -> list[str]:
    """The sources whose new file has this table, be it empty."""
    return [
        file.reading.source
        for file in files.values()
        if any(read.table == table.name for read in file.reading.tables)
    ]


def _of_closed(table: Table) -> str:
    """The rows of what is closed and no longer listed."""
    names = {field.name for field in table.fields}
    if table.name == "contributions":
        return (
            "or (entry.project_id in (select project_id from closed_kept)"
            " and entry.benefit_id not in (select benefit_id from new_contributions))"
        )
    if "project_id" in names:
        return "or entry.project_id in (select project_id from closed_kept)"
    if "benefit_id" in names:
        return "or entry.benefit_id in (select benefit_id from closed_benefits)"
    return ""


def _name_closed(connection: duckdb.DuckDBPyConnection) -> None:
    """Temp tables: closed projects that new files of their source leave out, and their benefits."""
    connection.execute(
        """
        create temp table new_contributions as select distinct benefit_id from entries.contributions;
        create temp table closed_kept as
        select distinct project.project_id, project.project
        from base.main.projects as project
        join base.main.loaded_files as file on file.file_id = project.file_id
        where project.status in ('closed', 'cancelled')
            and (file.source, project.program_id) in (select (source, scope) from named)
            and exists (select 1 from entries.projects)
            and project.project_id not in (select project_id from entries.projects);
        create temp table closed_benefits as
        select distinct benefit_id
        from base.main.contributions
        where project_id in (select project_id from closed_kept)
            and benefit_id not in (select benefit_id from entries.benefits where benefit_id is not null)
        """
    )


def _name_programs(connection: duckdb.DuckDBPyConnection) -> None:
    """Temp table `named`: the programs each new source speaks about, and '' for what has none."""
    speaks = " union all ".join(f"select file_id, scope from entries.{table.name}" for table in TABLES)
    connection.execute(
        f"""
        create temp table named as
        select distinct file.source, said.scope
        from loaded_files as file join ({speaks}) as said on said.file_id = file.file_id
        union select source, '' from loaded_files
        """
    )


def keep_files(connection: duckdb.DuckDBPyConnection, files: dict[int, FileReading]) -> None:
    """Keep the records of the earlier files that still say something."""
    speaking = " union ".join(f"select file_id from entries.{table.name}" for table in TABLES)
    new_ids = ", ".join(str(file_id) for file_id in files)
    connection.execute(
        f"""
        insert into loaded_files by name
        select * from base.main.loaded_files where file_id in ({speaking}) and file_id not in ({new_ids});
        insert into table_reads by name
        select * from base.main.table_reads where file_id in (select file_id from loaded_files);
        insert into stored_rows by name {stored_before(connection)};
        insert into findings by name
        select * from base.main.findings where file_id in (select file_id from loaded_files);
        """
    )


def stored_before(connection: duckdb.DuckDBPyConnection) -> str:
    """The rows stored by earlier files; a version made before they were counted has what it holds now."""
    named = "select count(*) from duckdb_tables() where database_name = 'base' and table_name = 'stored_rows'"
    counted = connection.execute(named).fetchone()
    if counted and counted[0]:
        return "select * from base.main.stored_rows where file_id in (select file_id from loaded_files)"
    counts = " union all ".join(
        f"select file_id, '{table.name}' as table_name, sheet, count(distinct row) as rows"
        f" from base.entries.{table.name} group by file_id, sheet"
        for table in TABLES
    )
    return f"select * from ({counts}) where file_id in (select file_id from loaded_files)"


def _rows_by_table(connection: duckdb.DuckDBPyConnection, schema: str) -> dict[str, int]:
    counts = " union all ".join(
        f"select '{table.name}', count(*) from {schema}.{table.name}" for table in TABLES
    )
    return dict(connection.execute(counts).fetchall())
