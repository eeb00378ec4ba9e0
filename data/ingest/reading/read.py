"""From the bytes of an uploaded file to a Book. Runs in the reading process, under its limits."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.ingest.reading.container import Container, identify, misnamed
from data.ingest.reading.delimited import read_delimited
from data.ingest.reading.gate import Package
from data.ingest.reading.grid import Book
from data.ingest.reading.html import read_html
from data.ingest.reading.limits import STANDARD, Limits
from data.ingest.reading.xlsx import read_xlsx


def read(path: Path, name: str, limits: Limits = STANDARD) -> Book:
    """Read the file at `path`, which was uploaded as `name`; its content decides what it is.

    Raises Refused with findings where the file is no spreadsheet, contradicts itself, is damaged,
    protected or larger than `limits`.
    """
    container = identify(path, name, limits)
    with _no_collection():
        book = _read(path, name, container, limits)
    if note := misnamed(container, name):
        book.findings.insert(0, note)
    return book


def _read(path: Path, name: str, container: Container, limits: Limits) -> Book:
    if container is Container.XLSX:
        with Package(path, limits) as package:
            return read_xlsx(package, name, limits)
    if container is Container.TEXT:
        return read_delimited(path, name, limits)
    if container is Container.HTML:
        return read_html(path, name, limits)
    from data.ingest.reading.legacy import (
        read_legacy,  # its library is loaded only for the files that need it
    )

    return read_legacy(path, name, container, limits)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of new cells and no cycles: looking for cycles among them would double the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
