"""Audits run on a version, are kept beside it, and say so on the command line."""

import json
import os
from datetime import date

import duckdb
import pytest
from hypothesis import given

from queries import audits, macros
from queries.__main__ import main
from queries.audits import runs
from queries.evidence import Conservation, Kinds
from queries.realization import ByProgram
from tests.queries import kit
from tests.queries.portfolios import portfolios
from tests.queries.test_properties import Portfolio, asked, folder, thoroughly
from tests.workbooks.closed_form import AS_OF, closed_form

__all__ = ["folder"]  # a fixture
NAMES = [path.stem for path in audits.paths()]


@pytest.fixture
def version(home):  # noqa: ARG001 - the store comes first
    return kit.load(closed_form(), AS_OF)


def break_it(version):
    """A weight too many, in the file itself, as no load would ever leave it."""
    with duckdb.connect(version.path) as connection:
        connection.execute("update attributions set weight = 0.9 where project_id = 'P1'")


def test_nothing_is_known_before_the_first_run(version):
    assert runs.last(version) is None


def test_a_run_is_kept_beside_the_version(version):
    done = runs.run(version)
    assert done.passed
    assert [(result.audit, result.rows) for result in done.results] == [(name, 0) for name in NAMES]
    assert runs.last(version) == done
    kept = version.path.with_name(f"{version.load_id}.audits.json")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_an_audit_found_is_kept_with_its_rows(version):
    break_it(version)
    found = {result.audit: result for result in runs.run(version).results}["attribution_conserves"]
    assert (found.rows, found.passed) == (1, False)
    assert found.first == ["B1, 1.200000"]
    assert found.states.startswith("What projects are credited with")
    assert not runs.last(version).passed


@pytest.fixture(scope="module")
def told_twice(tmp_path_factory):
    """A version that can be written to: a budget, an escalated risk, a case that was re-baselined, a forecast
    that has come true."""
    rows = closed_form()
    rows["budget"] = [{"program_id": "PRG-CF", "project_id": "P1", "period": "2026-Q1", "baseline": 5}]
    rows["risks"].append(rows["risks"][0] | {"risk_id": "R3"})
    rows["risks"][1]["escalated_from"] = "R3"
    rows["business_cases"].append(rows["business_cases"][0] | {"case_version": "v2", "approved_on": AS_OF})
    rows["planned_values"] += [row | {"case_version": "v2"} for row in rows["planned_values"]]
    come_true = {"forecast_as_of": date(2025, 3, 31), "period": "2025-Q2"}
    rows["forecast_values"].append(rows["forecast_values"][0] | come_true)
    path = tmp_path_factory.mktemp("told") / "twice.duckdb"
    kit.build_file(path, rows, AS_OF)
    with duckdb.connect(path) as connection:
        connection.execute(macros.setup())
        assert audits.run(connection) == {}
        yield connection


@pytest.mark.parametrize(
    ("audit", "broken"),
    [
        ("costs_are_projects_and_own", "insert into programs select * from programs"),
        ("outcomes_are_the_cells", "update forecast_outcomes set realized = realized + 1"),
        ("exposure_is_its_levels", "update risk_standings set level = 'nowhere' where risk_id = 'R1'"),
        ("escalated_counts_once", "update risk_standings set is_counted = true where risk_id = 'R3'"),
        ("escalated_counts_once", "update risk_standings set is_counted = false where risk_id = 'R1'"),
        ("weighed_forecasts_are_the_cells", "update weighed_forecasts set total = total + 1"),
        ("weighed_forecasts_are_the_cells", "update weighed_forecasts set centre = centre + 0.01"),
        ("weighed_forecasts_are_the_cells", "update weighed_forecasts set centre = null"),
        ("weighed_forecasts_are_the_cells", "delete from weighed_forecasts"),
        ("plan_centres_are_the_cells", "update plan_centres set amount = amount - 0.01"),
        ("plan_centres_are_the_cells", "update plan_centres set centre = centre - 1"),
        ("plan_centres_are_the_cells", "insert into plan_centres values ('P', 'B', 'v9', 1, null)"),
        ("plan_centres_are_the_cells", "delete from plan_centres where case_version = 'v2'"),
    ],
)
def test_what_is_told_twice_is_held_against_each_other(told_twice, audit, broken):
    told_twice.begin()
    told_twice.execute(broken)
    (path,) = [path for path in audits.paths() if path.stem == audit]
    found = told_twice.execute(path.read_text(encoding="utf-8")).fetchall()
    told_twice.rollback()
    assert found


def test_a_run_of_other_audits_than_todays_does_not_count(version):
    runs.run(version)
    kept = version.path.with_name(f"{version.load_id}.audits.json")
    told = json.loads(kept.read_text())
    told["results"].pop()
    kept.write_text(json.dumps(told))
    assert runs.last(version) is None


def test_a_version_made_anew_is_audited_anew(version):
    runs.run(version)
    after = version.path.with_name(f"{version.load_id}.audits.json").stat().st_mtime + 1
    os.utime(version.path, (after, after))
    assert runs.last(version) is None


def test_on_the_command_line(version, capsys):
    assert main(["audit"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in out[1:]] == [[name, "nothing"] for name in NAMES]
    assert runs.last(version) is not None


def test_on_the_command_line_a_row_is_a_failure(version, capsys):
    break_it(version)
    assert main(["audit", "--version", "1", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["passed"] is False
    assert {one["audit"] for one in told["audits"] if one["rows"]} >= {"attribution_conserves"}


def test_on_the_command_line_without_data(capsys):
    assert main(["audit"]) == 1
    assert capsys.readouterr().err


def test_an_unknown_version_is_refused(version, capsys):  # noqa: ARG001
    assert main(["audit", "--version", "7"]) == 1
    assert "7" in capsys.readouterr().err


@thoroughly
@given(benefits=portfolios, **asked)
def test_kinds_add_up_and_everything_conserves(folder, benefits, as_of, case):
    with Portfolio(folder, benefits) as answers:
        programs = {row["program_id"]: row for row in answers(ByProgram(as_of=as_of, case=case))}
        kinds = {by: answers(Kinds(as_of=as_of, case=case, by=by)) for by in ("evidence", "class")}
        sums = answers(Conservation(as_of=as_of, case=case))
    for rows in kinds.values():
        for program, whole in programs.items():
            mine = [row for row in rows if row["program_id"] == program and row["is_measured"]]
            assert sum(row["amount"] for row in mine) == (whole["gross_realized_to_date"] or 0)
            unmeasured = [row for row in rows if row["program_id"] == program and not row["is_measured"]]
            gap = (whole["gross_planned_to_date"] or 0) - (whole["gross_planned_on_measured"] or 0)
            assert sum(row["amount"] for row in unmeasured) == gap
    assert all(row["difference"] == 0 for row in sums)
    for row in sums:
        if row["measure"] == "outlook":
            assert row["whole"] == (programs[row["program_id"]][f"{row['side']}_outlook"] or 0)
