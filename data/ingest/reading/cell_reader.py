"""From one cell of a worksheet to its value; what is odd about cells is counted here."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.cells import (
    CellsFinding,
    DigitsLost,
    ErrorCells,
    LongText,
    NeverCalculated,
    NotADate,
    NotANumber,
    UnknownFormat,
)
from data.ingest.findings.container import TextMissing, UnknownCellKind
from data.ingest.reading.cell_values import ERRORS, boolean, error, iso_moment, moment
from data.ingest.reading.cell_values import number as number_of
from data.ingest.reading.grid import Uncalculated, Value, address
from data.ingest.reading.limits import EXCEL_TEXT
from data.ingest.reading.number_formats import Shown, Style
from data.ingest.reading.shared_strings import SharedStrings, unescaped

EXAMPLES = 12
_CACHED = 5  # characters: shorter numbers and dates are the ones that repeat
_MANY = 15  # characters: fewer are always as exact as they are written
_MANY_DIGITS = 10**15


class CellReader:
    """Reads the cells of one sheet with the workbook's texts and formats.

    `numbers` holds short numbers and dates that were met before, by what is stored and its format,
    `days` what whole numbers are under a date format, None where they are no date.
    `row` is the number of the row that is being read. `characters` counts the text that was yielded.
    `results` lists (row, column, formula) of the formulas with a stored result other than text, as
    long as all of these are 0; it is None once one is not.
    """

    def __init__(self, sheet: str, strings: SharedStrings, from_1904: bool) -> None:
        self.row = self.characters = 0
        self.results: list[tuple[int, int, str]] | None = []
        self._sheet, self.strings, self.from_1904 = sheet, strings, from_1904
        self.numbers: dict[tuple[str, Style], Decimal | date | timedelta] = {}
        self.days: dict[Style, dict[int, date | timedelta | None]] = {}
        self._odd: dict[type[CellsFinding], list[tuple[str, str]]] = defaultdict(list)
        self._odd_count: dict[type[CellsFinding], int] = defaultdict(int)

    def value(self, kind: str, stored: str | None, formula: str | None, style: Style, column: int) -> Value:
        """The value of a cell of type `kind` that stores the text `stored`; raises Refused."""
        if formula is not None:
            if stored is None or (not stored and kind != "str"):
                self._note(NeverCalculated, column, "")
                return Uncalculated(formula)
            self._result(stored, kind, formula, column)
        if stored is None:
            return None
        if kind == "n":
            known = self.numbers.get((stored, style))
            return self.number(stored, style, column) if known is None else known
        if kind == "s":
            return self.shared(stored, column) if stored else None
        return self._other(kind, stored, formula is not None, column)

    def place(self, column: int) -> Place:
        return Place(self._sheet, address(self.row, column))

    def findings(self) -> list[Finding]:
        """What was odd, one finding a kind."""
        return [
            kind(Place(self._sheet, examples[0][0]), self._odd_count[kind], tuple(examples))
            for kind, examples in self._odd.items()
        ]

    def shared(self, stored: str, column: int) -> str:
        try:
            index = int(stored)
            text = self.strings.listed[index]
        except (ValueError, IndexError):
            index, text = -1, ""
        if index < 0:
            raise Refused(TextMissing(stored[:20], place=self.place(column)))
        size = len(text)
        self.characters += size
        if size > EXCEL_TEXT:
            self._note(LongText, column, f"({size:,})")
        return text

    def _text(self, stored: str, column: int) -> str:
        text = unescaped(stored)
        self.characters += len(text)
        if len(text) > EXCEL_TEXT:
            self._note(LongText, column, f"({len(text):,})")
        return text

    def number(self, stored: str, style: Style, column: int) -> Value:
        """The number, date, time or duration that is stored."""
        if style.shown is Shown.NUMBER and len(stored) < _MANY:
            bare = stored.replace(".", "", 1)
            if bare.isdecimal() and bare.isascii():
                value = Decimal(stored)
                if len(stored) <= _CACHED:
                    self.numbers[stored, style] = value
                return value
        return self._odd_number(stored, style, column)

    def _odd_number(self, stored: str, style: Style, column: int) -> Value:
        value = number_of(stored)
        if value is None:
            return self._no_number(stored, column)
        found: Decimal | date | timedelta | None = value
        if style.shown is Shown.UNKNOWN:
            self._note(UnknownFormat, column, stored)
            return value
        if style.shown is not Shown.NUMBER:
            found = moment(value, style.shown, self.from_1904)
        if found is None:
            self._note(NotADate, column, stored)
            return value
        if len(stored) <= _CACHED:
            self.numbers[stored, style] = found
        elif abs(value) >= _MANY_DIGITS and found is value:
            self._note(DigitsLost, column, stored)
        return found

    def _no_number(self, stored: str, column: int) -> Value:
        if not stored.strip():
            return None
        self._note(NotANumber, column, stored)
        return self._text(stored, column)

    def _other(self, kind: str, stored: str, calculated: bool, column: int) -> Value:
        """Everything but numbers and shared texts."""
        if kind == "e" or (kind == "str" and calculated and stored in ERRORS):
            self._note(ErrorCells, column, stored)
            return error(stored)
        if kind == "b" and (flag := boolean(stored)) is not None:
            return flag
        if kind == "d":
            if (when := iso_moment(stored)) is not None:
                return when
            self._note(NotADate, column, stored)
        elif kind == "b":
            self._note(NotANumber, column, stored)
        elif kind not in ("str", "inlineStr"):
            raise Refused(UnknownCellKind(kind[:20], place=self.place(column)))
        return self._text(stored, column)

    def _result(self, stored: str, kind: str, formula: str, column: int) -> None:
        if self.results is None or kind == "str":
            return
        if stored == "0":
            self.results.append((self.row, column, formula))
        else:
            self.results = None

    def _note(self, kind: type[CellsFinding], column: int, text: str) -> None:
        self._odd_count[kind] += 1
        if len(self._odd[kind]) < EXAMPLES:
            self._odd[kind].append((address(self.row, column), text[:40]))
