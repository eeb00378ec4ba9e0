"""The process that reading processes are born from: it has imported what they need, and forks one a job.

It reads nobody's file itself. Where no copy of it can be made (a system that cannot fork, or a library
that has started a thread) it becomes the reading process itself, and another one is started.

    in    a line of JSON for each job: {"task", ..., "megabytes"}
    out   what the child says, see data.ingest.child, then {"ended": exit code}

Run with `python -m data.ingest.nursery`.
"""

import gc
import json
import os
import select
import sys
from pathlib import Path

from data.ingest import cage

_IDLE = 0.2  # seconds without a job after which there is time to prepare for one


def main() -> None:
    cage.step_back()
    cage.keep_light()
    from data.ingest import child
    from data.ingest.warm import warm_up

    if not _asked():
        warm_up()
    gc.collect()
    gc.freeze()  # children share what is never looked at again
    while line := _line():
        if not _may_fork():
            child.work(json.loads(line))
        pid = os.fork()
        if not pid:
            child.work(json.loads(line))
        _, status = os.waitpid(pid, 0)
        # A child that was killed may have broken off within a line.
        _say(f'\n{{"ended": {os.waitstatus_to_exitcode(status)}}}\n')


def _asked() -> bool:
    """Whether somebody already waits."""
    return sys.platform == "win32" or bool(select.select([0], [], [], _IDLE)[0])


def _line() -> bytes:
    """The next job, and not a byte more; nothing when whoever asked has gone."""
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(0, 1 << 16)
        if not piece:
            return b""
        line += piece
    return line


def _say(text: str) -> None:
    os.write(1, text.encode())


def _may_fork() -> bool:
    """A thread would be missing in the copy, with whatever it holds; other systems' libraries are not sure
    to survive being copied at all."""
    threads = Path("/proc/self/task")
    return sys.platform == "linux" and threads.is_dir() and len(list(threads.iterdir())) == 1


if __name__ == "__main__":
    main()
