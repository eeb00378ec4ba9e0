"""What can be wrong with a table: its sheet, its header, its rows, its totals."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class NotRecognised(Finding):
    """No profile fits the file; the tables that were seen are listed in the report."""

    code = "not-recognised"
    severity = Severity.REFUSES
    remedy = (
        "Name the columns as in the Realized workbook (python -m data template), or give one table with "
        "a header for the benefit and one for its planned or realized value."
    )

    seen: str
    lacking: str = ""

    def what(self) -> str:
        lacking = f" No column says {self.lacking}." if self.lacking else ""
        return f"The file was read but not recognised: {self.seen}.{lacking}"


@dataclass(frozen=True)
class ColumnMissing(Finding):
    """A sheet lacks a column without which its rows mean nothing."""

    code = "column-missing"
    severity = Severity.REFUSES
    remedy = "Add the column with this header, as in the template."

    header: str
    found: str

    def what(self) -> str:
        return f"The required column {self.header!r} is missing; found are {self.found}."


@dataclass(frozen=True)
class ColumnRepeated(Finding):
    """Two columns have the same meaning; the first one is read."""

    code = "column-repeated"
    severity = Severity.LEAVES_OUT
    remedy = "Remove or rename the column that is not meant."

    header: str
    first: str

    def what(self) -> str:
        return f"The column {self.header!r} means the same as column {self.first}, which is read instead."


@dataclass(frozen=True)
class ColumnUnknown(Finding):
    """A column that the model does not know is kept beside the row."""

    code = "column-unknown"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; rename it as in the template if it is one of the model's columns."

    header: str

    def what(self) -> str:
        return f"The column {self.header!r} is not one of the model's; it is kept as an extra."


@dataclass(frozen=True)
class SheetUnknown(Finding):
    """Sheets beside the recognised ones are not read."""

    code = "sheet-unknown"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; name a sheet as in the template if it should be read."

    names: str

    def what(self) -> str:
        return f"Not read: {self.names}."


@dataclass(frozen=True)
class RequiredMissing(Finding):
    """A row has no value in a column that every row must fill."""

    code = "required-missing"
    severity = Severity.LEAVES_OUT
    remedy = "Fill in the cell."

    field: str

    def what(self) -> str:
        return f"The row has no {self.field}, so it is left out."


@dataclass(frozen=True)
class TotalsDropped(Finding):
    """A row of totals is not data; its numbers agree with those above it, or say nothing."""

    code = "totals-dropped"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    label: str

    def what(self) -> str:
        return f"{self.label!r} is a total and is not read as data."


@dataclass(frozen=True)
class TotalDisagrees(Finding):
    """A stated total differs from the sum of the values it should add up."""

    code = "total-disagrees"
    severity = Severity.NOTES
    remedy = "Check which of the two is right; the values are loaded, the total is not."

    label: str
    stated: str
    recomputed: str

    def what(self) -> str:
        return f"{self.label!r} states {self.stated}, the values add up to {self.recomputed}."


@dataclass(frozen=True)
class NotARow(Finding):
    """A row that is a heading, a repeated header or a footnote, not data."""

    code = "not-a-row"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    kind: str
    text: str

    def what(self) -> str:
        return f"{self.text!r} is a {self.kind} and is not read as data."


@dataclass(frozen=True)
class HiddenRows(Finding):
    """Hidden rows are read like all others, also those that a filter hides."""

    code = "hidden-rows"
    severity = Severity.NOTES
    remedy = "Unhide them to look at them; delete them if they should not count."

    count: int
    rows: str

    def what(self) -> str:
        if self.count == 1:
            return f"Row {self.rows} is hidden and read like all others."
        return f"{self.count} hidden rows are read like all others: {self.rows}."


@dataclass(frozen=True)
class HiddenColumns(Finding):
    """Hidden columns are read like all others."""

    code = "hidden-columns"
    severity = Severity.NOTES
    remedy = "Unhide them to look at them; delete them if they should not count."

    columns: str

    def what(self) -> str:
        return f"Hidden columns are read like all others: {self.columns}."
