"""Files that are refused: each with the code that says why, the place, and nothing half read."""

import gzip
import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from data.ingest.findings.base import Refused
from data.ingest.reading.limits import STANDARD
from data.ingest.reading.read import read
from tests.workbooks.raw import (
    SHEET,
    cells,
    directory_entries_added,
    everywhere,
    flagged,
    packed,
    sheet,
    strings,
    styles,
    with_text,
    workbook,
)

ROWS = cells(A1="<v>1000</v>", A2="<v>2000</v>")
GOOD = workbook(sheet(ROWS))
STORED = packed(GOOD, zipfile.ZIP_STORED)
DTD = '<!DOCTYPE worksheet [<!ENTITY e "Alpha">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def book(rows: str, **options: str) -> bytes:
    return packed(workbook(sheet(rows), **options))


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + b"\0" * 64


def with_dtd(name: str, parts=GOOD) -> bytes:
    return packed(with_text(parts, name, lambda text: text.replace("?>", "?>" + DTD, 1)))


def without(name: str) -> bytes:
    return packed({part: text for part, text in GOOD.items() if part != name})


def repeated_sheet(spaces: int) -> bytes:
    return packed(with_text(GOOD, SHEET, lambda text: text.replace("</row>", "</row>" + " " * spaces, 1)))


def padded_text(size: int) -> bytes:
    return book(cells(A1='t="s"><v>0</v>'), shared=strings("A" * size))


def declared_size_changed(content: bytes, by: int = -1) -> bytes:
    """The directory claims one byte less than the sheet unpacks to, or more."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo(SHEET)
    old, new = struct.pack("<L", part.file_size), struct.pack("<L", part.file_size + by)
    at = content.rindex(SHEET.encode()) - 22
    assert content[at : at + 4] == old
    return content[:at] + new + content[at + 4 :]


def document(name: str) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", name: "<d/>"})


REFUSED = {
    # the container
    "empty": (b"", "empty-file", ""),
    "random bytes": (Random(1).randbytes(65_536), "not-a-spreadsheet", ""),
    "PDF": (b"%PDF-1.7\n", "not-a-spreadsheet", ""),
    "gzip": (gzip.compress(b"0," * 1000), "not-a-spreadsheet", ""),
    "picture with a workbook behind it": (b"GIF89a" + b"\0" * 64 + STORED, "not-a-spreadsheet", ""),
    "Word document": (document("word/document.xml"), "not-a-spreadsheet", ""),
    "presentation": (document("ppt/presentation.xml"), "not-a-spreadsheet", ""),
    "zip with a workbook inside": (packed({"a/register.xlsx": STORED}), "not-a-spreadsheet", ""),
    "encrypted workbook": (stream("EncryptedPackage"), "password-protected", ""),
    "old Word document": (stream("WordDocument"), "not-a-spreadsheet", ""),
    "Project plan": (OLE + b"MSProject.MPP14\0", "not-a-spreadsheet", ""),
    "old Office file without anything": (OLE, "damaged-file", ""),
    "XML spreadsheet of 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "not-a-spreadsheet",
        "",
    ),
    "Project plan in XML": (
        b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"/>',
        "not-a-spreadsheet",
        "",
    ),
    # the zip
    "cut in the middle": (STORED[: len(STORED) * 6 // 10], "damaged-file", ""),
    "last bytes missing": (STORED[:-10], "damaged-file", ""),
    "something behind the end": (STORED + b"more", "damaged-file", ""),
    "something before the start": (b"PK\3\4" + STORED, "damaged-file", ""),
    "changed figure": (STORED.replace(b"<v>1000</v>", b"<v>7000</v>"), "damaged-file", ""),
    "wrong size": (declared_size_changed(packed(GOOD)), "damaged-file", ""),
    "encrypted parts": (flagged(STORED, 1), "password-protected", ""),
    "bzip2": (packed(GOOD, zipfile.ZIP_BZIP2), "damaged-file", ""),
    "one name twice but for the case": (
        packed(GOOD, more=[(SHEET.upper(), sheet(cells(A1="<v>9</v>")))]),
        "ambiguous-parts",
        "",
    ),
    "many names for one place": (directory_entries_added(STORED, 1_000), "damaged-file", ""),
    "too many parts": (
        packed(GOOD | {f"junk/{index}": "" for index in range(5_001)}),
        "too-much",
        "",
    ),
    "name that climbs out": (packed(GOOD | {"../../evil.txt": "x"}), "points-outside", ""),
    "name with a drive": (packed(GOOD | {"C:\\evil.txt": "x"}), "points-outside", ""),
    "a million spaces to one": (repeated_sheet(20_000_000), "expands-too-much", ""),
    "one enormous text": (padded_text(20_000_000), "expands-too-much", ""),
    # the workbook
    "no content types": (without("[Content_Types].xml"), "damaged-file", ""),
    "no sheet part": (without(SHEET), "damaged-file", "Sheet1"),
    "sheet outside the package": (
        packed(everywhere(GOOD, "worksheets/sheet1.xml", "../../../etc/passwd")),
        "points-outside",
        "Sheet1",
    ),
    "sheet on the internet": (
        packed(
            everywhere(
                GOOD, 'Target="worksheets/sheet1.xml"', 'Target="http://[::1]/s" TargetMode="External"'
            )
        ),
        "points-outside",
        "Sheet1",
    ),
    "harmless DTD": (with_dtd(SHEET), "hidden-instructions", "Sheet1"),
    "DTD in the list of sheets": (with_dtd("xl/workbook.xml"), "hidden-instructions", ""),
    "DTD in the formats": (with_dtd("xl/styles.xml"), "hidden-instructions", ""),
    "entity in the texts": (
        book(
            cells(A1='t="s"><v>0</v>'),
            shared=strings("&e;").replace("?>", "?>" + DTD, 1),
        ),
        "hidden-instructions",
        "",
    ),
    "sheet that breaks off": (
        packed(with_text(GOOD, SHEET, lambda text: text[: text.index("2000")])),
        "damaged-file",
        "Sheet1",
    ),
    "undeclared entity": (book(cells(A1='t="str"><v>&x;</v>')), "damaged-file", "Sheet1"),
    "too many formats": (book(ROWS, formats=styles(["0"] * 65_537)), "too-much", ""),
    # the cells
    "far column": (book('<row r="9"><c r="XFD9"><v>1</v></c></row>'), "far-cell", "Sheet1!XFD9"),
    "row beyond the last": (book('<row r="1048577"/>'), "far-cell", "Sheet1!1048577"),
    "row of twenty digits": (book(f'<row r="{"9" * 20}"/>'), "far-cell", "Sheet1!999999999999"),
    "row 0": (book('<row r="0"><c><v>1</v></c></row>'), "bad-address", "Sheet1"),
    "row of letters": (book('<row r="x"><c><v>1</v></c></row>'), "bad-address", "Sheet1"),
    "column beyond the last": (book('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), "bad-address", "Sheet1!1"),
    "cell of another row": (book('<row r="2"><c r="A12"><v>1</v></c></row>'), "bad-address", "Sheet1!2"),
    "cell outside of rows": (book("<c><v>1</v></c>"), "bad-address", "Sheet1"),
    "two values for one cell": (
        book('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        "duplicate-cell",
        "Sheet1!A1",
    ),
    "two values in two rows of one number": (
        book('<row r="4"><c r="B4"><v>1</v></c></row><row r="4"><c r="B4"><v>2</v></c></row>'),
        "duplicate-cell",
        "Sheet1!B4",
    ),
    "text that is not in the list": (
        book(cells(A1='t="s"><v>0</v>', B1='t="s"><v>9</v>'), shared=strings("ok")),
        "text-missing",
        "Sheet1!B1",
    ),
    "negative text number": (
        book(cells(A1='t="s"><v>-1</v>'), shared=strings("ok")),
        "text-missing",
        "Sheet1!A1",
    ),
    "no list of texts": (book(cells(A1='t="s"><v>0</v>')), "text-missing", "Sheet1!A1"),
    "a kind of cell that there is none of": (
        book(cells(A1='t="inlineNtr"><is><t>Ann</t></is>')),
        "unknown-cell-kind",
        "Sheet1!A1",
    ),
}


def refusal(content: bytes, tmp_path: Path, name: str = "book.xlsx", limits=STANDARD) -> Refused:
    path = tmp_path / "received"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        read(path, name, limits)
    return caught.value


@pytest.mark.parametrize("kind", REFUSED)
def test_the_file_is_refused_with_the_reason_and_the_place(kind: str, tmp_path: Path) -> None:
    content, code, place = REFUSED[kind]
    [finding] = refusal(content, tmp_path).findings
    assert (finding.code, str(finding.place)) == (code, place)
    assert finding.what().endswith(".")
    assert finding.remedy.endswith(".")


def test_the_marker_beside_an_open_workbook_is_told_by_its_name(tmp_path: Path) -> None:
    [finding] = refusal(b"\x05Jones" + b" " * 159, tmp_path, "~$register.xlsx").findings
    assert str(finding) == (
        "This is not the workbook but the marker that Excel keeps beside it while somebody has it open. "
        "Upload the workbook of the same name without ~$ in front."
    )


LIMITED = {
    "sheets": (packed(workbook(sheet(ROWS), sheet(ROWS))), {"sheets": 1}),
    "cells of all sheets together": (packed(workbook(sheet(ROWS), sheet(ROWS))), {"cells": 3}),
    "blank cells": (book('<row r="1"><c/><c/><c/></row>'), {"elements": 2}),
    "a text shown often": (
        book(cells(A1='t="s"><v>0</v>', B1='t="s"><v>0</v>', A2='t="s"><v>0</v>'), shared=strings("x" * 400)),
        {"text": 1_000},
    ),
    "merged ranges": (
        packed(workbook(sheet(ROWS, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))),
        {"merged": 0},
    ),
    "bytes": (STORED, {"file": 100}),
}


@pytest.mark.parametrize("kind", LIMITED)
def test_more_than_is_read_is_refused(kind: str, tmp_path: Path) -> None:
    content, limits = LIMITED[kind]
    [finding] = refusal(content, tmp_path, limits=replace(STANDARD, **limits)).findings
    assert finding.code == "too-much"


def test_what_all_parts_unpack_to_is_limited(tmp_path: Path) -> None:
    [finding] = refusal(STORED, tmp_path, limits=replace(STANDARD, inflated=2_000)).findings
    assert finding.code == "expands-too-much"


def test_what_says_itself_that_it_is_too_large_is_not_even_unpacked(tmp_path: Path) -> None:
    swollen = declared_size_changed(packed(GOOD), by=STANDARD.inflated)
    [finding] = refusal(swollen, tmp_path).findings
    assert finding.code == "expands-too-much"


def test_too_many_cells_are_counted_before_the_parser_begins(tmp_path: Path) -> None:
    rows = "<row>" + '<c t="n"><v>1</v></c>' * 3_300_000 + "</row>"  # 66 MB, in no plain form
    [finding] = refusal(book(rows), tmp_path, limits=replace(STANDARD, cells=3_000_000, ratio=2_000)).findings
    assert (finding.code, finding.place.sheet) == ("too-much", "Sheet1")  # not that column 4,097 is too far


def test_a_million_empty_rows_are_no_trouble(tmp_path: Path) -> None:
    empty = "".join(f'<row r="{number}"/>' for number in range(3, 100_000))
    path = tmp_path / "received"
    path.write_bytes(book(ROWS + empty))
    assert [row.number for row in read(path, "book.xlsx").sheets[0].rows] == [1, 2]
