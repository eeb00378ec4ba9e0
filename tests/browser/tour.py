"""`make tour`: the pictures of docs/tour.md, small, from the demo (or those named)."""

import io
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import chromium, screens, steps
from tests.server import ROOT, running

TOUR: Final = ROOT / "docs" / "tour.md"
PICTURES: Final = ROOT / "docs" / "pictures"
WIDTH, QUALITY = 1200, 78
PATIENCE = 120_000  # nobody waits for these
# `[The page](/path?program=DS)` on the line above `![What it shows](pictures/name.webp)`.
_SHOWN: Final = re.compile(
    r"\]\(http://localhost:8501(/[^)\s]*)\)[^\n]*\n\n!\[[^\]]*\]\(pictures/([a-z-]+)\.webp\)"
)
_NAMED: Final = re.compile(r"\]\(http://localhost:8501(/[^)\s]*)\)")


def pictures() -> dict[str, str]:
    """What the tour shows: the name of each picture and the address it is taken at."""
    return {name: path for path, name in _SHOWN.findall(TOUR.read_text(encoding="utf-8"))}


def addresses() -> list[str]:
    """Every address that the tour names."""
    return _NAMED.findall(TOUR.read_text(encoding="utf-8"))


def main(wanted: list[str]) -> None:
    """Load the demo into a store of its own, serve it, and take the pictures (all, or those named)."""
    PICTURES.mkdir(exist_ok=True)
    steps.WAIT = PATIENCE
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        home = Path(place) / "home"
        screens.load(home)
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox"])
        with running(home) as address:
            page = browser.new_page(base_url=address, locale="en-GB", viewport={"width": 1440, "height": 900})
            for name, path in pictures().items():
                if not wanted or name in wanted:
                    _take(page, path, PICTURES / f"{name}.webp")
        browser.close()


def _take(page: Page, path: str, to: Path) -> None:
    steps.visit(page, path)
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.thumbnail((WIDTH, WIDTH))
    picture.convert("RGB").save(to, "WEBP", quality=QUALITY, method=6)
    print(f"{to.name} {to.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
