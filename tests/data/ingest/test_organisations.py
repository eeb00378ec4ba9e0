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
