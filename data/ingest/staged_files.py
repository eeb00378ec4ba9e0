"""Understood files on disk, between the process that reads and the one that builds.

Plain files only: JSON for what was understood, Arrow for the rows.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from data.ingest.staged import Reading, TableRead
from data.store.build import FileReading


def size(files: list[FileReading]) -> int:
    """Bytes of all staged rows."""
    return sum(table.rows.nbytes for file in files for table in file.reading.tables if table.rows is not None)


def save(folder: Path, files: list[FileReading]) -> None:
    """Write the files of one load into `folder`, which must not exist yet."""
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        for position, table in enumerate(file.reading.tables):
            if table.rows is not None:
                _write(_rows(folder, number, position), table.rows)
    said = [_as_plain(file) for file in files]
    (folder / "files.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> list[FileReading]:
    """What `save` wrote; rows are mapped from disk, not copied into memory."""
    said = json.loads((folder / "files.json").read_text(encoding="utf-8"))
    return [_from_plain(folder, number, file) for number, file in enumerate(said)]


def _as_plain(file: FileReading) -> dict[str, Any]:
    reading = file.reading
    return {
        "name": file.name,
        "sha256": file.sha256,
        "findings": file.findings,
        "profile": reading.profile,
        "tool": reading.tool,
        "source": reading.source,
        "tables": [
            {**vars(table), "rows": None, "sums": {name: str(total) for name, total in table.sums.items()}}
            for table in reading.tables
        ],
    }


def _from_plain(folder: Path, number: int, said: dict[str, Any]) -> FileReading:
    tables = []
    for position, table in enumerate(said["tables"]):
        path = _rows(folder, number, position)
        rows = pa.ipc.open_file(pa.memory_map(str(path))).read_all() if path.exists() else None
        sums = {name: Decimal(total) for name, total in table["sums"].items()}
        periods = tuple(table["period_columns"])
        tables.append(TableRead(**table | {"sums": sums, "period_columns": periods, "rows": rows}))
    reading = Reading(said["profile"], said["tool"], said["source"], tables, [])
    return FileReading(said["name"], said["sha256"], reading, said["findings"])


def _rows(folder: Path, number: int, position: int) -> Path:
    return folder / f"{number}-{position}.arrow"


def _write(path: Path, rows: pa.Table) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, rows.schema) as out:
        out.write_table(rows)
