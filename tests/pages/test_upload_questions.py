"""What only the sender can say, asked on the upload page: the program, the start of Year 1, loose sides."""

import io
from datetime import date

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from data import store
from tests.pages.executive import as_read
from tests.pages.test_upload import _check, _page, _press, _tables
from tests.pages.test_upload_columns import choice
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form

REGISTER = [["Benefit ID", "Benefit", "Planned (€)", "Due"], ["B7", "Fewer letters", 10, "2026-01"]]
PROJECTS = [["Project ID", "Project", "Status", "End date"], ["J7", "Portal", "Active", "2026-09-30"],
            ["J8", "Hall", "Closed", "2026-10-31"]]  # fmt: skip
CASE = [["Rail programme: business case, USD"], [None, "Year 1", "Year 2"], ["Costs"], ["Licences", 10, 20],
        ["Staff", 1, 2], ["Benefits"], ["Savings", 30, 40], ["Rent", 5, 6]]  # fmt: skip


def book(rows) -> bytes:
    made, target = Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(target)
    return target.getvalue()


@pytest.fixture
def page(home) -> AppTest:  # noqa: ARG001 - the store comes first
    kit.load(closed_form(), AS_OF)
    return AppTest.from_function(_page, default_timeout=60).run()


def ask(sql: str) -> list:
    from data.access import OPERATOR

    with store.reader(OPERATOR) as cursor:
        return cursor.execute(sql).fetchall()


def test_a_file_without_a_program_asks_for_one_of_those_known(page):
    _check(page, "benefits July.xlsx", book(REGISTER))
    assert page.warning[0].value == "Nothing was loaded yet: something only you can say is missing."
    assert not page.error
    button = next(one for one in page.button if one.label == "Check again with this")
    assert button.disabled
    box = choice(page, "Program")
    assert box.options == ["Choose a program", "Closed form (PRG-CF)", "A new program ..."]
    box.select("PRG-CF").run()
    _press(page, "Check again with this")
    assert page.info[0].value.startswith("This is a preview")
    _press(page, "Load")
    assert ask("select program_id from benefits where benefit_id = 'B7'") == [("PRG-CF",)]


def test_a_new_program_is_made_for_a_list_that_cannot_describe_it(page):
    page.file_uploader(key="upload_0").upload("tracker.xlsx", book(PROJECTS)).run()
    choice(page, "Program").select("+").run()
    assert next(one for one in page.button if one.label == "Check this file").disabled
    page.text_input(key="upload_name").set_value("North Rail").run()
    page.selectbox(key="upload_currency").select("GBP").run()
    page.text_input(key="upload_sponsor").set_value("Ann Lee").run()
    page.date_input(key="upload_end").set_value(date(2027, 3, 31)).run()
    page.selectbox(key="upload_month").select("4").run()
    assert "Its ID will be north\\-rail." in [one.value for one in page.caption]
    _press(page, "Check this file")
    assert page.info[0].value.startswith("This is a preview")
    _press(page, "Load")
    told = 'program, currency, sponsor, program_manager, start, "end", fiscal_year_start_month'
    assert ask(f"select {told} from programs where program_id = 'north-rail'") == [
        ("North Rail", "GBP", "Ann Lee", None, None, date(2027, 3, 31), 4)
    ]
    assert ask("select project_id, status from projects where program_id = 'north-rail' order by all") == [
        ("J7", "active"), ("J8", "closed"),
    ]  # fmt: skip


def test_a_new_program_of_a_register_has_what_is_said_of_it_and_its_fiscal_year(page):
    rows = [
        ["Benefit ID", "Benefit", "Planned FY26 (€)", "Planned FY27 (€)"],
        ["B7", "Fewer letters", 10, 20],
    ]
    page.file_uploader(key="upload_0").upload("register.xlsx", book(rows)).run()
    choice(page, "Program").select("+").run()
    page.text_input(key="upload_name").set_value("North Rail").run()
    page.selectbox(key="upload_currency").select("EUR").run()
    page.text_input(key="upload_sponsor").set_value("Ann Lee").run()
    page.selectbox(key="upload_month").select("7").run()
    _press(page, "Check this file")
    _press(page, "Load")
    assert ask("select sponsor, fiscal_year_start_month from programs where program_id = 'north-rail'") == [
        ("Ann Lee", 7)
    ]
    assert ask("select min(period_start) from planned_values where benefit_id = 'B7'") == [
        (date(2025, 7, 1),)
    ]


def test_numbered_years_are_dated_on_the_page(page):
    _check(page, "case.xlsx", book(CASE))
    assert "When does Year 1 start?" in " ".join(one.value for one in page.markdown)
    page.date_input(key="asked_start").set_value(date(2026, 4, 1)).run()
    _press(page, "Check again with this")
    assert page.info[0].value.startswith("This is a preview")
    _press(page, "Load")
    case = "select min(period_start), sum(value) from planned_values where case_version = 'business case'"
    assert ask(case) == [(date(2026, 4, 1), 81)]


def test_the_preview_lists_what_has_no_counterpart(page):
    page.file_uploader(key="upload_0").upload("tracker.xlsx", book(PROJECTS)).run()
    choice(page, "Program").select("PRG-CF").run()
    _press(page, "Check this file")
    (title,) = [as_read(one.label) for one in page.expander if "schedule" in one.label]
    assert title == "2 projects have a schedule and no benefit, 1 benefit has no project with a schedule."
    listed = next(table for table in _tables(page) if "Next step" in table)
    assert list(listed["ID"]) == ["J8", "J7", "D1"]
    assert set(listed["Because"]) == {"no benefit names it", "it names no project"}
