"""Which loads were refused: the rows of the audit that say so."""

import json
from dataclasses import dataclass
from datetime import datetime

from data.store.ledger import reading

_REFUSED = """
select load.actor, load.files, audit.at, audit.result
from audit join load on load.load_id = audit.object
where audit.action = 'load' and load.state = 'refused' and audit.result like 'refused%'
order by audit.id desc limit ?
"""


@dataclass(frozen=True)
class Refusal:
    """One load that was refused; `why` names the findings, never a cell's content."""

    at: datetime
    by: str
    files: tuple[str, ...]
    why: str


def latest(count: int = 50) -> list[Refusal]:
    """The last refusals, newest first."""
    with reading() as connection:
        rows = connection.execute(_REFUSED, (count,)).fetchall()
    return [
        Refusal(
            at=datetime.fromisoformat(row["at"]),
            by=row["actor"],
            files=tuple(file["name"] for file in json.loads(row["files"])),
            why=row["result"].removeprefix("refused").removeprefix(": "),
        )
        for row in rows
    ]
