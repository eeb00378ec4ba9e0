"""Every page as a screen reader meets it: axe finds nothing serious, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.conftest import visitor
from tests.browser.test_looks import PATHS
from tests.workbooks import closed_form

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}

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


def test_no_page_has_a_serious_fault(browser, server, tmp_path):
    with visitor(browser, server) as page:
        steps.visit(page, "/overview")
        assert ("the first visit", serious(page)) == ("the first visit", [])
        steps.load(page, closed_form.write(tmp_path / "closed form.xlsx"))
        for path in PATHS:
            steps.visit(page, f"/{path}")
            assert (path, serious(page)) == (path, [])
    with visitor(browser, server, color_scheme="dark") as page:
        steps.visit(page, "/overview")
        assert ("dark", serious(page)) == ("dark", [])


def test_the_way_to_a_numbers_origin_is_found_with_the_keyboard(browser, server, tmp_path):
    with visitor(browser, server) as page:
        steps.load(page, closed_form.write(tmp_path / "closed form.xlsx"))
        steps.visit(page, "/overview")
        sign = page.get_by_role("button", name="Where from?").first
        sign.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible(timeout=steps.WAIT)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0, timeout=steps.WAIT)
