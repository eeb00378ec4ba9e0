"""Doing once, with invented rows, what is slow the first time: patterns, profiles, library functions."""

import csv
import io
import tempfile
from datetime import date
from pathlib import Path

from data.ingest.fingerprint import rows_sha256
from data.ingest.reading.read import read
from data.ingest.staged import Known
from data.ingest.understanding.interpret import interpret

_ROWS = (
    ("Program", "Project", "Benefit ID", "Benefit", "Owner", "Planned", "Actual", "Currency", "Target date"),
    ("Example", "First", "B-1", "Less paper", "A. Example", "1,200.50", "300", "EUR", "2030-06-30"),
    ("Example", "Second", "B-2", "Less rework", "TBC", "90", "", "EUR", "31/12/2030"),
)


def warm_up() -> None:
    """Read and understand a small register; nothing of it is kept."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_ROWS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.csv"
        path.write_text(text.getvalue(), encoding="utf-8")
        rows_sha256(interpret(read(path, path.name), Known(date(2030, 1, 1))))
