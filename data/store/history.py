"""Data versions: which there are, which is current, and moving the pointer between them."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from data.access import Role, Viewer
from data.errors import MovedOn, NotAllowed, NothingKnown, UnknownVersion, VersionUnreadable
from data.store import audit, places
from data.store.ledger import now, reading, state, writing
from data.store.opening import why_unreadable

_POINTED = "(select version from pointer order by id desc limit 1)"


@dataclass(frozen=True)
class LoadedFile:
    """One file of a load. `rows_sha256` is the hash of its rows' values, wherever they stood."""

    name: str
    sha256: str
    source: str = ""
    rows_sha256: str = ""


@dataclass(frozen=True)
class Version:
    """One data version. `base` is the version it was made on; `as_of` its status date.

    `fallback_from` is the number of the current version when that cannot be opened and this
    earlier one is served in its place.
    """

    number: int
    load_id: str
    path: Path
    as_of: date | None
    loaded_at: datetime
    loaded_by: str
    reason: str
    base: int | None
    files: tuple[LoadedFile, ...]
    fallback_from: int | None = None


def current() -> Version | None:
    """The version every page shows; the newest earlier one that opens when its file does not.

    None before the first load. Raises VersionUnreadable when no version can be opened.
    """
    number = pointed()
    if number is None:
        return None
    wanted = version(number)
    reason = unreadable(wanted)
    if reason is None:
        return wanted
    for earlier in reversed([one for one in versions() if one.number < number]):
        if unreadable(earlier) is None:
            return replace(earlier, fallback_from=number)
    raise VersionUnreadable(number, reason)


def pointed() -> int | None:
    """The number the pointer names, whether its file opens or not."""
    return _known().pointed


def known_on(day: date) -> Version:
    """The version that everybody saw at the end of a day (UTC). Raises NothingKnown."""
    with reading() as connection:
        row = connection.execute(
            "select version from pointer where at < ? order by id desc limit 1",
            ((day + timedelta(days=1)).isoformat(),),
        ).fetchone()
    if row is None:
        raise NothingKnown(day)
    return version(int(row["version"]))


def version(number: int) -> Version:
    """One version by its number. Raises UnknownVersion."""
    found = _known().versions.get(number)
    if found is None:
        raise UnknownVersion(number)
    return found


def versions() -> list[Version]:
    """Every version there is, oldest first."""
    return list(_known().versions.values())


@dataclass(frozen=True)
class _Known:
    """What the ledger says of versions in one of its states."""

    pointed: int | None
    versions: dict[int, Version]


def _known() -> _Known:
    return _read(state())


@lru_cache(maxsize=4)
def _read(_: tuple[Path, int, int]) -> _Known:
    """Asked for with the state from before reading: what changes meanwhile is read again next time."""
    with reading() as connection:
        (number,) = connection.execute(f"select {_POINTED}").fetchone()
        rows = connection.execute("select * from version order by number").fetchall()
    return _Known(number, {one["number"]: _version(one) for one in rows})


def lineage(number: int | None) -> Iterator[Version]:
    """A version, the one it was made on, and so on to the first."""
    while number is not None:
        one = version(number)
        yield one
        number = one.base


def restore(number: int, viewer: Viewer, reason: str = "") -> Version:
    """Make an earlier (or later) version current again; nothing is deleted. Undo is this too.

    Raises NotAllowed, UnknownVersion, VersionUnreadable and, when somebody was faster, MovedOn.
    """
    if not viewer.has(Role.STEWARD):
        raise NotAllowed("change the current version")
    wanted, expected = version(number), pointed()
    if problem := unreadable(wanted):
        raise VersionUnreadable(number, problem)
    with writing() as connection:
        move(connection, number, expected, viewer.name, reason or f"restored version {number}")
        audit.add(connection, viewer.name, "restore", f"version {number}", "current")
    return wanted


def move(connection: sqlite3.Connection, number: int, expected: int | None, by: str, reason: str) -> None:
    """Append a pointer row, but only while `expected` is current. Raises MovedOn."""
    done = connection.execute(
        f"insert into pointer (version, previous, at, by, reason) select ?, ?, ?, ?, ? where {_POINTED} is ?",
        (number, expected, now(), by, reason, expected),
    )
    if done.rowcount != 1:
        last = connection.execute("select * from pointer order by id desc limit 1").fetchone()
        raise MovedOn(last["by"], last["at"][:16].replace("T", " ") + " UTC", last["version"])


def unreadable(one: Version) -> str | None:
    """Why a version's file cannot be opened; None when it can.

    A file that opened once is not tried again until it changes; one that did not always is, as the
    cause may have been the machine's.
    """
    key = _file_as_it_is(one)
    with _lock:
        if key in _seen:
            return _seen[key]
        problem = why_unreadable(one.path)
        if problem is None:
            _seen[key] = None
        return problem


def mark_unreadable(one: Version, reason: str) -> None:
    """Serve earlier versions from now on: a damaged block came to light only while reading."""
    with _lock:
        _seen[_file_as_it_is(one)] = reason


_lock = threading.Lock()
_seen: dict[tuple[Path, int, int], str | None] = {}


def _file_as_it_is(one: Version) -> tuple[Path, int, int]:
    try:
        stat = one.path.stat()
    except OSError:
        return one.path, 0, 0
    return one.path, stat.st_mtime_ns, stat.st_size


def _version(row: sqlite3.Row) -> Version:
    return Version(
        number=row["number"],
        load_id=row["load_id"],
        path=places.version_file(row["load_id"]),
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        loaded_at=datetime.fromisoformat(row["loaded_at"]),
        loaded_by=row["loaded_by"],
        reason=row["reason"],
        base=row["base"],
        files=tuple(LoadedFile(**file) for file in json.loads(row["files"])),
    )
