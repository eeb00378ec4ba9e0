"""In the dark, and with the worst text a workbook can hold."""

import pytest
from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.conftest import visitor
from tests.pages.payloads import PAYLOADS

pytestmark = pytest.mark.browser


def test_the_device_chooses_light_or_dark(browser, empty):
    for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(15, 22, 30)")):
        with visitor(browser, empty, color_scheme=scheme) as page:
            steps.visit(page, "/upload")
            colour = page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
            assert (scheme, colour) == (scheme, ground)


def test_text_of_a_workbook_is_shown_as_written(browser, inert_page):
    with visitor(browser, inert_page) as page:
        page.goto("/")
        expect(page.get_by_role("button", name="Bränd")).to_be_visible(timeout=steps.WAIT)
        steps.settle(page)
        main = page.get_by_test_id("stMain")
        expected = [" ".join(payload.split()) for payload in PAYLOADS]
        for kind in ("stHeading", "stCaptionContainer", "stAlert", "stMetricLabel", "stButton"):
            shown = main.get_by_test_id(kind).all_inner_texts()
            assert [" ".join(text.replace("\u2060", "").split()) for text in shown] == expected, kind
        assert main.locator("a, img, code, iframe, script, .katex, strong, em, del").count() == 0
