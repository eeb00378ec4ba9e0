"""What the version a load is made on already knows, for files that leave it out."""

from datetime import date
from pathlib import Path

import duckdb

from data.ingest.staged import Known


def known_from(
    base: Path | None, received_on: date, as_of: date | None, program_id: str | None = None
) -> Known:
    """The programs' names, currencies and fiscal months, the benefits and projects of the base version."""
    if base is None:
        return Known(received_on, as_of, program_id=program_id)
    with duckdb.connect(base, read_only=True, config={"threads": 1, "memory_limit": "100MB"}) as connection:

        def pairs(table: str, key: str, value: str) -> dict[str, str]:
            sql = f"select {key}, {value}::varchar from {table} where {value} is not null"  # noqa: S608 - names below
            return dict(connection.execute(sql).fetchall())

        return Known(
            received_on,
            as_of,
            currencies=pairs("programs", "program_id", "currency"),
            fiscal_months={
                key: int(month)
                for key, month in pairs("programs", "program_id", "fiscal_year_start_month").items()
            },
            benefits=pairs("benefits", "benefit_id", "program_id"),
            projects=pairs("projects", "project_id", "program_id"),
            programs=pairs("programs", "program_id", "program"),
            program_id=program_id,
            project_names=pairs("projects", "project_id", "project"),
            benefit_names=pairs("benefits", "benefit_id", "benefit"),
        )
