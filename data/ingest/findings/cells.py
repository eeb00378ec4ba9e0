"""What can be odd about cells. One finding a sheet and kind: it counts them and names the first few."""

from dataclasses import dataclass
from typing import ClassVar

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class CellsFinding(Finding):
    """Some cells of one sheet: how many, and the first few as (address, text as stored)."""

    severity: ClassVar[Severity] = Severity.NOTES
    one: ClassVar[str]
    many: ClassVar[str]

    count: int
    examples: tuple[tuple[str, str], ...]

    def what(self) -> str:
        says = self.one if self.count == 1 else self.many.format(self.count)
        shown = ", ".join(f"{where} {text}".strip() for where, text in self.examples)
        more = ", ..." if self.count > len(self.examples) else ""
        return f"{says}: {shown}{more}."


@dataclass(frozen=True)
class NotANumber(CellsFinding):
    """Stored as a number, yet no number that can be used: too large, NaN, or letters. Kept as text."""

    code = "not-a-number"
    remedy = "Correct the value in the workbook; until then it is text and is not counted."
    one = "1 cell is stored as a number but is none"
    many = "{} cells are stored as numbers but are none"


@dataclass(frozen=True)
class NotADate(CellsFinding):
    """A number shown as a date that is none: 0, negative, 29 February 1900, beyond 9999. Kept as number."""

    code = "not-a-date"
    remedy = "Enter the date again, or clear the cell; until then it is read as a plain number."
    one = "1 cell is formatted as a date but holds a number that is no date"
    many = "{} cells are formatted as dates but hold numbers that are no dates"


@dataclass(frozen=True)
class ErrorCells(CellsFinding):
    """Cells that show an error such as #REF!. They have no value."""

    code = "error-cells"
    remedy = "Repair the formulas in Excel; an error is not counted as zero, it counts as missing."
    one = "1 cell shows an error"
    many = "{} cells show an error"


@dataclass(frozen=True)
class NeverCalculated(CellsFinding):
    """Formulas whose result is not in the file. They have no value."""

    code = "never-calculated"
    remedy = "Open the workbook in Excel, save it and upload it again: Excel stores the results."
    one = "1 formula has no stored result"
    many = "{} formulas have no stored result"


@dataclass(frozen=True)
class PlaceholderResults(CellsFinding):
    """A program wrote the workbook with 0 as the result of every formula and asks Excel to recalculate.

    The zeros are not results: the cells count as never calculated.
    """

    code = "placeholder-results"
    remedy = "Open the workbook in Excel, save it and upload it again: Excel stores the real results."
    one = "1 formula carries a placeholder 0 instead of a result"
    many = "All {} formulas carry a placeholder 0 instead of a result"


@dataclass(frozen=True)
class LongText(CellsFinding):
    """More characters than a spreadsheet program keeps in a cell. Kept whole."""

    code = "long-text"
    remedy = "Check where the text comes from; Excel would cut it at 32,767 characters."
    one = "1 cell holds more than 32,767 characters"
    many = "{} cells hold more than 32,767 characters"


@dataclass(frozen=True)
class UnknownFormat(CellsFinding):
    """The cell's format is not in the file, so that a number cannot be told from a date. Kept as number."""

    code = "unknown-format"
    remedy = (
        "If these should be dates or amounts, open the workbook in Excel, format them, save and upload again."
    )
    one = "1 number refers to a cell format that is not in the file; it could be a date"
    many = "{} numbers refer to cell formats that are not in the file; they could be dates"


@dataclass(frozen=True)
class DigitsLost(CellsFinding):
    """Whole numbers of more than 15 digits: Excel keeps 15, so that an ID may have lost its last ones."""

    code = "digits-lost"
    remedy = "Store long IDs as text in the source, or compare these with it."
    one = "1 number has more digits than Excel keeps (15); its last ones may be wrong"
    many = "{} numbers have more digits than Excel keeps (15); their last ones may be wrong"
