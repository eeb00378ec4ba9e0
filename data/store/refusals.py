"""Loads that were refused: who tried, when, and why."""

import json
from dataclasses import dataclass
from datetime import datetime

from data.store.ledger import reading


@dataclass(frozen=True)
class Refusal:
    """One refused load; `files` are names as uploaded, `why` is the first finding that refused it."""

    load_id: str
    at: datetime
    by: str
    files: tuple[str, ...]
    why: str


def latest(limit: int = 20) -> list[Refusal]:
    """The last refused loads, newest first."""
    with reading() as connection:
        rows = connection.execute(
            "select * from load where state = 'refused' order by changed_at desc, load_id desc limit ?",
            (limit,),
        ).fetchall()
    return [
        Refusal(
            load_id=row["load_id"],
            at=datetime.fromisoformat(row["changed_at"]),
            by=row["actor"],
            files=tuple(file["name"] for file in json.loads(row["files"])),
            why=row["why"],
        )
        for row in rows
    ]
