"""What can be wrong with a file before anybody looks at its cells."""

from dataclasses import dataclass, field
from typing import ClassVar

from data.ingest.findings.base import Finding, Place, Severity

_SAVE = "Open it in Excel, save it as an Excel workbook (.xlsx) and upload that."


@dataclass(frozen=True)
class AboutFile(Finding):
    """Concerns the file as a whole unless a place is given."""

    severity: ClassVar[Severity] = Severity.REFUSES

    place: Place = field(default_factory=Place, kw_only=True)


@dataclass(frozen=True)
class EmptyFile(AboutFile):
    """The file holds nothing at all."""

    code = "empty-file"
    remedy = "Export it again and look at its size before uploading it."

    def what(self) -> str:
        return "The file is empty (0 bytes)."


@dataclass(frozen=True)
class LockFile(AboutFile):
    """The hidden `~$` file that Excel keeps beside a workbook while it is open."""

    code = "lock-file"
    remedy = "Upload the workbook of the same name without ~$ in front."

    def what(self) -> str:
        return (
            "This is not the workbook but the marker that Excel keeps beside it while somebody has it open."
        )


@dataclass(frozen=True)
class NotASpreadsheet(AboutFile):
    """Something else than a spreadsheet, whatever its name says; `advice` is how to get one from it."""

    code = "not-a-spreadsheet"
    remedy = "Upload a spreadsheet: an Excel workbook (.xlsx) or a CSV file."

    is_a: str
    advice: str = ""

    def what(self) -> str:
        return f"The file is {self.is_a}, not a spreadsheet.{' ' * bool(self.advice)}{self.advice}"


@dataclass(frozen=True)
class PasswordProtected(AboutFile):
    """The workbook is encrypted and cannot be read without its password."""

    code = "password-protected"
    remedy = "Open it in Excel, remove the password (File, Info, Protect Workbook) and upload it again."

    def what(self) -> str:
        return "The workbook is protected with a password and cannot be read."


@dataclass(frozen=True)
class DamagedFile(AboutFile):
    """The file contradicts itself or ends too early; `how` says where."""

    code = "damaged-file"
    remedy = "Open it in Excel, let Excel repair it, save it and upload it again; or export it once more."

    how: str

    def what(self) -> str:
        return f"The file is damaged: {self.how}."


@dataclass(frozen=True)
class AmbiguousParts(AboutFile):
    """Two parts of the file go by the same name, so that two programs could read two different figures."""

    code = "ambiguous-parts"
    remedy = _SAVE

    name: str

    def what(self) -> str:
        return (
            f"The file holds {self.name!r} twice, so that two programs could read different figures from it."
        )


@dataclass(frozen=True)
class HiddenInstructions(AboutFile):
    """A DTD or an entity in one of the parts; no spreadsheet program writes one."""

    code = "hidden-instructions"
    remedy = _SAVE

    part: str

    def what(self) -> str:
        return f"Its part {self.part!r} defines abbreviations of its own, which no spreadsheet program does."


@dataclass(frozen=True)
class PointsOutside(AboutFile):
    """A sheet, or a part's name, that lies outside the file: another folder or an internet address."""

    code = "points-outside"
    remedy = _SAVE

    target: str

    def what(self) -> str:
        return f"It refers to {self.target!r}, which lies outside the file. Nothing outside was opened."


@dataclass(frozen=True)
class TooMuch(AboutFile):
    """More of something than is read: bytes, parts, sheets, columns, cells or characters."""

    code = "too-much"
    remedy = "Remove what is not needed, or split it into several files, and upload again."

    of: str
    most: int
    found: int | None = None

    def what(self) -> str:
        has = f"{self.found:,} {self.of}" if self.found is not None else f"too many {self.of}"
        return f"There are {has}; at most {self.most:,} are read."


@dataclass(frozen=True)
class ExpandsTooMuch(AboutFile):
    """A part unpacks to far more than its size lets expect, as in a "zip bomb"."""

    code = "expands-too-much"
    remedy = "Delete the empty rows and columns beyond the data, save the workbook and upload it again."

    part: str
    most: int

    def what(self) -> str:
        return (
            f"Its part {self.part!r} unpacks to more than {self.most // 2**20:,} MB, too much for its size."
        )


@dataclass(frozen=True)
class FarCell(AboutFile):
    """Something stands so far out that it cannot belong to a table."""

    code = "far-cell"
    remedy = "Delete that column and everything to the right of the data, or that row, save and upload again."

    most: str

    def what(self) -> str:
        return f"A cell beyond {self.most} holds something; tables are read up to there."


@dataclass(frozen=True)
class BadAddress(AboutFile):
    """A cell's address that is none, or contradicts the row it stands in."""

    code = "bad-address"
    remedy = _SAVE

    written: str

    def what(self) -> str:
        return f"A cell says that it stands at {self.written!r}, which is no place in its row."


@dataclass(frozen=True)
class DuplicateCell(AboutFile):
    """One address with two values."""

    code = "duplicate-cell"
    remedy = _SAVE

    def what(self) -> str:
        return "This cell is in the file twice, with a value each time; nobody can say which one counts."


@dataclass(frozen=True)
class TextMissing(AboutFile):
    """A cell refers to a text that is not in the workbook's list of texts."""

    code = "text-missing"
    remedy = "Open it in Excel, let Excel repair it, check the texts, save it and upload it again."

    index: str

    def what(self) -> str:
        return f"The cell shows text number {self.index} of the workbook's list of texts, which is not there."


@dataclass(frozen=True)
class UnknownCellKind(AboutFile):
    """A cell says that it is of a kind which no spreadsheet has."""

    code = "unknown-cell-kind"
    remedy = "Open it in Excel, let Excel repair it, check the cell, save it and upload it again."

    kind: str

    def what(self) -> str:
        return (
            f"This cell is of the kind {self.kind!r}, which there is none of: its value is anybody's guess."
        )


@dataclass(frozen=True)
class MacrosDropped(AboutFile):
    """The workbook carries programs; they are neither run nor kept with the data."""

    code = "macros-dropped"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done: only the stored values are read."

    def what(self) -> str:
        return "The workbook contains macros. They were not run."


@dataclass(frozen=True)
class HiddenSheets(AboutFile):
    """Sheets that whoever opens the workbook does not see."""

    code = "hidden-sheets"
    severity = Severity.NOTES
    remedy = "Unhide them in Excel if they hold something that should be loaded."

    names: tuple[str, ...]

    def what(self) -> str:
        listed = ", ".join(map(repr, self.names))
        return f"{len(self.names)} hidden sheet{'s' * (len(self.names) > 1)}: {listed}."


@dataclass(frozen=True)
class NotASheetOfCells(AboutFile):
    """A chart, dialog or macro sheet: it has no cells to read."""

    code = "no-cells"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done."

    def what(self) -> str:
        return "This sheet is a chart, a dialog or a macro sheet; it has no cells to read."


@dataclass(frozen=True)
class OtherWorkbooks(AboutFile):
    """Formulas that take figures from other files."""

    code = "other-workbooks"
    severity = Severity.NOTES
    remedy = "Update the links in Excel and save before uploading, if the other files have changed since."

    def what(self) -> str:
        return "Some formulas take figures from other workbooks; they are read as last saved."


@dataclass(frozen=True)
class NamedOtherwise(AboutFile):
    """The name's ending and the content disagree; the content decides."""

    code = "named-otherwise"
    severity = Severity.NOTES
    remedy = "Nothing needs to be done, unless you meant to upload another file."

    ending: str
    is_a: str

    def what(self) -> str:
        return f"The file is named {self.ending} but is {self.is_a}; it was read as that."


@dataclass(frozen=True)
class OldFormat(AboutFile):
    """A format of which the reader sees less than of .xlsx."""

    code = "old-format"
    severity = Severity.NOTES
    remedy = "Save it as an Excel workbook (.xlsx) and upload that, if any of this matters."

    is_a: str

    def what(self) -> str:
        return (
            f"The file is {self.is_a}. Of these only the values are read: currency symbols of number "
            "formats, hidden rows, error cells and formulas that were never calculated cannot be told."
        )
