"""After every load the audits run in the background: whoever loaded, from the page or the command line."""

import os
import sys
import threading
from contextlib import suppress
from typing import Final

from data import log, store
from data.store import Version
from queries.audits import runs

_NAME: Final = "audits"
_lock = threading.Lock()
_begun: set[str] = set()


def ensure() -> None:
    """Have the current version audited, once, unless that was done before. Returns at once."""
    version = store.current()
    if version is None or version.load_id in _begun:
        return
    with _lock:
        if version.load_id in _begun:
            return
        _begun.add(version.load_id)
    if runs.last(version) is None:
        threading.Thread(target=_run, args=(version,), name=_NAME, daemon=True).start()


def running() -> list[threading.Thread]:
    """The runs that have not ended yet."""
    return [thread for thread in threading.enumerate() if thread.name == _NAME]


def _run(version: Version) -> None:
    """With the least priority: a page that somebody waits for comes first."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)
    try:
        done = runs.run(version)
    except Exception as trouble:
        _begun.discard(version.load_id)
        log.trouble("audits failed", kind=type(trouble).__name__, where=log.where(trouble))
        return
    log.event("audited", version=version.number, passed=done.passed)
