"""Runs one reading process at a time, with limits, and turns its death into a finding.

A long-lived server keeps a spare one warm (`keep_spare`), which saves the half second that
Python and its libraries take to load; the command line starts one when it needs it.
"""

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
_END = object()

_spares: list["_Process"] = []
_keep = threading.Event()
_lock = threading.Lock()


def run(job: dict[str, Any], on_step: Callable[[str, str], None]) -> dict[str, Any]:
    """Have a job of `data.ingest.tasks` done and answer its result.

    Raises Refused with a finding when the process ran out of memory or time or died, and
    StoreBusy when another load runs for longer than `WAIT_SECONDS`.
    """
    with locks.exclusive(places.work() / "loading.lock", WAIT_SECONDS):
        process = _take()
        try:
            return process.work(job, on_step)
        finally:
            process.end()
            if _keep.is_set():
                threading.Thread(target=_put_spare, daemon=True).start()


def keep_spare() -> None:
    """Keep one process warm from now on; for servers."""
    _keep.set()
    _put_spare()


def drop_spare() -> None:
    """End the spare process; for the end of a server."""
    _keep.clear()
    with _lock:
        spares, _spares[:] = list(_spares), []
    for process in spares:
        process.end()


def _put_spare() -> None:
    with _lock:
        if _keep.is_set() and not _spares:
            _spares.append(_Process())


def _take() -> "_Process":
    with _lock:
        while _spares:
            process = _spares.pop()
            if process.usable():
                return process
            process.end()
    return _Process()


class _Process:
    """One child process; `work` may be called once."""

    def __init__(self) -> None:
        self.limit_mb = CHILD_MB.number()
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._popen = subprocess.Popen(
            [sys.executable, "-m", "data.ingest.child", str(self.limit_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=_ROOT,
            env={**cage.ENVIRONMENT, **_inherited()},
        )

    def usable(self) -> bool:
        return self._popen.poll() is None and self.limit_mb == CHILD_MB.number()

    def work(self, job: dict[str, Any], on_step: Callable[[str, str], None]) -> dict[str, Any]:
        seconds = CHILD_SECONDS.number()
        until = time.monotonic() + seconds
        lines = self._start(job)
        while True:
            try:
                line = lines.get(timeout=max(until - time.monotonic(), 0.001))
            except queue.Empty:
                raise Refused(TooMuchTime(Place(), seconds)) from None
            if line is _END:
                raise Refused(self._why_it_died())
            message = json.loads(line)
            if "result" in message:
                result: dict[str, Any] = message["result"]
                return result
            if "memory" in message:
                raise Refused(TooMuchMemory(Place(), self.limit_mb))
            if "failed" in message:
                reference = trouble("reading failed", **message["failed"])
                raise Refused(Unexpected(Place(), reference))
            on_step(message["step"], message["detail"])

    def end(self) -> None:
        """Make sure that nothing is left of the process."""
        self._popen.kill()
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout, self._errors):
            if pipe is not None:
                _close(pipe)

    def _start(self, job: dict[str, Any]) -> "queue.SimpleQueue[Any]":
        lines: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._listen, args=(lines,), daemon=True).start()
        assert self._popen.stdin is not None
        with suppress(OSError):  # it died already: the listener sees the end
            self._popen.stdin.write(json.dumps(job).encode() + b"\n")
            self._popen.stdin.flush()
        return lines

    def _listen(self, lines: "queue.SimpleQueue[Any]") -> None:
        assert self._popen.stdout is not None
        with suppress(ValueError):  # closed by `end`
            for line in self._popen.stdout:
                lines.put(line)
        lines.put(_END)

    def _why_it_died(self) -> Finding:
        code = self._popen.wait()
        self._errors.seek(0)
        said = self._errors.read()[-4096:].decode(errors="replace")
        if any(text in said for text in _OUT_OF_MEMORY):
            return TooMuchMemory(Place(), self.limit_mb)
        if code == -getattr(signal, "SIGXCPU", 0):
            return TooMuchTime(Place(), cage.CPU_SECONDS)
        if code >= 0:  # it never began: the fault is ours, and no cell has been seen
            reference = trouble("the reading process did not start", code=code, said=said[-500:])
            return Unexpected(Place(), reference)
        return ReaderDied(Place(), _name(code))


def _inherited() -> dict[str, str]:
    """What a process cannot start without on some systems; nothing that could be a secret."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ}


def _name(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _close(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # what was still to be written has no reader any more
        pipe.close()
