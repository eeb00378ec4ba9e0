"""The real server on a free port, its store apart: started as a user starts it, or copied, which is quick."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from data.ingest import cage

ROOT = Path(__file__).parents[1]
APP = ROOT / "app.py"


class Process(Protocol):
    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def wait(self, timeout: float) -> object: ...


@contextmanager
def running(home: Path, **environment: str) -> Iterator[str]:
    """The address of a server that is healthy; its log lies in `home`."""
    home.mkdir(parents=True, exist_ok=True)
    with serving(APP, home, "/health", REALIZED_HOME=str(home), **environment) as address:
        yield address


@contextmanager
def copied(home: Path, **environment: str) -> Iterator[str]:
    """The same from a process that had everything imported before."""
    home.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "REALIZED_HOME": str(home), **environment}
    port, log = _free_port(), home / "server.log"
    said = {"script": str(APP), "port": port, "log": str(log), "environment": environment}
    with _healthy(_Copy(said), port, "/health", log) as address:
        yield address


@contextmanager
def serving(script: Path, folder: Path, healthy: str, **environment: str) -> Iterator[str]:
    """The address of any script under Streamlit, once it answers at `healthy`."""
    port, log = _free_port(), folder / "server.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        with _healthy(process, port, healthy, log) as address:
            yield address


class _Copy:
    """A server made by `tests.nursery`."""

    def __init__(self, said: dict[str, Any]) -> None:
        nursery = _nursery()
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        nursery.stdin.write(json.dumps(said) + "\n")
        nursery.stdin.flush()
        self._pid = int(nursery.stdout.readline())

    def poll(self) -> int | None:
        with suppress(ProcessLookupError):
            return os.kill(self._pid, 0)
        return 0

    def terminate(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGTERM)

    def wait(self, timeout: float) -> None:
        until = time.monotonic() + timeout
        while self.poll() is None:
            assert time.monotonic() < until, "the server did not end"
            time.sleep(0.05)


@cache
def _nursery() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.nursery"],
        cwd=ROOT,
        env={**os.environ, **cage.ENVIRONMENT, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(process.communicate)  # which closes its input: that is the end of it
    return process


@contextmanager
def _healthy(process: Process, port: int, path: str, log: Path) -> Iterator[str]:
    """The address of a process that was just started, which ends with the block."""
    address = f"http://localhost:{port}"
    try:
        _wait(address + path, process, log)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, process: Process, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=2):
            return
        time.sleep(0.1)
    raise AssertionError(f"the server did not start:\n{log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
