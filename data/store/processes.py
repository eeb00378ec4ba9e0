"""Which processes are alive: each holds the lock of a file of its own for as long as it runs."""

import os
import secrets
import threading
from pathlib import Path

from data.store import locks, places

_lock = threading.Lock()
_mine: dict[tuple[Path, int], str] = {}


def mine() -> str:
    """This process's name in the ledger; made, and its lock taken, on first use."""
    key = (places.work(), os.getpid())
    with _lock:
        if key not in _mine:
            name = f"{os.getpid()}-{secrets.token_hex(4)}"
            locks.hold(_file(name))  # kept until the process ends
            _mine[key] = name
        return _mine[key]


def alive(name: str) -> bool:
    """Whether the process of that name still runs."""
    return name in _mine.values() or (_file(name).exists() and not locks.free(_file(name)))


def forget_dead() -> None:
    """Remove the lock files of processes that ended."""
    for path in places.work().glob("*.alive"):
        if not alive(path.stem):
            path.unlink(missing_ok=True)


def _file(name: str) -> Path:
    return places.work() / f"{name}.alive"
