"""Amounts as a build counts them: cumulative, yearly, in other currencies, by sign and by source."""

from copy import deepcopy
from datetime import date
from decimal import Decimal

from tests.data.store.test_build import codes, make
from tests.workbooks.closed_form import PROGRAM, closed_form

__all__ = ["make"]  # a fixture


def test_cumulative_values_become_what_each_period_added(make):
    rows = deepcopy(closed_form())
    rows["benefits"][0]["value_basis"] = "cumulative"
    rows["realized_values"] = [
        {"benefit_id": "B1", "period": period, "value": value}
        for period, value in (("2025-Q1", 10), ("2025-Q2", None), ("2025-Q3", 25), ("2025-Q4", 25))
    ]
    _, ask = make(rows)
    assert ask("select amount from realized_values where benefit_id = 'B1' order by period_end") == [
        (Decimal(10),),
        (None,),
        (Decimal(15),),
        (Decimal(0),),
    ]


def test_an_annual_rate_counts_by_the_length_of_its_period(make):
    rows = deepcopy(closed_form())
    rows["benefits"][0]["value_basis"] = "annualized"
    rows["realized_values"] = [
        {"benefit_id": "B1", "period": "2025-Q1", "value": 1200},
        {"benefit_id": "B1", "period": "2025-04", "value": 1200},
    ]
    _, ask = make(rows)
    assert ask("select amount from realized_values where benefit_id = 'B1' order by period_end") == [
        (Decimal(300),),
        (Decimal(100),),
    ]


def test_other_currencies_are_converted_with_the_rate_that_holds(make):
    rows = deepcopy(closed_form())
    rows["benefits"][0]["unit"] = "USD"
    rows["rates"] = [
        {"currency": "USD", "as_of": date(2025, 1, 1), "per_unit_of_reporting_currency": 1.25},
        {"currency": "USD", "as_of": date(2026, 1, 1), "per_unit_of_reporting_currency": 1.6},
    ]
    report, ask = make(rows)
    assert codes(report) == []
    assert ask(
        "select amount from realized_values where benefit_id = 'B1' and value > 0 order by period_end"
    ) == [(Decimal(48),), (Decimal(50),)]


def test_an_unsigned_disbenefit_is_stored_negative(make):
    rows = deepcopy(closed_form())
    for table in ("planned_values", "realized_values", "forecast_values"):
        for row in rows[table]:
            if row["benefit_id"] == "D1":
                row["value"] = abs(row["value"])
    report, ask = make(rows)
    assert codes(report) == ["disbenefit-unsigned"]
    assert ask("select sum(amount) from realized_values where benefit_id = 'D1'") == [(Decimal(-90),)]


def test_a_disbenefit_with_two_signs_is_refused(make):
    rows = deepcopy(closed_form())
    for row in rows["realized_values"]:
        if row["benefit_id"] == "D1":
            row["value"] = abs(row["value"])
    report, _ = make(rows)
    assert codes(report) == ["disbenefit-mixed-signs"]
    assert report.refused


def _licences(**amounts):
    where = {"program_id": PROGRAM, "project_id": "P3", "cost_type": "Licences", "period": "2026-01"}
    return {"budget": [{**where, **amounts}]}


def test_what_was_budgeted_and_what_was_spent_come_from_different_files_side_by_side(make):
    lines = "select baseline, actual, forecast from budget where cost_type = 'Licences' order by all"
    make(closed_form())
    make(_licences(baseline=100, forecast=110), source="budget")
    _, ask = make(_licences(actual=60), source="cost ledger")
    assert ask(lines) == [(100, None, 110), (None, 60, None)]
    _, ask = make(_licences(actual=75), source="cost ledger")  # a file replaces what its own source said
    assert ask(lines) == [(100, None, 110), (None, 75, None)]
    _, ask = make(_licences(baseline=90), source="budget")
    assert ask(lines) == [(90, None, None), (None, 75, None)]
    _, ask = make(_licences(baseline=95, actual=80), source="portfolio")  # the last word on each amount
    assert ask(lines) == [(95, 80, None)]
