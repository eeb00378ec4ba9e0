"""Files that nothing recognises are refused with what was seen in them."""

from datetime import date

from data.ingest.findings.base import Severity
from tests.data.ingest.sheets import codes, read, sheet


def test_the_tables_are_listed_and_one_finding_refuses():
    reading = read(
        sheet(
            "Tasks",
            ["Plan name", "Launch"],
            [None],
            ["Task ID", "Task name", "Start", "Finish", "Status"],
            ["T1", "Dig", date(2026, 1, 1), date(2026, 2, 1), "Open"],
            ["T2", "Fill", date(2026, 2, 1), date(2026, 3, 1), "Open"],
        ),
        sheet("Cover", ["Hello"]),
    )
    (tasks, cover) = reading.tables
    assert (tasks.table, tasks.sheet, tasks.header_row, tasks.first_column) == (None, "Tasks", 3, "A")
    assert tasks.columns == {"A": "Task ID", "B": "Task name", "C": "Start", "D": "Finish", "E": "Status"}
    assert (tasks.rows_read, tasks.rows_kept, tasks.rows_left_out) == (2, 0, 2)
    assert cover.sheet == "Cover"
    (finding,) = reading.findings
    assert (finding.code, finding.severity) == ("not-recognised", Severity.REFUSES)
    assert finding.what() == (
        "The file was read but not recognised: sheet 'Tasks', row 3: Task ID, Task name, Start, Finish, "
        "Status; sheet 'Cover', row 1: Hello. No column says which benefit a row is about, or what was "
        "planned or realized."
    )


def test_an_empty_book_is_refused_too():
    for reading in (read(), read(sheet("Sheet1"))):
        assert (reading.tables, codes(reading)) == ([], ["not-recognised"])
        assert reading.findings[0].what() == "The file was read but not recognised: there is no table in it."


def test_a_list_of_costs_is_no_register():
    reading = read(sheet("Costs", ["Project", "Budget", "Actual"], ["A", 10, 12]))
    assert codes(reading) == ["not-recognised"]


def test_project_names_with_the_word_benefit_make_no_register():
    reading = read(
        sheet(
            "Data", ["Field", "Benefit Cap", "Fraud, Error and Debt"], ["Cost", 10, 12], ["Owner", "a", "b"]
        )
    )
    assert codes(reading) == ["not-recognised"]


def test_a_sheet_that_lacks_few_columns_is_told_which():
    reading = read(sheet("Milestones", ["Milestone ID", "Milestone", "Kind"], ["M1", "Go live", "go live"]))
    assert codes(reading) == ["column-missing"]
    assert reading.findings[0].what() == (
        "The required column 'Project ID' is missing; found are Milestone ID, Milestone, Kind."
    )
