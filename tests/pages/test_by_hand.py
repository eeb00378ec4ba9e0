"""Saying that two IDs are one project where their names do not meet, and taking it back."""

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.access import OPERATOR
from data.errors import StoreError
from data.store import aliases
from tests.data.ingest.small import upload
from tests.pages.test_mappings import _page as _mappings
from tests.pages.test_upload import _check, _page, _press
from tests.pages.test_upload_columns import choice, workbook

PLAN = [
    ["Project ID", "Project", "Program ID", "Status", "End date"],
    ["SHOP", "Web shop relaunch", "P1", "Active", "2026-09-30"],
]


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(_page, default_timeout=60).run()


def register() -> None:
    """A benefit that names a project of which nobody knows a date."""

    def change(rows):
        rows["projects"] = [
            {"project_id": "P-1", "program_id": "P1", "project": "E-commerce", "status": "active"}
        ]
        rows["contributions"] = [{"benefit_id": "P1-B1", "project_id": "P-1", "weight": 1}]

    file = upload(change=change)
    page = AppTest.from_function(_page, default_timeout=60).run()
    _press(_check(page, file.name, file.content), "Load")


def ask(sql: str) -> list:
    with store.reader(OPERATOR) as cursor:
        return cursor.execute(sql).fetchall()


def toggle(page: AppTest) -> None:
    next(one for one in page.toggle if one.label == "Say that two IDs are the same").set_value(True).run()


def link(page: AppTest) -> None:
    toggle(page)
    choice(page, "This one here").select("SHOP").run()
    choice(page, "is the same as").select("P-1").run()
    _press(page, "They are the same")


def test_a_project_of_the_upload_is_one_that_is_known_under_another_id(page):
    register()
    _check(page, "shop.xlsx", workbook(PLAN, "Export"))
    assert not page.radio, "their names do not resemble"
    assert any("1 project has a schedule and no benefit" in one.label for one in page.expander)
    toggle(page)
    assert choice(page, "This one here").options == ["Web shop relaunch (SHOP)"], (
        "only what this upload brings"
    )
    button = next(one for one in page.button if one.label == "They are the same")
    assert button.disabled
    choice(page, "This one here").select("SHOP").run()
    assert choice(page, "is the same as").options == ["E-commerce (P-1)"]
    choice(page, "is the same as").select("P-1").run()
    _press(page, "They are the same")
    assert not any("no benefit" in one.label for one in page.expander)
    _press(page, "Load")
    assert ask("select project_id, forecast_finish::varchar from projects") == [("P-1", "2026-09-30")]
    assert ask("select project_id from contributions") == [("P-1",)]
    (decided,) = aliases.decided()
    assert (decided.alias, decided.id, decided.alias_name, decided.same) == (
        "SHOP", "P-1", "Web shop relaunch", True,
    )  # fmt: skip


def test_what_was_loaded_before_is_read_again_with_the_decision_and_without_it_once_it_is_taken_back(page):
    register()
    _press(_check(page, "shop.xlsx", workbook(PLAN, "Export")), "Load")
    assert ask("select project_id from projects order by all") == [("P-1",), ("SHOP",)]
    _check(page, "shop.xlsx", workbook(PLAN, "Export"), 1)
    assert page.info[0].value.startswith("Already loaded")
    _press(page, "Read again, with what was decided since")
    link(page)
    page.checkbox[0].check().run()  # the project's other ID goes
    _press(page, "Load")
    assert ask("select project_id from projects") == [("P-1",)]
    aliases.forget("project", "SHOP", "P-1", "Ana")
    _check(page, "shop.xlsx", workbook(PLAN, "Export"), 2)
    assert page.info[0].value.startswith("This is a preview")
    _press(page, "Load")
    assert ask("select project_id from projects order by all") == [("P-1",), ("SHOP",)]


def _pair(alias: str, own: str) -> dict[str, str]:
    return {"kind": "project", "alias": alias, "id": own}


def test_decisions_make_no_chain_and_no_circle(home):  # noqa: ARG001 - the ledger is the store's
    aliases.decide(_pair("A", "B"), True, "Ana")
    aliases.decide(_pair("B", "C"), True, "Ana")
    aliases.decide(_pair("D", "A"), True, "Ana")
    assert {one.alias: one.id for one in aliases.decided()} == {"A": "C", "B": "C", "D": "C"}
    with pytest.raises(
        StoreError, match=r"A is read as C already\. Take that decision back under Mappings first\."
    ):
        aliases.decide(_pair("C", "A"), True, "Ana")


def test_two_that_are_known_are_linked_on_the_page_of_mappings():
    register()
    page = AppTest.from_function(_page, default_timeout=60).run()
    _press(_check(page, "shop.xlsx", workbook(PLAN, "Export")), "Load")
    page = AppTest.from_function(_mappings, default_timeout=60).run()
    link(page)
    assert page.success[0].value.startswith("Web shop relaunch is read as the other from now on")
    (decided,) = aliases.decided()
    assert (decided.alias, decided.id) == ("SHOP", "P-1")


def test_a_link_from_the_projects_page_begins_with_the_project_that_stands_alone():
    register()
    shop = AppTest.from_function(_page, default_timeout=60).run()
    _press(_check(shop, "shop.xlsx", workbook(PLAN, "Export")), "Load")
    page = AppTest.from_function(_mappings, default_timeout=60)
    page.query_params["same"] = "project:SHOP"
    page.run()
    assert choice(page, "This one here").value == "SHOP"
    assert choice(page, "is the same as").value is None
    choice(page, "is the same as").select("P-1").run()
    _press(page, "They are the same")
    assert [(one.alias, one.id) for one in aliases.decided()] == [("SHOP", "P-1")]
