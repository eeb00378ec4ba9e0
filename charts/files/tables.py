"""A table as files have it: typed columns with their unit in the header, exact values in the rows."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from charts import numbers

Kind = Literal["text", "money", "rate", "number", "date"]
NUMERIC: Final = ("money", "rate", "number")
# A spreadsheet takes text that begins like this for a formula; the last four are their wide forms.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Column:
    """One column: `unit` is the currency or the unit of measure of every value in it."""

    label: str
    kind: Kind = "text"
    unit: str = ""
    means: str = ""

    @property
    def header(self) -> str:
        return f"{self.label}, {self.unit}" if self.unit else self.label


@dataclass(frozen=True)
class Table:
    """Rows hold Decimal, float, int, date, bool, text or None (missing), in the order of the columns."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


def written(text: object, longest: int = 32_000) -> str:
    """Text without what no file format can hold; a spreadsheet's cell ends at 32,767 characters."""
    return _CONTROL.sub("", str(text))[:longest]


def read(value: Any, column: Column, locale: str) -> str:
    """One value as a person reads it on paper; empty when missing."""
    if numbers.missing(value):
        return ""
    match column.kind:
        case "money":
            return numbers.plain(value, locale, 0 if abs(value) >= 1000 or value == int(value) else 2)
        case "rate":
            return numbers.rate(value, locale)
        case "number":
            return numbers.plain(value, locale, None if value == int(value) else 1)
        case "date":
            return numbers.day(value)
    return yes_or_no(value)


def yes_or_no(value: Any) -> str:
    """Text as it is; true and false in words."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else written(value)
