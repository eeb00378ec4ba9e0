"""The milestones of a list, the cost of its projects, and their earned value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import CostInOtherCurrency, SummaryRows
from data.ingest.reading.grid import address
from data.ingest.staged import Known, TableRead, plain
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.made import Made, written
from data.ingest.understanding.listing.projects import Projects, matches
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.register.values import NEVER
from data.ingest.understanding.terms import milestone_kind
from data.ingest.understanding.totals import tolerance

_DATES = {
    "baseline_date": ("baseline_date", "baseline_finish"),
    "forecast_date": ("forecast_date", "finish"),
    "actual_date": ("actual_date", "actual_finish"),
}
_VALUES = {"bac": "bac", "pv": "pv", "ev": "ev", "ac": "ac"}


def milestones(columns: Columns, found: Projects, summary: Sequence[bool]) -> list[TableRead]:
    """The rows that the profile's `where` calls milestones; dated, none of them sums up others."""
    rules = columns.listing.rules.get("milestones", {})
    chosen = matches(columns, rules.get("where"))
    summaries = rules.get("summaries", False)
    made, read = Made("milestones", columns.listing), 0
    fields = {
        target: next((r for r in roles if columns.has(r)), roles[0]) for target, roles in _DATES.items()
    }
    dates = {target: columns.days(role) for target, role in fields.items()}
    for index, own in enumerate(found.ids):
        name = columns.texts("name")[index]
        if not chosen[index] or (summary[index] and not summaries):
            continue
        read += 1
        if own is None or name is None:
            continue
        raw = written(columns, index, fields.items())
        kind = milestone_kind(columns.texts("milestone_kind")[index], name)
        identity = _milestone_id(columns, index, own, name)
        made.add(index, raw, milestone_id=identity, project_id=own, milestone=name, kind=kind,
                 **{target: days[index] for target, days in dates.items()})  # fmt: skip
    made.came_from(milestone_id="id", milestone="name", kind="milestone_kind", **fields)
    return [made.done(read, len(made.rows))] if made.rows else []


def _milestone_id(columns: Columns, index: int, project: str, name: str) -> str:
    own = columns.texts("id")[index] or slug(name)
    kept = columns.listing.rules.get("milestones", {}).get("own_ids") and columns.has("id")
    return own if kept or own.startswith(project) else f"{project}:{own}"


def budget(
    columns: Columns, found: Projects, summary: Sequence[bool], known: Known, heard: Heard
) -> list[TableRead]:
    """One line a project over its whole life: its items' costs added, those of summaries left aside."""
    fields = {
        target: role for target, role in columns.listing.rules.get("budget", {}).items() if columns.has(role)
    }
    made = Made("budget", columns.listing)
    left = 0
    for own, rows in found.rows().items() if fields else ():
        program = found.programs.get(own)
        leaves = [index for index in rows if not summary[index]]
        sums = _sums(columns, list(fields.values()), leaves)
        leaves = [index for index in leaves if index != sums]
        left += len(rows) - len(leaves)
        values: dict[str, Any] = {
            target: _added(columns, role, leaves, program, known, heard) for target, role in fields.items()
        }
        if any(value is not None for value in values.values()):
            start, end = _life(columns, rows)
            made.add(rows[0], program_id=program, project_id=own, cost_type="whole life",
                     period_start=start, period_end=end, **values)  # fmt: skip
            for role in fields.values():
                _compare(columns, role, rows, summary, heard)
    if left and made.rows:
        heard.add(SummaryRows(Place(columns.listing.block.name), left))
    made.came_from(**fields)
    kept = sum(own is not None for own in found.ids) - left
    return [made.done(kept, kept)] if made.rows else []


def _sums(columns: Columns, roles: Sequence[str], rows: list[int]) -> int | None:
    """Of rows that all lie on one level the first or last, where its costs are those of all the others."""
    if len(rows) < 3 or len(set(columns.listing.levels or ())) > 1:
        return None
    numbers = {role: columns.numbers(role) for role in roles}
    for one in (rows[0], rows[-1]):
        stated = {role: own[one] for role, own in numbers.items() if own[one] is not None}
        others = [index for index in rows if index != one]
        if any(stated.values()) and all(
            abs(sum((numbers[role][i] or Decimal(0) for i in others), Decimal(0)) - amount)
            <= tolerance(amount)
            for role, amount in stated.items()
            if amount is not None
        ):
            return one
    return None


def _added(
    columns: Columns, role: str, rows: list[int], program: str | None, known: Known, heard: Heard
) -> Decimal | None:
    numbers = [number for index in rows if (number := columns.numbers(role)[index]) is not None]
    if not numbers or not in_currency(columns, role, program, known, heard):
        return None
    return sum(numbers, Decimal(0))


def in_currency(columns: Columns, role: str, program: str | None, known: Known, heard: Heard) -> bool:
    """Whether a column's amounts are in the program's currency, as far as both are known."""
    said, own = columns.currencies(role), known.currencies.get(program or "")
    if not said or own in (None, "XXX") or said == {own}:
        return len(said) <= 1
    if (role, str(program)) in columns.reported:
        return False
    columns.reported.add((role, str(program)))
    heard.add(CostInOtherCurrency(columns.cells(role).place(0), columns.cells(role).header,
                                  ", ".join(sorted(said)), str(own)))  # fmt: skip
    return False


def _life(columns: Columns, rows: list[int]) -> tuple[date, date]:
    """From the first start to the last finish; without dates a period that never comes."""
    starts = [d for role in ("baseline_start", "start") for i in rows if (d := columns.days(role)[i])]
    ends = [d for role in ("baseline_finish", "finish") for i in rows if (d := columns.days(role)[i])]
    if not starts or not ends or max(ends) < min(starts):
        return NEVER, NEVER
    return min(starts), max(ends)


def _compare(columns: Columns, role: str, rows: list[int], summary: Sequence[bool], heard: Heard) -> None:
    """Report summary rows that state another amount than the items below them add up to."""
    levels, numbers, cells = columns.listing.levels, columns.numbers(role), columns.cells(role)
    for index in rows if levels else ():
        stated = numbers[index]
        if not summary[index] or stated is None or not levels:
            continue
        below = []
        for under in range(index + 1, len(levels)):
            if levels[under] <= levels[index]:
                break
            below.append(under)
        parts = [n for under in below if not summary[under] and (n := numbers[under]) is not None]
        total = sum(parts, Decimal(0))
        if abs(total - stated) > tolerance(stated):
            name = columns.texts("name")[index] or "summary"
            place = Place(cells.sheet, address(cells.rows[index], cells.column))
            heard.add(
                wrong.TotalDisagrees(place, f"{name}, {cells.header}"[:120], plain(stated), plain(total))
            )


def earned_value(columns: Columns, found: Projects, known: Known) -> list[TableRead]:
    """Each row the earned value of a project as of a day; without a column of days as of the status date."""
    made = Made("earned_value", columns.listing)
    general = known.as_of or known.received_on
    values = {field: columns.numbers(role) for field, role in _VALUES.items()}
    for index, own in enumerate(found.ids):
        row: dict[str, Any] = {field: numbers[index] for field, numbers in values.items()}
        if own is None or all(value is None for value in row.values()):
            continue
        day = columns.days("as_of")[index] if columns.has("as_of") else general
        if day is not None:
            made.add(index, written(columns, index, _VALUES.items()), project_id=own, as_of=day, **row)
    made.came_from(project_id="project_id", as_of="as_of", **_VALUES)
    if not columns.has("as_of"):
        made.notes["as of"] = general.isoformat()
    return [made.done(columns.listing.read, len(made.rows))] if made.rows else []
