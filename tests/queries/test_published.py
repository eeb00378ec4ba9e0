"""Published worked examples, out of the SQL of a version really built."""

from datetime import date

import pytest

from data.access import OPERATOR
from queries import ask
from queries.realization import ByBenefit
from tests.queries import kit


def one_benefit(planned, realized, as_of, **benefit):
    kit.load(
        {
            "programs": [{"program_id": "P", "program": "Program", "currency": "GBP"}],
            "business_cases": [
                {"program_id": "P", "case_version": "v1", "label": "Case", "approved_on": date(2010, 1, 1)}
            ],
            "benefits": [
                {
                    "benefit_id": "B",
                    "program_id": "P",
                    "benefit": "Benefit",
                    "kind": "benefit",
                    "value_type": "monetary",
                    **benefit,
                }
            ],
            "planned_values": [
                {"benefit_id": "B", "case_version": "v1", "period": period, "value": value}
                for period, value in planned.items()
            ],
            "realized_values": [
                {"benefit_id": "B", "period": period, "value": value} for period, value in realized.items()
            ],
        },
        as_of,
    )
    (row,) = ask(ByBenefit(), OPERATOR).records()
    return row


def test_nao_shared_service_centres():
    """128 m a year forecast, 90 m realized in 2.5 years: 28.1%, and 70.3% is impossible."""
    quarters = [f"{year}-Q{quarter}" for year in (2010, 2011, 2012) for quarter in (1, 2, 3, 4)][:10]
    row = one_benefit(
        dict.fromkeys(quarters, 128), dict.fromkeys(quarters, 36), date(2012, 6, 30), value_basis="annualized"
    )
    assert (row["planned_to_date"], row["realized_to_date"]) == (320, 90)
    assert row["realization_rate"] == 0.28125
    assert round(row["realization_rate"], 3) == 0.281


def test_an_annual_value_is_not_due_before_its_year_ends():
    """The wrong 70.3% divides 90 m by one year's 128 m: no status date gives it."""
    row = one_benefit(
        {"2010": 128, "2011": 128, "2012": 128},
        {"2010-Q4": 40, "2011-Q4": 50},
        date(2012, 6, 30),
        value_basis="per period",
    )
    assert (row["planned_to_date"], row["planned_lifetime"]) == (256, 384)
    assert row["realization_rate"] == pytest.approx(90 / 256)


@pytest.mark.parametrize(("planned", "realized", "variance"), [(1000, 2000, 1000), (5000, 10000, 5000)])
def test_broadcom_variance_is_favourable(planned, realized, variance):
    row = one_benefit({"2025-01": planned}, {"2025-01": realized}, date(2025, 1, 31))
    assert (row["variance_to_date"], row["variance_at_completion"]) == (variance, variance)
    assert row["late"] == "green"
    assert row["slippage_state"] == "complete"


def test_a_cumulative_benefit_counts_its_last_value():
    row = one_benefit(
        {"2025-01": 10, "2025-02": 30, "2025-03": 60},
        {"2025-01": 10, "2025-02": 25},
        date(2025, 2, 28),
        value_basis="cumulative",
    )
    assert (row["planned_to_date"], row["realized_to_date"], row["planned_lifetime"]) == (30, 25, 60)
    assert row["outlook"] == 25 + 30
    assert row["slippage_months"] == 0.25
