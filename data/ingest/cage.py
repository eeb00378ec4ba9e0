"""What the reading process may not do: take much memory or time, write much, use the network.

Limits that an operating system does not know (Windows has none of them) are left to the wall
clock of the process that waits, see data.ingest.worker.
"""

import os
import sys
import threading
from contextlib import suppress
from typing import Any

CPU_SECONDS = 60
_OPEN_FILES = 256
_WRITTEN = 8 * 2**30
_NICE = 10
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "ftplib.",
)

UNWANTED = ("pandas",)  # half a second and 100 MB for nothing

# One arena and the system's allocators: the address space stays within what is really used
# (350 MB with duckdb and pyarrow loaded, against 1,040 MB), so that a limit on it means memory.
ENVIRONMENT = {
    "MALLOC_ARENA_MAX": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",  # a process with threads is not to be forked
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PYTHONUTF8": "1",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
}


def limit(memory_mb: int) -> None:
    """Set what the system enforces; call it before anything takes memory."""
    if sys.platform == "win32":
        return
    import resource

    limit_address_space(memory_mb)
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, _WRITTEN),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def step_back() -> None:
    """Let whatever answers people go first."""
    if sys.platform != "win32":
        os.nice(_NICE)


def limit_address_space(memory_mb: int) -> None:
    """How much memory may be addressed; the system's own hard limit is left as it is."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):  # macOS knows it by name only
        resource.setrlimit(resource.RLIMIT_AS, (memory_mb * 2**20, resource.getrlimit(resource.RLIMIT_AS)[1]))


class _Absent:
    """Makes libraries look as if they were not installed."""

    @staticmethod
    def find_spec(name: str, _path: Any = None, _target: Any = None) -> None:
        if name in UNWANTED:
            raise ModuleNotFoundError(f"{name} is not used while a file is read", name=name)


def keep_light() -> None:
    """Leave out what pyarrow and duckdb would load only because it is there."""
    sys.meta_path.insert(0, _Absent)


def shut() -> None:
    """From here on: no network, no other process, no code written. Call it when everything is imported."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def end_with_parent() -> None:
    """End this process at once when the pipe it was given jobs through closes."""
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} is not allowed while a file is read")
