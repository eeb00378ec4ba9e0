"""Where the store keeps what, below REALIZED_HOME. Folders are made on first use, for their owner only."""

import os
import shutil
from pathlib import Path

from data.settings import home


def ledger() -> Path:
    return _folder(home()) / "ledger.sqlite"


def versions() -> Path:
    """The immutable version files: one name per load, never overwritten."""
    return _folder(home() / "versions")


def version_file(load_id: str) -> Path:
    return versions() / f"{load_id}.duckdb"


def checks_file(load_id: str) -> Path:
    """What the audits found in a version, beside its file."""
    return versions() / f"{load_id}.audits.json"


def kept() -> Path:
    """The files received, each under its SHA-256."""
    return _folder(home() / "kept")


def work() -> Path:
    """What may be deleted whenever no process is running."""
    return _folder(home() / "work")


def _folder(path: Path) -> Path:
    if not path.is_dir():
        home().mkdir(mode=0o700, parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
    return path


def work_of(load_id: str) -> Path:
    """The scratch folder of one load."""
    return _folder(work() / load_id)


def discard(load_id: str) -> None:
    """Remove what a load that came to nothing wrote; the file received stays in `kept`."""
    version_file(load_id).unlink(missing_ok=True)
    checks_file(load_id).unlink(missing_ok=True)
    shutil.rmtree(work() / load_id, ignore_errors=True)


def sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, survive a power cut."""
    if path.is_dir() and os.name == "nt":
        return  # Windows keeps folder entries by itself and cannot open a folder
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
