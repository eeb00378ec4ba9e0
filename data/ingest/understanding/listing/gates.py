"""The milestones of a list of projects that has a column for each gate."""

from datetime import date

from data.ingest.findings.base import Place
from data.ingest.findings.listing import GateDatesAssumed
from data.ingest.reading.grid import address
from data.ingest.staged import TableRead
from data.ingest.understanding.headers import words
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.gate_names import GATE_DATE, KINDS, Gate, gate
from data.ingest.understanding.listing.made import Made
from data.ingest.understanding.listing.projects import Projects
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.terms import milestone_kind


def gate_milestones(columns: Columns, found: Projects) -> list[TableRead]:
    """One milestone for each gate of a project that has a date; dates that do not say what they are hold
    as expected, which a finding says."""
    if not columns.has(GATE_DATE):
        return []
    listing = columns.listing
    gates = {at: own for at in listing.roles[GATE_DATE] if (own := _gate(listing.block.headers[at], columns))}
    days = {at: columns.days_in(at) for at in gates}
    made, read = Made("milestones", listing), 0
    for index, project in enumerate(found.ids):
        named = {words(own.name): own.name for own in reversed(gates.values())} if project else {}
        for name in reversed(named.values()):
            dates = _dates(gates, days, name, index)
            if any(dates.values()):
                made.add(index, None, milestone_id=f"{project}:{slug(name)}", project_id=project,
                         milestone=name, kind=milestone_kind(name), **dates)  # fmt: skip
        read += project is not None
    unsaid = [at for at, own in gates.items() if not own.kind]
    if unsaid and made.rows:
        place = Place(listing.block.name, address(listing.block.header_row, unsaid[0]))
        columns.heard.add(
            GateDatesAssumed(place, ", ".join(listing.block.headers[at] for at in unsaid)[:120])
        )
    made.came_from(milestone=GATE_DATE)
    kept = len({row["row"] for row in made.rows})
    return [made.done(read, kept)] if made.rows else []


def _gate(header: str, columns: Columns) -> Gate | None:
    return gate(header, columns.listing.profile)


def _dates(
    gates: dict[int, Gate], days: dict[int, list[date | None]], name: str, index: int
) -> dict[str, date | None]:
    found: dict[str, date | None] = dict.fromkeys(KINDS)
    for at, own in gates.items():
        kind = own.kind or "forecast_date"
        if words(own.name) == words(name) and found[kind] is None:
            found[kind] = days[at][index]
    return found
