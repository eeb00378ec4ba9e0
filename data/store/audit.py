"""What happened, who did it, how it ended: append only, each row sealed with the hash of the one before.

A row holds no cell content. A row that was changed, taken out or put in between shows in `broken`.
"""

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from data.store.ledger import now, reading, writing

_START = "0" * 64


def record(actor: str, action: str, thing: str, result: str, sha256: str = "") -> None:
    """Write one row in a transaction of its own."""
    with writing() as connection:
        add(connection, actor, action, thing, result, sha256)


def add(
    connection: sqlite3.Connection, actor: str, action: str, thing: str, result: str, sha256: str = ""
) -> None:
    """Write one row inside the caller's transaction, so that it stands or falls with the deed."""
    last = connection.execute("select hash from audit order by id desc limit 1").fetchone()
    row = (now(), actor, action, thing, result, sha256)
    connection.execute(
        "insert into audit (at, actor, action, object, result, sha256, hash) values (?, ?, ?, ?, ?, ?, ?)",
        (*row, _seal(last["hash"] if last else _START, row)),
    )


def broken() -> int | None:
    """The id of the first row that does not follow from the one before; None when the chain holds."""
    before, expected = _START, 1
    with reading() as connection:
        for row in connection.execute("select * from audit order by id"):
            if row["id"] != expected or row["hash"] != _seal(before, tuple(row)[1:7]):
                return expected
            before, expected = row["hash"], expected + 1
    return None


def _seal(before: str, row: Sequence[str]) -> str:
    return hashlib.sha256(json.dumps([before, *row]).encode()).hexdigest()
