"""Workbooks written part by part, so that a test can make the ones that no library writes.

A workbook is a dict of part name -> content; `packed` turns it into the bytes of a file.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SHEET = "xl/worksheets/sheet1.xml"

FORMATS = ("General", "yyyy-mm-dd", "0%", "[h]:mm:ss", "h:mm", "yyyy-mm-dd hh:mm", "[$£-809]#,##0.00")
"""The number formats of the cell formats 0, 1, 2 ... of every workbook made here."""

Parts = dict[str, str | bytes]


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A worksheet around the text of its rows."""
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def cells(**stored: str) -> str:
    """One row an address: `cells(A1='<v>1</v>', B1='t="str"><v>x</v>')`; text before `>` are attributes."""
    by_row: dict[int, list[str]] = {}
    for where, text in stored.items():
        attributes, _, inner = text.partition(">") if not text.startswith("<") else ("", "", text)
        row = int(where.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        space = " " if attributes else ""
        by_row.setdefault(row, []).append(f'<c r="{where}"{space}{attributes}>{inner}</c>')
    return "".join(f'<row r="{row}">{"".join(found)}</row>' for row, found in by_row.items())


def strings(*items: str) -> str:
    """A list of shared texts; an item that begins with < is taken as it is."""
    inner = "".join(f"<si>{item if item.startswith('<') else f'<t>{item}</t>'}</si>" for item in items)
    return f'{DECLARATION}<sst xmlns="{MAIN}">{inner}</sst>'


def relations(*listed: tuple[str, str, str]) -> str:
    """(id, last word of the type, target and further attributes) each."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}/>'
        for name, kind, target in listed
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def styles(formats: Sequence[str] = FORMATS) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for index, code in enumerate(formats)
    )
    used = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(formats)))
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{used}</cellXfs></styleSheet>'
    )


def workbook(
    *sheets: str,
    shared: str | None = None,
    formats: str | None = None,
    states: Sequence[str] = (),
    properties: str = "",
    calculation: str = "",
) -> Parts:
    """The parts of a workbook with these worksheets, named Sheet1, Sheet2 ..."""
    listed = "".join(
        f'<sheet name="Sheet{number}" sheetId="{number}" r:id="s{number}"{_state(states, number)}/>'
        for number in range(1, len(sheets) + 1)
    )
    targets = [(f"s{n}", "worksheet", f'worksheets/sheet{n}.xml"') for n in range(1, len(sheets) + 1)]
    parts: Parts = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{TYPES}"/>',
        "_rels/.rels": relations(("r1", "officeDocument", 'xl/workbook.xml"')),
        "xl/workbook.xml": (
            f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}'
            f"<sheets>{listed}</sheets>{calculation}</workbook>"
        ),
        "xl/styles.xml": formats or styles(),
    }
    targets.append(("f", "styles", 'styles.xml"'))
    if shared is not None:
        parts["xl/sharedStrings.xml"] = shared
        targets.append(("t", "sharedStrings", 'sharedStrings.xml"'))
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets)
    for number, text in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = text
    return parts


def _state(states: Sequence[str], number: int) -> str:
    return f' state="{states[number - 1]}"' if len(states) >= number and states[number - 1] else ""


def with_text(parts: Parts, name: str, change: Callable[[str], str | bytes]) -> Parts:
    """The same parts with the text of one changed."""
    text = parts[name]
    assert isinstance(text, str)
    return parts | {name: change(text)}


def everywhere(parts: Parts, old: str, new: str) -> Parts:
    return {name: text.replace(old, new) if isinstance(text, str) else text for name, text in parts.items()}


def packed(
    parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED, more: Sequence[tuple[str, str]] = ()
) -> bytes:
    """The bytes of the file; `more` are parts that may repeat a name."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in (*parts.items(), *more):
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return target.getvalue()


def flagged(content: bytes, flag: int) -> bytes:
    """The same file with a flag set on every part, in both places where a zip keeps flags."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] |= flag
            at = changed.find(mark, at + 4)
    return bytes(changed)


def directory_entries_added(content: bytes, count: int) -> bytes:
    """The same file whose directory lists the first part `count` times more under other names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.infolist()[0]
    end = content.rindex(b"PK\5\6")
    start = struct.unpack_from("<L", content, end + 16)[0]
    total = struct.unpack_from("<H", content, end + 10)[0] + count
    entries = b"".join(_entry(part, f"copy{index}".encode()) for index in range(count))
    directory = content[start:end] + entries
    tail = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, total, total, len(directory), start, 0)
    return content[:start] + directory + tail


def _entry(part: zipfile.ZipInfo, name: bytes) -> bytes:
    sizes = (part.CRC, part.compress_size, part.file_size, len(name))
    return (
        struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, *sizes, 0, 0, 0, 0, 0, part.header_offset)
        + name
    )
