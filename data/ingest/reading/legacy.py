"""Older and other formats (.xls, .xlsb, .ods), read by calamine: the values and nothing else.

calamine may abort the process on a hostile file: call this in the reading process only.
"""

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.container import DamagedFile, HiddenSheets, OldFormat, PasswordProtected, TooMuch
from data.ingest.reading.cell_values import ERRORS
from data.ingest.reading.container import Container, described
from data.ingest.reading.gate import Package
from data.ingest.reading.grid import Area, Book, CellError, Row, Sheet, Value
from data.ingest.reading.limits import Limits
from data.ingest.reading.xml_parts import Attributes, parse

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_DURATION = re.compile(r"PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(\d{1,9}(?:\.\d+)?)S", re.ASCII)
_STATES = (
    (SheetVisibleEnum.Visible, "visible"),
    (SheetVisibleEnum.Hidden, "hidden"),
    (SheetVisibleEnum.VeryHidden, "veryHidden"),
)


def read_legacy(path: Path, name: str, container: Container, limits: Limits) -> Book:
    """Read the values; raises Refused where the file is damaged, protected or too large."""
    if container is not Container.XLS:
        _gate(path, container, limits)
    try:
        with path.open("rb") as file:  # by content: the kept file has no ending
            workbook = CalamineWorkbook.from_filelike(file)
            sheets = [_sheet(workbook, each) for each in _worksheets(workbook, limits)]
    except PasswordError:
        raise Refused(PasswordProtected()) from None
    except (CalamineError, OSError, ValueError) as error:
        raise Refused(DamagedFile(f"it cannot be read ({str(error)[:120]})")) from None
    cells = sum(len(row.values) - row.values.count(None) for sheet in sheets for row in sheet.rows)
    if cells > limits.cells:
        raise Refused(TooMuch("cells with content", limits.cells, cells))
    findings: list[Finding] = [OldFormat(described(container))]
    hidden = tuple(sheet.name for sheet in sheets if sheet.state != "visible")
    if hidden:
        findings.append(HiddenSheets(hidden))
    return Book(name, container.value, sheets, findings)


def _worksheets(workbook: CalamineWorkbook, limits: Limits) -> list[Any]:
    listed = [each for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
    if len(listed) > limits.sheets:
        raise Refused(TooMuch("sheets", limits.sheets, len(listed)))
    return listed


def _sheet(workbook: CalamineWorkbook, about: Any) -> Sheet:
    sheet = workbook.get_sheet_by_name(about.name)
    rows = []
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        values = _trimmed([_value(cell) for cell in cells])
        if values:
            rows.append(Row(number, values))
    merged = [
        Area(first[0] + 1, first[1], last[0] + 1, last[1]) for first, last in sheet.merged_cell_ranges or []
    ]
    state = next(state for visible, state in _STATES if visible == about.visible)
    return Sheet(about.name, rows, state, merged)


def _trimmed(values: list[Value]) -> list[Value]:
    while values and values[-1] is None:
        values.pop()
    return values


def _value(cell: Any) -> Value:
    """calamine's value as ours; an empty text stands for nothing, as calamine cannot tell."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return Decimal(repr(cell)) or Decimal(0) if math.isfinite(cell) else repr(cell)
    if isinstance(cell, datetime):
        return cell if cell.time() != time.min else cell.date()
    if isinstance(cell, time):
        return timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, (date, timedelta)):
        return cell
    return _text(str(cell))


def _text(text: str) -> Value:
    """Errors, and the durations of OpenDocument, come as text."""
    if text in ERRORS:
        return CellError(text)
    if match := _DURATION.fullmatch(text):
        hours, minutes, seconds = (Decimal(part or 0) for part in match.groups())
        return timedelta(milliseconds=int(((hours * 60 + minutes) * 60 + seconds) * 1000))
    return text or None


def _gate(path: Path, container: Container, limits: Limits) -> None:
    """Unpack every part once, so that sizes and checksums are right before calamine sees them."""
    with Package(path, limits) as package:
        for name in package.names:
            for _ in package.stream(name):
                pass
        if container is Container.ODS:
            counter = _Repeats(limits)
            parse(package, "content.xml", _Repeats.NAMES, counter.start, counter.end)


class _Repeats:
    """Counts the cells of an OpenDocument sheet, where one element may stand for millions."""

    NAMES = {  # noqa: RUF012 - never changed
        f"{_TABLE} table-row": "row",
        f"{_TABLE} table-cell": "cell",
        f"{_TABLE} number-rows-repeated": "rows",
        f"{_TABLE} number-columns-repeated": "columns",
        f"{_OFFICE} value-type": "type",
    }

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._held = self._cells = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._rows, self._held = _repeated(attributes, "rows"), 0
        elif name == "cell" and "type" in attributes:
            self._held += _repeated(attributes, "columns")

    def end(self, name: str) -> None:
        if name == "row":
            self._cells += self._rows * self._held
            if self._cells > self._limits.cells:
                raise Refused(TooMuch("cells with content", self._limits.cells, self._cells, place=Place()))


def _repeated(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() and len(text) <= 9 else 1
