"""Numbers written as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest.understanding.amounts import Marks, marks, parse
from data.ingest.understanding.vocabulary import reason_missing


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("7.9", "7.9", ""),
        ("£1.90m", "1900000", "GBP"),
        ("-£120.11m", "-120110000", "GBP"),
        ("£1,403.00", "1403", "GBP"),
        ("£0m", "0", "GBP"),
        ("(1,234.50)", "-1234.50", ""),
        ("1.234,56 €", "1234.56", "EUR"),
        ("1 234 567,8", "1234567.8", ""),
        ("1'234.50", "1234.50", ""),
        ("12,34,567", "1234567", ""),
        ("EUR 12k", "12000", "EUR"),
        ("US$ 1.2bn", "1200000000", "USD"),
        ("$200,000.00 ", "200000", "USD"),
        ("5 mio EUR", "5000000", "EUR"),
        ("1.5E+6", "1500000", ""),
        ("5-", "-5", ""),
        ("\u221212", "-12", ""),
        ("25%", "0.25", ""),
        ("\u00a012\u00a0345.6", "12345.6", ""),
    ],
)
def test_an_amount_is_read_from_text(text, number, currency):
    amount = parse(text)
    assert (amount.number, amount.currency) == (Decimal(number), currency)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12 days", "1,2,3", "1.2.3", "1,23,4", "--5", "(5", "10/12", "2026-01-01", "£5 $6", "12 34",
     "1" * 100, "+-3", "5 apples", "Q1", "1e999999999"],
)  # fmt: skip
def test_what_is_no_amount_is_not_read(text):
    assert parse(text) is None


def test_what_could_be_either_is_read_by_the_mark_of_the_column():
    assert parse("1,234").number == 1234
    assert parse("1,234", ",").number == Decimal("1.234")
    assert parse("1.234").number == Decimal("1.234")
    assert parse("1.234", ",").number == 1234


def test_a_column_tells_its_decimal_mark():
    assert marks(["1,234", "7,5"]).mark == ","
    assert marks(["1,234", "7.5"]).mark == "."
    assert marks(["1,234,567"]).mark == "."
    assert marks(["1,234", "12"]) == Marks(either="1,234")
    assert marks(["1,5", "1.5"]).clash
    assert marks(["0.125"]).mark == "."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "blank"),
        (" \u00a0", "blank"),
        ("-", "blank"),
        ("TBC", "blank"),
        ("not set", "blank"),
        ("NULL", "blank"),
        ("Data not provided by department", "blank"),
        ("NA", "not applicable"),
        ("n/a", "not applicable"),
        ("Exempt under Section 43 of the Act", "withheld"),
        ("Data exempt under Section 43", "withheld"),
        ("about ten", None),
        ("0", None),
    ],
)
def test_a_placeholder_has_its_reason(text, reason):
    assert reason_missing(text) == reason


_NUMBERS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(_NUMBERS)
def test_a_number_written_the_english_way_comes_back(number):
    assert parse(f"{number:,.2f}").number == number
    assert parse(f"£{abs(number):,.2f}").number == abs(number)


@given(_NUMBERS)
def test_a_number_written_the_continental_way_comes_back(number):
    text = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert parse(text, ",").number == number


@given(st.text(max_size=40))
def test_no_text_raises(text):
    amount = parse(text)
    assert amount is None or isinstance(amount.number, Decimal)
