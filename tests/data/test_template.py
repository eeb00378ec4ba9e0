"""The template and the example that people start from."""

import zipfile
from datetime import date

import openpyxl
import pytest

from data.guide import COLUMNS, SHEETS, meaning
from data.model import TABLES, Type
from data.template import write_example, write_template
from data.workbook import REQUIRED_FILL, columns
from tests.data.workbook_page import PATH, page


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(path)
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "example.xlsx"
    write_example(path)
    return openpyxl.load_workbook(path)


def records(book, sheet):
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_sheet_is_there_after_the_explanation(template):
    assert template.sheetnames == ["Read me", *(table.sheet for table in TABLES)]


def test_the_explanation_is_prose_in_one_column(template):
    sheet = template["Read me"]
    assert sheet.max_column == 1
    text = " ".join(row[0] for row in sheet.iter_rows(values_only=True))
    for word in ("2026-Q1", "FY2026", "cumulative", "annualized", "level", "not zero", "negative"):
        assert word in text
    assert all(name in text for name in SHEETS)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_header_is_exact_explained_and_required_ones_stand_out(template, table):
    cells = template[table.sheet][1]
    assert [cell.value for cell in cells] == [column.header for column in columns(table)]
    for cell, column in zip(cells, columns(table), strict=True):
        assert cell.comment.text.startswith("Required.") is column.required
        assert meaning(table, column) in cell.comment.text
        assert (cell.fill.fgColor.rgb == REQUIRED_FILL.fgColor.rgb) is column.required
        assert all(word in cell.comment.text for word in column.choices)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_choices_are_offered_as_lists_and_dates_have_their_format(template, table):
    sheet = template[table.sheet]
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    expected = {}
    for cell, column in zip(sheet[1], columns(table), strict=True):
        words = ("TRUE", "FALSE") if column.type is Type.BOOLEAN else column.choices
        if words:
            expected[f"{cell.column_letter}2:{cell.column_letter}10000"] = f'"{",".join(words)}"'
        if column.type is Type.DATE:
            assert sheet.column_dimensions[cell.column_letter].number_format == "yyyy-mm-dd"
    assert lists == expected
    assert all(len(words) <= 257 for words in lists.values())  # what Excel opens without repair


def test_every_column_has_a_meaning_and_no_meaning_is_left_over():
    used = set()
    for table in TABLES:
        for column in columns(table):
            key = f"{table.sheet}.{column.header}"
            assert meaning(table, column).endswith(".")
            used.add(key if key in COLUMNS else column.header)
    assert used == set(COLUMNS)
    assert list(SHEETS) == [table.sheet for table in TABLES]


def test_the_public_page_is_as_the_code_says():
    assert PATH.read_text(encoding="utf-8") == page(), "run `python -m tests.data.workbook_page`"


def test_the_example_shows_a_small_program(example):
    assert len(records(example, "Programs")) == 1
    assert len(records(example, "Projects")) == 3
    assert len(records(example, "Business cases")) == 2
    benefits = records(example, "Benefits")
    assert len(benefits) == 6
    assert [row["Benefit ID"] for row in benefits if row["Kind"] == "disbenefit"] == ["EX-D1"]
    assert [row["Benefit ID"] for row in benefits if row["Value type"] != "monetary"] == ["EX-B4", "EX-B5"]
    missing = [row for row in records(example, "Realized values") if row["Value"] is None]
    assert [(row["Benefit ID"], row["Period"]) for row in missing] == [
        ("EX-B2", "2025-Q4"),
        ("EX-B5", "2025-Q3"),
    ]


def test_the_example_keeps_the_rules_it_explains(example):
    benefits = {row["Benefit ID"]: row for row in records(example, "Benefits")}
    for sheet in ("Planned values", "Forecast values", "Realized values"):
        for row in records(example, sheet):
            assert row["Benefit ID"] in benefits
            negative = benefits[row["Benefit ID"]]["Kind"] == "disbenefit"
            assert row["Value"] is None or (row["Value"] <= 0 if negative else row["Value"] >= 0)
    shares = {}
    for row in records(example, "Contributions"):
        shares[row["Benefit ID"]] = shares.get(row["Benefit ID"], 0) + row["Weight"]
    assert max(shares.values()) <= 1
    assert all(row["Closed on"] for row in records(example, "Projects") if row["Status"] == "closed")
    earned = records(example, "Earned value")[0]
    spent = [row["Actual"] for row in records(example, "Budget") if row["Actual"] is not None]
    assert earned["AC"] == sum(spent)
    assert earned["As of"].date() == date(2026, 3, 31)


def test_files_are_the_same_every_time_and_hold_no_formula(tmp_path):
    for number in (1, 2):
        write_template(tmp_path / f"t{number}.xlsx")
        write_example(tmp_path / f"e{number}.xlsx")
    assert (tmp_path / "t1.xlsx").read_bytes() == (tmp_path / "t2.xlsx").read_bytes()
    assert (tmp_path / "e1.xlsx").read_bytes() == (tmp_path / "e2.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "e1.xlsx") as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name)
