"""An address that was written long ago finds the choices of today, or is told apart from them."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import choices
from pages.shell.choices import Choice

LABELS = {"PRG-A": "Claims (PRG-A)", "PRG-B": "Billing (old) (PRG-B)", "v7": "3 May 2026 (v7)"}


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("Claims (PRG-A)", "PRG-A"),
        ("PRG-A", "PRG-A"),
        ("What it was called before (PRG-A)", "PRG-A"),
        ("Billing (old) (PRG-B)", "PRG-B"),
        ("v7", "v7"),
        ("Gone (PRG-X)", None),
        ("Claims", None),
        ("(PRG-A) and more", None),
        ("", None),
    ],
)
def test_what_an_address_means(written, identity):
    assert choices.resolve(written, LABELS) == identity


def test_a_name_ends_with_its_id():
    assert choices.named("PRG-A", "Claims") == Choice("PRG-A", "Claims (PRG-A)")
    assert choices.named("PRG-A", None) == Choice("PRG-A", "PRG-A")
    assert choices.named("PRG-A", "PRG-A") == Choice("PRG-A", "PRG-A")


def test_month_ends_newest_first():
    assert choices.month_ends(date(2025, 11, 30), date(2026, 2, 15)) == [
        date(2026, 2, 15),
        date(2026, 1, 31),
        date(2025, 12, 31),
        date(2025, 11, 30),
    ]
    assert choices.month_ends(date(2026, 2, 28), date(2026, 2, 28)) == [date(2026, 2, 28)]


def _page():
    import streamlit as st

    from pages.shell import choices
    from pages.shell.choices import Choice

    known = [Choice("PRG-A", "Claims (PRG-A)"), Choice("PRG-B", "Billing (PRG-B)")]
    chosen = choices.pick("program", "Program", "All programs", known)
    st.text(f"chosen: {chosen}")
    for notice in choices.notices():
        st.warning(notice)


def _visited(written=None):
    page = AppTest.from_function(_page)
    if written is not None:
        page.query_params["program"] = written
    return page.run()


def test_nothing_in_the_address_is_the_default():
    page = _visited()
    assert page.selectbox[0].options == ["All programs", "Claims (PRG-A)", "Billing (PRG-B)"]
    assert page.text[0].value == "chosen: None"
    assert not page.warning


@pytest.mark.parametrize("written", ["Billing (PRG-B)", "PRG-B", "Invoices (PRG-B)"])
def test_an_address_chooses_by_label_id_or_older_label(written):
    page = _visited(written)
    assert page.text[0].value == "chosen: PRG-B"
    assert page.query_params["program"] == "Billing (PRG-B)"
    assert not page.warning


def test_an_unknown_name_is_said_and_not_obeyed():
    page = _visited("Gone :red[x] (PRG-X)")
    assert page.text[0].value == "chosen: None"
    assert page.warning[0].value == (
        "This link names a program that is not in the data: Gone \\:\u2060red\\[x\\] \\(PRG\\-X\\). "
        "You see the page without it."
    )


def test_the_notice_goes_when_something_is_chosen():
    page = _visited("Gone (PRG-X)")
    page.selectbox[0].select("PRG-A").run()
    assert page.text[0].value == "chosen: PRG-A"
    assert not page.warning
