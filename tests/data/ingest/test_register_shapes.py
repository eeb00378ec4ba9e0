"""Where a register says what is planned and realized, and when: headers, columns, rows, sheets."""

from datetime import date
from decimal import Decimal

import pytest

from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet, table

D = Decimal


def planned(reading, *more):
    return columns(reading, "planned_values", "benefit_id", *more, "value")


def realized(reading, *more):
    return columns(reading, "realized_values", "benefit_id", *more, "value")


def left(reading):
    """The codes of findings that leave something out."""
    return sorted(finding.code for finding in reading.findings if finding.severity.value == "leaves out")


def test_a_header_of_two_rows_merged_over_its_groups():
    rows_ = (
        ["Programme", "Benefit", "Planned", None, "Realised", None],
        [None, None, "Q1 2025", "Q2 2025", "Q1 2025", "Q2 2025"],
        ["P", "A", 1, 2, 3, 4],
        ["P", "B", 5, 6, 7, None],
    )
    for merged in ((), ((1, 2, 1, 3), (1, 4, 1, 5), (1, 0, 2, 0), (1, 1, 2, 1))):
        reading = read(sheet("Benefits", *rows_, merged=merged))
        assert planned(reading, "period_start") == [
            ("p:a", date(2025, 1, 1), D(1)), ("p:b", date(2025, 1, 1), D(5)),
            ("p:a", date(2025, 4, 1), D(2)), ("p:b", date(2025, 4, 1), D(6)),
        ]  # fmt: skip
        assert [value for *_, value in realized(reading)] == [D(3), D(7), D(4)]
        assert (table(reading, "planned_values").header_row, table(reading, "planned_values").rows_read) == (
            2,
            2,
        )


def test_years_above_quarters():
    reading = read(
        sheet(
            "Plan",
            ["Benefit", "2025", None, None, None, "2026"],
            [None, "Q1", "Q2", "Q3", "Q4", "Q1"],
            ["A", 1, 2, 3, 4, 5],
        )
    )
    assert columns(reading, "planned_values", "period_start", "value") == [
        (date(2025, 1, 1), D(1)), (date(2025, 4, 1), D(2)), (date(2025, 7, 1), D(3)),
        (date(2025, 10, 1), D(4)), (date(2026, 1, 1), D(5)),
    ]  # fmt: skip


def test_a_title_over_a_table_groups_nothing():
    reading = read(
        sheet(
            "Sheet1",
            ["Planned benefits 2025"],
            ["Benefit", "Planned", "Realized", "Date"],
            ["A", 10, 4, date(2026, 1, 31)],
        )
    )
    assert columns(reading, "planned_values", "period_end", "value") == [(date(2026, 1, 31), D(10))]
    assert columns(reading, "realized_values", "value") == [(D(4),)]


def test_plan_and_actual_in_alternating_rows_with_the_name_on_the_first_only():
    for header in ("Measure", "Type", None):
        reading = read(
            sheet(
                "Sheet1",
                ["Project", "Benefit", header, 2024, 2025, 2026, "Total"],
                ["X", "A", "Plan", 10, 20, 30, 60],
                [None, None, "Actual", 10, None, None, 10],
                [None, None, "Forecast", None, 18, 25, 43],
                ["X", "B", "Plan", 1, 2, 3, 6],
                [None, None, "Actual", 1, None, None, 1],
                ["Total", None, "Plan", 11, 22, 33, 66],
            ),
            name="reform.xlsx",
            known=Known(RECEIVED, as_of=date(2024, 12, 31)),
        )
        assert [value for *_, value in planned(reading)] == [D(10), D(1), D(20), D(2), D(30), D(3)]
        assert realized(reading, "cell") == [("reform:a", "D3", D(10)), ("reform:b", "D6", D(1))]
        assert columns(reading, "forecast_values", "benefit_id", "forecast_as_of", "period_end", "value") == [
            ("reform:a", date(2024, 12, 31), date(2025, 12, 31), D(18)),
            ("reform:a", date(2024, 12, 31), date(2026, 12, 31), D(25)),
        ]
        assert [row["benefit"] for row in rows(reading, "benefits")] == ["A", "B"]
        assert "total-disagrees" not in codes(reading)


def test_plan_and_actual_on_sheets_of_their_own():
    header = ["Benefit ID", "Benefit", date(2025, 1, 1), date(2025, 2, 1)]
    reading = read(
        sheet("Plan", header, ["B1", "A", 1, 2]),
        sheet("Actuals", header, ["B1", "A", 3, None]),
        sheet("Lookups", ["Red", "Amber"]),
    )
    assert planned(reading, "period_end") == [
        ("B1", date(2025, 1, 31), D(1)),
        ("B1", date(2025, 2, 28), D(2)),
    ]
    assert realized(reading, "period_end", "sheet") == [("B1", date(2025, 1, 31), "Actuals", D(3))]
    assert [row["benefit_id"] for row in rows(reading, "benefits")] == ["B1"]
    assert "measure-assumed" not in codes(reading)
    assert "sheet-unknown" in codes(reading)


def test_months_that_say_nothing_are_planned_and_that_is_said():
    reading = read(
        sheet(
            "Sheet1",
            ["Project ID", "Benefit ID", "Benefit", "Unit", date(2025, 1, 1), date(2025, 2, 1)],
            ["000001", "B1", "A", "EUR", 1, 2],
            ["000001", "B2", "B", "hours", 3, None],
        )
    )
    assert planned(reading) == [("B1", D(1)), ("B2", D(3)), ("B1", D(2))]
    assert columns(reading, "benefits", "benefit_id", "value_type", "unit", "value_basis") == [
        ("B1", "monetary", "EUR", "per period"), ("B2", "quantitative", "hours", None),
    ]  # fmt: skip
    assert "measure-assumed" in codes(reading)
    assert "currency-unknown" not in codes(reading)


def test_one_row_a_benefit_and_period_with_the_measure_in_a_column():
    reading = read(
        sheet(
            "Data",
            ["Benefit ID", "Benefit", "Period", "Measure", "Value (£k)"],
            ["B1", "A", "2025-Q1", "Plan", 10],
            ["B1", "A", "2025-Q1", "Actual", 8],
            ["B1", "A", "2025-Q2", "Plan", "12.5"],
        )
    )
    assert planned(reading, "period_end") == [
        ("B1", date(2025, 3, 31), D(10000)),
        ("B1", date(2025, 6, 30), D(12500)),
    ]
    assert realized(reading) == [("B1", D(8000))]


def test_fiscal_years_across_by_the_month_that_the_file_or_the_store_names():
    lines = (["Benefit", "FY2025", "FY2026"], ["A", 1, 2])
    named = read(sheet("Plan", ["Financial year April to March"], *lines))
    known = read(sheet("Plan", *lines), known=Known(RECEIVED, fiscal_months={"p": 4}))
    for reading in (named, known):
        assert columns(reading, "planned_values", "period_start", "value") == [
            (date(2024, 4, 1), D(1)), (date(2025, 4, 1), D(2)),
        ]  # fmt: skip
        assert "fiscal-month-unknown" not in codes(reading)
        assert "fiscal-year" in codes(reading)
    unknown = read(sheet("Plan", *lines))
    assert columns(unknown, "planned_values", "period_start") == [(date(2025, 1, 1),), (date(2026, 1, 1),)]
    assert "fiscal-month-unknown" in codes(unknown)
    double = read(sheet("Plan", ["Benefit", "2024/25", "2025/26"], ["A", 1, 2]))
    assert columns(double, "planned_values", "period_start") == [(date(2024, 4, 1),), (date(2025, 4, 1),)]
    assert "fiscal-month-unknown" in codes(double)


def test_months_without_a_year_take_the_only_one_that_the_titles_name():
    reading = read(sheet("Plan", ["Benefits plan 2025"], ["Benefit", "Jan", "Feb"], ["A", 1, 2]))
    assert columns(reading, "planned_values", "period_end", "value") == [
        (date(2025, 1, 31), D(1)), (date(2025, 2, 28), D(2)),
    ]  # fmt: skip
    unknown = read(sheet("Plan", ["Benefit", "Planned", "Jan", "Feb"], ["A", 3, 1, 2]))
    assert left(unknown) == ["year-missing", "year-missing"]


def test_a_year_and_its_month_or_quarter_in_columns_of_their_own():
    def ends(*lines, header=("Benefit", "Year", "Month", "Planned", "Actual")):
        reading = read(sheet("S", header, *lines))
        return [str(row["period_end"]) for row in rows(reading, "planned_values")], left(reading)

    assert ends(["A", 2024, "Jan", 1, 2], ["A", 2024, 2, 3, 4]) == (["2024-01-31", "2024-02-29"], [])
    assert ends(["A", "FY2025/26", "March", 1, 2]) == (["2026-03-31"], [])
    assert ends(["A", 2024, "Q3", 1, 2], header=("Benefit", "Year", "Quarter", "Planned", "Actual")) == (
        ["2024-09-30"],
        [],
    )
    assert ends(["A", 2024, None, 1, 2], ["A", None, "Feb", 1, 2]) == (["2024-12-31"], ["not-a-period"])
    assert ends(["A", 2024, 1], header=("Benefit", "Year", "Planned")) == (["2024-12-31"], [])


def test_a_description_names_the_benefit_where_only_its_number_has_a_column():
    reading = read(
        sheet(
            "S",
            ["Benefit number", "Description", "Full-year value (£m)", "Timescale"],
            [1, "Less travel", 1.2, "2026"],
        )
    )
    assert columns(reading, "benefits", "benefit_id", "benefit") == [("1", "Less travel")]
    assert columns(reading, "planned_values", "period_end", "value") == [(date(2026, 12, 31), D(1200000))]


def test_tasks_with_ids_names_and_planned_hours_are_no_register():
    assert codes(read(sheet("Tasks", ["ID", "Name", "Planned", "Actual"], [1, "Dig", 5, 6]))) == [
        "not-recognised"
    ]


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("End date", date(2026, 4, 1), date(2027, 9, 30)),  # a year and a half
        ("End date", date(2026, 4, 1), None),
        ("Target date", date(2026, 1, 1), date(2026, 12, 31)),  # by when, not until when
    ],
)
def test_what_a_year_brings_is_not_counted_where_its_years_are_not_certain(header, start, end):
    rows_ = [["Benefit", "Annual saving (€)", "Start date", header], ["Energy", 12_000, start, end]]
    reading = read(sheet("Benefits", *rows_))
    (refusal,) = [one for one in reading.findings if one.severity.value == "refuses"]
    assert refusal.code == "recurring-undated"
    assert str(refusal.place) == "Benefits!B2"


def test_an_annual_amount_beside_a_planned_total_stays_beside_the_row():
    rows_ = [
        ["Benefit", "Annual saving (€)", "Planned total (€)", "Start date", "End date"],
        ["Energy", 12_000, 24_000, date(2026, 1, 1), date(2027, 12, 31)],
    ]
    reading = read(sheet("Benefits", *rows_))
    assert table(reading, "planned_values").sums == {"value": 24_000}


def test_a_register_of_forecast_totals_alone_is_read_without_amounts():
    reading = read(sheet("Benefits", ["Programme", "Benefit", "Forecast (€)"], ["P", "Energy", 10]))
    assert columns(reading, "benefits", "benefit", "value_type") == [("Energy", "monetary")]
    assert "forecast-total" in codes(reading)


RUNNING = ["Benefit", "Cumulative actual Jan-26", "Cumulative actual Feb-26", "Cumulative actual Mar-26"]


@pytest.mark.parametrize("amounts", [(10, 25, 20), (10, None, 45)])
def test_a_series_that_is_said_to_run_on_and_falls_or_has_a_gap_refuses_the_file(amounts):
    reading = read(sheet("Tracker", RUNNING, ["Energy", *amounts]))
    (refusal,) = [one for one in reading.findings if one.severity.value == "refuses"]
    assert (refusal.code, str(refusal.place)) == ("running-falls", "Tracker!B2")


@pytest.mark.parametrize(
    "header",
    [
        ["Benefit", "YTD Jan-26", "YTD Feb-26"],  # of what?
        ["Benefit", "YTD actual Mar-26", "YTD actual Apr-26"],  # what January and February brought is unknown
        ["Benefit", "Cumulative actual Jan-26", "Cumulative actual Mar-26"],  # a month is missing
    ],
)
def test_amounts_that_run_on_are_not_read_where_they_are_not_certain(header):
    assert "running-split" not in codes(read(sheet("Tracker", header, ["Energy", 10, 25])))


def test_cumulative_columns_beside_those_of_each_period_are_left_aside():
    header = [
        "Benefit",
        "Actual Jan-26",
        "Actual Feb-26",
        "Cumulative actual Jan-26",
        "Cumulative actual Feb-26",
    ]
    reading = read(sheet("Tracker", header, ["Energy", 10, 15, 10, 25]))
    assert table(reading, "realized_values").sums == {"value": 25}


def test_what_was_realized_may_run_on_beside_what_is_planned_by_period():
    header = ["Benefit", "Plan Jan-26", "Plan Feb-26", "YTD actual Jan-26", "YTD actual Feb-26"]
    reading = read(sheet("Tracker", header, ["Energy", 10, 10, 8, 20]))
    assert table(reading, "planned_values").sums == {"value": 20}
    assert [value for _, value in realized(reading)] == [D(8), D(12)]
