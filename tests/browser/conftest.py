"""A real server and a real browser that may speak to nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from data import cli
from data.ingest import worker
from tests.browser import chromium
from tests.server import ROOT, copied, serving
from tests.workbooks import closed_form


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed with its module: while it lives, no other test of the process can start an event loop."""
    executable = chromium.path()
    assert executable, "No Chromium was found: `make browser` installs one."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def server(tmp_path) -> Iterator[str]:
    """The address of a server of this test's own, with an empty store."""
    with copied(tmp_path / "home") as address:
        yield address


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Iterator[str]:
    """The address of a server that the tests of a module share: nobody loads anything there."""
    with copied(tmp_path_factory.mktemp("empty") / "home") as address:
        yield address


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Iterator[str]:
    """The address of a server that the tests of a module share: whoever loads something undoes it."""
    folder = tmp_path_factory.mktemp("loaded")
    workbook = closed_form.write(folder / "closed form.xlsx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REALIZED_HOME", str(folder / "home"))
        assert cli.main(["load", str(workbook)]) == 0
        worker.drop()
    with copied(folder / "home") as address:
        yield address


@contextmanager
def visitor(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    """A browser of its own; fails when anything is asked of anybody but our server, or blocked."""
    options = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", **options}
    context = browser.new_context(base_url=address, **options)
    page = context.new_page()
    elsewhere: list[str] = []
    blocked: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url))
    page.on("console", lambda message: blocked.append(message.text))
    try:
        yield page
    finally:
        context.close()
    ours = (address, address.replace("http", "ws", 1), "data:", "blob:")
    assert [url for url in elsewhere if not url.startswith(ours)] == []
    assert [text for text in blocked if "Content Security Policy" in text] == []


@pytest.fixture
def page(browser, loaded) -> Iterator[Page]:
    with visitor(browser, loaded) as page:
        yield page


@pytest.fixture
def inert_page(tmp_path) -> Iterator[str]:
    """A page that shows every payload, guarded, in places that read Markdown."""
    with serving(ROOT / "tests" / "browser" / "inert_page.py", tmp_path, "/_stcore/health") as address:
        yield address
