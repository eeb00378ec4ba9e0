"""Text files with separated values. Every value stays text: 00466 is not 466."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.container import FarCell, NotASpreadsheet, TooMuch
from data.ingest.findings.delimited import BrokenQuotes, RaggedRows
from data.ingest.reading.grid import Book, Row, Sheet, Value
from data.ingest.reading.limits import Limits
from data.ingest.reading.text_decoding import decoded

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_RECORDS = 300
_SAMPLE = 1 << 20
_CONSISTENT = 0.5
_SEP_LINE = re.compile(r'\A"?sep=(.)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)


def read_delimited(path: Path, name: str, limits: Limits) -> Book:
    """Read a text file; raises Refused where its bytes or its quotation marks cannot be trusted.

    The sheet has the file's name. Row numbers count records, as a spreadsheet program shows them; a
    first line `sep=;` is an instruction, not a row. An empty field is nothing.
    """
    text, encoding, findings = decoded(path.read_bytes())
    hint = _SEP_LINE.match(text)
    delimiter = hint[1] if hint else delimiter_of(text)
    first_line = 2 if hint else 1
    records = _records(text[hint.end() :] if hint else text, delimiter, first_line, limits)
    if not records:
        raise Refused(NotASpreadsheet("a text file without any value"))
    findings += _ragged(records)
    sheet = Sheet(Path(name).stem, [row for row, _ in records])
    properties = {"encoding": encoding, "delimiter": delimiter}
    return Book(name, "csv", [sheet], findings, properties)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the records most evenly.

    Of those that give most records one width of two or more, the one whose usual width appears first
    wins (the header knows no decimal commas), then the one with more columns.
    """
    best, best_rank = ",", (False, 0, 0.0)
    for delimiter in _DELIMITERS:
        widths = _widths(text, delimiter)
        usual, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        if usual < 2:
            continue
        share = times / len(widths)
        rank = (share >= _CONSISTENT, -widths.index(usual), share * (usual - 1))
        if rank > best_rank or best_rank == (False, 0, 0.0):
            best, best_rank = delimiter, rank
    return best


def _widths(text: str, delimiter: str) -> list[int]:
    """The number of fields of each of the first records that are not blank."""
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter):
            if record:
                widths.append(len(record))
            if len(widths) == _SAMPLE_RECORDS:
                break
    except csv.Error:
        pass
    return widths


def _records(text: str, delimiter: str, first_line: int, limits: Limits) -> list[tuple[Row, int]]:
    """The records that hold anything, each with its number of fields."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    kept: list[tuple[Row, int]] = []
    begins, number, cells = first_line, 0, 0
    try:
        for number, fields in enumerate(reader, 1):
            begins = first_line + reader.line_num
            if len(fields) > limits.columns:
                place = Place(cell=str(number))
                raise Refused(FarCell(f"column {limits.columns:,}", place=place))
            values: list[Value] = [field or None for field in fields]
            cells += len(values) - values.count(None)
            if cells > limits.cells:
                raise Refused(TooMuch("fields with content", limits.cells))
            if any(values):
                kept.append((Row(number, _trimmed(values)), len(fields)))
    except csv.Error as error:
        raise Refused(BrokenQuotes(begins, str(error), place=Place(cell=str(number + 1)))) from None
    return kept


def _trimmed(values: list[Value]) -> list[Value]:
    while values and values[-1] is None:
        values.pop()
    return values


def _ragged(records: list[tuple[Row, int]]) -> list[Finding]:
    widths = Counter(width for _, width in records)
    usual = widths.most_common(1)[0][0]
    odd = [(row.number, width) for row, width in records if width != usual]
    if not odd:
        return []
    return [RaggedRows(len(odd), usual, odd[0][1], place=Place(cell=str(odd[0][0])))]
