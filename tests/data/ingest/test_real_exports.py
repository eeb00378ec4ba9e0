"""Real exports, read where they lie beside the project: amounts and dates as a person reads them there."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.ingest.reading.read import read
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.propose import propose
from tests.data.ingest.sheets import codes, columns, table
from tests.data.ingest.test_exports import KNOWN

PATH = Path(__file__).parents[4] / "shared" / "exports"


def real(name: str):
    path = PATH / name
    if not path.exists():
        pytest.skip("the real files are not beside the project")
    return interpret(read(path, name), KNOWN)


@pytest.mark.shared
def test_a_real_risk_register_keeps_the_money_of_its_impacts():
    reading = real("risk_nchaulagai.xlsx")
    assert columns(reading, "risks", "risk_id", "risk", "probability", "impact", "category", "owner") == [
        ("P1:1", "Text recognication", Decimal("0.875"), 15_000, "Quality", None),
        ("P1:2", "Data security", Decimal("0.625"), 20_000, "Legal", None),
        ("P1:3", "Stealing vehicle information", Decimal("0.625"), 15_000, "Legal", None),
    ]


@pytest.mark.shared
def test_the_risk_log_among_twenty_sheets_is_found():
    reading = real("tpm_handbook_tables.xlsx")
    assert [(read.sheet, read.rows_kept) for read in reading.tables] == [("Risk Log", 9)]
    assert {row[0] for row in columns(reading, "risks", "impact")} == {None}


@pytest.mark.shared
def test_five_hundred_real_projects_below_a_title_row_are_read_with_their_dates():
    reading = real("worldbank_projects_2015.xlsx")
    assert table(reading, "projects").header_row == 2
    rows = columns(reading, "projects", "project_id", "status", "closed_on")
    assert len(rows) == 500
    assert rows[1] == ("P133664", "closed", date(2016, 11, 30))


@pytest.mark.shared
def test_a_real_plan_with_indented_tasks_is_one_project():
    reading = real("plan_tpm_handbook.xlsx")
    assert columns(reading, "projects", "project", "forecast_finish") == [("Project Plan", date(2023, 6, 22))]


@pytest.mark.shared
def test_projects_known_by_id_alone_are_mapped_with_their_dates_in_two_formats():
    name = "melbourne_water_capital_delivery.csv"
    assert codes(real(name)) == ["not-recognised"]  # on the page their columns are asked about
    book = read(PATH / name, name)
    proposed = propose(book, KNOWN)
    meant = {"ID": "project_id", "BNI": "baseline_start", "Stage3": "forecast_finish"}
    own = [replace(one, means=meant.get(one.header, "")) for one in proposed.tables[0].columns]
    table_ = replace(proposed.tables[0], target="projects", columns=tuple(own))
    mapped = apply(book, replace(proposed, tables=(table_,)), KNOWN)
    rows = columns(mapped, "projects", "project_id", "project", "baseline_start", "forecast_finish")
    assert len(rows) == 445
    assert rows[0] == ("Q05388", "Q05388", date(2016, 2, 5), date(2018, 2, 16))  # 5/02 is the 5th of February


@pytest.mark.shared
def test_a_real_quarterly_return_is_one_project_with_its_years():
    reading = real("gmpp_quarterly_return_filled.xlsm")
    assert reading.source == "gmpp return ARE_0024_1516-Q4 @ 2019-06"
    assert columns(reading, "projects", "project", "status", "baseline_finish", "forecast_finish") == [
        ("Universal Cantilever Bridge over the River Styx", "active", date(2028, 6, 1), date(2028, 6, 1))
    ]
    costs = table(reading, "budget").sums  # the form states 1,699.37 of each, in millions
    assert costs["baseline"] == costs["actual"] + costs["forecast"] == 1_699_370_000
    assert costs["actual"] == 62_350_000
    assert columns(reading, "budget", "baseline", "period_start")[2] == (62_410_000, date(2020, 4, 1))
    assert table(reading, "planned_values").sums == {"value": 1_383_222_000_000}
    assert sum(one.rows_kept for one in reading.tables if one.table == "milestones") == 38


@pytest.mark.shared
def test_a_real_master_has_its_project_in_a_column():
    reading = real("gmpp_master_keycol.xlsx")
    assert reading.profile == "gmpp_master"
    assert columns(reading, "projects", "project_id", "project") == [("20A", "Chutney Bridge Ltd")]
