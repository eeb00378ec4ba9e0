"""The filters of the shell, on a real version: what the address says is what pages get."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from pages.shell.filters import View
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form


def _page() -> None:
    import streamlit as st

    from data.access import OPERATOR
    from pages.shell import choices, filters

    filters.show(OPERATOR)
    st.session_state["seen"] = filters.view(OPERATOR)
    for notice in choices.notices():
        st.warning(notice)


@pytest.fixture(autouse=True)
def two_versions(home) -> None:  # noqa: ARG001 - the store comes first
    kit.load(closed_form(), AS_OF)
    kit.load(closed_form(), AS_OF)


def _view(**address: str) -> tuple[View, AppTest]:
    page = AppTest.from_function(_page, default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return page.session_state["seen"], page


def test_defaults_are_everything_as_loaded():
    seen, page = _view()
    assert seen == View(version=2, as_of=AS_OF)
    assert [box.label for box in page.sidebar.selectbox] == [
        "Program",
        "Status date",
        "Business case",
        "Data version",
    ]
    assert [box.options[0] for box in page.sidebar.selectbox] == [
        "All programs",
        "As loaded (31 Mar 2026)",
        "Original case",
        "Latest",
    ]


def test_an_address_by_ids_is_the_view():
    seen, page = _view(program="PRG-CF", as_of="2025-12-31", case="current", v="v1")
    assert seen == View(
        version=1,
        as_of=date(2025, 12, 31),
        case="current",
        program_id="PRG-CF",
        program="Closed form",
        latest=False,
        as_loaded=False,
    )
    assert page.query_params["program"] == "Closed form (PRG-CF)"
    assert page.query_params["as_of"] == "31 Dec 2025"
    assert page.query_params["case"] == "Current case"
    assert page.query_params["v"].endswith("(v1)")
    assert not page.warning


def test_a_day_within_a_month_is_kept():
    seen, _ = _view(as_of="2025-05-17")
    assert seen.as_of == date(2025, 5, 17)


@pytest.mark.parametrize(
    ("key", "written", "what"),
    [
        ("program", "Gone (PRG-X)", "program"),
        ("as_of", "1999-01-01", "status date"),
        ("as_of", "2027-01-01", "status date"),
        ("as_of", "soon", "status date"),
        ("case", "best", "business case"),
        ("v", "v77", "data version"),
        ("v", "7'; drop table x", "data version"),
    ],
)
def test_what_is_not_there_is_said_and_the_default_shown(key, written, what):
    seen, page = _view(**{key: written})
    assert seen == View(version=2, as_of=AS_OF)
    assert page.warning[0].value.startswith(f"This link names a {what} that is not in the data: ")


def test_status_dates_are_month_ends_back_to_the_first_value():
    _, page = _view()
    dates = page.sidebar.selectbox[1].options[1:]
    assert dates[:2] == ["31 Mar 2026", "28 Feb 2026"]
    assert dates[-1] == "31 Mar 2025"
    assert len(dates) == 13


def test_choosing_leads_to_another_view():
    _, page = _view()
    page.sidebar.selectbox[0].select("PRG-CF").run()
    assert page.session_state["seen"].program_id == "PRG-CF"
    page.sidebar.selectbox[3].select("v1").run()
    assert page.session_state["seen"].version == store.versions()[0].number


def test_a_day_chooses_the_version_that_was_current_then():
    page = AppTest.from_function(_page, default_timeout=60).run()
    page.date_input(key="_known_on_day").set_value(store.version(1).loaded_at.date()).run()
    assert not page.exception
    assert page.session_state["seen"].version == 2  # both were loaded that day; the later one was seen last
    assert page.session_state["v"] == "v2"
