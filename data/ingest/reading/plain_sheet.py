"""A quick way through worksheets in the plain form of `xml_plain`.

Expat calls back five times for each cell, which takes longer than everything else together. Here
the tags of many rows are found at once and most cells read column by column; the cells that are of
another kind are read one by one, and whatever else there is in the part goes through expat as ever.
After NotPlain the caller reads the whole part with expat.
"""

import re
from collections.abc import Iterator

import numpy as np

from data.ingest.reading.gate import Package
from data.ingest.reading.grid import Row, Value
from data.ingest.reading.quick_cells import Cells, read_cells
from data.ingest.reading.sheet_scan import NAMES, SheetScan, traits
from data.ingest.reading.sheet_tags import EMPTY_ROW, ROW, Ints, tags
from data.ingest.reading.xml_parts import Xml
from data.ingest.reading.xml_plain import NotPlain, decoded, root, without_references

_ROOT = root("worksheet")
_BEGIN, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_LONGEST_HEAD = 1 << 22
_LONGEST_ROW = 1 << 26
_AT_ONCE = 1 << 21  # bytes of rows: enough that what is done once for each piece costs nothing
_ATTRIBUTE = r' ([a-zA-Z0-9:]+)="([^"<&]*)"'
_ATTRIBUTES = r"((?: [a-zA-Z0-9:]+=\"[^\"<&]*\")*)"
_REST_OF_ROW = re.compile(rf"{_ATTRIBUTES}/?>", re.ASCII)
_EACH = re.compile(_ATTRIBUTE)
_CELL = re.compile(
    r'<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?(?: t="([a-zA-Z]{1,9})")?'
    rf"(?:/>|>(<f{_ATTRIBUTES.replace('((', '(?:(')}(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>)?"
    r'(?:<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)',
    re.DOTALL | re.ASCII,
)
_FORMULA = re.compile(r">([^<]*)</f>")
_BEFORE_NUMBER, _ZERO, _MOST_DIGITS = len('<row r="'), b"0"[0], 7
_NUMBER_KINDS = frozenset(("", "n"))
_BLANK_IS_NOTHING = frozenset(("", "n", "s"))


def scan_plain(package: Package, part: str, scan: SheetScan) -> None:
    """Send the rows of a worksheet to `scan`; raises NotPlain, or Refused as the other way does.

    After NotPlain, `scan` and its reader are of no use any more.
    """
    pieces = package.stream(part)
    head, rest = _head(pieces)
    around = Xml(part, NAMES, scan.start, scan.end, scan.pieces.append, scan.place)
    around.feed(head + _BEGIN)
    while _END not in rest:
        cut = rest.rfind(_ROW_END) + len(_ROW_END)
        if cut >= len(_ROW_END):
            _rows(rest[:cut], scan)
            rest = rest[cut:]
        more = _more(pieces)
        if not more or len(rest) > _LONGEST_ROW:
            raise NotPlain
        rest += more
    last, _, rest = rest.partition(_END)
    _rows(last, scan)
    around.feed(_END + rest)
    for piece in pieces:
        around.feed(piece)
    around.close()


def _more(pieces: Iterator[bytes]) -> bytes:
    """The next pieces, together as large as is worth the while."""
    found, size = [], 0
    while size < _AT_ONCE and (piece := next(pieces, None)) is not None:
        found.append(piece)
        size += len(piece)
    return b"".join(found)


def _head(pieces: Iterator[bytes]) -> tuple[bytes, bytes]:
    """What stands before the cells, and what has been read beyond that."""
    head = b""
    for piece in pieces:
        head += piece
        if _BEGIN in head:
            before, _, rest = head.partition(_BEGIN)
            if not _ROOT.match(before) or b"<!" in before:
                raise NotPlain
            return before, rest
        if len(head) > _LONGEST_HEAD:
            break
    raise NotPlain


def _rows(content: bytes, scan: SheetScan) -> None:
    """Whole rows."""
    if not content:
        return
    decoded(content)
    found = tags(content)
    heads = ((found.kinds == ROW) | (found.kinds == EMPTY_ROW)).nonzero()[0]
    opened, sizes = _opened(content, found.opens[heads].tolist(), found.closes[heads].tolist(), scan)
    cells = read_cells(content, found, found.opens[heads], sizes, scan)
    if len(cells.columns) and cells.columns.max() >= scan.widest:
        raise NotPlain
    _fill_slow(content, cells, opened, scan)
    scan.count_blank(int(cells.blank.sum()))
    scan.count_cells(len(cells.blank) - int(cells.blank.sum()))
    columns, values, codes = cells.columns.tolist(), cells.values.tolist(), _codes(cells)
    bounds = cells.bounds.tolist()
    for row, start, end in zip(opened, bounds[:-1], bounds[1:], strict=True):
        row.values = values[start:end]
        shown = codes[start:end] if codes else None
        while row.values and row.values[-1] is None:
            row.values.pop()
        if not row.values:
            continue
        if columns[start + len(row.values) - 1] >= len(row.values):
            row.values, shown = _spread(columns[start:end], row.values, shown)
        scan.keep(row, shown[: len(row.values)] if shown else None)


def _opened(content: bytes, starts: list[int], ends: list[int], scan: SheetScan) -> tuple[list[Row], Ints]:
    """A row for each tag, and how many digits its number has."""
    rows, sizes = [], []
    for start, end in zip(starts, ends, strict=True):
        number, quote, rest = content[start + _BEFORE_NUMBER : end + 1].partition(b'"')
        known = scan.traits.get(rest)
        if known is None:
            known = scan.traits[rest] = _traits(rest)
        if not number.isdigit() or number[0] == _ZERO or len(number) > _MOST_DIGITS or not quote:
            raise NotPlain
        rows.append(scan.row(int(number), *known))
        sizes.append(len(number))
    return rows, np.array(sizes, np.int64)


def _traits(rest: bytes) -> tuple[bool, int]:
    """Whether a row is hidden, and its outline level, by what its tag says after the number."""
    match = _REST_OF_ROW.fullmatch(rest.decode())
    if not match:
        raise NotPlain
    found = _EACH.findall(match[1])
    attributes = dict(found)
    if len(attributes) != len(found) or "r" in attributes:
        raise NotPlain
    return traits(attributes)


def _fill_slow(content: bytes, cells: Cells, rows: list[Row], scan: SheetScan) -> None:
    """Read the cells that are left one by one, in the order of the file."""
    slow = cells.slow.nonzero()[0]
    which = np.searchsorted(cells.bounds, slow, side="right") - 1
    for index, row in zip(slow.tolist(), which.tolist(), strict=True):
        scan.reader.row = rows[row].number
        stored = _number(content, cells, index)
        if stored:
            style, column = cells.formats[cells.styles[index]], int(cells.columns[index])
            value = scan.reader.number(stored.decode(), style, column)
        else:
            value = _slow(content, cells, index, scan)
        cells.values[index] = value
        cells.blank[index] = value is None


def _number(content: bytes, cells: Cells, index: int) -> bytes:
    """What a cell of type number stores; nothing where that takes a closer look."""
    if cells.kinds[cells.styles[index]] not in _NUMBER_KINDS or cells.stored.lengths[index] <= 0:
        return b""
    start = int(cells.stored.starts[index])
    stored = content[start : start + int(cells.stored.lengths[index])]
    return b"" if b"&" in stored else stored


def _codes(cells: Cells) -> list[str]:
    """The number format of each cell that holds something; nothing where there are none."""
    codes_of_styles = [style.code for style in cells.formats]
    if not any(codes_of_styles):
        return []
    codes = np.fromiter(codes_of_styles, object, len(codes_of_styles))[cells.styles]
    codes[cells.blank] = ""
    return list(codes)


def _spread(
    columns: list[int], values: list[Value], codes: list[str] | None
) -> tuple[list[Value], list[str] | None]:
    """A row's values and formats by column, where some columns have none."""
    spread: list[Value] = [None] * (columns[len(values) - 1] + 1)
    shown = [""] * len(spread) if codes else None
    for position, value in enumerate(values):
        spread[columns[position]] = value
        if codes and shown:
            shown[columns[position]] = codes[position]
    return spread, shown


def _slow(content: bytes, cells: Cells, index: int, scan: SheetScan) -> Value:
    """One cell of any kind; nothing stored and an empty text stored look the same here for some."""
    match = _CELL.fullmatch(content[cells.begins[index] : cells.ends[index] + 1].decode())
    if not match:
        raise NotPlain
    kind, formula, stored, inside = (part or "" for part in match.groups())
    if inside and kind != "inlineStr":
        raise NotPlain
    text = without_references(inside or stored)
    if not text and kind not in _BLANK_IS_NOTHING:
        raise NotPlain
    written = None
    if formula:
        shown = _FORMULA.search(formula)
        written = without_references(shown[1]) if shown else ""
    style = cells.formats[cells.styles[index]]
    return scan.reader.value(kind or "n", text or None, written, style, int(cells.columns[index]))
