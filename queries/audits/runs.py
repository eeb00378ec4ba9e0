"""Running the audits on a version and keeping what they found beside it."""

import json
import threading
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from data.store import Version, checked
from data.store.opening import open_version
from queries import audits
from queries.macros import setup

SECONDS = 60.0  # what one audit may take
SHOWN = 3  # rows kept of an audit that found some


@dataclass(frozen=True)
class Result:
    """One audit: the rows it found, none when all is well; None when it did not finish."""

    audit: str
    states: str
    rows: int | None
    seconds: float
    first: list[str]

    @property
    def passed(self) -> bool:
        return self.rows == 0


@dataclass(frozen=True)
class Run:
    """All audits of one version, and when they ran (UTC)."""

    at: datetime
    results: list[Result]

    @property
    def passed(self) -> bool:
        return all(result.passed for result in self.results)


def run(version: Version) -> Run:
    """Run every audit on a version, on a connection of its own, and keep the result. Raises duckdb.Error."""
    connection = open_version(version.path, setup())
    try:
        results = [_run(connection, path) for path in audits.paths()]
    finally:
        connection.close()
    done = Run(datetime.now(UTC).replace(microsecond=0), results)
    checked.write(
        version, json.dumps({"at": done.at.isoformat(), "results": [asdict(one) for one in results]})
    )
    return done


def last(version: Version) -> Run | None:
    """What the last run found; None when there was none, or the audits have changed since."""
    found = checked.read(version)
    if found is None:
        return None
    told = json.loads(found)
    results = [Result(**result) for result in told["results"]]
    if {result.audit for result in results} != {path.stem for path in audits.paths()}:
        return None
    return Run(datetime.fromisoformat(told["at"]), results)


def statement(path: Path) -> str:
    """What an audit states, in the words of its first line."""
    first, *_ = path.read_text(encoding="utf-8").splitlines()
    return first.removeprefix("-- ")


def _run(connection: duckdb.DuckDBPyConnection, path: Path) -> Result:
    timer = threading.Timer(SECONDS, connection.interrupt)
    timer.daemon = True
    timer.start()
    begun = time.monotonic()
    try:
        found = connection.execute(path.read_text(encoding="utf-8")).fetchall()
        rows, first = len(found), [", ".join(map(str, row)) for row in found[:SHOWN]]
    except duckdb.Error:  # too long, or a version without the tables that are asked: said as not finished
        rows, first = None, []
    finally:
        timer.cancel()
        timer.join()
    return Result(path.stem, statement(path), rows, round(time.monotonic() - begun, 2), first)
