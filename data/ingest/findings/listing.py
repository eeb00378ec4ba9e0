"""What had to be decided where a project tool's list leaves it open."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class ProgramNeeded(Finding):
    """The export names projects or risks without saying which program they belong to."""

    code = "program-needed"
    severity = Severity.REFUSES
    remedy = "Say at upload which program the file belongs to (on the command line: --program ID)."

    count: int
    known: str
    likely: str = ""  # what the file's title or name would call it

    def what(self) -> str:
        among = f" Known programs: {self.known}." if self.known else " No program is known yet."
        perhaps = f" By its title or name it would be {self.likely!r}, a new one." if self.likely else ""
        return f"Nothing says to which program {self.count} of the rows belong.{among}{perhaps}"


@dataclass(frozen=True)
class ProgramNotKnown(Finding):
    """The program said at upload is neither in the data nor in the files of the same load."""

    code = "program-not-known"
    severity = Severity.REFUSES
    remedy = "Check the ID, or load the program first (a workbook with the sheet Programs, or a register)."

    program: str
    known: str

    def what(self) -> str:
        among = f" Known are {self.known}." if self.known else ""
        return f"There is no program {self.program!r}.{among}"


@dataclass(frozen=True)
class ProjectTaken(Finding):
    """A whole file is one project, and its name is taken from outside the rows."""

    code = "project-taken"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done if the name is right; else rename it there and export again."

    project: str
    source: str

    def what(self) -> str:
        return f"The file is read as the project {self.project!r}, named by {self.source}."


@dataclass(frozen=True)
class StatusAssumed(Finding):
    """A status word that no vocabulary knows."""

    code = "status-assumed"
    severity = Severity.NOTES
    remedy = (
        "Use a status such as proposed, active, on hold, closing, closed or cancelled if it is not active."
    )

    text: str
    count: int

    def what(self) -> str:
        return f"The status {self.text!r} ({self.count} rows) is not known; it is read as active."


@dataclass(frozen=True)
class SummaryRows(Finding):
    """Summary rows repeat what the rows below them say."""

    code = "summary-rows"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    count: int

    def what(self) -> str:
        return f"{self.count} rows sum up the rows below them; their amounts are not counted again."


@dataclass(frozen=True)
class MeasuresRunUnclear(Finding):
    """Nothing tells whether earned value is counted in each period or up to its end."""

    code = "measures-run-unclear"
    severity = Severity.REFUSES
    remedy = "Show the totals of the pivot table with more than one period in each, and save it again."

    def what(self) -> str:
        return (
            "No total tells whether planned value, earned value and actual cost are those of each period "
            "or run on from period to period."
        )


@dataclass(frozen=True)
class RepeatedRows(Finding):
    """The same item is listed several times, as exports with relations do."""

    code = "repeated-rows"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    count: int

    def what(self) -> str:
        return f"{self.count} rows repeat an ID that an earlier row has; the first one is read."


@dataclass(frozen=True)
class OtherRows(Finding):
    """Rows of a kind that has no place in the data."""

    code = "other-rows"
    severity = Severity.LEAVES_OUT
    remedy = "Nothing needs to be done."

    count: int
    kinds: str

    def what(self) -> str:
        return f"{self.count} rows are of another kind ({self.kinds}) and are not read."


@dataclass(frozen=True)
class ScaleRead(Finding):
    """Ratings such as High or 4 are read as probabilities, by a fixed scale."""

    code = "scale-read"
    severity = Severity.NOTES
    remedy = "Give probabilities as percent if the register's own scale is another one."

    field: str
    readings: str

    def what(self) -> str:
        return f"The ratings of {self.field} are read as probabilities: {self.readings}."


@dataclass(frozen=True)
class RatingNotMoney(Finding):
    """The impact of risks is rated, not estimated: what it would cost is unknown."""

    code = "rating-not-money"
    severity = Severity.LEAVES_OUT
    remedy = "Add a column with the impact in money, such as Impact (£), so that exposure can be added up."

    field: str
    count: int

    def what(self) -> str:
        return f"{self.field} holds ratings in {self.count} rows, no money: what these risks cost is unknown."


@dataclass(frozen=True)
class AmountsNotRead(Finding):
    """A list has columns of money that a list of its kind is not read for."""

    code = "amounts-not-read"
    severity = Severity.LEAVES_OUT
    remedy = "Correct the columns on the upload page to say what they are, or bring them in a register."

    columns: str

    def what(self) -> str:
        return f"These columns hold amounts that are not read: {self.columns}."


@dataclass(frozen=True)
class CostInOtherCurrency(Finding):
    """Costs are in another currency than the one that the program reports in."""

    code = "cost-in-other-currency"
    severity = Severity.LEAVES_OUT
    remedy = "Export the costs in the program's currency."

    field: str
    found: str
    program: str

    def what(self) -> str:
        return f"{self.field} is in {self.found}, the program reports in {self.program}: it is unknown."


@dataclass(frozen=True)
class DateLostDigits(Finding):
    """A date kept as milliseconds lost its last digits when somebody saved the file in a spreadsheet."""

    code = "date-lost-digits"
    severity = Severity.LEAVES_OUT
    remedy = "Export the file again and upload it without opening and saving it first."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text}, a time whose last digits are lost: the date is unknown."


@dataclass(frozen=True)
class ReadUnder(Finding):
    """A list has columns of one name below several labels, such as Inherent and Residual; one counts."""

    code = "read-under"
    severity = Severity.NOTES
    remedy = "Correct the columns on the upload page if the others are those that count."

    label: str
    columns: str
    others: str

    def what(self) -> str:
        return f"{self.columns} are read as below {self.label!r}; those below {self.others} are kept beside."


@dataclass(frozen=True)
class GateDatesAssumed(Finding):
    """Columns of dates name a gate, and not whether its date is planned, expected or actual."""

    code = "gate-dates-assumed"
    severity = Severity.NOTES
    remedy = "Name the columns Gate 1 planned, Gate 1 actual and so on if their dates are something else."

    columns: str

    def what(self) -> str:
        return f"The dates of {self.columns} do not say what they are: they are read as expected dates."
