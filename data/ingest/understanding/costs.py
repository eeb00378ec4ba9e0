"""Budgets and ledgers of cost: amounts by period across or down the rows, read into budget lines."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.listing import CostInOtherCurrency, ProgramNeeded
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, Reading, TableRead, schema
from data.ingest.understanding.headers import words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register.labels import Labels, column_texts, slug
from data.ingest.understanding.register.money import NO_CURRENCY, Money, money
from data.ingest.understanding.register.page import Page, open_page
from data.ingest.understanding.register.values import melt
from data.ingest.understanding.stage import Read
from data.ingest.understanding.vocabulary import folded
from data.model import BY_NAME

_FIELDS = {"planned": "baseline", "realized": "actual", "forecast": "forecast"}
_FROM = {
    "project_id": "project_id",
    "project": "project_id",
    "cost_type": "cost_type",
    "period": "period_start",
}


def read_costs(book: Book, profiles: Sequence[Profile], known: Known, heard: Heard) -> Reading | None:
    """Every sheet that is a budget or a ledger; the first profile that reads one names the file."""
    found = [(profile, page) for sheet in book.sheets for profile in profiles
             if sheet.rows and (page := _page(sheet, profile, known))]  # fmt: skip
    pages = {page.block.name: (profile, page) for profile, page in reversed(found)}
    if not pages:
        return None
    tables = []
    for sheet in book.sheets:
        if sheet.name in pages:
            profile, _ = pages[sheet.name]
            page = open_page(sheet, profile, known, heard)
            assert page is not None
            tables += read_cost_page(page, known, heard)
    others = [sheet.name for sheet in book.sheets if sheet.rows and sheet.name not in pages]
    if others:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    named = min((profile for profile, _ in pages.values()), key=profiles.index)
    return Reading(named.name, named.title, named.source, tables, heard.all())


def _page(sheet: Any, profile: Profile, known: Known) -> Page | None:
    page = open_page(sheet, profile, known, Heard()) if sheet.state == "visible" else None
    return None if page and _holds_others(page, profile) else page


def _holds_others(page: Page, profile: Profile) -> bool:
    """Whether lines of a profile that takes all of them for costs say that they are income or benefits."""
    marks = [f" {words(one)} " for one in profile.needs.get("not_about", ())]
    lines = (f" {words(text)} " for text in column_texts(page, "cost_type", Heard()) if text)
    return bool(marks) and any(mark in line for line in lines for mark in marks)


@dataclass
class _Owners:
    """The program and project of each row; `lost` are the rows whose program nothing says."""

    programs: list[str | None] = field(default_factory=list)
    projects: list[str | None] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


def read_cost_page(page: Page, known: Known, heard: Heard) -> list[TableRead]:
    """The budget lines of one sheet; rows whose program nothing says refuse the file."""
    owners = _owners(page, known, heard)
    if owners.lost:
        place = Place(page.block.name, str(page.block.numbers[owners.lost[0]]))
        heard.add(ProgramNeeded(place, len(owners.lost), ", ".join(sorted(known.programs)[:12])))
    count = len(page.block.rows)
    lines: list[str | None] = [str(index) for index in range(count)]
    labels = Labels(list(owners.programs), lines, lines, [()] * count)
    coins = money(page, labels, known, [None] * count, heard)
    melted = melt(page, labels, coins, known, heard)
    made: defaultdict[tuple[int, Any, Any], dict[str, Decimal]] = defaultdict(dict)
    for measure, name in _FIELDS.items():
        columns = melted[measure]
        for index, start, end, value in zip(
            columns.column("index", pa.int32()).to_pylist(),
            columns.column("period_start", pa.date32()).to_pylist(),
            columns.column("period_end", pa.date32()).to_pylist(),
            columns.column("value", pa.decimal128(24, 6)).to_pylist(),
            strict=True,
        ):
            if value is not None:
                made[index, start, end][name] = value
    clashing = _clashing(page, owners, coins, known, heard)
    types = column_texts(page, "cost_type", heard)
    rows = [
        {"program_id": owners.programs[index], "project_id": owners.projects[index],
         "cost_type": types[index], "period_start": start, "period_end": end,
         "sheet": page.block.name, "row": page.block.numbers[index], "cell": "", **values}
        for (index, start, end), values in sorted(made.items())
        if index not in clashing
    ]  # fmt: skip
    return [_table(page, rows, melted)] if rows else []


def _table(page: Page, rows: list[dict[str, Any]], melted: dict[str, Any]) -> TableRead:
    read, table = Read(), BY_NAME["budget"]
    for role, target in _FROM.items():
        if page.has(role) and target not in read.columns:
            read.column(target, page.block, page.layout.roles[role])
    for measure, name in _FIELDS.items():
        if items := melted[measure].columns:
            read.columns[name] = (
                items[0].header if len(items) == 1 else f"{items[0].header} .. {items[-1].header}"
            )
    read.period_columns = tuple(dict.fromkeys(item.header for item in page.layout.periods))
    kept = len({row["row"] for row in rows})
    return read.done(table, page.block, pa.Table.from_pylist(rows, schema=schema(table)), page.read, kept)


def _owners(page: Page, known: Known, heard: Heard) -> _Owners:
    names = {folded(name): own for own, name in known.programs.items()}
    told = {
        role: column_texts(page, role, heard) for role in ("program_id", "program", "project_id", "project")
    }
    found = _Owners()
    for index in range(len(page.block.rows)):
        name, project = told["program"][index], told["project_id"][index] or known.project_id
        if project is None and (text := told["project"][index]):
            project = known.project_called(text) or slug(text)
        program = told["program_id"][index] or (names.get(folded(name), slug(name)) if name else None)
        program = program or known.projects.get(project or "") or known.program_id
        found.programs.append(program)
        found.projects.append(project)
        if program is None:
            found.lost.append(index)
    return found


def _clashing(page: Page, owners: _Owners, coins: Money, known: Known, heard: Heard) -> set[int]:
    """The rows in another currency than their program reports in; they are unknown, said once a currency."""
    clashing, said = set(), set()
    for index, (program, currency) in enumerate(zip(owners.programs, coins.currencies, strict=True)):
        own = known.currencies.get(program or "")
        if currency in (None, NO_CURRENCY, own) or own in (None, NO_CURRENCY):
            continue
        clashing.add(index)
        if (currency, own) not in said:
            said.add((currency, own))
            place = Place(page.block.name, str(page.block.numbers[index]))
            heard.add(CostInOtherCurrency(place, "The row", str(currency), str(own)))
    return clashing
