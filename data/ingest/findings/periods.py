"""What can be wrong with the period of a value."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class NotAPeriod(Finding):
    """A period is written in a form that is not known."""

    code = "not-a-period"
    severity = Severity.LEAVES_OUT
    remedy = "Write a first day (2026-01-01), 2026-01, 2026-Q1, 2026-H1, 2026 or FY2026."

    field: str
    text: str

    def what(self) -> str:
        return f"{self.field} holds {self.text!r}, which is not a period: the row is left out."


@dataclass(frozen=True)
class YearMissing(Finding):
    """A column is headed with a month, a quarter or a numbered year, and nothing says which year it is."""

    code = "year-missing"
    severity = Severity.LEAVES_OUT
    remedy = "Write the year in the header or in a row above it, such as Jan-26, Q1 2026 or FY2026."

    text: str

    def what(self) -> str:
        return f"The column {self.text!r} names no year: its values are left out."


@dataclass(frozen=True)
class PeriodBackwards(Finding):
    """A period ends before it starts."""

    code = "period-backwards"
    severity = Severity.LEAVES_OUT
    remedy = "Correct the start or the end."

    start: str
    end: str

    def what(self) -> str:
        return f"The period starts on {self.start} and ends on {self.end}: the row is left out."


@dataclass(frozen=True)
class FiscalYearRead(Finding):
    """Says how fiscal years were read: they are named after the year in which they end."""

    code = "fiscal-year"
    severity = Severity.NOTES
    remedy = "Give Period start and Period end, or write 2025/26, if you mean other dates."

    text: str
    start: str
    end: str

    def what(self) -> str:
        return (
            f"{self.text} is read as {self.start} to {self.end}: a fiscal year is named after its last year."
        )


@dataclass(frozen=True)
class FiscalMonthUnknown(Finding):
    """Fiscal years are used and nothing says in which month they start."""

    code = "fiscal-month-unknown"
    severity = Severity.NOTES
    remedy = "Fill in `Fiscal year start month` on the sheet Programs."

    program: str
    month: str

    def what(self) -> str:
        whose = f"program {self.program}" if self.program else "the program"
        return f"The fiscal year of {whose} is taken to start in {self.month}."


@dataclass(frozen=True)
class PlannedWithoutDate(Finding):
    """A planned total has no start, end or target date, so it has no place in time."""

    code = "planned-without-date"
    severity = Severity.NOTES
    remedy = "Add a target date, or one column per month, quarter or year."

    count: int
    end: str

    def what(self) -> str:
        return (
            f"{self.count} planned totals have no date: they count in the whole-life total only, "
            f"in a period that ends on {self.end}."
        )


@dataclass(frozen=True)
class RealizedWithoutDate(Finding):
    """A realized total has no date; it is taken to hold up to a certain day."""

    code = "realized-without-date"
    severity = Severity.NOTES
    remedy = "Add the date to which each realized total holds, or one column per period."

    count: int
    end: str
    source: str

    def what(self) -> str:
        return f"{self.count} realized totals have no date: they are taken up to {self.end}, {self.source}."


@dataclass(frozen=True)
class ForecastWithoutDate(Finding):
    """Forecast values whose vintage is not stated."""

    code = "forecast-without-date"
    severity = Severity.NOTES
    remedy = "Add a column `Forecast as of`, or an `as at` line above the table."

    as_of: str
    source: str

    def what(self) -> str:
        return f"The forecast does not say when it was made: it is taken as of {self.as_of}, {self.source}."


@dataclass(frozen=True)
class ForecastTotal(Finding):
    """A forecast total without periods cannot be split into what is past and what is ahead."""

    code = "forecast-total"
    severity = Severity.LEAVES_OUT
    remedy = (
        "Give the forecast by month, quarter or year; until then it is kept beside the row and not counted."
    )

    header: str

    def what(self) -> str:
        return f"{self.header!r} is a forecast total; how much of it lies after the status date is not known."
