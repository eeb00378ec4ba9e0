"""Book + mapping = reading: rows kept and listed, values with their cells, options that people give."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.choose import understand
from data.ingest.understanding.mapping.describe import describe
from data.ingest.understanding.mapping.layout_print import fingerprint
from data.ingest.understanding.mapping.propose import propose
from tests.data.ingest.mapping.shelf import HEADERS, KNOWN, SAVINGS, book, savings
from tests.data.ingest.sheets import codes, columns, rows, sheet, table

D = Decimal


def accepted(own, known=KNOWN, **options):
    return apply(own, replace(propose(own, known), **options), known)


def corrected(own, letters, known=KNOWN, **change):
    """The proposal with one column of its first table changed."""
    mapping = propose(own, known)
    first = mapping.tables[0]
    new = tuple(replace(one, **change) if one.letters == letters else one for one in first.columns)
    return replace(mapping, tables=(replace(first, columns=new), *mapping.tables[1:]))


def test_the_savings_tracker_comes_out_to_the_cell():
    reading = accepted(savings())
    assert columns(reading, "planned_values", "benefit_id", "period_end", "value", "cell", "raw") == [
        ("S1", date(2026, 1, 31), D(100), "E5", "100"),
        ("S2", date(2026, 1, 31), D(50), "E6", "50"),
        ("S1", date(2026, 2, 28), D(110), "F5", "110"),
        ("S2", date(2026, 2, 28), D(50), "F6", "50"),
    ]
    assert columns(reading, "realized_values", "benefit_id", "period_end", "value", "missing") == [
        ("S1", date(2026, 1, 31), D(90), None),
        ("S2", date(2026, 1, 31), D(20), None),
        ("S2", date(2026, 2, 28), None, "blank"),
    ]
    assert columns(reading, "benefits", "benefit_id", "program_id", "benefit", "owner", "unit") == [
        ("S1", "north", "Fewer calls", "Ann", "EUR"),
        ("S2", "north", "Less heating", "Bob", "EUR"),
    ]
    planned = table(reading, "planned_values")
    assert (planned.rows_read, planned.rows_kept, planned.rows_left_out) == (3, 2, 1)
    assert planned.sums == {"value": D(310)}
    assert codes(reading) == ["case-implied", "name-identifies", "totals-dropped"]


def test_a_month_that_is_new_measures_what_the_others_of_its_words_do():
    mapping = propose(savings(), KNOWN)
    more = [[*HEADERS, "Mar-26 Banked"], *[[*row, 5] for row in SAVINGS[4:6]]]
    reading = apply(book(sheet("Savings", *SAVINGS[:3], *more)), mapping, KNOWN)
    assert ("S2", date(2026, 3, 31), D(5)) in columns(
        reading, "realized_values", "benefit_id", "period_end", "value"
    )
    assert table(reading, "realized_values").sums == {"value": D(120)}


def test_the_table_is_found_where_it_has_moved_to():
    mapping = propose(savings(), KNOWN)
    moved = book(sheet("Cover", ["Hello"]), sheet("Sheet9", [None], [None], *SAVINGS))
    reading = apply(moved, mapping, KNOWN)
    planned = table(reading, "planned_values")
    assert (planned.sheet, planned.header_row, planned.sums) == ("Sheet9", 6, {"value": D(310)})
    assert "sheet-unknown" in codes(reading)


def test_a_file_of_another_layout_is_refused_with_what_it_lacks():
    reading = apply(book(sheet("S", ["a", "b"], ["c", "d"])), propose(savings(), KNOWN), KNOWN)
    (finding,) = reading.findings
    assert (finding.code, finding.severity.value) == ("mapping-fits-not", "refuses")
    assert finding.what() == (
        "The mapping 'North' does not fit: no row has the headers of Benefits register (Saving ref, "
        "Saving title, Delivery project, Owned by, Jan-26 Ambition, Feb-26 Ambition, Jan-26 Banked, "
        "Feb-26 Banked)."
    )


def test_a_needed_column_that_was_taken_away_is_named():
    own = book(sheet("Risks", ["Risk title", "Likelihood", "Impact"], ["Delay", 0.2, 1000]))
    reading = apply(own, corrected(own, "B", means=""), KNOWN)
    (finding,) = reading.findings
    assert finding.what() == "No column of the table read as Risks is said to be Probability."


def test_a_corrected_column_is_read_as_it_was_corrected():
    mapping = corrected(savings(), "C", means="owner")
    first = mapping.tables[0]
    mapping = replace(mapping, tables=(replace(first, columns=tuple(
        replace(one, means="" if one.letters == "D" else one.means) for one in first.columns)),))  # fmt: skip
    reading = apply(savings(), mapping, KNOWN)
    assert columns(reading, "benefits", "owner") == [("Website",), ("Hall",)]
    assert [row["extra"] for row in rows(reading, "benefits")] == [
        '{"Owned by": "Ann"}',
        '{"Owned by": "Bob"}',
    ]


def test_scale_and_currency_are_those_that_were_said():
    reading = accepted(savings(), scale="1000", currency="USD")
    assert table(reading, "planned_values").sums == {"value": D(310_000)}
    assert columns(reading, "programs", "currency") == [("USD",)]


DATES = book(sheet("M", ["Milestone name", "Project number", "Planned date"],
                   ["A", "P", "03/04/2026"], ["B", "P", "05/06/2026"]))  # fmt: skip


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("day first", [(date(2026, 4, 3),), (date(2026, 6, 5),)]),
        ("month first", [(date(2026, 3, 4),), (date(2026, 5, 6),)]),
        ("", [(None,), (None,)]),
    ],
)
def test_date_order_is_what_was_said(order, expected):
    reading = accepted(DATES, date_order=order)
    assert columns(reading, "milestones", "baseline_date") == expected
    assert ("ambiguous-dates" in codes(reading)) == (order == "")


RISKS = book(sheet("R", ["Risk title", "Likelihood", "Impact"], ["A", 1, "1.500"], ["B", 0.5, "2.000"]))


def test_percent_and_decimal_mark_are_what_was_said():
    reading = accepted(RISKS, percent="percent", decimal_mark=",")
    assert columns(reading, "risks", "probability", "impact") == [(D("0.01"), D(1500)), (D("0.005"), D(2000))]
    reading = accepted(RISKS, percent="share", decimal_mark=".")
    assert columns(reading, "risks", "probability", "impact") == [(D(1), D("1.5")), (D("0.5"), D(2))]


def test_program_and_project_of_a_file_that_names_neither():
    known = replace(KNOWN, programs={"PRG": "North"}, currencies={"PRG": "EUR"})
    reading = accepted(RISKS, known, program_id="PRG", project_id="P7")
    assert columns(reading, "risks", "risk_id", "program_id", "project_id") == [
        ("PRG:a", "PRG", "P7"), ("PRG:b", "PRG", "P7"),
    ]  # fmt: skip
    assert not rows(reading, "programs")  # the store knows it
    sender = apply(RISKS, propose(RISKS, known), replace(known, program_id="OTHER"))
    assert columns(sender, "risks", "program_id") == [("OTHER",), ("OTHER",)]


def test_names_of_known_projects_and_words_for_a_status_are_understood():
    known = replace(KNOWN, programs={"N": "North"}, currencies={"N": "EUR"}, projects={"P1": "N"})
    known = replace(known, project_names={"P1": "Web shop"})
    gates = [["Go live", "WEB SHOP", date(2026, 3, 1)], ["Gate", "Hall", date(2026, 4, 1)]]
    own = book(sheet("M", ["Milestone name", "Project title", "Planned date"], *gates))
    reading = accepted(own, known)
    assert columns(reading, "milestones", "milestone_id", "project_id") == [
        ("N:go-live", "P1"), ("N:gate", "N:hall"),
    ]  # fmt: skip
    assert columns(reading, "projects", "project_id", "project", "program_id") == [("N:hall", "Hall", "N")]
    states = [["Project number", "Project title", "State"], ["1", "A", "In progress"], ["2", "B", "fertig"]]
    assert columns(accepted(book(sheet("P", *states))), "projects", "status") == [("active",), ("closed",)]


def test_a_budget_across_months_keeps_its_rows_and_sums():
    own = book(
        sheet(
            "Actuals EUR",
            ["Program: North"],
            ["Project", "Cost line", "Jan 2026", "Feb 2026"],
            ["Web", "Staff", 10, 20],
            ["Web", "IT", 1, None],
            ["Total", None, 11, 20],
        )
    )
    reading = accepted(own)
    assert columns(reading, "budget", "program_id", "project_id", "cost_type", "period_end", "actual") == [
        ("north", "north:web", "Staff", date(2026, 1, 31), D(10)),
        ("north", "north:web", "IT", date(2026, 1, 31), D(1)),
        ("north", "north:web", "Staff", date(2026, 2, 28), D(20)),
    ]
    budget = table(reading, "budget")
    assert (budget.rows_read, budget.rows_kept, budget.sums) == (3, 2, {"actual": D(31)})
    assert budget.period_columns == ("Jan 2026", "Feb 2026")


def test_cells_of_a_turned_sheet_are_named_where_they_stand():
    own = book(
        sheet(
            "T",
            ["Risk title", "Delay", "Strike"],
            ["Likelihood", 0.2, "often"],
            ["Impact", 1000, 500],
            ["Response", "wait", "talk"],
        )
    )
    reading = accepted(own)
    assert columns(reading, "risks", "risk", "probability", "impact") == [("Delay", D("0.2"), D(1000))]
    places = {finding.code: str(finding.place) for finding in reading.findings}
    assert places["text-in-number"] == "T!C2"
    assert places["required-missing"] == "T!C2"


def test_a_kept_mapping_is_used_for_its_layout_and_said():
    content = propose(savings(), KNOWN).as_dict()
    kept = {fingerprint(savings()): {**content, "name": "Savings tracker"}}
    reading = understand(savings(), KNOWN, None, kept)
    assert (reading.profile, reading.tool) == ("mapping", "Savings tracker")
    assert reading.findings[-1].what() == "Read with the mapping 'Savings tracker'."
    assert understand(savings(), KNOWN, None, {}).profile == "not_recognised"


def test_without_a_mapping_the_proposal_is_named_in_the_refusal():
    (finding,) = understand(savings(), KNOWN, None, {}).findings
    assert (finding.code, finding.severity.value) == ("mapping-proposed", "refuses")
    assert finding.what() == (
        "No profile recognises the file; it seems to be sheet 'Savings' as Benefits register (Saving ref = "
        "Benefit ID, Saving title = Benefit, Delivery project = Project, Owned by = Owner, Jan-26 Ambition = "
        "Planned value, Feb-26 Ambition = Planned value, ...) (97% sure)."
    )


def test_what_a_profile_understood_can_be_corrected():
    own = book(
        sheet(
            "Register",
            ["Benefit ID", "Benefit", "Due", "Planned (EUR)"],
            ["B1", "Calls", date(2026, 3, 31), 10],
        )
    )
    as_read = understand(own, KNOWN, None, {})
    mapping = describe(own, as_read, KNOWN)
    assert as_read.profile == "benefits_register"
    assert mapping.source == as_read.source
    assert [(one.letters, one.means) for one in mapping.tables[0].columns] == [
        ("A", "benefit_id"), ("B", "benefit"), ("C", "end"), ("D", "planned"),
    ]  # fmt: skip
    again = apply(own, mapping, KNOWN)
    for name in ("planned_values", "benefits", "programs", "business_cases"):
        assert rows(again, name) == rows(as_read, name)
    wrong = tuple(
        replace(one, means="realized") if one.letters == "D" else one for one in mapping.tables[0].columns
    )
    turned = apply(own, replace(mapping, tables=(replace(mapping.tables[0], columns=wrong),)), KNOWN)
    assert columns(turned, "realized_values", "value") == [(D(10),)]
    assert not rows(turned, "planned_values")


def test_a_realized_workbook_can_be_corrected_too():
    own = book(
        sheet(
            "Objectives",
            ["Objective ID", "Program ID", "Objective", "Target", "Goal"],
            ["O1", "P", "Faster", 5, 7],
        )
    )
    mapping = describe(own, understand(own, KNOWN, None, {}), KNOWN)
    new = tuple(
        replace(one, means={"D": "", "E": "target"}.get(one.letters, one.means))
        for one in mapping.tables[0].columns
    )
    reading = apply(own, replace(mapping, tables=(replace(mapping.tables[0], columns=new),)), KNOWN)
    assert columns(reading, "objectives", "objective_id", "target", "extra") == [
        ("O1", D(7), '{"Target": "5"}')
    ]


def test_a_status_in_unknown_words_is_listed_and_takes_no_project_away():
    rows_ = [["Project number", "Project title", "Program ID", "State"], ["CLM", "Portal", "P1", "parked"]]
    reading = accepted(book(sheet("Export", *rows_)))
    assert columns(reading, "projects", "project_id", "status") == [("CLM", None)]
    assert "unknown-word" in codes(reading)
