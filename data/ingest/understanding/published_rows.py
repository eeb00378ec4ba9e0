"""The rows that a published list of projects yields."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings import periods as late
from data.ingest.findings import register as said
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book, column_letters
from data.ingest.staged import Reading, TableRead, schema
from data.ingest.understanding import published
from data.ingest.understanding.block import text_of
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Stored
from data.ingest.understanding.periods import Period, months
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.published import Published
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.register.values import NEVER
from data.ingest.understanding.stage import Read, as_json, extras
from data.model import BY_NAME

_FROM = {
    "programs": {"program_id": "department", "program": "department"},
    "projects": {
        "project_id": "project_id",
        "project": "project",
        "baseline_start": "start",
        "baseline_finish": "end",
    },
    "benefits": {"benefit_id": "project_id", "benefit": "project"},
    "planned_values": {
        "benefit_id": "project_id",
        "value": "benefits",
        "period_start": "start",
        "period_end": "end",
    },
    "budget": {"project_id": "project_id", "baseline": "whole_life_cost", "forecast": "forecast"},
}


def read_published(book: Book, profile: Profile, heard: Heard) -> Reading | None:
    """The list, if a sheet of the book holds one that the profile recognises."""
    for sheet in book.sheets:
        found = published.find(sheet, profile) if sheet.rows else None
        if found is None:
            continue
        others = [other.name for other in book.sheets if other.rows and other is not sheet]
        if others:
            heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
        published.tidy(found, heard)
        dated = published.date_report(found, book, heard)
        tables = _tables(_Facts.of(found, heard), heard) if dated else []
        source = profile.source.format(report=found.version)
        return Reading(profile.name, profile.title, source, tables, heard.all())
    return None


@dataclass
class _Facts:
    """What each project says, by index of the list's rows."""

    found: Published
    ids: list[str]
    names: list[str]
    programs: list[str]
    departments: list[str]
    starts: list[date | None]
    ends: list[date | None]

    @classmethod
    def of(cls, found: Published, heard: Heard) -> "_Facts":
        names = [name or "" for name in found.texts("project", heard)]
        departments = [text or "unknown" for text in found.texts("department", heard)]
        ids = found.texts("project_id", heard)
        fixed = found.profile.fixed
        programs = [fixed["program_id"].format(department=slug(text).upper()) for text in departments]
        return cls(
            found, _identify(ids, names, departments, found, heard), names, programs, departments,
            found.days("start", heard), found.days("end", heard),
        )  # fmt: skip

    def period(self, index: int) -> Period:
        """The life of the project; without an end a day that never comes."""
        start, end = self.starts[index], self.ends[index]
        if end is None or (start and end < start):
            return Period(start or NEVER, NEVER)
        return Period(start or months(end, 1).start, end)


def _identify(
    ids: list[str | None], names: list[str], departments: list[str], found: Published, heard: Heard
) -> list[str]:
    """The project IDs; a name where there is none, with the department where two share it."""
    slugs = [slug(name) for name in names]
    often = Counter(slugs)
    unnamed = sum(own is None for own in ids)
    if unnamed:
        heard.add(said.NameIdentifies(Place(found.block.name), "projects", unnamed))
    return [
        own or (short if often[short] == 1 else f"{short}-{slug(department)}")
        for own, short, department in zip(ids, slugs, departments, strict=True)
    ]


class _Table:
    """Rows of one table, each with the index of the list's row and the role of its cell."""

    def __init__(self, name: str, facts: _Facts) -> None:
        self.name, self.facts = name, facts
        self.rows: list[dict[str, Any]] = []

    def add(self, index: int, role: str, **values: Any) -> None:
        block = self.facts.found.block
        own = self.facts.found.roles[role] + 1 if block.flipped else block.numbers[index]
        self.rows.append({"sheet": block.name, "row": own, "cell": "", **values})

    def build(self) -> pa.Table:
        return pa.Table.from_pylist(self.rows, schema=schema(BY_NAME[self.name]))

    def done(self) -> TableRead:
        found, read = self.facts.found, Read()
        for target, role in _FROM.get(self.name, {}).items():
            if role in found.roles:
                column = found.roles[role]
                read.columns[target] = found.block.headers[column]
                read.letters[target] = str(column + 1) if found.block.flipped else column_letters(column)
        read.notes = {"currency": found.profile.fixed["currency"], "report": found.version}
        if found.block.flipped:
            read.notes["layout"] = "one column per project"
        return read.done(BY_NAME[self.name], found.block, self.build(), found.read, len(found.block.rows))


def _tables(facts: _Facts, heard: Heard) -> list[TableRead]:
    benefits = facts.found.amounts("benefits", heard)
    tables = [_programs(facts), _projects(facts), *_benefits(facts, benefits, heard), _budget(facts, heard)]
    return [table.done() for table in tables if table.rows]


def _programs(facts: _Facts) -> _Table:
    table, fixed, seen = _Table("programs", facts), facts.found.profile.fixed, set()
    for index, program in enumerate(facts.programs):
        if program not in seen:
            seen.add(program)
            table.add(
                index,
                "department",
                program_id=program,
                program=fixed["program"].format(department=facts.departments[index]),
                portfolio=fixed["portfolio"],
                currency=fixed["currency"],
                fiscal_year_start_month=fixed["fiscal_year_start_month"],
            )
    return table


def _projects(facts: _Facts) -> _Table:
    table, found = _Table("projects", facts), facts.found
    extra = extras(found.block, found.unknown + [
        found.roles[role] for role in ("category", "description", "rating", "rating_comment", "cost_comment")
        if role in found.roles
    ]).to_pylist()  # fmt: skip
    raw = as_json(len(facts.ids), {
        name: {
            index: text_of(value)
            for index, value in enumerate(found.cells(role).values)
            if value is not None and not isinstance(value, date)
        }
        for name, role in (("baseline_start", "start"), ("baseline_finish", "end"))
        if role in found.roles
    }).to_pylist()  # fmt: skip
    for index, project in enumerate(facts.ids):
        table.add(
            index,
            "project",
            project_id=project,
            program_id=facts.programs[index],
            project=facts.names[index],
            baseline_start=facts.starts[index],
            baseline_finish=facts.ends[index],
            extra=extra[index],
            raw=raw[index],
        )
    return table


def _benefits(facts: _Facts, stored: Stored | None, heard: Heard) -> list[_Table]:
    """A benefit for each project whose cell holds anything; words instead of a figure leave it unknown."""
    cases, benefits, weights, planned = (
        _Table(name, facts) for name in ("business_cases", "benefits", "contributions", "planned_values")
    )
    if stored is None:
        return []
    found, undated = facts.found, 0
    cells, values, seen = found.cells("benefits"), stored.array.to_pylist(), set()
    for index, value in enumerate(values):
        if value is None and index not in stored.missing:
            continue
        own, life, program = f"{facts.ids[index]}-BEN", facts.period(index), facts.programs[index]
        undated += life.end == NEVER and value is not None
        if program not in seen:
            seen.add(program)
            label = f"Annual data, {found.report:%B %Y}"
            cases.add(index, "benefits", case_version=found.version, program_id=program, label=label,
                      approved_on=found.report)  # fmt: skip
        benefits.add(
            index,
            "benefits",
            benefit_id=own,
            program_id=program,
            benefit=f"Monetised benefits of {facts.names[index]}",
            kind="disbenefit" if value is not None and value < 0 else "benefit",
            value_type="monetary",
            unit=found.profile.fixed["currency"],
            value_basis="per period",
            target_date=facts.ends[index],
        )
        weights.add(index, "benefits", benefit_id=own, project_id=facts.ids[index], weight=Decimal(1))
        planned.add(
            index,
            "benefits",
            benefit_id=own,
            case_version=found.version,
            value=value,
            period_start=life.start,
            period_end=life.end,
            cell=cells.address(index),
            raw=text_of(cells.values[index]),
            missing=None if value is not None else stored.missing[index],
        )
    if undated:
        heard.add(late.PlannedWithoutDate(Place(found.block.name), undated, NEVER.isoformat()))
    return [cases, benefits, weights, planned]


def _budget(facts: _Facts, heard: Heard) -> _Table:
    """Whole-life cost over the project's life, and the financial year's baseline and forecast."""
    table, year = _Table("budget", facts), facts.found.fiscal_year
    whole = _money(facts, "whole_life_cost", heard)
    baseline, forecast = _money(facts, "budget", heard), _money(facts, "forecast", heard)
    for index, project in enumerate(facts.ids):
        base = {"program_id": facts.programs[index], "project_id": project}
        if index in whole:
            life = facts.period(index)
            number, text = whole[index]
            table.add(
                index,
                "whole_life_cost",
                **base,
                cost_type="whole life",
                baseline=number,
                period_start=life.start,
                period_end=life.end,
                raw=_raw(baseline=text),
            )
        if index in baseline or index in forecast:
            (planned, text), (expected, other) = (
                each.get(index, (None, "")) for each in (baseline, forecast)
            )
            table.add(
                index,
                "budget" if "budget" in facts.found.roles else "forecast",
                **base,
                cost_type="financial year",
                baseline=planned,
                forecast=expected,
                period_start=year.start,
                period_end=year.end,
                raw=_raw(baseline=text, forecast=other),
            )
    return table


def _raw(**texts: str) -> str | None:
    return as_json(1, {name: {0: text} for name, text in texts.items() if text}).to_pylist()[0]  # type: ignore[no-any-return]


def _money(facts: _Facts, role: str, heard: Heard) -> dict[int, tuple[Decimal | None, str]]:
    """By index the amount, None where the cell holds words, with the text as written; blank cells absent."""
    stored = facts.found.amounts(role, heard)
    if stored is None:
        return {}
    values, cells = stored.array.to_pylist(), facts.found.cells(role).values
    return {
        index: (value, text_of(cells[index]))
        for index, value in enumerate(values)
        if value is not None or index in stored.missing
    }
