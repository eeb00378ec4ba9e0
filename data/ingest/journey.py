"""The journey of a workbook on one page: from the bytes received to a version that everybody sees.

    received    the files are here, the load has a row in the ledger
    kept        their bytes are safe on disk, under their hash
    gated       each container is what it says and within the limits
    read        each cell has been seen                            } in the reading
    checked     tables recognised, rows converted and checked      } process
    built       a version file of its own holds the result         }
    verified    the file, opened again, holds what was written
    previewed   somebody can look at it; this is the load, not yet current
    current     one pointer row makes it what everybody sees
    announced   the load has ended well

A step can be repeated without harm. Whatever goes wrong before `current` changes nothing: the
load ends as refused, with findings, or as discarded. One load may bring several files: they
become one version, or none.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from data import log
from data.access import Role, Viewer
from data.errors import MovedOn, NotAllowed, RealizedError, StoreError, VersionUnreadable
from data.ingest import already
from data.ingest.attempt import Attempt
from data.ingest.findings.base import Place
from data.ingest.findings.journey import Unexpected
from data.ingest.keeping import bare_name, check_disk
from data.ingest.preview import NOTHING_SAID, OnStep, Preview, Said, Step, Upload, silent, tell
from data.store import LoadedFile, Version, history, loads

__all__ = ["Preview", "Said", "Step", "Upload", "accept", "discard", "prepare"]


def prepare(
    uploads: Sequence[Upload],
    viewer: Viewer,
    as_of: date | None = None,
    on_step: OnStep = silent,
    even_if_known: bool = False,
    program_id: str | None = None,
    said: Said = NOTHING_SAID,
) -> Preview:
    """Take files as far as the preview; nothing that anybody sees changes.

    `program_id` is the program that rows belong to which name none, `said` what else their sender says.
    Files that are part of the current version end at once, with `already`, unless they are to be read
    even so, in another way, or for another status date: then their rows decide. Raises NotAllowed,
    DiskLow, StoreBusy, VersionUnreadable, StoreError.
    """
    _may_load(viewer)
    if not uploads:
        raise StoreError("No file was received. Choose one, then try again.")
    check_disk(sum(len(upload.content) for upload in uploads))
    files = [LoadedFile(bare_name(upload.name), upload.sha256) for upload in uploads]
    again = even_if_known or program_id or said.changes_meaning
    known = None if again else already.by_bytes([file.sha256 for file in files], as_of)
    if known:
        log.event("already loaded", version=known.number)
        return Preview(
            "", {"files": [already.report(known, one.sha256, one.name) for one in files]}, already=known
        )
    base = _base()
    load = loads.begin(viewer.name, base.number if base else None, as_of, files)
    with log.about(load=load.load_id):
        return _run(Attempt(load, base, on_step, even_if_known, program_id, said), uploads)


def accept(
    load_id: str, viewer: Viewer, as_of: date | None = None, on_step: OnStep = silent, reason: str = ""
) -> Version:
    """Make a previewed load current; a second time answers the same version.

    `as_of` is the status date as confirmed; the proposed one when None. `reason` is kept. Raises NotAllowed,
    StoreError, and MovedOn when another load became current since the preview. When that load
    brought the very same files, its version is answered instead.
    """
    _may_load(viewer)
    try:
        version = loads.make_current(load_id, viewer.name, as_of, reason)
    except MovedOn:
        same = already.by_bytes([file.sha256 for file in loads.find(load_id).files], as_of)
        loads.end(load_id, "discarded", "moved on", "Another load became current first.")
        if same is None:
            raise
        return same
    tell(on_step, "current", f"version {version.number}")
    loads.announce(load_id)
    log.event("loaded", load=load_id, version=version.number)
    tell(on_step, "announced", f"version {version.number}")
    return version


def discard(load_id: str) -> None:
    """End a load that nobody wants; doing it twice, or after accepting, changes nothing."""
    if load_id:
        loads.end(load_id, "discarded", "not wanted")


def _run(attempt: Attempt, uploads: Sequence[Upload]) -> Preview:
    """Whatever interrupts a load ends it; what nobody foresaw gets a reference instead of a trace."""
    load_id = attempt.load.load_id
    try:
        return attempt.run(uploads)
    except RealizedError as error:
        with suppress(StoreError):
            loads.end(load_id, "discarded", type(error).__name__, str(error))
        raise
    except Exception as error:
        reference = log.trouble("load failed", kind=type(error).__name__, where=log.where(error))
        return attempt.refused([[Unexpected(Place(), reference)] for _ in uploads])
    except BaseException:  # the visitor left, or the process is told to stop
        loads.end(load_id, "discarded", "interrupted")
        raise


def _may_load(viewer: Viewer) -> None:
    if not viewer.has(Role.STEWARD):
        raise NotAllowed("load files")


def _base() -> Version | None:
    current = history.current()
    if current is not None and current.fallback_from is not None:
        raise VersionUnreadable(current.fallback_from, "a load would be made on it")
    return current
