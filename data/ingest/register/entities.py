"""The programs, projects, benefits, contributions and business cases that the rows of a register name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.grid import address
from data.ingest.heard import Heard
from data.ingest.profile import Profile
from data.ingest.register.labels import Labels, column_texts
from data.ingest.register.money import Money
from data.ingest.register.page import Page, edge_days
from data.ingest.stage import Draft, extras
from data.ingest.staged import schema
from data.model import BY_NAME

_TEXTS = {
    "programs": ("portfolio", "sponsor"),
    "projects": ("project_manager",),
    "benefits": ("owner", "lifecycle", "evidence_source"),
}
_WORDS = ("kind", "value_type", "class", "direction")


@dataclass
class Rows:
    """Rows of one table, column by column, with the index of the register row they came from."""

    table: str
    columns: defaultdict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    indexes: list[int] = field(default_factory=list)

    def add(self, index: int, **values: Any) -> None:
        self.indexes.append(index)
        for name, value in values.items():
            self.columns[name].append(value)

    def build(self, page: Page, extra: pa.Array | None = None) -> pa.Table:
        table = BY_NAME[self.table]
        kinds = {item.name: item.type for item in schema(table)}
        numbers = pa.array([page.block.numbers[index] for index in self.indexes], pa.int32())
        arrays = {name: pa.array(values, kinds[name]) for name, values in self.columns.items()}
        taken = extra.take(pa.array(self.indexes, pa.int32())) if extra is not None else None
        return Draft(table, arrays, page.block.name, numbers, taken).build()


@dataclass
class Seen:
    """What earlier sheets of the same file already named, so that no row comes twice."""

    programs: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    benefits: dict[str, str] = field(default_factory=dict)  # benefit -> program
    cases: set[tuple[str, str]] = field(default_factory=set)


def words_of(page: Page, profile: Profile, role: str, heard: Heard) -> list[str | None]:
    """The model's words for a role's texts; null where the profile knows none."""
    return [profile.word(role, text) for text in column_texts(page, role, heard)]


def programs(page: Page, labels: Labels, money: Money, seen: Seen, heard: Heard) -> pa.Table:
    rows, more = Rows("programs"), _columns(page, "programs", heard)
    portfolio = page.titles.portfolio or None
    for index, program in enumerate(labels.program_ids):
        if program is None or program in seen.programs or labels.benefit_ids[index] is None:
            continue
        seen.programs.add(program)
        given = {name: column[index] for name, column in more.items()}
        given["portfolio"] = given["portfolio"] or portfolio
        rows.add(
            index,
            program_id=program,
            program=labels.program_names.get(program, program),
            currency=money.reporting.get(program, "XXX"),
            fiscal_year_start_month=page.month,
            **given,
        )
    return rows.build(page)


def projects(page: Page, labels: Labels, seen: Seen, heard: Heard) -> pa.Table:
    rows, more = Rows("projects"), _columns(page, "projects", heard)
    for index, several in enumerate(labels.projects):
        if labels.benefit_ids[index] is None:
            continue
        for project in several:
            if project in seen.projects:
                continue
            seen.projects.add(project)
            rows.add(
                index,
                project_id=project,
                program_id=labels.project_programs[project],
                project=labels.project_names.get(project, project),
                status="active",
                **{name: column[index] for name, column in more.items()},
            )
    return rows.build(page)


def benefits(
    page: Page, labels: Labels, money: Money, profile: Profile, negative: set[str], seen: Seen, heard: Heard
) -> pa.Table:
    """One row a benefit, from its first row; `negative` are those whose planned values add up below zero."""
    rows, more = Rows("benefits"), _columns(page, "benefits", heard)
    told = {role: words_of(page, profile, role, heard) for role in _WORDS}
    targets: Sequence[date | None] = (
        edge_days(page, "end", Heard()) if page.has("end") else [None] * len(labels.benefits)
    )
    for index, benefit in enumerate(labels.benefit_ids):
        program = labels.program_ids[index] or ""
        if benefit is None:
            continue
        if benefit in seen.benefits:
            _disagree(page, index, benefit, seen.benefits[benefit], program, heard)
            continue
        seen.benefits[benefit] = program
        monetary = money.monetary(index)
        rows.add(
            index,
            benefit_id=benefit,
            program_id=program,
            benefit=labels.benefits[index] or benefit,
            kind=told["kind"][index] or ("disbenefit" if benefit in negative else "benefit"),
            value_type="monetary" if monetary else _not_money(told["value_type"][index]),
            unit=money.currencies[index] if monetary else money.units[index] or None,
            value_basis="per period" if monetary else None,
            target_date=targets[index],
            direction=told["direction"][index],
            **{"class": told["class"][index]},
            **{name: column[index] for name, column in more.items()},
        )
    return rows.build(page, extras(page.block, _beside(page)))


def _not_money(word: str | None) -> str:
    return word if word in ("quantitative", "qualitative") else "quantitative"


def _disagree(page: Page, index: int, benefit: str, first: str, program: str, heard: Heard) -> None:
    if first != program:
        place = Place(page.block.name, str(page.block.numbers[index]))
        heard.add(said.RowsDisagree(place, "Program", benefit, first, program))


def _beside(page: Page) -> list[int]:
    """The columns kept beside a benefit: those without a role, and those whose words may be unknown."""
    kept = [column for column in page.layout.unknown if page.block.headers.get(column)]
    kept += [page.layout.roles[role] for role in ("kind", "value_type", "class") if page.has(role)]
    return sorted(set(kept))


def _columns(page: Page, table: str, heard: Heard) -> dict[str, list[str | None]]:
    return {role: column_texts(page, role, heard) for role in _TEXTS[table]}


def contributions(page: Page, labels: Labels, heard: Heard) -> pa.Table:
    """Weight 1 to the only project of a benefit; a benefit of several projects stays unattributed."""
    named: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for index, benefit in enumerate(labels.benefit_ids):
        if benefit is not None:
            for project in labels.projects[index]:
                named[benefit].setdefault(project, index)
    rows = Rows("contributions")
    for benefit, several in named.items():
        index = next(iter(several.values()))
        if len(several) == 1:
            rows.add(index, benefit_id=benefit, project_id=next(iter(several)), weight=Decimal(1))
        else:
            names = ", ".join(labels.project_names.get(project, project) for project in several)
            heard.add(said.WeightsUnknown(_project_place(page, index), benefit, names))
    return rows.build(page)


def _project_place(page: Page, index: int) -> Place:
    column = page.layout.roles.get("project", page.layout.roles.get("project_id"))
    number = page.block.numbers[index]
    return Place(page.block.name, address(number, column) if column is not None else str(number))


def business_cases(
    page: Page,
    starts: dict[tuple[str, str], tuple[int, date | None]],
    received: date,
    seen: Seen,
    heard: Heard,
) -> pa.Table:
    """One case a program and version; `starts` has the first planned day of each, if any."""
    rows = Rows("business_cases")
    for (program, version), (index, start) in starts.items():
        if (program, version) in seen.cases:
            continue
        seen.cases.add((program, version))
        approved = start or received
        source = "the start of its first period" if start else "the day the file was received"
        heard.add(said.CaseImplied(Place(page.block.name), version, approved.isoformat(), source))
        label = "As registered" if version == "register" else version
        rows.add(index, case_version=version, program_id=program, label=label, approved_on=approved)
    return rows.build(page)
