"""The benefits register from book to rows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.findings import periods as late
from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.labels import Labels, column_texts, label
from data.ingest.understanding.register.money import Money, money
from data.ingest.understanding.register.page import Page, open_page
from data.ingest.understanding.register.values import NEVER, Melted, as_of, melt
from data.ingest.understanding.stage import Draft, Read
from data.model import BY_NAME

CASE = "register"
_TABLES = {"planned": "planned_values", "realized": "realized_values", "forecast": "forecast_values"}
_FROM = {  # which roles feed which field of which table
    "programs": {
        "program_id": "program_id",
        "program": "program",
        "portfolio": "portfolio",
        "sponsor": "sponsor",
        "currency": "currency",
    },
    "projects": {"project_id": "project_id", "project": "project", "project_manager": "project_manager"},
    "benefits": {
        "benefit_id": "benefit_id",
        "benefit": "benefit",
        "kind": "kind",
        "value_type": "value_type",
        "class": "class",
        "owner": "owner",
        "unit": "unit",
        "direction": "direction",
        "baseline_value": "baseline_value",
        "target_value": "target_value",
        "end": "target_date",
        "lifecycle": "lifecycle",
        "evidence_source": "evidence_source",
    },
    "contributions": {"benefit_id": "benefit_id", "project_id": "project_id", "project": "project_id"},
    "business_cases": {"case_version": "case_version"},
}
_LONG_FROM = {
    "benefit_id": "benefit_id",
    "benefit": "benefit_id",
    "period": "period",
    "period_start": "period_start",
    "period_end": "period_end",
    "start": "period_start",
    "end": "period_end",
}


def read_register(book: Book, profile: Profile, known: Known, heard: Heard) -> Reading | None:
    """Every sheet that is a page of a register; None if none is."""
    pages, others = [], []
    for sheet in book.sheets:
        page = open_page(sheet, profile, known, heard) if sheet.rows else None
        if page is not None:
            pages.append(page)
        elif sheet.rows:
            others.append(sheet.name)
    if not pages:
        return None
    if others:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    seen, reads = entities.Seen(), []
    for page in pages:
        reads += read_page(page, book, profile, known, seen, heard)
    return Reading(profile.name, profile.title, profile.source, reads, heard.all())


@dataclass
class _Parts:
    page: Page
    labels: Labels
    money: Money
    melted: dict[str, Melted]
    versions: list[str]


def read_page(
    page: Page, book: Book, profile: Profile, known: Known, seen: entities.Seen, heard: Heard
) -> list[TableRead]:
    """The tables of one sheet of the register; `seen` is what its earlier sheets named."""
    _forecast_totals(page, heard)
    labels = label(page, book, known, heard)
    coins = money(page, labels, known, entities.value_types(page, profile, heard), heard)
    melted = melt(page, labels, coins, known, heard)
    usual = profile.told.get("case", CASE)
    versions = [version or usual for version in column_texts(page, "case_version", heard)]
    parts = _Parts(page, labels, coins, melted, versions)
    _note_columns(page, heard)
    made = {
        "programs": entities.programs(page, labels, coins, seen, heard),
        "projects": entities.projects(page, labels, seen, heard),
        "business_cases": entities.business_cases(page, _first_days(parts), known.received_on, seen, heard),
        "benefits": entities.benefits(
            page, labels, coins, profile, _negative(melted["planned"]), seen, heard
        ),
        "contributions": entities.contributions(page, labels, heard),
    }
    made |= {_TABLES[measure]: _long(parts, measure, profile, known, heard) for measure in _TABLES}
    return [_table_read(name, rows, parts) for name, rows in made.items() if rows.num_rows]


def _forecast_totals(page: Page, heard: Heard) -> None:
    """A forecast total says nothing of how much of it lies ahead: it is kept beside the row, not counted."""
    if page.has("period") or page.has("period_end"):
        return
    for item in [item for item in page.layout.totals if item.measure == "forecast"]:
        page.layout.values.remove(item)
        page.layout.unknown.append(item.column)
        heard.add(late.ForecastTotal(page.header_place(item.column), item.header))


def _note_columns(page: Page, heard: Heard) -> None:
    for column in sorted(page.layout.unknown):
        if page.block.headers.get(column):
            heard.add(wrong.ColumnUnknown(page.header_place(column), page.block.headers[column]))


def _first_days(parts: _Parts) -> dict[tuple[str, str], tuple[int, date | None]]:
    """The first planned day by program and version, with the row that names it first."""
    planned = parts.melted["planned"]
    index, start = planned.column("index", pa.int32()), planned.column("period_start", pa.date32())
    dated = pc.less(start, pa.scalar(NEVER, pa.date32()))
    programs = pc.fill_null(pa.array(parts.labels.program_ids, pa.string()), "")
    table = pa.table(
        {
            "program": programs.take(index),
            "version": pa.array(parts.versions, pa.string()).take(index),
            "index": index,
            "start": pc.if_else(dated, start, pa.scalar(None, pa.date32())),
        }
    )
    cases = table.group_by(["program", "version"], use_threads=False)
    found = cases.aggregate([("index", "min"), ("start", "min")]).to_pylist()
    return {(one["program"], one["version"]): (one["index_min"], one["start_min"]) for one in found}


def _negative(planned: Melted) -> set[str]:
    """The benefits whose planned values add up to less than nothing."""
    table = pa.table(
        {
            "benefit": planned.column("benefit_id", pa.string()),
            "value": planned.column("value", pa.decimal128(24, 6)),
        }
    )
    sums = table.group_by("benefit", use_threads=False).aggregate([("value", "sum")])
    below = pc.less(sums["value_sum"], pa.scalar(Decimal(0), sums["value_sum"].type))
    return set(sums["benefit"].filter(pc.fill_null(below, False)).to_pylist())


def _long(parts: _Parts, measure: str, profile: Profile, known: Known, heard: Heard) -> pa.Table:
    melted, table = parts.melted[measure], BY_NAME[_TABLES[measure]]
    rows = melted.column("row", pa.int32())
    columns = {
        "benefit_id": melted.column("benefit_id", pa.string()),
        "value": melted.column("value", pa.decimal128(24, 6)),
        "period_start": melted.column("period_start", pa.date32()),
        "period_end": melted.column("period_end", pa.date32()),
    }
    if measure == "planned":
        versions = pa.array(parts.versions, pa.string())
        columns["case_version"] = versions.take(melted.column("index", pa.int32()))
    if measure == "realized" and parts.page.has("evidence"):
        evidence = pa.array(entities.words_of(parts.page, profile, "evidence", heard), pa.string())
        columns["evidence"] = evidence.take(melted.column("index", pa.int32()))
    if measure == "forecast" and len(rows):
        until = as_of(parts.page, known)
        columns["forecast_as_of"] = pa.repeat(pa.scalar(until.day, pa.date32()), len(rows))
        place = Place(parts.page.block.name)
        heard.add(late.ForecastWithoutDate(place, until.day.isoformat(), until.source))
    texts = {name: melted.column(name, pa.string()) for name in ("cell", "raw", "missing")}
    return Draft(table, columns, parts.page.block.name, rows, **texts).build()


def _table_read(name: str, rows: pa.Table, parts: _Parts) -> TableRead:
    page, read = parts.page, Read()
    measure = next((measure for measure, table in _TABLES.items() if table == name), None)
    for role, target in (_LONG_FROM if measure else _FROM[name]).items():
        if page.has(role) and target not in read.columns:
            read.column(target, page.block, page.layout.roles[role])
    if measure:
        items = parts.melted[measure].columns
        totals = [item for item in items if not item.period]
        read.period_columns = tuple(dict.fromkeys(item.header for item in items if item.period))
        if totals:
            read.column("value", page.block, totals[0].column)
        elif items:
            read.columns["value"] = f"{items[0].header} .. {items[-1].header}"
        read.notes = _notes(parts, measure)
    kept = parts.labels.keep.true_count
    return read.done(BY_NAME[name], page.block, rows, page.read, kept)


def _notes(parts: _Parts, measure: str) -> dict[str, str]:
    page, items = parts.page, parts.melted[measure].columns
    units = [item.unit.over(page.titles.unit) for item in items]
    scales = sorted({unit.scale for unit in units})
    notes = {
        "measure": measure,
        "currency": ", ".join(sorted({code for code in parts.money.currencies if code})),
        "scale": ", ".join(f"{scale:f}" for scale in scales),
    }
    if page.mark == ",":
        notes["decimal mark"] = "comma"
    return {name: text for name, text in notes.items() if text}
