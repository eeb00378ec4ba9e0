"""What people confirmed about names: that two IDs are the same project or benefit, or that they are not."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.errors import StoreError
from data.store import audit
from data.store.ledger import now, reading, writing

KINDS = ("project", "benefit")


@dataclass(frozen=True)
class Alias:
    """One decision: `alias` is read as `id` where `same`, else the two are never proposed again."""

    kind: str
    alias: str
    id: str
    same: bool
    alias_name: str
    name: str
    by: str
    at: str


def decided() -> list[Alias]:
    """Every decision, the newest first."""
    with reading() as connection:
        return [_alias(row) for row in connection.execute("select * from alias order by at desc, alias")]


def decide(link: Mapping[str, Any], same: bool, by: str) -> None:
    """Keep a decision about a proposed link {kind, alias, id, alias_name, name}; a new one holds.

    An ID that is itself read as another leads there, so that no chain arises. Raises StoreError where the
    two would be read as one another.
    """
    kind, alias, own = link["kind"], link["alias"], link["id"]
    with writing() as connection:
        if same:
            own = _end(connection, kind, own)
            if own == alias:
                raise StoreError(
                    f"{link['id']} is read as {alias} already. Take that decision back under Mappings first."
                )
            connection.execute(
                "update or replace alias set id = ? where kind = ? and id = ? and same", (own, kind, alias)
            )
        connection.execute(
            "delete from alias where kind = ? and alias = ? and (id = ? or same)", (kind, alias, own)
        )
        connection.execute(
            "insert into alias values (?, ?, ?, ?, ?, ?, ?, ?)",
            (kind, alias, own, int(same), link.get("alias_name", alias), link.get("name", own), by, now()),
        )
        audit.add(connection, by, "same" if same else "not the same", f"{kind} {alias}", own)


def _end(connection: sqlite3.Connection, kind: str, own: str) -> str:
    """The ID that an ID is read as; itself where it is none's alias."""
    row = connection.execute(
        "select id from alias where kind = ? and alias = ? and same", (kind, own)
    ).fetchone()
    return row["id"] if row else own


def forget(kind: str, alias: str, own: str, by: str) -> None:
    """Take a decision back; what was loaded by it stays until its file is loaded again."""
    with writing() as connection:
        connection.execute("delete from alias where kind = ? and alias = ? and id = ?", (kind, alias, own))
        audit.add(connection, by, "forget alias", f"{kind} {alias}", own)


def _alias(row: sqlite3.Row) -> Alias:
    return Alias(**{**dict(row), "same": bool(row["same"])})
