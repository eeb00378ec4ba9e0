"""What can be said about a mapping: that one is proposed, is used, or does not fit."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class MappingProposed(Finding):
    """No profile fits, but what the columns mean can be told; somebody has to accept it first."""

    code = "mapping-proposed"
    severity = Severity.REFUSES
    remedy = (
        "Accept or correct it on the upload page; or on the command line accept it with --mapping proposed, "
        "or write it to a file with `python -m data mappings --propose FILE` and load with --mapping."
    )

    proposed: str
    confidence: int

    def what(self) -> str:
        return f"No profile recognises the file; it seems to be {self.proposed} ({self.confidence}% sure)."


@dataclass(frozen=True)
class MappingUsed(Finding):
    """The columns were read as a mapping says that somebody kept for this layout."""

    code = "mapping-used"
    severity = Severity.NOTES
    remedy = (
        "Nothing needs to be done; correct the columns on the upload page if they are understood wrongly."
    )

    name: str

    def what(self) -> str:
        return f"Read with the mapping {self.name!r}."


@dataclass(frozen=True)
class MappingFitsNot(Finding):
    """A table that the mapping describes is not in the file."""

    code = "mapping-fits-not"
    severity = Severity.REFUSES
    remedy = (
        "Use the mapping of this layout, or correct it on the upload page: which row is the header, what "
        "each column means."
    )

    name: str
    table: str
    headers: str

    def what(self) -> str:
        return (
            f"The mapping {self.name!r} does not fit: no row has the headers of {self.table} "
            f"({self.headers})."
        )


@dataclass(frozen=True)
class MappingIncomplete(Finding):
    """A table lacks a column without which its rows mean nothing."""

    code = "mapping-incomplete"
    severity = Severity.REFUSES
    remedy = "Say which column it is, or leave the table out."

    table: str
    lacking: str

    def what(self) -> str:
        return f"No column of the table read as {self.table} is said to be {self.lacking}."


@dataclass(frozen=True)
class TableLeftOut(Finding):
    """A table was found on a sheet and the mapping leaves it out."""

    code = "table-left-out"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done; say what its columns mean if it should be read."

    rows: int

    def what(self) -> str:
        return f"The mapping leaves out the table whose header is in this row ({self.rows} rows)."


@dataclass(frozen=True)
class FilledIn(Finding):
    """No column states a field that every row must have; it was filled in."""

    code = "filled-in"
    severity = Severity.NOTES
    remedy = "Say which column it is, if the file has it."

    field: str
    value: str
    count: int

    def what(self) -> str:
        return f"No column says {self.field}; {self.value!r} was taken for {self.count} rows."
