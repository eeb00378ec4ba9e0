"""A quick way through worksheets in the plain form of `xml_plain`.

Expat calls back five times for each cell, which takes longer than everything else together. Here
one regular expression cuts a row into its cells; whatever else there is in the part goes through
expat as ever. After NotPlain the caller reads the whole part with expat.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from data.ingest.reading.addresses import COLUMNS
from data.ingest.reading.cell_reader import CellReader
from data.ingest.reading.gate import Package
from data.ingest.reading.grid import Value
from data.ingest.reading.number_formats import MISSING, Style
from data.ingest.reading.sheet_scan import NAMES, SheetScan
from data.ingest.reading.xml_parts import Xml
from data.ingest.reading.xml_plain import NotPlain, decoded, root, without_references

_ROOT = root("worksheet")
_BEGIN, _END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_LONGEST_HEAD = 1 << 22
_LONGEST_ROW = 1 << 26
_ATTRIBUTE = r' ([a-zA-Z0-9:]+)="([^"<&]*)"'
_ATTRIBUTES = r'((?: [a-zA-Z0-9:]+="[^"<&]*")*)'
_OPEN = re.compile(rf'<row r="([1-9]\d{{0,6}})"{_ATTRIBUTES}(/?)>')
_EACH = re.compile(_ATTRIBUTE)
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})(\d{1,7})"(?: s="(\d{1,6})")?(?: t="([a-zA-Z]{1,9})")?'
    rf"(?:/>|>(<f{_ATTRIBUTES.replace('((', '(?:(')}(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>)?"
    r'(?:<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)|(.+)',
    re.DOTALL,
)
_FORMULA = re.compile(r">([^<]*)</f>")
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
        piece = next(pieces, None)
        if piece is None or len(rest) > _LONGEST_ROW:
            raise NotPlain
        rest += piece
    last, _, rest = rest.partition(_END)
    _rows(last, scan)
    around.feed(_END + rest)
    for piece in pieces:
        around.feed(piece)
    around.close()


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
    *rows, last = decoded(content).split("</row>")
    for row in rows:
        position, number = _opened(row, scan)
        if number is None:
            raise NotPlain
        _cells(row, position, number, scan)
        scan.close_row()
    if _opened(last, scan) != (len(last), None):
        raise NotPlain


def _opened(text: str, scan: SheetScan) -> tuple[int, str | None]:
    """Pass over rows without cells, then open one; its number is None where there is no other."""
    position = 0
    while match := _OPEN.match(text, position):
        position = match.end()
        attributes = {"r": match[1]}
        if match[2]:
            found = _EACH.findall(match[2])
            attributes.update(found)
            if len(attributes) != len(found) + 1:
                raise NotPlain
        scan.open_row(attributes)
        if not match[3]:
            return position, match[1]
    return position, None


def _cells(text: str, position: int, number: str, scan: SheetScan) -> None:
    """The cells of one row, in the order of their columns."""
    found = _CELL.findall(text, position)
    if not found:
        if position != len(text):
            raise NotPlain
        return
    letters, digits, styles, kinds, formulas, stored, inline, stray = zip(*found, strict=True)
    columns = _columns(letters)
    if any(stray) or digits.count(number) != len(digits) or not columns or columns[-1] >= scan.widest:
        raise NotPlain
    texts = _inside(kinds, stored, inline) if any(inline) else stored
    if "&" in text:
        texts = tuple(map(without_references, texts))
    _place(
        scan, columns, [scan.styles.get(index or "0", MISSING) for index in styles], kinds, formulas, texts
    )


@lru_cache(maxsize=1_000)
def _columns(letters: tuple[str, ...]) -> tuple[int, ...]:
    """The columns of a row's cells; none where they do not stand in order."""
    columns = tuple(COLUMNS.get(each, -1) for each in letters)
    in_order = columns[0] >= 0 and all(here < after for here, after in pairwise(columns))
    return columns if in_order else ()


def _inside(kinds: tuple[str, ...], stored: tuple[str, ...], inline: tuple[str, ...]) -> tuple[str, ...]:
    """What is stored, or the text inside the cell where its type says so."""
    if any(text and kind != "inlineStr" for text, kind in zip(inline, kinds, strict=True)):
        raise NotPlain
    return tuple(text or value for text, value in zip(inline, stored, strict=True))


def _place(
    scan: SheetScan,
    columns: tuple[int, ...],
    styles: list[Style],
    kinds: tuple[str, ...],
    formulas: tuple[str, ...],
    texts: tuple[str, ...],
) -> None:
    """Fill the open row; texts of the list and numbers are the ones that must be quick."""
    shared, read_number, numbers = scan.reader.shared, scan.reader.number, scan.reader.numbers
    values: list[Value] = [None] * (columns[-1] + 1)
    codes = [""] * len(values)
    blank = 0
    for column, style, kind, formula, text in zip(columns, styles, kinds, formulas, texts, strict=True):
        if kind == "s" and text and not formula:
            values[column] = shared(text, column)
        elif not kind and text and not formula:
            known = numbers.get((text, style))
            values[column] = read_number(text, style, column) if known is None else known
        else:
            value = _any(scan.reader, kind, formula, text, style, column)
            if value is None:
                blank += 1
                continue
            values[column] = value
        codes[column] = style.code
    scan.count_blank(blank)
    while values and values[-1] is None:
        values.pop()
        codes.pop()
    scan.values += values
    scan.codes += codes


def _any(reader: CellReader, kind: str, formula: str, text: str, style: Style, column: int) -> Value:
    """A cell of any kind; nothing stored and an empty text stored look the same here for some."""
    if not text and kind not in _BLANK_IS_NOTHING:
        raise NotPlain
    written = None
    if formula:
        match = _FORMULA.search(formula)
        written = without_references(match[1]) if match else ""
    return reader.value(kind or "n", text or None, written, style, column)
