"""Tables read into one table of the model, their columns as the mapping says."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.findings import mapping as said
from data.ingest.findings import register as told
from data.ingest.findings.base import Place
from data.ingest.reading.grid import Book
from data.ingest.staged import Known, TableRead
from data.ingest.understanding.block import Block, strings
from data.ingest.understanding.headers import unit
from data.ingest.understanding.heard import Heard
from data.ingest.understanding.mapping import lexicon
from data.ingest.understanding.mapping.mapping import MappedColumn, Mapping
from data.ingest.understanding.mapping.naming import Mention, Naming, column_texts
from data.ingest.understanding.mapping.regions import Region
from data.ingest.understanding.mapping.register_page import missing, with_column
from data.ingest.understanding.mapping.targets import title, title_field
from data.ingest.understanding.period_columns import Calendar
from data.ingest.understanding.register.labels import slug
from data.ingest.understanding.register.money import NO_CURRENCY
from data.ingest.understanding.stage import Draft, sums
from data.ingest.understanding.titles import fiscal_month, titles
from data.ingest.understanding.totals import clean_rows
from data.ingest.understanding.workbook import FieldColumns, common_mark, stage_table
from data.model import BY_NAME, PERIOD_HEADERS, Table, Type

_PERIODS = {header.casefold().replace(" ", "_"): header for header in PERIOD_HEADERS}
_LABELS = ("program", "project")


class Listings:
    """Reads the lists of one book; at the end, the programs and projects that they only name."""

    def __init__(self, book: Book, mapping: Mapping, known: Known, heard: Heard) -> None:
        self._mapping, self._known, self._heard = mapping, known, heard
        self._naming = Naming(book, known, heard)
        self._read: set[str] = set()
        self._currency = mapping.currency

    def read(self, table: Table, region: Region, columns: dict[int, MappedColumn]) -> list[TableRead]:
        if lacking := missing(table.name, columns):
            place = Place(region.sheet.name, str(region.header_row))
            self._heard.add(said.MappingIncomplete(place, title(table.name), lacking))
            return []
        self._read.add(table.name)
        whole = region.block()
        self._currency = self._currency or _currency(whole)
        block = self._cleaned(table, whole, columns)
        block = self._filled(table, block, columns)
        staged = [self._staged(table, *part) for part in _by_period(table, block, columns)]
        return [_together(table, staged, columns, len(whole.rows))]

    def named(self) -> list[TableRead]:
        """Rows for the programs and projects that nothing else describes."""
        found, reads = self._naming.named, []
        if found.programs and "programs" not in self._read:
            code = self._currency or NO_CURRENCY
            if not self._currency:
                for seen in found.programs.values():
                    self._heard.add(told.CurrencyUnknown(Place(seen.sheet), seen.name))
            rows = [
                {"program_id": own, "program": seen.name, "currency": code}
                for own, seen in found.programs.items()
            ]
            reads.append(_named(BY_NAME["programs"], rows, list(found.programs.values())))
        if found.projects and "projects" not in self._read:
            rows = [
                {"project_id": own, "program_id": seen.program, "project": seen.name}
                for own, seen in found.projects.items()
            ]
            reads.append(_named(BY_NAME["projects"], rows, list(found.projects.values())))
        return reads

    def _cleaned(self, table: Table, block: Block, columns: dict[int, MappedColumn]) -> Block:
        """The block without totals, headings and repeated headers, each of them listed."""
        names = {*table.key, title_field(table), *_LABELS} - {""}
        amounts = {field.name for field in table.fields if field.type is Type.DECIMAL}
        labels = [at for at, mapped in columns.items() if mapped.means in names and not mapped.period]
        values = [at for at, mapped in columns.items() if mapped.means in amounts]
        mark = self._heard.answers.decimal_mark or common_mark(block, values) or "."
        return replace(block, rows=clean_rows(block, sorted(labels), values, self._heard, mark).rows)

    def _filled(self, table: Table, block: Block, columns: dict[int, MappedColumn]) -> Block:
        """The block with columns for the IDs and words that no column of it says."""
        fields = {field.name for field in table.fields}
        programs: list[str] = []
        if table.name != "programs" and {"program_id", "project_id"} & fields:
            programs = self._naming.programs(block, columns)
            if "program_id" in fields:
                block = self._made(block, columns, "program_id", programs, "program")
        if "project_id" in fields and table.name != "projects":
            projects = self._naming.projects(block, columns, programs)
            block = self._made(block, columns, "project_id", projects, "project")
        if own := title_field(table):
            names = column_texts(block, columns, own, self._heard)
            scopes = programs or [""] * len(names)
            ids = [
                f"{scope}:{slug(name)}".lstrip(":") if name else None
                for scope, name in zip(scopes, names, strict=True)
            ]
            if _means(columns, table.key[0]) is None and any(ids):
                self._heard.add(
                    told.NameIdentifies(Place(block.name), title(table.name).lower(), len(set(ids)))
                )
                block = self._made(block, columns, table.key[0], ids, own)
            elif _means(columns, own) is None:
                told_ids = column_texts(block, columns, table.key[0], self._heard)
                block = self._made(block, columns, own, told_ids, table.key[0])
        for name, value in self._defaults(table).items():
            if _means(columns, name) is None:
                self._heard.add(
                    said.FilledIn(Place(block.name), table.field(name).header, value, len(block.rows))
                )
                block = self._made(block, columns, name, [value] * len(block.rows), "")
        return block

    def _made(
        self,
        block: Block,
        columns: dict[int, MappedColumn],
        role: str,
        values: Sequence[str | None],
        origin: str,
    ) -> Block:
        """One more column of that role, unless the sheet has one whose every row says it."""
        at = _means(columns, role)
        if at is not None and not any(
            column_texts(block, columns, role, Heard())[i] is None and value for i, value in enumerate(values)
        ):
            return block
        if at is not None:
            columns[at] = replace(columns[at], means="")
        source = at if at is not None else _means(columns, origin)
        return with_column(block, columns, role, list(values), source)

    def _defaults(self, table: Table) -> dict[str, str]:
        """What required fields are where no column states them."""
        day = self._known.as_of or self._known.received_on
        known = {
            "programs": {"currency": self._currency or NO_CURRENCY},
            "benefits": {"kind": "benefit", "value_type": "monetary"},
            "planned_values": {"case_version": "register"},
            "forecast_values": {"forecast_as_of": day.isoformat()},
            "contributions": {"weight": "1"},
        }
        return known.get(table.name, {})

    def _staged(self, table: Table, block: Block, columns: dict[int, MappedColumn]) -> TableRead:
        if table.name == "projects":  # a status in unknown words is listed, and takes no project away
            own = (replace(one, required=one.required and one.name != "status") for one in table.fields)
            table = replace(table, fields=tuple(own))
        layout = FieldColumns(scale=Decimal(self._mapping.scale) if self._mapping.scale else None)
        names = {field.name for field in table.fields}
        for at, mapped in sorted(columns.items()):
            if mapped.means in names and mapped.means not in layout.fields:
                layout.fields[mapped.means] = at
            elif mapped.means in _PERIODS:
                layout.periods[_PERIODS[mapped.means]] = at
        taken = {*layout.fields.values(), *layout.periods.values()}
        dated = {at for at, mapped in columns.items() if mapped.period}
        layout.unknown = [at for at in block.headers if at not in taken | dated and at not in block.made]
        layout.words = {
            field.name: lexicon.choices(table.name, field.name) for field in table.fields if field.choices
        }
        month = next((m for row in block.above for v in strings(row.values) if (m := fiscal_month(v))), None)
        return stage_table(table, block, layout, Calendar(self._known, month), self._heard)


def _means(columns: dict[int, MappedColumn], role: str) -> int | None:
    return next(
        (at for at, mapped in columns.items() if role and mapped.means == role and not mapped.period), None
    )


def _by_period(
    table: Table, block: Block, columns: dict[int, MappedColumn]
) -> list[tuple[Block, dict[int, MappedColumn]]]:
    """The block once for each period that its columns name, with a column that states it; else as it is."""
    across = dict.fromkeys(mapped.period for mapped in columns.values() if mapped.period)
    if not across or not table.periodic:
        return [(block, columns)]
    parts = []
    for period in across:
        own = {
            at: replace(mapped, period="") for at, mapped in columns.items() if mapped.period in ("", period)
        }
        others = {at for at, mapped in columns.items() if mapped.period not in ("", period)}
        narrow = replace(block, headers={at: text for at, text in block.headers.items() if at not in others})
        parts.append((with_column(narrow, own, "period", [period] * len(block.rows), None), own))
    return parts


def _together(table: Table, parts: list[TableRead], columns: dict[int, MappedColumn], read: int) -> TableRead:
    """One reading of the parts that were read period by period; a row is kept when any of them has it."""
    dated = [mapped for mapped in columns.values() if mapped.period and mapped.means]
    first = parts[0]
    if not dated or not table.periodic:
        return replace(first, rows_read=read)
    rows = pa.concat_tables([part.rows for part in parts])
    said_something = pc.and_(rows["missing"].is_valid(), pc.not_equal(rows["missing"], "blank"))
    there = pc.fill_null(said_something, False)
    for field in table.fields:
        if field.type is Type.DECIMAL:
            there = pc.or_(there, rows[field.name].is_valid())
    rows = rows.filter(there)
    spans = {
        name: [one.header for one in dated if one.means == name] for name in {one.means for one in dated}
    }
    return replace(
        first,
        rows=rows,
        rows_read=read,
        rows_kept=len(pc.unique(rows["row"])),
        sums=sums(table, rows),
        columns={**first.columns, **{name: f"{own[0]} .. {own[-1]}" for name, own in spans.items()}},
        period_columns=tuple(mapped.header for mapped in dated),
    )


def _currency(block: Block) -> str:
    """The one currency that headers or the lines above name."""
    above = titles(block.above, block.name).unit.currency
    found = {unit(text).currency for text in block.headers.values()} - {""}
    return found.pop() if len(found) == 1 else above


def _named(table: Table, rows: list[dict[str, str]], seen: list[Mention]) -> TableRead:
    """Rows that only names stand behind, each where it was named first."""
    columns = {name: pa.array([row[name] for row in rows], pa.string()) for name in rows[0]}
    built = Draft(table, columns, seen[0].sheet, pa.array([one.row for one in seen], pa.int32())).build()
    sheets = pa.array([one.sheet for one in seen], pa.string())
    built = built.set_column(built.column_names.index("sheet"), "sheet", sheets)
    count = len(rows)
    return TableRead(table.name, seen[0].sheet, seen[0].header_row, "A", count, count, {}, rows=built)
