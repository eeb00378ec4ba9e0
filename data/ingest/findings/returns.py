"""What had to be decided about a return: a form that one project fills in for a portfolio."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class NotDated(Finding):
    """A return says nowhere at which day it looks."""

    code = "return-not-dated"
    severity = Severity.REFUSES
    remedy = "Fill in the snapshot date, or say the status date at upload."

    project: str

    def what(self) -> str:
        return f"The return of {self.project!r} has no snapshot date, so its baseline has no date either."


@dataclass(frozen=True)
class LinesOfZero(Finding):
    """Lines of a form that hold nothing but zero."""

    code = "lines-of-zero"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    kind: str
    lines: str

    def what(self) -> str:
        return f"These {self.kind} are zero in every year and make no line: {self.lines}."


@dataclass(frozen=True)
class InNoYear(Finding):
    """Amounts that the form puts into no year, such as those remaining after its last one."""

    code = "in-no-year"
    severity = Severity.NOTES
    remedy = "Profile the amount over the years in the form."

    kind: str
    total: str

    def what(self) -> str:
        return f"{self.kind} of {self.total} are in no year: they count in whole-life totals only."


@dataclass(frozen=True)
class BeforeFirstYear(Finding):
    """What lies before the first year of the form is one amount."""

    code = "before-first-year"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    since: str
    until: str

    def what(self) -> str:
        return f"What lies before the first year is counted from {self.since} to {self.until}."


@dataclass(frozen=True)
class LineLeftOut(Finding):
    """A column of the form's tables that is neither a cost nor a benefit."""

    code = "line-left-out"
    severity = Severity.LEAVES_OUT
    remedy = "Nothing needs to be done; income is no cost, and the model has no place for it."

    lines: str

    def what(self) -> str:
        return f"Not read are the columns {self.lines}."
