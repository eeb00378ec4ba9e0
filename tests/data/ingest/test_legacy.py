"""OpenDocument spreadsheets through the second library, behind the same gate."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from data.ingest.findings.base import Refused
from data.ingest.reading.read import read
from tests.workbooks.raw import DECLARATION, packed

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
HEAD = (
    f'{DECLARATION}<office:document-content xmlns:office="{SPACE}office:1.0" xmlns:table="{SPACE}table:1.0" '
    f'xmlns:text="{SPACE}text:1.0"><office:body><office:spreadsheet>'
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"
MANIFEST = (
    f'{DECLARATION}<m:manifest xmlns:m="{SPACE}manifest:1.0">'
    f'<m:file-entry m:full-path="/" m:media-type="{KIND}"/></m:manifest>'
)


def opendocument(rows: str) -> bytes:
    content = f'{HEAD}<table:table table:name="Data">{rows}</table:table>{TAIL}'
    return packed({"mimetype": KIND, "content.xml": content, "META-INF/manifest.xml": MANIFEST})


def cell(kind: str, value: str, text: str, more: str = "") -> str:
    inside = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="{kind}" {value} {more}>{inside}</table:table-cell>'


def test_values_are_read_and_the_limits_of_the_format_are_said(tmp_path: Path) -> None:
    rows = "".join(
        (
            "<table:table-row>",
            cell("string", "", "Alpha"),
            cell("float", 'office:value="1999.99"', "1,999.99"),
            cell("date", 'office:date-value="2024-01-31"', "31/01/24"),
            cell("time", 'office:time-value="PT26H30M00S"', "26:30"),
            cell("boolean", 'office:boolean-value="true"', "TRUE"),
            "</table:table-row>",
        )
    )
    path = tmp_path / "received"
    path.write_bytes(opendocument(rows))
    book = read(path, "register.ods")
    [row] = book.sheets[0].rows
    assert row.values == [
        "Alpha",
        Decimal("1999.99"),
        date(2024, 1, 31),
        timedelta(hours=26, minutes=30),
        True,
    ]
    assert (book.container, [finding.code for finding in book.findings]) == ("ods", ["old-format"])


def test_one_element_for_billions_of_cells_is_refused_before_they_are_made(tmp_path: Path) -> None:
    one = cell("float", 'office:value="1"', "1", 'table:number-columns-repeated="16384"')
    rows = f'<table:table-row table:number-rows-repeated="1048576">{one}</table:table-row>'
    path = tmp_path / "received"
    path.write_bytes(opendocument(rows))
    with pytest.raises(Refused, match="17,179,869,184 cells with content"):
        read(path, "register.ods")
