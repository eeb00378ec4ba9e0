"""From rows to an understood file, the way every file goes: written, read, interpreted."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from data.ingest.reading.read import read
from data.ingest.staged import Known
from data.ingest.understanding.interpret import interpret
from data.store.build import FileReading
from data.workbook import write_workbook


def understood(
    path: Path, rows: Mapping[str, Sequence[Mapping[str, object]]], known: Known | None = None
) -> FileReading:
    """Write `rows` as a Realized workbook at `path` and read it back."""
    write_workbook(path, rows)
    reading = interpret(read(path, path.name), known or Known(received_on=date(2026, 4, 2)))
    return FileReading(path.name, path.name, reading, [finding.as_dict() for finding in reading.findings])
