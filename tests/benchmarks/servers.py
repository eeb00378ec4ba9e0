"""Real servers for the benchmarks: the product's own, and the same pages under an untuned `streamlit run`."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]

# The same script without our server around it: no lifespan, no frozen garbage, no compression.
UNTUNED = """
import sys
sys.path.insert(0, {root!r})
from pages.shell import navigation
navigation.run()
"""


@contextmanager
def served(home: Path, folder: Path, tuned: bool) -> Iterator[tuple[int, psutil.Process, float]]:
    """A running server: its port, its process and the seconds until it was healthy."""
    port = _free_port()
    script, where = ROOT / "app.py", ROOT
    if not tuned:
        script, where = folder / "untuned.py", folder
        script.write_text(UNTUNED.format(root=str(ROOT)), encoding="utf-8")
    start = time.perf_counter()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", str(script)),
            *("--server.port", str(port), "--server.headless", "true"),
            *("--browser.gatherUsageStats", "false"),
        ],
        cwd=where,
        env={**os.environ, "REALIZED_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield port, psutil.Process(process.pid), time.perf_counter() - start
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), urllib.request.urlopen(address, timeout=1) as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise SystemExit(f"{address} did not answer within a minute")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
