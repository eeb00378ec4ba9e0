"""Quarterly returns of major projects: the form, the master, and one quarter after another."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import pytest

from data.ingest.staged import Known
from data.store.build import FileReading, build
from tests.data.ingest.exports.make import understood
from tests.data.ingest.exports.returns import MASTER, RETURN
from tests.data.ingest.sheets import RECEIVED, codes, columns, table

LOADED_AT = datetime(2026, 2, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return understood(RETURN, tmp_path_factory.mktemp("return"), Known(RECEIVED))


def test_the_program_of_a_return_is_its_department(form):
    assert columns(form, "programs", "program_id", "program", "currency") == [("GMPP-HO", "HO", "GBP")]
    assert {row[0] for row in columns(form, "budget", "program_id")} == {"GMPP-HO"}


def test_years_are_read_once_in_pounds_and_totals_are_compared(form):
    # 20.5 + 30 + 10 + 1 and 10 + 25 + 15, 2 + 3 + 3, 0.5 + 0.5, in millions
    assert table(form, "budget").sums == {
        "baseline": 61_500_000,
        "actual": 21_250_000,
        "forecast": 43_000_000,
    }
    assert table(form, "planned_values").sums == {"value": Decimal("59e6")}
    disagreeing = next(finding for finding in form.findings if finding.code == "total-disagrees")
    assert str(disagreeing.place) == "10 - Benefits!G14"


def test_dates_come_from_the_milestones_and_ratings_are_kept_beside_the_project(form):
    assert columns(form, "projects", "baseline_start", "baseline_finish", "forecast_finish", "status") == [
        (date(2022, 1, 1), date(2027, 3, 31), date(2027, 9, 30), None)
    ]
    ((extra,),) = columns(form, "projects", "extra")
    assert json.loads(extra) == {
        "Senior Responsible Owner (SRO)": "A. Okafor",
        "Project DCA - SRO Assessment": "Amber/Green",
        "Project DCA - IPA Assessment": "Amber",
        "Benefits DCA - SRO Assessment": "Green",
    }


def test_a_return_without_a_day_is_refused_and_takes_the_day_said_at_upload(tmp_path):
    rows = [
        [*row[:2], None] if row and "Snapshot Date" in row else row for row in RETURN.sheets["Introduction"]
    ]
    undated = replace(RETURN, sheets={**RETURN.sheets, "Introduction": rows})
    assert "return-not-dated" in codes(understood(undated, tmp_path, Known(RECEIVED)))
    said = understood(undated, tmp_path, Known(RECEIVED, as_of=date(2025, 12, 31)))
    assert columns(said, "business_cases", "case_version") == [("2025-12",)]


def test_a_master_gives_each_column_a_project(tmp_path):
    reading = understood(MASTER, tmp_path, Known(RECEIVED))
    assert columns(reading, "projects", "project_id", "program_id", "forecast_finish") == [
        ("HO_0042_2122-Q3", "GMPP-HO", date(2027, 9, 30)),
        ("DFT_0100_2021-Q1", "GMPP-DFT", None),
    ]
    assert columns(reading, "budget", "project_id", "baseline", "forecast", "actual")[-1] == (
        "DFT_0100_2021-Q1", 4_000_000, 5_500_000, None,
    )  # fmt: skip


def test_the_next_quarter_replaces_the_costs_and_keeps_the_baseline_of_the_quarter_before(form, tmp_path):
    intro = [
        ["0.1.10", "Snapshot Date", date(2025, 12, 31)] if row and "Snapshot Date" in row else row
        for row in RETURN.sheets["Introduction"]
    ]
    later = understood(
        replace(RETURN, sheets={**RETURN.sheets, "Introduction": intro}), tmp_path, Known(RECEIVED)
    )
    base = None
    for number, reading in enumerate((form, later)):
        target = tmp_path / f"{number}.duckdb"
        findings = [finding.as_dict() for finding in reading.findings]
        files = [FileReading(f"{number}.xlsx", str(number), reading, findings)]
        report = build(target, base, files, f"load-{number}", None, LOADED_AT)
        assert not report.refused
        base = target
    with duckdb.connect(base, read_only=True) as connection:
        planned = connection.execute(
            "select case_version, sum(amount) from planned_values group by all order by all"
        ).fetchall()
        costs = connection.execute("select count(*), sum(baseline) from budget").fetchall()
    # the disbenefit of 1 counts against: 50 + 8 - 1
    assert planned == [("2025-09", 57_000_000), ("2025-12", 57_000_000)]
    assert costs == [(4, 61_500_000)]
