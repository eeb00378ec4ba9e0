"""Real servers for the benchmarks: the product's own, and the same pages under an untuned `streamlit run`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.server import ROOT, serving

# The same script without our server around it: no lifespan, no frozen garbage, no TCP_NODELAY, and garbage
# collected after every rerun, as Streamlit does unless told not to.
UNTUNED = """
from pages.shell import navigation
navigation.run()
"""


@contextmanager
def served(home: Path, folder: Path, tuned: bool) -> Iterator[tuple[int, psutil.Process, float]]:
    """A running server: its port, its process and the seconds until it was healthy."""
    script, settings = ROOT / "app.py", {"REALIZED_HOME": str(home)}
    if not tuned:
        settings["STREAMLIT_RUNNER_POST_SCRIPT_GC"] = "true"
        script = folder / "untuned.py"
        script.write_text(UNTUNED, encoding="utf-8")
    start = time.perf_counter()
    with serving(script, folder, "/_stcore/health", **settings) as address:
        started = time.perf_counter() - start
        children = psutil.Process().children()
        (process,) = [one for one in children if str(script) in one.cmdline()]
        yield int(address.rpartition(":")[2]), process, started
