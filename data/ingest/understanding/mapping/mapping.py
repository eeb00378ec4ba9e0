"""A mapping as plain values: which tables of a layout carry what, and what its sender's files leave open.

It is made from a proposal or from what was understood, corrected by a person, kept in the ledger,
and written as TOML. `data.ingest.understanding.mapping.apply` reads a book with it.
"""

import json
import tomllib
from collections.abc import Mapping as Plain
from dataclasses import asdict, dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from data.errors import MappingUnusable
from data.ingest.understanding import periods
from data.ingest.understanding.corrected import READINGS
from data.ingest.understanding.headers import words
from data.ingest.understanding.mapping.targets import WHOLES, readable, roles, whole_profile
from data.ingest.understanding.vocabulary import CURRENCY_CODES

CHOICES = {
    "date_order": ("", "day first", "month first"),
    "decimal_mark": ("", ".", ","),
    "percent": ("", "percent", "share"),
}
_UNESCAPED = str.maketrans({"\x7f": "\\u007F"})


@dataclass(frozen=True)
class MappedColumn:
    """One column by its header; `means` is a role of the target, '' keeps it beside the row.

    `period` is what a column of one period is about, as it would be written in a cell: 2026-01.
    """

    header: str
    letters: str
    means: str = ""
    period: str = ""
    confidence: float = 1.0


@dataclass(frozen=True)
class MappedTable:
    """One table of a sheet. `target` is one of `targets.readable`; '' leaves it out.

    Rows and columns are counted as on the sheet, or exchanged where `transposed`.
    """

    sheet: str
    header_row: int
    target: str
    columns: tuple[MappedColumn, ...]
    header_rows: int = 1
    transposed: bool = False
    confidence: float = 1.0


@dataclass(frozen=True)
class MappedLine:
    """A line of a file that is read as a whole, and what it is read as: costs, benefits or neither."""

    sheet: str
    label: str
    reads: str
    nth: int = 1

    @property
    def key(self) -> tuple[str, str, int]:
        return self.sheet, words(self.label), self.nth


@dataclass(frozen=True)
class Mapping:
    """What a layout means. `source` names what a file of it supersedes; the options are '' where the
    file itself decides; `program_id` and `project_id` are for rows that name none."""

    name: str
    fingerprint: str
    source: str
    tables: tuple[MappedTable, ...]
    program_id: str = ""
    program: str = ""
    project_id: str = ""
    currency: str = ""
    scale: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    percent: str = ""
    lines: tuple[MappedLine, ...] = ()

    @property
    def confidence(self) -> float:
        """That of the table least sure among those that are read."""
        return min((table.confidence for table in self.tables if table.target), default=0.0)

    def as_dict(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]


def from_dict(told: Plain[str, Any]) -> Mapping:
    """A mapping from plain values. Raises MappingUnusable, naming what does not fit."""
    tables = []
    for number, table in enumerate(_list(told, "tables"), 1):
        bare = {"columns": ()} if str(table.get("target")).startswith(WHOLES) else {}
        listed = _list({**bare, **table}, "columns")
        columns = [_made(MappedColumn, one, f"table {number}") for one in listed]
        tables.append(_made(MappedTable, {**table, "columns": tuple(columns)}, f"table {number}"))
    lines = [_made(MappedLine, one, "a line") for one in _list({"lines": (), **told}, "lines")]
    mapping: Mapping = _made(Mapping, {**told, "tables": tuple(tables), "lines": tuple(lines)}, "the mapping")
    _check(mapping)
    return mapping


def from_toml(text: str) -> Mapping:
    """A mapping from TOML. Raises MappingUnusable."""
    try:
        return from_dict(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise MappingUnusable(f"it is no TOML ({error})") from None


def to_toml(mapping: Mapping) -> str:
    """The mapping as TOML that `from_toml` reads back."""
    told = mapping.as_dict()
    tables, corrected = told.pop("tables"), told.pop("lines")
    lines = _pairs(told)
    for line in corrected:
        lines += ["", "[[lines]]", *_pairs(line, bare=True)]
    for table in tables:
        columns = table.pop("columns")
        lines += ["", "[[tables]]", *_pairs(table)]
        for column in columns:
            lines += ["", "[[tables.columns]]", *_pairs(column)]
    return "\n".join(lines) + "\n"


def _pairs(values: Plain[str, Any], bare: bool = False) -> list[str]:
    # A JSON text is a TOML text but for the one control character that JSON leaves bare.
    return [
        f"{name} = {json.dumps(value, ensure_ascii=False).translate(_UNESCAPED)}"
        for name, value in values.items()
        if value != "" or bare
    ]


def _list(told: Any, name: str) -> list[Any]:
    found = told.get(name) if isinstance(told, Plain) else None
    if not isinstance(found, (list, tuple)) or not all(isinstance(one, Plain) for one in found):
        raise MappingUnusable(f"{name!r} must be a list of tables")
    return list(found)


def _made(kind: Any, told: Plain[str, Any], where: str) -> Any:
    known = {item.name: item for item in fields(kind)}
    if unknown := sorted(map(str, told.keys() - known.keys())):
        raise MappingUnusable(f"{where} says {', '.join(unknown)}, which no mapping has")
    expected: dict[str, Any] = {"int": int, "bool": bool, "float": (int, float), "str": str}
    for name, value in told.items():
        wanted = expected.get(getattr(known[name].type, "__name__", str(known[name].type)))
        if wanted and (not isinstance(value, wanted) or (wanted is int and isinstance(value, bool))):
            raise MappingUnusable(f"{name!r} of {where} is {value!r}")
    try:
        return kind(**told)
    except TypeError as error:
        raise MappingUnusable(f"{where} is incomplete ({error})") from None


def _check(mapping: Mapping) -> None:
    for table in mapping.tables:
        if table.target and table.target not in readable():
            raise MappingUnusable(f"there is no table {table.target!r} to read into")
        known = roles(table.target) if table.target else {}
        for column in table.columns:
            if column.means and column.means not in known:
                raise MappingUnusable(f"a column of {table.target!r} cannot mean {column.means!r}")
        undated = (one for one in table.columns if one.period and not periods.parse(one.period))
        if whole_profile(table.target) and (wrong := next(undated, None)):
            raise MappingUnusable(f"{wrong.period!r} is no period such as 2026, 2026/27 or 2026-04")
        if table.header_row < 1 or not 1 <= table.header_rows <= 3:
            raise MappingUnusable("the header is in one to three rows, counted from 1")
    if wrong_line := next((line for line in mapping.lines if line.reads not in READINGS), None):
        raise MappingUnusable(f"a line is read as costs, benefits or neither, not {wrong_line.reads!r}")
    for name, choices in CHOICES.items():
        if getattr(mapping, name) not in choices:
            raise MappingUnusable(f"{name!r} is {getattr(mapping, name)!r}")
    if mapping.currency and mapping.currency not in CURRENCY_CODES:
        raise MappingUnusable(f"{mapping.currency!r} is no currency code such as EUR")
    try:
        positive = not mapping.scale or Decimal(mapping.scale) > 0
    except InvalidOperation:
        positive = False
    if not positive:
        raise MappingUnusable(f"{mapping.scale!r} is no factor such as 1000")
