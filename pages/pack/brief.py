"""What a pack is about: the view, and who asks. Every exhibit asks its questions through it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from charts.files.tables import Column, Kind, Table
from data.access import Viewer
from queries import Answer, Question, ask

Record = dict[str, Any]
Block = tuple[str | None, str | None]
Field = tuple[str, Kind, Callable[[Record], Any]]


@dataclass(frozen=True)
class Brief:
    """The view with every default resolved; `locale` is that of the reader's numbers."""

    viewer: Viewer
    version: int
    as_of: date | None
    case: str
    program_id: str | None
    locale: str = "en"

    def stem(self) -> str:
        """The name of a pack's files: `realized-DS-2026-09-30-v7`."""
        parts = ["realized", self.program_id, self.as_of and self.as_of.isoformat(), f"v{self.version}"]
        return plain_letters("-".join(part for part in parts if part))

    def question(self, kind: type[Question], **more: Any) -> Question:
        return kind(**{"as_of": self.as_of, "case": self.case, "program_id": self.program_id, **more})

    def ask(self, kind: type[Question], **more: Any) -> Answer:
        return ask(self.question(kind, **more), self.viewer, self.version)


def plain_letters(text: str) -> str:
    """A name of a file that every system takes."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "- ") else "_" for c in text)


def block_of(group: Record) -> Block:
    """The currency and price base that an exhibit is about: amounts of two are never added."""
    return group["currency"], group["price_base"]


def table(title: str, currency: str, rows: list[Record], *fields: Field) -> Table:
    """Rows by (header, kind, getter); amounts carry the currency in their header."""
    columns = tuple(Column(label, kind, currency if kind == "money" else "") for label, kind, _ in fields)
    return Table(title, columns, tuple(tuple(get(row) for _, _, get in fields) for row in rows))


def value(name: str) -> Callable[[Record], Any]:
    """The getter of a field as it was answered."""
    return lambda row: row[name]


def floats(values: list[Decimal | float | None]) -> tuple[float | None, ...]:
    """For drawing only."""
    return tuple(None if one is None else float(one) for one in values)
