"""Columns of numbers: exact decimals, shares of one, whole numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.findings import values as wrong
from data.ingest.reading.grid import CellError, Uncalculated, Value
from data.ingest.staged import plain
from data.ingest.understanding import amounts
from data.ingest.understanding.block import TEXTUAL, Cells, text_of
from data.ingest.understanding.headers import format_unit, unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.vocabulary import reason_missing

_DECIMAL = pa.decimal128(24, 6)
_SHARE = pa.decimal128(9, 6)
# unmistakable whatever the decimal mark: a point with three digits behind it may separate thousands
_PLAIN_NUMBER = r"^-?(\d+(\.\d{1,2}|\.\d{4,})?|0\.\d+)$"
_SIX = Decimal("0.000001")
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


@dataclass
class Stored:
    """A typed column. `raw` has the text of the cells whose stored value differs from it, `missing`
    the reason of nulls that are not simply blank, both by index; `notes` is what was understood."""

    array: pa.Array
    raw: dict[int, str] = field(default_factory=dict)
    missing: dict[int, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    texts: pa.Array | None = None  # the cells as written, where they were needed on the way


@dataclass(frozen=True)
class Style:
    """How a source writes: factor of the header, decimal mark of the rest of the table, the source's
    own words for missing (opening, reason), and whether its dates are day first (None: not known)."""

    scale: Decimal = Decimal(1)
    mark: str = ""
    absent: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # the source's words for the model's choices


PLAIN = Style()
_POINTED = frozenset({"GBP", "USD", "AUD", "NZD", "CAD", "INR", "JPY", "SGD", "HKD"})  # written with a point


def decimals(cells: Cells, heard: Heard, style: Style = PLAIN) -> Stored:
    """The column as decimal(24, 6), times the scale of its header; what cannot be read is null."""
    if style.scale == 1 and set(map(type, cells.values)) <= {Decimal, str, type(None)}:
        quick = _straight(cells.values)
        if quick is not None:
            return quick
    return _finish(cells, _read(cells, heard, style), heard, 18, _DECIMAL)


def _straight(values: Sequence[Value]) -> Stored | None:
    """The fast way, for a column of plain numbers, also such as text; None when one is anything else."""
    if set(map(type, values)) <= TEXTUAL:
        texts = pa.array(values, pa.string())
    else:
        texts = pa.array([None if value is None else str(value) for value in values], pa.string())
    plain_ones = pc.match_substring_regex(texts, _PLAIN_NUMBER)
    if not pc.all(plain_ones, skip_nulls=True).as_py():
        return None
    try:
        return Stored(texts.cast(_DECIMAL), texts=texts)
    except pa.ArrowInvalid:
        return None


@dataclass
class _Column:
    numbers: list[Decimal | None]
    raw: dict[int, str]
    missing: dict[int, str]
    percent: set[int]  # indexes of values that were marked as percent
    notes: dict[str, str]


def _read(cells: Cells, heard: Heard, style: Style) -> _Column:
    column = _Column([], {}, {}, set(), {})
    mark, undecided = _decimal_mark(cells, heard, style, column.notes)
    with localcontext(_EXACT):
        for index, value in enumerate(cells.values):
            if type(value) is Decimal:
                column.numbers.append(value * style.scale)
                if style.scale != 1:
                    column.raw[index] = plain(value)
            elif value is None:
                column.numbers.append(None)
            else:
                column.numbers.append(_one(cells, index, value, column, heard, style, mark, undecided))
    return column


def _decimal_mark(cells: Cells, heard: Heard, style: Style, notes: dict[str, str]) -> tuple[str, bool]:
    """The decimal mark of the column's texts, and whether texts that could be either stay unknown."""
    if heard.answers.decimal_mark:
        return heard.answers.decimal_mark, False
    seen = amounts.marks(value for value in cells.values if isinstance(value, str))
    if seen.clash:
        heard.add(wrong.SeparatorsMixed(cells.place(0), cells.header, seen.comma, seen.point))
        return ".", True
    mark = seen.mark or style.mark
    if seen.either and not mark:
        first = next(index for index, value in enumerate(cells.values) if value == seen.either)
        place = cells.place(first)
        if not seen.grouped:
            heard.add(wrong.SeparatorAssumed(place, cells.header, seen.either))
        elif style.scale == 1:  # nobody writes money with three decimals
            heard.add(wrong.SeparatorAssumed(place, cells.header, seen.either, "point", "comma"))
            mark = ","
        elif unit(cells.header).currency not in _POINTED:
            heard.add(wrong.SeparatorUndecided(place, cells.header, seen.either))
        else:
            heard.add(wrong.SeparatorAssumed(place, cells.header, seen.either))
    if seen.comma or mark == ",":
        notes["decimal mark"] = "comma"
    return mark or ".", False


def _one(
    cells: Cells,
    index: int,
    value: Value,
    column: _Column,
    heard: Heard,
    style: Style,
    mark: str,
    undecided: bool,
) -> Decimal | None:
    """The number of one cell that is not a plain number."""
    column.raw[index] = text_of(value)
    if isinstance(value, str):
        amount = amounts.parse(value, mark)
        if amount and not (undecided and amount != amounts.parse(value, ",")):
            if amount.percent:
                column.percent.add(index)
            return amount.number if amount.scaled or amount.percent else amount.number * style.scale
        if reason := reason_missing(value, style.absent):
            column.missing[index] = reason
            if not value.strip():
                del column.raw[index], column.missing[index]
            return None
    column.missing[index] = unreadable(cells, index, value, heard)
    return None


def unreadable(cells: Cells, index: int, value: Value, heard: Heard) -> str:
    """Report a cell that holds no number, and say why it is missing."""
    place, text = cells.place(index), text_of(value)
    if isinstance(value, CellError):
        heard.add(wrong.ErrorCell(place, cells.header, text))
        return "error"
    if isinstance(value, Uncalculated):
        heard.add(wrong.UncalculatedCell(place, cells.header, value.formula[:80]))
        return "uncalculated"
    heard.add(wrong.NotANumber(place, cells.header, text[:80]))
    return "not numeric"


def _finish(cells: Cells, column: _Column, heard: Heard, digits: int, kind: pa.DataType) -> Stored:
    """Round to six decimals, drop what is too large, and build the array."""
    limit, rounded, first = Decimal(10) ** digits, 0, -1
    with localcontext(_EXACT):
        for index, number in enumerate(column.numbers):
            if number is None:
                continue
            if abs(number) >= limit:
                heard.add(
                    wrong.NumberTooLarge(cells.place(index), cells.header, text_of(cells.values[index])[:80])
                )
                column.missing[index], column.numbers[index] = "not numeric", None
                column.raw[index] = text_of(cells.values[index])
                continue
            kept = number.quantize(_SIX)
            if kept != number:
                rounded, first = rounded + 1, index if first < 0 else first
                column.raw.setdefault(index, text_of(cells.values[index]))
            column.numbers[index] = kept
    if rounded:
        heard.add(wrong.DecimalsRounded(cells.place(first), cells.header, rounded))
    return Stored(pa.array(column.numbers, kind), column.raw, column.missing, column.notes)


def shares(cells: Cells, heard: Heard, style: Style = PLAIN) -> Stored:
    """The column as shares of one.

    A percent format or sign decides a cell; the other numbers decide together: none above one are
    shares, whole numbers up to above one are percent, a mixture is unknown.
    """
    column = _read(cells, heard, style)
    for index, value in enumerate(cells.values):
        if type(value) is Decimal and format_unit(cells.format(index)).percent:
            column.percent.add(index)
    loose = [i for i, number in enumerate(column.numbers) if number is not None and i not in column.percent]
    if heard.answers.percent:
        _as_answered(column, loose, heard.answers.percent)
    elif any(abs(column.numbers[i] or Decimal(0)) > 1 for i in loose):
        _as_percent(cells, column, loose, heard)
    return _finish(cells, column, heard, 3, _SHARE)


def _as_answered(column: _Column, loose: list[int], said: str) -> None:
    for index in loose if said == "percent" else ():
        column.raw.setdefault(index, plain(column.numbers[index] or Decimal(0)))
        column.numbers[index] = (column.numbers[index] or Decimal(0)) / 100
    column.notes["scale"] = said


def _as_percent(cells: Cells, column: _Column, loose: list[int], heard: Heard) -> None:
    sizes = {index: abs(column.numbers[index] or Decimal(0)) for index in loose}
    large = max(sizes, key=lambda index: sizes[index])
    small: int | None = next((index for index in loose if 0 < sizes[index] < 1), None)
    if small is None and column.percent:
        small = min(column.percent)
    if small is not None:
        texts = (text_of(cells.values[small]), text_of(cells.values[large]))
        heard.add(wrong.SharesMixed(cells.place(large), cells.header, *texts))
    else:
        heard.add(wrong.SharesAsPercent(cells.place(large), cells.header, text_of(cells.values[large])))
        column.notes["scale"] = "percent"
    for index in loose:
        column.raw[index] = text_of(cells.values[index])
        number = column.numbers[index]
        if small is not None:
            column.numbers[index], column.missing[index] = None, "not numeric"
        elif number is not None:
            column.numbers[index] = number / 100


def integers(cells: Cells, heard: Heard) -> Stored:
    """The column as whole numbers; others are not read."""
    column = _read(cells, heard, PLAIN)
    whole: list[int | None] = []
    for index, number in enumerate(column.numbers):
        if number is not None and (number != number.to_integral_value() or abs(number) >= 2**31):
            heard.add(wrong.NotANumber(cells.place(index), cells.header, text_of(cells.values[index])[:80]))
            column.raw[index], number = text_of(cells.values[index]), None
        whole.append(None if number is None else int(number))
    return Stored(pa.array(whole, pa.int32()), column.raw, column.missing, column.notes)
