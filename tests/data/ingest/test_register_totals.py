"""Totals in a benefits register: by label, by arithmetic, and names that only look like one."""

import json
from datetime import date

from tests.data.ingest.sheets import codes, columns, read, rows, sheet, table
from tests.data.ingest.test_register import D, left, planned


def test_a_year_beside_its_quarters_is_a_total_and_is_compared():
    reading = read(
        sheet(
            "Plan",
            ["Benefit", "Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025", 2025, 2026],
            ["A", 1, 2, 3, 4, 10, 7],
            ["B", 1, 1, 1, 1, 5, 7],
        )
    )
    assert table(reading, "planned_values").sums == {"value": D(28)}
    assert [str(f.place) for f in reading.findings if f.code == "total-disagrees"] == ["Plan!F3"]


def test_sections_subtotals_repeated_headers_and_a_grand_total():
    header = ["Benefit", "Planned (EUR)", "Realized (EUR)", "Target date"]
    reading = read(
        sheet(
            "Register",
            ["Programme: P"],
            header,
            ["Project: North"],
            ["A", 10, 1, date(2026, 1, 31)],
            ["B", 20, 2, date(2026, 1, 31)],
            ["Subtotal North", 30, 3],
            ["Project: South"],
            header,
            ["C", 5, None, date(2026, 1, 31)],
            ["South total", 5, None],
            ["Grand total", 35, 3],
        )
    )
    assert planned(reading) == [("p:a", D(10)), ("p:b", D(20)), ("p:c", D(5))]
    assert columns(reading, "contributions", "benefit_id", "project_id") == [
        ("p:a", "p:north"), ("p:b", "p:north"), ("p:c", "p:south"),
    ]  # fmt: skip
    found = table(reading, "planned_values")
    assert (found.rows_read, found.rows_kept, found.rows_left_out) == (9, 3, 6)
    kinds = ("not-a-row", "total-disagrees", "totals-dropped")
    assert [codes(reading).count(kind) for kind in kinds] == [3, 0, 3]


def test_a_benefit_whose_name_begins_with_total_is_data_unless_it_adds_up():
    reading = read(
        sheet(
            "Sheet1",
            ["Benefit", "Planned", "Date"],
            ["A", 10, "2025-01"],
            ["B", 20, "2025-01"],
            ["Total cost of ownership", 7, "2025-01"],
        )
    )
    assert [value for *_, value in planned(reading)] == [D(10), D(20), D(7)]
    assert "totals-dropped" not in codes(reading)


def test_a_total_without_a_label_is_known_by_its_arithmetic():
    reading = read(
        sheet("Sheet1", ["Benefit", "Planned", "Realized"], ["A", 10.1, 1], ["B", 20.2, 2], [None, 30.3, 3])
    )
    assert [value for *_, value in planned(reading)] == [D("10.1"), D("20.2")]
    assert "totals-dropped" in codes(reading)
    wrong = read(
        sheet("Sheet1", ["Benefit", "Planned", "Realized"], ["A", 10, 1], ["B", 20, 2], [None, 40, 3])
    )
    assert [value for *_, value in planned(wrong)] == [D(10), D(20)]
    assert left(wrong) == ["required-missing"]


def test_a_forecast_total_is_kept_beside_the_row_and_not_counted():
    reading = read(
        sheet("S", ["Benefit ID", "Benefit", "Planned", "Forecast", "Variance"], ["B1", "A", 10, 9, -1])
    )
    assert rows(reading, "forecast_values") == []
    assert json.loads(rows(reading, "benefits")[0]["extra"]) == {"Forecast": "9", "Variance": "-1"}
    assert left(reading) == ["forecast-total"]
