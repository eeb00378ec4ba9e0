"""Saying on the upload page what columns mean: proposal, correction, preview, keeping, using again."""

import io
from typing import Any

import pytest
from openpyxl import Workbook
from streamlit.testing.v1 import AppTest

from data import store
from data.store import aliases, mappings
from tests.data.ingest.mapping.shelf import SAVINGS
from tests.data.ingest.small import upload
from tests.pages.executive import as_read
from tests.pages.test_upload import _check, _page, _press, _tables


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def workbook(rows, sheet="Savings") -> bytes:
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


CASE = [
    ["Rail programme: business case, USD"],
    [None, "2026", "2027"],
    ["Costs"],
    ["Licences", 100, 20],
    ["Avoided rent", 10, 20],
    ["Benefits"],
    ["Fewer calls", 0, 80],
]


def choice(page: AppTest, start: str) -> Any:
    return next(one for one in page.selectbox if one.label.startswith(start))


def plain_values(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain_values(one) for key, one in value.items())
    if isinstance(value, (list, tuple)):
        return all(map(plain_values, value))
    return value is None or isinstance(value, (str, int, float, bool))


def sums(page: AppTest) -> dict[str, str]:
    table = next(one for one in _tables(page) if "Sums as stored" in one.columns)
    return dict(zip(table["Read as"], table["Sums as stored"], strict=True))


def test_a_proposal_is_corrected_previewed_loaded_and_kept(page):
    _check(page, "savings.xlsx", workbook(SAVINGS))
    assert page.error[0].value.startswith("Nothing was loaded")
    assert page.info[0].value.startswith("This layout has not been seen before.")
    _press(page, "Say what the columns mean")
    assert choice(page, "Read as").value == "benefits register"
    assert choice(page, "B: Saving title").value == "benefit"
    assert choice(page, "2 columns of periods, Jan\\-26 Ambition").value == "planned"
    choice(page, "D: Owned by").select("").run()
    choice(page, "Amounts are in").select("1000").run()
    _press(page, "Update the preview")
    assert page.info[0].value.startswith("This is a preview")
    assert sums(page)["Planned values"] == "Value 310,000"
    for name in ("_preview", "_said_of_columns"):
        assert plain_values(page.session_state[name]), name
    page.text_input[0].set_value("First tracker").run()
    next(one for one in page.text_input if one.label == "Name of this mapping").set_value("Tracker").run()
    _press(page, "Load")
    assert store.current().reason == "First tracker"
    (kept,) = mappings.kept()
    assert (kept.name, kept.content["scale"]) == ("Tracker", "1000")
    means = {column["letters"]: column["means"] for column in kept.content["tables"][0]["columns"]}
    assert (means["A"], means["D"]) == ("benefit_id", "")

    _check(page, "next.xlsx", workbook([*SAVINGS[:5], [*SAVINGS[5][:4], 60, 50, 20, None]]), 1)
    assert page.info[0].value.startswith("This is a preview")
    assert sums(page)["Planned values"] == "Value 320,000"
    assert "Read with the mapping 'Tracker'." in [as_read(one.value) for one in page.markdown]


def test_a_recognised_file_is_corrected(page):
    rows = [["Benefit ID", "Benefit", "Date", "Planned (EUR)"], ["B1", "Calls", "2026-03-31", 10]]
    _check(page, "register.xlsx", workbook(rows))
    assert sums(page)["Planned values"] == "Value 10"
    _press(page, "Say what the columns mean")
    choice(page, "D: Planned").select("realized").run()
    _press(page, "Update the preview")
    assert "Planned values" not in sums(page)
    assert sums(page)["Realized values"] == "Value 10"
    _press(page, "Discard")
    assert (store.current(), mappings.kept()) == (None, [])
    assert "_said_of_columns" not in page.session_state


def test_a_known_list_is_corrected_by_its_own_columns_and_keeps_its_costs(page):
    one = upload()
    _press(_check(page, one.name, one.content), "Load")
    plan = [
        ["Project ID", "Project", "Program ID", "Status", "End date", "Budget", "Spent", "Old budget"],
        ["SHOP", "Web shop", "P1", "Active", "2026-09-30", 120_000, 40_000, 90_000],
    ]
    _check(page, "plan.xlsx", workbook(plan, "Export"), 1)
    assert sums(page)["Budget"] == "Baseline 120,000; Actual 40,000"
    _press(page, "Say what the columns mean")
    assert choice(page, "Read as").value == "list project_list"
    assert choice(page, "F: Budget").value == "baseline_cost"
    choice(page, "F: Budget").select("").run()
    choice(page, "H: Old budget").select("baseline_cost").run()
    _press(page, "Update the preview")
    assert sums(page)["Budget"] == "Baseline 90,000; Actual 40,000"


def test_the_lines_of_a_business_case_are_corrected_and_kept(page):
    _check(page, "case.xlsx", workbook(CASE, "Case"))
    assert sums(page)["Budget"] == "Baseline 150"
    _press(page, "Say what the columns mean")
    assert choice(page, "Read as").value == "whole business_case"
    assert choice(page, "Row 5: Avoided rent").value == "costs"
    choice(page, "Row 5: Avoided rent").select("benefits").run()
    _press(page, "Update the preview")
    assert sums(page)["Budget"] == "Baseline 120"
    assert sums(page)["Planned values"] == "Value 110"


def test_another_target_and_another_header_row_are_proposed_anew(page):
    rows = [["Draft", "of", "risks"], [None], ["Risk title", "Likelihood", "Impact"], ["Delay", 0.2, 1000]]
    _check(page, "risks.xlsx", workbook(rows, "Risks"))
    _press(page, "Say what the columns mean")
    choice(page, "Read as").select("objectives").run()
    assert choice(page, "A: Risk title").value == ""
    page.number_input[0].set_value(1).run()
    _press(page, "Look there")
    assert [one.label for one in page.selectbox if one.label.startswith("A: ")] == ["A: Draft"]
    choice(page, "Read as").select("risks").run()
    page.number_input[0].set_value(3).run()
    _press(page, "Look there")
    assert choice(page, "B: Likelihood").value == "probability"
    _press(page, "Back without a change")
    assert page.warning[0].value.startswith("Nothing was loaded yet")


def test_names_that_resemble_are_asked_about_and_kept(page):
    one = upload(change=lambda rows: rows.update(projects=[_project("P-1", "Claims portal")]))
    _press(_check(page, one.name, one.content), "Load")
    two = [
        ["Project number", "Project title", "Program ID", "State", "Ende"],
        ["CLM", "Portal Claims", "P1", "open", "2026-05-01"],
    ]
    _check(page, "jira.xlsx", workbook(two, "Export"), 1)
    _press(page, "Say what the columns mean")
    _press(page, "Update the preview")
    assert page.subheader[0].value == "Are these the same?"
    assert page.radio[0].label.startswith("The project **Portal Claims** (CLM) of jira")
    page.radio[0].set_value("The same")
    _press(page, "Use these answers")
    assert not page.radio
    _press(page, "Load")
    (decided,) = aliases.decided()
    assert (decided.alias, decided.id, decided.same, decided.by) == ("CLM", "P-1", True, "command line")
    with store.reader(_viewer()) as cursor:
        rows = cursor.execute("select project_id, project, forecast_finish::varchar from projects").fetchall()
    assert rows == [("P-1", "Portal Claims", "2026-05-01")]


def _project(own: str, name: str) -> dict[str, str]:
    return {"project_id": own, "program_id": "P1", "project": name, "status": "active"}


def _viewer():
    from data.access import OPERATOR

    return OPERATOR
