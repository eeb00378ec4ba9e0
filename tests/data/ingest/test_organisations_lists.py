"""What organisations do to lists of projects, plans and risks."""

from datetime import date
from decimal import Decimal

from tests.data.ingest.exports import abroad
from tests.data.ingest.exports.make import Export, delimited, understood
from tests.data.ingest.sheets import codes, columns, read, rows, sheet, table
from tests.data.ingest.test_organisations import known


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
