"""The empty Realized workbook, and a small filled one to learn from."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.demo.example import example
from data.guide import SHEETS, notes
from data.model import TABLES, Type
from data.workbook import Column, Rows, add_sheet, columns_shown, save, value_cell

LAST_ROW = 10_000  # how far down the lists of allowed words reach

README = (
    ("Realized workbook", True),
    (
        "Fill in what you have, upload the file, read the answer. Any sheet may stay empty or be deleted.",
        False,
    ),
    ("How to fill it in", True),
    ("Keep the sheet names and the headers of row 1 as they are; columns of your own may be added.", False),
    ("Brown headers are required. Each header has a comment that says what belongs below it.", False),
    (
        "IDs hold everything together: the same ID on two sheets means the same thing. IDs never change.",
        False,
    ),
    (
        "Go through the sheets from left to right: programs first, then projects and benefits, then values.",
        False,
    ),
    ("Periods", True),
    ("Period takes 2026-01 (a month), 2026-Q1 (a quarter), 2026 (a year), FY2026 (a fiscal year)", False),
    ("or the first day of a month as a date.", False),
    ("For anything else leave Period empty and give Period start and Period end, both days included.", False),
    ("Use one length of period for all values of a benefit.", False),
    ("Values", True),
    ("The column Value basis of the sheet Benefits says how a benefit's values are read:", False),
    ("per period: each value belongs to its period alone, and they are added.", False),
    ("cumulative: each value is the total so far.", False),
    ("annualized: each value is what a whole year would bring at this rate.", False),
    ("level: each value is a measure, such as 12 days or 87%, and is never added.", False),
    (
        "Missing is not zero: leave a cell empty when nobody measured. Write 0 only where 0 was measured.",
        False,
    ),
    ("Disbenefits (unwanted effects) are negative, in every sheet.", False),
    ("Money is written in full, in the currency named in the column Unit of the benefit.", False),
    ("Business cases and forecasts", True),
    (
        "Never overwrite: add the values of a new case version, or of a new forecast date, below the old.",
        False,
    ),
    ("The sheets", True),
)


def write_template(path: Path) -> None:
    """Write the empty workbook: every sheet and column, explained, with lists of the allowed words."""
    _write(path, {})


def write_example(path: Path) -> None:
    """Write the same workbook with a small program in it."""
    _write(path, example())


def _write(path: Path, rows: Rows) -> None:
    book = Workbook(write_only=True)
    _readme(book)
    for table in TABLES:
        given = rows.get(table.name, ())
        sheet = add_sheet(book, table, given, notes(table))
        _lists(sheet, columns_shown(table, given))
    save(book, path)


def _readme(book: Any) -> None:
    """The first sheet: prose in one column, so that nobody takes it for a table."""
    sheet = book.create_sheet("Read me")
    sheet.column_dimensions["A"].width = 110
    sheet.sheet_view.showGridLines = False
    about = [(f"{name}: {SHEETS[name]}", False) for name in (table.sheet for table in TABLES)]
    for text, heading in (*README, *about):
        cell = value_cell(sheet, text)
        cell.font = Font(bold=heading, size=14 if heading else 11, color="1F3A5F" if heading else "222222")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([cell])


def _lists(sheet: Any, shown: list[Column]) -> None:
    """Offer the allowed words as a list in each column of choices."""
    for at, column in enumerate(shown, 1):
        words = ("TRUE", "FALSE") if column.type is Type.BOOLEAN else column.choices
        if not words:
            continue
        rule = DataValidation(
            "list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True
        )
        rule.errorTitle, rule.error = column.header, f"Choose one of: {', '.join(words)}"[:255]
        letter = get_column_letter(at)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.data_validations.append(rule)
