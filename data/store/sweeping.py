"""Clearing up after processes that died in the middle of a load. Run when the server starts."""

import shutil
from pathlib import Path

from data.store import loads, places, processes
from data.store.ledger import reading

_GONE = ("refused", "discarded")


def sweep() -> list[str]:
    """Discard the loads of dead processes and remove files that belong to none; answers the loads' ids.

    A load that had become current before its process died is announced instead.
    """
    ended = []
    for load_id, state, process in _loads():
        if state not in loads.ENDS and not processes.alive(process):
            ended.append(load_id)
            if state == "current":
                loads.announce(load_id)
            else:
                loads.end(load_id, "discarded", "its process ended")
    for path in orphans():
        _remove(path)
    processes.forget_dead()
    return ended


def orphans() -> list[Path]:
    """Version files and scratch folders that belong to no load, or to one that came to nothing.

    Files are listed before loads are read, and a load's row is written before its file: a load
    that begins meanwhile is safe.
    """
    found = sorted(
        [*places.versions().iterdir(), *(path for path in places.work().iterdir() if path.is_dir())]
    )
    living = {load_id for load_id, state, _ in _loads() if state not in _GONE} | {"spill"}
    return [path for path in found if path.name.split(".")[0] not in living]


def _loads() -> list[tuple[str, str, str]]:
    with reading() as connection:
        rows = connection.execute("select load_id, state, process from load order by load_id").fetchall()
    return [(row["load_id"], row["state"], row["process"]) for row in rows]


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
