"""The page of kept mappings and decisions about names."""

import pytest
from streamlit.testing.v1 import AppTest

from data.ingest.understanding.mapping.mapping import from_toml, to_toml
from data.ingest.understanding.mapping.propose import propose
from data.store import aliases, mappings
from pages.steward import mappings as page_of
from tests.data.ingest.mapping.shelf import KNOWN, savings
from tests.pages.test_upload import _press

LINK = {"kind": "project", "alias": "CLM", "id": "P-1", "alias_name": "Portal", "name": "Claims *portal*"}


def _page() -> None:
    from data.access import OPERATOR
    from pages.steward import mappings

    mappings.show(OPERATOR)


@pytest.fixture
def kept() -> str:
    aliases.decide(LINK, True, "Ana")
    return mappings.keep(propose(savings(), KNOWN).as_dict(), "Tracker", "Ana")


def run() -> AppTest:
    page = AppTest.from_function(_page, default_timeout=30).run()
    assert not page.exception
    return page


def test_an_empty_page_says_what_to_do():
    page = run()
    assert "**No mapping is kept yet.**" in page.markdown[0].value
    assert page.markdown[-1].value.startswith("Nothing has been decided yet.")


@pytest.mark.usefixtures("kept")
def test_mappings_and_decisions_are_shown():
    page = run()
    assert page.expander[0].label == "Tracker: Benefits register"
    columns, decided = (one.value for one in page.dataframe)
    assert columns.iloc[4].to_list() == [
        "Savings", "Benefits register", "E", "Jan-26 Ambition", "Planned value", "Jan-26",
    ]  # fmt: skip
    assert decided.iloc[0].to_list()[:6] == [
        "project", "Portal", "CLM", "is the same as", "Claims *portal*", "P-1",
    ]  # fmt: skip


@pytest.mark.usefixtures("kept")
def test_one_is_renamed_and_deleted():
    page = run()
    page.text_input[0].set_value("Other name").run()
    _press(page, "Rename")
    assert page.success[0].value == "Renamed to Other name\\."
    assert [one.name for one in mappings.kept()] == ["Other name"]
    _press(page, "Delete this mapping")
    assert mappings.kept() == []


@pytest.mark.usefixtures("kept")
def test_what_is_exported_is_imported_again():
    content = to_toml(from_toml(to_toml(propose(savings(), KNOWN))))
    mappings.delete("Tracker", "Ana")
    page = run()
    page.file_uploader[0].upload("tracker.toml", content.encode()).run()
    _press(page, "Keep it")
    assert [one.name for one in mappings.kept()] == ["North"]
    page.file_uploader[0].upload("none.toml", b"name = 7").run()
    _press(page, "Keep it")
    assert page.error[0].value.startswith("The mapping cannot be used")


@pytest.mark.usefixtures("kept")
def test_a_second_layout_of_the_same_name_gets_a_number():
    other = {**propose(savings(), KNOWN).as_dict(), "fingerprint": "another"}
    assert mappings.keep(other, "Tracker", "Bob") == "Tracker 2"
    assert mappings.keep(other, "Tracker", "Bob") == "Tracker 2"
    assert [one.name for one in mappings.kept()] == ["Tracker", "Tracker 2"]


def test_file_names_of_exports_are_safe():
    assert page_of._safe('../a"b\n') == "___a_b_"
