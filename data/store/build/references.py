"""Rows that name something nobody described: left out and listed, or kept without the link."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from data.ingest.findings.base import Finding
from data.ingest.findings.dataset import UnknownId, UnknownLink
from data.model import BY_NAME
from data.store.build.entries import Extent
from data.store.build.places import Places
from data.store.build.sql import quoted


@dataclass(frozen=True)
class Reference:
    """`field` of `table` must be the key of one of the `targets`; else the row is left out."""

    table: str
    field: str
    targets: tuple[str, ...]
    needed: bool = True


_KEYS = {
    "programs": "program_id",
    "projects": "project_id",
    "benefits": "benefit_id",
    "objectives": "objective_id",
    "milestones": "milestone_id",
    "risks": "risk_id",
}

# In this order: what is left out first makes later rows that name it unknown too.
REFERENCES = (
    Reference("projects", "program_id", ("programs",)),
    Reference("objectives", "program_id", ("programs",)),
    Reference("business_cases", "program_id", ("programs",)),
    Reference("benefits", "program_id", ("programs",)),
    Reference("benefits", "objective_id", ("objectives",), needed=False),
    Reference("contributions", "benefit_id", ("benefits",)),
    Reference("contributions", "project_id", ("projects",)),
    Reference("planned_values", "benefit_id", ("benefits",)),
    Reference("forecast_values", "benefit_id", ("benefits",)),
    Reference("realized_values", "benefit_id", ("benefits",)),
    Reference("budget", "program_id", ("programs",)),
    Reference("budget", "project_id", ("projects",), needed=False),
    Reference("earned_value", "project_id", ("projects",)),
    Reference("milestones", "project_id", ("projects",)),
    Reference("risks", "program_id", ("programs",)),
    Reference("risks", "project_id", ("projects",), needed=False),
    Reference("risks", "benefit_id", ("benefits",), needed=False),
    Reference("risks", "escalated_from", ("risks",), needed=False),
    Reference("reviews", "benefit_id", ("benefits",)),
    Reference("benefits", "starts_after", ("projects", "milestones"), needed=False),
)


def leave_out_unknown(
    connection: duckdb.DuckDBPyConnection, places: Places, extents: dict[str, Extent]
) -> Iterator[tuple[int, Finding]]:
    """Find the references that lead nowhere; take the rows that hang on one out of `entries`."""
    for reference in REFERENCES:
        table, field = reference.table, quoted(reference.field)
        if not extents[table].rows:
            continue
        known = " union ".join(
            f"select {_KEYS[target]} from entries.{target}" for target in reference.targets
        )
        lost = f"{field} is not null and {field} not in ({known})"
        rows = connection.execute(
            f"select file_id, sheet, row, {field} from entries.{table} where {lost} order by all"
        ).fetchall()
        if reference.needed and rows:
            connection.execute(f"delete from entries.{table} where {lost}")
        kind = UnknownId if reference.needed else UnknownLink
        header = BY_NAME[table].field(reference.field).header
        for file_id, sheet, row, value in rows:
            if places.is_new(file_id):
                yield file_id, kind(places.of(file_id, table, sheet, row, reference.field), header, value)
