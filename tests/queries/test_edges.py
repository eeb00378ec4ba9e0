"""The edge cases of metrics.md: not due, early, complete, nothing realized, missing, other periods."""

from datetime import date

import pytest

from data.access import OPERATOR
from data.errors import NoData, UnknownParameter, UnknownVersion
from queries import ask
from queries.overview import Headline
from queries.realization import ByBenefit, ByProgram, ByProject, Curve
from tests.queries import kit

END = date(2025, 6, 30)


def asked(planned, realized=None, forecast=None, as_of=END, kind="benefit", **benefit):
    """One benefit's row; `forecast` is {as of: {period: value}}."""
    kit.load(
        {
            "programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}],
            "projects": [{"project_id": "J", "program_id": "P", "project": "Project", "status": "active"}],
            "business_cases": [
                {"program_id": "P", "case_version": "v1", "label": "Case", "approved_on": date(2025, 1, 1)}
            ],
            "benefits": [
                {
                    "benefit_id": "B",
                    "program_id": "P",
                    "benefit": "Benefit",
                    "kind": kind,
                    "value_type": "monetary",
                    **benefit,
                }
            ],
            "planned_values": [
                {"benefit_id": "B", "case_version": "v1", "period": period, "value": value}
                for period, value in planned.items()
            ],
            "realized_values": [
                {"benefit_id": "B", "period": period, "value": value}
                for period, value in (realized or {}).items()
            ],
            "forecast_values": [
                {"benefit_id": "B", "forecast_as_of": known, "period": period, "value": value}
                for known, values in (forecast or {}).items()
                for period, value in values.items()
            ],
        },
        as_of,
    )
    (row,) = ask(ByBenefit(), OPERATOR).records()
    return row


def only(row, **right):
    assert {name: row[name] for name in right} == right


def test_not_due():
    row = asked({"2025-07": 100, "2025-08": 100})
    only(row, planned_to_date=0, realized_to_date=0, realization_rate=None, realization_state="not due")
    only(row, coverage=None, measured_rate=None, slippage_months=None, slippage_state="not due")
    only(row, outlook=200, lifetime_realization=1.0, rating="grey")


def test_early():
    row = asked({"2025-07": 100, "2025-08": 100}, {"2025-06": 50})
    only(row, realization_rate=None, realization_state="early", realized_share_of_life=0.25)
    # the plan reaches 50 in the middle of July: half a month ahead
    only(row, slippage_months=-0.5, slippage_state="under way", first_benefit_slip_months=-1.0)


def test_complete():
    row = asked({"2025-01": 100, "2025-02": 100}, {"2025-01": 100, "2025-02": 120})
    only(row, slippage_months=None, slippage_state="complete", realization_rate=1.1, rating="green")


def test_nothing_realized():
    row = asked({"2025-02": 100, "2025-03": 100}, {"2025-02": 0, "2025-03": 0})
    only(row, realization_rate=0.0, coverage=1.0, measured_rate=0.0, verified_share=None)
    only(row, slippage_months=5.0, slippage_state="nothing realized", rating="red")


def test_missing_is_not_zero():
    row = asked({"2025-02": 100, "2025-03": 100}, {"2025-02": None, "2025-03": None})
    only(row, due_cells=2, measured_cells=0, coverage=0.0, measured_rate=None, last_measured=None)
    only(row, late="grey", lost="grey", rating="grey")


def test_a_missing_plan_is_not_a_cell():
    only(asked({"2025-02": 100, "2025-03": None}), due_cells=1, planned_lifetime=100)


def test_a_plan_of_zero_is_never_due():
    row = asked({"2025-02": 0, "2025-03": 100}, {"2025-02": 7, "2025-03": 50})
    only(row, due_cells=1, measured_cells=1, realized_to_date=57, measured_rate=0.5)


def test_months_measure_a_planned_quarter():
    row = asked({"2025-Q1": 300, "2025-Q2": 300}, {"2025-01": 50, "2025-02": 60, "2025-05": None})
    only(row, due_cells=2, measured_cells=1, coverage=0.5)
    only(row, realized_on_measured=110, planned_on_measured=300)


def test_a_year_measures_its_planned_months_when_it_ends():
    planned = {f"2025-{month:02}": 10 for month in range(1, 13)}
    row = asked(planned, {"2025": 90}, as_of=date(2025, 12, 30))
    only(row, due_cells=11, measured_cells=0, realized_to_date=None, realization_rate=None)
    (later,) = ask(ByBenefit(as_of=date(2025, 12, 31)), OPERATOR).records()
    only(later, due_cells=12, measured_cells=12, realized_on_measured=90, measured_rate=0.75)


def test_a_period_that_runs_on_is_not_to_date():
    row = asked({"2025-Q2": 300}, {"2025-04": 100}, as_of=date(2025, 6, 29))
    only(row, planned_to_date=0, realized_to_date=100, realization_state="early")


def test_the_latest_forecast_known_counts():
    forecast = {
        date(2025, 3, 31): {"2025-07": 10},
        date(2025, 6, 30): {"2025-06": 99, "2025-07": 20, "2025-08": None},
        date(2025, 7, 31): {"2025-08": 30},
    }
    row = asked({"2025-07": 50, "2025-08": 50}, {"2025-06": 1}, forecast)
    only(row, outlook=21, outlook_method="forecast", forecast_as_of=date(2025, 6, 30))
    earlier, later, last = (
        ask(ByBenefit(as_of=day), OPERATOR).records()[0]
        for day in (date(2025, 6, 29), date(2025, 7, 31), date(2025, 8, 31))
    )
    only(earlier, outlook=10, forecast_as_of=date(2025, 3, 31))
    only(later, outlook=31, forecast_as_of=date(2025, 7, 31))
    # the last forecast says nothing about later periods, and nothing is planned there
    only(last, outlook=1, outlook_method="carried forward", forecast_as_of=None)


def test_a_newer_forecast_without_later_periods_hides_the_older():
    forecast = {date(2025, 3, 31): {"2025-09": 10}, date(2025, 6, 30): {"2025-06": 5}}
    only(asked({"2025-09": 50}, {}, forecast), outlook=50, outlook_method="carried forward")


def test_first_benefit_slip_by_forecast():
    row = asked({"2025-01": 5}, {"2025-01": 0}, {END: {"2025-07": 0, "2025-09": 5}})
    only(row, first_benefit_slip_months=8.0)


def test_a_larger_disbenefit_is_worse():
    row = asked({"2025-01": -100}, {"2025-01": -150}, kind="disbenefit")
    only(row, realization_rate=1.5, variance_to_date=-50, late="red", leakage=50, upside=0)
    only(row, slippage_months=None, slippage_state=None)


def test_stale_is_grey():
    planned = {f"2025-{month:02}": 10 for month in range(1, 7)}
    realized = {f"2025-{month:02}": 10 for month in range(1, 5)}
    only(asked(planned, realized, cadence="monthly"), coverage=4 / 6, is_stale=True, rating="grey")


def test_nothing_planned():
    row = asked({}, {"2025-01": 10})
    only(row, case_version="v1", planned_lifetime=0, realized_to_date=10, outlook=10)
    only(row, lifetime_realization=None, slippage_state="no plan", rating="grey")
    (curve,) = ask(Curve(), OPERATOR).records()
    only(curve, planned=0, realized=10, outlook=10)


def test_a_program_without_a_case_still_counts_what_is_realized():
    kit.load(
        {
            "programs": [{"program_id": "P", "program": "Program", "currency": "EUR"}],
            "benefits": [
                {
                    "benefit_id": "B",
                    "program_id": "P",
                    "benefit": "B",
                    "kind": "benefit",
                    "value_type": "monetary",
                }
            ],
            "realized_values": [{"benefit_id": "B", "period": "2025-01", "value": 10}],
        },
        END,
    )
    (row,) = ask(ByProgram(), OPERATOR).records()
    only(row, net_realized_to_date=10, net_planned_to_date=0, net_realization_rate=None)


def test_projects_and_programs_without_benefits_are_listed():
    asked({"2025-01": 5})
    rows = ask(ByProject(), OPERATOR).records()
    assert [(row["project_id"], row["net_planned_to_date"]) for row in rows] == [("J", None), (None, 5)]


def test_day_before_the_first_period():
    asked({"2025-01": 5}, {"2025-01": 5}, as_of=date(2024, 12, 31))
    (row,) = ask(Headline(), OPERATOR).records()
    only(row, gross_planned_to_date=0, gross_realization_rate=None, rating="grey", net_outlook=5)


@pytest.mark.usefixtures("home")
def test_nothing_loaded():
    with pytest.raises(NoData):
        ask(Headline(), OPERATOR)


def test_refusals():
    asked({"2025-01": 5})
    with pytest.raises(UnknownVersion):
        ask(Headline(), OPERATOR, version=9)
    with pytest.raises(UnknownParameter, match="Ask for original or current"):
        ask(Headline(case="best"), OPERATOR)
    with pytest.raises(UnknownParameter, match="Programs: P"):
        ask(Headline(program_id="X"), OPERATOR)
    with pytest.raises(UnknownParameter, match="Dates are written like 2026-03-31"):
        ask(Headline(as_of="yesterday"), OPERATOR)
