"""What must hold of every budget, register and comparison: parts add up, and both ways lead back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries import audits
from queries.budget import ByProgram, ByProject, Curve, Headline, Reconciliation
from queries.changes import Bridge
from queries.realization import ByBenefit
from queries.registry import questions
from queries.risk import BenefitsAtRisk
from queries.risk import ByProgram as RiskByProgram
from queries.risk import ByProject as RiskByProject
from queries.risk import Headline as RiskHeadline
from queries.value import ForMoney
from tests.queries.oversight import OWNERS, Risks, added, costs, lines, register, reports
from tests.queries.portfolios import STATUS_DATES, portfolios, tables
from tests.queries.test_properties import Portfolio, folder, known, thoroughly

__all__ = ["folder"]  # a fixture
COSTS = (
    *("baseline", "current_budget", "approved", "approved_to_date", "actual_to_date", "cost_to_come"),
    *("expected_cost", "assumed_cost", "contingency", "contingency_drawn", "bac", "pv", "ev", "ac"),
    *("due_cells", "reported_cells", "earned_projects"),
)
EXPOSURES = (
    *("exposure", "exposure_program", "exposure_escalated", "exposure_project", "exposure_carried"),
    *("exposure_low", "exposure_high", "risks", "open_risks", "counted_risks", "carried_risks"),
)
OPPOSITE = {"Outlook before": "Outlook now", "Benefits added": "Benefits gone"}


@thoroughly
@given(
    benefits=portfolios,
    budget=lines,
    earned=reports,
    risks=register(),
    as_of=st.sampled_from(STATUS_DATES),
    earlier=st.sampled_from(STATUS_DATES),
    case=st.sampled_from(["original", "current"]),
)
def test_every_level_adds_up(folder, benefits, budget, earned, risks, as_of, earlier, case):
    asked = {"as_of": as_of, "case": case}
    with Portfolio(folder, added(tables(benefits), budget, earned, risks)) as ask:
        costs_add_up(ask, asked, budget)
        risks_add_up(ask, asked, Risks.of(risks))
        both_ways_lead_back(ask, asked, earlier)
        programs_stand_apart(ask, asked)
        assert audits.run(ask.connection) == {}


def programs_stand_apart(ask, asked):
    """What the pages take from the answer about all programs is what asking for one answers."""
    programs = {row["program_id"] for row in ask(ByProgram(**asked))}
    for kind in (one for one in questions().values() if one.apart):
        rows = ask(kind(**asked))
        for program in programs:
            mine = [row for row in rows if row["program_id"] == program]
            assert ask(kind(**asked, program_id=program)) == mine, kind.name()


def costs_add_up(ask, asked, budget):
    programs, projects, worth = ask(ByProgram(**asked)), ask(ByProject(**asked)), ask(ForMoney(**asked))
    sides = {"planned": "approved", "outlook": "expected_cost", "realized": "actual_to_date"}
    for row in programs:
        mine = [part for part in projects if part["program_id"] == row["program_id"]]
        for name in COSTS:
            assert known(part[name] for part in mine) == (row[name] or 0), name
        for side in (one for one in worth if one["program_id"] == row["program_id"]):
            assert side["costs"] == row[sides[side["series"]]]
        assert ask(ByProgram(**asked, program_id=row["program_id"])) == [row]
    (whole,) = ask(Headline(**asked)) or [dict.fromkeys(COSTS)]
    for name in COSTS:
        assert known(row[name] for row in programs) == (whole[name] or 0), name
    by_owner = {(row["program_id"], row["project_id"]): row["expected_cost"] for row in projects}
    for owner in OWNERS:
        assert by_owner.get(owner) == costs(budget, owner, asked["as_of"])
    assert all(row["adds_up"] for row in ask(Reconciliation(**asked)))
    if budget:
        last = ask(Curve(**asked))[-1]
        assert (last["approved"], last["expected"]) == (whole["approved"] or 0, whole["expected_cost"])


def risks_add_up(ask, asked, register):
    programs, projects = ask(RiskByProgram(**asked)), ask(RiskByProject(**asked))
    benefits = {row["benefit_id"]: row for row in ask(ByBenefit(**asked))}
    (whole,) = ask(RiskHeadline(**asked)) or [dict.fromkeys(programs[0])]
    for name in (*EXPOSURES, "benefits_at_risk", "benefit_at_risk", "benefit_remaining"):
        assert known(row[name] for row in programs) == (whole[name] or 0), name
    for row in programs:
        program, mine = row["program_id"], register.within(program=row["program_id"])
        parts = [part for part in projects if part["program_id"] == program]
        for name in EXPOSURES:
            assert known(part[name] for part in parts) == (row[name] or 0), name
        _as_by_hand(row, mine)
        assert ask(RiskByProgram(**asked, program_id=program)) == [row]
        for alone in ask(RiskHeadline(**asked, program_id=program)):
            assert {name: row[name] for name in alone} == alone
    if whole["risks"]:
        _as_by_hand(whole, register)
    for row in ask(BenefitsAtRisk(**asked)):
        state = benefits[row["benefit_id"]]
        assert row["remaining"] == max(state["outlook"] - (state["realized_to_date"] or 0), Decimal(0))
        assert 0 <= row["at_risk"] <= row["remaining"]
        lost = float(row["remaining"]) * float(1 - register.share_left(row["benefit_id"]))
        assert float(row["at_risk"]) == pytest.approx(lost, abs=0.005001)


def _as_by_hand(row, register):
    """Exposure by level, and P50, P80 and P90 of every outcome."""
    assert (row["exposure"] or 0) == register.exposure()
    for level in ("program", "escalated", "project"):
        assert (row[f"exposure_{level}"] or 0) == register.exposure(level)
    assert [row[f"p{percent}"] for percent in (50, 80, 90)] == [
        register.percentile(percent) for percent in (50, 80, 90)
    ]


def both_ways_lead_back(ask, asked, earlier):
    there = ask(Bridge(**asked, against_as_of=earlier))
    back = ask(Bridge(as_of=earlier, case=asked["case"], against_as_of=asked["as_of"]))
    opposite = OPPOSITE | {other: one for one, other in OPPOSITE.items()}
    assert {
        opposite.get(row["step"], row["step"]): -row["amount"] for row in there if not row["is_total"]
    } == {row["step"]: row["amount"] for row in back if not row["is_total"]}
    assert [row["amount"] for row in (there[0], there[-1])] == [row["amount"] for row in (back[-1], back[0])]
    assert sum(row["amount"] for row in there[:-1]) == there[-1]["amount"]
    same = ask(Bridge(**asked, against_as_of=asked["as_of"]))
    assert len(same) == 2
    assert same[0]["amount"] == same[1]["amount"] == there[-1]["amount"]
