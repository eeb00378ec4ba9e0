"""Rows of one public table in the making, each with the row of the list that it came from."""

import json
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from data.ingest.staged import TableRead, schema
from data.ingest.understanding.listing.columns import Columns
from data.ingest.understanding.listing.find import Listing
from data.ingest.understanding.stage import Read
from data.model import BY_NAME


class Made:
    """The rows of the table `name` that one list yields."""

    def __init__(self, name: str, listing: Listing) -> None:
        self.name, self.listing = name, listing
        self.rows: list[dict[str, Any]] = []
        self.notes: dict[str, str] = {}
        self._from: dict[str, str] = {}

    def came_from(self, **roles: str) -> None:
        """Note from which role a field was read, where the list has it."""
        self._from |= {field: role for field, role in roles.items() if role in self.listing.roles}

    def add(self, index: int, raw: dict[str, str] | None = None, **values: Any) -> None:
        block = self.listing.block
        number = block.numbers[index] if block.numbers else block.header_row
        written = json.dumps(raw, ensure_ascii=False) if raw else None
        self.rows.append({"sheet": block.name, "row": number, "cell": "", "raw": written, **values})

    def done(self, read: int, kept: int) -> TableRead:
        """The table; `read` rows of the list were looked at for it, `kept` of them went into it."""
        table, block, told = BY_NAME[self.name], self.listing.block, Read(notes=dict(self.notes))
        for field, role in self._from.items():
            told.column(field, block, self.listing.roles[role][0])
        rows = pa.Table.from_pylist(self.rows, schema=schema(table))
        return told.done(table, block, rows, read, kept)


def written(columns: Columns, index: int, fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The text as written of those fields (field, role) whose stored value differs from it."""
    found = {}
    for field, role in fields:
        text = columns.raw.get(role, {}).get(index)
        if text is not None:
            found[field] = text
    return found
