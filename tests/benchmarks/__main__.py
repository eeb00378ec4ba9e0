"""`make bench [ONLY=import|questions|server|viewers]`: every measured promise as a ratio beside its goal.

`ROWS="60000 60000000"` asks the questions at other sizes; `VIEWERS=50 THINK=3 MINUTES=3` says how many
look at the dashboard, how long each thinks, and for how long.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.goals import Line

_CROWD = {"viewers": 50, "think": 3, "minutes": 3}


def _lines(folder: Path, only: str) -> Iterator[Line]:
    os.environ["REALIZED_HOME"] = str(folder / "store")
    from tests.benchmarks import bench_import, bench_questions, bench_server, bench_viewers

    if only in ("", "import"):
        yield from bench_import.run()
    if only in ("", "questions"):
        yield from bench_questions.run(folder, _sizes() or bench_questions.SIZES)
    if only in ("", "server", "viewers"):
        from data.access import OPERATOR
        from data.demo import load_demo

        load_demo(OPERATOR)
    if only in ("", "server"):
        yield from bench_server.run(folder / "store", folder)
    if only in ("", "viewers"):
        given = {name: float(os.environ.get(name.upper(), known)) for name, known in _CROWD.items()}
        yield from bench_viewers.run(
            folder / "store", folder, int(given["viewers"]), given["think"], given["minutes"]
        )


def _sizes() -> list[int]:
    return [int(rows) for rows in os.environ.get("ROWS", "").split()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for line in _lines(Path(scratch), os.environ.get("ONLY", "")):
            print(line, flush=True)
    sys.exit(0)
