"""Runs one reading process at a time, with limits, and turns its death into a finding.

Each is born from a process that has everything imported (data.ingest.nursery). It is started with the
first job or, by a long-lived server, before it (`keep_ready`); one that died is simply started again.
"""

import atexit
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from data.ingest import cage
from data.ingest.findings.base import Finding, Place, Refused
from data.ingest.findings.journey import ReaderDied, TooMuchMemory, TooMuchTime, Unexpected
from data.log import trouble
from data.settings import CHILD_MB, CHILD_SECONDS
from data.store import locks, places

WAIT_SECONDS = 30.0  # for somebody else's load to finish
_ROOT = Path(__file__).parents[2]
_OUT_OF_MEMORY = ("memory allocation of", "MemoryError", "bad_alloc", "Cannot allocate memory")
_NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_BYTECODE = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
_END: dict[str, Any] = {}

_nurseries: list["_Nursery"] = []  # at most one
_keep = threading.Event()
_lock = threading.Lock()


def run(job: dict[str, Any], on_step: Callable[[str, str], None]) -> dict[str, Any]:
    """Have a job of `data.ingest.tasks` done and answer its result.

    Raises Refused with a finding when the process ran out of memory or time or died, and
    StoreBusy when another load runs for longer than `WAIT_SECONDS`.
    """
    with locks.exclusive(places.work() / "loading.lock", WAIT_SECONDS):
        nursery = _ready()
        try:
            return nursery.work(job, on_step)
        finally:
            if not nursery.usable():
                drop(nursery)
                if _keep.is_set():
                    threading.Thread(target=_ready, daemon=True).start()


def keep_ready() -> None:
    """Have everything imported from now on, before a job comes; for whoever expects one."""
    _keep.set()
    _ready()


def drop(*which: "_Nursery") -> None:
    """End these processes, else the one there is: for the end of a server."""
    with _lock:
        ending = [one for one in _nurseries if not which or one in which]
        _nurseries[:] = [one for one in _nurseries if one not in ending]
        if not which:
            _keep.clear()
    for nursery in ending:
        nursery.end()


atexit.register(drop)


def _ready() -> "_Nursery":
    with _lock:
        if _nurseries and not _nurseries[0].usable():
            _nurseries.pop().end()
        if not _nurseries:
            _nurseries.append(_Nursery())
        return _nurseries[0]


class _Nursery:
    """The process that readers are born from, one at a time; whoever calls `work` holds the lock."""

    def __init__(self) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._busy = False
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "data.ingest.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=_ROOT,
            env={**cage.ENVIRONMENT, **_inherited()},
            process_group=0,  # so that one signal ends it and its child
        )
        self._lines: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def usable(self) -> bool:
        """Whether another job can be given to it."""
        return not self._busy and self._popen.poll() is None

    def work(self, job: dict[str, Any], on_step: Callable[[str, str], None]) -> dict[str, Any]:
        """One job in a process of its own, which has ended when this answers or raises Refused."""
        megabytes, self._busy = CHILD_MB.number(), True
        said_before = self._errors.seek(0, os.SEEK_END)
        self._ask({**job, "megabytes": megabytes})
        last = self._heard(on_step)
        if "result" in last:
            result: dict[str, Any] = last["result"]
            return result
        if "memory" in last:
            raise Refused(TooMuchMemory(Place(), megabytes))
        if "failed" in last:
            raise Refused(Unexpected(Place(), trouble("reading failed", **last["failed"])))
        raise Refused(self._why_it_died(last, said_before, megabytes))

    def _ask(self, job: dict[str, Any]) -> None:
        assert self._popen.stdin is not None
        with suppress(OSError):  # it died already: the listener sees the end
            self._popen.stdin.write(json.dumps(job).encode() + b"\n")
            self._popen.stdin.flush()

    def _heard(self, on_step: Callable[[str, str], None]) -> dict[str, Any]:
        """The last thing that the child said of its work, or how it ended where it said nothing."""
        seconds = CHILD_SECONDS.number()
        until, last = time.monotonic() + seconds, _END
        while True:
            try:
                message = self._lines.get(timeout=max(until - time.monotonic(), 0.001))
            except queue.Empty:
                raise Refused(TooMuchTime(Place(), seconds)) from None
            if "step" in message:
                on_step(message["step"], message["detail"])
            elif "ended" in message or message is _END:
                self._busy = message is _END
                return last or message
            else:
                last = message

    def end(self) -> None:
        """Make sure that nothing is left of the process and its child."""
        if self._popen.returncode is None and sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout, self._errors):
            if pipe is not None:
                _close(pipe)

    def _listen(self) -> None:
        assert self._popen.stdout is not None
        with suppress(ValueError, OSError):  # closed by `end`
            for line in self._popen.stdout:
                with suppress(json.JSONDecodeError):  # broken off when the child was killed
                    self._lines.put(json.loads(line))
        self._lines.put(_END)

    def _why_it_died(self, last: dict[str, Any], said_before: int, megabytes: int) -> Finding:
        code = last["ended"] if last else self._popen.wait()
        self._errors.seek(said_before)
        said = self._errors.read()[-4096:].decode(errors="replace")
        if any(text in said for text in _OUT_OF_MEMORY):
            return TooMuchMemory(Place(), megabytes)
        if code == -getattr(signal, "SIGXCPU", 0):
            return TooMuchTime(Place(), cage.CPU_SECONDS)
        if code >= 0:  # it never began: the fault is ours, and no cell has been seen
            reference = trouble("the reading process did not start", code=code, said=said[-500:])
            return Unexpected(Place(), reference)
        return ReaderDied(Place(), _name(code))


def _inherited() -> dict[str, str]:
    """What a process cannot start without on some systems, and where compiled code goes; no secrets."""
    return {name: os.environ[name] for name in (*_NEEDED, *_BYTECODE) if name in os.environ}


def _name(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what was still to be written has no reader any more
        pipe.close()
