"""Excel workbooks (.xlsx, .xlsm and their templates): our own reader.

Every library loses something without a word: error cells, formulas that were never calculated,
rows out of order, 1904 dates, number formats. This one reads the parts as they are stored, yields
the kinds of `data.ingest.reading.grid`, and refuses what contradicts itself.
"""

from itertools import pairwise

from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.cells import PlaceholderResults
from data.ingest.findings.container import (
    DuplicateCell,
    HiddenSheets,
    MacrosDropped,
    NotASheetOfCells,
    OtherWorkbooks,
    TooMuch,
)
from data.ingest.reading.addresses import area
from data.ingest.reading.cell_reader import EXAMPLES, CellReader
from data.ingest.reading.gate import Package
from data.ingest.reading.grid import Area, Book, ExcelTable, Row, Sheet, Uncalculated, Value, address
from data.ingest.reading.limits import Limits
from data.ingest.reading.number_formats import Style, read_styles
from data.ingest.reading.plain_sheet import scan_plain
from data.ingest.reading.shared_strings import SharedStrings, read_shared_strings
from data.ingest.reading.sheet_scan import NAMES, SheetScan
from data.ingest.reading.workbook_parts import SheetPart, WorkbookParts, read_workbook, relations
from data.ingest.reading.xml_parts import SHEETS, elements, parse, vocabulary
from data.ingest.reading.xml_plain import NotPlain

_LARGE = 1 << 26  # bytes of a sheet that the parser takes some seconds for
_PROPERTIES = {
    "application": (
        "docProps/app.xml",
        {
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties Application": "text",
            "http://purl.oclc.org/ooxml/officeDocument/extendedProperties Application": "text",
        },
    ),
    "creator": ("docProps/core.xml", {"http://purl.org/dc/elements/1.1/ creator": "text"}),
}


def read_xlsx(package: Package, name: str, limits: Limits) -> Book:
    """Read a gated workbook; raises Refused where it is damaged or too large."""
    workbook = read_workbook(package, limits)
    strings = read_shared_strings(package, workbook.strings)
    styles = read_styles(package, workbook.styles, limits)
    findings = _about(workbook)
    sheets: list[Sheet] = []
    readers: list[CellReader] = []
    taken = 0, 0  # cells and characters: the limits are the workbook's
    for part in workbook.sheets:
        if part.kind != "worksheet":
            findings.append(NotASheetOfCells(place=Place(part.name)))
            continue
        scan = _scanned(package, part, strings, styles, workbook, limits, taken)
        taken = scan.cells, scan.reader.characters
        findings += scan.reader.findings()
        sheets.append(_sheet(package, part, scan, limits))
        readers.append(scan.reader)
    if workbook.recalculates:
        findings += _placeholders(sheets, readers)
    return Book(name, "xlsx", sheets, findings, _properties(package))


def _scanned(
    package: Package,
    part: SheetPart,
    strings: SharedStrings,
    styles: dict[str, Style],
    workbook: WorkbookParts,
    limits: Limits,
    taken: tuple[int, int],
) -> SheetScan:
    """The rows of a sheet, the quick way where the part is written plainly, else through expat."""

    def fresh() -> SheetScan:
        scan = SheetScan(part.name, CellReader(part.name, strings, workbook.from_1904), styles, limits)
        scan.cells, scan.reader.characters = taken
        return scan

    scan = fresh()
    try:
        scan_plain(package, part.part, scan)
    except NotPlain:
        _check_count(package, part, limits)
        scan = fresh()
        parse(package, part.part, NAMES, scan.start, scan.end, scan.pieces.append, scan.place)
    return scan


def _check_count(package: Package, part: SheetPart, limits: Limits) -> None:
    """Refuse a large sheet with too many cells before half a minute is spent on the first of them."""
    if package.size(part.part) < _LARGE:
        return
    count = sum(piece.count(b"<v>") + piece.count(b"</is>") for piece in package.stream(part.part))
    if count > limits.cells:
        raise Refused(TooMuch("cells with content", limits.cells, place=Place(part.name)))


def _about(workbook: WorkbookParts) -> list[Finding]:
    findings: list[Finding] = []
    hidden = tuple(sheet.name for sheet in workbook.sheets if sheet.state != "visible")
    if hidden:
        findings.append(HiddenSheets(hidden))
    if workbook.macros:
        findings.append(MacrosDropped())
    if workbook.links:
        findings.append(OtherWorkbooks())
    return findings


def _sheet(package: Package, part: SheetPart, scan: SheetScan, limits: Limits) -> Sheet:
    rows = _in_order(scan.rows, part.name)
    return Sheet(
        part.name,
        rows,
        part.state,
        _clipped(scan.merged, rows, part.name, limits),
        _tables(package, part.part),
        frozenset(scan.hidden_columns),
    )


def _in_order(rows: list[Row], sheet: str) -> list[Row]:
    """The rows by number, those that were written in several pieces put together."""
    if all(before.number < after.number for before, after in pairwise(rows)):
        return rows
    ordered: list[Row] = []
    for row in sorted(rows, key=lambda row: row.number):
        if ordered and ordered[-1].number == row.number:
            ordered[-1] = _joined(ordered[-1], row, sheet)
        else:
            ordered.append(row)
    return ordered


def _joined(one: Row, other: Row, sheet: str) -> Row:
    width = max(len(one.values), len(other.values))
    values: list[Value] = []
    for column in range(width):
        here, there = one.value(column), other.value(column)
        if here is not None and there is not None:
            raise Refused(DuplicateCell(place=Place(sheet, address(one.number, column))))
        values.append(there if here is None else here)
    formats = [one.format(column) or other.format(column) for column in range(width)]
    return Row(one.number, values, formats, one.hidden or other.hidden, max(one.outline, other.outline))


def _clipped(merged: list[Area], rows: list[Row], sheet: str, limits: Limits) -> list[Area]:
    """The merged ranges as far as there is data: one that spans the whole sheet stays small."""
    last_row = rows[-1].number if rows else 0
    last_column = max((len(row.values) for row in rows), default=0) - 1
    kept = [
        Area(
            each.first_row,
            each.first_column,
            min(each.last_row, last_row),
            min(each.last_column, last_column),
        )
        for each in merged
        if each.first_row <= last_row and each.first_column <= last_column
    ]
    size = sum(
        (each.last_row - each.first_row + 1) * (each.last_column - each.first_column + 1) for each in kept
    )
    if size > limits.elements:
        raise Refused(TooMuch("cells in merged ranges", limits.elements, size, place=Place(sheet)))
    return kept


def _tables(package: Package, part: str) -> list[ExcelTable]:
    """The tables declared on a sheet that have a header."""
    found = []
    for relation in relations(package, part):
        if relation.kind != "table" or relation.external or relation.target not in package:
            continue
        for each in elements(package, relation.target, vocabulary(SHEETS, ("table",))):
            place = area(each.get("ref"))
            totals = each.get("totalsRowCount", "0")
            if place and each.get("headerRowCount", "1") != "0":
                name = each.get("displayName") or each.get("name")
                found.append(ExcelTable(name, place, int(totals) if totals in ("1", "2") else 0))
    return found


def _placeholders(sheets: list[Sheet], readers: list[CellReader]) -> list[Finding]:
    """Where a program wrote 0 for every formula of the workbook, these are no results."""
    if any(reader.results is None for reader in readers):
        return []
    findings: list[Finding] = []
    for sheet, reader in zip(sheets, readers, strict=True):
        results = reader.results or []
        rows = {row.number: row for row in sheet.rows}
        for number, column, formula in results:
            rows[number].values[column] = Uncalculated(formula)
        if results:
            cells = tuple((address(number, column), "") for number, column, _ in results[:EXAMPLES])
            findings.append(PlaceholderResults(Place(sheet.name, cells[0][0]), len(results), cells))
    return findings


def _properties(package: Package) -> dict[str, str]:
    """Which program wrote the workbook, and for whom, as far as it says."""
    said = {}
    for name, (part, words) in _PROPERTIES.items():
        for each in elements(package, part, words) if part in package else []:
            said[name] = each.text.strip()[:200]
    return said
