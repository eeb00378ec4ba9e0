"""Periods as people write them."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.understanding.periods import months, parse


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        (date(2026, 3, 1), "2026-03-01", "2026-03-31"),
        (date(2026, 3, 31), "2026-03-01", "2026-03-31"),
        ("2026-01", "2026-01-01", "2026-01-31"),
        ("2026-2", "2026-02-01", "2026-02-28"),
        ("01/2026", "2026-01-01", "2026-01-31"),
        ("202601", "2026-01-01", "2026-01-31"),
        ("Jan-26", "2026-01-01", "2026-01-31"),
        ("January 2026", "2026-01-01", "2026-01-31"),
        ("Sept 2025", "2025-09-01", "2025-09-30"),
        ("1 Jan 2026", "2026-01-01", "2026-01-31"),
        ("2026-02-01", "2026-02-01", "2026-02-28"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("Q4 2026", "2026-10-01", "2026-12-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        (Decimal(2026), "2026-01-01", "2026-12-31"),
        ("FY2026", "2025-04-01", "2026-03-31"),
        ("FY26", "2025-04-01", "2026-03-31"),
        ("fy 2025/26", "2025-04-01", "2026-03-31"),
        ("2025/26", "2025-04-01", "2026-03-31"),
        ("2025-26", "2025-04-01", "2026-03-31"),
        ("2025/2026", "2025-04-01", "2026-03-31"),
        ("FY26 Q2", "2025-07-01", "2025-09-30"),
        ("Q4 FY2026", "2026-01-01", "2026-03-31"),
        ("FY2026 H2", "2025-10-01", "2026-03-31"),
    ],
)
def test_a_period_is_read_with_a_fiscal_year_from_april(written, start, end):
    period = parse(written, 4)
    assert (str(period.start), str(period.end)) == (start, end)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "Year 1", "2025-27", "2011/12", "03/04/2026", "2026-13", "2026-Q5", "13/2026", "7 days",
     "12", Decimal("2026.5"), Decimal(5), None, True],
)  # fmt: skip
def test_what_is_no_period_is_not_read(written):
    assert parse(written, 4) is None


def test_a_fiscal_year_is_named_after_the_year_in_which_it_ends():
    assert parse("FY2026", 7)[:2] == (date(2025, 7, 1), date(2026, 6, 30))
    assert parse("FY2026", 1)[:2] == (date(2026, 1, 1), date(2026, 12, 31))


def test_without_a_known_start_a_fiscal_year_is_the_calendar_year_and_a_double_year_starts_in_april():
    assert parse("FY2026")[:2] == (date(2026, 1, 1), date(2026, 12, 31))
    assert parse("2025/26")[:2] == (date(2025, 4, 1), date(2026, 3, 31))


def test_only_fiscal_forms_say_that_they_are():
    assert [parse(text, 4).fiscal for text in ("FY2026", "2025/26", "2026", "2026-Q1")] == [
        True,
        True,
        False,
        False,
    ]


_MONTHS = st.tuples(st.integers(1990, 2100), st.integers(1, 12))


@given(_MONTHS)
def test_every_way_of_writing_a_month_is_the_same_month(month):
    year, number = month
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    for written in (
        first,
        last,
        f"{year}-{number:02}",
        f"{number:02}/{year}",
        f"{first:%B %Y}",
        f"{first:%b-%Y}",
    ):
        assert parse(written)[:2] == (first, last)


@given(st.integers(1990, 2099), st.integers(1, 12), st.sampled_from([("Q", 4), ("H", 2)]))
def test_the_parts_of_a_fiscal_year_fill_it(year, start, parts):
    letter, count = parts
    pieces = [parse(f"FY{year} {letter}{number}", start) for number in range(1, count + 1)]
    whole = parse(f"FY{year}", start)
    assert (pieces[0].start, pieces[-1].end) == (whole.start, whole.end)
    assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(pieces))


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(1, 60))
def test_months_are_whole(start, count):
    period = months(start, count)
    assert period.start.day == 1
    assert (period.end + timedelta(days=1)).day == 1
    assert (period.end.year - period.start.year) * 12 + period.end.month - period.start.month == count - 1


@given(st.text(max_size=30))
def test_no_text_raises(text):
    period = parse(text, 4)
    assert period is None or period.start <= period.end
