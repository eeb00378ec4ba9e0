"""A business case from book to rows: its benefits as a register's, its costs as a budget's."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.findings.stacked import CostsNegative, SeveralBusinessCases, SummarySheet
from data.ingest.reading.grid import Book, Sheet
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding.block import Block, header_texts, holds, text_of
from data.ingest.understanding.corrected import NONE, Corrections
from data.ingest.understanding.costs import read_cost_page
from data.ingest.understanding.headers import key, unit, words
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.profile import Profile
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.labels import general_program, program_called, slug
from data.ingest.understanding.register.page import Page, fiscal_month, made_ready
from data.ingest.understanding.register.read import read_page
from data.ingest.understanding.stacked.blocks import stack
from data.ingest.understanding.stacked.parts import KINDS, Lines, Stack
from data.ingest.understanding.stacked.summary import summary
from data.ingest.understanding.stacked.years import dated
from data.ingest.understanding.titles import titles
from data.ingest.understanding.vocabulary import clean


def read_stacked(
    book: Book, profile: Profile, known: Known, heard: Heard, told: Corrections = NONE
) -> Reading | None:
    """The sheet that holds a business case, or the forms that a summary sheet adds up; None where there is
    none, refused where several hold one and none adds up the others."""
    sheets = [sheet for sheet in book.sheets if sheet.rows and sheet.state == "visible"]
    stacks = {
        sheet.name: one
        for sheet in sheets
        if (one := stack(sheet, profile, _month(sheet, known), Heard(), told))
    }
    if not stacks:
        return None
    total = summary(stacks)
    if len(stacks) > 1 and total is None:
        heard.add(SeveralBusinessCases(Place(), ", ".join(stacks)))
        return Reading(profile.name, profile.title, profile.source, [], heard.all())
    found = [sheet for sheet in sheets if sheet.name in stacks and sheet.name != total]
    if others := [one.name for one in book.sheets if one.rows and one.name not in stacks]:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(others)))
    if total is not None:
        heard.add(SummarySheet(Place(total), total, ", ".join(sheet.name for sheet in found)))
        known = _of_summary(next(one for one in sheets if one.name == total), book, known, heard)
    seen = entities.Seen()
    tables = [
        table
        for sheet in found
        for table in _read(sheet, book, profile, known, seen, len(found) > 1, heard, told)
    ]
    findings = list(dict.fromkeys(heard.all()))  # a column of totals is met once a block
    programs = [
        row for read in tables if read.table == "programs" and read.rows for row in read.rows.to_pylist()
    ]
    source = " ".join([profile.source, *(row["program_id"] for row in programs)])  # one case a program
    return Reading(profile.name, profile.title, source, tables, findings)


def _month(sheet: Sheet, known: Known) -> int | None:
    return fiscal_month(titles(sheet.rows[:12], sheet.name), known)


def _of_summary(sheet: Sheet, book: Book, known: Known, heard: Heard) -> Known:
    """What is known, with the program of the summary, which all forms belong to."""
    if known.program_id:
        return known
    name = general_program(
        sheet.name, titles(sheet.rows[:12], sheet.name), book.name, known, len(sheet.rows), heard
    )
    own = program_called(name, known) or slug(name)
    return replace(known, program_id=own, program_name=known.programs.get(own, name))


def _read(
    sheet: Sheet,
    book: Book,
    profile: Profile,
    known: Known,
    seen: entities.Seen,
    is_form: bool,
    heard: Heard,
    corrected: Corrections,
) -> list[TableRead]:
    month = _month(sheet, known)
    found = stack(sheet, profile, month, heard, corrected)
    assert found is not None
    headers = {id(lines.header): lines.header for lines in found.lines}
    told = {
        own: dated(header, found.above, sheet.name, month, known.year_one, heard, corrected)
        for own, header in headers.items()
    }
    for lines in found.lines:
        lines.header = told[id(lines.header)]
    if not all(lines.header.periods for lines in found.lines):
        return []
    tables: list[TableRead] = []
    for kind in KINDS:
        _tell_apart(found, kind, sheet.name if is_form else "")
    for lines in found.of("benefits"):
        page = _page(sheet, found, lines, "benefit", profile, month, heard, corrected)
        tables += read_page(page, book, profile, known, seen, heard)
    own = _with_program(known, tables) if any(one.table == "programs" for one in tables) else known
    for lines in found.of("costs"):
        _positive(sheet, lines, heard)
        page = _page(sheet, found, lines, "cost_type", profile, month, heard, corrected)
        tables += read_cost_page(page, own, heard)
    return tables


def _with_program(known: Known, tables: list[TableRead]) -> Known:
    """What is known, and the program of the benefits, to which the costs belong."""
    rows = next(read.rows for read in tables if read.table == "programs" and read.rows is not None)
    program, currency = rows["program_id"][0].as_py(), rows["currency"][0].as_py()
    return replace(known, program_id=program, currencies={**known.currencies, program: currency})


def _page(
    sheet: Sheet,
    found: Stack,
    lines: Lines,
    role: str,
    profile: Profile,
    month: int | None,
    heard: Heard,
    corrected: Corrections,
) -> Page:
    header = lines.header
    texts = {**header_texts(header.row), found.name_column: role.replace("_", " ").capitalize()}
    block = Block(sheet, header.row.number, texts, lines.rows, found.above)
    layout = Layout(block, {role: found.name_column})
    layout.values = [
        ValueColumn(c, texts[c], "planned", p, corrected.unit(unit(texts[c])))
        for c, p in header.periods.items()
    ]
    for column, text in texts.items():
        if column in header.periods or column == found.name_column:
            continue
        if words(text) in profile.roles["total"]:
            layout.stated.append(ValueColumn(column, text, None, None, unit(text)))
        else:
            layout.unknown.append(column)
    above = titles(found.above, sheet.name).with_unit(header.row.value(found.name_column))
    above = replace(above, unit=corrected.unit(above.unit))
    page = Page(layout, above, month, "", lines.read)
    return made_ready(page, profile, heard)


def _tell_apart(found: Stack, kind: str, form: str) -> None:
    """Lines of one name are told apart by the headings that they stand under: `Operating: Staff`; those of
    several forms by the form."""
    column = found.name_column
    counts = Counter(key(text_of(row.value(column))) for lines in found.of(kind) for row in lines.rows)
    for lines in found.of(kind):
        for index, row in enumerate(lines.rows):
            name, part = text_of(row.value(column)), lines.parts[row.number]
            above = [form, part if counts[key(name)] > 1 else ""]
            if any(above):
                full = ": ".join([*filter(None, above), clean(name)])
                values = [*row.values[:column], full, *row.values[column + 1 :]]
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
