"""What can be wrong with text files: CSV, tab separated, and web pages named .xls."""

from dataclasses import dataclass

from data.ingest.findings.base import Severity
from data.ingest.findings.container import AboutFile


@dataclass(frozen=True)
class EncodingAssumed(AboutFile):
    """Not UTF-8: the characters were read under an assumption."""

    code = "encoding-assumed"
    severity = Severity.NOTES
    remedy = "If it does not look right, save the file as 'CSV UTF-8' and upload it again."

    encoding: str
    example: str

    def what(self) -> str:
        return (
            f"The file does not say how its letters are stored. As {self.encoding} it shows {self.example!r}."
        )


@dataclass(frozen=True)
class UnknownEncoding(AboutFile):
    """The bytes are no text under any encoding that is known here, or UTF-16 without its mark."""

    code = "unknown-encoding"
    remedy = "In Excel save it as 'CSV UTF-8' or as an Excel workbook (.xlsx), and upload that."

    how: str

    def what(self) -> str:
        return f"The letters of this text file cannot be read: {self.how}."


@dataclass(frozen=True)
class NulBytes(AboutFile):
    """Zero bytes inside a text file: it was damaged or is not text."""

    code = "nul-bytes"
    remedy = "Export the file again; if it happens again, export it as an Excel workbook (.xlsx)."

    line: int

    def what(self) -> str:
        return f"Line {self.line} contains bytes that no text has (NUL), so the file is damaged."


@dataclass(frozen=True)
class BrokenQuotes(AboutFile):
    """A quotation mark that is opened and never closed, or closed in the middle of a field."""

    code = "broken-quotes"
    remedy = 'Correct the quotation marks in that line (a " inside a text is written ""), or export again.'

    line: int
    how: str

    def what(self) -> str:
        return f"In the record that begins on line {self.line} the quotation marks do not match ({self.how})."


@dataclass(frozen=True)
class RaggedRows(AboutFile):
    """Records with more fields than the others: a separator inside a value, perhaps."""

    code = "ragged-rows"
    severity = Severity.NOTES
    remedy = "Look at these rows: a separator inside a value without quotation marks moves what follows it."

    rows: int
    width: int
    found: int

    def what(self) -> str:
        return (
            f"{self.rows} row{'s have' if self.rows > 1 else ' has'} another number of fields than "
            f"the usual {self.width}; the first has {self.found}."
        )


@dataclass(frozen=True)
class NoTable(AboutFile):
    """A web page without a table."""

    code = "no-table"
    remedy = "Open it in Excel, save it as an Excel workbook (.xlsx) and upload that."

    def what(self) -> str:
        return "The file is a web page without any table in it."
