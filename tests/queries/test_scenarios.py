"""What must hold of every scenario: parts add up to the program, nothing changed is nothing different."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.access import OPERATOR
from data.errors import UnknownParameter
from queries import ask
from queries.realization import ByProgram
from queries.scenarios import ByProject, Outcome, Paths
from queries.value import CashFlow, ForMoney
from tests.queries import kit
from tests.queries.portfolios import STATUS_DATES, portfolios, tables
from tests.queries.test_properties import Portfolio, folder, thoroughly  # noqa: F401
from tests.workbooks.yearly import AS_OF, yearly

changes = st.fixed_dictionaries(
    {
        "slip_project": st.sampled_from([None, "P1", "P2"]),
        "slip_months": st.integers(-14, 14),
        "slip_costs": st.sampled_from(["stay", "move"]),
        "adoption": st.sampled_from([0.5, 0.9, 1.0, 1.25]),
        "cost_growth": st.sampled_from([0.0, 0.1]),
    }
)


def with_budget(benefits):
    """The portfolio's rows and a budget on both levels."""
    made = tables(benefits)
    made["budget"] = [
        {"program_id": program, "project_id": project, "period": period, "baseline": amount, "actual": spent}
        for program, project, period, amount, spent in (
            ("A", "P1", "2025-01", Decimal("70.07"), Decimal("71.11")),
            ("A", None, "2025-06", Decimal("10.03"), None),
            ("B", "P2", "2025-02", Decimal("33.33"), Decimal("30")),
            ("B", None, "2025-07", Decimal("5.01"), None),
        )
    ]
    return made


@thoroughly
@given(benefits=portfolios, as_of=st.sampled_from(STATUS_DATES), change=changes)
def test_parts_of_a_change_add_up_to_the_change_of_the_program(folder, benefits, as_of, change):  # noqa: F811
    with Portfolio(folder, with_budget(benefits)) as ask_it:
        programs = ask_it(Outcome(as_of=as_of, **change))
        parts = ask_it(ByProject(as_of=as_of, **change))
        totals = {row["program_id"]: row for row in ask_it(ByProgram(as_of=as_of))}
    for program in programs:
        mine = [row for row in parts if row["program_id"] == program["program_id"]]
        for name in ("base_benefits", "changed_benefits", "benefits_change", "costs_change"):
            assert sum((row[name] for row in mine), Decimal(0)) == (program[name] or 0)
        worth = sum(row["net_present_value_change"] for row in mine)
        if program["net_present_value_change"] is not None:
            assert worth == pytest.approx(program["net_present_value_change"], abs=1e-6)
        assert (program["base_benefits"] or 0) == (totals[program["program_id"]]["net_outlook"] or 0)
        if change["adoption"] == 1.0:
            assert (program["benefits_change"] or 0) == 0


@thoroughly
@given(benefits=portfolios, as_of=st.sampled_from(STATUS_DATES))
def test_nothing_changed_is_nothing_different(folder, benefits, as_of):  # noqa: F811
    with Portfolio(folder, with_budget(benefits)) as ask_it:
        programs = ask_it(Outcome(as_of=as_of, slip_project="P1", slip_months=0, adoption=1.0))
        paths = ask_it(Paths(as_of=as_of))
        worth = {
            row["program_id"]: row for row in ask_it(ForMoney(as_of=as_of)) if row["series"] == "outlook"
        }
        flow = {
            (row["program_id"], row["step"]): row["cumulative_discounted"]
            for row in ask_it(CashFlow(as_of=as_of))
            if row["series"] == "outlook"
        }
    for row in programs:
        assert row["is_changed"] is False
        assert row["base_net_present_value"] == worth[row["program_id"]]["net_present_value"]
        assert row["base_payback_years"] == row["changed_payback_years"]
    for row in paths:
        assert row["base"] == row["changed"]
        assert row["base"] == pytest.approx(flow[row["program_id"], row["step"]], abs=1e-9)


def test_a_scenario_leaves_what_is_stored_alone(home):  # noqa: ARG001
    version = kit.load(yearly(), AS_OF)
    before = version.path.read_bytes()
    ask(Outcome(slip_project="Y1", slip_months=6, adoption=0.5), OPERATOR)
    assert version.path.read_bytes() == before


def test_what_is_realized_does_not_move(home):  # noqa: ARG001
    rows = yearly()
    rows["realized_values"] = [{"benefit_id": "B", "period": "2026", "value": 150}]
    kit.load(rows, AS_OF)
    (row,) = ask(
        Outcome(as_of=date(2026, 12, 31), slip_project="Y1", slip_months=12, adoption=0.5), OPERATOR
    ).records()
    assert (row["base_benefits"], row["changed_benefits"]) == (750, 150 + 300)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"slip_project": "Z"}, "There is no project 'Z' in this data version. Projects: Y1."),
        (
            {"slip_costs": "vanish"},
            "There is no choice for the costs of a slip 'vanish' in this data version. Ask for stay or move.",
        ),
        ({"adoption_benefit": "Z"}, "There is no benefit 'Z' in this data version. Benefits: B."),
    ],
)
def test_what_is_not_in_the_data_is_refused_with_a_sentence(home, asked, sentence):  # noqa: ARG001
    kit.load(yearly(), AS_OF)
    with pytest.raises(UnknownParameter) as refused:
        ask(Outcome(**asked), OPERATOR)
    assert str(refused.value) == sentence
