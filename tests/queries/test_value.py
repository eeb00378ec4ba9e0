"""Value for money: published cases and the closed-form program, out of the SQL of a version really built."""

from datetime import date
from decimal import Decimal

import pytest

from data.access import OPERATOR
from data.errors import UnknownParameter
from queries import ask
from queries.value import CashFlow, ForMoney
from tests.queries import kit
from tests.workbooks.yearly import AS_OF, yearly


def worth(**asked):
    return {row["series"]: row for row in ask(ForMoney(**asked), OPERATOR).records()}


def measures(row):
    return (
        round(row["net_present_value"], 4),
        round(row["benefit_cost_ratio"], 6),
        round(row["payback_years"], 3),
        round(row["internal_rate_of_return"], 5),
        round(row["return_on_investment"], 4),
    )


def test_the_closed_form_program_to_the_digit():
    kit.load(yearly(), AS_OF)
    found = worth()
    assert measures(found["planned"]) == (215.4503, 1.361119, 3.0, 0.15613, 0.5)
    assert measures(found["outlook"]) == (-22.7860, 0.967163, 3.848, 0.02344, 0.0714)
    assert (found["planned"]["costs"], found["planned"]["benefits"]) == (600, 900)
    assert (found["outlook"]["costs"], found["outlook"]["benefits"]) == (700, 750)
    realized = found["realized"]
    assert (realized["costs"], realized["benefits"], realized["net_benefit"]) == (700, 0, -700)
    assert (realized["payback_years"], realized["internal_rate_of_return"]) == (None, None)
    assert realized["internal_rate_state"] == "none"
    assert {row["year_0_starts_on"] for row in found.values()} == {date(2024, 1, 1)}
    assert {row["discount_rate"] for row in found.values()} == {0.035}


def test_the_programs_own_rate_and_another_one():
    kit.load(yearly(discount_rate=0.1), AS_OF)
    assert worth()["planned"]["discount_rate"] == 0.1
    own = -500 - 100 / 1.1 + 300 / 1.1**2 + 300 / 1.1**3 + 300 / 1.1**4
    assert worth()["planned"]["net_present_value"] == pytest.approx(own, abs=1e-9)
    assert worth(rate=0.035)["planned"]["net_present_value"] == pytest.approx(215.4503, abs=5e-5)
    assert worth(rate=0.0)["planned"]["net_present_value"] == 300


def test_conventions_are_selectable():
    kit.load(yearly(), AS_OF)
    spreadsheet = worth(convention="spreadsheet")["planned"]
    assert spreadsheet["net_present_value"] == pytest.approx(215.4503 / 1.035, abs=5e-5)
    assert spreadsheet["payback_years"] == 4.0
    # Yearly amounts fall into the last month of their year.
    monthly = worth(convention="monthly")["planned"]
    assert monthly["net_present_value"] == pytest.approx(215.4503 / 1.035 ** (11 / 12), abs=5e-5)
    assert monthly["benefit_cost_ratio"] == pytest.approx(1.361119, abs=5e-7)
    with pytest.raises(UnknownParameter, match="Ask for annual, monthly or spreadsheet"):
        ask(ForMoney(convention="continuous"), OPERATOR)
    with pytest.raises(UnknownParameter, match="Ask for flat or declining"):
        ask(ForMoney(schedule="rising"), OPERATOR)


def test_the_declining_schedule_of_the_green_book():
    rows = yearly()
    rows["planned_values"] = [
        {"benefit_id": "B", "case_version": "v1", "period": str(2024 + year), "value": 1000}
        for year in (30, 31, 75)
    ]
    rows["forecast_values"] = []
    kit.load(rows, AS_OF)
    declining = worth(schedule="declining")["planned"]
    assert declining["benefits_present_value"] == pytest.approx(356.278 + 345.901 + 94.214, abs=5e-3)
    flat = worth()["planned"]["benefits_present_value"]
    assert flat == pytest.approx(1000 * (1.035**-30 + 1.035**-31 + 1.035**-75), abs=1e-9)


def test_optimism_bias_is_on_what_is_planned_and_not_on_what_was_spent():
    kit.load(yearly(), AS_OF)
    biased = worth(optimism_bias=0.5, mitigated=0.5)
    assert (biased["planned"]["costs"], biased["outlook"]["costs"]) == (750, 700)
    early = worth(optimism_bias=0.5, mitigated=0.5, as_of=date(2024, 12, 31))
    # 520 was spent; of 2025 the approved 100 is still to come.
    assert (early["outlook"]["costs"], early["realized"]["costs"]) == (645, 520)


def test_nao_shared_service_centres():
    """Net -4 m so far; outlook 484 m at 159 m: BCR 3.04 and ROI 204%."""
    rows = yearly(discount_rate=0)
    rows["planned_values"] = [{"benefit_id": "B", "case_version": "v1", "period": "2025", "value": 320}]
    rows["realized_values"] = [{"benefit_id": "B", "period": "2025", "value": 90}]
    rows["forecast_values"] = [
        {"benefit_id": "B", "forecast_as_of": AS_OF, "period": "2026", "value": 484 - 90}
    ]
    rows["budget"] = [
        {"program_id": "Y", "period": "2025", "baseline": 94, "actual": 94},
        {"program_id": "Y", "period": "2026", "baseline": 0, "forecast": 159 - 94},
    ]
    kit.load(rows, AS_OF)
    found = worth()
    assert found["realized"]["net_benefit"] == -4
    assert round(found["outlook"]["benefit_cost_ratio"], 2) == 3.04
    assert round(found["outlook"]["return_on_investment"], 2) == 2.04


def test_green_book_case():
    rows = yearly()
    rows["planned_values"] = [
        {"benefit_id": "B", "case_version": "v1", "period": period, "value": value}
        for period, value in (("2027", 50), ("2028", 100))
    ]
    rows["budget"] = [
        {"program_id": "Y", "period": period, "baseline": value}
        for period, value in (("2024", 100), ("2025", 50), ("2026", 50))
    ]
    kit.load(rows, AS_OF)
    planned = worth()["planned"]
    assert round(planned["costs_present_value"], 6) == 194.984714
    assert round(planned["benefits_present_value"], 6) == 132.241358
    assert round(planned["net_present_value"], 6) == -62.743356
    assert round(planned["benefit_cost_ratio"], 6) == 0.678214


def test_years_are_the_programs_fiscal_years():
    rows = yearly(fiscal_year_start_month=4)
    rows["budget"] = [{"program_id": "Y", "period": "2024-03", "baseline": 100}]
    rows["planned_values"] = [
        {"benefit_id": "B", "case_version": "v1", "period": period, "value": 50}
        for period in ("2024-03", "2024-04", "2025-04")
    ]
    kit.load(rows, AS_OF)
    planned = worth()["planned"]
    assert (planned["year_0"], planned["year_0_starts_on"]) == (2024, date(2023, 4, 1))
    assert planned["benefits_present_value"] == pytest.approx(50 + 50 / 1.035 + 50 / 1.035**2)


def test_what_is_not_known_is_never_zero():
    rows = yearly()
    del rows["budget"]
    kit.load(rows, AS_OF)
    planned = worth()["planned"]
    assert planned["benefits_present_value"] is not None
    unknown = ("costs", "net_benefit", "net_present_value", "benefit_cost_ratio", "payback_years")
    assert [planned[name] for name in unknown] == [None] * 5
    assert (planned["internal_rate_of_return"], planned["internal_rate_state"]) == (None, None)
    flow = ask(CashFlow(), OPERATOR).records()
    assert {row["costs"] for row in flow} == {None}
    assert {row["cumulative_discounted"] for row in flow} == {None}


def test_benefits_that_are_due_and_were_never_measured_are_not_known():
    kit.load(yearly(), AS_OF)
    later = worth(as_of=date(2026, 12, 31))
    assert later["realized"]["benefits"] is None
    assert later["realized"]["net_present_value"] is None
    assert later["outlook"]["benefits_are_measured"] is False


def test_costs_to_date_say_how_many_are_known():
    rows = yearly()
    rows["budget"][1]["actual"] = None
    kit.load(rows, AS_OF)
    found = worth()
    assert (found["realized"]["due_costs"], found["realized"]["known_costs"]) == (2, 1)
    # What was spent is not known: what was approved stands for it in the outlook.
    assert (found["realized"]["costs"], found["outlook"]["costs"]) == (520, 620)


def test_a_closed_project_costs_no_more_than_was_spent_or_is_forecast():
    rows = yearly()
    rows["projects"][0] |= {"status": "cancelled", "closed_on": date(2025, 6, 30)}
    rows["budget"].append({"program_id": "Y", "project_id": "Y1", "period": "2026", "baseline": 70})
    kit.load(rows, AS_OF)
    found = worth()
    assert (found["planned"]["costs"], found["outlook"]["costs"]) == (670, 700)
    assert worth(as_of=date(2025, 3, 31))["outlook"]["costs"] == 520 + 100 + 70


def test_the_current_case_takes_the_approved_budget_of_today():
    rows = yearly()
    rows["budget"][0]["current"] = 530
    kit.load(rows, AS_OF)
    assert worth()["planned"]["costs"] == 600
    assert worth(case="current")["planned"]["costs"] == 630


def test_the_cash_flow_ends_at_the_net_present_value():
    kit.load(yearly(), AS_OF)
    flow = ask(CashFlow(), OPERATOR).records()
    by_series = {name: [row for row in flow if row["series"] == name] for name in worth()}
    assert [row["fiscal_year"] for row in by_series["planned"]] == [2024, 2025, 2026, 2027, 2028]
    assert [row["cumulative_flow"] for row in by_series["planned"]] == [-500, -600, -300, 0, 300]
    assert [row["flow"] for row in by_series["realized"]] == [-520, -180]
    for name, rows in by_series.items():
        last = worth()[name]["net_present_value"]
        assert rows[-1]["cumulative_discounted"] == pytest.approx(last, abs=1e-9)
    assert isinstance(by_series["planned"][0]["flow"], Decimal)


def test_a_projects_part_and_the_rest_add_up_to_the_program():
    rows = yearly()
    rows["projects"].append({"project_id": "Y2", "program_id": "Y", "project": "Other", "status": "active"})
    rows["contributions"] = [
        {"benefit_id": "B", "project_id": "Y1", "weight": "0.6"},
        {"benefit_id": "B", "project_id": "Y2", "weight": "0.4"},
    ]
    rows["budget"][1]["project_id"] = "Y2"
    kit.load(rows, AS_OF)
    whole, first, second = worth(), worth(project_id="Y1"), worth(project_id="Y2")
    for series in ("planned", "outlook"):
        for name in ("benefits", "costs", "net_benefit"):
            assert first[series][name] + second[series][name] == whole[series][name]
        parts = first[series]["net_present_value"] + second[series]["net_present_value"]
        assert parts == pytest.approx(whole[series]["net_present_value"], abs=1e-9)
    assert first["planned"]["costs"] == 500


def test_zeros_before_the_first_amount_move_nothing():
    rows = yearly()
    rows["planned_values"].append({"benefit_id": "B", "case_version": "v1", "period": "2020", "value": 0})
    rows["budget"].append({"program_id": "Y", "period": "2021", "baseline": 0, "actual": 0})
    kit.load(rows, AS_OF)
    found = worth()
    assert measures(found["planned"]) == (215.4503, 1.361119, 3.0, 0.15613, 0.5)
    assert measures(found["outlook"]) == (-22.7860, 0.967163, 3.848, 0.02344, 0.0714)
    assert worth(as_of=date(2019, 12, 31))["realized"]["net_present_value"] is None
