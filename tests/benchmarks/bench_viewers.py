"""Many people at once: how long a change of a filter takes, what fails, and how much memory it takes.

    python -m tests.benchmarks.bench_viewers [--viewers 50] [--think 3] [--minutes 3] [--home STORE]

Each viewer opens a page, looks at it for about `think` seconds, and changes a filter or the page. A register
of benefits is loaded every minute, so that all of them move to new data. Without `--home` a demo is made.
The viewers themselves run on the same processors: what is measured is worse than what they would see.
"""

import argparse
import os
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from data.access import OPERATOR
from data.ingest import journey
from queries import ask
from queries.catalogue import Programs
from tests.benchmarks.big_workbooks import write_register
from tests.benchmarks.goals import Line
from tests.benchmarks.servers import served
from tests.benchmarks.websocket_client import Visitor

PAGES = (
    *("overview", "portfolio", "program", "projects", "benefits", "business_case", "budget", "risks"),
    *("after_closure", "forecast_accuracy", "evidence", "reviews"),
)
CASES = ("", "Current case (current)")
MOST_SECONDS, MOST_MEGABYTES = 1.0, 350


@dataclass
class Seen:
    """What the viewers met: seconds of every change of a filter, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    loads: int = 0


def run(
    home: Path, folder: Path, viewers: int = 50, think: float = 3.0, minutes: float = 3.0
) -> Iterator[Line]:
    """The store at `home` is added to: a register a minute."""
    seen, stop = Seen(), threading.Event()
    programs = [
        "",
        *(f"{row['program']} ({row['program_id']})" for row in ask(Programs(), OPERATOR).records()),
    ]
    with served(home, folder, tuned=True) as (port, server, _):
        people = [
            threading.Thread(target=_look, args=(number, port, programs, think, stop, seen))
            for number in range(viewers)
        ]
        people.append(threading.Thread(target=_upload, args=(folder, stop, seen)))
        for one in people:
            one.start()
        peak, until = 0.0, time.monotonic() + minutes * 60
        while time.monotonic() < until:
            time.sleep(min(5, minutes * 60))
            peak = max(peak, server.memory_info().rss / 2**20)
        stop.set()
        for one in people:
            one.join()
    what = f"{viewers} viewers, think {think:g} s, {seen.loads} loads"
    cuts = quantiles(seen.seconds, n=20)
    yield Line(f"a change of a filter, half of {len(seen.seconds)}", cuts[9], None, f"s, {what}")
    yield Line("a change of a filter, 19 of 20", cuts[18], MOST_SECONDS, f"s, {what}")
    yield Line("errors", len(seen.errors), 0, "; ".join(sorted(set(seen.errors))[:3]) or "none")
    yield Line("memory of the server at its peak", peak, MOST_MEGABYTES, "MB")


def _look(
    number: int, port: int, programs: list[str], think: float, stop: threading.Event, seen: Seen
) -> None:
    """One viewer; the first page is not counted, since it is no change of a filter."""
    chance = random.Random(number)
    stop.wait(chance.uniform(0, think))
    try:
        with Visitor(port) as visitor:
            page, first = chance.choice(PAGES), True
            while not stop.is_set():
                if chance.random() < 0.3:
                    page = chance.choice(PAGES)
                asked = {"program": chance.choice(programs), "case": chance.choice(CASES)}
                started = time.perf_counter()
                seen.errors += visitor.errors(page, asked)
                if not first:
                    seen.seconds.append(time.perf_counter() - started)
                first = False
                stop.wait(chance.uniform(0.5, 1.5) * think)
    except Exception as error:  # whatever it is, it is what the viewer would have met
        seen.errors.append(f"{type(error).__name__}: {error}"[:200])


def _upload(folder: Path, stop: threading.Event, seen: Seen) -> None:
    """A register of a thousand benefits each minute, one more each time."""
    while not stop.wait(60):
        path = folder / "register.xlsx"
        write_register(path, 1_000 + seen.loads)
        try:
            preview = journey.prepare([journey.Upload(path.name, path.read_bytes())], OPERATOR)
            journey.accept(preview.load_id, OPERATOR, None)
            seen.loads += 1
        except Exception as error:  # as above
            seen.errors.append(f"load: {type(error).__name__}: {error}"[:200])


def main() -> None:
    parser = argparse.ArgumentParser(description="Many people at once.")
    parser.add_argument("--viewers", type=int, default=50)
    parser.add_argument("--think", type=float, default=3.0)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--home", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.home or Path(folder) / "store"
        os.environ["REALIZED_HOME"] = str(home)
        if given.home is None:
            from data.demo import load_demo

            load_demo(OPERATOR)
        for line in run(home, Path(folder), given.viewers, given.think, given.minutes):
            print(line, flush=True)


if __name__ == "__main__":
    main()
