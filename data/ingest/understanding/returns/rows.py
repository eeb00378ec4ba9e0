"""The rows of the public tables that a return yields."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings import returns as said
from data.ingest.findings.base import Place
from data.ingest.staged import TableRead, plain, schema
from data.ingest.understanding.block import Block
from data.ingest.understanding.convert import days
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.returns.answers import matches
from data.ingest.understanding.returns.project import Figure, Project, day
from data.ingest.understanding.stage import as_json, sums
from data.ingest.understanding.terms import STATUS, milestone_kind
from data.ingest.understanding.vocabulary import clean
from data.model import BY_NAME

_SERIES = {"baseline": "planned_values", "forecast": "forecast_values", "actual": "realized_values"}

_LABELS = {"project_id": "project_id", "project": "project", "program": "department",
           "project_manager": "director", "status": "status", "forecast_finish": "end"}  # fmt: skip


class Tables:
    """Rows by public table, of one return or of several."""

    def __init__(self, profile: Profile, heard: Heard) -> None:
        self.profile, self.heard = profile, heard
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.labels: dict[str, str] = {}  # by field of the project the label that it was read beside

    def add(self, table: str, place: tuple[str, int, str], **values: Any) -> None:
        sheet, row, cell = place
        self.rows[table].append({"sheet": sheet, "row": row, "cell": cell, **values})

    def done(self) -> list[TableRead]:
        """One table a sheet, in the model's order."""
        made = []
        for name in (one for one in BY_NAME if self.rows[one]):
            for sheet in dict.fromkeys(row["sheet"] for row in self.rows[name]):
                own = [row for row in self.rows[name] if row["sheet"] == sheet]
                labels = self.labels if name == "projects" else {}
                made.append(_table(name, sheet, own, self.profile, labels))
        return made


def _table(
    name: str, sheet: str, own: list[dict[str, Any]], profile: Profile, labels: dict[str, str]
) -> TableRead:
    table = BY_NAME[name]
    rows = pa.Table.from_pylist(own, schema=schema(table))
    count = len({row["row"] for row in own})
    notes = {"currency": profile.fixed["currency"], "layout": profile.title}
    first = min(row["row"] for row in own)
    return TableRead(name, sheet, first, "A", count, count, labels, {}, sums(table, rows), (), notes, rows)


def add_project(tables: Tables, project: Project) -> None:
    """All rows of one return."""
    named = project.told.roles["project"]
    place = (named.sheet, named.row, "")
    first, last = _milestones(tables, project)
    _program(tables, project, place)
    tables.labels |= {field: project.told.roles[role].label for field, role in _LABELS.items()
                      if role in project.told.roles}  # fmt: skip
    told = project.told.text("status")
    extra = {answer.label.splitlines()[0]: {0: answer.text} for answer in project.told.extra}
    tables.add(
        "projects",
        place,
        project_id=project.project_id,
        program_id=project.program_id,
        project=project.name,
        project_manager=project.told.text("director"),
        status=STATUS.get(words(told)) if told else None,
        baseline_start=day(project.told, "baseline_start", tables.heard) or first.get("baseline_date"),
        baseline_finish=day(project.told, "baseline_end", tables.heard) or last.get("baseline_date"),
        forecast_finish=day(project.told, "end", tables.heard) or last.get("forecast_date"),
        actual_finish=last.get("actual_date"),
        extra=as_json(1, extra).to_pylist()[0],
    )
    begun = first.get("actual_date") or first.get("forecast_date") or first.get("baseline_date")
    _benefits(tables, project, place, begun)
    _budget(tables, project, begun)
    _undated(tables.heard, project, begun, tables.profile)


def _program(tables: Tables, project: Project, place: tuple[str, int, str]) -> None:
    fixed, program = tables.profile.fixed, project.program_id
    if project.department is None or any(row["program_id"] == program for row in tables.rows["programs"]):
        return
    if program == fixed["program_id"].format(department=slug(project.department).upper()):
        tables.add(
            "programs", place, program_id=program, portfolio=fixed["portfolio"], currency=fixed["currency"],
            program=fixed["program"].format(department=project.department),
            fiscal_year_start_month=fixed["fiscal_year_start_month"],
        )  # fmt: skip


def _benefits(tables: Tables, project: Project, place: tuple[str, int, str], begun: date | None) -> None:
    figures = project.of("benefits")
    if not figures:
        return
    if not any(row["program_id"] == project.program_id for row in tables.rows["business_cases"]):
        label = f"Quarterly return, {project.as_of:%B %Y}"
        tables.add("business_cases", place, case_version=project.version, program_id=project.program_id,
                   label=label, approved_on=project.as_of)  # fmt: skip
    for line in dict.fromkeys(one.key.line for one in figures):
        own = [one for one in figures if one.key.line == line]
        _benefit(tables, project, line, own, begun)


def _benefit(tables: Tables, project: Project, line: str, own: list[Figure], begun: date | None) -> None:
    fixed = tables.profile.fixed
    kind = _class(tables.profile, line)
    identity = f"{project.project_id}-BEN-{slug(kind or line)}"
    place = (own[0].sheet, own[0].row, "")
    tables.add(
        "benefits", place, benefit_id=identity, program_id=project.program_id,
        benefit=f"{project.name}: {line}", kind="disbenefit" if kind == "disbenefit" else "benefit",
        value_type="monetary", unit=fixed["currency"], value_basis="per period",
        **{"class": None if kind == "disbenefit" else kind},
    )  # fmt: skip
    tables.add("contributions", place, benefit_id=identity, project_id=project.project_id, weight=Decimal(1))
    for one in own:
        period = one.key.span.period(project.first_year, fixed["fiscal_year_start_month"], begun)
        beside: dict[str, dict[str, Any]] = {
            "baseline": {"case_version": project.version},
            "forecast": {"forecast_as_of": project.as_of},
            "actual": {},
        }
        tables.add(
            _SERIES[one.key.measure], (one.sheet, one.row, one.cell), benefit_id=identity, value=one.value,
            period_start=period.start, period_end=period.end, raw=one.raw, missing=one.missing,
            **beside[one.key.measure],
        )  # fmt: skip


def _class(profile: Profile, line: str) -> str | None:
    """The class of a line of benefits by its words; the profile lists the narrower words first."""
    classes: dict[str, list[str]] = profile.told["classes"]
    return next((kind for kind, patterns in classes.items() if matches(words(line), patterns)), None)


def _budget(tables: Tables, project: Project, begun: date | None) -> None:
    """One line of cost a year: baseline beside forecast or actual, which stand in rows below one another."""
    lines: defaultdict[tuple[str, date, date], list[Figure]] = defaultdict(list)
    for one in project.of("costs"):
        period = one.key.span.period(
            project.first_year, tables.profile.fixed["fiscal_year_start_month"], begun
        )
        lines[one.key.line, period.start, period.end].append(one)
    for (line, start, end), own in lines.items():
        amounts = {one.key.measure: one.value for one in own if one.value is not None}
        if amounts:
            tables.add(
                "budget", (own[0].sheet, own[0].row, ""), program_id=project.program_id,
                project_id=project.project_id, cost_type=line, period_start=start, period_end=end, **amounts,
            )  # fmt: skip


def _undated(heard: Heard, project: Project, begun: date | None, profile: Profile) -> None:
    """Say what had to be decided about amounts outside the years."""
    for kind in ("costs", "benefits"):
        figures = [one for one in project.of(kind) if one.value]
        rest = [one for one in figures if one.key.span.kind == "rest"]
        if rest:
            totals = {
                measure: sum(
                    (one.value for one in rest if one.key.measure == measure and one.value), Decimal(0)
                )
                for measure in dict.fromkeys(one.key.measure for one in rest)
            }
            told = ", ".join(f"{plain(total)} ({measure})" for measure, total in totals.items())
            heard.add(said.InNoYear(Place(rest[0].sheet, rest[0].cell), kind.capitalize(), told))
        before = next((one for one in figures if one.key.span.kind == "before"), None)
        if before:
            days_before = before.key.span.period(
                project.first_year, profile.fixed["fiscal_year_start_month"], begun
            )
            heard.add(
                said.BeforeFirstYear(
                    Place(before.sheet, before.cell),
                    days_before.start.isoformat(),
                    days_before.end.isoformat(),
                )
            )


def _milestones(tables: Tables, project: Project) -> tuple[dict[str, date], dict[str, date]]:
    """The rows of milestones; and the dates of those that begin and end the project."""
    ends: dict[str, dict[str, date]] = {}
    seen: set[str] = set()
    for block in project.told.milestones:
        roles = _columns(block, tables.profile)
        dated = {
            role: days(block.cells(roles[role]), tables.heard).array.to_pylist()
            for role in ("baseline_date", "forecast_date")
        }
        for index, row in enumerate(block.rows):
            name = clean(str(row.value(roles["milestone"]) or ""))
            there = {role: found for role, columns in dated.items() if (found := columns[index])}
            if not name or not there:
                continue
            state = STATUS.get(words(str(row.value(roles.get("milestone_status", -1)) or "")))
            if state == "closed" and "forecast_date" in there:
                there["actual_date"] = there["forecast_date"]
            for role in tables.profile.rank(name).keys() & {"start", "end"}:
                ends.setdefault(role, there)
            identity = f"{project.project_id}:{slug(name)}"
            if identity not in seen:
                seen.add(identity)
                tables.add(
                    "milestones",
                    (block.name, row.number, ""),
                    milestone_id=identity,
                    project_id=project.project_id,
                    milestone=name,
                    kind=milestone_kind(name),
                    **there,
                )
    return ends.get("start", {}), ends.get("end", {})


def _columns(block: Block, profile: Profile) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, text in block.headers.items():
        for role in profile.rank(" ".join(text.split())):
            found.setdefault(role, column)
    return found
