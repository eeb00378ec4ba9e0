"""Locks between processes: a lock file whose lock ends with the process that holds it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.errors import StoreBusy

_PAUSE = 0.05


def hold(path: Path) -> int | None:
    """Take the lock and answer its handle, or None while somebody else has it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle)
    except OSError:
        os.close(handle)
        return None
    return handle


@contextmanager
def exclusive(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock for the block; wait at most `wait` seconds for it, then StoreBusy."""
    until = time.monotonic() + wait
    while (handle := hold(path)) is None:
        if time.monotonic() >= until:
            raise StoreBusy
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(handle)


def free(path: Path) -> bool:
    """Whether nobody holds the lock; a lock file nobody holds belongs to a process that ended."""
    handle = hold(path)
    if handle is None:
        return False
    with suppress(OSError):
        os.close(handle)
    return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
