"""The real server, started the way a user starts it, on a free port with a store of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextmanager
def running(home: Path, **environment: str) -> Iterator[str]:
    """The address of a server that is healthy; its log lies in `home`."""
    home.mkdir(parents=True, exist_ok=True)
    with serving(ROOT / "app.py", home, "/health", REALIZED_HOME=str(home), **environment) as address:
        yield address


@contextmanager
def serving(script: Path, folder: Path, healthy: str, **environment: str) -> Iterator[str]:
    """The address of any script under Streamlit, once it answers at `healthy`."""
    port = _free_port()
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://localhost:{port}"
            _wait(address + healthy, process, folder / "server.log")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
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
