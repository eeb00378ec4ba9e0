"""Tables read into the benefits register, their columns as the mapping says."""

from dataclasses import replace
from decimal import Decimal

from data.ingest.findings import mapping as said
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book, Row, column_letters
from data.ingest.staged import Known, TableRead
from data.ingest.understanding import periods
from data.ingest.understanding.block import Block
from data.ingest.understanding.headers import Unit, unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.layout import Layout, ValueColumn
from data.ingest.understanding.mapping.mapping import MappedColumn, Mapping
from data.ingest.understanding.mapping.regions import Region
from data.ingest.understanding.mapping.targets import MEASURES, REGISTER, needed, roles, title
from data.ingest.understanding.meaning import meaning
from data.ingest.understanding.profile import profiles
from data.ingest.understanding.register import entities
from data.ingest.understanding.register.page import Page, fiscal_month, made_ready
from data.ingest.understanding.register.read import read_page
from data.ingest.understanding.titles import titles


class Registers:
    """Reads the register's tables of one book; what one names is not named again by the next."""

    def __init__(self, book: Book, mapping: Mapping, known: Known, heard: Heard) -> None:
        self._book, self._mapping, self._known, self._heard = book, mapping, known, heard
        self._profile, self._seen = profiles()["benefits_register"], entities.Seen()

    def read(self, region: Region, columns: dict[int, MappedColumn]) -> list[TableRead]:
        if lacking := missing(REGISTER, columns):
            place = Place(region.sheet.name, str(region.header_row))
            self._heard.add(said.MappingIncomplete(place, title(REGISTER), lacking))
            return []
        block = region.block()
        above = titles(block.above, block.name)
        month = fiscal_month(above, self._known)
        if self._mapping.scale:  # what the lines above say of it holds no longer
            above = replace(above, unit=replace(above.unit, scale=Decimal(self._mapping.scale)))
        layout = _layout(block, columns, self._mapping, month)
        page = Page(layout, above, month, "", len(block.rows))
        made_ready(page, self._profile, self._heard)
        return read_page(page, self._book, self._profile, self._known, self._seen, self._heard)


def missing(target: str, columns: dict[int, MappedColumn]) -> str:
    """What the target needs and no column means, in words; '' where all is there."""
    meant = {column.means for column in columns.values()}
    across = any(column.period for column in columns.values())
    known = roles(target)
    for ways in needed(target):
        if not meant & set(ways) and not (across and "period" in ways):
            return " or ".join(known.get(way, way) for way in ways)
    return ""


def with_column(
    block: Block, columns: dict[int, MappedColumn], role: str, values: list[str | None], origin: int | None
) -> Block:
    """The block with one more column to its right, made from the column `origin`."""
    at = max([max(block.headers, default=-1), *(len(row.values) - 1 for row in block.rows)]) + 1
    rows = [
        Row(
            row.number,
            [*row.values, *[None] * (at - len(row.values)), value],
            row.formats,
            row.hidden,
            row.outline,
        )
        for row, value in zip(block.rows, values, strict=True)
    ]
    header = block.headers[origin] if origin is not None else role.replace("_", " ")
    columns[at] = MappedColumn(header, column_letters(at), role)
    return replace(block, headers={**block.headers, at: header}, rows=rows, made={**block.made, at: origin})


def _layout(block: Block, columns: dict[int, MappedColumn], mapping: Mapping, month: int | None) -> Layout:
    layout = Layout(block)
    for column, mapped in sorted(columns.items()):
        if mapped.means in (*MEASURES, "amount"):
            measure = None if mapped.means == "amount" else mapped.means
            period = periods.parse(mapped.period, month) if mapped.period else None
            header = block.headers.get(column, mapped.header)
            runs = meaning(profiles()["benefits_register"], header, month).running if period else ""
            item = ValueColumn(column, header, measure, period, _unit(header, mapping), running=runs)
            (layout.running if runs else layout.values).append(item)
        elif mapped.means == "total":
            header = block.headers.get(column, mapped.header)
            layout.stated.append(ValueColumn(column, header, None, None, _unit(header, mapping)))
        elif mapped.means and mapped.means not in layout.roles:
            layout.roles[mapped.means] = column
    if "year" in layout.roles and "period" not in layout.roles:
        layout.roles["period"] = layout.roles.pop("year")
    taken = {*layout.roles.values(), *(item.column for item in (*layout.values, *layout.stated))}
    layout.unknown = [column for column in block.headers if column not in taken]
    return layout


def _unit(header: str, mapping: Mapping) -> Unit:
    told = unit(header)
    scale = Decimal(mapping.scale) if mapping.scale else told.scale
    return Unit(mapping.currency or told.currency, scale, told.percent, told.vague and not mapping.currency)
