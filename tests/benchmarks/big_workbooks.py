"""Workbooks as large as real registers get, made of plain invented rows; the same on every machine."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

COLUMNS = (
    "Program",
    "Project ID",
    "Project Name",
    "Benefit ID",
    "Benefit",
    "Category",
    "Owner",
    "Status",
    "Confidence %",
    "Baseline",
    "Planned",
    "Actual",
    "Forecast",
    "Currency",
    "Start Date",
    "End Date",
    "Last Update",
    "Cost Center",
    "Financial?",
    "Notes",
)
_WORDS = ("consolidate", "legacy", "platforms", "reduce", "manual", "handling", "automate", "matching")


def _rows(count: int) -> Iterator[list[object]]:
    chance = random.Random(7)
    for number in range(count):
        project = number // 10
        start = date(2021, 1, 1) + timedelta(days=chance.randrange(1500))
        planned = round(chance.lognormvariate(11, 1.2), 2)
        yield [
            f"Program {project % 40:02d}",
            f"{project:06d}",
            f"Project {project}",
            f"B-{number:07d}",
            " ".join(chance.choice(_WORDS) for _ in range(5)),
            chance.choice(("Cost saving", "Revenue", "Productivity", "Risk reduction")),
            chance.choice(("A. Example", "B. Example", "C. Example")),
            chance.choice(("On track", "At risk", "Late", "Realized")),
            chance.randrange(5, 101) / 100,
            round(planned * 0.8, 2),
            planned,
            round(planned * chance.uniform(0.2, 1.2), 2) if chance.random() < 0.6 else None,
            round(planned * chance.uniform(0.6, 1.1), 2),
            "EUR",
            start,
            start + timedelta(days=chance.randrange(90, 1400)),
            date(2025, 1, 1) + timedelta(days=chance.randrange(300)),
            f"{chance.randrange(100, 99999):05d}",
            chance.random() < 0.7,
            "" if chance.random() < 0.7 else " ".join(chance.choice(_WORDS) for _ in range(12)),
        ]


def write_register(path: Path, count: int) -> None:
    """`count` benefits with 20 mixed columns and totals, as a tool exports them."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Benefits")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, COLUMNS)
    for row, values in enumerate(_rows(count), 1):
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, str) and value:
                sheet.write_string(row, column, value)
            elif value is not None and value != "":
                sheet.write(row, column, value)
    book.close()


def write_wide(path: Path, count: int, months: int = 120) -> None:
    """`count` benefits with one column per month, most cells filled."""
    chance = random.Random(3)
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Plan")
    month = book.add_format({"num_format": "mmm-yy"})
    sheet.write_row(0, 0, ("Project ID", "Benefit ID", "Benefit", "Unit"))
    for offset in range(months):
        sheet.write_datetime(0, 4 + offset, date(2020 + offset // 12, offset % 12 + 1, 1), month)
    for row in range(1, count + 1):
        sheet.write_row(row, 0, (f"{row // 10:06d}", f"B-{row:07d}", f"Benefit {row}", "EUR"))
        for offset in range(months):
            if chance.random() < 0.85:
                sheet.write_number(row, 4 + offset, round(chance.uniform(0, 50000), 2))
    book.close()
