"""One worksheet part, read as a stream into rows. The callbacks run once for each cell: keep them short."""

from data.ingest.findings.base import Place, Refused
from data.ingest.findings.container import BadAddress, DuplicateCell, FarCell, TooMuch
from data.ingest.reading.addresses import COLUMNS, area
from data.ingest.reading.cell_reader import CellReader
from data.ingest.reading.grid import Area, Row, Value
from data.ingest.reading.limits import EXCEL_ROWS, Limits
from data.ingest.reading.number_formats import MISSING, Style
from data.ingest.reading.xml_parts import SHEETS, Attributes, is_true, vocabulary

NAMES = vocabulary(SHEETS, ("row", "c", "v", "f", "t", "is", "rPh", "col", "mergeCell"))


class SheetScan:
    """Receives the elements of one worksheet; afterwards holds `rows`, `merged` and `hidden_columns`.

    `cells` counts those that hold something; it may start with those of the sheets before.
    `values` and `codes` are those of the row that is open.
    """

    def __init__(self, sheet: str, reader: CellReader, styles: dict[str, Style], limits: Limits) -> None:
        self.rows: list[Row] = []
        self.merged: list[Area] = []
        self.hidden_columns: set[int] = set()
        self.cells = 0
        self.pieces: list[str] = []  # the text of the innermost element, as it comes
        self.place = Place(sheet)
        self.reader, self.styles, self.widest = reader, styles, limits.columns
        self.values: list[Value] = []
        self.codes: list[str] = []
        self._limits = limits
        self.traits: dict[bytes, tuple[bool, int]] = {}  # by the rest of a row's tag, as met before
        self._formats: dict[tuple[str, ...], list[str]] = {}
        self._blank = self._phonetic = 0
        self._row, self._number, self._column = Row(0, []), "0", 0
        self._attributes: Attributes = {}
        self._stored: str | None = None
        self._formula: str | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._attributes = attributes
            self._stored = self._formula = None
        elif name in ("v", "f", "t"):
            self.pieces.clear()
        elif name == "row":
            self.open_row(attributes)
        elif name == "rPh":
            self._phonetic += 1
        elif name == "col":
            self._hide(attributes)
        elif name == "mergeCell":
            self._merge(attributes)

    def end(self, name: str) -> None:
        if name == "v":
            self._stored = "".join(self.pieces)
        elif name == "c":
            self._close_cell()
        elif name == "row":
            self.close_row()
        elif name == "t":
            if not self._phonetic:
                self._stored = (self._stored or "") + "".join(self.pieces)
        elif name == "f":
            self._formula = "".join(self.pieces)
        elif name == "rPh":
            self._phonetic -= 1

    def open_row(self, attributes: Attributes) -> None:
        """Begin a row; raises Refused where its number is none or too high."""
        written = attributes.get("r")
        number = self._row.number + 1 if written is None else _whole(written)
        if number < 1:
            raise Refused(BadAddress((written or "")[:20], place=self.place))
        self._row = self.row(number, *traits(attributes))
        self.reader.row, self._number = number, str(number)
        self.values, self._column, self.codes = self._row.values, 0, []

    def row(self, number: int, hidden: bool, outline: int) -> Row:
        """A row without cells; raises Refused where its number is too high."""
        if number > EXCEL_ROWS:
            raise Refused(FarCell(f"row {EXCEL_ROWS:,}", place=Place(self.place.sheet, str(number)[:12])))
        return Row(number, [], None, hidden, outline)

    def close_row(self) -> None:
        """Keep the row where it holds anything; raises Refused above the limits."""
        row = self._row
        if row.values:
            self.count_cells(sum(value is not None for value in row.values))
            self.keep(row, self.codes)

    def count_cells(self, more: int) -> None:
        """Count cells that hold something; raises Refused above the limits."""
        self.cells += more
        limits = self._limits
        if self.cells > limits.cells:
            raise Refused(TooMuch("cells with content", limits.cells, place=self.place))
        if self.reader.characters > limits.text:
            raise Refused(TooMuch("characters of text", limits.text, place=self.place))

    def keep(self, row: Row, codes: list[str] | None) -> None:
        """Add a row; those with the same formats share their list."""
        if codes and any(codes):
            row.formats = self._formats.setdefault(tuple(codes), codes)
        self.rows.append(row)

    def _close_cell(self) -> None:
        attribute = self._attributes.get
        written = attribute("r")
        column = self._column if written is None else COLUMNS.get(written.removesuffix(self._number), -1)
        if column < 0 or not self._row.number:
            column = self._odd_column(written or "")
        self._column = column + 1
        style = self.styles.get(attribute("s", "0"), MISSING)
        value = self.reader.value(attribute("t", "n"), self._stored, self._formula, style, column)
        if value is None:
            self.count_blank(1)
        elif column == len(self.values) < self.widest:
            self.values.append(value)
            self.codes.append(style.code)
        else:
            self._make_room(column)
            self.values[column], self.codes[column] = value, style.code

    def _odd_column(self, written: str) -> int:
        """A column in small letters; anything else is no address in this row."""
        column = COLUMNS.get(written.upper().removesuffix(self._number))
        if column is None or not self._row.number:
            row = self._number if self._row.number else ""
            raise Refused(BadAddress(written[:20], place=Place(self.place.sheet, row)))
        return column

    def _make_room(self, column: int) -> None:
        values = self.values
        if column >= self.widest:
            raise Refused(FarCell(f"column {self.widest:,}", place=self.reader.place(column)))
        missing = column + 1 - len(values)
        if missing > 0:
            values.extend([None] * missing)
            self.codes.extend([""] * missing)
        elif values[column] is not None:
            raise Refused(DuplicateCell(place=self.reader.place(column)))

    def count_blank(self, more: int) -> None:
        """Count cells that hold nothing; raises Refused above the limit."""
        self._blank += more
        if self._blank > self._limits.elements:
            raise Refused(TooMuch("empty cells", self._limits.elements, place=self.place))

    def _hide(self, attributes: Attributes) -> None:
        if is_true(attributes.get("hidden")):
            first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
            self.hidden_columns.update(range(max(first, 1) - 1, min(last, len(COLUMNS))))

    def _merge(self, attributes: Attributes) -> None:
        merged = area(attributes.get("ref", ""))
        if merged:
            self.merged.append(merged)
        if len(self.merged) > self._limits.merged:
            raise Refused(TooMuch("merged ranges", self._limits.merged, place=self.place))


def traits(attributes: Attributes) -> tuple[bool, int]:
    """Whether a row is hidden, and its outline level."""
    return is_true(attributes.get("hidden")), max(0, min(7, _whole(attributes.get("outlineLevel", "0"))))


def _whole(text: str) -> int:
    """A whole number in an attribute, -1 where it is none."""
    return int(text) if len(text) <= 20 and text.isascii() and text.isdecimal() else -1
