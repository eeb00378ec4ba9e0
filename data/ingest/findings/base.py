"""What a finding is. Each kind of finding is a class in a module beside this one."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar


class Severity(Enum):
    """What a finding does to the load."""

    REFUSES = "refuses"  # nothing is loaded
    LEAVES_OUT = "leaves out"  # a row or a value is not counted, and is listed
    NOTES = "notes"  # loaded; worth a look


@dataclass(frozen=True)
class Place:
    """Where in the file; `cell` is an address (B7), a range or a row (7), '' for the whole sheet."""

    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.sheet or self.cell


@dataclass(frozen=True)
class Finding:
    """Something about a file that its sender should know.

    A subclass sets `code` (a short word, unique), `severity` and `remedy` (the next step, one
    sentence), and answers `what()` (one sentence). Its docstring is its documentation.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    remedy: ClassVar[str]

    place: Place

    def what(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        where = f"{self.place}: " if str(self.place) else ""
        return f"{where}{self.what()} {self.remedy}"

    def as_dict(self) -> dict[str, Any]:
        """The stable form of `--json`: code, severity, sheet, cell, what, remedy."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "sheet": self.place.sheet or None,
            "cell": self.place.cell or None,
            "what": self.what(),
            "remedy": self.remedy,
        }


class Refused(Exception):
    """Ends the reading of a file; carries what to tell its sender."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("; ".join(map(str, findings)))
