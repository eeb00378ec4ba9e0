"""Where the time of an import goes: each stage by itself, one after the other in this process."""

import time
from datetime import UTC, datetime
from pathlib import Path

from data.ingest.known import known_from
from data.ingest.reading.read import read
from data.ingest.understanding.interpret import interpret
from data.store.build import FileReading, build, measured
from data.store.opening import attached

_LOADED_AT = datetime(2026, 2, 1, 9, tzinfo=UTC)
_MEMORY_MB = 700


def stages(path: Path) -> dict[str, float]:
    """Processor seconds of each stage."""
    marks = [time.process_time()]
    book = read(path, path.name)
    marks.append(time.process_time())
    reading = interpret(book, known_from(None, _LOADED_AT.date(), None))
    marks.append(time.process_time())
    target = path.with_suffix(".duckdb")
    build(target, None, [FileReading(path.name, "", reading)], "bench", None, _LOADED_AT, _MEMORY_MB)
    marks.append(time.process_time())
    with attached(target) as connection:
        connection.execute("use v")
        measured(connection)
    marks.append(time.process_time())
    names = ("read", "interpret", "build", "verify")
    return {name: end - start for name, start, end in zip(names, marks[:-1], marks[1:], strict=True)}
