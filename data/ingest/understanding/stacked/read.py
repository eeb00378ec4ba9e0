"""A business case from book to rows: its benefits as a register's, its costs as a budget's."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.stacked import CostsNegative, SeveralBusinessCases
from data.ingest.reading.grid import Book, Sheet
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import Block, header_texts, holds, text_of
from data.ingest.understanding.costs import read_cost_page
from data.ingest.understanding.headers import key, unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.page import Page, fiscal_month, made_ready
from data.ingest.understanding.register.read import read_page
from data.ingest.understanding.stacked.blocks import KINDS, Lines, Stack, stack
from data.ingest.understanding.stacked.years import dated
from data.ingest.understanding.titles import titles
from data.ingest.understanding.vocabulary import clean


def read_stacked(book: Book, profile: Profile, known: Known, heard: Heard) -> Reading | None:
    """The one sheet that holds a business case; None where none does, refused where several do."""
    sheets = [sheet for sheet in book.sheets if sheet.rows and sheet.state == "visible"]
    found = [sheet for sheet in sheets if stack(sheet, profile, _month(sheet, known), Heard())]
    if not found:
        return None
    if len(found) > 1:
        heard.add(SeveralBusinessCases(Place(), ", ".join(sheet.name for sheet in found)))
        return Reading(profile.name, profile.title, profile.source, [], heard.all())
    if others := [sheet.name for sheet in book.sheets if sheet.rows and sheet is not found[0]]:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    tables = _read(found[0], book, profile, known, heard)
    findings = list(dict.fromkeys(heard.all()))  # a column of totals is met once a block
    programs = [
        row for read in tables if read.table == "programs" and read.rows for row in read.rows.to_pylist()
    ]
    source = " ".join([profile.source, *(row["program_id"] for row in programs)])  # one case a program
    return Reading(profile.name, profile.title, source, tables, findings)


def _month(sheet: Sheet, known: Known) -> int | None:
    return fiscal_month(titles(sheet.rows[:12], sheet.name), known)


def _read(sheet: Sheet, book: Book, profile: Profile, known: Known, heard: Heard) -> list[TableRead]:
    month = _month(sheet, known)
    found = stack(sheet, profile, month, heard)
    assert found is not None
    headers = {id(lines.header): lines.header for lines in found.lines}
    told = {own: dated(header, found.above, sheet.name, month, heard) for own, header in headers.items()}
    for lines in found.lines:
        lines.header = told[id(lines.header)]
    if not all(lines.header.periods for lines in found.lines):
        return []
    seen, tables = entities.Seen(), []
    for kind in KINDS:
        _tell_apart(found, kind)
    for lines in found.of("benefits"):
        page = _page(sheet, found, lines, "benefit", profile, month, heard)
        tables += read_page(page, book, profile, known, seen, heard)
    own = _with_program(known, tables)
    for lines in found.of("costs"):
        _positive(sheet, lines, heard)
        page = _page(sheet, found, lines, "cost_type", profile, month, heard)
        tables += read_cost_page(page, own, heard)
    return tables


def _with_program(known: Known, tables: list[TableRead]) -> Known:
    """What is known, and the program of the benefits, to which the costs belong."""
    rows = next(read.rows for read in tables if read.table == "programs" and read.rows is not None)
    program, currency = rows["program_id"][0].as_py(), rows["currency"][0].as_py()
    return replace(known, program_id=program, currencies={**known.currencies, program: currency})


def _page(
    sheet: Sheet, found: Stack, lines: Lines, role: str, profile: Profile, month: int | None, heard: Heard
) -> Page:
    header = lines.header
    texts = {**header_texts(header.row), found.name_column: role.replace("_", " ").capitalize()}
    block = Block(sheet, header.row.number, texts, lines.rows, found.above)
    layout = Layout(block, {role: found.name_column})
    layout.values = [
        ValueColumn(c, texts[c], "planned", p, unit(texts[c])) for c, p in header.periods.items()
    ]
    for column, text in texts.items():
        if column in header.periods or column == found.name_column:
            continue
        if words(text) in profile.roles["total"]:
            layout.stated.append(ValueColumn(column, text, None, None, unit(text)))
        else:
            layout.unknown.append(column)
    page = Page(layout, titles(found.above, sheet.name), month, "", lines.read)
    return made_ready(page, profile, heard)


def _tell_apart(found: Stack, kind: str) -> None:
    """Lines of one name are told apart by the headings that they stand under: `Operating: Staff`."""
    column = found.name_column
    counts = Counter(key(text_of(row.value(column))) for lines in found.of(kind) for row in lines.rows)
    for lines in found.of(kind):
        for index, row in enumerate(lines.rows):
            name, part = text_of(row.value(column)), lines.parts[row.number]
            if part and counts[key(name)] > 1:
                values = [*row.values[:column], f"{part}: {clean(name)}", *row.values[column + 1 :]]
                lines.rows[index] = replace(row, values=values)


def _positive(sheet: Sheet, lines: Lines, heard: Heard) -> None:
    """Costs that are all written below zero, as in a statement of cash flows, become amounts spent."""
    columns = lines.header.columns
    there = [value for row in lines.rows for c in columns if holds(value := row.value(c))]
    numbers = [value for value in there if isinstance(value, Decimal) and value]
    if not numbers or not all(number < 0 for number in numbers):
        return
    heard.add(CostsNegative(Place(sheet.name)))
    lines.rows = [
        replace(row, values=[-v if isinstance(v, Decimal) else v for v in row.values]) for row in lines.rows
    ]
