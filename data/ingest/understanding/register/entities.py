"""The programs, projects, benefits, contributions and business cases that the rows of a register name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings import register as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import address
from data.ingest.staged import schema
from data.ingest.understanding.block import holds
from data.ingest.understanding.headers import unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Style, decimals
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.edges import edge_days
from data.ingest.understanding.register.labels import Labels, column_texts
from data.ingest.understanding.register.money import Money
from data.ingest.understanding.register.page import Page
from data.ingest.understanding.stage import Draft, extras
from data.model import BY_NAME

_TEXTS = {
    "programs": ("portfolio", "sponsor"),
    "projects": ("project_manager",),
    "benefits": ("owner", "lifecycle", "evidence_source"),
}
_WORDS = ("kind", "value_type", "class", "direction")


def _build(
    table: str,
    page: Page,
    indexes: Sequence[int],
    columns: Mapping[str, Sequence[Any]],
    extra: pa.Array | None = None,
) -> pa.Table:
    """The rows of a table whose register rows are `indexes`; the columns have a value for each of these."""
    kinds = {item.name: item.type for item in schema(BY_NAME[table])}
    numbers = pa.array([page.block.numbers[index] for index in indexes], pa.int32())
    arrays = {name: pa.array(values, kinds[name]) for name, values in columns.items()}
    taken = extra.take(pa.array(indexes, pa.int32())) if extra is not None else None
    return Draft(BY_NAME[table], arrays, page.block.name, numbers, taken).build()


def _at(column: Sequence[Any], indexes: Sequence[int]) -> list[Any]:
    return [column[index] for index in indexes]


@dataclass
class Seen:
    """What earlier sheets of the same file already named, so that no row comes twice."""

    programs: set[str] = field(default_factory=set)
    projects: set[str] = field(default_factory=set)
    benefits: dict[str, str] = field(default_factory=dict)  # benefit -> program
    cases: set[tuple[str, str]] = field(default_factory=set)


def words_of(page: Page, profile: Profile, role: str, heard: Heard) -> list[str | None]:
    """The model's words for a role's texts; null where the profile knows none."""
    texts = column_texts(page, role, heard)
    known = {text: profile.word(role, text) for text in set(texts)}
    return list(map(known.__getitem__, texts))


def value_types(page: Page, profile: Profile, heard: Heard) -> list[str | None]:
    """What each row says it is measured in; one of a qualitative class that has no amounts is qualitative."""
    said = words_of(page, profile, "value_type", heard)
    classes = words_of(page, profile, "class", heard)
    if "qualitative" not in classes:
        return said
    there = [False] * len(page.block.rows)
    for item in page.layout.values:
        there = [
            own or holds(value) for own, value in zip(there, page.block.values(item.column), strict=True)
        ]
    return [
        word or ("qualitative" if own == "qualitative" and not amount else None)
        for word, own, amount in zip(said, classes, there, strict=True)
    ]


def programs(page: Page, labels: Labels, money: Money, seen: Seen, heard: Heard) -> pa.Table:
    indexes = []
    for index, program in enumerate(labels.program_ids):
        if program is not None and program not in seen.programs and labels.benefit_ids[index] is not None:
            seen.programs.add(program)
            indexes.append(index)
    ids = [labels.program_ids[index] or "" for index in indexes]
    columns = {name: _at(column, indexes) for name, column in _columns(page, "programs", heard).items()}
    columns["portfolio"] = [text or page.titles.portfolio or None for text in columns["portfolio"]]
    columns |= {
        "program_id": ids,
        "program": [labels.program_names.get(program, program) for program in ids],
        "currency": [money.reporting.get(program, "XXX") for program in ids],
        "fiscal_year_start_month": [page.month] * len(ids),
    }
    return _build("programs", page, indexes, columns)


def projects(page: Page, labels: Labels, seen: Seen, heard: Heard) -> pa.Table:
    indexes, ids = [], []
    for index, several in enumerate(labels.projects):
        for project in several if labels.benefit_ids[index] is not None else ():
            if project not in seen.projects:
                seen.projects.add(project)
                indexes.append(index)
                ids.append(project)
    columns = {name: _at(column, indexes) for name, column in _columns(page, "projects", heard).items()}
    columns |= {
        "project_id": ids,
        "program_id": [labels.project_programs[project] for project in ids],
        "project": [labels.project_names.get(project, project) for project in ids],
    }
    return _build("projects", page, indexes, columns)


def benefits(
    page: Page, labels: Labels, money: Money, profile: Profile, negative: set[str], seen: Seen, heard: Heard
) -> pa.Table:
    """One row a benefit, from its first row; `negative` are those whose planned values add up below zero."""
    indexes = []
    for index, benefit in enumerate(labels.benefit_ids):
        if benefit is None:
            continue
        program = labels.program_ids[index] or ""
        if benefit in seen.benefits:
            _disagree(page, index, benefit, seen.benefits[benefit], program, heard)
            continue
        seen.benefits[benefit] = program
        indexes.append(index)
    ids = [labels.benefit_ids[index] or "" for index in indexes]
    told = {role: _at(words_of(page, profile, role, heard), indexes) for role in _WORDS}
    monetary = [money.monetary(index) for index in indexes]
    columns = {name: _at(column, indexes) for name, column in _columns(page, "benefits", heard).items()}
    columns |= {
        "benefit_id": ids,
        "program_id": _at(labels.program_ids, indexes),
        "benefit": [labels.benefits[index] or benefit for index, benefit in zip(indexes, ids, strict=True)],
        "kind": [
            word or ("disbenefit" if benefit in negative else "benefit")
            for word, benefit in zip(told["kind"], ids, strict=True)
        ],
        "value_type": [
            "monetary" if money_ else _not_money(word)
            for money_, word in zip(monetary, _at(value_types(page, profile, heard), indexes), strict=True)
        ],
        "unit": [
            money.currencies[index] if money_ else money.units[index] or None
            for money_, index in zip(monetary, indexes, strict=True)
        ],
        "value_basis": ["per period" if money_ else None for money_ in monetary],
        "direction": told["direction"],
        "class": told["class"],
    }
    for role in ("baseline_value", "target_value"):
        if page.has(role):
            columns[role] = _at(_levels(page, role, money, heard), indexes)
    if page.has("end"):
        columns["target_date"] = _at(edge_days(page, "end", Heard()), indexes)
    return _build("benefits", page, indexes, columns, extras(page.block, _beside(page)))


def _levels(page: Page, role: str, money: Money, heard: Heard) -> list[Decimal | None]:
    """Where a measure starts, or should get to; of money in whole units of its currency."""
    cells = page.cells(role)
    numbers = decimals(cells, heard, Style(mark=page.mark or ".")).array.to_pylist()
    scale = unit(cells.header).over(page.titles.unit).scale
    return [
        number * scale if number is not None and money.monetary(index) else number
        for index, number in enumerate(numbers)
    ]


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
    indexes: list[int] = []
    ids: list[str] = []
    projects_: list[str] = []
    for benefit, several in named.items():
        index = next(iter(several.values()))
        if len(several) == 1:
            indexes.append(index)
            ids.append(benefit)
            projects_ += several
        else:
            names = ", ".join(labels.project_names.get(project, project) for project in several)
            heard.add(said.WeightsUnknown(_project_place(page, index), benefit, names))
    columns: dict[str, Sequence[Any]] = {
        "benefit_id": ids,
        "project_id": projects_,
        "weight": [Decimal(1)] * len(ids),
    }
    return _build("contributions", page, indexes, columns)


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
    new = [case for case in starts if case not in seen.cases]
    seen.cases.update(new)
    approved = [min(starts[case][1] or received, received) for case in new]
    for (_, version), day, case in zip(new, approved, new, strict=True):
        source = (
            "the start of its first period" if day == starts[case][1] else "the day the file was received"
        )
        heard.add(said.CaseImplied(Place(page.block.name), version, day.isoformat(), source))
    columns: dict[str, Sequence[Any]] = {
        "case_version": [version for _, version in new],
        "program_id": [program for program, _ in new],
        "label": ["As registered" if version == "register" else version for _, version in new],
        "approved_on": approved,
    }
    return _build("business_cases", page, [starts[case][0] for case in new], columns)
