"""Versions built from real workbooks: what is taken over, what is replaced, what is refused."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import pytest

from data.store.build import FileReading, build
from tests.data.ingest.sheets import read, sheet
from tests.workbooks.closed_form import PROGRAM, closed_form
from tests.workbooks.understood import understood

LOADED_AT = datetime(2026, 4, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def make(tmp_path):
    """Build a version from rows on top of the one before; answer its report and its tables."""
    made = []

    def build_next(*rows_of_files, as_of=None, source="realized workbook"):
        number = len(made) + 1
        files = [
            understood(tmp_path / f"{number}-{position}.xlsx", rows)
            for position, rows in enumerate(rows_of_files)
        ]
        files = [replace(file, reading=replace(file.reading, source=source)) for file in files]
        target = tmp_path / f"{number}.duckdb"
        report = build(target, made[-1] if made else None, files, f"load-{number}", as_of, LOADED_AT)
        made.append(target)
        return report, lambda sql: _ask(target, sql)

    return build_next


def _ask(path, sql):
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(sql).fetchall()


def codes(report):
    return [finding.code for found in report.findings for finding in found]


def finding(report, code):
    (one,) = [finding for found in report.findings for finding in found if finding.code == code]
    return one


def test_the_closed_form_program_is_stored_to_the_cent(make):
    report, ask = make(closed_form())
    assert codes(report) == []
    assert report.proposed_as_of == date(2026, 3, 31)
    assert report.sums == {
        "planned_values.value": Decimal(870),
        "planned_values.amount": Decimal(870),
        "forecast_values.value": Decimal(470),
        "forecast_values.amount": Decimal(470),
        "realized_values.value": Decimal(230),
        "realized_values.amount": Decimal(230),
    }
    assert ask("select sum(amount) from realized_values where benefit_id = 'B2'") == [(Decimal(180),)]


def test_a_value_knows_its_file_sheet_and_cell(make):
    _, ask = make(closed_form())
    ((file, sheet, cell, raw),) = ask(
        """
        select name, sheet, cell, raw from planned_values join loaded_files using (file_id)
        where benefit_id = 'B1' and period_end = date '2025-09-30'
        """
    )
    assert (file, sheet, raw) == ("1-0.xlsx", "Planned values", "100")
    assert cell.lstrip("ABCDEFGH") == "4"


def test_the_first_load_is_all_new(make):
    report, _ = make(closed_form())
    assert report.change["benefits"]["new"]["count"] == 3
    assert report.change["money"] == [
        {
            "program_id": "PRG-CF",
            "program": "Closed form",
            "currency": "EUR",
            "planned_before": None,
            "planned_after": "870",
            "realized_before": None,
            "realized_after": "230",
        }
    ]
    assert report.change["ask_twice"] is False


def test_the_money_of_the_case_is_its_latest_version_never_two_added(make):
    make(closed_form())
    rows = deepcopy(closed_form())
    rows["business_cases"].append(
        rows["business_cases"][0]
        | {"case_version": "v2", "label": "Second", "approved_on": date(2026, 1, 10)}
    )
    rows["planned_values"].append(
        {"benefit_id": "B1", "case_version": "v2", "period": "2025-Q3", "value": 500}
    )
    report, _ = make(rows)
    (money,) = report.change["money"]
    assert (money["planned_before"], money["planned_after"]) == ("870", "500")


def test_a_reload_replaces_its_own_rows_only(make):
    make(closed_form())
    rows = deepcopy(closed_form())
    rows["benefits"][0]["benefit"] = "Faster claims"
    rows["realized_values"] = [row for row in rows["realized_values"] if row["benefit_id"] != "D1"]
    report, ask = make(rows)
    assert [item["name"] for item in report.change["benefits"]["changed"]["items"]] == ["Faster claims"]
    assert report.change["values"]["realized_values"] == {"new": 0, "changed": 0, "gone": 5, "same": 10}
    assert ask("select sum(amount) from realized_values") == [(Decimal(320),)]
    assert ask("select count(*) from loaded_files") == [(1,)]


def test_a_sheet_that_is_not_there_keeps_what_it_said_before(make):
    make(closed_form())
    rows = {name: closed_form()[name] for name in ("programs", "benefits", "projects", "realized_values")}
    report, ask = make(rows)
    assert codes(report) == []
    assert ask("select sum(amount) from planned_values") == [(Decimal(870),)]
    assert ask("select count(*) from loaded_files") == [(2,)]


def test_a_program_that_is_not_named_is_left_alone(make):
    make(closed_form())
    other = {
        "programs": [{"program_id": "PRG-2", "program": "Second", "currency": "USD"}],
        "benefits": [
            {
                "benefit_id": "Z1",
                "program_id": "PRG-2",
                "benefit": "Zed",
                "kind": "benefit",
                "value_type": "monetary",
            }
        ],
        "realized_values": [{"benefit_id": "Z1", "period": "2025-Q1", "value": 5}],
    }
    _, ask = make(other)
    assert ask("select program_id, sum(amount) from realized_values group by all order by all") == [
        ("PRG-2", Decimal(5)),
        ("PRG-CF", Decimal(230)),
    ]


def test_a_closed_project_that_is_no_longer_listed_stays(make):
    make(closed_form())
    rows = deepcopy(closed_form())
    rows["projects"] = [row for row in rows["projects"] if row["status"] != "closed"]
    rows["contributions"] = [row for row in rows["contributions"] if row["project_id"] == "P3"]
    rows["benefits"] = [row for row in rows["benefits"] if row["benefit_id"] != "B1"]
    for table in ("planned_values", "realized_values", "forecast_values"):
        rows[table] = [row for row in rows[table] if row["benefit_id"] != "B1"]
    rows["risks"] = []
    report, ask = make(rows)
    assert codes(report) == ["closed-kept", "closed-kept"]
    assert ask("select project_id from projects order by all") == [("P1",), ("P2",), ("P3",)]
    assert ask("select sum(amount) from realized_values") == [(Decimal(230),)]
    assert ask("select project_id, weight from contributions where benefit_id = 'B1' order by all") == [
        ("P1", Decimal("0.7")),
        ("P2", Decimal("0.3")),
    ]


def test_more_than_a_fifth_gone_is_asked_twice(make):
    make(closed_form())
    rows = deepcopy(closed_form())
    rows["benefits"] = [row for row in rows["benefits"] if row["benefit_id"] != "D1"]
    for table in ("planned_values", "realized_values", "forecast_values"):
        rows[table] = [row for row in rows[table] if row["benefit_id"] != "D1"]
    report, _ = make(rows)
    assert report.change["benefits"]["gone"]["items"] == [
        {"id": "D1", "name": closed_form()["benefits"][2]["benefit"], "program_id": "PRG-CF"}
    ]
    assert report.change["gone_share"] == pytest.approx(1 / 3)
    assert report.change["ask_twice"] is True


def test_two_sources_of_one_benefit_meet_by_id_the_later_wins(make):
    make(closed_form())
    first = closed_form()["benefits"][0]
    rows = {"benefits": [{name: first[name] for name in ("benefit_id", "program_id", "kind", "value_type")}]}
    rows["benefits"][0] |= {"benefit": "Called differently", "owner": "A. Example"}
    report, ask = make(rows, source="another register")
    assert report.change["benefits"]["gone"]["count"] == 0
    assert ask("select benefit, owner, unit from benefits where benefit_id = 'B1'") == [
        ("Called differently", "A. Example", first.get("unit"))
    ]
    assert ask("select count(*) from loaded_files") == [(2,)]


CASES = {
    "duplicate-value": lambda rows: rows["planned_values"].append(
        {"benefit_id": "B1", "case_version": "v1", "period": "2025-Q1", "value": 7}
    ),
    "repeated-value": lambda rows: rows["planned_values"].append(
        {"benefit_id": "B1", "case_version": "v1", "period": "2025-Q1", "value": 0}
    ),
    "overlapping-periods": lambda rows: rows["planned_values"].append(
        {"benefit_id": "B1", "case_version": "v1", "period": "2025-02", "value": 7}
    ),
    "weights-above-one": lambda rows: rows["contributions"][0].update(weight=0.8),
    "share-out-of-range": lambda rows: rows["contributions"][0].update(weight=-0.2),
    "unknown-case": lambda rows: rows["planned_values"].append(
        {"benefit_id": "B1", "case_version": "v9", "period": "2027-Q1", "value": 7}
    ),
    "unknown-id": lambda rows: rows["planned_values"].append(
        {"benefit_id": "B9", "case_version": "v1", "period": "2025-Q1", "value": 7}
    ),
    "unknown-link": lambda rows: rows["benefits"][0].update(objective_id="O-99"),
    "closed-without-date": lambda rows: rows["projects"][0].update(closed_on=None),
    "duplicate-id": lambda rows: rows["projects"].append({**rows["projects"][0], "project": "Other"}),
    "unit-is-no-currency": lambda rows: rows["benefits"][0].update(unit="EUR thousand"),
    "missing-rate": lambda rows: rows["benefits"][0].update(unit="USD"),
    "realized-on-cancelled": lambda rows: rows["benefits"][0].update(lifecycle="cancelled"),
    "ends-before-start": lambda rows: rows["benefits"][0].update(sustain_until=date(2024, 1, 1)),
    "dependency-cycle": lambda rows: rows.update(
        dependencies=[
            {"from": "P1", "to": "B1", "kind": "enables"},
            {"from": "B1", "to": "P1", "kind": "enables"},
        ]
    ),
}
REFUSING = {
    "duplicate-value",
    "overlapping-periods",
    "weights-above-one",
    "share-out-of-range",
    "unknown-case",
    "duplicate-id",
    "unit-is-no-currency",
    "missing-rate",
    "dependency-cycle",
}


@pytest.mark.parametrize("code", CASES)
def test_a_check_finds_its_case(make, code):
    rows = deepcopy(closed_form())
    CASES[code](rows)
    report, _ = make(rows)
    assert code in codes(report)
    assert report.refused == (code in REFUSING)
    one = next(finding for found in report.findings for finding in found if finding.code == code)
    assert one.place.sheet
    assert one.place.cell


def test_a_row_left_out_is_counted_as_such(make):
    rows = deepcopy(closed_form())
    CASES["unknown-id"](rows)
    report, ask = make(rows)
    (read,) = [read for read in report.files[0].reading.tables if read.table == "planned_values"]
    assert (read.rows_read, read.rows_kept, read.rows_left_out) == (25, 24, 1)
    assert read.sums == {"value": Decimal(870)}
    assert ask("select rows_left_out from table_reads where table_name = 'planned_values'") == [(1,)]


def test_realized_after_the_status_date_is_said(make):
    report, _ = make(closed_form(), as_of=date(2025, 12, 31))
    assert finding(report, "after-status-date").count == 3


def test_a_register_leaves_the_status_that_another_source_gave(make, tmp_path):
    make(closed_form())
    rows = (["Programme ID", "Project ID", "Project", "Benefit ID", "Benefit", "Planned", "Due"],
            [PROGRAM, "P1", "Claims platform", "B7", "Fewer letters", 5, "2026-01"],
            [PROGRAM, "P9", "Archive", "B8", "Less paper", 6, "2026-01"])  # fmt: skip
    register = FileReading("r.xlsx", "r", read(sheet("Register", *rows)), [])
    build(tmp_path / "r.duckdb", tmp_path / "1.duckdb", [register], "load-r", None, LOADED_AT)
    told = _ask(tmp_path / "r.duckdb", "select project_id, status from projects order by all")
    assert told == [("P1", "closed"), ("P2", "closed"), ("P3", "active"), ("P9", "active")]
