"""One spreadsheet through the upload page, as a person would: checked, loaded if offered, undone."""

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser import steps

MINUTES = 3
_ANSWERS = ("Load", "Discard", "Choose other files")


@dataclass(frozen=True)
class Outcome:
    """What the page did: accepted, refused, known or turned_away; in how many seconds; its words."""

    kind: str
    seconds: float
    says: str


def offer(page: Page, file: Path) -> Outcome:
    """Upload a file and have it checked; an accepted one waits to be loaded or discarded."""
    steps.visit(page, "/upload")
    began = time.monotonic()
    page.locator('input[type="file"]').set_input_files([file])
    check = page.get_by_role("button", name="Check this file")
    turned_away = page.get_by_test_id("stMain").get_by_text("are not allowed")
    expect(check.or_(turned_away).first).to_be_visible(timeout=steps.WAIT)
    if turned_away.count():
        return _outcome(page, "turned_away", began)
    check.click()
    answers = [_button(page, name) for name in _ANSWERS]
    expect(answers[0].or_(answers[1]).or_(answers[2]).first).to_be_visible(timeout=MINUTES * 60_000)
    steps.settle(page)
    if answers[0].count():
        return _outcome(page, "accepted", began)
    known = page.get_by_text("Already loaded as version").count()
    return _outcome(page, "known" if known else "refused", began)


def load(page: Page) -> None:
    """Make the previewed file current, also where the page asks twice."""
    sure = page.get_by_role("checkbox").filter(has_text="gone")
    if _button(page, "Load").is_disabled() and sure.count():
        sure.first.check()
    _button(page, "Load").click()
    expect(page.get_by_text("is current.")).to_be_visible(timeout=MINUTES * 60_000)
    steps.settle(page)


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo: back to version").click()
    expect(page.get_by_text("is current again")).to_be_visible(timeout=steps.WAIT)


def _button(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stMain").get_by_role("button", name=name, exact=True)


def _outcome(page: Page, kind: str, began: float) -> Outcome:
    return Outcome(kind, time.monotonic() - began, steps.main_text(page))
