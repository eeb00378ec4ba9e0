"""What organisations do to exports: other languages, units in corners, ratings beside money, prints."""

from datetime import date
from decimal import Decimal

import pytest

from data.ingest.staged import Known
from tests.data.ingest.exports import abroad
from tests.data.ingest.exports.make import Export, delimited, understood
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet, table


def known(currency: str = "EUR", **more) -> Known:
    return Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": currency}, program_id="P1", **more)


@pytest.mark.parametrize(
    ("export", "currency", "planned", "realized"),
    [
        (abroad.REGISTER_GERMAN, "EUR", 10_500 + 20_000 + 0 + 1_200_500, 9_000),
        (abroad.REGISTER_FRENCH, "EUR", 4_000, Decimal("1150.5")),
        (abroad.REGISTER_PORTUGUESE, "BRL", 1_200, 900),
    ],
)
def test_a_register_in_another_language_has_its_plan_and_its_actuals(
    export, currency, planned, realized, tmp_path
):
    reading = understood(export, tmp_path, known(currency))
    assert table(reading, "planned_values").sums == {"value": planned}
    assert table(reading, "realized_values").sums == {"value": realized}


def test_months_across_a_spanish_register_are_added_and_their_totals_are_not(tmp_path):
    reading = understood(abroad.REGISTER_SPANISH, tmp_path, known())
    assert table(reading, "planned_values").sums == {"value": Decimal("2700.5")}
    assert "total-disagrees" not in codes(reading)


@pytest.mark.parametrize(
    ("export", "benefits", "costs"),
    [(abroad.CASE_GERMAN, 600_000, 780_000), (abroad.CASE_SPANISH, 220_000, 155_000)],
)
def test_net_and_running_rows_are_no_benefits_whatever_they_are_called(export, benefits, costs, tmp_path):
    reading = understood(export, tmp_path, known())
    assert table(reading, "planned_values").sums == {"value": benefits}
    assert table(reading, "budget").sums == {"baseline": costs}


def test_a_net_row_without_a_known_name_is_told_by_its_arithmetic(tmp_path):
    reading = understood(abroad.CASE_SPANISH, tmp_path, known())
    assert codes(reading).count("looks-like-net") == 2


def test_the_unit_may_stand_in_the_corner_of_the_table():
    reading = read(
        sheet(
            "Financials",
            ["£m", "FY2025/26", "FY2026/27"],
            ["Benefits"],
            ["Savings", 1.5, 2.25],
            ["Income", 0.5, 0.5],
            ["Costs"],
            ["Capital", 3, 1],
        ),
        known=known("GBP"),
    )
    assert table(reading, "planned_values").sums == {"value": 4_750_000}
    assert table(reading, "budget").sums == {"baseline": 4_000_000}


def test_the_total_of_a_german_budget_is_no_project(tmp_path):
    reading = understood(abroad.BUDGET_GERMAN, tmp_path, known())
    assert table(reading, "budget").sums == {
        "baseline": 180_000,
        "actual": Decimal("95000.5"),
        "forecast": 185_000,
    }


def test_a_column_of_benefits_in_a_list_of_projects_names_no_benefit():
    reading = read(
        sheet(
            "Portfolio",
            ["Project ID", "Project Name", "Status", "Target End Date", "Budget", "Benefit (Annual)"],
            ["P-1", "Payroll", "In Progress", date(2026, 8, 28), 120_000, 60_000],
            ["P-2", "Intranet", "Not Started", date(2026, 11, 27), 75_000, 20_000],
        ),
        known=known(),
    )
    assert reading.profile == "project_list"
    assert table(reading, "budget").sums == {"baseline": 195_000}
    assert not rows(reading, "benefits")
    (finding,) = [found for found in reading.findings if found.code == "amounts-not-read"]
    assert finding.what() == "These columns hold amounts that are not read: 'Benefit (Annual)'."


def test_a_custom_field_of_benefits_is_named_and_a_cost_center_is_not(tmp_path):
    export = Export(
        "Jira.csv",
        text=delimited(
            [
                [
                    "Issue Type",
                    "Issue key",
                    "Summary",
                    "Status",
                    "Custom field (Annual benefit)",
                    "Cost center",
                ],
                ["Epic", "PAY-1", "New portal", "In Progress", "120000", "4100"],
                ["Story", "PAY-2", "Sign up", "Done", "", "4100"],
            ]
        ),
    )
    reading = understood(export, tmp_path, known())
    (finding,) = [found for found in reading.findings if found.code == "amounts-not-read"]
    assert finding.columns == "'Custom field (Annual benefit)'"


def test_a_project_with_an_open_epic_is_not_closing_although_all_its_stories_are_done(tmp_path):
    reading = understood(abroad.JIRA_GERMAN, tmp_path, known())
    assert columns(reading, "projects", "project_id", "status", "forecast_finish") == [
        ("SHOP", "active", date(2026, 12, 30))
    ]
    assert columns(reading, "milestones", "milestone", "forecast_date") == [("Kasse neu", date(2026, 12, 30))]


def test_the_impact_in_money_is_read_where_a_rating_stands_before_it():
    reading = read(
        sheet(
            "Risks",
            ["Risk ID", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Impact (£)"],
            ["R1", "Supplier fails", 3, 4, 250_000],
            ["R2", "Staff leave", 2, 5, 80_000],
        ),
        known=known("GBP"),
    )
    assert columns(reading, "risks", "probability", "impact") == [
        (Decimal("0.5"), 250_000),
        (Decimal("0.3"), 80_000),
    ]
    assert "rating-not-money" not in codes(reading)


def test_the_impact_of_german_risks_is_in_thousands(tmp_path):
    reading = understood(abroad.RISKS_GERMAN, tmp_path, known())
    assert columns(reading, "risks", "probability", "impact", "status") == [
        (Decimal("0.25"), 150_000, "offen"),
        (Decimal("0.3"), 50_000, "closed"),
    ]


def test_a_printed_plan_counts_each_cost_once_by_the_indents_of_its_ids(tmp_path):
    export = Export(
        "Bridge.csv",
        text=delimited(
            [
                [
                    "Activity ID",
                    "Activity Name",
                    "Original Duration",
                    "Start",
                    "Finish",
                    "Budgeted Total Cost",
                ],
                ["BRIDGE", "Bridge", "230", "05-Jan-26 A", "30-Nov-26", "300000"],
                ["  BRIDGE.1", "Substructure", "80", "05-Jan-26 A", "30-Apr-26", "100000"],
                ["    A1010", "Foundations", "80", "06-Jan-26 A", "30-Apr-26", "100000"],
                ["  BRIDGE.2", "Superstructure", "150", "01-May-26", "30-Nov-26", "200000"],
                ["    A1020", "Deck", "150", "01-May-26", "30-Nov-26*", "200000"],
            ]
        ),
    )
    reading = understood(export, tmp_path, known())
    assert reading.profile == "primavera_p6"
    assert table(reading, "budget").sums == {"baseline": 300_000}
    assert columns(reading, "projects", "forecast_finish") == [(date(2026, 11, 30),)]


def test_the_first_row_of_a_plan_without_levels_is_not_added_to_the_costs_that_it_sums_up():
    reading = read(
        sheet(
            "Plan",
            ["Task Name", "Duration", "Start", "Finish", "Predecessors", "Cost"],
            ["Relaunch", "45d", date(2026, 1, 5), date(2026, 3, 6), None, 12_500],
            ["Design", "20d", date(2026, 1, 5), date(2026, 1, 30), None, 4_500],
            ["Build", "25d", date(2026, 2, 2), date(2026, 3, 6), "2", 8_000],
        ),
        known=known(),
    )
    assert table(reading, "budget").sums == {"forecast": 12_500}
    assert "summary-rows" in codes(reading)


def test_a_sheet_called_sheet1_does_not_name_a_project():
    plan = sheet(
        "Sheet1",
        ["Task Name", "Duration", "Start", "Finish", "Predecessors"],
        ["Pilot", "20d", date(2026, 1, 5), date(2026, 1, 30), None],
        ["Wave 1", "25d", date(2026, 2, 2), date(2026, 3, 6), "1"],
    )
    reading = read(plan, known=known(), name="Office move.xlsx")
    assert columns(reading, "projects", "project") == [("Office move",)]


def test_subtasks_belong_to_the_project_of_the_task_above_them(tmp_path):
    export = Export(
        "Asana.csv",
        text=delimited(
            [
                ["Task ID", "Name", "Section/Column", "Due Date", "Projects", "Parent task"],
                ["1205", "Write brief", "To do", "2026-04-30", "Campaign", ""],
                ["1206", "Ask legal", "", "2026-05-27", "", "Write brief"],
            ]
        ),
    )
    reading = understood(export, tmp_path, known())
    assert columns(reading, "projects", "project", "forecast_finish") == [("Campaign", date(2026, 5, 27))]
    assert "required-missing" not in codes(reading)


def test_months_beside_a_target_value_are_measurements():
    reading = read(
        sheet(
            "KPIs",
            ["Benefit ID", "Benefit", "Unit", "Baseline value", "Target value", "Jan 2026", "Feb 2026"],
            ["K1", "Waiting time", "days", 30, 12, 28, 25],
        ),
        known=known(),
    )
    assert columns(reading, "benefits", "baseline_value", "target_value") == [(30, 12)]
    assert columns(reading, "realized_values", "value") == [(28,), (25,)]
    assert not rows(reading, "planned_values")


def test_quarters_below_plan_and_actual_belong_to_the_financial_year_of_the_title():
    reading = read(
        sheet(
            "Tracker",
            ["CIP tracker 2025/26 - £000s"],
            ["Ref", "Scheme", "Plan", None, "Actual", None],
            [None, None, "Q1", "Q4", "Q1", "Q4"],
            ["C1", "Agency", 50, 75, 45, None],
        ),
        known=known("GBP"),
    )
    assert columns(reading, "planned_values", "value", "period_start", "period_end") == [
        (50_000, date(2025, 4, 1), date(2025, 6, 30)),
        (75_000, date(2026, 1, 1), date(2026, 3, 31)),
    ]
    assert columns(reading, "realized_values", "value", "period_start")[0] == (45_000, date(2025, 4, 1))


def test_a_benefit_plan_that_names_a_project_by_its_number_belongs_to_that_project():
    plan = sheet(
        "Page 1",
        ["Name", "Project", "Start fiscal period", "End fiscal period", "Total planned benefit"],
        ["Licences", "PRJ0010001", "FY26: M01", "FY26: M12", 120_000],
    )
    reading = read(plan, known=known("USD", projects={"PRJ0010001": "P1"}))
    assert columns(reading, "contributions", "project_id") == [("PRJ0010001",)]


def test_a_ledger_posts_to_the_project_of_its_work_breakdown_element(tmp_path):
    export = Export(
        "GL.csv",
        text=delimited(
            [
                ["Posting Date", "Document No.", "Account", "WBS Element", "Amount"],
                ["15.01.2026", "190001", "400100", "CRM-01", "1.234,56"],
                ["28.02.2026", "190002", "400100", "CRM-01", "-234,56"],
            ],
            delimiter=";",
        ),
    )
    reading = understood(export, tmp_path, known(projects={"CRM-01": "P1"}))
    assert columns(reading, "budget", "project_id", "actual") == [
        ("CRM-01", Decimal("1234.56")),
        ("CRM-01", Decimal("-234.56")),
    ]


def test_the_budget_beside_a_planned_benefit_is_not_what_the_benefit_is_planned_at():
    reading = read(
        sheet(
            "Benefits",
            [
                "Benefit",
                "Project",
                "Budget",
                "Actual cost",
                "Planned benefit",
                "Benefit realised to date",
                "End date",
            ],
            ["Energy", "Insulation", 50_000, 48_000, 120_000, 30_000, "By 31 March 2027"],
        ),
        known=known(),
    )
    assert columns(reading, "planned_values", "value", "period_end") == [(120_000, date(2027, 3, 31))]
    assert columns(reading, "realized_values", "value") == [(30_000,)]


def test_the_block_of_a_line_may_stand_in_a_column_of_its_own():
    reading = read(
        sheet(
            "Summary",
            ["Year", None, "2026", "2027", "Total"],
            ["Investment", "Hardware", 100, 0, 100],
            ["Investment", "Software", 50, 10, 60],
            ["Savings", "Staff", 0, 40, 40],
            ["Savings", "Power", 0, 10, 10],
        ),
        known=known(),
    )
    assert table(reading, "planned_values").sums == {"value": 50}
    assert table(reading, "budget").sums == {"baseline": 160}


def _with_amounts(header, *texts):
    names = ((f"Benefit {number}", text) for number, text in enumerate(texts))
    return read(sheet("Benefits", ["Benefit", header], *names), known=known())


def test_a_point_before_three_digits_separates_thousands_of_money_and_a_note_says_so():
    reading = _with_amounts("Plan (€)", "1.000", "250.000")
    assert table(reading, "planned_values").sums == {"value": 251_000}
    (finding,) = [found for found in reading.findings if found.code == "separator-assumed"]
    assert finding.what() == (
        "Plan (€) holds '1.000' and the like; the point is read as separating thousands "
        "and the comma as the decimal mark."
    )


def test_whether_1_250_million_is_a_thousand_times_as_much_is_asked():
    reading = _with_amounts("Plan (€m)", "1.250", "2.500")
    (finding,) = [found for found in reading.findings if found.code == "separator-undecided"]
    assert finding.severity.value == "refuses"
    assert finding.what() == (
        "Plan (€m) holds '1.250': whether the point separates thousands or decimals nothing says."
    )


def test_one_amount_with_a_comma_decides_for_its_neighbours():
    reading = _with_amounts("Plan (€m)", "1.250", "2,5")
    assert table(reading, "planned_values").sums == {"value": 1_252_500_000}


def test_one_column_of_dates_decides_for_the_other():
    reading = read(
        sheet(
            "Savings Tracker",
            ["Savings Initiative", "Target Savings ($K)", "Realized Savings ($K)", "Start Date", "End Date"],
            ["Renegotiate telecom", "1,200", "450", "1/1/2026", "12/31/2026"],
            ["Consolidate sites", "$2,500", "$0", "3/1/2026", "2/28/2027"],
        ),
        known=known("USD"),
    )
    assert columns(reading, "planned_values", "value", "period_start", "period_end") == [
        (1_200_000, date(2026, 1, 1), date(2026, 12, 31)),
        (2_500_000, date(2026, 3, 1), date(2027, 2, 28)),
    ]
