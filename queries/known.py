"""Refusing what a question cannot be about, with a sentence that says what there is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import duckdb

from data.errors import UnknownParameter

if TYPE_CHECKING:
    from queries.question import Question

CASES = ("original", "current")
_LISTED = 20  # ids named in a sentence

_PROGRAMS = "select program_id from programs order by program_id"
_BENEFITS = """
select benefit_id from benefits
where $program_id is null or program_id = $program_id
order by benefit_id
"""
# A project belongs to its own program and to those whose benefits it contributes to.
_PROJECTS = """
select project_id from projects where $program_id is null or program_id = $program_id
union
select contributions.project_id from contributions
inner join benefits on benefits.benefit_id = contributions.benefit_id
where $program_id is null or benefits.program_id = $program_id
order by project_id
"""


def check(question: Question, cursor: duckdb.DuckDBPyConnection) -> None:
    """Raise UnknownParameter for a case, program, project or benefit that is not in this version."""
    for name, (what, choices) in question.choices.items():
        asked = getattr(question, name)
        if asked not in choices:
            listed = f"{', '.join(choices[:-1])} or {choices[-1]}"
            raise UnknownParameter(what, str(asked), f"Ask for {listed}.")
    within = {"program_id": question.program_id}
    _known(cursor, "program", question.program_id, _PROGRAMS, {})
    _known(cursor, "project", question.project_id, _PROJECTS, within)
    _known(cursor, "benefit", getattr(question, "benefit_id", None), _BENEFITS, within)
    _known(cursor, "project", getattr(question, "slip_project", None), _PROJECTS, within)
    _known(cursor, "benefit", getattr(question, "adoption_benefit", None), _BENEFITS, within)


def day(value: object) -> date:
    """A status date. Raises UnknownParameter for anything that is not a date."""
    if not isinstance(value, date):
        raise UnknownParameter("status date", str(value), "Dates are written like 2026-03-31.")
    return value


def _known(
    cursor: duckdb.DuckDBPyConnection,
    what: str,
    asked: str | None,
    sql: str,
    parameters: dict[str, str | None],
) -> None:
    if asked is None:
        return
    ids = [row[0] for row in cursor.execute(sql, parameters).fetchall()]
    if asked in ids:
        return
    more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
    of = f" of program {parameters['program_id']}" if parameters.get("program_id") else ""
    listed = ", ".join(ids[:_LISTED]) + more if ids else "none"
    raise UnknownParameter(what, asked, f"{what.capitalize()}s{of}: {listed}.")
