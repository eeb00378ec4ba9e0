"""The mappings that were kept: one per layout, by name; the ledger's, so that all who load share them."""

import json
import sqlite3
from collections.abc import Mapping as Plain
from dataclasses import dataclass
from typing import Any

from data.errors import MappingUnusable
from data.store import audit
from data.store.ledger import now, reading, writing


@dataclass(frozen=True)
class Kept:
    """One kept mapping; `content` is the mapping as plain values, under this name."""

    name: str
    fingerprint: str
    by: str
    at: str
    content: dict[str, Any]


def kept() -> list[Kept]:
    """All of them, by name."""
    with reading() as connection:
        return [_kept(row) for row in connection.execute("select * from mapping order by name")]


def by_fingerprint() -> dict[str, dict[str, Any]]:
    """The mapping of each layout, as plain values."""
    return {one.fingerprint: one.content for one in kept()}


def find(name: str) -> Kept:
    """One by its name. Raises MappingUnusable."""
    with reading() as connection:
        return _find(connection, name)


def keep(content: Plain[str, Any], name: str, by: str) -> str:
    """Keep a mapping for its layout, in place of the one kept before; answers the name it got."""
    fingerprint = content["fingerprint"]
    with writing() as connection:
        connection.execute("delete from mapping where fingerprint = ?", (fingerprint,))
        own = _free(connection, name.strip() or "layout")
        told = json.dumps({**content, "name": own}, ensure_ascii=False)
        connection.execute("insert into mapping values (?, ?, ?, ?, ?)", (fingerprint, own, by, now(), told))
        audit.add(connection, by, "keep mapping", own, fingerprint)
    return own


def rename(name: str, new: str, by: str) -> str:
    """Give one another name; answers it. Raises MappingUnusable."""
    with writing() as connection:
        one = _find(connection, name)
        if new.strip() == name:
            return name
        own = _free(connection, new.strip() or name)
        told = json.dumps({**one.content, "name": own}, ensure_ascii=False)
        connection.execute(
            "update mapping set name = ?, content = ? where fingerprint = ?", (own, told, one.fingerprint)
        )
        audit.add(connection, by, "rename mapping", name, own)
    return own


def delete(name: str, by: str) -> None:
    """Forget one; what was loaded with it stays. Raises MappingUnusable."""
    with writing() as connection:
        one = _find(connection, name)
        connection.execute("delete from mapping where fingerprint = ?", (one.fingerprint,))
        audit.add(connection, by, "delete mapping", name, one.fingerprint)


def _free(connection: sqlite3.Connection, name: str) -> str:
    """The name, with a number where another layout has it already."""
    taken = {row["name"] for row in connection.execute("select name from mapping")}
    own, number = name[:100], 2
    while own in taken:
        own, number = f"{name[:96]} {number}", number + 1
    return own


def _find(connection: sqlite3.Connection, name: str) -> Kept:
    row = connection.execute("select * from mapping where name = ?", (name,)).fetchone()
    if row is None:
        raise MappingUnusable(f"none is kept under the name {name!r}")
    return _kept(row)


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(row["name"], row["fingerprint"], row["by"], row["at"], json.loads(row["content"]))
