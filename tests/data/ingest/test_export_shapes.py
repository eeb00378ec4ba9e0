"""Tables that look like others: what must not be taken for them, and what is asked instead."""

from datetime import date
from decimal import Decimal

from tests.data.ingest.exports import laid_out
from tests.data.ingest.exports.make import Export, understood
from tests.data.ingest.sheets import codes, columns, table
from tests.data.ingest.test_exports import KNOWN


def pivot(tmp_path, *rows):
    header = ["Year", "Quarter", "Earned Value", "Planned Value", "AC"]
    export = Export("Move.xlsx", {"Assignment Usage": [["Tasks", "All"], [], header, *rows]})
    return understood(export, tmp_path, KNOWN)


def test_measures_of_a_pivot_that_run_on_are_read_as_they_stand(tmp_path):
    rows = [[2025, "Q3", 10, 10, 10], [None, "Q4", 30, 40, 35], ["2025 Total", None, 30, 40, 35]]
    assert columns(pivot(tmp_path, *rows), "earned_value", "as_of", "pv", "ev", "ac") == [
        (date(2025, 9, 30), 10, 10, 10), (date(2025, 12, 31), 40, 30, 35),
    ]  # fmt: skip


def test_measures_of_a_pivot_that_fall_are_those_of_each_period(tmp_path):
    rows = [[2025, "Q3", 30, 30, 30], [None, "Q4", 10, 20, 15]]
    assert columns(pivot(tmp_path, *rows), "earned_value", "pv", "ev", "ac") == [(30, 30, 30), (50, 40, 45)]


def test_a_pivot_without_totals_whose_measures_only_rise_is_asked_about(tmp_path):
    reading = pivot(tmp_path, [2025, "Q3", 10, 10, 10], [None, "Q4", 20, 20, 20])
    assert "measures-run-unclear" in codes(reading)


def read_of(tmp_path, sheet, *rows_):
    return understood(Export("file.xlsx", {sheet: list(rows_)}), tmp_path, KNOWN)


def test_a_budget_by_category_that_holds_income_is_not_taken_for_costs(tmp_path):
    rows_ = ["Category", "Q1 2026", "Q2 2026"], ["Staff", 100, 100], ["Income", 50, 60]
    assert codes(read_of(tmp_path, "Budget", *rows_)) == ["not-recognised"]
    assert table(read_of(tmp_path, "Budget", *rows_[:2]), "budget").sums == {"baseline": 200}


def test_a_ledger_with_account_types_stays_a_ledger(tmp_path):
    header = ["Posting date", "Document no", "Account", "Account type", "Project", "Amount (USD)"]
    reading = read_of(tmp_path, "GL", header, [date(2026, 1, 15), "4711", "6100", "Expense", "CRM", 1200])
    assert reading.profile == "cost_ledger"
    assert table(reading, "budget").sums == {"actual": 1_200}


def test_columns_named_like_gates_that_hold_words_or_the_days_of_the_project_are_no_gates(tmp_path):
    header = ["Project", "Status", "Budget", "Milestone 1", "Milestone 2"]
    named = read_of(tmp_path, "Projects", header, ["CRM", "Active", 1000, "Design done", "Go live"])
    header = ["Project", "RAG", "Start planned", "Start actual", "End planned", "End actual"]
    days_ = date(2026, 1, 5), date(2026, 1, 12), date(2026, 9, 30), None
    dated = read_of(tmp_path, "Projects", header, ["CRM", "Green", *days_])
    for reading in (named, dated):
        assert "milestones" not in {one.table for one in reading.tables}
    assert columns(dated, "projects", "baseline_start", "baseline_finish") == [
        (date(2026, 1, 5), date(2026, 9, 30))
    ]


def test_risks_below_labels_that_nobody_knows_are_read_as_below_the_first_which_is_said(tmp_path):
    labels, header = [None, None, "Autumn", None, "Spring"], ["Risk", "Project", "Probability", "Impact ($)"]
    rows_ = labels, [*header, "Probability", "Impact ($)"], ["Late", "CRM", 0.5, 1000, 0.2, 500]
    reading = read_of(tmp_path, "Risks", *rows_)
    assert columns(reading, "risks", "probability", "impact") == [(Decimal("0.5"), Decimal(1000))]
    assert "read-under" in codes(reading)


def test_costs_and_benefits_of_one_plan_belong_to_one_and_the_same_project(tmp_path):
    reading = understood(laid_out.ACCOUNTS_BY_NAME, tmp_path, KNOWN)
    assert columns(reading, "projects", "project_id", "project") == [("crm", "CRM")]
    for name in ("contributions", "budget"):
        assert {own for (own,) in columns(reading, name, "project_id")} == {"crm"}
