"""A drop folder: what lands there is loaded, with the kept mappings and without a question.

    FOLDER/x.xlsx            has arrived; taken once it has stopped growing
    FOLDER/.taken/BATCH/     is being loaded; what was killed there is taken up again
    FOLDER/done/x.xlsx       is part of the data, with x.xlsx.txt and x.xlsx.json beside it
    FOLDER/refused/x.xlsx    was refused, with the same two

A file is moved by renaming only, so that it is always in exactly one of these places; and the number
of the load is written down before the load counts, so that none is made twice.
"""

import json
import os
import re
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data import log
from data.access import Viewer
from data.errors import RealizedError
from data.ingest import already, journey
from data.ingest.journey import Upload
from data.ingest.keeping import bare_name
from data.report import as_text
from data.store import Version, loads, locks, places

_TAKEN, _DONE, _REFUSED, _LOCK = ".taken", "done", "refused", ".lock"
_LOAD, _OUTCOME = ".load", ".outcome"  # notes in a batch: the load it became, and how that ended
_PARTIAL = re.compile(r"^[.~]|\.(?:part|partial|tmp|crdownload|download|filepart)$", re.IGNORECASE)
SETTLE = 1.0  # seconds in which no file may grow before they are taken


@dataclass(frozen=True)
class Outcome:
    """What became of files that arrived together; `version` is None where they were refused."""

    version: int | None
    reports: list[dict[str, Any]]


def once(folder: Path, viewer: Viewer, settle: float = SETTLE) -> list[Outcome]:
    """Take up what was interrupted, then load what has arrived. Raises StoreError while another watches."""
    taken = folder / _TAKEN
    taken.mkdir(exist_ok=True)
    with locks.exclusive(taken / _LOCK, 0):
        outcomes = [_load(folder, batch, viewer) for batch in sorted(taken.iterdir()) if batch.is_dir()]
        if files := settled(folder, settle):
            outcomes.append(_load(folder, _take(folder, files), viewer))
    return [outcome for outcome in outcomes if outcome is not None]


def watch(folder: Path, viewer: Viewer, interval: float, told: Callable[[Outcome], None]) -> None:
    """`once` for ever; a store that is busy or in trouble is tried again at the next turn."""
    while True:
        try:
            for outcome in once(folder, viewer):
                told(outcome)
        except RealizedError as trouble:
            log.event("watching waits", why=str(trouble))
        time.sleep(interval)


def settled(folder: Path, settle: float) -> list[Path]:
    """The files that are there, once none of them has grown for a while; none while one still grows."""
    before = _sizes(folder)
    if not before:
        return []
    time.sleep(settle)
    return sorted(before) if _sizes(folder) == before else []


def _sizes(folder: Path) -> dict[Path, tuple[int, int]]:
    found = {}
    for path in folder.iterdir():
        with suppress(OSError):
            stat = path.stat()
            if path.is_file() and not path.is_symlink() and not _PARTIAL.search(path.name):
                found[path] = (stat.st_size, stat.st_mtime_ns)
    return found


def _take(folder: Path, files: list[Path]) -> Path:
    """Move files into a batch of their own; each is either here or there, whenever this ends."""
    batch = folder / _TAKEN / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
    batch.mkdir()
    for file in files:
        with suppress(FileNotFoundError):  # somebody took it back
            file.replace(batch / file.name)
    return batch


def _load(folder: Path, batch: Path, viewer: Viewer) -> Outcome | None:
    """Load one batch and move it on. What keeps the store from loading leaves it where it is."""
    files = sorted(path for path in batch.iterdir() if not path.name.startswith("."))
    if not files:
        _remove(batch)
        return None
    outcome = _noted(batch) or _loaded(batch, files, viewer)
    _note(batch / _OUTCOME, json.dumps({"version": outcome.version, "reports": outcome.reports}))
    target = folder / (_REFUSED if outcome.version is None else _DONE)
    told = {report["file"]: report for report in outcome.reports}
    for file in files:
        _move_on(file, target, told[bare_name(file.name)])
    _remove(batch)
    return outcome


def _noted(batch: Path) -> Outcome | None:
    """How a load ended whose files were being moved on when this was killed."""
    try:
        told = json.loads((batch / _OUTCOME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Outcome(told["version"], told["reports"])


def _loaded(batch: Path, files: list[Path], viewer: Viewer) -> Outcome:
    """The files loaded, unless they had become current before this was killed."""
    uploads = [Upload(file.name, file.read_bytes()) for file in files]
    if (before := _accepted(batch)) is not None:
        return Outcome(before.number, [already.report(before, one.sha256, one.name) for one in uploads])
    preview = journey.prepare(uploads, viewer)
    version = preview.already
    if not preview.refused and version is None:
        _note(batch / _LOAD, preview.load_id)
        version = journey.accept(preview.load_id, viewer, reason="drop folder")
    number = version.number if version else None
    return Outcome(number, [{**report, "version": number} for report in preview.report["files"]])


def _accepted(batch: Path) -> Version | None:
    """The version of the load that this batch had begun, where there is one."""
    try:
        return loads.version_of((batch / _LOAD).read_text(encoding="utf-8").strip())
    except OSError:
        return None


def _note(path: Path, text: str) -> None:
    _write(path, text)
    places.sync(path)
    places.sync(path.parent)


def _move_on(file: Path, target: Path, report: dict[str, Any]) -> None:
    """The reports first, then the file: a file that has arrived always has its reports."""
    target.mkdir(exist_ok=True)
    name = file.name
    if (target / name).exists():
        name = f"{file.stem} ({file.parent.name}){file.suffix}"
    _write(target / f"{name}.json", json.dumps(report, ensure_ascii=False, indent=2))
    _write(target / f"{name}.txt", as_text(report))
    file.replace(target / name)
    places.sync(target)


def _write(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)


def _remove(batch: Path) -> None:
    for name in (_LOAD, _OUTCOME):
        (batch / name).unlink(missing_ok=True)
    with suppress(OSError):
        batch.rmdir()
