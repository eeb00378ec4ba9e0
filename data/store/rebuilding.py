"""Version files of an older program: their tables are made again, beside them, from what the files said.

What was said and what it adds up to never changes: a file that would come out with other rows or
sums is thrown away, and the version stays as it was. The ledger knows nothing of it.
"""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import duckdb

from data import log
from data.errors import DiskLow, NotRebuilt
from data.settings import CHILD_MB
from data.store import locks, places
from data.store.history import Version
from data.store.opening import reason, schema_of

_WAIT = 3600.0  # for another process that rebuilds: as long as a very large version may take
_ROOM = 3  # times the size of the file: the new one and what spills while it is made
_MEMORY = 0.7  # of what reading a file may take
_lock = threading.Lock()
_known: set[Path] = set()

OnStep = Callable[[str], None]


def is_outdated(version: Version) -> bool:
    """Whether an older program made this version's file; False for one that cannot be opened."""
    from data.store.build import SCHEMA  # late: building is not needed for most of what opens a file

    try:
        found = schema_of(version.path)
    except duckdb.Error:
        return False
    return found is not None and found < SCHEMA


def bring_up_to_date(version: Version) -> None:
    """Rebuild the version's file when an older program made it; looked at once in a process."""
    if version.path in _known:
        return
    with _lock:
        if version.path not in _known and is_outdated(version):
            rebuild(version)
        _known.add(version.path)


def rebuild(version: Version, on_step: OnStep = lambda _: None, even_if_current: bool = True) -> bool:
    """Put a newly made file in the place of the version's; False when another process just has.

    Killed at any moment it leaves the old file or the new one, each complete. Raises NotRebuilt, DiskLow.
    """
    with locks.exclusive(places.work() / "rebuild.lock", _WAIT):
        if not even_if_current and not is_outdated(version):
            return False
        _has_room(version.path)
        folder = places.work_of(version.load_id)
        try:
            _swap(version, folder / "rebuilt.duckdb", on_step)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    log.event("version rebuilt", version=version.number)
    return True


def _swap(version: Version, candidate: Path, on_step: OnStep) -> None:
    from data.store.build.rebuild import rebuild as build_again

    for left_over in candidate.parent.iterdir():  # by a process that was killed
        left_over.unlink() if left_over.is_file() else shutil.rmtree(left_over)
    on_step("making its tables from what the files said")
    try:
        differences = build_again(candidate, version.path, int(CHILD_MB.number() * _MEMORY))
    except duckdb.Error as error:
        raise NotRebuilt(version.number, reason(error)) from error
    if differences:
        raise NotRebuilt(version.number, "; ".join(differences))
    on_step("putting the new file in its place")
    candidate.chmod(0o600)
    places.sync(candidate)
    candidate.replace(version.path)
    places.sync(version.path.parent)


def _has_room(path: Path) -> None:
    needed, free = path.stat().st_size * _ROOM, shutil.disk_usage(path.parent).free
    if free < needed:
        raise DiskLow(free, needed)
