"""What is corrected on the page starts from what a known tool's profile read, column by column."""

from dataclasses import replace

import pytest

from data.ingest.reading.read import read
from data.ingest.staged import Known
from data.ingest.understanding.interpret import interpret
from data.ingest.understanding.mapping.apply import apply
from data.ingest.understanding.mapping.describe import describe
from data.ingest.understanding.mapping.mapping import from_dict
from data.ingest.understanding.profile import profiles
from tests.data.ingest.exports import abroad, benefits, costs, laid_out, logs, schedules, seldom, tools
from tests.data.ingest.exports.make import told
from tests.data.ingest.sheets import RECEIVED, codes, table
from tests.data.ingest.test_exports import known

KNOWN = Known(RECEIVED, programs={"P1": "Service"}, currencies={"P1": "USD"}, program_id="P1")


def described(export, tmp_path):
    book = read(export.write(tmp_path), export.name)
    reading = interpret(book, KNOWN)
    mapping = describe(book, reading, KNOWN)
    return mapping, reading, apply(book, mapping, KNOWN)


def means(mapping, number=0):
    return {one.header: one.means for one in mapping.tables[number].columns if one.means}


SHAPES = {**seldom.CASES, **laid_out.CASES}
LISTS = {**schedules.CASES, **tools.CASES, **logs.CASES, **abroad.CASES}


@pytest.mark.parametrize("case", LISTS)
def test_a_tools_list_is_corrected_from_what_its_profile_reads_and_without_a_change_reads_the_same(
    case, tmp_path
):
    mapping, reading, again = described(LISTS[case], tmp_path)
    if profiles()[reading.profile].layout != "list":
        return
    assert {one.target for one in mapping.tables} == {f"list {reading.profile}"}
    assert from_dict(mapping.as_dict()) == mapping
    assert told(again)["tables"] == told(reading)["tables"]
    assert sorted(map(str, told(again)["findings"])) == sorted(map(str, told(reading)["findings"]))
    assert again.source == reading.source


@pytest.mark.parametrize("case", SHAPES)
def test_what_is_met_less_often_is_corrected_from_the_same_amounts(case, tmp_path):
    export, own = SHAPES[case], known(case)
    book = read(export.write(tmp_path), export.name)
    reading = interpret(book, own)
    again = apply(book, describe(book, reading, own), own)
    assert {one.table: one.sums for one in again.tables if one.sums} == {
        one.table: one.sums for one in reading.tables if one.sums
    }
    assert again.source == reading.source


def test_the_columns_of_a_known_list_say_what_its_tool_calls_them(tmp_path):
    mapping, _, _ = described(tools.CASES["servicenow"], tmp_path)
    found = means(mapping)
    assert (found["Number"], found["Short description"], found["State"], found["Planned cost"]) == (
        "project_id", "project", "status", "baseline_cost",
    )  # fmt: skip


def test_a_corrected_plan_keeps_its_costs_and_the_other_column_counts(tmp_path):
    mapping, reading, _ = described(schedules.MS_PROJECT, tmp_path)
    own = {"Cost": "", "Baseline_Cost": "cost"}
    (plan,) = mapping.tables
    changed = tuple(replace(one, means=own.get(one.header, one.means)) for one in plan.columns)
    book = read(schedules.MS_PROJECT.write(tmp_path), schedules.MS_PROJECT.name)
    again = apply(book, replace(mapping, tables=(replace(plan, columns=changed),)), KNOWN)
    assert table(reading, "budget").sums == {"baseline": 10_000, "actual": 4_500, "forecast": 12_000}
    assert table(again, "budget").sums == {"actual": 4_500, "forecast": 10_000}
    assert again.source == reading.source


def test_scale_and_currency_that_somebody_says_hold_for_a_tools_list(tmp_path):
    mapping, reading, _ = described(tools.CASES["servicenow"], tmp_path)
    book = read(tools.CASES["servicenow"].write(tmp_path), tools.CASES["servicenow"].name)
    again = apply(book, replace(mapping, scale="1000"), KNOWN)
    before, after = table(reading, "budget").sums, table(again, "budget").sums
    assert after == {name: amount * 1000 for name, amount in before.items()}
    clash = apply(book, replace(mapping, currency="EUR"), KNOWN)
    assert "cost-in-other-currency" in codes(clash)


def test_budgeted_copies_and_variances_stay_beside_the_row(tmp_path):
    mapping, reading, again = described(benefits.CLARITY_PLAN, tmp_path)
    assert {one.means for one in mapping.tables[0].columns if "Variance" in one.header} == {""}
    for name in ("planned_values", "realized_values"):
        assert table(again, name).sums == table(reading, name).sums


def test_a_name_that_serves_as_the_id_stays_a_name(tmp_path):
    mapping, _, _ = described(costs.BUDGET, tmp_path)
    assert means(mapping)["Project"] == "project"
