"""Business cases with a block of costs above a block of benefits: every amount counts once."""

from datetime import date
from decimal import Decimal

import pytest

from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, sheet, table

COSTS = [
    ["Costs"],
    ["Licences", 100, 100, 100, 300],
    ["Staff", 50, 50, 50, 150],
    ["Total costs", 150, 150, 150, 450],
]
BENEFITS = [
    ["Benefits"],
    ["Staff savings", 0, 200, 300, 500],
    ["Rent savings", 0, 100, 100, 200],
    ["Total benefits", 0, 300, 400, 700],
]
DERIVED = [["Net benefits", -150, 150, 250, 250], ["Cumulative", -150, 0, 250, 250], ["NPV @ 5%", 9, 9, 9]]
YEARS = [None, 2026, 2027, 2028, "Total"]
NUMBERED = [None, "Year 1", "Year 2", "Year 3", "Total"]
TITLES = [["Shared services business case"], ["Figures in USD"]]


def case(*lines, header=YEARS, above=(), known=None):
    return read(sheet("Case", *TITLES, *above, [None], header, *lines), known=known)


def sums(reading):
    return table(reading, "planned_values").sums["value"], table(reading, "budget").sums["baseline"]


def test_costs_become_the_baseline_and_benefits_the_plan_and_no_total_counts():
    reading = case(*COSTS, [None], *BENEFITS, *DERIVED)
    assert reading.profile == "business_case"
    assert reading.source == "business case shared-services-business-case"
    assert sums(reading) == (700, 450)
    assert columns(reading, "programs", "program", "currency") == [("Shared services business case", "USD")]
    assert columns(reading, "benefits", "benefit") == [("Staff savings",), ("Rent savings",)]
    assert {row[0] for row in columns(reading, "budget", "program_id")} == {"shared-services-business-case"}
    assert columns(reading, "business_cases", "case_version") == [("business case",)]
    assert "total-disagrees" not in codes(reading)
    assert codes(reading).count("totals-dropped") == 6  # five rows and the column


def test_benefits_belong_to_the_program_said_at_upload():
    known = Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": "USD"}, program_id="P1")
    reading = case(*COSTS, *BENEFITS, known=known)
    assert columns(reading, "programs", "program_id") == [("P1",)]
    assert {row[0] for row in columns(reading, "budget", "program_id")} == {"P1"}


def test_a_scale_above_the_table_counts():
    assert sums(case(*COSTS, *BENEFITS, above=[["All amounts in USD thousands"]])) == (700_000, 450_000)


def test_numbered_years_without_a_start_are_refused():
    reading = case(*COSTS, *BENEFITS, header=NUMBERED)
    assert not reading.tables
    assert "years-undated" in codes(reading)


@pytest.mark.parametrize(
    ("above", "start"),
    [
        (["Year 1 starts:", date(2026, 4, 1)], date(2026, 4, 1)),
        (["Year 1: 2026/27"], date(2026, 4, 1)),
        (["Start date", "2026-07-01"], date(2026, 7, 1)),
        (["First year: 2026"], date(2026, 1, 1)),
    ],
)
def test_numbered_years_start_when_the_sheet_says(above, start):
    reading = case(*COSTS, *BENEFITS, header=NUMBERED, above=[above])
    assert sums(reading) == (700, 450)
    assert min(columns(reading, "budget", "period_start"))[0] == start
    assert "years-dated" in codes(reading)


def test_a_start_dates_year_1_and_not_year_0():
    zero = [None, "Year 0", "Year 1", "Year 2", "Total"]
    reading = case(*COSTS, *BENEFITS, header=zero, above=[["Year 1 starts: 2026"]])
    assert min(columns(reading, "budget", "period_start"))[0] == date(2025, 1, 1)
    assert "years-undated" in codes(case(*COSTS, *BENEFITS, header=zero, above=[["Start: 2026"]]))


def test_stated_totals_and_nets_that_disagree_are_reported_and_not_counted():
    wrong = [["Total benefits", 0, 300, 401, 701], ["Net benefits", -150, 150, 260, 260]]
    reading = case(*COSTS, *BENEFITS[:-1], *wrong)
    assert sums(reading) == (700, 450)
    places = [str(f.place) for f in reading.findings if f.code == "total-disagrees"]
    assert places == ["Case!D12", "Case!D13"]


def test_subtotals_of_teams_and_a_grand_total_count_nothing():
    teams = [["Benefits"], ["Finance"], ["A", 1, 2, 3], ["B", 1, 1, 1], ["Total Finance", 2, 3, 4],
             ["People"], ["C", 5, 5, 6], ["D", 1, 2, 1], ["All of people", 6, 7, 7],
             ["Grand total", 8, 10, 11]]  # fmt: skip
    reading = case(*COSTS, *teams)
    assert sums(reading) == (Decimal(29), 450)
    assert "looks-like-total" in codes(reading)
    assert "total-disagrees" not in codes(reading)


def test_totals_stated_in_the_heading_and_headers_of_each_block():
    benefits = [["Benefits", 2027, 2028, 2029], *BENEFITS[1:3]]
    costs = [["Costs", 150, 150, 151, 451], *COSTS[1:3]]
    reading = case(*costs, *benefits)
    assert sums(reading) == (500 + 200, 450)
    assert min(columns(reading, "planned_values", "period_start"))[0] == date(2027, 1, 1)
    assert next(str(f.place) for f in reading.findings if f.code == "total-disagrees") == "Case!D5"


def test_costs_below_zero_are_amounts_spent_and_rows_outside_the_blocks_count_nowhere():
    costs = [["Costs"], ["Licences", -100, -100, -100, -300], ["Total costs", -100, -100, -100, -300]]
    reading = case(["Headcount", 5, 5, 6], *costs, *BENEFITS, ["Net", -100, 200, 300, 400])
    assert sums(reading) == (700, 300)
    assert {"costs-negative", "outside-blocks"} <= set(codes(reading))
    assert "total-disagrees" not in codes(reading)


def test_two_sheets_with_costs_and_benefits_are_refused_since_one_may_add_up_the_other():
    lines = [*TITLES, YEARS, *COSTS, *BENEFITS]
    reading = read(sheet("Summary", *lines), sheet("Finance", *lines))
    assert codes(reading) == ["several-business-cases"]


FORM_A = [YEARS, ["Costs"], ["Licences", 10, 20, 30], ["Benefits"], ["Staff savings", 0, 100, 200]]
FORM_B = [YEARS, ["Costs"], ["Licences", 1, 2, 3], ["Benefits"], ["Rent savings", 5, 5, 5]]
TOTAL = [YEARS, ["Costs"], ["Finance", 10, 20, 30], ["People", 1, 2, 3],
         ["Benefits"], ["Finance", 0, 100, 200], ["People", 5, 5, 5]]  # fmt: skip


def test_forms_that_a_summary_adds_up_are_read_once_and_the_summary_not_at_all():
    reading = read(sheet("Summary", *TITLES, *TOTAL), sheet("FA-1", *FORM_A), sheet("HR-1", *FORM_B))
    assert sum(row[0] for row in columns(reading, "planned_values", "value")) == 315
    assert sum(row[0] for row in columns(reading, "budget", "baseline")) == 66
    assert columns(reading, "benefits", "benefit", "program_id") == [
        ("FA-1: Staff savings", "shared-services-business-case"),
        ("HR-1: Rent savings", "shared-services-business-case"),
    ]
    assert {row[0] for row in columns(reading, "budget", "cost_type")} == {"FA-1: Licences", "HR-1: Licences"}
    assert {row[0] for row in columns(reading, "budget", "program_id")} == {"shared-services-business-case"}
    assert "summary-sheet" in codes(reading)


def test_a_summary_that_differs_in_one_year_is_asked_about():
    other = [*TOTAL[:-1], ["People", 5, 5, 9]]
    reading = read(sheet("Summary", *TITLES, *other), sheet("FA-1", *FORM_A), sheet("HR-1", *FORM_B))
    assert codes(reading) == ["several-business-cases"]


def test_numbered_years_start_when_the_sender_says_and_the_sheet_does_not():
    known = Known(RECEIVED, year_one=date(2026, 7, 1))
    reading = case(*COSTS, *BENEFITS, header=NUMBERED, known=known)
    assert sums(reading) == (700, 450)
    assert min(columns(reading, "budget", "period_start"))[0] == date(2026, 7, 1)
    stated = case(*COSTS, *BENEFITS, header=NUMBERED, above=[["Year 1: 2026/27"]], known=known)
    assert min(columns(stated, "budget", "period_start"))[0] == date(2026, 4, 1)


def test_lines_of_one_name_are_told_apart_by_their_headings():
    costs = [["Costs"], ["Capital"], ["Staff", 100, 100, 0], ["Operating"], ["Staff", 50, 60, 0]]
    benefits = [["Benefits"], ["Finance"], ["Savings", 10, 20, 0], ["People"], ["Savings", 11, 21, 0]]
    reading = case(*costs, *benefits, ["Summary"], ["Costs", 150, 160, 1], ["Benefits", 21, 41, 0])
    assert sums(reading) == (62, 310)
    assert columns(reading, "benefits", "benefit") == [("Finance: Savings",), ("People: Savings",)]
    assert {row[0] for row in columns(reading, "budget", "cost_type")} == {
        "Capital: Staff",
        "Operating: Staff",
    }
    assert [str(f.place) for f in reading.findings if f.code == "total-disagrees"] == ["Case!D16"]
