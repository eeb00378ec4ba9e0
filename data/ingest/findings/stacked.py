"""What can be wrong with a business case whose costs and benefits stand below one another."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class YearsUndated(Finding):
    """Columns are headed Year 1, Year 2 ... and nothing says when the first of them starts."""

    code = "years-undated"
    severity = Severity.REFUSES
    remedy = (
        "Say at upload when Year 1 starts (on the command line: --start 2026-04-01), or write it above the "
        "table, in one cell or two: `Year 1 starts: 2026-04-01`."
    )

    first: str
    last: str

    def what(self) -> str:
        return f"The columns {self.first!r} to {self.last!r} have no date, and no line says when they start."


@dataclass(frozen=True)
class YearsDated(Finding):
    """Columns headed Year 1, Year 2 ... were dated by a line of the sheet, or as said at upload."""

    code = "years-dated"
    severity = Severity.NOTES
    remedy = "Check the dates."

    said: str
    start: str
    end: str

    def what(self) -> str:
        return f"The numbered years run from {self.start} to {self.end}, as {self.said!r} says."


@dataclass(frozen=True)
class LooksLikeTotal(Finding):
    """A row says exactly what the rows above it add up to, though its name is no total's."""

    code = "looks-like-total"
    severity = Severity.LEAVES_OUT
    remedy = "If it is a line of its own, put it above the lines that it happens to add up."

    label: str

    def what(self) -> str:
        return f"{self.label!r} is in every year the sum of the rows above it, so it is not counted."


@dataclass(frozen=True)
class LooksLikeNet(Finding):
    """A row says exactly what the benefits less the costs above it are, year by year or run on."""

    code = "looks-like-net"
    severity = Severity.LEAVES_OUT
    remedy = "If it is a line of its own, put it above the lines of the other block."

    label: str

    def what(self) -> str:
        return f"{self.label!r} is in every year the benefits less the costs above it, so it is not counted."


@dataclass(frozen=True)
class OutsideBlocks(Finding):
    """Rows of amounts stand under no heading of costs or benefits."""

    code = "outside-blocks"
    severity = Severity.LEAVES_OUT
    remedy = "Put a heading above them, `Costs` or `Benefits`, if they should count."

    label: str

    def what(self) -> str:
        return f"{self.label!r} belongs neither to the costs nor to the benefits, so it is not counted."


@dataclass(frozen=True)
class CostsNegative(Finding):
    """The costs are written as negative amounts."""

    code = "costs-negative"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    def what(self) -> str:
        return "All costs are written below zero; they are read as amounts spent."


@dataclass(frozen=True)
class SeveralBusinessCases(Finding):
    """Several sheets hold costs and benefits; one may add up the others."""

    code = "several-business-cases"
    severity = Severity.REFUSES
    remedy = "Load one sheet a file, or hide those that are not meant: hidden sheets are not read."

    sheets: str

    def what(self) -> str:
        return (
            f"Several sheets hold costs and benefits, and none is in every year the sum of the others: "
            f"{self.sheets}."
        )


@dataclass(frozen=True)
class SummarySheet(Finding):
    """A sheet that adds up the other sheets of a business case."""

    code = "summary-sheet"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done: the forms are read, each once."

    sheet: str
    forms: str

    def what(self) -> str:
        return f"{self.sheet!r} is in every year the sum of {self.forms}, and is not counted again."


@dataclass(frozen=True)
class LineNotCounted(Finding):
    """Somebody said of a line that it is neither a cost nor a benefit."""

    code = "line-not-counted"
    severity = Severity.NOTES
    remedy = "Correct the lines on the upload page if it is one after all."

    label: str

    def what(self) -> str:
        return f"{self.label!r} is not counted, as somebody said of this layout."
