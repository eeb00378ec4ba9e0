"""Workbooks as large as real registers get, made of plain invented rows; the same on every machine."""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
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


def write_register_csv(path: Path, count: int) -> None:
    """The same register as a text file."""
    _write_csv(path, [COLUMNS, *_rows(count)])


def _months(count: int) -> list[date]:
    return [date(2020 + offset // 12, offset % 12 + 1, 1) for offset in range(count)]


def _wide_rows(count: int, months: int) -> Iterator[list[object]]:
    chance = random.Random(3)
    for row in range(1, count + 1):
        amounts = (
            round(chance.uniform(0, 50000), 2) if chance.random() < 0.85 else None for _ in range(months)
        )
        yield [f"{row // 10:06d}", f"B-{row:07d}", f"Benefit {row}", "EUR", *amounts]


_WIDE = ("Project ID", "Benefit ID", "Benefit", "Unit")


def write_wide(path: Path, count: int, months: int = 120) -> None:
    """`count` benefits with one column per month, most cells filled."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Plan")
    month = book.add_format({"num_format": "mmm-yy"})
    sheet.write_row(0, 0, _WIDE)
    for column, first in enumerate(_months(months), len(_WIDE)):
        sheet.write_datetime(0, column, first, month)
    for row, values in enumerate(_wide_rows(count, months), 1):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    book.close()


def write_wide_csv(path: Path, count: int, months: int = 120) -> None:
    """The same wide register as a text file."""
    header = [*_WIDE, *(f"{first:%Y-%m}" for first in _months(months))]
    _write_csv(path, [header, *_wide_rows(count, months)])


def _write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
