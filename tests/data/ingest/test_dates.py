"""Dates written as text, and the order of day and month in a column."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.understanding.dates import order, parse


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2026/3/31", date(2026, 3, 31)),
        ("2026-03-31T00:00:00Z", date(2026, 3, 31)),
        ("2026-03-31 17:45", date(2026, 3, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("01.02.2026", date(2026, 2, 1)),
        ("March 5, 2024", date(2024, 3, 5)),
        ("5-Mar-2024", date(2024, 3, 5)),
        ("1st March 2024", date(2024, 3, 1)),
        ("September 1, 2025 8:00 AM", date(2025, 9, 1)),
        ("11/15/2024, 9:36:22 AM GMT+5:30", date(2024, 11, 15)),
        ("13/04/2024", date(2024, 4, 13)),
        ("Tue 25/11/25", date(2025, 11, 25)),
        ("04/04/2024", date(2024, 4, 4)),
    ],
)
def test_a_date_that_can_be_read_one_way_only(text, day):
    assert parse(text) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "2026", "Mar-26", "29-Feb-2023", "13/13/2024", "1/012/2014", "7 days", "12:30"]
)
def test_what_is_no_date_is_not_read(text):
    assert parse(text) is None


def test_an_ambiguous_date_needs_its_column():
    assert parse("03/04/2024") is None
    assert parse("03/04/2024", True) == date(2024, 4, 3)
    assert parse("03/04/2024", False) == date(2024, 3, 4)


def test_a_column_tells_what_comes_first():
    assert order(["03/04/2024", "13/04/2024"]).known == "day first"
    assert order(["03/04/2024", "04/13/2024 5:00:00 PM"]).known == "month first"
    assert order(["03/04/2024", "2024-04-13", "04/04/2024"]).known == ""
    assert order(["03/04/2024", "05/06/2024"]).count == 2
    assert order(["13/04/2024", "04/13/2024"]).clash


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_a_date_written_in_any_usual_way_comes_back(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%Y/%m/%d"):
        assert parse(day.strftime(form)) == day
    assert parse(day.strftime("%d/%m/%Y"), True) == day
    assert parse(day.strftime("%m/%d/%y"), False) == day


@given(st.text(max_size=40), st.sampled_from([True, False, None]))
def test_no_text_raises(text, day_first):
    assert parse(text, day_first) is None or isinstance(parse(text, day_first), date)
