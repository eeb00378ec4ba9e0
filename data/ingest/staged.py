"""What interpreting a file yields: rows of the public tables, typed, each with the cell it came from."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa

from data.ingest.findings.base import Finding
from data.model import Table, Type

_ARROW = {
    Type.TEXT: pa.string(),
    Type.DATE: pa.date32(),
    Type.DECIMAL: pa.decimal128(24, 6),
    Type.SHARE: pa.decimal128(9, 6),
    Type.INTEGER: pa.int32(),
    Type.BOOLEAN: pa.bool_(),
}


def schema(table: Table) -> pa.Schema:
    """The columns of a staged table.

    The table's own fields, then `period_start` and `period_end` (both ends included) where it is
    periodic, then where each row came from:

    sheet, row   the sheet and its 1-based row
    cell         long tables: the address of the value's cell; else ''
    raw          long tables: the value's text as written; else JSON {field: text as written} of
                 the fields whose stored value differs from it
    missing      long tables: why the value is null (blank, withheld, not applicable, not numeric,
                 error, uncalculated); else null
    extra        JSON {header: text} of the columns the model does not know; null without any
    """
    columns = [pa.field(field.name, _ARROW[field.type]) for field in table.fields]
    if table.periodic:
        columns += [pa.field("period_start", pa.date32()), pa.field("period_end", pa.date32())]
    columns += [pa.field("sheet", pa.string()), pa.field("row", pa.int32())]
    columns += [pa.field(name, pa.string()) for name in ("cell", "raw", "missing", "extra")]
    return pa.schema(columns)


@dataclass(frozen=True)
class TableRead:
    """One public table as found on one sheet.

    `table` is None where a table was found but not recognised. `columns` maps a field to the
    header it was read from (the headers found, for an unrecognised table, under their letters);
    `letters` maps a field to its column. `rows_read` counts the rows below the header that hold
    anything; each is kept or left out with a finding. `sums` adds the stored decimals by field.
    """

    table: str | None
    sheet: str
    header_row: int
    first_column: str
    rows_read: int
    rows_kept: int
    columns: dict[str, str]
    letters: dict[str, str] = field(default_factory=dict)
    sums: dict[str, Decimal] = field(default_factory=dict)
    period_columns: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)  # currency, scale, date order, measure: as understood
    rows: pa.Table | None = None

    @property
    def rows_left_out(self) -> int:
        return self.rows_read - self.rows_kept

    def as_dict(self) -> dict[str, Any]:
        return {
            "table": self.table,
            "sheet": self.sheet,
            "header_row": self.header_row,
            "first_column": self.first_column,
            "rows_read": self.rows_read,
            "rows_kept": self.rows_kept,
            "rows_left_out": self.rows_left_out,
            "columns": self.columns,
            "letters": self.letters,
            "sums": {name: plain(total) for name, total in self.sums.items()},
            "period_columns": list(self.period_columns),
            "notes": self.notes,
        }


@dataclass(frozen=True)
class Known:
    """What the store already knows, for a file that leaves it out."""

    received_on: date
    as_of: date | None = None
    currencies: dict[str, str] = field(default_factory=dict)  # program id -> reporting currency
    fiscal_months: dict[str, int] = field(default_factory=dict)  # program id -> fiscal year start month
    benefits: dict[str, str] = field(default_factory=dict)  # benefit id -> program id
    projects: dict[str, str] = field(default_factory=dict)  # project id -> program id
    programs: dict[str, str] = field(default_factory=dict)  # program id -> program
    program_id: str | None = None  # the program that rows belong to which name none, as said at upload
    project_names: dict[str, str] = field(default_factory=dict)  # project id -> project
    benefit_names: dict[str, str] = field(default_factory=dict)  # benefit id -> benefit
    project_id: str | None = None  # the project of rows that name none
    program_name: str = ""  # the name of `program_id` where it is a new program, said at upload
    year_one: date | None = None  # the first day of Year 1 where years are numbered, said at upload

    def project_called(self, name: str) -> str | None:
        """The only project that has exactly this name, without case; None where none or several have."""
        wanted = name.strip().casefold()
        found = [own for own, text in self.project_names.items() if text.strip().casefold() == wanted]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True)
class Reading:
    """One file, understood. `source` names what it supersedes: a later file of the same source
    replaces, table by table, what the earlier one said about the same programs."""

    profile: str
    tool: str
    source: str
    tables: list[TableRead]
    findings: list[Finding]


def plain(number: Decimal) -> str:
    """The shortest plain text of a decimal: no exponent, no trailing zeros after the point."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
