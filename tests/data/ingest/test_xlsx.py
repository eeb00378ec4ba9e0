"""Awkward but readable workbooks: every cell as it must come out, and what must be noted."""

from pathlib import Path

import pytest

from data.ingest.reading.cells import cells as seen
from data.ingest.reading.grid import Area, Book, ExcelTable
from data.ingest.reading.read import read
from tests.data.ingest.readable_parts import ONE, READABLE, one
from tests.workbooks.raw import (
    DECLARATION,
    MAIN,
    Parts,
    everywhere,
    packed,
    relations,
    sheet,
    styles,
    workbook,
)


@pytest.mark.parametrize("kind", READABLE)
def test_every_cell_comes_out_as_it_is_stored(kind: str, tmp_path: Path) -> None:
    parts, expected, notes = READABLE[kind]
    assert what_is_seen(load(tmp_path, parts)) == (expected, notes)


@pytest.mark.parametrize("kind", READABLE)
def test_a_comment_among_the_cells_changes_nothing(kind: str, tmp_path: Path) -> None:
    """A comment makes the reader take its other way, through expat."""
    parts, expected, notes = READABLE[kind]
    changed = everywhere(everywhere(parts, "<sheetData>", "<sheetData><!-- -->"), "</sst>", "<!-- --></sst>")
    assert what_is_seen(load(tmp_path, changed)) == (expected, notes)


def what_is_seen(book: Book) -> tuple[dict[str, tuple[str, str]], list[str]]:
    listed = seen(book)["sheets"][0]["cells"]
    cells_seen = {cell["address"]: (cell["kind"], cell["text"]) for cell in listed}
    return cells_seen, [finding.code for finding in book.findings]


def load(tmp_path: Path, parts: Parts) -> Book:
    path = tmp_path / "received"
    path.write_bytes(packed(parts))
    return read(path, "book.xlsx")


def test_hidden_sheets_are_read_and_named(tmp_path: Path) -> None:
    book = load(tmp_path, workbook(sheet(ONE), sheet(ONE), sheet(ONE), states=("hidden", "veryHidden")))
    assert [(each.name, each.state) for each in book.sheets] == [
        ("Sheet1", "hidden"),
        ("Sheet2", "veryHidden"),
        ("Sheet3", "visible"),
    ]
    assert [str(finding) for finding in book.findings] == [
        "2 hidden sheets: 'Sheet1', 'Sheet2'. "
        "Unhide them in Excel if they hold something that should be loaded."
    ]


def test_hidden_rows_and_columns_outline_and_merged_ranges_are_kept(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="C1"><v>1</v></c></row>'
        '<row r="2" hidden="1" outlineLevel="2"><c r="A2"><v>2</v></c></row>'
    )
    columns = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>'
    merged = "".join(f'<mergeCell ref="{area}"/>' for area in ("A1:B1", "A2:XFD1048576", "A9:B9"))
    after = f"<mergeCells>{merged}</mergeCells>"
    only = load(tmp_path, workbook(sheet(rows, columns, after))).sheets[0]
    assert [(row.number, row.hidden, row.outline) for row in only.rows] == [(1, False, 0), (2, True, 2)]
    assert only.hidden_columns == {1, 2}
    assert only.merged == [Area(1, 0, 1, 1), Area(2, 0, 2, 2)]


def test_number_formats_are_kept_beside_the_values(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1" s="6"><v>1</v></c><c r="C1"><v>2</v></c></row>'
    only = load(tmp_path, workbook(sheet(row))).sheets[0]
    assert only.rows[0].formats == ["[$£-809]#,##0.00", "", ""]


def test_a_built_in_currency_format_names_no_currency(tmp_path: Path) -> None:
    built_in = styles().replace('<cellXfs><xf numFmtId="164"/>', '<cellXfs><xf numFmtId="7"/>')
    only = load(tmp_path, workbook(sheet(ONE), formats=built_in)).sheets[0]
    assert only.rows[0].formats == ["¤#,##0.00_);(¤#,##0.00)"]


def test_declared_tables_are_found(tmp_path: Path) -> None:
    parts = workbook(sheet(ONE)) | {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("t1", "table", '../tables/table1.xml"')),
        "xl/tables/table1.xml": (
            f'{DECLARATION}<table xmlns="{MAIN}" displayName="Benefits" ref="A1:C9" totalsRowCount="1"/>'
        ),
    }
    assert load(tmp_path, parts).sheets[0].tables == [ExcelTable("Benefits", Area(1, 0, 9, 2), 1)]


def test_the_program_that_wrote_it_is_known(tmp_path: Path) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = workbook(sheet(ONE)) | {
        "docProps/app.xml": f'<Properties xmlns="{space}"><Application>Apache POI</Application></Properties>',
        "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>PMO</dc:creator></c>',
    }
    assert load(tmp_path, parts).properties == {"application": "Apache POI", "creator": "PMO"}


def test_findings_name_the_cells_and_the_next_step(tmp_path: Path) -> None:
    book = load(tmp_path, one(A1="<v>1</v>", B1='t="e"><v>#REF!</v>', B2='t="e"><v>#N/A</v>'))
    assert [str(finding) for finding in book.findings] == [
        "Sheet1!B1: 2 cells show an error: B1 #REF!, B2 #N/A. "
        "Repair the formulas in Excel; an error is not counted as zero, it counts as missing."
    ]
