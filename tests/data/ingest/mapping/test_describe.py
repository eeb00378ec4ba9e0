"""What is corrected on the page starts from what a known tool's profile read, column by column."""

import pytest

from data.ingest.reading.read import read
from data.ingest.staged import Known
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.describe import describe
from tests.data.ingest.exports import benefits, costs, logs, tools
from tests.data.ingest.sheets import RECEIVED, codes, columns, table

KNOWN = Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": "USD"}, program_id="P1")


def described(export, tmp_path):
    book = read(export.write(tmp_path), export.name)
    reading = interpret(book, KNOWN)
    mapping = describe(book, reading, KNOWN)
    return mapping, reading, apply(book, mapping, KNOWN)


def means(mapping, number=0):
    return {one.header: one.means for one in mapping.tables[number].columns if one.means}


def test_a_list_of_projects_is_corrected_from_the_columns_that_its_tool_has(tmp_path):
    mapping, reading, again = described(tools.CASES["servicenow"], tmp_path)
    assert mapping.source == reading.source
    assert mapping.tables[0].target == "projects"
    found = means(mapping)
    assert (found["Number"], found["Short description"], found["State"]) == (
        "project_id",
        "project",
        "status",
    )
    fields = ("project_id", "project", "project_manager", "baseline_start", "baseline_finish")
    assert columns(again, "projects", *fields) == columns(reading, "projects", *fields)


def test_budgeted_copies_and_variances_stay_beside_the_row(tmp_path):
    mapping, reading, again = described(benefits.CLARITY_PLAN, tmp_path)
    assert {one.means for one in mapping.tables[0].columns if "Variance" in one.header} == {""}
    for name in ("planned_values", "realized_values"):
        assert table(again, name).sums == table(reading, name).sums


LOGS = {"milestone_log": "milestones", "earned_value": "earned_value", "risk_german": "risks",
        "handover_log": "projects"}  # fmt: skip


@pytest.mark.parametrize(("case", "target"), LOGS.items())
def test_each_log_is_described_as_what_its_rows_are(case, target, tmp_path):
    mapping, reading, again = described(logs.CASES[case], tmp_path)
    assert [one.target for one in mapping.tables] == [target]
    assert table(again, target).rows_kept == table(reading, target).rows_kept


def test_a_name_that_serves_as_the_id_stays_a_name(tmp_path):
    mapping, _, _ = described(costs.BUDGET, tmp_path)
    assert means(mapping)["Project"] == "project"


def test_a_status_in_unknown_words_is_listed_and_takes_no_project_away(tmp_path):
    _, _, again = described(tools.MONDAY, tmp_path)
    assert len(columns(again, "projects", "project_id")) == 3
    assert "unknown-word" in codes(again)
