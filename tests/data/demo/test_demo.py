"""The stories of the demo, told by its own rows, and its spreadsheets."""

import hashlib
import zipfile
from collections import Counter
from datetime import date
from decimal import Decimal
from graphlib import TopologicalSorter

import openpyxl
import pytest

from data.demo import write_demo
from data.demo.files import STATUS_DATES
from data.model import BY_NAME
from data.workbook import columns
from tests.data.demo import sums
from tests.data.demo.sums import LAST, every, lifetime, rate, rows, vintages

PROGRAMS = ("CF", "DS", "SO")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return write_demo(tmp_path_factory.mktemp("demo"))


def test_size_and_variety():
    assert {row["program_id"] for row in every("programs")} == set(PROGRAMS)
    assert Counter(row["program_id"] for row in every("projects")) == {"CF": 10, "DS": 8, "SO": 7}
    benefits = every("benefits")
    assert len(benefits) == 60
    assert Counter(row["value_type"] for row in benefits) == {
        "monetary": 48,
        "quantitative": 11,
        "qualitative": 1,
    }
    assert Counter(row["kind"] for row in benefits) == {"benefit": 54, "disbenefit": 6}
    assert {row["value_basis"] for row in benefits} == {"per period", "cumulative", "annualized", "level"}
    assert {row["cadence"] for row in benefits} == {"monthly", "quarterly", "annual"}
    assert {row.get("direction") for row in benefits} == {None, "increase", "decrease", "maintain"}
    first = min(row["period"] for row in every("realized_values"))
    assert (first, max(row["period"] for row in every("realized_values"))) == ("2022-01", "2026-Q3")


@pytest.mark.parametrize("table", rows("CF"))
def test_rows_fit_the_model(table):
    """Only known columns, required ones filled in, choices in the model's words, keys unique."""
    described = {column.name: column for column in columns(BY_NAME[table])}
    keys = Counter()
    for row in every(table):
        assert row.keys() <= described.keys()
        for name, column in described.items():
            value = row.get(name)
            assert value is not None or not column.required or (table, name) == ("realized_values", "value")
            assert value is None or not column.choices or value in column.choices
        keys[tuple(row.get(name) for name in (*BY_NAME[table].key, "period"))] += 1
    assert set(keys.values()) == {1}


def test_ids_lead_somewhere():
    benefits = {row["benefit_id"] for row in every("benefits")}
    projects = {row["project_id"] for row in every("projects")}
    objectives = {row["objective_id"] for row in every("objectives")}
    risks = {row["risk_id"] for row in every("risks")}
    for table in ("contributions", "planned_values", "forecast_values", "realized_values", "reviews"):
        assert {row["benefit_id"] for row in every(table)} <= benefits
    for table in ("contributions", "earned_value", "milestones"):
        assert {row["project_id"] for row in every(table)} <= projects
    assert {row["benefit_id"] for row in every("risks")} <= benefits | {None}
    assert {row["project_id"] for row in every("risks")} <= projects | {None}
    assert {row["escalated_from"] for row in every("risks")} - {None} <= risks
    assert {row["objective_id"] for row in every("benefits")} <= objectives | {None}
    assert {row["starts_after"] for row in every("benefits")} <= projects | {None}


def test_claims_forward_is_healthy():
    assert Decimal("0.95") < rate("CF") < Decimal("1.05")
    assert Decimal("0.90") < rate("CF", "v2") < Decimal("1.00")
    assert Decimal("1.00") < lifetime("CF") < Decimal("1.10")


def test_direct_service_is_on_time_and_on_budget_but_benefits_do_not_arrive():
    assert Decimal("0.35") < rate("DS") < Decimal("0.45")
    assert rate("DS", gross=False) < rate("DS") < rate("DS", "v2") < Decimal("0.55")
    assert Decimal("0.38") < lifetime("DS") < Decimal("0.50")
    latest = {row["project_id"]: row for row in rows("DS")["earned_value"]}.values()
    earned, planned, cost = (sum(row[name] for row in latest) for name in ("ev", "pv", "ac"))
    assert Decimal("0.97") < earned / cost < Decimal("1.03")
    assert Decimal("0.99") < earned / planned < Decimal("1.01")
    closed = [row for row in rows("DS")["projects"] if row["closed_on"]]
    assert len(closed) == 7
    assert all(row["actual_finish"] == row["baseline_finish"] for row in closed)


def test_direct_service_forecasts_erode():
    totals = [total for total, _ in vintages("DS").values()]
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] < totals[0] / 2


def test_shared_office_is_closed_and_late_rather_than_lost():
    assert Decimal("0.45") < rate("SO") < Decimal("0.55")
    assert Decimal("0.82") < lifetime("SO") < Decimal("0.92")
    projects = rows("SO")["projects"]
    assert {row["status"] for row in projects} == {"closed", "cancelled"}
    assert max(row["closed_on"] for row in projects) == date(2024, 9, 30)
    first, *_, last = vintages("SO").values()
    assert (last[1] - first[1]).days > 700  # the mean date of the forecast
    assert Decimal("0.80") < last[0] / first[0] < Decimal("0.95")


def test_owners_left_the_closed_program_and_measurement_stopped():
    left = [row for row in every("benefits") if row["owner_until"]]
    assert len(left) == 17
    assert {row["program_id"] for row in left} == {"SO"}
    assert all(row["owner_until"] < LAST for row in left)
    newest = {}
    for row in rows("SO")["realized_values"]:
        newest[row["benefit_id"]] = row["period"]
    assert {key for key, period in newest.items() if period <= "2026-05" and "Q" not in period} == {
        "SO-B03", "SO-B05", "SO-B07", "SO-B09", "SO-B12", "SO-D01", "SO-N02",
    }  # fmt: skip


def test_missing_cells_are_empty_or_words_and_never_zero():
    missing = [row for row in every("realized_values") if not isinstance(row["value"], Decimal)]
    assert Counter(row["value"] for row in missing) == {None: 46, "n/a": 17, "TBC": 6}
    assert all("evidence" not in row for row in missing)
    assert {row["benefit_id"][:2] for row in missing} == set(PROGRAMS)


def test_disbenefits_are_negative_and_benefits_are_not():
    kinds = {row["benefit_id"]: row["kind"] for row in every("benefits")}
    for table in ("planned_values", "forecast_values", "realized_values"):
        for row in every(table):
            if isinstance(row["value"], Decimal):
                assert row["value"] <= 0 if kinds[row["benefit_id"]] == "disbenefit" else row["value"] >= 0


def test_believable_magnitudes():
    for program in PROGRAMS:
        planned = sums.amounts(program, "planned_values", case_version="v2")
        for benefit in {benefit for benefit, _ in planned}:
            yearly = Counter()
            for (one, last), amount in planned.items():
                yearly[last.year] += amount if one == benefit else 0
            assert 100_000 <= max(map(abs, yearly.values())) <= 5_000_000, benefit


def test_shares_leave_something_to_none():
    shares = Counter()
    for row in every("contributions"):
        shares[row["benefit_id"]] += row["weight"]
    assert max(shares.values()) == 1
    assert sum(share < 1 for share in shares.values()) == 19
    assert len(every("benefits")) - len(shares) == 2


def test_two_cases_each_the_second_with_a_reason():
    for program in PROGRAMS:
        first, second = rows(program)["business_cases"]
        assert (first["case_version"], second["case_version"]) == ("v1", "v2")
        assert first["approved_on"] < second["approved_on"] < LAST
        assert second["reason"]
        assert "reason" not in first
        changed = [sums.amounts(program, "planned_values", case_version=case) for case in ("v1", "v2")]
        before = {key for key in changed[0] if key[1] <= second["approved_on"]}
        assert all(changed[0][key] == changed[1][key] for key in before)  # the past is not planned anew
        assert sum(changed[0].values()) != sum(changed[1].values())
    originals = {row["benefit_id"] for row in rows("CF")["planned_values"] if row["case_version"] == "v1"}
    assert {row["benefit_id"] for row in rows("CF")["benefits"]} - originals == {"CF-B10", "CF-B11"}


def test_one_objective_has_no_benefit_and_some_benefits_no_objective():
    served = {row["objective_id"] for row in every("benefits")}
    assert {row["objective_id"] for row in every("objectives")} - served == {"DS-O3"}
    assert None in served


def test_evidence_is_mixed_and_risks_are_on_both_levels():
    assert len({row.get("evidence") for row in every("realized_values")} - {None}) == 5
    for program in PROGRAMS:
        risks = {row["risk_id"]: row for row in rows(program)["risks"]}
        escalated = [row for row in risks.values() if row["escalated_from"]]
        assert escalated
        assert all(row["project_id"] is None for row in escalated)
        assert all(risks[row["escalated_from"]]["project_id"] for row in escalated)
        assert all(row["impact_low"] < row["impact"] < row["impact_high"] for row in risks.values())


def test_dependencies_go_round_in_no_circle():
    graph = {}
    for row in every("dependencies"):
        graph.setdefault(row["to"], set()).add(row["from"])
    assert len(list(TopologicalSorter(graph).static_order())) == 25 + 9 + 60 + 7


def test_earned_value_agrees_with_the_budget():
    for program in PROGRAMS:
        budget = rows(program)["budget"]
        for row in rows(program)["earned_value"]:
            until = f"{row['as_of']:%Y-%m}"
            mine = [b for b in budget if b.get("project_id") == row["project_id"] and b["period"] <= until]
            assert row["pv"] == sum(b["baseline"] for b in mine)
            assert row["ac"] == sum(b["actual"] for b in mine)


def test_reviews_are_overdue_where_owners_left():
    overdue = Counter(
        row["benefit_id"][:2] for row in every("reviews") if row["due_on"] < LAST and "held_on" not in row
    )
    assert overdue["SO"] > overdue["CF"] + overdue["DS"] > 0


@pytest.mark.parametrize("as_of", STATUS_DATES)
def test_nothing_is_known_before_it_happened(as_of):
    assert max(sums.period(row["period"])[1] for row in every("realized_values", as_of)) == as_of
    assert max(row["forecast_as_of"] for row in every("forecast_values", as_of)) == as_of
    for table, names in {
        "projects": ("actual_finish", "closed_on", "handed_over_on"),
        "milestones": ("actual_date",),
        "reviews": ("held_on",),
        "realized_values": ("measured_on",),
        "earned_value": ("as_of",),
        "benefits": ("owner_until",),
    }.items():
        dates = [row[name] for row in every(table, as_of) for name in names if row.get(name)]
        assert dates
        assert max(dates) <= as_of


def test_between_the_dates_figures_are_corrected_a_project_closes_and_an_owner_leaves():
    before, after = (
        {(r["benefit_id"], r["period"]): r for r in every("realized_values", d)} for d in STATUS_DATES
    )
    corrected = {key for key, row in before.items() if row["value"] != after[key]["value"]}
    assert {period for _, period in corrected} == {"2026-06", "2026-Q2"}
    assert len(corrected) > 20
    assert {row["value"] for key, row in before.items() if key in corrected} & {"TBC"}
    assert len(after) > len(before)
    closed = [{r["project_id"] for r in every("projects", d) if r["closed_on"]} for d in STATUS_DATES]
    assert closed[1] - closed[0] == {"CF-P09"}
    left = [{r["owner"] for r in every("benefits", d) if r["owner_until"]} for d in STATUS_DATES]
    assert left[1] - left[0] == {"Marguerite Selvaggi"}


def test_files_of_both_dates(files):
    assert [f"{path.parent.name}/{path.name}" for path in files] == [
        f"{as_of}/{name}.xlsx"
        for as_of in ("2026-06-30", "2026-09-30")
        for name in ("claims_forward", "direct_service_benefits_tracking", "direct_service", "shared_office")
    ]


def test_files_are_the_same_every_time_and_hold_no_formula(files, tmp_path):
    again = write_demo(tmp_path)
    hashes = [[hashlib.sha256(path.read_bytes()).hexdigest() for path in paths] for paths in (files, again)]
    assert hashes[0] == hashes[1]
    assert len(set(hashes[0])) == len(files)
    for path in files:
        with zipfile.ZipFile(path) as parts:
            assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_register_looks_like_one_and_adds_up(files):
    path = next(path for path in files if "tracking" in path.name and path.parent.name == "2026-09-30")
    lines = list(openpyxl.load_workbook(path)["Actuals"].iter_rows(values_only=True))
    assert lines[4][5] == "Actual (EUR thousand)"
    assert lines[5][:6] == ("Benefit ID", "Benefit", "Program ID", "Owner", "Evidence", "Apr 2023")
    assert lines[5][-2:] == ("Sep 2026", "Total")
    assert lines[-1][0] == "Total"
    body, exact = lines[6:-1], Decimal(0)
    assert len(body) == 15
    for line in body:
        numbers = [Decimal(str(cell)) for cell in line[5:-1] if not isinstance(cell, str | None)]
        assert sum(numbers) == Decimal(str(line[-1]))
        exact += sum(numbers)
    assert exact == Decimal(str(lines[-1][-1]))
    assert exact * 1000 == sums.total(sums.amounts("DS", "realized_values"))
    assert any(cell in ("TBC", "n/a") for line in body for cell in line)
