"""What had to be supplied where a register or a published list leaves it out."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class NameIdentifies(Finding):
    """There is no ID column: the name identifies, so a renamed row becomes another one."""

    code = "name-identifies"
    severity = Severity.NOTES
    remedy = "Add an ID column, so that a later renaming is recognised."

    field: str
    count: int

    def what(self) -> str:
        return f"There is no ID for {self.count} of {self.field}: the name identifies."


@dataclass(frozen=True)
class ProgramTaken(Finding):
    """No column names the program: it is taken from elsewhere."""

    code = "program-taken"
    severity = Severity.NOTES
    remedy = "Add a column Program if the rows belong to another one."

    program: str
    source: str

    def what(self) -> str:
        return f"The program is {self.program!r}, taken from {self.source}."


@dataclass(frozen=True)
class CaseImplied(Finding):
    """No column names a business case version: one is implied."""

    code = "case-implied"
    severity = Severity.NOTES
    remedy = "Load a Realized workbook with the sheet Business cases to keep several versions."

    version: str
    approved_on: str
    source: str

    def what(self) -> str:
        return f"Planned values are kept as case {self.version!r} of {self.approved_on} ({self.source})."


@dataclass(frozen=True)
class WeightsUnknown(Finding):
    """A benefit names several projects and nothing says how it is shared."""

    code = "weights-unknown"
    severity = Severity.LEAVES_OUT
    remedy = "Give the weights on a sheet Contributions; until then the benefit is attributed to no project."

    benefit: str
    projects: str

    def what(self) -> str:
        return f"Benefit {self.benefit!r} names the projects {self.projects} without their shares."


@dataclass(frozen=True)
class CurrencyUnknown(Finding):
    """Nothing in the file says which currency the amounts are in."""

    code = "currency-unknown"
    severity = Severity.NOTES
    remedy = "Write the currency in a header or title, such as Planned (£m), or add a column Currency."

    program: str

    def what(self) -> str:
        return f"The amounts of program {self.program!r} carry no currency; they are kept as XXX."


@dataclass(frozen=True)
class CurrencyTaken(Finding):
    """A program's rows have several currencies; its reporting currency is taken as the commonest."""

    code = "currency-taken"
    severity = Severity.NOTES
    remedy = "Load a sheet Programs with the reporting currency, and a sheet Rates with the rates."

    program: str
    currency: str
    others: str

    def what(self) -> str:
        return (
            f"Program {self.program!r} reports in {self.currency}, the commonest; others are {self.others}."
        )


@dataclass(frozen=True)
class CurrenciesClash(Finding):
    """The header of a column and the row or cell beside it name two currencies."""

    code = "currencies-clash"
    severity = Severity.LEAVES_OUT
    remedy = "Correct the header or the cell."

    field: str
    header: str
    cell: str

    def what(self) -> str:
        return f"{self.field} is in {self.header} by its header, in {self.cell} by the cell: it is unknown."


@dataclass(frozen=True)
class MeasureAssumed(Finding):
    """Period columns do not say whether they are planned or realized."""

    code = "measure-assumed"
    severity = Severity.NOTES
    remedy = "Write Plan or Actual before the period in the header, or in a row above it."

    measure: str
    columns: int

    def what(self) -> str:
        return f"{self.columns} period columns do not say what they are: they are read as {self.measure}."


@dataclass(frozen=True)
class RowsDisagree(Finding):
    """Rows about the same thing differ; the first one counts."""

    code = "rows-disagree"
    severity = Severity.LEAVES_OUT
    remedy = "Write the same in every row, or give each its own ID."

    field: str
    entity: str
    first: str
    other: str

    def what(self) -> str:
        return f"{self.field} of {self.entity!r} is {self.first!r} in an earlier row and {self.other!r} here."


@dataclass(frozen=True)
class ReportDated(Finding):
    """Says from what the year of a published report was taken."""

    code = "report-dated"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done if the year is right."

    dated: str
    source: str

    def what(self) -> str:
        return f"The report is taken as of {self.dated}, from {self.source}."


@dataclass(frozen=True)
class RecurringUndated(Finding):
    """A column says what a benefit brings a year, and not over which years."""

    code = "recurring-undated"
    severity = Severity.REFUSES
    remedy = "Give these rows a start and an end that are whole years apart, or a column for each year."

    field: str
    count: int

    def what(self) -> str:
        return f"{self.field} says what a year brings; {self.count} rows do not say over which whole years."


@dataclass(frozen=True)
class RecurringSpread(Finding):
    """What a year brings was counted once for each year between start and end."""

    code = "recurring-spread"
    severity = Severity.NOTES
    remedy = "Check the years; where the column holds the total, head it Planned value."

    field: str
    count: int
    most: int

    def what(self) -> str:
        return (
            f"{self.field} says what a year brings: it counts once a year from start to end in "
            f"{self.count} rows, over {self.most} years at most."
        )


@dataclass(frozen=True)
class RunningSplit(Finding):
    """Amounts run on from period to period, as their headers say; each period counts what it adds."""

    code = "running-split"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; what had come before the first column counts in its period."

    first: str
    last: str

    def what(self) -> str:
        return f"{self.first!r} to {self.last!r} run on: each period counts what it adds to the one before."


@dataclass(frozen=True)
class RunningFalls(Finding):
    """Amounts whose headers say that they run on fall from one period to the next, or have a gap."""

    code = "running-falls"
    severity = Severity.REFUSES
    remedy = "Mend the row, or head the columns without the word for cumulative if each holds its own period."

    first: str
    last: str

    def what(self) -> str:
        return f"{self.first!r} to {self.last!r} are said to run on, and fall or stop in this row."
