"""From the bytes of a workbook to a verified new version, against pandas only reading the same file."""

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pandas as pd

from data.access import OPERATOR
from data.ingest import journey, worker
from tests.benchmarks.big_workbooks import write_register, write_wide
from tests.benchmarks.goals import Line

_INPUTS: dict[str, tuple[Callable[[Path], None], int]] = {
    "register 1k x 20": (lambda path: write_register(path, 1_000), 5),
    "wide 5k x 124": (lambda path: write_wide(path, 5_000), 2),
    "register 100k x 20": (lambda path: write_register(path, 100_000), 1),
}


def run() -> Iterator[Line]:
    """Interleaved rounds for each input; each load goes as far as its preview and is discarded."""
    worker.keep_ready()
    for name, (write, rounds) in _INPUTS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "input.xlsx"
            write(path)
            ours: list[tuple[float, float]] = []
            theirs: list[tuple[float, float]] = []
            for _ in range(rounds):
                time.sleep(1)  # let the spare process finish starting, as between two people's uploads
                ours.append(_timed(lambda path=path: _load(path)))
                theirs.append(_timed(lambda path=path: pd.read_excel(path)))
        wall, cpu = (
            [median(one[kind] for one in rounds_) for rounds_ in (ours, theirs)] for kind in range(2)
        )
        yield Line(f"import {name}", wall[0] / wall[1], 0.33, "of pandas.read_excel reading it")
        yield Line(f"import {name}, processor", cpu[0] / cpu[1], 0.33, "the same, all processes' own time")
        yield Line(f"import {name}, seconds", wall[0], None, "shown only: the machine is noisy")
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Line("import memory, reading process", child / 1024, 1.0, "of 1 GB")


def _load(path: Path) -> None:
    preview = journey.prepare([journey.Upload(path.name, path.read_bytes())], OPERATOR)
    if preview.refused:
        raise SystemExit(f"{path.name} was refused: {preview.report}")
    journey.discard(preview.load_id)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of the processor: of this process and of those that ended meanwhile."""
    start, spent = time.perf_counter(), _processor()
    work()
    return time.perf_counter() - start, _processor() - spent


def _processor() -> float:
    each = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in each)
