"""The writer of the Realized workbook: what it writes is what it was given, and never a formula."""

import re
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from data.model import BY_NAME, PERIOD_HEADERS, TABLES
from data.workbook import columns, write_workbook
from tests.workbooks import closed_form


def read(path):
    """Sheet name -> rows of values, header first."""
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_are_the_fields_with_periods_after_the_key(table):
    headers = [column.header for column in columns(table)]
    fields = [header for header in headers if header not in PERIOD_HEADERS]
    assert fields == [field.header for field in table.fields]
    if table.periodic:
        at = headers.index("Period")
        assert tuple(headers[at : at + 3]) == PERIOD_HEADERS
        keys = {field.header for field in table.fields if field.name in table.key}
        assert set(headers[:at]) == keys


def test_rows_may_be_keyed_by_field_name_or_header(tmp_path):
    rows = [
        {"currency": "GBP", "As of": date(2026, 3, 31), "per_unit_of_reporting_currency": Decimal("0.86")}
    ]
    write_workbook(tmp_path / "a.xlsx", {"rates": rows})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Rates"]
    assert [cell.value for cell in sheet[1]] == ["Currency", "As of", "Per unit of reporting currency"]
    assert [cell.value.date() if cell.is_date else cell.value for cell in sheet[2]] == [
        "GBP",
        date(2026, 3, 31),
        0.86,
    ]
    assert sheet["B2"].number_format == "yyyy-mm-dd"
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"


def test_a_misspelled_column_or_table_is_not_lost_silently(tmp_path):
    with pytest.raises(KeyError, match="Curency"):
        write_workbook(tmp_path / "a.xlsx", {"rates": [{"Curency": "GBP"}]})
    with pytest.raises(KeyError, match="rate"):
        write_workbook(tmp_path / "a.xlsx", {"rate": []})


@pytest.mark.parametrize("text", ["=1+1", "+31 20", "-", "@SUM(A1)", '=HYPERLINK("x")', "\t=2", "#N/A"])
def test_text_is_never_a_formula(tmp_path, text):
    path = tmp_path / "a.xlsx"
    write_workbook(path, {"projects": [{"project_id": text, "program_id": "P", "project": text}]})
    cell = openpyxl.load_workbook(path)["Projects"]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)
    with zipfile.ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_exact_decimals_reach_the_file_as_written(tmp_path):
    path = tmp_path / "a.xlsx"
    values = ["0.1", "-1234567890.123456", "100", "0", "0.000001"]
    rows = [{"benefit_id": "B", "period": f"2026-0{n}", "value": Decimal(v)} for n, v in enumerate(values, 1)]
    write_workbook(path, {"realized_values": rows})
    with zipfile.ZipFile(path) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml").decode()
    written = re.findall(r"<v>([^<]*)</v>", xml)  # texts are inline: only numbers are here
    assert [Decimal(text) for text in written] == [Decimal(value) for value in values]


def test_missing_is_an_empty_cell_and_zero_is_zero(tmp_path):
    rows = [
        {"benefit_id": "B", "period": "2026-01", "value": None},
        {"benefit_id": "B", "period": "2026-02", "value": Decimal(0)},
    ]
    write_workbook(tmp_path / "a.xlsx", {"realized_values": rows})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Realized values"]
    assert (sheet["C2"].value, sheet["C3"].value) == (None, 0)


def test_only_the_period_columns_in_use_are_written(tmp_path):
    rows = [{"benefit_id": "B", "period_start": date(2026, 1, 1), "period_end": date(2026, 6, 30)}]
    write_workbook(tmp_path / "a.xlsx", {"realized_values": rows})
    header = read(tmp_path / "a.xlsx")["Realized values"][0]
    assert header[:4] == ("Benefit ID", "Period start", "Period end", "Value")


def test_sheets_come_in_the_models_order_and_only_with_rows_unless_asked(tmp_path):
    rows = {"risks": [], "benefits": [{"benefit_id": "B"}], "programs": [{"program_id": "P"}]}
    write_workbook(tmp_path / "a.xlsx", rows)
    assert list(read(tmp_path / "a.xlsx")) == ["Programs", "Benefits"]
    write_workbook(tmp_path / "b.xlsx", rows, sheets=list(BY_NAME))
    assert list(read(tmp_path / "b.xlsx")) == [table.sheet for table in TABLES]
    assert len(read(tmp_path / "b.xlsx")["Risks"]) == 1


def test_the_same_rows_give_the_same_bytes(tmp_path):
    first = closed_form.write(tmp_path / "a.xlsx").read_bytes()
    assert closed_form.write(tmp_path / "b.xlsx").read_bytes() == first
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_closed_form_holds_what_the_metrics_page_says(tmp_path):
    sheets = read(closed_form.write(tmp_path / "a.xlsx"))
    realized = {(row[0], row[1]): row[2] for row in sheets["Realized values"][1:]}
    assert realized["B2", "2025-Q4"] is None
    assert sum(value or 0 for (benefit, _), value in realized.items() if benefit[0] == "B") == 320
    assert sum(value or 0 for value in realized.values()) == 230
    planned = [row for row in sheets["Planned values"][1:] if row[2] <= "2026-Q1"]
    assert sum(row[3] for row in planned if row[0][0] == "B") == 500
    assert sum(row[3] for row in planned) == 420
    assert sum(row[3] for row in sheets["Planned values"][1:]) == 870
    assert sum(row[3] for row in sheets["Forecast values"][1:]) == 470
