"""What only shows when a file meets the rest of the data: duplicates, overlaps, unknown IDs, weights."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class DuplicateValue(Finding):
    """The same benefit, version and period has two different values."""

    code = "duplicate-value"
    severity = Severity.REFUSES
    remedy = "Keep the one that holds and delete the other, so that nothing is counted twice."

    subject: str
    other: str

    def what(self) -> str:
        return f"{self.subject} has another value at {self.other}."


@dataclass(frozen=True)
class RepeatedValue(Finding):
    """The same benefit, version and period is written twice with one value; it is counted once."""

    code = "repeated-value"
    severity = Severity.NOTES
    remedy = "It is counted once; delete the repetition when convenient."

    subject: str
    other: str

    def what(self) -> str:
        return f"{self.subject} is repeated at {self.other} with the same value."


@dataclass(frozen=True)
class DuplicateId(Finding):
    """Two rows of one file describe the same ID differently."""

    code = "duplicate-id"
    severity = Severity.REFUSES
    remedy = "Give each its own ID, or merge the two rows."

    subject: str
    other: str

    def what(self) -> str:
        return f"{self.subject} is described again, differently, at {self.other}."


@dataclass(frozen=True)
class OverlappingPeriods(Finding):
    """Two periods of one benefit overlap without being the same."""

    code = "overlapping-periods"
    severity = Severity.REFUSES
    remedy = "Use periods that follow each other, all of one length where possible."

    subject: str
    other: str

    def what(self) -> str:
        return f"{self.subject} overlaps the period at {self.other}."


@dataclass(frozen=True)
class UnknownId(Finding):
    """A row names something that no file has described."""

    code = "unknown-id"
    severity = Severity.LEAVES_OUT
    remedy = "Add it to its sheet, or correct the ID; until then the row is not counted."

    field: str
    value: str

    def what(self) -> str:
        return f"{self.field} {self.value!r} is not known."


@dataclass(frozen=True)
class UnknownLink(Finding):
    """A row links to something that no file has described; the row is kept without the link."""

    code = "unknown-link"
    severity = Severity.NOTES
    remedy = "Add it to its sheet, or correct the ID; the row itself is counted."

    field: str
    value: str

    def what(self) -> str:
        return f"{self.field} {self.value!r} is not known."


@dataclass(frozen=True)
class UnknownCase(Finding):
    """A planned value names a case version that no sheet describes."""

    code = "unknown-case"
    severity = Severity.REFUSES
    remedy = "Describe the version on the Business cases sheet, or correct its name."

    case_version: str
    program_id: str

    def what(self) -> str:
        return f"Case version {self.case_version!r} of program {self.program_id!r} is not described."


@dataclass(frozen=True)
class WeightsAboveOne(Finding):
    """The projects' shares of one benefit add up to more than the benefit."""

    code = "weights-above-one"
    severity = Severity.REFUSES
    remedy = "Lower the weights until they add up to 1 or less; the rest is shown as unattributed."

    benefit_id: str
    total: str

    def what(self) -> str:
        return f"The contribution weights of benefit {self.benefit_id!r} add up to {self.total}."


@dataclass(frozen=True)
class ShareOutOfRange(Finding):
    """A weight, a probability or a confidence lies outside 0 to 1."""

    code = "share-out-of-range"
    severity = Severity.REFUSES
    remedy = "Write a share between 0 and 1, or a percentage between 0% and 100%."

    field: str
    value: str

    def what(self) -> str:
        return f"{self.field} is {self.value}."


@dataclass(frozen=True)
class AfterStatusDate(Finding):
    """Realized values for periods that end after the status date."""

    code = "after-status-date"
    severity = Severity.NOTES
    remedy = "They are kept and counted once the status date reaches them; correct the period if it is wrong."

    count: int
    status_date: str

    def what(self) -> str:
        values = "1 realized value is" if self.count == 1 else f"{self.count} realized values are"
        return f"{values} for a period that ends after the status date {self.status_date}."


@dataclass(frozen=True)
class ClosedWithoutDate(Finding):
    """A closed project does not say when it closed."""

    code = "closed-without-date"
    severity = Severity.NOTES
    remedy = "Fill in Closed on: without it the project has no time after closure."

    project_id: str

    def what(self) -> str:
        return f"Project {self.project_id!r} is closed but has no closing date."


@dataclass(frozen=True)
class EndsBeforeStart(Finding):
    """Something ends before it starts."""

    code = "ends-before-start"
    severity = Severity.NOTES
    remedy = "Correct one of the two dates."

    subject: str
    start: str
    end: str

    def what(self) -> str:
        return f"{self.subject} ends on {self.end}, before it starts on {self.start}."


@dataclass(frozen=True)
class RealizedOnCancelled(Finding):
    """A cancelled benefit has a realized value."""

    code = "realized-on-cancelled"
    severity = Severity.NOTES
    remedy = "Correct the lifecycle if the benefit lives; its value is counted either way."

    benefit_id: str

    def what(self) -> str:
        return f"Benefit {self.benefit_id!r} is cancelled but has realized values."


@dataclass(frozen=True)
class DependencyCycle(Finding):
    """The dependencies lead back to where they started."""

    code = "dependency-cycle"
    severity = Severity.REFUSES
    remedy = "Remove one of the links."

    path: str

    def what(self) -> str:
        return f"The dependencies form a circle: {self.path}."


@dataclass(frozen=True)
class ClosedKept(Finding):
    """A closed project is no longer listed by its source; it is kept with its benefits."""

    code = "closed-kept"
    severity = Severity.NOTES
    remedy = "Nothing to do: closed projects never drop out of a total."

    project_id: str
    project: str

    def what(self) -> str:
        return (
            f"Closed project {self.project_id!r} ({self.project}) is not in this file and is kept as it was."
        )
