"""A process that has the product imported and is copied into servers: each is there in one second, not six.

    in    a line of JSON for each server: {"script", "port", "log", "environment"}
    out   the number of its process

Nothing has been visited when the copy is made. Run with `python -m tests.nursery`.
"""

import json
import os
import runpy
import signal
import sys
from importlib import import_module

for name in ("streamlit.web.cli", "pages.shell.navigation", "pages.shell.server"):
    import_module(name)


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that ended
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            serve(**json.loads(line))
        print(pid, flush=True)


def serve(script: str, port: int, log: str, environment: dict[str, str]) -> None:
    """Become the server of a script."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream in (1, 2):
        os.dup2(written, stream)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["streamlit", "run", script, "--server.port", str(port)]
    runpy.run_module("streamlit", run_name="__main__")


if __name__ == "__main__":
    main()
