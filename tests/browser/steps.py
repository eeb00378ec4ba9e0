"""What a visitor does, in words; each step waits until the page has settled."""

import time
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

WAIT = 60_000
_SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'


def settle(page: Page) -> None:
    """Wait until the script has run and the page stays as it is: the script may end before all is drawn."""
    until, before = time.monotonic() + WAIT / 1000, None
    while time.monotonic() < until:
        page.wait_for_selector(_SETTLED, timeout=WAIT)
        shown = page.get_by_test_id("stApp").inner_text()
        if shown == before:
            return
        before = shown
        page.wait_for_timeout(300)
    raise AssertionError("the page did not settle")


def visit(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("h1").first).to_be_visible(timeout=WAIT)
    settle(page)


def go_to(page: Page, title: str) -> None:
    """Choose a page in the menu."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
    expect(heading(page, title)).to_be_visible(timeout=WAIT)
    settle(page)


def heading(page: Page, title: str) -> Locator:
    return page.get_by_role("heading", name=title, exact=True, level=1)


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).first.click()
    settle(page)


def upload(page: Page, *files: Path) -> None:
    """Choose files and have them checked, as far as the preview."""
    page.locator('input[type="file"]').set_input_files(list(files))
    check = page.get_by_role("button", name="Check th")
    expect(check).to_be_enabled(timeout=WAIT)
    check.click()
    expect(check).to_have_count(0, timeout=WAIT)
    settle(page)


def load(page: Page, file: Path) -> None:
    """The whole way: from the Upload page to a current version."""
    visit(page, "/upload")
    upload(page, file)
    press(page, "Load")
    expect(page.get_by_text("is current.")).to_be_visible(timeout=WAIT)


def shared_link(page: Page) -> str:
    page.get_by_role("button", name="Share this view").click()
    shown = page.get_by_test_id("stCode").filter(has_text="/s?")
    expect(shown).to_be_visible(timeout=WAIT)
    return shown.inner_text().strip()


def main_text(page: Page) -> str:
    """What the page says, without the invisible joiners that keep workbook text from becoming markup."""
    return page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
