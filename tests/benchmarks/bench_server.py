"""What a visit costs: server time of a rerun, bytes of a first visit, time to start, memory."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import psutil

from tests.benchmarks.goals import Line
from tests.benchmarks.servers import served
from tests.benchmarks.websocket_client import Visitor

PAGES = ("overview", "benefits", "projects")
RERUNS = 15


def run(home: Path, folder: Path) -> Iterator[Line]:
    """Each page rerun on the product's server and under an untuned `streamlit run`, in the same minute."""
    with served(home, folder, tuned=True) as (port, server, started):
        yield Line("start, seconds to healthy", started / 3, 1.0, "of 3 s")
        _audited(port, server)
        ours = {page: _rerun_cost(port, server, page) for page in PAGES}
        yield Line("memory of the server after its first visits", _megabytes(server) / 350, 1.0, "of 350 MB")
        yield from _first_visit(port)
    with served(home, folder, tuned=False) as (port, server, _):
        theirs = {page: _rerun_cost(port, server, page) for page in PAGES}
    for page in PAGES:
        yield Line(f"rerun of {page}, CPU", ours[page] / 0.060, 1.0, "of 60 ms")
        yield Line(f"rerun of {page}, CPU", ours[page] / theirs[page], 0.4, "of an untuned streamlit run")


def _audited(port: int, server: psutil.Process) -> None:
    """The first visit has the data audited in the background: wait until the server rests."""
    with Visitor(port) as visitor:
        visitor.visit(PAGES[0])
    for _ in range(120):
        before = server.cpu_times()
        time.sleep(1)
        after = server.cpu_times()
        if after.user + after.system - before.user - before.system < 0.05:
            return


def _rerun_cost(port: int, server: psutil.Process, page: str) -> float:
    """Server CPU seconds of one rerun, the median of several; the first visit is not counted."""
    costs = []
    with Visitor(port) as visitor:
        for _ in range(RERUNS):
            before = server.cpu_times()
            visitor.visit(page)
            after = server.cpu_times()
            costs.append(after.user + after.system - before.user - before.system)
    return median(costs[3:])


def _megabytes(server: psutil.Process) -> float:
    return float(server.memory_info().rss) / 2**20


def _first_visit(port: int) -> Iterator[Line]:
    """Bytes over the wire until the overview stands, in a browser that has never been here."""
    from playwright.sync_api import sync_playwright

    from tests.browser import chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox"])
        page = browser.new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        received: list[float] = []
        session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.goto(f"http://127.0.0.1:{port}/overview")
        page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(timeout=60_000)
        page.locator(".js-plotly-plot").first.wait_for(timeout=60_000)
        page.wait_for_timeout(2_000)
        browser.close()
    yield Line("first visit over the wire", sum(received) / 1e6 / 3.3, 1.0, "of 3.3 MB")
