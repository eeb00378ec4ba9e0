"""The versions page: which data there is, and the way back."""

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.access import OPERATOR
from data.errors import NoData
from data.ingest import journey
from data.ingest.journey import Upload
from data.store import refusals
from tests.queries import kit
from tests.workbooks.closed_form import AS_OF, closed_form


def _page() -> None:
    import streamlit as st

    from data.access import OPERATOR
    from data.errors import NoData
    from pages.steward import versions

    try:
        versions.show(OPERATOR)
    except NoData:
        st.text("no data")


def _run() -> AppTest:
    page = AppTest.from_function(_page, default_timeout=60).run()
    assert not page.exception
    return page


def _select(page: AppTest, row: int) -> AppTest:
    page.session_state["versions_table"] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return page.run()


@pytest.fixture
def two_versions() -> None:
    kit.load(closed_form(), AS_OF)
    kit.load(closed_form(), AS_OF)


def test_empty_store_has_no_versions():
    assert _run().text[0].value == "no data"
    with pytest.raises(NoData):
        store.reader(OPERATOR).__enter__()


@pytest.mark.usefixtures("two_versions")
def test_versions_newest_first_with_the_current_one_marked():
    table = _run().dataframe[0].value
    assert list(table["Version"]) == [2, 1]
    assert list(table["Shown"]) == ["current", ""]
    assert list(table["Status date"]) == ["31 Mar 2026", "31 Mar 2026"]


@pytest.mark.usefixtures("two_versions")
def test_going_back_needs_a_tick_and_keeps_the_reason():
    page = _select(_run(), 1)
    page.text_input[0].input("the July file was wrong")
    page.button[0].click().run()
    assert page.warning[0].value == "Tick the box to confirm."
    assert store.current().number == 2
    page.checkbox[0].check()
    page.button[0].click().run()
    assert page.success[0].value == "Version 1 is current; it was version 2 before."
    assert store.current().number == 1
    assert len(store.versions()) == 2


@pytest.mark.usefixtures("two_versions")
def test_the_current_version_cannot_be_made_current():
    page = _select(_run(), 0)
    assert not page.button


def test_refused_loads_are_listed():
    journey.prepare([Upload("letter.xlsx", b"Dear all, this is no workbook.")], OPERATOR)
    (refusal,) = refusals.latest()
    assert (refusal.by, refusal.files) == ("command line", ("letter.xlsx",))
    page = _run()
    assert page.expander[0].label == "Refused loads (1)"
    assert page.dataframe[0].value.iloc[0]["Files"] == "letter.xlsx"
