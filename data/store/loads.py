"""The attempts to load, each a row of the ledger that moves from state to state.

    received -> kept -> gated -> read -> checked -> built -> verified -> previewed -> current -> announced

or ends as refused or discarded. Only `make_current` changes what a page shows.
"""

import json
import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from data.errors import StoreError
from data.store import audit, history, places, processes
from data.store.history import LoadedFile, Version
from data.store.ledger import now, reading, writing

STATES = (
    "received",
    "kept",
    "gated",
    "read",
    "checked",
    "built",
    "verified",
    "previewed",
    "current",
    "announced",
)
ENDS = ("announced", "refused", "discarded")


@dataclass(frozen=True)
class Load:
    """One attempt. `base` is the version that was current when it began."""

    load_id: str
    state: str
    process: str
    base: int | None
    actor: str
    as_of: date | None
    reason: str
    files: tuple[LoadedFile, ...]


def begin(actor: str, base: int | None, as_of: date | None, files: Sequence[LoadedFile]) -> Load:
    """Open a load in state received; its id sorts by time and is the name of its version file."""
    load_id = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
    reason = ", ".join(file.name for file in files)
    opened = Load(load_id, "received", processes.mine(), base, actor, as_of, reason, tuple(files))
    with writing() as connection:
        connection.execute(
            "insert into load values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                load_id,
                "received",
                opened.process,
                base,
                actor,
                now(),
                now(),
                _iso(as_of),
                reason,
                _json(files),
            ),
        )
    return opened


def find(load_id: str) -> Load:
    """One load by its id. Raises StoreError."""
    with reading() as connection:
        return _find(connection, load_id)


def advance(load_id: str, state: str) -> None:
    """Note that a load reached a state; loads that ended stay as they ended."""
    with writing() as connection:
        _set(connection, load_id, state)


def learn(load_id: str, as_of: date | None, files: Sequence[LoadedFile]) -> None:
    """Note what reading found out: the status date proposed, the source and rows of each file."""
    with writing() as connection:
        connection.execute(
            "update load set as_of = ?, files = ? where load_id = ?", (_iso(as_of), _json(files), load_id)
        )


def end(load_id: str, state: str, code: str, why: str = "") -> None:
    """Close a load as refused or discarded; its version file goes.

    `code` is a short word for the audit, which holds no content of a cell; `why` is a sentence
    for whoever uploaded.
    """
    with writing() as connection:
        load = _find(connection, load_id)
        if load.state in ENDS or load.state == "current":
            return
        _set(connection, load_id, state)
        connection.execute("update load set why = ? where load_id = ?", (why, load_id))
        audit.add(connection, load.actor, "load", load_id, f"{state}: {code}", _sha256s(load))
    places.discard(load_id)


def make_current(load_id: str, actor: str, as_of: date | None, reason: str = "") -> Version:
    """Give a previewed load the next number and point to it, in one transaction.

    Doing it twice answers the same version. Raises MovedOn when another load became current since
    this one began, StoreError when the load was never previewed or has ended.
    """
    with writing() as connection:
        load = _find(connection, load_id)
        if load.state in ("current", "announced"):
            row = connection.execute("select number from version where load_id = ?", (load_id,)).fetchone()
            number = int(row["number"])
        elif load.state != "previewed":
            raise StoreError(f"This load was {load.state} and cannot be accepted. Upload the file again.")
        else:
            number = _number(connection, load, actor, as_of or load.as_of, reason or load.reason)
            history.move(connection, number, load.base, actor, reason or f"loaded {load.reason}")
            _set(connection, load_id, "current")
            audit.add(connection, actor, "load", load_id, f"current as version {number}", _sha256s(load))
    return history.version(number)


def version_of(load_id: str) -> Version | None:
    """The version that a load became; None when it did not."""
    with reading() as connection:
        row = connection.execute("select number from version where load_id = ?", (load_id,)).fetchone()
    return history.version(int(row["number"])) if row else None


def announce(load_id: str) -> None:
    """The last step: the load has ended well, and everybody is told (the audit row is there already)."""
    advance(load_id, "announced")


def _number(connection: sqlite3.Connection, load: Load, actor: str, as_of: date | None, reason: str) -> int:
    number = int(connection.execute("select coalesce(max(number), 0) + 1 from version").fetchone()[0])
    connection.execute(
        "insert into version values (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, load.load_id, load.base, _iso(as_of), now(), actor, reason, _json(load.files)),
    )
    return number


def _set(connection: sqlite3.Connection, load_id: str, state: str) -> None:
    connection.execute(
        "update load set state = ?, changed_at = ? "
        "where load_id = ? and state not in ('announced', 'refused', 'discarded')",
        (state, now(), load_id),
    )


def _find(connection: sqlite3.Connection, load_id: str) -> Load:
    row = connection.execute("select * from load where load_id = ?", (load_id,)).fetchone()
    if row is None:
        raise StoreError(f"There is no load {load_id!r}. Upload the file again.")
    return Load(
        load_id=row["load_id"],
        state=row["state"],
        process=row["process"],
        base=row["base"],
        actor=row["actor"],
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        reason=row["reason"],
        files=tuple(LoadedFile(**file) for file in json.loads(row["files"])),
    )


def _json(files: Sequence[LoadedFile]) -> str:
    return json.dumps([asdict(file) for file in files], ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sha256s(load: Load) -> str:
    return " ".join(file.sha256 for file in load.files)
