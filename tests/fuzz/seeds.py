"""Files of the shapes that people send, to be spoiled."""

import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from data.template import write_example
from tests.data.ingest.mapping.shelf import SAVINGS
from tests.data.ingest.small import upload
from tests.data.ingest.test_second_readers import register

_REGISTER = [
    ["Benefit ID", "Benefit", "Project", "Owner", "Date", "Planned (EUR)", "Realized (EUR)"],
    *(
        [
            f"B{number}",
            f"Saving {number}",
            f"Project {number % 3}",
            "Ann",
            date(2026, 1 + number % 12, 28),
            number,
            number / 3,
        ]
        for number in range(1, 40)
    ),
    ["Total", None, None, None, None, 780, 260],
]
_RISKS = [
    ["Risk title", "Likelihood", "Impact", "Response"],
    *([f"Risk {number}", number / 40, number * 1000, "watch"] for number in range(1, 30)),
]


def seeds() -> dict[str, bytes]:
    """By file name: workbooks of this and other programs, and delimited text."""
    with TemporaryDirectory() as folder:
        example = Path(folder) / "example.xlsx"
        write_example(example)
        return {
            "example.xlsx": example.read_bytes(),
            "other writer.xlsx": register(Path(folder) / "other.xlsx").read_bytes(),
            "small.xlsx": upload().content,
            "savings.xlsx": _workbook(SAVINGS),
            "register.xlsx": _workbook(_REGISTER),
            "risks.xlsx": _workbook(_RISKS),
            "register.csv": _delimited(_REGISTER, ","),
            "risks.csv": _delimited(_RISKS, ";"),
        }


def _workbook(rows: list[list[object]]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


def _delimited(rows: list[list[object]], delimiter: str) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue().encode()
