"""Writes files in the true shape of a tool's export, and reads them the way every upload goes."""

import csv
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from data.ingest.reading.read import read
from data.ingest.staged import Known, Reading
from data.ingest.understanding.interpret import interpret

Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Export:
    """One file: sheets by name, or one text. `outline` has the level of rows by (sheet, row); `hidden`
    the sheets that are; `creator` is the program that wrote it."""

    name: str
    sheets: dict[str, Rows] = field(default_factory=dict)
    text: bytes = b""
    outline: dict[tuple[str, int], int] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    formats: dict[tuple[str, str], str] = field(default_factory=dict)
    creator: str = "openpyxl"

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.text or self._workbook())
        return path

    def _workbook(self) -> bytes:
        book = Workbook()
        book.remove(book.active)
        book.properties.creator = self.creator
        for name, rows in self.sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
            sheet.sheet_state = "hidden" if name in self.hidden else "visible"
        for (name, row), level in self.outline.items():
            book[name].row_dimensions[row].outlineLevel = level
        for (name, cell), form in self.formats.items():
            book[name][cell].number_format = form
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()


def delimited(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """The rows as a delimited file."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode(encoding)


def page(rows: Rows, decimal: str = ".") -> bytes:
    """The rows as Jira Server's HTML page named .xls: a banner, the data, a footer."""
    lines = "".join(
        "<tr>" + "".join(f"<td>{html.escape(str(cell or ''))}</td>" for cell in row) + "</tr>" for row in rows
    )
    style = f'<style>table {{ mso-displayed-decimal-separator:"\\{decimal}"; }}</style>'
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>JIRA</title>{style}</head><body>'
        f"<table><tr><td>Jira</td></tr></table><table>{lines}</table>"
        "<table><tr><td>Generated at Mon</td></tr></table></body></html>"
    ).encode()


def understood(export: Export, folder: Path, known: Known) -> Reading:
    """The file written, read and interpreted."""
    path = export.write(folder)
    return interpret(read(path, export.name), known)


def told(reading: Reading) -> dict[str, Any]:
    """All that a reading says, as plain values: what a golden file holds."""
    return {
        "profile": reading.profile,
        "source": reading.source,
        "tables": [table.as_dict() | {"rows": _rows(table)} for table in reading.tables],
        "findings": [
            {key: text for key, text in finding.as_dict().items() if key != "remedy"}
            for finding in reading.findings
        ],
    }


def _rows(table: Any) -> list[dict[str, str]]:
    rows = table.rows.to_pylist() if table.rows is not None else []
    return [
        {name: str(value) for name, value in row.items() if value not in (None, "") and name != "sheet"}
        for row in rows
    ]
