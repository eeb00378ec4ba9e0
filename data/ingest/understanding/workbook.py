"""The Realized workbook: one sheet a table, every column by its public header."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.findings import tables as wrong
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book, Row, Sheet, address, column_letters
from data.ingest.staged import Known, Reading, TableRead
from data.ingest.understanding import amounts
from data.ingest.understanding.block import Block, best_header, block_at, header_texts, strings
from data.ingest.understanding.convert import convert
from data.ingest.understanding.headers import key, unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.numbers import Stored, Style
from data.ingest.understanding.period_columns import Calendar, Spans, spans
from data.ingest.understanding.stage import Draft, Read, as_json, cell_addresses, extras, reasons, written
from data.model import PERIOD_HEADERS, TABLES, Field, Table, Type

SOURCE = "realized workbook"
_SHEETS = {key(table.sheet): table for table in TABLES}


def recognises(book: Book) -> bool:
    """Whether some sheet is named and headed like one of the model's, with every required column."""
    return any(not _lacking(table, headers) for table, headers in _candidates(book))


def resembles(book: Book) -> bool:
    """Whether some sheet is named like one of the model's and has most of its required columns."""
    return any(len(_lacking(table, headers)) * 2 < _needed(table) for table, headers in _candidates(book))


def _candidates(book: Book) -> Iterable[tuple[Table, set[str]]]:
    for sheet in book.sheets:
        table = _table_of(sheet, book)
        if table and (index := _header(sheet, table)) is not None:
            yield table, set(map(key, header_texts(sheet.rows[index]).values()))


def _table_of(sheet: Sheet, book: Book) -> Table | None:
    """The table of a sheet, by its name; of a delimited file, which has no sheet names, by its header."""
    if named := _SHEETS.get(key(sheet.name)):
        return named
    if book.container != "csv" or not sheet.rows:
        return None
    found = set(map(key, header_texts(sheet.rows[0]).values()))
    complete = [table for table in TABLES if not _lacking(table, found)]
    return max(complete, key=lambda table: len(found & _known_keys(table)), default=None)


def _known_keys(table: Table) -> set[str]:
    periods = PERIOD_HEADERS if table.periodic else ()
    return {key(header) for header in (*(item.header for item in table.fields), *periods)}


def _needed(table: Table) -> int:
    return sum(item.required for item in table.fields) + table.periodic


def _lacking(table: Table, found: set[str]) -> list[str]:
    """The headers that every sheet of this table must have and this one has not."""
    lacking = [item.header for item in table.fields if item.required and key(item.header) not in found]
    if table.periodic and not ({"period"} <= found or {"periodstart", "periodend"} <= found):
        lacking.append("Period")
    return lacking


def _header(sheet: Sheet, table: Table) -> int | None:
    known = _known_keys(table)

    def score(row: Row) -> int:
        return len(known & set(map(key, header_texts(row).values())))

    return best_header(sheet, score)


def read_workbook(book: Book, known: Known, heard: Heard) -> Reading:
    """Every sheet of the workbook that carries a table, in the model's order."""
    placed = [(table, sheet) for sheet in book.sheets if (table := _table_of(sheet, book))]
    unknown = [sheet.name for sheet in book.sheets if sheet.rows and not _table_of(sheet, book)]
    if unknown:
        heard.add(wrong.SheetUnknown(Place(), ", ".join(unknown)))
    calendar = Calendar(known)
    reads = []
    for table in TABLES:
        for candidate, sheet in placed:
            if candidate is table and (read := _read_sheet(table, sheet, calendar, heard)):
                calendar.learn(table.name, read.rows)
                reads.append(read)
    return Reading("realized_workbook", "Realized workbook", SOURCE, reads, heard.all())


@dataclass
class FieldColumns:
    """Which column of a block carries which field. `words` are the source's own words for the choices
    of a field, `scale` the factor of its amounts where the headers' is not to be believed."""

    fields: dict[str, int] = field(default_factory=dict)
    periods: dict[str, int] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    scale: Decimal | None = None

    def style(self, item: Field, header: str, mark: str) -> Style:
        scale = Style.scale
        if item.type is Type.DECIMAL:
            scale = self.scale if self.scale is not None else unit(header).scale
        return Style(scale, mark, words=self.words.get(item.name, {}))


def _layout(table: Table, block: Block, heard: Heard) -> FieldColumns:
    layout, names = FieldColumns(), {key(item.header): item.name for item in table.fields}
    periods = {key(header): header for header in PERIOD_HEADERS} if table.periodic else {}
    for column, header in block.headers.items():
        word, place = key(header), Place(block.name, address(block.header_row, column))
        target, name = (
            (layout.periods, periods[word]) if word in periods else (layout.fields, names.get(word))
        )
        if name is None:
            layout.unknown.append(column)
            heard.add(wrong.ColumnUnknown(place, header))
        elif name in target:
            layout.unknown.append(column)
            heard.add(wrong.ColumnRepeated(place, header, column_letters(target[name])))
        else:
            target[name] = column
    return layout


def _read_sheet(table: Table, sheet: Sheet, calendar: Calendar, heard: Heard) -> TableRead | None:
    index = _header(sheet, table)
    if index is None:
        if sheet.rows:
            heard.add(
                wrong.ColumnMissing(Place(sheet.name), table.fields[0].header, "none of the known headers")
            )
        return None
    block = block_at(sheet, index)
    for header in _lacking(table, set(map(key, block.headers.values()))):
        heard.add(
            wrong.ColumnMissing(
                Place(sheet.name, str(block.header_row)), header, ", ".join(block.headers.values())
            )
        )
    layout = _layout(table, block, heard)
    return stage_table(table, block, layout, calendar, heard)


def stage_table(
    table: Table, block: Block, layout: FieldColumns, calendar: Calendar, heard: Heard
) -> TableRead:
    """The rows of a block as a table of the model; what cannot be read is reported."""
    read, stored = Read(), _convert(table, block, layout, heard)
    for name, column in layout.fields.items():
        read.column(name, block, column)
    for header, column in layout.periods.items():
        read.column(header.casefold().replace(" ", "_"), block, column)
    for name, item in stored.items():
        read.notes.update(
            {f"{note} of {read.columns.get(name, name)}": text for note, text in item.notes.items()}
        )
    arrays, raw = {name: item.array for name, item in stored.items()}, {n: s.raw for n, s in stored.items()}
    time = None
    if table.periodic:
        time = spans(
            block, layout.periods, calendar.programs(table.name, arrays, len(block.rows)), calendar, heard
        )
        arrays |= {"period_start": time.starts, "period_end": time.ends}
        raw["period"] = time.raw
    keep = _keep(table, block, layout, arrays, time, heard)
    draft = Draft(
        table, arrays, block.name, pa.array(block.numbers, pa.int32()), extras(block, layout.unknown)
    )
    draft.raw = as_json(len(block.rows), raw)
    if table.long and "value" in layout.fields:
        cells = block.cells(layout.fields["value"])
        draft.cell = cell_addresses(cells)
        draft.raw = written(cells, stored["value"].texts)
        draft.missing = reasons(arrays["value"], stored["value"].missing)
    rows = draft.build().filter(keep)
    return read.done(table, block, rows, len(block.rows), rows.num_rows)


def _convert(table: Table, block: Block, layout: FieldColumns, heard: Heard) -> dict[str, Stored]:
    numeric = [
        layout.fields[i.name] for i in table.fields if i.type is Type.DECIMAL and i.name in layout.fields
    ]
    mark = common_mark(block, numeric)
    return {
        item.name: convert(
            block.cells(column := layout.fields[item.name]),
            item,
            heard,
            layout.style(item, block.headers[column], mark),
        )
        for item in table.fields
        if item.name in layout.fields
    }


def common_mark(block: Block, columns: Iterable[int]) -> str:
    """The decimal mark that the texts of these columns prove together; '' when they prove none."""
    return amounts.marks(text for column in columns for text in strings(block.values(column))).mark


def _keep(
    table: Table,
    block: Block,
    layout: FieldColumns,
    arrays: dict[str, pa.Array],
    time: Spans | None,
    heard: Heard,
) -> pa.Array:
    """Which rows have every required field; the others are reported, each by its first gap."""
    keep = pa.repeat(True, len(block.rows))
    for item in table.fields:
        if item.required and item.name in arrays and not (table.long and item.name == "value"):
            there = arrays[item.name].is_valid()
            for index in _newly(keep, there):
                place = block.cells(layout.fields[item.name], formats=False).place(index)
                heard.add(wrong.RequiredMissing(place, item.header))
            keep = pc.and_(keep, there)
    if time is not None:
        for index in _newly(keep, time.starts.is_valid()):
            if index not in time.reported:
                place = Place(block.name, str(block.numbers[index]))
                heard.add(wrong.RequiredMissing(place, "Period"))
        keep = pc.and_(keep, time.starts.is_valid())
    return keep


def _newly(keep: pa.Array, there: pa.Array) -> list[int]:
    """The rows that were kept so far and fail now."""
    if there.true_count == len(there):
        return []
    failing = pc.and_(keep, pc.invert(there))
    return pc.indices_nonzero(failing).to_pylist()  # type: ignore[no-any-return]
