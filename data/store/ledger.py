"""The ledger: which version is current, which ever was, what happened. SQLite, synchronous=FULL.

load      one attempt to load files, with its state; the only table whose rows change
version   one row per accepted load: number, status date, who, when, why, files
pointer   append only: the last row names the current version
audit     append only and hash-chained, see data.store.audit
mapping   what the columns of a layout mean, by the layout's fingerprint
alias     another ID of a project or benefit, or that two are not the same, as somebody confirmed
"""

import atexit
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from data.errors import SchemaTooNew, StoreError
from data.store import places

SCHEMA = 2
_BUSY_SECONDS = 15

_FIRST = """
create table load (
    load_id text primary key,
    state text not null,
    process text not null,
    base integer,
    actor text not null,
    started_at text not null,
    changed_at text not null,
    as_of text,
    reason text not null,
    files text not null,
    why text not null
);
create table version (
    number integer primary key,
    load_id text not null unique references load,
    base integer references version,
    as_of text,
    loaded_at text not null,
    loaded_by text not null,
    reason text not null,
    files text not null
);
create table pointer (
    id integer primary key,
    version integer not null references version,
    previous integer references version,
    at text not null,
    by text not null,
    reason text not null
);
create table audit (
    id integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    object text not null,
    result text not null,
    sha256 text not null,
    hash text not null unique
);
"""
_MAPPINGS = """
create table mapping (
    fingerprint text primary key,
    name text not null unique,
    by text not null,
    at text not null,
    content text not null
);
create table alias (
    kind text not null,
    alias text not null,
    id text not null,
    same integer not null,
    alias_name text not null,
    name text not null,
    by text not null,
    at text not null,
    primary key (kind, alias, id)
);
"""
_FOREVER = """
create trigger {table}_never_{verb} before {verb} on {table}
begin select raise(abort, 'rows of {table} are never changed'); end;
"""


def now() -> str:
    """This moment in UTC, as every table of the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """A connection that sees one state of the ledger per statement. Raises StoreError, SchemaTooNew."""
    with _explained(), closing(_connect()) as connection:
        yield connection


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(
            f"The ledger cannot be used ({error}). Run `python -m data doctor`, "
            "or restore ledger.sqlite from a backup."
        ) from error


def state() -> tuple[Path, int, int]:
    """Another one after every change of the ledger, whichever process made it. Raises StoreError.

    Asked of a connection that stays open, which takes microseconds; opening one takes half a millisecond.
    """
    path = places.ledger()
    with _lock, _explained():
        if not path.exists() or (path, path.stat().st_ino) not in _watchers:
            _watch(path)
        file = path, path.stat().st_ino
        return *file, int(_watchers[file].execute("pragma data_version").fetchone()[0])


def _watch(path: Path) -> None:
    """Open what is at the path now; a ledger that was put in its place from a backup is another file."""
    for file in [one for one in _watchers if one[0] == path]:
        _watchers.pop(file).close()
    connection = _connect(any_thread=True)
    _watchers[path, path.stat().st_ino] = connection


_lock = threading.Lock()
_watchers: dict[tuple[Path, int], sqlite3.Connection] = {}


@atexit.register
def _stop_watching() -> None:
    while _watchers:
        _watchers.popitem()[1].close()


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """One transaction, alone from its first statement; committed at the end, rolled back on any error."""
    with reading() as connection:
        connection.execute("begin immediate")
        try:
            yield connection
        except BaseException:
            connection.execute("rollback")
            raise
        connection.execute("commit")


def _connect(any_thread: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(
        places.ledger(), timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=not any_thread
    )
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
        _check_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_schema(connection: sqlite3.Connection) -> None:
    found = schema_of(connection)
    if found > SCHEMA:
        raise SchemaTooNew(found, SCHEMA)
    if found < SCHEMA:
        _bring_up_to_date(connection)


def schema_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make what this program knows and the ledger lacks, in one transaction."""
    places.ledger().chmod(0o600)
    connection.execute("pragma journal_mode = wal")
    connection.execute("begin immediate")
    try:
        for statement in _lacking(schema_of(connection)):  # another process may have been faster
            connection.execute(statement)
        connection.execute(f"pragma user_version = {SCHEMA}")
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def _lacking(found: int) -> list[str]:
    """The statements that bring a ledger of schema `found` to this one."""
    triggers = [
        _FOREVER.format(table=table, verb=verb)
        for table in ("version", "pointer", "audit")
        for verb in ("update", "delete")
    ]
    steps = ([*_statements(_FIRST), *triggers], _statements(_MAPPINGS))
    return [statement for step in steps[found:] for statement in step]


def _statements(script: str) -> list[str]:
    return script.strip().removesuffix(";").split(";")
