"""A generated export of each tool, read and compared with its golden report (GOLDENS=renew writes them)."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.ingest.staged import Known
from data.ingest.understanding.profile import profiles
from tests.data.ingest.exports import (
    abroad,
    benefits,
    costs,
    laid_out,
    logs,
    returns,
    schedules,
    seldom,
    tools,
)
from tests.data.ingest.exports.make import told, understood
from tests.data.ingest.sheets import RECEIVED, codes, columns, table

GOLDENS = Path(__file__).with_name("exports") / "goldens"
PAGE = Path(__file__).parents[3] / "docs" / "profiles.md"
CASES = {
    **schedules.CASES, **tools.CASES, **logs.CASES, **benefits.CASES, **costs.CASES, **returns.CASES,
    **abroad.CASES, **seldom.CASES, **laid_out.CASES,
}  # fmt: skip
CURRENCIES = {
    "gmpp_return": "GBP",
    "gmpp_master": "GBP",
    "risk_money": "GBP",
    "annual_and_once": "GBP",
    "risk_german": "EUR",
    "cost_ledger": "EUR",
    "register_portuguese": "BRL",
    "earned_value_portuguese": "BRL",
    "case_dollars": "NZD",
    "case_cash_flows": "EUR",
    "servicenow_breakdown_french": "EUR",
    "delays_french": "EUR",
    **dict.fromkeys(
        (
            "accounts_german",
            "budget_by_category_german",
            "benefits_by_type_german",
            "risks_under_labels_german",
            "tracker_with_gates",
            "annual_german",
        ),
        "EUR",
    ),
    **dict.fromkeys(set(abroad.CASES) - {"register_portuguese"}, "EUR"),
}  # of the program, where it is not USD


def known(case: str = "") -> Known:
    currency = CURRENCIES.get(case, "USD")
    return Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": currency}, program_id="P1")


KNOWN = known()


@pytest.mark.parametrize("case", CASES)
def test_an_export_is_read_as_its_golden_report_says(case, tmp_path):
    found = told(understood(CASES[case], tmp_path, known(case)))
    golden = GOLDENS / f"{case}.json"
    if os.environ.get("GOLDENS") == "renew":
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_text(encoding="utf-8"))


def test_every_profile_has_an_export_and_says_in_the_documents_what_it_feeds():
    described = PAGE.read_text(encoding="utf-8")
    read = {json.loads(path.read_text(encoding="utf-8"))["profile"] for path in GOLDENS.glob("*.json")}
    for name, profile in profiles().items():
        assert f"## {name}\n" in described, name
        assert profile.feeds, name
        assert name in read | {"uk_gmpp", "benefits_register"}, name  # these have tests of their own


def test_jira_issues_become_one_project_a_key_and_epics_its_milestones(tmp_path):
    reading = understood(schedules.JIRA, tmp_path, KNOWN)
    assert columns(reading, "projects", "project_id", "project", "status", "forecast_finish") == [
        ("SVC", "Service portal", "active", date(2026, 4, 21)),
        ("ARC", "Archive", "proposed", date(2026, 11, 30)),
    ]
    assert columns(reading, "milestones", "milestone_id", "milestone", "kind", "forecast_date") == [
        ("SVC-1", "Go-live of the portal", "go live", date(2026, 4, 21))
    ]


def test_a_plan_of_microsoft_project_is_one_project_whose_costs_are_counted_once(tmp_path):
    reading = understood(schedules.MS_PROJECT, tmp_path, KNOWN)
    assert reading.source == "ms project office-move"
    assert columns(
        reading, "projects", "project", "percent_complete", "baseline_finish", "forecast_finish"
    ) == [("Office move", Decimal("0.4"), date(2025, 10, 15), date(2025, 10, 30))]
    assert table(reading, "budget").sums == {"baseline": 10_000, "actual": 4_500, "forecast": 12_000}
    assert columns(reading, "milestones", "milestone", "kind", "baseline_date") == [
        ("Handover to facilities", "handover", date(2025, 10, 15))
    ]


def test_an_export_that_names_no_program_is_refused_with_its_tables_shown(tmp_path):
    reading = understood(schedules.PLANNER, tmp_path, Known(RECEIVED, programs={"P1": "Service"}))
    assert "program-needed" in codes(reading)
    (refusal,) = [finding for finding in reading.findings if finding.code == "program-needed"]
    assert "Known programs: P1" in str(refusal)
    assert "--program" in str(refusal)
    assert columns(reading, "projects", "project_id", "project", "program_id") == [
        ("Yk2nQ_aB0kq", "Office move", None)
    ]
    moves = Known(RECEIVED, projects={"Yk2nQ_aB0kq": "P9"}, programs={"P9": "Moves"})
    assert columns(understood(schedules.PLANNER, tmp_path, moves), "projects", "program_id") == [("P9",)]


def test_costs_in_another_currency_than_the_program_reports_in_are_not_counted(tmp_path):
    pounds = schedules.MS_PROJECT.sheets["Task_Table"]
    rows = [[cell.replace("$", "£") if isinstance(cell, str) else cell for cell in row] for row in pounds]
    export = schedules.Export("Plan.xlsx", {"Task_Table": rows})
    reading = understood(export, tmp_path, KNOWN)
    assert "cost-in-other-currency" in codes(reading)
    assert columns(reading, "budget", "baseline") == []


def test_a_board_of_monday_is_read_without_its_subitems_and_sums(tmp_path):
    reading = understood(tools.MONDAY, tmp_path, KNOWN)
    assert columns(reading, "projects", "project_id", "project", "status") == [
        ("4400112233", "Portal", "active"),
        ("4400112234", "Archive", "closed"),
        ("4400112235", "Hall", "on hold"),
    ]
    assert table(reading, "budget").sums == {"baseline": 1_700, "actual": Decimal("760.5")}


def test_the_dates_of_primavera_follow_the_order_that_its_file_states(tmp_path):
    reading = understood(tools.P6, tmp_path, KNOWN)
    assert columns(reading, "projects", "forecast_finish") == [(date(2026, 6, 5),)]
    assert table(reading, "budget").sums == {"baseline": 5_000, "actual": 2_000, "forecast": 5_300}


def test_a_work_package_that_is_listed_once_a_relation_is_read_once(tmp_path):
    reading = understood(tools.OPENPROJECT, tmp_path, KNOWN)
    assert columns(reading, "milestones", "milestone_id") == [("portal:42",)]
    assert "repeated-rows" in codes(reading)


def test_risks_in_money_keep_their_amounts_and_rated_ones_stay_unknown(tmp_path):
    reading = understood(logs.RISKS_GERMAN, tmp_path, known("risk_german"))
    assert columns(reading, "risks", "probability", "impact", "status") == [
        (Decimal("0.25"), Decimal(1_250_500), "offen"),
        (Decimal("0.05"), Decimal(12_250), "closed"),
    ]
    rated = understood(logs.RATED, tmp_path, KNOWN)
    assert columns(rated, "risks", "probability", "impact") == [
        (Decimal("0.7"), None),
        (Decimal("0.3"), None),
    ]
    assert {"scale-read", "rating-not-money"} <= set(codes(rated))


def test_a_log_that_names_a_project_of_the_store_by_name_means_that_one(tmp_path):
    stored = Known(
        RECEIVED, projects={"PRJ7": "P1"}, programs={"P1": "Service"}, project_names={"PRJ7": "Portal"}
    )
    named = logs.delimited([["Project", "Handover date", "Handed over to"], ["portal", "2026-06-15", "Desk"]])
    reading = understood(logs.Export("h.csv", text=named), tmp_path, stored)
    assert columns(reading, "projects", "project_id", "program_id", "status") == [("PRJ7", "P1", None)]


def test_a_benefit_plan_of_clarity_is_read_without_its_budgeted_copy_and_its_variance(tmp_path):
    reading = understood(benefits.CLARITY_PLAN, tmp_path, KNOWN)
    assert table(reading, "planned_values").sums == {"value": 2_100}
    assert table(reading, "realized_values").sums == {"value": 860}


def test_a_plan_of_servicenow_and_its_breakdown_are_about_the_same_benefit(tmp_path):
    plan = understood(benefits.SERVICENOW_PLAN, tmp_path, KNOWN)
    parts = understood(benefits.SERVICENOW_BREAKDOWN, tmp_path, KNOWN)
    assert plan.source == parts.source
    assert columns(plan, "benefits", "benefit_id")[0] == columns(parts, "benefits", "benefit_id")[0]
    assert columns(parts, "planned_values", "period_start", "value") == [
        (date(2026, 1, 1), 1_000), (date(2026, 2, 1), 1_000), (date(2026, 3, 1), 1_000),
    ]  # fmt: skip


def test_the_full_year_value_of_a_treasury_register_is_in_millions_as_its_header_says(tmp_path):
    reading = understood(benefits.TREASURY, tmp_path, KNOWN)
    assert columns(reading, "planned_values", "benefit_id", "value", "missing") == [
        ("1", Decimal(1_250_000), None), ("2", None, "not numeric"),
    ]  # fmt: skip


def test_a_wide_budget_and_the_ledger_beside_it_add_up(tmp_path):
    reading = understood(costs.BUDGET, tmp_path, KNOWN)
    assert reading.profile == "budget"
    assert [read.sums for read in reading.tables] == [{"baseline": 39_500}, {"actual": Decimal("9380.25")}]
    assert "total-disagrees" in codes(reading)  # Archive states 7, its months are 6
    assert columns(reading, "budget", "project_id", "period_start", "actual")[-1] == (
        "archive", date(2026, 2, 1), -120,
    )  # fmt: skip
