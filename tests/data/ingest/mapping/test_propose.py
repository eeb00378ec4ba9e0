"""What is proposed for books that nothing recognises: which tables, which columns, how sure."""

from dataclasses import replace
from datetime import date

import pytest

from data.ingest.reading.grid import Area, ExcelTable
from data.ingest.understanding.mapping.layout_print import fingerprint
from data.ingest.understanding.mapping.propose import propose, sure
from tests.data.ingest.mapping.shelf import HEADERS, KNOWN, SAVINGS, book, savings
from tests.data.ingest.sheets import sheet


def proposed(*sheets, known=KNOWN):
    return propose(book(*sheets), known)


def meant(table):
    return {column.letters: (column.means, column.period) for column in table.columns if column.means}


def test_a_savings_tracker_is_a_register_with_months_across():
    mapping = propose(savings(), KNOWN)
    (table,) = mapping.tables
    assert (table.sheet, table.header_row, table.target, table.confidence) == (
        "Savings", 4, "benefits register", 0.97,
    )  # fmt: skip
    assert meant(table) == {
        "A": ("benefit_id", ""),
        "B": ("benefit", ""),
        "C": ("project", ""),
        "D": ("owner", ""),
        "E": ("planned", "Jan-26"),
        "F": ("planned", "Feb-26"),
        "G": ("realized", "Jan-26"),
        "H": ("realized", "Feb-26"),
    }
    assert sure(mapping)


def test_two_tables_on_one_sheet_each_find_their_own_kind():
    projects, milestones = proposed(
        sheet(
            "Both",
            ["Project number", "Project title", "State", "Lead"],
            ["P1", "Web", "In progress", "Ann"],
            ["P2", "Hall", "done", "Bob"],
            [None],
            ["Milestone name", "Project number", "Planned date", "Achieved on"],
            ["Go live", "P1", date(2026, 3, 1), None],
        )
    ).tables
    assert (projects.target, projects.header_row) == ("projects", 1)
    assert (milestones.target, milestones.header_row) == ("milestones", 5)
    assert meant(milestones) == {
        "A": ("milestone", ""), "B": ("project_id", ""), "C": ("baseline_date", ""), "D": ("actual_date", ""),
    }  # fmt: skip


def test_tables_side_by_side_are_two():
    left, right = proposed(
        sheet(
            "Two",
            ["Project number", "Project title", "State", None, "Risk title", "Likelihood", "Impact"],
            ["P1", "Web", "open", None, "Delay", 0.2, 1000],
            ["P2", "Hall", "open", None, None, None, None],
        )
    ).tables
    assert (left.target, [column.letters for column in left.columns]) == ("projects", ["A", "B", "C"])
    assert (right.target, [column.letters for column in right.columns]) == ("risks", ["E", "F", "G"])


def test_a_sheet_with_a_record_in_each_column_is_turned():
    (table,) = proposed(
        sheet(
            "Turned",
            ["Project title", "Web", "Hall"],
            ["Project number", "P1", "P2"],
            ["State", "open", "done"],
            ["Lead", "Ann", "Bob"],
        )
    ).tables
    assert (table.target, table.transposed) == ("projects", True)
    assert meant(table) == {
        "A": ("project", ""), "B": ("project_id", ""), "C": ("status", ""), "D": ("project_manager", ""),
    }  # fmt: skip


def test_a_header_of_two_rows_carries_its_groups():
    (table,) = proposed(
        sheet(
            "Plan",
            [None, None, "Ambition", None, "Banked", None],
            ["Saving ref", "Saving title", "Jan-26", "Feb-26", "Jan-26", "Feb-26"],
            ["S1", "Fewer calls", 1, 2, 3, 4],
        )
    ).tables
    assert (table.header_row, table.header_rows) == (2, 2)
    assert meant(table)["C"] == ("planned", "Jan-26")
    assert meant(table)["F"] == ("realized", "Feb-26")


def test_a_declared_table_goes_before_what_the_rows_look_like():
    own = sheet(
        "List",
        ["Project number", "Project title", "State"],
        ["not", "a", "project"],
        ["Risk title", "Likelihood", "Impact"],
        ["Delay", 0.2, 1000],
    )
    own.tables = [ExcelTable("Risks", Area(3, 0, 4, 2))]
    (table,) = proposed(own).tables
    assert (table.target, table.header_row) == ("risks", 3)


def test_costs_by_month_are_a_budget_of_which_nobody_knows_which_cost():
    mapping = proposed(
        sheet("Costs", ["Project", "Cost line", "Jan 2026", "Feb 2026"], ["Web", "Staff", 10, 20])
    )
    (table,) = mapping.tables
    assert (table.target, table.confidence) == ("budget", 0.4)
    assert meant(table)["C"] == ("baseline", "Jan 2026")
    assert not sure(mapping)


def test_known_ids_tell_what_a_column_is():
    known = replace(KNOWN, projects={"P1": "N", "P2": "N"})
    own = sheet("Data", ["Gate", "Where", "Planned date"], ["Go live", "P1", date(2026, 3, 1)])
    (table,) = proposed(own, known=known).tables
    assert (table.target, meant(table)["B"]) == ("milestones", ("project_id", ""))


def test_a_header_that_its_cells_do_not_bear_out_is_doubted():
    rows = [["Risk title", "Likelihood", "Impact"], ["Delay", "often", "severe"], ["Strike", "never", "mild"]]
    (table,) = proposed(sheet("Risks", *rows)).tables
    assert table.confidence < 0.75


@pytest.mark.parametrize(
    "rows",
    [
        [["Task ID", "Task name", "Start", "Finish"], ["T1", "Dig", date(2026, 1, 1), date(2026, 2, 1)]],
        [["Field", "Benefit Cap", "Fraud, Error and Debt"], ["Cost", 10, 12], ["Owner", "a", "b"]],
        [["Project", "Budget", "Actual"], ["A", 10, 12]],
        [["Hello"]],
        [],
    ],
)
def test_what_says_too_little_is_not_proposed_as_sure(rows):
    assert not sure(proposed(sheet("Sheet1", *rows)))


def test_next_month_and_other_rows_are_the_same_layout():
    more = [[*HEADERS, "Mar-26 Banked"], *[[*row, 5] for row in SAVINGS[4:6]]]
    later = book(sheet("Savings", *SAVINGS[:3], *more), name="Next month.xlsx")
    assert fingerprint(later) == fingerprint(savings())
    assert fingerprint(book(sheet("Savings", [*HEADERS[:3], "Remark"], ["a", "b", "c", "d"]))) != fingerprint(
        savings()
    )


def test_a_delimited_file_has_its_layout_under_any_name():
    rows = [["Saving ref", "Saving title"], ["S1", "Fewer calls"]]
    one = book(sheet("export-1", *rows), name="export-1.csv", container="csv")
    two = book(sheet("export-2", *rows), name="export-2.csv", container="csv")
    assert fingerprint(one) == fingerprint(two)
