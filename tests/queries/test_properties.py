"""What must hold of every portfolio: the SQL agrees with the formulas, and totals with what they total."""

import os
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.store import Version
from data.store.opening import open_version
from queries import audits, macros
from queries.benefits import RATINGS, Ranked, Register, Tally
from queries.overview import Headline
from queries.question import answer
from queries.realization import Bridge, ByBenefit, ByProgram, ByProject, Curve
from tests.queries import kit
from tests.queries.portfolios import STATUS_DATES, expected, portfolios, tables
from tests.queries.test_questions import NOBODY

SUMS = (
    "planned_to_date",
    "realized_to_date",
    "planned_lifetime",
    "outlook",
    "variance_at_completion",
    "verified_to_date",
)
asked = {"as_of": st.sampled_from(STATUS_DATES), "case": st.sampled_from(["original", "current"])}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("properties")
        patch.setenv("REALIZED_HOME", str(folder))
        yield folder


class Portfolio:
    """One generated portfolio in a version file of its own."""

    def __init__(self, folder, benefits):
        """`benefits`, or the rows of a whole workbook."""
        self.path = folder / "one.duckdb"
        self.path.unlink(missing_ok=True)
        kit.build_file(self.path, benefits if isinstance(benefits, dict) else tables(benefits), None)
        self.version = Version(1, "one", self.path, None, NOBODY, "Ana", "", None, ())

    def __enter__(self):
        self.connection = open_version(self.path, macros.setup())
        return self

    def __exit__(self, *_):
        self.connection.close()

    def __call__(self, question):
        return answer(question, self.connection.cursor(), self.version).records()


def thoroughly(test):
    """With EXAMPLES generated portfolios: few in every run, many in `make properties`."""
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    examples = int(os.environ.get("EXAMPLES", "2"))
    return settings(max_examples=examples, deadline=None, suppress_health_check=quiet)(test)


@thoroughly
@given(benefits=portfolios, **asked)
def test_benefits_are_what_the_formulas_say(folder, benefits, as_of, case):
    with Portfolio(folder, benefits) as ask:
        found = {row["benefit_id"]: row for row in ask(ByBenefit(as_of=as_of, case=case))}
    assert found.keys() == {one.id for one in benefits}
    for one in benefits:
        row, right = found[one.id], expected(one, case, as_of)
        assert row["planned_to_date"] == right.planned
        assert row["realized_to_date"] == right.realized
        assert row["planned_lifetime"] == right.lifetime
        assert (row["outlook_method"], row["outlook"]) == (right.method, right.outlook)
        assert (row["due_cells"], row["measured_cells"]) == (right.due, right.measured)
        assert row["slippage_months"] == (
            None if right.slippage is None else pytest.approx(right.slippage, abs=1e-8)
        )
        unknown = right.planned == 0 or right.realized is None
        rate = None if unknown else pytest.approx(float(right.realized / right.planned))
        assert row["realization_rate"] == rate


def known(values):
    """The sum of what is known; a group of which nothing is known answers null."""
    return sum((value for value in values if value is not None), Decimal(0))


def difference(group, side):
    """Realized less planned of a whole group, a benefit that is due and was never measured included."""
    realized, planned = group[f"{side}_realized_to_date"], group[f"{side}_planned_to_date"]
    return None if realized is None or planned is None else realized - planned


@thoroughly
@given(benefits=portfolios, **asked)
def test_totals_are_the_sums_of_their_parts(folder, benefits, as_of, case):
    with Portfolio(folder, benefits) as ask:
        one_by_one = ask(ByBenefit(as_of=as_of, case=case))
        by_program = ask(ByProgram(as_of=as_of, case=case))
        by_project = ask(ByProject(as_of=as_of, case=case))
        (headline,) = ask(Headline(as_of=as_of, case=case))
        assert audits.run(ask.connection) == {}
    for side in ("gross", "net"):
        counted = [row for row in one_by_one if side == "net" or row["kind"] == "benefit"]
        for measure in SUMS:
            name = f"{side}_{measure}"
            for program in by_program:
                mine = [row for row in counted if row["program_id"] == program["program_id"]]
                parts = [row for row in by_project if row["program_id"] == program["program_id"]]
                if program["benefits"]:
                    assert known(row[measure] for row in mine) == (program[name] or 0)
                    assert known(row[name] for row in parts) == (program[name] or 0)
            assert known(row[measure] for row in counted) == (headline[name] or 0)
        for group in (*by_program, *by_project, headline):
            assert group[f"{side}_variance_to_date"] == difference(group, side)
    assert headline["gross_upside"] - headline["gross_leakage"] == headline["net_variance_at_completion"]


@thoroughly
@given(benefits=portfolios, **asked)
def test_bridge_and_curve_end_where_the_total_does(folder, benefits, as_of, case):
    with Portfolio(folder, benefits) as ask:
        (headline,) = ask(Headline(as_of=as_of, case=case))
        first, *steps, last = [row["amount"] for row in ask(Bridge(as_of=as_of, case=case))]
        curve = ask(Curve(as_of=as_of, case=case))
    assert first + sum(steps) == last
    assert (first, last) == (headline["net_planned_lifetime"], headline["net_outlook"])
    assert all(steps)
    if curve:
        assert (curve[-1]["planned"], curve[-1]["outlook"]) == (first, last)
        assert curve[-1]["gross_outlook"] == headline["gross_outlook"]
        assert all(one["period_end"] < other["period_end"] for one, other in pairwise(curve))
        assert all((row["realized"] is None) == (row["period_end"] > as_of) for row in curve)


@thoroughly
@given(benefits=portfolios, project=st.sampled_from(["P1", "P2"]), **asked)
def test_a_project_drilled_into_is_its_row_above(folder, benefits, project, as_of, case):
    with Portfolio(folder, benefits) as ask:
        above = [row for row in ask(ByProject(as_of=as_of, case=case)) if row["project_id"] == project]
        below = ask(ByBenefit(as_of=as_of, case=case, project_id=project))
        programs = ask(ByProgram(as_of=as_of, case=case, project_id=project))
        bridge = ask(Bridge(as_of=as_of, case=case, project_id=project))
        (whole, *_) = ask(ByProject(as_of=as_of, case=case, project_id=project))
    for measure in SUMS:
        summed = sum((row[f"net_{measure}"] or 0 for row in above), Decimal(0))
        assert known(row[measure] for row in below) == summed
        assert known(row[f"net_{measure}"] for row in programs) == summed
    assert whole in above
    slips = {row["program_id"]: row["gross_slippage_months"] for row in above}
    assert all(row["gross_slippage_months"] == slips[row["program_id"]] for row in programs)
    if bridge:
        assert bridge[-1]["amount"] == sum(row["outlook"] for row in below)


@thoroughly
@given(benefits=portfolios, **asked)
def test_the_register_ranked_a_page_at_a_time_is_the_register(folder, benefits, as_of, case):
    with Portfolio(folder, benefits) as ask:
        wide = {row["benefit_id"]: row["rating"] for row in ask(Register(as_of=as_of, case=case))}
        paged = [
            row
            for skip in range(0, len(wide) + 2, 2)
            for row in ask(Ranked(as_of=as_of, case=case, rows=2, skip=skip))
        ]
        (tally,) = ask(Tally(as_of=as_of, case=case))
    assert [row["benefit_id"] for row in paged] == list(dict.fromkeys(row["benefit_id"] for row in paged))
    assert {row["benefit_id"]: row["rating"] for row in paged} == wide
    assert {row["matches"] for row in paged} == {len(wide)}
    assert {name: tally[name] for name in RATINGS} == {
        name: sum(rating == name for rating in wide.values()) for name in RATINGS
    }
