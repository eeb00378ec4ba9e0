"""Cells of the Realized workbook: words, dates, shares and numbers as people write them."""

import json
from datetime import date, datetime, time
from decimal import Decimal

from data.ingest.findings.base import Severity
from tests.data.ingest.sheets import codes, columns, read, rows, sheet, table
from tests.data.ingest.test_realized_workbook import planned


def test_words_match_without_case_hyphen_and_spelling_and_others_are_listed():
    reading = read(
        sheet(
            "Benefits",
            ["Benefit ID", "Program ID", "Benefit", "Kind", "Value type", "Class", "Value basis"],
            ["B1", "P1", "a", "BENEFIT", "Monetary", "Cash-releasing", "Annualised"],
            ["B2", "P1", "b", "benefit", "money", "cost_avoidance", "per-period"],
        ),
        sheet("Projects", ["Project ID", "Program ID", "Project", "Status"], ["J1", "P1", "j", "Canceled"]),
    )
    assert columns(reading, "benefits", "benefit_id", "kind", "value_type", "class", "value_basis") == [
        ("B1", "benefit", "monetary", "cash releasing", "annualized")
    ]
    assert columns(reading, "projects", "status") == [("cancelled",)]
    assert codes(reading) == ["required-missing", "unknown-word"]


def test_an_unknown_column_is_kept_beside_the_row():
    reading = read(
        sheet(
            "Programs",
            ["Program ID", "Program", "Currency", "Region"],
            ["P1", "p", "EUR", "North"],
            ["P2", "q", "EUR", None],
        )
    )
    assert [row["extra"] and json.loads(row["extra"]) for row in rows(reading, "programs")] == [
        {"Region": "North"},
        None,
    ]
    assert codes(reading) == ["column-unknown"]


def test_text_dates_are_decided_by_their_column():
    def milestones(*texts: object):
        header = ["Milestone ID", "Project ID", "Milestone", "Baseline date"]
        return read(
            sheet("Milestones", header, *([f"M{i}", "J1", "m", text] for i, text in enumerate(texts)))
        )

    reading = milestones(
        "03/04/2024", "13/04/2024", datetime.combine(date(2024, 5, 1), time(9)), None, "1 May 2024"
    )
    assert [value for (value,) in columns(reading, "milestones", "baseline_date")] == [
        date(2024, 4, 3),
        date(2024, 4, 13),
        date(2024, 5, 1),
        None,
        date(2024, 5, 1),
    ]
    assert table(reading, "milestones").notes == {"date order of Baseline date": "day first"}
    assert codes(reading) == []
    assert columns(milestones("03/04/2024", "04/13/2024"), "milestones", "baseline_date")[0] == (
        date(2024, 3, 4),
    )
    refused = milestones("03/04/2024", "05/06/2024")
    assert codes(refused) == ["ambiguous-dates"]
    assert (refused.findings[0].severity, str(refused.findings[0].place)) == (
        Severity.REFUSES,
        "Milestones!D2",
    )
    assert codes(milestones("13/04/2024", "04/13/2024")) == ["mixed-dates"]
    assert codes(milestones("soon", Decimal(45000))) == ["date-unreadable", "date-unreadable"]


def test_shares_are_decided_by_their_column():
    def weights(*values: object, formats: dict[tuple[int, int], str] | None = None):
        lines = ([f"B{i}", "J1", value] for i, value in enumerate(values))
        reading = read(
            sheet("Contributions", ["Benefit ID", "Project ID", "Weight"], *lines, formats=formats)
        )
        return [weight for (weight,) in columns(reading, "contributions", "weight")], codes(reading)

    assert weights(0.7, 0.3, 1) == ([Decimal("0.7"), Decimal("0.3"), Decimal(1)], [])
    assert weights("25%", 0.3) == ([Decimal("0.25"), Decimal("0.3")], [])
    assert weights(70, 30, 100) == ([Decimal("0.7"), Decimal("0.3"), Decimal(1)], ["read-as-percent"])
    assert weights(0.25, 25) == ([], ["percent-scale", "required-missing", "required-missing"])
    assert weights(1.15, formats={(2, 2): "0%"}) == ([Decimal("1.15")], [])


def test_numbers_keep_six_decimals_and_the_rest_is_said():
    reading = read(planned(["B1", "v1", "2026-01", 0.1234567], ["B1", "v1", "2026-02", 0.30000000000000004]))
    assert columns(reading, "planned_values", "value", "raw") == [
        (Decimal("0.123457"), "0.1234567"),
        (Decimal("0.3"), "0.30000000000000004"),
    ]
    assert codes(reading) == ["decimals-rounded"]


def test_a_number_that_is_too_large_is_listed():
    reading = read(planned(["B1", "v1", "2026-01", 1e20]))
    assert columns(reading, "planned_values", "value", "missing") == [(None, "not numeric")]
    assert codes(reading) == ["number-too-large"]


def test_an_identifier_keeps_the_zeros_that_its_format_shows():
    reading = read(
        sheet(
            "Programs",
            ["Program ID", "Program", "Currency"],
            [42, "p", "EUR"],
            [7, "q", "EUR"],
            formats={(2, 0): "00000"},
        )
    )
    assert columns(reading, "programs", "program_id") == [("00042",), ("7",)]


def test_a_decimal_comma_is_decided_by_the_column_and_else_by_the_table():
    header = ["Program ID", "Project ID", "Period", "Baseline", "Actual"]
    reading = read(
        sheet(
            "Budget",
            header,
            ["P1", "J1", "2026-01", "1.234,56", "1.234"],
            ["P1", "J2", "2026-01", "7,5", "2.500"],
        )
    )
    assert columns(reading, "budget", "baseline", "actual") == [
        (Decimal("1234.56"), Decimal(1234)),
        (Decimal("7.5"), Decimal(2500)),
    ]
    assert codes(reading) == []


def test_a_scale_in_a_header_counts():
    header = ("Benefit ID", "Case version", "Period", "Value (£m)")
    assert columns(
        read(planned(["B1", "v1", "2026-01", 1.5], header=header)), "planned_values", "value", "raw"
    ) == [(Decimal(1500000), "1.5")]


def test_placeholders_in_text_cells_are_null_and_kept_as_written():
    reading = read(
        sheet(
            "Benefits",
            ["Benefit ID", "Program ID", "Benefit", "Kind", "Value type", "Owner"],
            ["B1", "P1", " Fewer\u00a0visits ", "benefit", "monetary", "TBC"],
        )
    )
    (row,) = rows(reading, "benefits")
    assert (row["benefit"], row["owner"]) == ("Fewer visits", None)
    assert json.loads(row["raw"]) == {"benefit": " Fewer\u00a0visits ", "owner": "TBC"}
