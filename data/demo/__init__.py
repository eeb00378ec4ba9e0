"""The demo: three programs of an invented insurer, as the spreadsheets they would be kept in.

* Claims Forward: healthy, benefits arrive about as promised.
* Direct Service: on time and on budget, but the benefits do not arrive.
* Shared Office: closed two years ago; benefits move to the right, their owners have left.
"""

import tempfile
from datetime import date
from pathlib import Path

from data import store
from data.access import Viewer
from data.demo.files import STATUS_DATES, write_files
from data.errors import StoreError
from data.ingest import journey
from data.ingest.journey import Preview, Upload
from data.store import Version


class DemoNotLoaded(StoreError):
    """The demo goes into an empty store only."""


def write_demo(folder: Path) -> list[Path]:
    """Write the demo's files, one sub-folder a status date, the earlier date first."""
    return [path for as_of in STATUS_DATES for path in write_files(folder, as_of)]


def load_demo(viewer: Viewer) -> Version:
    """Load the demo the way any upload goes, one version a status date; answer the last.

    Raises DemoNotLoaded, changing nothing, when the store holds data already.
    """
    there = store.current()
    if there is not None:
        raise DemoNotLoaded(
            f"The store already holds version {there.number}: the demo was not loaded. "
            "Set REALIZED_HOME to an empty folder to look at it."
        )
    with tempfile.TemporaryDirectory() as folder:
        loaded = [_load(write_files(Path(folder), as_of), viewer, as_of) for as_of in STATUS_DATES]
    return loaded[-1]


def _load(paths: list[Path], viewer: Viewer, as_of: date) -> Version:
    uploads = [Upload(path.name, path.read_bytes()) for path in paths]
    preview = journey.prepare(uploads, viewer, as_of)
    if preview.refused:
        raise DemoNotLoaded(f"The demo was refused. {_reasons(preview)}")
    return journey.accept(preview.load_id, viewer, as_of)


def _reasons(preview: Preview) -> str:
    found = [one for file in preview.report["files"] for one in file["findings"]]
    return " ".join(f"{one['what']} {one['remedy']}" for one in found if one["severity"] == "refuses")
