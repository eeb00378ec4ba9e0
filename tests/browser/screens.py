"""`make screens`: a picture of every page with the demo in it: desktop, phone, dark.

`python -m tests.browser.screens FOLDER` writes FOLDER/<page>-<kind>.png.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from data.access import OPERATOR
from data.demo import load_demo
from pages.shell.navigation import MENU
from tests.browser import chromium, steps
from tests.server import running

# A page tells a phone by what its browser calls itself.
PHONE: Final = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"

KINDS: Final[dict[str, dict[str, Any]]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "is_mobile": True,
        "has_touch": True,
        "user_agent": PHONE,
    },
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
}


def main(folder: Path) -> None:
    """Load the demo into a store of its own, serve it, and photograph every page of the menu."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        home = Path(place) / "home"
        load(home)
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox"])
        with running(home) as address:
            for kind, options in KINDS.items():
                _photograph(browser, address, kind, options, folder)
        browser.close()


def load(home: Path) -> None:
    os.environ["REALIZED_HOME"] = str(home)
    load_demo(OPERATOR)


def _photograph(browser: Browser, address: str, kind: str, options: dict[str, Any], folder: Path) -> None:
    context = browser.new_context(base_url=address, locale="en-GB", **options)
    page = context.new_page()
    for name, path in _pages().items():
        steps.visit(page, path)
        _stretch(page)
        page.screenshot(path=folder / f"{name}-{kind}.png")
        page.set_viewport_size(options["viewport"])
    context.close()


def _stretch(page: Any) -> None:
    """Make the window as high as the page: Streamlit scrolls inside, so a full page is not enough."""
    for _ in range(2):  # what comes into sight is drawn, and may be higher than its place
        height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
        page.set_viewport_size({"width": page.viewport_size["width"], "height": min(height, 12_000)})
        steps.settle(page)


def _pages() -> dict[str, str]:
    """Every page of the menu, then one program and one benefit of the demo."""
    menu = {screen.path: f"/{screen.path}" for screens in MENU.values() for screen in screens}
    return {**menu, "one-program": "/program?program=DS", "one-benefit": "/benefits?benefit=DS-B01"}


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))
