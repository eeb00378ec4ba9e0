"""What a file is, told by its first bytes and never by its name."""

import re
from enum import Enum
from pathlib import Path, PurePath

from data.ingest.findings.base import Refused
from data.ingest.findings.container import (
    DamagedFile,
    EmptyFile,
    LockFile,
    NamedOtherwise,
    NotASpreadsheet,
    PasswordProtected,
    TooMuch,
)
from data.ingest.reading.gate import Package
from data.ingest.reading.limits import Limits


class Container(Enum):
    """The kinds of file that are read; the value is how `Book.container` names it."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    HTML = "html"
    TEXT = "csv"


_HEAD = 1 << 16
_ENDINGS = {
    Container.XLSX: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    Container.XLSB: (".xlsb",),
    Container.ODS: (".ods",),
    Container.XLS: (".xls", ".xlt"),
    Container.HTML: (".html", ".htm"),
    Container.TEXT: (".csv", ".tsv", ".txt", ".tab"),
}
_NAMES = {
    Container.XLSX: "an Excel workbook (.xlsx)",
    Container.XLSB: "a binary Excel workbook (.xlsb)",
    Container.ODS: "an OpenDocument spreadsheet (.ods)",
    Container.XLS: "an Excel 97-2003 workbook (.xls)",
    Container.HTML: "a web page",
    Container.TEXT: "a text file with separated values",
}
_FROM_PROJECT = "In Project use File, Save As, Excel Workbook, and upload the workbook."
_MAGIC = (
    (b"%PDF", "a PDF document", "Ask for the spreadsheet that it was printed from."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and upload the file inside."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it and upload the file inside."),
    (b"Rar!", "a RAR archive", "Unpack it and upload the file inside."),
    (b"{\\rtf", "a text document (RTF)", "Copy its table into Excel and save that as .xlsx."),
    (b"\x89PNG", "a picture (PNG)", ""),
    (b"\xff\xd8\xff", "a picture (JPEG)", ""),
    (b"GIF8", "a picture (GIF)", ""),
    (b"PAR1", "a Parquet file", "Export it as CSV."),
    (b"SQLite format 3", "a database file", "Export the table as CSV."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_ZIP = (
    ("xl/workbook.bin", Container.XLSB),
    ("xl/workbook.xml", Container.XLSX),
    ("[content_types].xml", Container.XLSX),
    ("content.xml", Container.ODS),
)
_OTHER_ZIP = (
    ("word/document.xml", "a Word document", "Copy its table into Excel and save that as .xlsx."),
    (
        "ppt/presentation.xml",
        "a PowerPoint presentation",
        "Copy its table into Excel and save that as .xlsx.",
    ),
    ("index/document.iwa", "an Apple Numbers or Pages document", "In Numbers use File, Export To, Excel."),
)
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|table|body|style)\b", re.I | re.S
)
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x19\x1b-\x1f]")


def identify(path: Path, name: str, limits: Limits) -> Container:
    """What the file at `path`, uploaded as `name`, is; raises Refused where it cannot be read."""
    size = path.stat().st_size
    if PurePath(name).name.startswith("~$"):
        raise Refused(LockFile())
    if size == 0:
        raise Refused(EmptyFile())
    if size > limits.file:
        raise Refused(TooMuch("bytes", limits.file, size))
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PK"):
        return _zip(path, limits)
    if head.startswith(_OLE):
        return _ole(path)
    for magic, is_a, advice in _MAGIC:
        if head.startswith(magic):
            raise Refused(NotASpreadsheet(is_a, advice))
    return _text(head, name)


def misnamed(container: Container, name: str) -> NamedOtherwise | None:
    """A note where the ending of the name promises another kind of file."""
    ending = PurePath(name).suffix.lower()
    promised = [kind for kind, endings in _ENDINGS.items() if ending in endings]
    return NamedOtherwise(ending, _NAMES[container]) if promised and container not in promised else None


def described(container: Container) -> str:
    return _NAMES[container]


def _zip(path: Path, limits: Limits) -> Container:
    with Package(path, limits) as package:
        for part, is_a, advice in _OTHER_ZIP:
            if part in package:
                raise Refused(NotASpreadsheet(is_a, advice))
        for part, container in _IN_ZIP:
            if part in package:
                return container
        names = package.names
    inside = next((each for each in names if each.endswith((".xlsx", ".xls", ".csv", ".xlsm"))), None)
    advice = f"Unpack it and upload the file inside ({inside})." if inside else ""
    raise Refused(NotASpreadsheet("a zip archive", advice))


def _ole(path: Path) -> Container:
    """The old Office container: its folder names the streams in two-byte characters."""
    content = path.read_bytes()

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in content

    if holds("EncryptedPackage"):
        raise Refused(PasswordProtected())
    if holds("Workbook") or holds("Book"):
        return Container.XLS
    if b"MSProject" in content or "MSProject".encode("utf-16-le") in content:
        raise Refused(NotASpreadsheet("a Microsoft Project plan (.mpp)", _FROM_PROJECT))
    if holds("WordDocument"):
        raise Refused(NotASpreadsheet("a Word document (.doc)"))
    if holds("PowerPoint Document"):
        raise Refused(NotASpreadsheet("a PowerPoint presentation (.ppt)"))
    raise Refused(DamagedFile("it is an old Office file without a workbook in it"))


def _text(head: bytes, name: str) -> Container:
    bare = head.removeprefix(b"\xef\xbb\xbf")
    plain = head[2:].replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else bare
    if _HTML.match(plain):
        return Container.HTML
    if plain.lstrip().startswith(b"<?xml"):
        raise Refused(_xml(plain))
    wide = plain is not bare
    named_text = PurePath(name).suffix.lower() in _ENDINGS[Container.TEXT]
    if len(_BINARY.findall(plain)) > len(plain) // 100 or (b"\0" in plain and not (named_text or wide)):
        raise Refused(NotASpreadsheet("of a kind that is not known here"))
    return Container.TEXT


def _xml(head: bytes) -> NotASpreadsheet:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return NotASpreadsheet(
            "an XML spreadsheet of 2003", "Open it in Excel and save it as an Excel workbook (.xlsx)."
        )
    if b"schemas.microsoft.com/project" in head:
        return NotASpreadsheet("a Microsoft Project plan in XML", _FROM_PROJECT)
    return NotASpreadsheet("an XML file", "Export the data as an Excel workbook (.xlsx) or CSV instead.")
