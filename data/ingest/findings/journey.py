"""What can happen to a file on its way: it takes too much, breaks the reader, or is here already."""

from dataclasses import dataclass

from data.ingest.findings.base import Finding, Severity


@dataclass(frozen=True)
class TooMuchMemory(Finding):
    """Reading the file would take more memory than a file may."""

    code = "too-much-memory"
    severity = Severity.REFUSES
    remedy = (
        "Remove sheets, columns and formatting that are not needed and save it again, or ask the "
        "administrator to raise REALIZED_CHILD_MB."
    )

    limit_mb: int

    def what(self) -> str:
        return f"Reading this file takes more than the {self.limit_mb} MB of memory allowed."


@dataclass(frozen=True)
class TooMuchTime(Finding):
    """Reading the file took longer than a file may."""

    code = "too-much-time"
    severity = Severity.REFUSES
    remedy = (
        "Remove sheets and rows that are not needed and save it again, or ask the administrator to "
        "raise REALIZED_CHILD_SECONDS."
    )

    limit_seconds: int

    def what(self) -> str:
        return f"Reading this file takes longer than the {self.limit_seconds} seconds allowed."


@dataclass(frozen=True)
class ReaderDied(Finding):
    """The file made the reading process end; the dashboard itself is separate and was not touched."""

    code = "reader-died"
    severity = Severity.REFUSES
    remedy = "Open it in a spreadsheet program, save it under a new name as .xlsx and upload that."

    how: str

    def what(self) -> str:
        return f"This file cannot be read: it ended the reading process ({self.how})."


@dataclass(frozen=True)
class Unexpected(Finding):
    """Something happened that the program has no words for; the log has it under the reference."""

    code = "unexpected"
    severity = Severity.REFUSES
    remedy = "Nothing was changed. Try once more; if it stays, give the reference to the administrator."

    reference: str

    def what(self) -> str:
        return f"Loading stopped for a reason that was not foreseen (reference {self.reference})."


@dataclass(frozen=True)
class NotAsBuilt(Finding):
    """The new version, opened again, did not hold what had been written to it."""

    code = "not-as-built"
    severity = Severity.REFUSES
    remedy = "Nothing was changed. Check the disk, then load the file again."

    differences: str

    def what(self) -> str:
        return f"The new version does not hold what was written to it ({self.differences})."


@dataclass(frozen=True)
class TooLargeUpload(Finding):
    """The file is larger than a file may be."""

    code = "too-large"
    severity = Severity.REFUSES
    remedy = "Remove what is not needed, or ask the administrator to raise REALIZED_UPLOAD_MB."

    size_mb: int
    limit_mb: int

    def what(self) -> str:
        return f"The file has {self.size_mb} MB and files may have up to {self.limit_mb} MB."


@dataclass(frozen=True)
class AlreadyLoaded(Finding):
    """The same file, or the same rows in another file, are part of the current version."""

    code = "already-loaded"
    severity = Severity.NOTES
    remedy = "There is nothing to do."

    version: int
    day: str
    by: str

    def what(self) -> str:
        return f"Already loaded as version {self.version} on {self.day} by {self.by}; nothing changed."


@dataclass(frozen=True)
class OtherFileRefused(Finding):
    """Files uploaded together become one version or none; another one of them was refused."""

    code = "other-file-refused"
    severity = Severity.REFUSES
    remedy = "Correct the other file, or upload this one without it."

    other: str

    def what(self) -> str:
        return f"This file was not loaded because {self.other!r}, uploaded with it, was refused."


@dataclass(frozen=True)
class NothingToLoad(Finding):
    """No row of the file is about anything that the dashboard keeps."""

    code = "nothing-to-load"
    severity = Severity.REFUSES
    remedy = "Check that it is the file you meant, and compare its sheets and headers with the template."

    def what(self) -> str:
        return "There is no row in this file that can be loaded."
