"""Currencies, scales and units of a register."""

from datetime import date
from decimal import Decimal

from data.ingest.staged import Known
from tests.data.ingest.sheets import RECEIVED, codes, columns, read, rows, sheet

D = Decimal


def planned(reading, *more):
    return columns(reading, "planned_values", "benefit_id", *more, "value")


def realized(reading, *more):
    return columns(reading, "realized_values", "benefit_id", *more, "value")


def left(reading):
    """The codes of findings that leave something out."""
    return sorted(finding.code for finding in reading.findings if finding.severity.value == "leaves out")


def test_the_currency_of_each_row_and_the_commonest_of_the_program():
    reading = read(
        sheet(
            "Sheet1",
            ["Program", "Benefit ID", "Benefit", "Currency", "Planned", "Target date"],
            ["P", "B1", "A", "EUR", 1, date(2026, 1, 31)],
            ["P", "B2", "B", "usd", 2, date(2026, 1, 31)],
            ["P", "B3", "C", "EUR", 3, date(2026, 1, 31)],
        )
    )
    assert columns(reading, "benefits", "benefit_id", "unit") == [("B1", "EUR"), ("B2", "USD"), ("B3", "EUR")]
    assert columns(reading, "programs", "currency") == [("EUR",)]
    assert "currency-taken" in codes(reading)


def test_the_currency_of_number_formats_texts_and_the_store():
    def unit(*cells, formats=None, known=None):
        lines = ([f"B{i}", f"n{i}", cell, "2026-01"] for i, cell in enumerate(cells))
        header = ["Benefit ID", "Benefit", "Planned", "Date"]
        reading = read(sheet("S", header, *lines, formats=formats), known=known, name="p.csv")
        return [row["unit"] for row in rows(reading, "benefits")], [value for *_, value in planned(reading)]

    assert unit(5, formats={(2, 2): '"£"#,##0'}) == (["GBP"], [D(5)])
    assert unit("€ 1.234,50", "CHF 7k") == (["EUR", "CHF"], [D("1234.5"), D(7000)])
    assert unit(5, known=Known(RECEIVED, currencies={"s": "SEK"})) == (["SEK"], [D(5)])
    assert unit(0.25, formats={(2, 2): "0%"}) == (["%"], [D("0.25")])


def test_a_currency_in_the_header_that_contradicts_the_row_makes_the_value_unknown():
    reading = read(
        sheet(
            "S",
            ["Benefit ID", "Benefit", "Currency", "Planned (£m)", "Date"],
            ["B1", "A", "GBP", 1, "2026-01"],
            ["B2", "B", "USD", 2, "2026-01"],
        )
    )
    assert columns(reading, "planned_values", "value", "missing") == [
        (D(1000000), None),
        (None, "not numeric"),
    ]
    assert left(reading) == ["currencies-clash"]


def test_money_scales_do_not_touch_other_units():
    reading = read(
        sheet(
            "S",
            ["Figures in £k"],
            ["Benefit ID", "Benefit", "Unit", "Planned", "Date"],
            ["B1", "A", "hours", 7, "2026-01"],
            ["B2", "B", "£k", 7, "2026-01"],
            ["B3", "C", "£m", 7, "2026-01"],
        )
    )
    assert planned(reading) == [("B1", D(7)), ("B2", D(7000)), ("B3", D(7000000))]


def test_texts_that_could_be_thousands_or_decimals_are_said():
    header = ["Benefit ID", "Benefit", "Planned (EUR)", "Date"]
    reading = read(sheet("S", header, ["B1", "A", "1.000", "2025-01"], ["B2", "B", "2.500", "2025-01"]))
    assert planned(reading) == [("B1", D(1000)), ("B2", D(2500))]
    assert [str(f.place) for f in reading.findings if f.code == "separator-assumed"] == ["S!C2"]
    decided = read(sheet("S", header, ["B1", "A", "1.000", "2025-01"], ["B2", "B", "2,5", "2025-01"]))
    assert planned(decided) == [("B1", D(1000)), ("B2", D("2.5"))]
