"""Puts typed columns together to the staged form of a table, each row with where it came from."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.reading.grid import Value, column_letters
from data.ingest.staged import TableRead, schema
from data.ingest.understanding.block import Block, Cells, text_of, texts_of
from data.model import Table, Type

_ESCAPED = r'["\\\x00-\x1f]'  # what JSON does not write as it is
_BETWEEN = ", "


def encode_json(text: str) -> str:
    """A text as JSON, with letters of every language as they are."""
    return json.dumps(text, ensure_ascii=False)


@dataclass
class Draft:
    """The columns of a table as far as they are known, all of the same length."""

    table: Table
    columns: dict[str, pa.Array]
    sheet: str
    rows: pa.Array  # int32, 1-based
    extra: pa.Array | None = None
    cell: pa.Array | None = None
    raw: pa.Array | None = None
    missing: pa.Array | None = None

    def build(self) -> pa.Table:
        """The staged table; columns that are not known are null."""
        count, target = len(self.rows), schema(self.table)
        given = {
            **self.columns,
            "sheet": pa.repeat(self.sheet, count),
            "row": self.rows,
            "cell": self.cell if self.cell is not None else pa.repeat("", count),
            "raw": self.raw,
            "missing": self.missing,
            "extra": self.extra,
        }
        arrays = [given.get(item.name) for item in target]
        filled = [
            pa.nulls(count, item.type) if array is None else array.cast(item.type)
            for item, array in zip(target, arrays, strict=True)
        ]
        return pa.Table.from_arrays(filled, schema=target)


@dataclass
class Read:
    """What a TableRead says beside its rows."""

    columns: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    period_columns: tuple[str, ...] = ()

    def column(self, name: str, block: Block, column: int) -> None:
        if block.shown(column) >= 0:
            self.columns[name] = block.headers[column]
            self.letters[name] = column_letters(block.shown(column))

    def done(self, table: Table, block: Block, rows: pa.Table, read: int, kept: int) -> TableRead:
        return TableRead(
            table=table.name,
            sheet=block.name,
            header_row=block.header_row,
            first_column=block.first_column,
            rows_read=read,
            rows_kept=kept,
            columns=self.columns,
            letters=self.letters,
            sums=sums(table, rows),
            period_columns=self.period_columns,
            notes=self.notes,
            rows=rows,
        )


def sums(table: Table, rows: pa.Table) -> dict[str, Decimal]:
    """The total of each decimal field that has a value."""
    totals = {}
    for item in table.fields:
        if item.type is Type.DECIMAL:
            total = pc.sum(rows.column(item.name)).as_py()
            if total is not None:
                totals[item.name] = total
    return totals


def addresses(letters: str, rows: pa.Array) -> pa.Array:
    """The address of the cell in this column, for each row."""
    return pc.binary_join_element_wise(pa.scalar(letters), rows.cast(pa.string()), pa.scalar(""))


def cell_addresses(cells: Cells) -> pa.Array:
    """The address of each of these cells."""
    if cells.flipped:
        return pa.array([cells.address(index) for index in range(len(cells.rows))], pa.string())
    return addresses(cells.letters, pa.array(cells.rows, pa.int32()))


def written(cells: Cells, known: pa.Array | None = None) -> pa.Array:
    """The text of each cell as written, null where it is empty; `known` are the texts if made already."""
    if known is not None:
        return known
    return pa.array([None if value is None else text_of(value) for value in cells.values], pa.string())


def reasons(values: pa.Array, missing: Mapping[int, str]) -> pa.Array:
    """Why each null is null: blank where no other reason is known."""
    if values.null_count == 0:
        return pa.nulls(len(values), pa.string())
    if not missing:
        return pc.if_else(values.is_valid(), pa.scalar(None, pa.string()), pa.scalar("blank"))
    valid = values.is_valid().to_pylist()
    return pa.array(
        [None if there else missing.get(index, "blank") for index, there in enumerate(valid)], pa.string()
    )


def as_json(count: int, texts: Mapping[str, Mapping[int, str]]) -> pa.Array:
    """For each row the JSON of {name: text} of those names that have a text there; null without any."""
    rows: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for name, column in texts.items():
        for index, text in column.items():
            rows[index][name] = text
    return pa.array(
        [json.dumps(rows[index], ensure_ascii=False) if index in rows else None for index in range(count)],
        pa.string(),
    )


def extras(block: Block, columns: Sequence[int]) -> pa.Array:
    """The columns that the model does not know, as JSON {header: text} for each row; null without any."""
    names: list[str] = []
    for column in columns:
        name = block.headers[column]
        names.append(f"{name} ({column_letters(column)})" if name in names else name)
    parts = [_member(name, block.values(column)) for name, column in zip(names, columns, strict=True)]
    if not parts:
        return pa.nulls(len(block.rows), pa.string())
    joined = pc.binary_join_element_wise(*(pc.fill_null(part, "") for part in parts), pa.scalar(""))
    inside = pc.utf8_slice_codeunits(joined, len(_BETWEEN))
    braced = pc.binary_join_element_wise(pa.scalar("{"), inside, pa.scalar("}"), pa.scalar(""))
    return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), braced)


def _member(name: str, values: Sequence[Value]) -> pa.Array:
    """The text of each cell as a further member of a JSON object; null where there is none."""
    named = f"{_BETWEEN}{encode_json(name)}: "
    texts = pa.array(texts_of(values), pa.string())
    if pc.any(pc.match_substring_regex(texts, _ESCAPED)).as_py():
        quoted = pa.array([text and encode_json(text) for text in texts.to_pylist()], pa.string())
        return pc.binary_join_element_wise(pa.scalar(named), quoted, pa.scalar(""))
    return pc.binary_join_element_wise(pa.scalar(f'{named}"'), texts, pa.scalar('"'), pa.scalar(""))
