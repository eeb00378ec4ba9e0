"""What a workbook says leaves as text, numbers leave as numbers: files read back cell by cell."""

import csv
import io
from datetime import date
from decimal import Decimal

from openpyxl import load_workbook

from charts.files.delimited import csv_bytes
from charts.files.tables import FORMULA, Column, Table, read
from charts.files.workbook import sheet_name, workbook_bytes
from tests.pages.payloads import PAYLOADS

HOSTILE = [f"{sign}HYPERLINK(1)" for sign in FORMULA] + ["#REF!", "=cmd|' /C calc'!A0", *PAYLOADS]
COLUMNS = (
    Column("=Name"),
    Column("Realized", "money", "EUR"),
    Column("Rate", "rate"),
    Column("Months", "number"),
    Column("Closed on", "date"),
)
ROWS = tuple((text, Decimal("-1200.500000"), 0.5, -3, date(2026, 9, 30)) for text in HOSTILE)
TABLE = Table("=Projects [all]/*?", COLUMNS, (*ROWS, (None, None, None, None, None)))


def test_no_cell_of_a_workbook_is_a_formula_and_numbers_stay_numbers():
    book = load_workbook(io.BytesIO(workbook_bytes([TABLE, TABLE])))
    assert book.sheetnames == ["=Projects  all", "=Projects  all 2"]
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
        assert [cell.value for cell in sheet[1]] == ["=Name", "Realized, EUR", "Rate", "Months", "Closed on"]
        for line, _ in enumerate(ROWS, 2):
            shown = [cell.value for cell in sheet[line]]
            assert [*shown[1:4], shown[4].date()] == [-1200.5, 0.5, -3, date(2026, 9, 30)]
            assert [cell.data_type for cell in sheet[line]] == ["s", "n", "n", "n", "d"]
        assert [cell.value for cell in sheet[len(ROWS) + 2]] == [None] * 5
    assert book.worksheets[0]["C2"].number_format == "0.0%"


def test_no_field_of_a_csv_is_a_formula_and_numbers_stay_numbers():
    text = csv_bytes(TABLE).decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(text, newline="")))
    assert head == ["'=Name", "Realized, EUR", "Rate", "Months", "Closed on"]
    assert [row[1:] for row in rows] == [["-1200.5", "0.5", "-3", "2026-09-30"]] * len(ROWS) + [[""] * 4]
    assert [row[0] for row in rows if row[0].startswith(FORMULA)] == []
    assert rows[0][0] == "'=HYPERLINK(1)"


def test_a_table_reads_on_paper_as_it_does_on_screen():
    money, rate, months = COLUMNS[1:4]
    assert read(Decimal("-1200.5"), money, "de-DE") == "\u22121.201"
    assert read(Decimal("12.5"), money, "en") == "12.50"
    assert read(0.4667, rate, "fr-FR") == "46,7\u00a0%"
    assert read(4.8, months, "en") == "4.8"
    assert read(date(2026, 9, 30), COLUMNS[4], "en") == "30 Sep 2026"
    assert read(None, money, "en") == ""


def test_sheets_have_names_that_spreadsheets_take():
    assert sheet_name("x" * 40, []) == "x" * 31
    assert sheet_name("Projects", ["projects"]) == "Projects 2"
    assert sheet_name("[]", []) == "Sheet"
