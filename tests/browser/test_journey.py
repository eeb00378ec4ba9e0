"""Somebody new uploads, sees what was understood, loads, follows a number to its cell, and undoes."""

import pytest
from playwright.sync_api import expect

from data.template import write_example
from tests.browser import steps
from tests.browser.conftest import visitor
from tests.workbooks import closed_form

pytestmark = pytest.mark.browser


def test_empty_store_says_what_to_do(browser, empty):
    with visitor(browser, empty) as page:
        steps.visit(page, "/")
        assert page.url.endswith("/overview")
        expect(steps.heading(page, "Nothing has been loaded yet")).to_be_visible()
        page.get_by_test_id("stMain").get_by_role("link", name="Upload a workbook").click()
        expect(steps.heading(page, "Upload")).to_be_visible(timeout=steps.WAIT)


def test_from_a_workbook_to_a_number_to_its_cell_and_back(browser, server, tmp_path):
    with visitor(browser, server) as page:
        journey(page, closed_form.write(tmp_path / "closed form.xlsx"))


def journey(page, workbook):
    steps.visit(page, "/upload")
    steps.upload(page, workbook)
    preview = steps.main_text(page)
    assert "closed form.xlsx: Realized workbook" in preview
    assert "This is a preview: nothing has changed yet." in preview
    assert "2026/03/31" in "".join(preview.split())  # the status date proposed
    steps.press(page, "Load")
    expect(page.get_by_text("Version 1 is current.")).to_be_visible(timeout=steps.WAIT)

    page.get_by_test_id("stMain").get_by_role("link", name="See the Overview").click()
    expect(steps.heading(page, "Overview")).to_be_visible(timeout=steps.WAIT)
    steps.settle(page)
    text = steps.main_text(page)
    assert "64.0" in text
    assert "320" in text
    assert "500" in text

    page.get_by_role("button", name="Where from?").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("tab", name="Cells")).to_be_visible(timeout=steps.WAIT)
    dialog.get_by_role("tab", name="Cells").click()
    steps.settle(page)
    table = dialog.get_by_test_id("stDataFrame").locator("visible=true")
    expect(table).to_be_visible(timeout=steps.WAIT)
    table.click(position={"x": 16, "y": 52})
    steps.settle(page)
    expect(dialog.get_by_text("closed form.xlsx · sheet")).to_be_visible(timeout=steps.WAIT)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0, timeout=steps.WAIT)

    again = workbook.rename(workbook.with_name("again.xlsx"))
    steps.go_to(page, "Upload")
    steps.upload(page, again)
    assert "Already loaded as version 1" in steps.main_text(page)


def test_a_load_is_undone_with_one_click(page, tmp_path):
    write_example(tmp_path / "example.xlsx")
    steps.visit(page, "/upload")
    steps.upload(page, tmp_path / "example.xlsx")
    assert "What changes against version 1" in steps.main_text(page)
    steps.press(page, "Load")
    expect(page.get_by_text("Version 2 is current.")).to_be_visible(timeout=steps.WAIT)
    steps.press(page, "Undo: back to version 1")
    steps.visit(page, "/overview")
    assert "data version 1" in steps.main_text(page)
    assert "64.0" in steps.main_text(page)


def test_a_refused_workbook_changes_nothing(page, tmp_path):
    wrong = tmp_path / "letter.xlsx"
    wrong.write_bytes(b"Dear all, this is no workbook.")
    steps.visit(page, "/upload")
    steps.upload(page, wrong)
    text = steps.main_text(page)
    assert "Nothing was loaded, and nothing was changed." in text
    steps.go_to(page, "Versions")
    expect(page.get_by_text("Refused loads (1)")).to_be_visible(timeout=steps.WAIT)


def test_a_link_opens_the_same_view_elsewhere(browser, loaded, page):
    steps.visit(page, "/program?program=PRG-CF&as_of=2025-12-31")
    link = steps.shared_link(page)
    assert link == f"{loaded}/s?page=program&program=PRG-CF&as_of=2025-12-31&case=original&v=1"
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stMetricValue")).to_have_count(6)
    values = page.get_by_test_id("stMetricValue").all_inner_texts()
    assert "Status date 31 Dec 2025" in steps.main_text(page)
    with visitor(browser, loaded) as other:
        steps.visit(other, link)
        expect(other.get_by_test_id("stMetricValue")).to_have_text(values, timeout=steps.WAIT)
        assert "Status date 31 Dec 2025" in steps.main_text(other)
        assert "data version 1" in steps.main_text(other)
        assert "as_of=31+Dec+2025" in other.url
        assert "PRG-CF" in other.url


def test_back_and_reload_keep_the_view(page):
    steps.visit(page, "/overview?program=PRG-CF")
    steps.go_to(page, "Projects")
    assert "PRG-CF" in page.url
    page.go_back()
    steps.settle(page)
    assert "/overview" in page.url
    assert "PRG-CF" in page.url
    page.reload()
    steps.settle(page)
    assert "PRG-CF" in page.url


def test_a_link_to_what_is_gone_says_so(page):
    steps.visit(page, "/overview?program=Gone (PRG-X)")
    assert "This link names a program that is not in the data: Gone (PRG-X)." in steps.main_text(page)
