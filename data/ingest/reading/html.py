"""Web pages named .xls, as Jira exports them: the largest table of the page, every value as text."""

import re
from html.parser import HTMLParser
from pathlib import Path

from data.ingest.findings.base import Finding, Refused
from data.ingest.findings.container import TooMuch
from data.ingest.findings.delimited import NoTable
from data.ingest.reading.grid import Book, Row, Sheet, Value
from data.ingest.reading.limits import Limits
from data.ingest.reading.text_decoding import decoded

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECIMAL = re.compile(r'mso-displayed-decimal-separator:\s*"?\\?([.,])')
_WIDEST_SPAN = 1_000
_UNSEEN = {"script", "style", "head", "title"}


def read_html(path: Path, name: str, limits: Limits) -> Book:
    """Read the largest table; raises Refused where there is none.

    A cell over several columns or rows stands in the first of them. The property
    `decimal_separator` is the one that the page declares.
    """
    text, encoding, findings = _text(path.read_bytes())
    tables = _Tables(limits)
    tables.feed(text)
    tables.close()
    table = max(tables.found, key=lambda rows: sum(map(len, rows)), default=[])
    rows = [Row(number, values) for number, values in enumerate(table, 1) if any(values)]
    if not rows:
        raise Refused(NoTable())
    properties = {"encoding": encoding}
    if declared := _DECIMAL.search(text):
        properties["decimal_separator"] = declared[1]
    return Book(name, "html", [Sheet(Path(name).stem, rows)], findings, properties)


def _text(content: bytes) -> tuple[str, str, list[Finding]]:
    declared = _CHARSET.search(content[:4096])
    if declared and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode("ascii")
        try:
            return content.decode(encoding), encoding.lower(), []
        except (UnicodeDecodeError, LookupError):
            pass
    return decoded(content)


class _Tables(HTMLParser):
    """Collects the tables of a page; a table inside a cell is one of its own."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[list[Value]]] = []
        self._open: list[list[list[Value]]] = []
        self._pieces: list[str] | None = None
        self._limits, self._cells, self._unseen = limits, 0, 0
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._finish()
            self._open.append([])
            self.found.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._finish()
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open:
            self._finish()
            self._pieces, self._span = [], _span(dict(attrs).get("colspan"))
        elif tag in ("br", "p") and self._pieces:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("td", "th", "tr"):
            self._finish()
        elif tag == "table" and self._open:
            self._finish()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._pieces is not None and not self._unseen:
            self._pieces.append(data)

    def _finish(self) -> None:
        """Close the open cell, whether or not the page did."""
        if self._pieces is None or not self._open:
            return
        rows = self._open[-1]
        if not rows:
            rows.append([])
        self._cells += self._span
        if self._cells > self._limits.cells:
            raise Refused(TooMuch("cells", self._limits.cells))
        shown = " ".join("".join(self._pieces).replace("\xa0", " ").split(" ")).strip()
        rows[-1].extend([shown or None, *[None] * (self._span - 1)])
        self._pieces = None


def _span(text: str | None) -> int:
    return min(int(text), _WIDEST_SPAN) or 1 if text and text.isascii() and text.isdecimal() else 1
