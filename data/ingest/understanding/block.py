"""One table on a sheet: its header, its rows, and its columns as sequences of cells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import chain

from data.ingest.findings.base import Place
from data.ingest.reading.grid import CellError, Row, Sheet, Uncalculated, Value, address, column_letters
from data.ingest.staged import plain
from data.ingest.understanding.headers import key
from data.ingest.understanding.vocabulary import clean

SEARCHED_ROWS = 60
TEXTUAL = frozenset((str, type(None)))  # the kinds of a column of nothing but texts
_NUMERIC = frozenset((Decimal, type(None)))


def text_of(value: Value) -> str:
    """A value as plain text: shortest decimal, ISO date and time, the error's name, the formula."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, CellError):
        return value.name
    if isinstance(value, Uncalculated):
        return f"={value.formula}"
    return "" if value is None else str(value)


def texts_of(values: Sequence[Value]) -> list[str | None]:
    """The values as plain text; null where a cell holds nothing or an empty text."""
    kinds = set(map(type, values))
    if kinds <= TEXTUAL:
        return [value or None for value in values]  # type: ignore[misc]
    if kinds <= _NUMERIC:
        return [None if value is None else _short_number(value) for value in values]  # type: ignore[arg-type]
    return [
        None if value is None else (value or None) if type(value) is str else _short(value)
        for value in values
    ]


def _short(value: Value) -> str:
    """A value as plain text; most decimals are short and written plainly as they are."""
    if type(value) is Decimal:
        return _short_number(value)
    return _text_of_repeated(value) if type(value) is date else text_of(value)


def _short_number(value: Decimal) -> str:
    text = str(value)
    return text if text[-1] != "0" and "E" not in text else plain(value)


@lru_cache(maxsize=65536)
def _text_of_repeated(value: date) -> str:
    return value.isoformat()


def holds(value: Value) -> bool:
    """Whether a cell holds anything beyond spaces."""
    return value is not None and (not isinstance(value, str) or bool(clean(value)))


def strings(values: Sequence[Value]) -> list[str]:
    """The texts among these values."""
    kinds = set(map(type, values))
    if str not in kinds:
        return []
    if kinds <= TEXTUAL:
        return [value for value in values if value is not None]  # type: ignore[misc]
    return [value for value in values if isinstance(value, str)]


class Rows(list[Row]):
    """Rows that several look at, one after the other: they are turned into columns once."""

    @cached_property
    def columns(self) -> list[tuple[Value, ...]]:
        return turned(self)


def turned(rows: Sequence[Row]) -> list[tuple[Value, ...]]:
    """The columns of these rows, all of the same length."""
    width = max((len(row.values) for row in rows), default=0)
    cells = list(chain.from_iterable(_padded(row.values, width) for row in rows))
    return [tuple(cells[column::width]) for column in range(width)]


def _padded(values: list[Value], width: int) -> list[Value]:
    return values if len(values) == width else [*values, *[None] * (width - len(values))]


def rows_below(sheet: Sheet, number: int) -> Rows:
    """The rows below the row of this number that hold anything; the same ones for all who ask."""
    noted = ("below", number)
    if noted not in sheet.noted:
        sheet.noted[noted] = Rows(
            row for row in sheet.rows if row.number > number and any(map(holds, row.values))
        )
    found: Rows = sheet.noted[noted]
    return found


@dataclass(frozen=True)
class Cells:
    """One column of a block: `values[i]` is in row `rows[i]`, whose number formats are `formats[i]`."""

    sheet: str
    column: int
    header: str
    rows: Sequence[int]
    values: Sequence[Value]
    formats: Sequence[list[str] | None] | None = None
    format_column: int = -1  # the column of `formats`
    flipped: bool = False  # the sheet was transposed: rows and columns are exchanged back for addresses

    def place(self, index: int) -> Place:
        return Place(self.sheet, self.address(index))

    def address(self, index: int) -> str:
        row, column = self.rows[index], self.column
        if self.flipped:
            return address(column + 1, row - 1) if column >= 0 else column_letters(row - 1)
        return address(row, column)

    @property
    def letters(self) -> str:
        return column_letters(self.column)

    def format(self, index: int) -> str:
        shown = self.formats[index] if self.formats else None
        return shown[self.format_column] if shown and 0 <= self.format_column < len(shown) else ""


@dataclass
class Block:
    """A header row, the rows below it that are data, and the rows above it.

    `headers` are the texts by 0-based column. `made` are columns that are not on the sheet, each with
    the column that it was made from, None where it was made from none.
    """

    sheet: Sheet
    header_row: int
    headers: dict[int, str]
    rows: list[Row]
    above: list[Row] = field(default_factory=list)
    flipped: bool = False
    made: dict[int, int | None] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def first_column(self) -> str:
        own = [column for column in self.headers if column not in self.made]
        return column_letters(min(own, default=0))

    @cached_property
    def numbers(self) -> list[int]:
        return [row.number for row in self.rows]

    @cached_property
    def columns(self) -> list[tuple[Value, ...]]:
        return self.rows.columns if isinstance(self.rows, Rows) else turned(self.rows)

    def values(self, column: int) -> tuple[Value, ...]:
        return self.columns[column] if column < len(self.columns) else (None,) * len(self.rows)

    def trimmed(self, column: int) -> list[str | None]:
        """The trimmed texts of a column that holds nothing else; made once."""
        if column not in self._trimmed:
            values = self.values(column)
            known: dict[Value, str | None] = {
                text: clean(text) or None for text in set(values) if isinstance(text, str)
            }
            self._trimmed[column] = list(map(known.get, values))
        return self._trimmed[column]

    @cached_property
    def _trimmed(self) -> dict[int, list[str | None]]:
        return {}

    @cached_property
    def formats(self) -> list[list[str] | None] | None:
        """The number formats of each row; None where no cell has one."""
        return [row.formats for row in self.rows] if any(row.formats for row in self.rows) else None

    def cells(self, column: int, formats: bool = True) -> Cells:
        """The column's cells; their header is the first line of the header's text."""
        return Cells(
            self.name,
            self.shown(column),
            next(iter(self.headers.get(column, "").splitlines()), ""),
            self.numbers,
            self.values(column),
            self.formats if formats else None,
            column,
            self.flipped,
        )

    def shown(self, column: int) -> int:
        """The column on the sheet that a column's cells stand in; -1 where they stand in none."""
        origin = self.made.get(column, column)
        return -1 if origin is None else origin


def header_texts(row: Row) -> dict[int, str]:
    """The texts of a header row by column; numbers and dates as plain text, empty cells absent."""
    return {column: clean(text_of(value)) for column, value in enumerate(row.values) if holds(value)}


def best_header(sheet: Sheet, score: Callable[[Row], int]) -> int | None:
    """The index among `sheet.rows` of the row that scores highest (first of equals), None without any."""
    best, most = None, 0
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        if (points := score(row)) > most:
            best, most = index, points
    return best


def block_at(sheet: Sheet, index: int) -> Block:
    """The block whose header is `sheet.rows[index]` and whose rows are all below that hold anything."""
    row = sheet.rows[index]
    return Block(sheet, row.number, header_texts(row), rows_below(sheet, row.number), sheet.rows[:index])


def repeats_header(block: Block, row: Row) -> bool:
    """Whether a row repeats the block's header, as exports with page breaks do."""
    texts = {column: text for column, text in header_texts(row).items() if column in block.headers}
    return len(texts) >= 2 and all(key(text) == key(block.headers[column]) for column, text in texts.items())
