"""How much of a file is read at most. A real register needs a tenth of any of these."""

from dataclasses import dataclass

EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 16_384
EXCEL_TEXT = 32_767
"""Most characters that a spreadsheet program keeps in one cell."""


@dataclass(frozen=True)
class Limits:
    """Above any of these a file is refused; they keep the reading process within its memory.

    file          bytes of the file itself
    parts         parts inside the zip container
    inflated      bytes of all the parts that are read, once unpacked
    ratio         unpacked to packed bytes of one part, where it unpacks to more than `ratio_from`
    sheets        sheets of one workbook
    columns       the furthest column that may hold something
    cells         cells that hold something, in all sheets
    elements      cells of one sheet, those included that hold nothing
    text          characters of all cells, a shared text counted for every cell that shows it
    styles        cell formats of one workbook
    merged        merged ranges of one sheet
    """

    file: int = 100 * 2**20
    parts: int = 5_000
    inflated: int = 512 * 2**20
    ratio: int = 150
    ratio_from: int = 16 * 2**20
    sheets: int = 255
    columns: int = 4_096
    cells: int = 4_000_000
    elements: int = 20_000_000
    text: int = 256 * 2**20
    styles: int = 65_536
    merged: int = 65_536


STANDARD = Limits()
