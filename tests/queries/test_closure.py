"""What comes after closing: the edges, and that the parts make the whole to the cent."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from data.access import OPERATOR
from queries import ask
from queries.closure import Cohorts, Orphans, Projects, Totals
from queries.realization import ByProject
from tests.queries import kit
from tests.queries.portfolios import portfolios, tables
from tests.queries.test_properties import Portfolio, asked, folder, thoroughly
from tests.workbooks.closed_form import AS_OF, closed_form

__all__ = ["folder"]  # a fixture


def project(**changes):
    """P1 of the closed form, changed, as it stands among the ended projects."""
    rows = closed_form()
    rows["projects"][0] |= changes
    kit.load(rows, AS_OF)
    return next((row for row in ask(Projects(), OPERATOR).records() if row["project_id"] == "P1"), None)


def test_time_from_handover_to_first_benefit():
    assert project(handed_over_on=date(2025, 8, 31))["handover_to_first_benefit"] == 1.0


def test_a_period_that_the_closing_cuts_in_two_counts_whole_after_it():
    row = project(closed_on=date(2025, 9, 29))
    assert (row["gross_planned_by_closing"], row["gross_planned_after"]) == (0, 210)
    assert (row["gross_share_after_closure"], row["months_since_closure"]) == (1.0, 7)


def test_an_unknown_closing_date_leaves_what_came_since_unknown():
    row = project(closed_on=None)
    unknown = ("gross_planned_after", "gross_realized_after", "gross_post_closure_rate", "gross_coverage")
    assert [row[name] for name in unknown] == [None] * 4
    assert (row["gross_share_after_closure"], row["months_since_closure"]) == (None, None)
    assert (row["gross_planned_lifetime"], row["gross_to_come"]) == (420, 203)
    assert {row["project_id"] for row in ask(Cohorts(by="project"), OPERATOR).records()} == {"P2"}


def test_what_was_never_measured_since_closing_is_not_zero():
    rows = closed_form()
    rows["realized_values"] = [row for row in rows["realized_values"] if str(row["period"]) < "2025-Q4"]
    kit.load(rows, AS_OF)
    (total,) = ask(Totals(), OPERATOR).records()
    assert (total["gross_planned_after"], total["gross_realized_after"]) == (250, None)
    assert (total["gross_post_closure_rate"], total["gross_coverage"]) == (None, 0.0)


def test_a_years_figure_measures_only_the_months_after_closing():
    """The months before closing are measured late by the same figure: they do not count here."""
    rows = closed_form()
    months = [f"2025-{month:02}" for month in range(1, 13)] + ["2026-01"]
    rows["planned_values"] = [
        {"benefit_id": "B1", "case_version": "v1", "period": month, "value": 10} for month in months
    ]
    rows["realized_values"] = [{"benefit_id": "B1", "period": "2025", "value": 90}]
    rows["forecast_values"] = []
    kit.load(rows, AS_OF)
    first, _ = ask(Projects(), OPERATOR).records()
    assert (first["gross_due_cells"], first["gross_measured_cells"]) == (4, 3)
    assert first["gross_planned_after"] == 28  # 4 x 10 x 0.7


def test_a_closed_project_that_contributes_to_nothing_is_listed():
    rows = closed_form()
    rows["contributions"] = [row for row in rows["contributions"] if row["project_id"] != "P1"]
    kit.load(rows, AS_OF)
    first, _ = ask(Projects(), OPERATOR).records()
    assert (first["project_id"], first["benefits"], first["gross_planned_after"]) == ("P1", 0, None)


def test_only_closed_projects_without_any_benefit():
    rows = closed_form()
    for table in ("benefits", "contributions", "planned_values", "realized_values", "forecast_values"):
        rows[table] = []
    rows["risks"] = []
    kit.load(rows, AS_OF)
    assert len(ask(Projects(), OPERATOR).records()) == 2
    for question in (Totals(), Cohorts(), Orphans()):
        assert ask(question, OPERATOR).records() == []


def closing(benefits, closed_on):
    made = tables(benefits)
    for row in made["projects"]:
        row |= {"status": "closed", "closed_on": closed_on}
    return made


@thoroughly
@given(
    benefits=portfolios,
    closed_on=st.sampled_from([date(2024, 12, 31), date(2025, 3, 15), date(2025, 4, 30)]),
    **asked,
)
def test_before_and_after_closing_make_the_whole(folder, benefits, closed_on, as_of, case):
    with Portfolio(folder, closing(benefits, closed_on)) as answers:
        whole = {
            (row["program_id"], row["project_id"]): row
            for row in answers(ByProject(as_of=as_of, case=case))
            if row["project_id"]
        }
        ended = answers(Projects(as_of=as_of, case=case))
        totals = answers(Totals(as_of=as_of, case=case))
        curves = answers(Cohorts(as_of=as_of, case=case, by="project"))
    assert {(row["program_id"], row["project_id"]) for row in ended} == (
        whole.keys() if closed_on <= as_of else set()
    )
    for row in ended:
        all_of_it = whole[row["program_id"], row["project_id"]]
        for side in ("gross", "net"):
            for name in ("planned", "realized"):
                by_closing = row[f"{side}_{name}_by_closing"] or 0
                parts = by_closing + (row[f"{side}_{name}_after"] or 0)
                assert parts == (all_of_it[f"{side}_{name}_to_date"] or 0)
        last = [one for one in curves if one["project_id"] == row["project_id"]]
        if last and all(one["program_id"] == row["program_id"] for one in last):
            assert last[-1]["planned"] == (row["gross_planned_after"] or 0)
            assert last[-1]["realized"] == (row["gross_realized_after"] or last[-1]["realized"])
            assert sum(one["due_cells"] for one in last) == row["gross_due_cells"]
            assert sum(one["measured_cells"] for one in last) == row["gross_measured_cells"]
    for side in ("gross", "net"):
        for name in ("planned_after", "realized_after", "to_come"):
            parts = sum((row[f"{side}_{name}"] or 0 for row in ended), Decimal(0))
            assert parts == sum((row[f"{side}_{name}"] or 0 for row in totals), Decimal(0))
