"""The upload page, with real workbooks and a real reading process."""

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.access import OPERATOR
from data.ingest import journey
from data.ingest.journey import Upload
from data.template import write_example, write_template
from pages.steward import found, samples
from tests.pages.executive import as_read
from tests.workbooks import closed_form


def _page() -> None:
    from data.access import OPERATOR
    from pages.steward import upload

    upload.show(OPERATOR)


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def _check(page: AppTest, name: str, content: bytes, number: int = 0) -> AppTest:
    page.file_uploader(key=f"upload_{number}").upload(name, content).run()
    return _press(page, "Check this file")


def _press(page: AppTest, label: str) -> AppTest:
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def _tables(page: AppTest) -> list:
    return [table.value for table in page.dataframe]


@pytest.fixture
def workbook(tmp_path) -> bytes:
    return closed_form.write(tmp_path / "closed form.xlsx").read_bytes()


def test_empty_page_says_what_will_happen(page):
    assert "You will see what was understood **before** anything changes" in page.markdown[0].value
    assert [button.label for button in page.button] == []


def test_preview_shows_what_was_understood_and_changes_nothing(page, workbook):
    _check(page, "closed form.xlsx", workbook)
    assert page.info[0].value.startswith("This is a preview: nothing has changed yet.")
    assert as_read(page.expander[0].label) == "closed form.xlsx: Realized workbook"
    recognised, columns, alone, sums, things, money = _tables(page)
    assert list(recognised["Sheet"])[:3] == ["Programs", "Objectives", "Projects"]
    assert columns.iloc[0].to_list() == ["Programs", "A", "Program ID", "Program ID"]
    assert alone["ID"].to_list() == ["D1"]
    planned = sums[sums["Sheet"] == "Planned values"].iloc[0]
    assert (planned["Rows read"], planned["Kept"], planned["Left out"]) == (24, 24, 0)
    assert planned["Sums as stored"] == "Value 870"
    assert things.set_index("").loc["Projects"].to_list() == [3, 0, 0]
    assert money.iloc[0].to_list() == ["Closed form (PRG-CF)", "", "€870", "", "€230"]
    assert page.date_input[0].value == closed_form.AS_OF
    assert store.current() is None


def test_load_makes_it_current(page, workbook):
    _press(_check(page, "closed form.xlsx", workbook), "Load")
    assert page.success[0].value == "Version 1 is current."
    assert store.current().as_of == closed_form.AS_OF
    assert store.current().files[0].name == "closed form.xlsx"


def test_discard_leaves_everything(page, workbook):
    _press(_check(page, "closed form.xlsx", workbook), "Discard")
    assert store.current() is None
    assert not page.info


def test_same_file_again_is_said(page, workbook):
    _press(_check(page, "closed form.xlsx", workbook), "Load")
    _check(page, "another name.xlsx", workbook, 1)
    assert page.info[0].value.startswith("Already loaded as version 1 on ")
    assert page.info[0].value.endswith("nothing was changed.")
    assert len(store.versions()) == 1


def test_a_second_load_can_be_undone(page, workbook, tmp_path):
    _press(_check(page, "closed form.xlsx", workbook), "Load")
    write_example(tmp_path / "example.xlsx")
    _check(page, "example.xlsx", (tmp_path / "example.xlsx").read_bytes(), 1)
    _press(page, "Load")
    assert store.current().number == 2
    _press(page, "Undo: back to version 1")
    assert store.current().number == 1


@pytest.mark.parametrize(
    ("content", "read_as"),
    [(b"Dear all, this is no workbook.", "Not recognised"), (b"%PDF-1.7\n1 0 obj", "could not be read")],
)
def test_refused_file_changes_nothing_and_says_why(page, content, read_as):
    _check(page, "letter.xlsx", content)
    (error,) = page.error
    assert error.value.startswith("Nothing was loaded, and nothing was changed.")
    assert as_read(page.expander[0].label) == f"letter.xlsx: {read_as}"
    assert "Must be mended: nothing is loaded** (1)" in " ".join(one.value for one in page.main.markdown)
    assert max(len(one.value) for one in page.main.caption) > 20
    assert "Load" not in [button.label for button in page.button]
    assert store.current() is None


def test_a_load_that_loses_much_is_confirmed_twice(page, workbook, tmp_path):
    _press(_check(page, "closed form.xlsx", workbook), "Load")
    rows = closed_form.closed_form()
    rows["realized_values"] = rows["realized_values"][:3]
    shrunk = closed_form.write_workbook(tmp_path / "less.xlsx", rows) or tmp_path / "less.xlsx"
    _check(page, "less.xlsx", shrunk.read_bytes(), 1)
    load = next(button for button in page.button if button.label == "Load")
    assert load.disabled
    assert "may disappear" in page.checkbox[0].label
    page.checkbox[0].check().run()
    _press(page, "Load")
    assert store.current().number == 2


def test_somebody_faster_is_named(page, workbook, tmp_path):
    _check(page, "closed form.xlsx", workbook)
    write_example(tmp_path / "example.xlsx")
    example = Upload("example.xlsx", (tmp_path / "example.xlsx").read_bytes())
    journey.accept(journey.prepare([example], OPERATOR).load_id, OPERATOR)
    _press(page, "Load")
    assert as_read(page.error[0].value).startswith("command line loaded version 1 at ")
    assert len(store.versions()) == 1


def test_template_and_example_are_made_on_demand():
    for write in (write_template, write_example):
        assert samples.written(write)[:4] == b"PK\x03\x04"


def test_findings_leave_as_text_that_no_spreadsheet_runs():
    finding = {
        "severity": "notes",
        "file": "=1+1.xlsx",
        "sheet": "@x",
        "cell": "B7",
        "what": "-2",
        "remedy": "+a",
    }
    header, line = found.as_csv([finding]).splitlines()
    assert header == "Severity,File,Sheet,Cell,What,What to do"
    assert line == "notes,'=1+1.xlsx,'@x,B7,'-2,'+a"


def test_the_empty_page_says_what_is_recognised_and_what_it_fills(page):
    (table,) = _tables(page)
    fills = dict(zip(table["Kind of file"], table["Fills"], strict=True))
    assert fills["Jira issues"] == "Projects, Milestones"
    assert fills["Ledger of actual costs"] == "Budget"
