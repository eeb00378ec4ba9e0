"""Every page on a phone and as a screen reader meets it: nothing is too wide, axe finds nothing serious."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pages.shell.navigation import MENU
from tests.browser import screens, steps
from tests.browser.conftest import visitor

pytestmark = pytest.mark.browser

PATHS = [screen.path for screens in MENU.values() for screen in screens]
PHONE = screens.KINDS["phone"]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],  # of what is well only a sample is written out
}

# The list of pages is Streamlit's own: its sections are paragraphs between the items of one list.
OURS = {"exclude": [["[data-testid='stSidebarNavItems']"]]}


def serious(page) -> list[str]:
    """What axe calls serious or critical: the rule and the first place."""
    found = Axe().run(page, context=OURS, options=RULES).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['target']} ({len(one['nodes'])}) {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def test_the_first_visit_has_no_serious_fault(browser, empty):
    with visitor(browser, empty) as page:
        steps.visit(page, "/overview")
        assert serious(page) == []


def test_every_page_fits_a_phone_and_has_no_serious_fault(browser, loaded):
    with visitor(browser, loaded, **PHONE) as page:
        for path in PATHS:
            steps.visit(page, f"/{path}")
            widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert (path, *widths, serious(page)) == (path, 390, 390, [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_widest_has_no_serious_fault_on_a_desk(browser, loaded, scheme):
    with visitor(browser, loaded, color_scheme=scheme) as page:
        for path in ("overview", "evidence"):
            steps.visit(page, f"/{path}")
            assert (path, serious(page)) == (path, [])


def test_the_way_to_a_numbers_origin_is_found_with_the_keyboard(browser, loaded):
    with visitor(browser, loaded) as page:
        steps.visit(page, "/overview")
        sign = page.get_by_role("button", name="Where from?").first
        sign.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible(timeout=steps.WAIT)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0, timeout=steps.WAIT)
