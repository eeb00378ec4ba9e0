"""What can be wrong with the value of a cell or of a column."""

from dataclasses import dataclass
from typing import ClassVar

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class NotANumber(Finding):
    """A cell of a number column holds text that is neither a number nor a known placeholder."""

    code = "text-in-number"
    severity = Severity.LEAVES_OUT
    remedy = "Type the number alone, or leave the cell empty if it is not known yet."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text!r}, which is not a number: the value is unknown."


@dataclass(frozen=True)
class NotADate(Finding):
    """A cell of a date column holds something that is not a date."""

    code = "date-unreadable"
    severity = Severity.LEAVES_OUT
    remedy = "Type the date as year-month-day, such as 2026-03-31, or leave the cell empty."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text!r}, which is not a date: the value is unknown."


@dataclass(frozen=True)
class NotYesOrNo(Finding):
    """A cell of a yes/no column holds another word."""

    code = "not-yes-or-no"
    severity = Severity.LEAVES_OUT
    remedy = "Write yes or no."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text!r}, which is neither yes nor no: the value is unknown."


@dataclass(frozen=True)
class UnknownWord(Finding):
    """A cell that must hold one of a few words holds another one."""

    code = "unknown-word"
    severity = Severity.LEAVES_OUT
    remedy = "Use one of the words that the template lists for this column."

    field: str
    text: str
    choices: tuple[str, ...]

    def what(self) -> str:
        return f"{self.field} holds {self.text!r}; known are {', '.join(self.choices)}."


@dataclass(frozen=True)
class ErrorCell(Finding):
    """A needed cell shows an error such as #REF!."""

    code = "error-cell"
    severity = Severity.LEAVES_OUT
    remedy = "Repair the formula in the workbook, save it and load it again."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} shows {self.text}: the value is unknown."


@dataclass(frozen=True)
class UncalculatedCell(Finding):
    """A needed cell is a formula whose result was never stored in the file."""

    code = "uncalculated"
    severity = Severity.LEAVES_OUT
    remedy = "Open the workbook in Excel or LibreOffice, save it and load it again."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} is the formula ={self.text} without a stored result: the value is unknown."


@dataclass(frozen=True)
class NumberTooLarge(Finding):
    """A number has more digits than any amount or measure can have."""

    code = "number-too-large"
    severity = Severity.LEAVES_OUT
    remedy = "Check the cell: a number may have 18 digits before the decimal point, a share 3."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text}, which is too large: the value is unknown."


@dataclass(frozen=True)
class DecimalsRounded(Finding):
    """Numbers with more than six decimals are kept with six."""

    code = "decimals-rounded"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; the text of the cell is kept as it was."

    field: str
    count: int

    def what(self) -> str:
        return f"{self.field} has {self.count} numbers with more than six decimals; they are rounded to six."


@dataclass(frozen=True)
class SharesAsPercent(Finding):
    """A column of shares holds numbers above one, all read as percent."""

    code = "read-as-percent"
    severity = Severity.NOTES
    remedy = "Format the cells as percent, or write 0 to 1, to be certain."

    field: str
    largest: str

    def what(self) -> str:
        return f"{self.field} goes up to {self.largest}, so the whole column is read as percent."


@dataclass(frozen=True)
class SharesMixed(Finding):
    """A column of shares mixes 0 to 1 with 0 to 100."""

    code = "percent-scale"
    severity = Severity.LEAVES_OUT
    remedy = "Write every value of the column as a percentage (25%), or every value as 0 to 1."

    field: str
    small: str
    large: str

    def what(self) -> str:
        return (
            f"{self.field} holds {self.small} and {self.large}: whether 1 or 100 is the whole "
            "cannot be known, so the plain numbers of the column are unknown."
        )


@dataclass(frozen=True)
class DatesAmbiguous(Finding):
    """Text dates that can be read day first or month first, and nothing in the column decides."""

    code = "ambiguous-dates"
    severity = Severity.REFUSES
    remedy = "Turn the column into real dates, or write year-month-day (2024-04-03), and load the file again."

    field: str
    text: str
    count: int

    def what(self) -> str:
        return (
            f"{self.field} holds {self.text!r}, one of {self.count} dates that can be day or month first, "
            "and nothing in the column decides."
        )


@dataclass(frozen=True)
class DatesMixed(Finding):
    """One column has dates that only make sense day first and dates that only do month first."""

    code = "mixed-dates"
    severity = Severity.REFUSES
    remedy = "Turn the column into real dates, or write year-month-day (2024-04-03), and load the file again."

    field: str
    day_first: str
    month_first: str

    def what(self) -> str:
        return f"{self.field} is day first in {self.day_first!r} and month first in {self.month_first!r}."


@dataclass(frozen=True)
class SeparatorsMixed(Finding):
    """One column of text numbers uses both the comma and the point for decimals."""

    code = "mixed-decimals"
    severity = Severity.LEAVES_OUT
    remedy = "Use one decimal mark in the whole column, or turn the column into real numbers."

    field: str
    comma: str
    point: str

    def what(self) -> str:
        return (
            f"{self.field} has a decimal comma in {self.comma!r} and a decimal point in {self.point!r}: "
            "values that could be either are unknown."
        )


@dataclass(frozen=True)
class SeparatorAssumed(Finding):
    """Text numbers such as 1,234 or 1.234, in a table that does not show which mark is the decimal one."""

    code = "separator-assumed"
    severity = Severity.NOTES
    remedy = "Turn the column into real numbers if it is meant the other way round."

    field: str
    text: str
    thousands: str = "comma"
    decimal: str = "point"

    def what(self) -> str:
        return (
            f"{self.field} holds {self.text!r} and the like; the {self.thousands} is read as separating "
            f"thousands and the {self.decimal} as the decimal mark."
        )


@dataclass(frozen=True)
class SeparatorUndecided(Finding):
    """Text numbers such as 1.250 in thousands or millions; no number of the table shows the decimal mark."""

    code = "separator-undecided"
    severity = Severity.REFUSES
    remedy = (
        "Correct the columns on the upload page to say how numbers are written, or make them real numbers."
    )

    field: str
    text: str

    def what(self) -> str:
        return (
            f"{self.field} holds {self.text!r}: whether the point separates thousands or decimals "
            "nothing says."
        )


@dataclass(frozen=True)
class _More(Finding):
    kind: str
    count: int

    def what(self) -> str:
        return f"{self.count} more findings of the kind {self.kind} are not listed one by one."


@dataclass(frozen=True)
class MoreLeftOut(_More):
    """Counts the findings of one kind beyond those listed one by one."""

    code: ClassVar[str] = "more-left-out"
    severity = Severity.LEAVES_OUT
    remedy = "Repair the listed ones first: the rest is usually the same."


@dataclass(frozen=True)
class MoreNoted(_More):
    """Counts the notes of one kind beyond those listed one by one."""

    code: ClassVar[str] = "more-noted"
    severity = Severity.NOTES
    remedy = "Look at the listed ones first: the rest is usually the same."
