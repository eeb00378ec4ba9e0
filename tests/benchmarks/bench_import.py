"""From the bytes of a workbook to a verified new version, against pandas only reading the same file."""

import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pandas as pd
import psutil

from data.access import OPERATOR
from data.ingest import journey, worker
from tests.benchmarks.big_workbooks import write_register, write_register_csv, write_wide, write_wide_csv
from tests.benchmarks.goals import Line
from tests.benchmarks.import_stages import stages

Write = Callable[[Path], None]
# name -> how the workbook is written, the same as CSV, and the rounds
_INPUTS: dict[str, tuple[Write, Write, int]] = {
    "register 1k x 20": (
        lambda path: write_register(path, 1_000),
        lambda path: write_register_csv(path, 1_000),
        5,
    ),
    "wide 5k x 124": (lambda path: write_wide(path, 5_000), lambda path: write_wide_csv(path, 5_000), 2),
    "register 100k x 20": (
        lambda path: write_register(path, 100_000),
        lambda path: write_register_csv(path, 100_000),
        1,
    ),
}


def run() -> Iterator[Line]:
    """Interleaved rounds for each input; each load goes as far as its preview and is discarded.

    What counts is the time that pandas needs to read the workbook, for the same rows as CSV as well.
    """
    worker.keep_ready()
    for name, (write, write_csv, rounds) in _INPUTS.items():
        with tempfile.TemporaryDirectory() as folder:
            book, text = Path(folder) / "input.xlsx", Path(folder) / "input.csv"
            write(book)
            write_csv(text)
            work: dict[str, Callable[[], object]] = {
                "ours": lambda book=book: _load(book),
                "excel": lambda book=book: pd.read_excel(book),
                "ours of csv": lambda text=text: _load(text),
                "csv": lambda text=text: pd.read_csv(text),
            }
            time.sleep(2)  # let the imports finish, as between two people's uploads
            seconds = stages(book)
            times = [{each: _timed(do) for each, do in work.items()} for _ in range(rounds)]
        spent = {each: _median([one[each] for one in times]) for each in work}
        yield from _lines(name, spent["ours"], spent["excel"])
        for stage, one in seconds.items():
            yield Line(f"  {stage} {name}", one / spent["excel"][1], None, f"the same; {one:.2f} s")
        yield from _lines(f"{name}, CSV", spent["ours of csv"], spent["excel"])
        beside = spent["ours of csv"][1] / spent["csv"][1]
        yield Line(f"import {name}, CSV, processor", beside, None, "shown only: of pandas.read_csv")
    yield Line("memory of the process that readers are born from", _waiting() / 2**20, None, "shown only: MB")
    worker.drop()
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Line("import memory, reading process", child / 1024, 1.0, "of 1 GB")


def _lines(name: str, ours: tuple[float, float], theirs: tuple[float, float]) -> Iterator[Line]:
    yield Line(f"import {name}", ours[0] / theirs[0], 0.33, "of pandas.read_excel reading the workbook")
    yield Line(f"import {name}, processor", ours[1] / theirs[1], 0.33, "the same, all processes' own time")
    yield Line(f"import {name}, seconds", ours[0], None, "shown only: the machine is noisy")


def _median(times: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _ in times), median(cpu for _, cpu in times)


def _load(path: Path) -> None:
    preview = journey.prepare([journey.Upload(path.name, path.read_bytes())], OPERATOR)
    if preview.refused:
        raise SystemExit(f"{path.name} was refused: {preview.report}")
    journey.discard(preview.load_id)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of the processor: of this process, its children and theirs."""
    start, spent = time.perf_counter(), _processor()
    work()
    return time.perf_counter() - start, _processor() - spent


def _processor() -> float:
    own = psutil.Process()
    every = [own.cpu_times(), *(child.cpu_times() for child in own.children())]
    return sum(one.user + one.system + one.children_user + one.children_system for one in every)


def _waiting() -> int:
    """The bytes of memory that no other process shares with our children, in all."""
    return sum(child.memory_full_info().uss for child in psutil.Process().children())
