"""The cells of plain worksheet rows as columns of an array: where each is and, for most, its value.

Texts of the list, short positive numbers, whole days and booleans are read many at a time; all
others are marked `slow` and read one by one as ever.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.ingest.reading.cell_values import moment
from data.ingest.reading.limits import EXCEL_COLUMNS, EXCEL_TEXT
from data.ingest.reading.number_formats import MISSING, Shown, Style
from data.ingest.reading.sheet_scan import SheetScan
from data.ingest.reading.sheet_tags import (
    CELL,
    CELL_END,
    EMPTY_CELL,
    EMPTY_ROW,
    MASKS,
    ROW,
    VALUE,
    WORD,
    Ints,
    Tags,
    Words,
)
from data.ingest.reading.xml_plain import NotPlain

Objects = NDArray[np.object_]
Flags = NDArray[np.bool_]

_REST = re.compile(r'(?: s="(\d{1,6})")?(?: t="([a-zA-Z]{1,9})")?/?', re.ASCII)
_LONGEST_REST = 4 * WORD
_ROW_NUMBER = len('<row r="')
_ADDRESS = len('<c r="')
_NUMBER_MOST = 15  # characters: fewer are always as exact as they are written
_DAYS = 100_000  # numbers of up to five digits
_BLANK_KINDS = ("", "n", "s")

_CLASSES = np.full(256, 16, np.uint8)  # of the characters of a number: digits 0, points 1, others many
_CLASSES[0] = 0
_CLASSES[ord("0") : ord("9") + 1] = 0
_CLASSES[ord(".")] = 1

_ZEROS = np.uint64(0x3030303030303030)
_TENS = (np.uint64(10), np.uint64(0x00FF00FF00FF00FF), np.uint64(8))
_HUNDREDS = (np.uint64(100), np.uint64(0x0000FFFF0000FFFF), np.uint64(16))
_MYRIADS = (np.uint64(10_000), np.uint64(0x00000000FFFFFFFF), np.uint64(32))


@dataclass
class Cells:
    """The cells of some rows in the order of the file; `bounds[n]` is the first cell of row n.

    `begins` and `ends` are the places of the brackets around a whole cell.
    """

    bounds: Ints
    columns: Ints
    begins: Ints
    ends: Ints
    values: Objects
    styles: Ints  # indexes of `formats` and `kinds`
    slow: Flags
    blank: Flags
    stored: "Stored"
    formats: list[Style] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)


@dataclass
class Stored:
    """What the cells store: from `starts` on `lengths` characters, nothing where the length is -1."""

    words: Words
    starts: Ints
    lengths: Ints

    def first(self, at: Ints) -> tuple[Words, Ints]:
        """The first eight characters of these, with nothing behind a shorter one, and their lengths."""
        lengths = self.lengths[at]
        return self.words[self.starts[at]] & MASKS[np.minimum(lengths, WORD)], lengths


def read_cells(content: bytes, tags: Tags, heads: Ints, sizes: Ints, scan: SheetScan) -> Cells:
    """The cells of the rows that begin at `heads` and whose numbers have `sizes` digits; raises NotPlain."""
    is_row = (tags.kinds == ROW) | (tags.kinds == EMPTY_ROW)
    at = np.flatnonzero((tags.kinds == CELL) | (tags.kinds == EMPTY_CELL))
    rows = np.cumsum(is_row)[at] - 1
    begins = tags.opens[at]
    columns, after = _addresses(tags.words, begins, rows, heads + _ROW_NUMBER, sizes + 1)
    bounds = np.searchsorted(rows, np.arange(len(heads) + 1))
    if ((columns[1:] <= columns[:-1]) & (rows[1:] == rows[:-1])).any():
        raise NotPlain
    rests, which = _rests(tags.words, after, tags.closes[at], content)
    full = tags.kinds[at] == CELL
    ends = tags.closes[at]
    ends[full] = tags.closes[tags.kinds == CELL_END]
    blank = ends - tags.closes[at] <= len("</c>")
    holds = np.minimum(at + 1, len(tags.kinds) - 1)
    has_value = full & (tags.kinds[holds] == VALUE)
    starts = tags.closes[holds] + 1
    closing = tags.opens[np.minimum(holds + 1, len(tags.opens) - 1)]
    stored = Stored(tags.words, starts, np.where(has_value, closing - starts, -1))
    values = np.full(len(at), None, object)
    cells = Cells(bounds, columns, begins, ends, values, which, ~has_value & ~blank, blank, stored)
    _fill(cells, content, stored, rests, scan)
    return cells


def _addresses(words: Words, begins: Ints, rows: Ints, numbers: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """The column of each cell, and where its address ends; its row must be the one that it stands in."""
    letters = words[begins + _ADDRESS]
    one, two, three = ((letters >> np.uint64(8 * n)).astype(np.uint8).astype(np.int64) - 64 for n in range(3))
    is_two = (two >= 1) & (two <= 26)
    is_three = is_two & (three >= 1) & (three <= 26)
    columns = np.where(is_three, (one * 26 + two) * 26 + three, np.where(is_two, one * 26 + two, one)) - 1
    if ((one < 1) | (one > 26) | (columns >= EXCEL_COLUMNS)).any():
        raise NotPlain
    digits = begins + _ADDRESS + 1 + is_two + is_three
    quoted = words[numbers] & MASKS[lengths]  # with the quotation mark at its end
    if ((words[digits] & MASKS[lengths][rows]) != quoted[rows]).any():
        raise NotPlain
    return columns, digits + lengths[rows]


def _rests(words: Words, starts: Ints, closes: Ints, content: bytes) -> tuple[list[tuple[str, str]], Ints]:
    """The different ends of a cell's tag, as (style, type), and which one each cell has."""
    lengths = closes - starts
    if len(lengths) and lengths.max() > _LONGEST_REST:
        raise NotPlain
    pieces = [
        words[starts + offset] & MASKS[np.clip(lengths - offset, 0, WORD)]
        for offset in range(0, int(lengths.max(initial=0)), WORD)
    ] or [np.zeros(len(starts), np.uint64)]
    mixed = pieces[0]
    for piece in pieces[1:]:
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) ^ piece
    _, examples, which = np.unique(mixed, return_index=True, return_inverse=True)
    if any((piece != piece[examples][which]).any() for piece in pieces):
        raise NotPlain  # two different ones that mix to the same number
    found = []
    for example in examples:
        match = _REST.fullmatch(content[starts[example] : closes[example]].decode("latin-1"))
        if not match:
            raise NotPlain
        found.append((match[1] or "0", match[2] or ""))
    return found, which


def _fill(
    cells: Cells, content: bytes, stored: Stored, rests: list[tuple[str, str]], scan: SheetScan
) -> None:
    """Fill in the values that can be read many at a time; mark the others slow."""
    text = content.decode("latin-1")
    for number, (style_index, kind) in enumerate(rests):
        style = scan.styles.get(style_index, MISSING)
        cells.formats.append(style)
        cells.kinds.append(kind)
        mine = cells.styles == number
        if kind not in _BLANK_KINDS:
            cells.slow |= mine & cells.blank
        at = np.flatnonzero(mine & (stored.lengths >= 0))
        if len(at):
            values, done = _read(text, stored, at, scan, kind, style)
            cells.values[at[done]] = values
            cells.slow[at[~done]] = True
    cells.blank &= ~cells.slow


def _read(text: str, stored: Stored, at: Ints, scan: SheetScan, kind: str, style: Style) -> tuple[Any, Flags]:
    """The values of cells of one type and format, as far as they are of the simple kind, and which are."""
    if kind == "s":
        return _shared(stored, at, scan)
    if kind == "b":
        first, lengths = stored.first(at)
        done = (lengths == 1) & ((first == ord("1")) | (first == ord("0")))
        return (first[done] == ord("1")).astype(object), done
    if kind not in ("", "n") or style.shown is Shown.UNKNOWN:
        return [], np.zeros(len(at), bool)
    if style.shown is Shown.NUMBER:
        return _numbers(text, stored, at)
    return _days(stored, at, scan, style)


def _shared(stored: Stored, at: Ints, scan: SheetScan) -> tuple[Any, Flags]:
    indexes, done = _whole(*stored.first(at))
    strings = scan.reader.strings
    done &= indexes < len(strings.listed)
    sizes = strings.sizes[indexes[done]]
    scan.reader.characters += int(sizes.sum())
    if (sizes > EXCEL_TEXT).any():
        raise NotPlain  # the note that belongs to such a text is made where it is read alone
    return strings.array[indexes[done]], done


def _numbers(text: str, stored: Stored, at: Ints) -> tuple[Any, Flags]:
    """Plain positive numbers."""
    first, lengths = stored.first(at)
    second = stored.words[stored.starts[at] + WORD] & MASKS[np.clip(lengths - WORD, 0, WORD)]
    characters = np.column_stack((first, second)).view(np.uint8)
    points = _CLASSES[characters].sum(axis=1, dtype=np.uint8)
    done = (points <= 1) & (lengths > points) & (lengths < _NUMBER_MOST)
    starts = stored.starts[at[done]]
    pieces = [
        text[start:end] for start, end in zip(starts.tolist(), (starts + lengths[done]).tolist(), strict=True)
    ]
    try:
        return np.fromiter(map(Decimal, pieces), object, len(pieces)), done
    except InvalidOperation:
        raise NotPlain from None


def _days(stored: Stored, at: Ints, scan: SheetScan, style: Style) -> tuple[Any, Flags]:
    """Whole days under a date format."""
    serials, done = _whole(*stored.first(at))
    done &= serials < _DAYS
    different, which = np.unique(serials[done], return_inverse=True)
    known = scan.reader.days.setdefault(style, {})
    for serial in different.tolist():
        if serial not in known:
            known[serial] = moment(Decimal(serial), style.shown, scan.reader.from_1904)
    days = np.fromiter(map(known.__getitem__, different.tolist()), object, len(different))
    values = days[which]
    real = np.array([day is not None for day in days], bool)[which]
    done[done] = real
    return values[real], done


def _whole(first: Words, lengths: Ints) -> tuple[Ints, Flags]:
    """The whole numbers of up to seven digits, and which are such."""
    fits = (lengths >= 1) & (lengths < WORD)
    shift = (np.uint64(8) * (WORD - np.clip(lengths, 1, WORD)).astype(np.uint64)).astype(np.uint64)
    digits = (first << shift) ^ (_ZEROS & ~_low(shift))
    over = (digits | (digits + np.uint64(0x0606060606060606))) & np.uint64(0xF0F0F0F0F0F0F0F0)
    fits &= over == 0
    value = digits
    for factor, mask, by in (_TENS, _HUNDREDS, _MYRIADS):
        value = (value & mask) * factor + ((value >> by) & mask)
    return value.astype(np.int64), fits


def _low(shift: Words) -> Words:
    """The bits below `shift`, which is less than 64."""
    return (np.uint64(1) << shift) - np.uint64(1)
