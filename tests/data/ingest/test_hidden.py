"""Hidden rows and columns: read like all others, and named wherever a list or a register is read."""

from openpyxl import Workbook

from data.ingest.reading.read import read
from data.ingest.staged import Known
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.choose import PROPOSED, understand
from tests.data.ingest.sheets import RECEIVED, codes, columns

KNOWN = Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": "USD"}, program_id="P1")
PROJECTS = [
    ["Portfolio of projects"],
    ["Project ID", "Project", "Status", "Project manager", "Budget (USD)"],
    *([f"X{number}", f"Project {number}", "Active", "Ana", 100] for number in range(1, 7)),
]


def book(tmp_path, rows, hidden_rows=(), hidden_columns=()):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for number in hidden_rows:
        made.active.row_dimensions[number].hidden = True
    for letters in hidden_columns:
        made.active.column_dimensions[letters].hidden = True
    made.save(tmp_path / "book.xlsx")
    return read(tmp_path / "book.xlsx", "book.xlsx")


def said(reading):
    return [str(finding) for finding in reading.findings if finding.code.startswith("hidden-")]


def test_a_list_of_projects_names_what_is_hidden_in_it(tmp_path):
    reading = interpret(book(tmp_path, PROJECTS, (1, 3, 4, 5, 8), ("D",)), KNOWN)
    assert len(columns(reading, "projects", "project_id")) == 6
    assert said(reading) == [
        "Sheet: 4 hidden rows are read like all others: 3 to 5, 8. "
        "Unhide them to look at them; delete them if they should not count.",
        "Sheet: Hidden columns are read like all others: D (Project manager). "
        "Unhide them to look at them; delete them if they should not count.",
    ]


def test_one_hidden_row_of_a_register_is_named(tmp_path):
    rows = [["Benefit", "Planned", "Date"], ["A", 1, "2026-01"], ["B", 2, "2026-01"]]
    reading = interpret(book(tmp_path, rows, (3,)), KNOWN)
    assert columns(reading, "planned_values", "value") == [(1,), (2,)]
    assert said(reading)[0].startswith("Sheet: Row 3 is hidden and read like all others.")


def test_a_mapped_layout_names_it_too(tmp_path):
    rows = [
        ["Ref", "Saving title", "Jan-26 Ambition", "Feb-26 Ambition"],
        ["S1", "Paper", 1, 2],
        ["S2", "Ink", 3, 4],
    ]
    reading = understand(book(tmp_path, rows, (2,)), KNOWN, PROPOSED, {})
    assert "hidden-rows" in codes(reading)


def test_nothing_hidden_says_nothing(tmp_path):
    assert said(interpret(book(tmp_path, PROJECTS), KNOWN)) == []
