"""Which Chromium the browser tests use: REALIZED_CHROMIUM, else one on the PATH, else playwright's own.

`python -m tests.browser.chromium` prints it, and fails when there is none.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def path() -> str | None:
    """The executable, or None."""
    named = os.environ.get("REALIZED_CHROMIUM")
    if named:
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    chromium = path()
    print(chromium or "No Chromium was found.")
    sys.exit(0 if chromium else 1)
