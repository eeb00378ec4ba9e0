"""The demo goes through the real journey, and what the store holds is what the stories say."""

from collections import Counter
from decimal import Decimal

import pytest

from data import store
from data.access import OPERATOR
from data.demo import DemoNotLoaded, load_demo
from data.demo.files import STATUS_DATES
from data.ingest import journey
from data.ingest.journey import Upload
from data.template import write_example, write_template
from queries import ask as question
from queries.realization import ByProgram
from tests.data.demo import sums

PROGRAMS = ("CF", "DS", "SO")


@pytest.fixture(scope="module", autouse=True)
def loaded(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REALIZED_HOME", str(tmp_path_factory.mktemp("home")))
        yield load_demo(OPERATOR)


def ask(sql, number=None):
    with store.reader(OPERATOR, number) as cursor:
        return cursor.execute(sql).fetchall()


def test_one_version_a_status_date(loaded):
    assert [version.as_of for version in store.versions()] == list(STATUS_DATES)
    assert loaded.number == 2
    assert store.current().load_id == loaded.load_id
    assert len(loaded.files) == 4


@pytest.mark.parametrize("number", [1, 2])
def test_only_the_totals_of_the_register_are_left_out(number):
    found = Counter(ask("select severity, code, sheet, cell from findings", number))
    total = "AV6" if number == 2 else "AS6"
    assert found == {
        ("notes", "totals-dropped", "Actuals", "22"): 1,
        ("notes", "totals-dropped", "Actuals", total): 1,
    }
    left = ask(
        "select sheet, max(rows_left_out) from table_reads where rows_left_out > 0 group by sheet", number
    )
    assert left == [("Actuals", 1)]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("program", PROGRAMS)
def test_sums_in_the_store_are_those_of_the_stories_to_the_cent(number, program):
    as_of = STATUS_DATES[number - 1]
    for case in ("v1", "v2"):
        assert stored("planned_values", f"case_version = '{case}'", number, program) == kept(
            sums.amounts(program, "planned_values", as_of, case_version=case)
        )
    for made in {row["forecast_as_of"] for row in sums.rows(program, as_of)["forecast_values"]}:
        assert stored("forecast_values", f"forecast_as_of = '{made}'", number, program) == kept(
            sums.amounts(program, "forecast_values", as_of, forecast_as_of=made)
        )
    assert stored("realized_values", "true", number, program) == kept(
        sums.amounts(program, "realized_values", as_of)
    )


def stored(table, where, number, program):
    """(benefit, last day) -> amount, where there is one."""
    sql = f"select benefit_id, period_end, amount from {table} where {where} and program_id = '{program}'"
    return {(one, last): amount for one, last, amount in ask(f"{sql} and amount is not null", number)}


def kept(found):
    return {key: amount for key, amount in found.items() if amount is not None}


@pytest.mark.parametrize(
    "table",
    ["programs", "objectives", "projects", "business_cases", "benefits", "contributions", "budget",
     "earned_value", "risks", "milestones", "reviews", "dependencies"],
)  # fmt: skip
def test_every_row_is_there_once(table):
    assert ask(f"select count(*) from {table}") == [(len(sums.every(table)),)]


def test_names_are_those_of_the_workbook_not_of_the_register():
    assert ask("select program_id, program, currency from programs order by 1") == [
        ("CF", "Claims Forward", "EUR"),
        ("DS", "Direct Service", "EUR"),
        ("SO", "Shared Office", "EUR"),
    ]
    told = {
        row["benefit_id"]: (row["benefit"], row["kind"], row["value_type"]) for row in sums.every("benefits")
    }
    assert {
        row[0]: row[1:] for row in ask("select benefit_id, benefit, kind, value_type from benefits")
    } == told


@pytest.mark.parametrize(("case", "version"), [("original", "v1"), ("current", "v2")])
def test_the_dashboard_tells_the_stories_as_counted_by_hand(case, version):
    """What the SQL answers is what Python adds up from the rows of the spreadsheets."""
    answered = {row["program_id"]: row for row in question(ByProgram(case=case), OPERATOR).records()}
    for program in PROGRAMS:
        row = answered[program]
        planned = sums.amounts(program, "planned_values", case_version=version)
        realized = sums.amounts(program, "realized_values")
        for prefix, gross in (("gross", True), ("net", False)):
            to_date = sums.total(planned, sums.LAST, gross=gross, program=program)
            assert row[f"{prefix}_planned_to_date"] == to_date
            assert row[f"{prefix}_realized_to_date"] == sums.total(realized, gross=gross, program=program)
            rate = float(sums.rate(program, version, gross=gross))
            assert row[f"{prefix}_realization_rate"] == pytest.approx(rate, rel=1e-12)
        assert row["gross_lifetime_realization"] == pytest.approx(
            float(sums.lifetime(program, version)), rel=1e-12
        )


def test_a_missing_measurement_has_no_amount():
    missing = [
        (row["benefit_id"], sums.period(row["period"])[1])
        for row in sums.every("realized_values")
        if not isinstance(row["value"], Decimal)
    ]
    held = dict.fromkeys(ask("select benefit_id, period_end from realized_values where value is not null"))
    assert missing
    assert not [key for key in missing if key in held]


def test_a_second_load_is_declined_and_changes_nothing():
    with pytest.raises(DemoNotLoaded, match="already holds version 2: the demo was not loaded"):
        load_demo(OPERATOR)
    assert len(store.versions()) == 2


def test_the_example_loads_and_the_empty_template_is_no_data(tmp_path, monkeypatch):
    monkeypatch.setenv("REALIZED_HOME", str(tmp_path / "home"))
    write_example(tmp_path / "example.xlsx")
    preview = journey.prepare([Upload("example.xlsx", (tmp_path / "example.xlsx").read_bytes())], OPERATOR)
    assert not preview.refused
    assert journey.accept(preview.load_id, OPERATOR).number == 1
    left = [one for one in preview.report["files"][0]["findings"] if one["severity"] != "notes"]
    assert left == []
    write_template(tmp_path / "template.xlsx")
    empty = journey.prepare([Upload("template.xlsx", (tmp_path / "template.xlsx").read_bytes())], OPERATOR)
    assert empty.refused
